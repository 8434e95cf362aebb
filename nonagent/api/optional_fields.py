"""The optional fields of a request: checked one after the other, then ready to be written."""

from __future__ import annotations

from collections.abc import Iterable

from nonagent.api.call import Call
from nonagent.rules.optional_fields import Field

OPTIONAL = ", THIS IS AN OPTIONAL FIELD"


def changes(call: Call, fields: Iterable[Field], ending: str = OPTIONAL) -> dict[str, str]:
    """Check the fields that a request gives.

    Parameters: call; fields, in the order they are checked; ending, of each complaint.
    Returns: the new values by column, of the fields given.
    Raises: Stop, answered, at the first that is not accepted.
    """
    found = {}
    for field in fields:
        value = getattr(call.params, field.parameter)
        if value == "":
            continue
        if not field.accepts(value):
            raise call.error(
                f"{field.function or call.function} {field.complaint}{ending}",
                f"|{call.user.name}|{value}", data=value, separator=": ",
            )  # fmt: skip
        found[field.column] = field.stored(value)
    return found
