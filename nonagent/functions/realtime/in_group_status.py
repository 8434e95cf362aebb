"""Counts the calls of in-groups and what their agents are doing right now.

Source: spec/in_group_status.md
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
    "ingroups", "total_calls", "calls_waiting", "agents_logged_in", "agents_in_calls", "agents_waiting",
    "agents_paused", "agents_in_dispo", "agents_in_dial",
)  # fmt: skip

LONGEST_NAMES = 9999


@function(
    "in_group_status",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET IN-GROUP INFO")),
)
def in_group_status(call: Call[AnyParameters]) -> None:
    params, names = call.params, call.params.in_groups
    if not 1 <= size(names) <= LONGEST_NAMES:
        raise call.failure("INVALID SEARCH PARAMETERS", names)
    calls = _calls(call, names.split("|"))
    states = Counter(live_agents.state(agent) for agent in _agents(call, names.split("|")))
    # legacy: calls that are being dialed are not told apart; their column is there and always 0.
    values: list[str | int] = [
        names.replace("|", " "), calls["total"], calls["waiting"], states.total(),
        sum(states[state] for state in live_agents.IN_CALL), sum(states[state] for state in live_agents.WAITING),
        states["PAUSED"], states["DISPO"], 0,
    ]  # fmt: skip
    if params.header == "YES":
        call.print(delimited.line(params.stage, *HEADER))
    call.print(delimited.line(params.stage, *values))
    data = f"{call.user.name}|{names}|{delimited.known_stage(params.stage)}"
    # legacy: says calls and counts agents.
    call.log("SUCCESS", f"in_group_status CALLS FOUND: {states.total()}", data)


def _calls(call: Call[AnyParameters], groups: list[str]) -> Row:
    """How many visible calls there are, and how many of them wait."""
    # legacy: a campaign's name counts its outbound calls.
    visible, values = live_calls.visible(call.group)
    # Only texts of this code go into the statement.
    return call.db.all(
        f"""
        SELECT COUNT(*) AS total, COUNT(IF(status = 'LIVE', 1, NULL)) AS waiting
        FROM vicidial_auto_calls
        WHERE campaign_id IN ({placeholders(groups)}) AND {visible}
        """,  # noqa: S608
        *groups, *values,
    )[0]  # fmt: skip


def _agents(call: Call[AnyParameters], groups: list[str]) -> list[Row]:
    """The live agents who take calls of the groups, whatever their campaigns."""
    viewable, viewable_groups = viewable_condition(call.group, "account.user_group")
    # Only texts of this code go into the statement.
    return call.db.all(
        f"""
        SELECT agent.status, agent.lead_id
        FROM vicidial_live_agents AS agent
        JOIN vicidial_users AS account ON account.user = agent.user
        WHERE agent.user IN (SELECT user FROM vicidial_live_inbound_agents WHERE group_id IN ({placeholders(groups)}))
          AND {viewable}
        """,  # noqa: S608
        *groups, *viewable_groups,
    )  # fmt: skip
