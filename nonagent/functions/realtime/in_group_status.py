"""Counts the calls of in-groups and what their agents are doing right now.

Source: docs/functions/in_group_status.md
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
    "ingroups", "total_calls", "calls_waiting", "agents_logged_in", "agents_in_calls", "agents_waiting",
    "agents_paused", "agents_in_dispo", "agents_in_dial",
)  # fmt: skip


class Asked(Parameters):
    """What in_group_status is asked with."""

    in_groups = parameter("The in-groups, with `|` between them.", required=True, length=(1, 9999))
    stage = STAGE
    header = HEADER


@function(
    "in_group_status",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET IN-GROUP INFO")),
)
def in_group_status(call: Call[Asked]) -> None:
    params, names = call.params, call.params.in_groups
    if not params.are_complete():
        raise call.failure("INVALID SEARCH PARAMETERS", in_groups=names)
    calls = _calls(call, names.split("|"))
    states = Counter(live_agents.state(agent) for agent in _agents(call, names.split("|")))
    # legacy: calls that are being dialed are not told apart; their column is there and always 0.
    counts: list[str | int] = [
        names.replace("|", " "), calls["total"], calls["waiting"], states.total(),
        sum(states[state] for state in live_agents.IN_CALL), sum(states[state] for state in live_agents.WAITING),
        states["PAUSED"], states["DISPO"], 0,
    ]  # fmt: skip
    call.show(Rows(COLUMNS, [counts], styles.style(params.stage), COLUMNS if params.header == "YES" else None))
    # legacy: says calls and counts agents.
    call.log(
        "SUCCESS", f"in_group_status CALLS FOUND: {states.total()}",
        call.user.name, names, styles.known_stage(params.stage),
    )  # fmt: skip


def _calls(call: Call, groups: list[str]) -> Row:
    """How many visible calls there are, and how many of them wait."""
    # legacy: a campaign's name counts its outbound calls.
    return call.db.all(
        """
        SELECT COUNT(*) AS total, COUNT(IF(status = 'LIVE', 1, NULL)) AS waiting
        FROM vicidial_auto_calls
        WHERE campaign_id IN (%s) AND %s
        """,
        listed(groups), live_calls.visible(call.group),
    )[0]  # fmt: skip


def _agents(call: Call, groups: list[str]) -> list[Row]:
    """The live agents who take calls of the groups, whatever their campaigns."""
    return call.db.all(
        """
        SELECT agent.status, agent.lead_id
        FROM vicidial_live_agents AS agent
        JOIN vicidial_users AS account ON account.user = agent.user
        WHERE agent.user IN (SELECT user FROM vicidial_live_inbound_agents WHERE group_id IN (%s))
          AND %s
        """,
        listed(groups), viewable(call.group, Sql("account.user_group")),
    )  # fmt: skip
