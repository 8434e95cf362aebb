"""Counts what the agents of user groups are doing right now.

Source: docs/functions/user_group_status.md
"""

from __future__ import annotations

from collections import Counter

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import Row, Sql, listed
from nonagent.rules.calls import live_agents, live_calls
from nonagent.rules.people.user_groups import viewable

COLUMNS = (
    "usergroups", "calls_waiting", "agents_logged_in", "agents_in_calls", "agents_waiting", "agents_paused",
    "agents_in_dead_calls", "agents_in_dispo", "agents_in_dial",
)  # fmt: skip


class Asked(Parameters):
    """What user_group_status is asked with."""

    user_groups = parameter("The user groups, with `|` between them.", required=True, length=(1, 9999))
    stage = STAGE
    header = HEADER


@function(
    "user_group_status",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET USER GROUP INFO")),
)
def user_group_status(call: Call[Asked]) -> None:
    params, names = call.params, call.params.user_groups
    if not params.are_complete():
        raise call.failure("INVALID SEARCH PARAMETERS", user_groups=names)
    calls = _visible_calls(call)
    caller_codes = {one["callerid"] for one in calls}
    states = Counter(_state(agent, caller_codes) for agent in _agents(call, names.split("|")))
    counts: list[str | int] = [
        names.replace("|", " "), sum(one["status"] == "LIVE" for one in calls), states.total(),
        sum(states[state] for state in live_agents.IN_CALL), sum(states[state] for state in live_agents.WAITING),
        states["PAUSED"], states["DEAD"], states["DISPO"], states["DIAL"],
    ]  # fmt: skip
    call.show(Rows(COLUMNS, [counts], styles.style(params.stage), COLUMNS if params.header == "YES" else None))
    call.log(
        "SUCCESS", f"user_group_status AGENTS FOUND: {states.total()}",
        call.user.name, names, styles.known_stage(params.stage),
    )  # fmt: skip


def _visible_calls(call: Call) -> list[Row]:
    # legacy: of the whole system; the groups asked for play no part.
    return call.db.all("SELECT status, callerid FROM vicidial_auto_calls WHERE %s", live_calls.visible(call.group))


def _agents(call: Call, groups: list[str]) -> list[Row]:
    return call.db.all(
        """
        SELECT agent.lead_id, %s
        FROM vicidial_live_agents AS agent
        JOIN vicidial_users AS account ON account.user = agent.user
        WHERE account.user_group IN (%s) AND %s
        """,
        live_agents.CALL, listed(groups), viewable(call.group, Sql("account.user_group")),
    )  # fmt: skip


def _state(agent: Row, caller_codes: set[str]) -> str:
    if agent["status"] != "INCALL":
        return live_agents.state(agent)
    return live_agents.call_state(agent, _has_call(agent["callerid"], caller_codes)) or "INCALL"


def _has_call(caller_code: str, caller_codes: set[str]) -> bool:
    # legacy: the ending of a caller code will do, so an agent without one has a call while there is any.
    return caller_code in caller_codes or any(code.endswith(caller_code) for code in caller_codes)
