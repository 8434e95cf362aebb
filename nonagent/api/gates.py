"""What a caller must show before a function's body runs. A function names its gates, in order, in its decorator.

Source: docs/protocol.md#gates.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nonagent.api.answers import BLANK, FIELDS_ONLY, REFUSAL, Form, Line, Stop
from nonagent.api.call import Call
from nonagent.api.parameters import size

Gate = Callable[[Call[Any]], None]


def source(call: Call) -> None:
    """The parameter `source` has at least two characters."""
    if size(call.params.source) < 2:
        raise invalid_source(call)


def invalid_source(call: Call) -> Stop:
    """Say that the parameter `source` cannot be taken. Parameters: call. Returns: what to raise."""
    given = call.params.source
    # legacy: two lines, one log row; callers match either.
    call.show(Line("ERROR", "Invalid Source", call.user.name, {"source": given}, FIELDS_ONLY))
    return call.error("Invalid Source", by="", form=Form(": |{fields}|"), logged=(), source=given)


def allowed_function(call: Call) -> None:
    """The user's api_allowed_functions names the function, or ALL_FUNCTIONS."""
    check_allowed_function(call)


def allowed_function_after_level(call: Call) -> None:
    """The same, logged with the count of the level check that the list pages make first."""
    check_allowed_function(call, 1)


def check_allowed_function(call: Call, *logged: object) -> None:
    """Stop the call unless the user may use the function.

    Parameters: call; logged, what the log gets: the count of an earlier permission check, or nothing.
    """
    allowed = call.user.row.get("api_allowed_functions", "")
    if f" {call.function} " in allowed or "ALL_FUNCTIONS" in allowed:
        return
    raise not_allowed(call, *logged)


def not_allowed(call: Call, *logged: object) -> Stop:
    """Say that the user may not use the function. Parameters: call; logged, for the log. Returns: what to raise."""
    return call.error(
        "USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION",
        form=REFUSAL, by="auth", logged=logged, function=call.function, end=BLANK,
    )  # fmt: skip


def central_sound_control(call: Call) -> None:
    """The audio store is switched on in the system settings; for sounds_list and moh_list."""
    if int(call.system.get("sounds_central_control_active") or 0) < 1:
        # legacy: moh_list too answers in the name of sounds_list.
        raise call.error(
            "CENTRAL SOUND CONTROL IS NOT ACTIVE", form=REFUSAL, by="sounds_list", logged=(0,), count=0, end=BLANK
        )


def permission(
    reason: str, level: int, columns: dict[str, str] | None = None, shown: str = "0|", data: str = "0",
    unless_source: str = "",
) -> Gate:  # fmt: skip
    """Make the gate that asks for an active user, a level and permission columns, all in one.

    Parameters: reason, behind the function's name; level, the lowest user_level let through; columns, each with the
    values that do (one character each), `vdc_agent_api_access` `1` when not given; shown, behind `|USER|` in the
    answer; data, for the log; unless_source, a `source` that passes unasked.
    Returns: the gate.
    """
    wanted = {"vdc_agent_api_access": "1"} if columns is None else columns
    count, bar, _ = shown.partition("|")
    fields: dict[str, object] = {"count": count}
    if bar:
        fields["end"] = BLANK

    def gate(call: Call) -> None:
        if unless_source and call.params.source == unless_source:
            return
        user = call.user
        if user.level >= level and all(user.holds(column, values) for column, values in wanted.items()):
            return
        raise call.error(reason, form=REFUSAL, logged=(data,), **fields)  # type: ignore[arg-type]

    return gate


STANDARD = (source, allowed_function)
