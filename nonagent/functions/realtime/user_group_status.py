"""Counts what the agents of user groups are doing right now.

Source: spec/user_group_status.md
"""

from __future__ import annotations

from collections import Counter

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import Row, placeholders
from nonagent.rules import delimited
from nonagent.rules.calls import live_agents, live_calls
from nonagent.rules.people.user_groups import viewable_condition

HEADER = (
    "usergroups", "calls_waiting", "agents_logged_in", "agents_in_calls", "agents_waiting", "agents_paused",
    "agents_in_dead_calls", "agents_in_dispo", "agents_in_dial",
)  # fmt: skip

LONGEST_NAMES = 9999


@function(
    "user_group_status",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET USER GROUP INFO")),
)
def user_group_status(call: Call[AnyParameters]) -> None:
    params, names = call.params, call.params.user_groups
    if not 1 <= size(names) <= LONGEST_NAMES:
        raise call.failure("INVALID SEARCH PARAMETERS", names)
    calls = _visible_calls(call)
    caller_codes = {one["callerid"] for one in calls}
    states = Counter(_state(agent, caller_codes) for agent in _agents(call, names.split("|")))
    values: list[str | int] = [
        names.replace("|", " "), sum(one["status"] == "LIVE" for one in calls), states.total(),
        sum(states[state] for state in live_agents.IN_CALL), sum(states[state] for state in live_agents.WAITING),
        states["PAUSED"], states["DEAD"], states["DISPO"], states["DIAL"],
    ]  # fmt: skip
    if params.header == "YES":
        call.print(delimited.line(params.stage, *HEADER))
    call.print(delimited.line(params.stage, *values))
    data = f"{call.user.name}|{names}|{delimited.known_stage(params.stage)}"
    call.log("SUCCESS", f"user_group_status AGENTS FOUND: {states.total()}", data)


def _visible_calls(call: Call[AnyParameters]) -> list[Row]:
    # legacy: of the whole system; the groups asked for play no part.
    visible, values = live_calls.visible(call.group)
    return call.db.all(f"SELECT status, callerid FROM vicidial_auto_calls WHERE {visible}", *values)  # noqa: S608


def _agents(call: Call[AnyParameters], groups: list[str]) -> list[Row]:
    viewable, viewable_groups = viewable_condition(call.group, "account.user_group")
    # Only texts of this code go into the statement.
    return call.db.all(
        f"""
        SELECT agent.lead_id, {live_agents.CALL_FACTS}
        FROM vicidial_live_agents AS agent
        JOIN vicidial_users AS account ON account.user = agent.user
        WHERE account.user_group IN ({placeholders(groups)}) AND {viewable}
        """,  # noqa: S608
        *groups, *viewable_groups,
    )  # fmt: skip


def _state(agent: Row, caller_codes: set[str]) -> str:
    if agent["status"] != "INCALL":
        return live_agents.state(agent)
    return live_agents.call_state(agent, _has_call(agent["callerid"], caller_codes)) or "INCALL"


def _has_call(caller_code: str, caller_codes: set[str]) -> bool:
    # legacy: the ending of a caller code will do, so an agent without one has a call while there is any.
    return caller_code in caller_codes or any(code.endswith(caller_code) for code in caller_codes)
