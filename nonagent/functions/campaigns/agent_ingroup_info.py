"""Shows the in-groups and outbound setting of a logged-in agent: as text, as a table, or as a form to change them.

Source: docs/functions/agent_ingroup_info.md
"""

from __future__ import annotations

from nonagent.api.answers import FIELDS_ONLY, USER_LAST, Card, Line, Page
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter, size
from nonagent.api.registry import function
from nonagent.database import Row, Sql, joined
from nonagent.functions.campaigns.agent_ingroup_page import InGroup, InGroupPage
from nonagent.rules.people.user_groups import viewable


class Asked(Parameters):
    """What agent_ingroup_info is asked with."""

    agent_user = parameter("The agent, who must be logged in.", required=True)
    stage = parameter(
        "How to show it: `text`, `change` for a form in HTML, anything else for a table.", values=("text", "change")
    )
    session_id = parameter("Not looked at: the API log keeps it where the agent is not logged in.")


@function(
    "agent_ingroup_info",
    gates=(
        *STANDARD,
        permission("USER DOES NOT HAVE PERMISSION TO GET AGENT INFO", level=7, unless_source="queuemetrics"),
    ),
)
def agent_ingroup_info(call: Call[Asked]) -> None:
    params = call.params
    agent_user, stage = params.agent_user, params.stage
    agent = _agent(call)
    if agent is None:
        raise call.error("INVALID USER ID", form=USER_LAST, logged=(params.session_id,), agent_user=agent_user)

    if stage == "text":
        _show_text(call, agent)
    else:
        page = InGroupPage(agent_user, agent, _in_groups(call, agent), call.translate)
        can_change = call.user.holds("change_agent_campaign")
        html = page.form(call.user.holds("modify_users")) if stage == "change" and can_change else page.table()
        call.show(Page(html))
    call.log("SUCCESS", "", agent_user, stage)


def _agent(call: Call[Asked]) -> Row | None:
    """The agent with live session, campaign and manager; None when the caller can see none or it is not logged in."""
    agent_user = call.params.agent_user
    return call.db.one(
        """
        SELECT
          agent.full_name, live.campaign_id, live.closer_campaigns AS selected_groups, live.outbound_autodial,
          live.manager_ingroup_set, live.external_igb_set_user, live.on_hook_agent, live.on_hook_ring_time,
          manager.full_name AS manager_name,
          IF(campaign_allow_inbound = 'Y' AND dial_method <> 'MANUAL', campaign.closer_campaigns, '') AS shown_groups,
          dial_method NOT IN ('MANUAL', 'INBOUND_MAN') AS can_dial
        FROM vicidial_users AS agent
        JOIN vicidial_live_agents AS live ON live.user = %s
        LEFT JOIN vicidial_campaigns AS campaign ON campaign.campaign_id = live.campaign_id
        LEFT JOIN vicidial_users AS manager ON manager.user = live.external_igb_set_user
        WHERE agent.user = %s AND %s
        LIMIT 1
        """,
        agent_user, agent_user, viewable(call.group, Sql("agent.user_group")),
    )  # fmt: skip


def _in_groups(call: Call, agent: Row) -> list[InGroup]:
    """The in-groups that the agent's campaign takes calls of."""
    # legacy: both lists begin with a space; what stands before it is never a selected group.
    first, *others = agent["shown_groups"].removesuffix("-").split(" ")
    chosen = agent["selected_groups"].removesuffix("-").split(" ")[1:]
    groups = [(first, False), *((word, word in chosen) for word in others)]
    shown = [(word, selected) for word, selected in groups if size(word) >= 2]
    names = _names(call, [word for word, _ in shown])
    return [InGroup(word, names.get(word, ""), selected) for word, selected in shown]


def _names(call: Call, words: list[str]) -> dict[str, str]:
    """The names of in-groups by the words asked for, since the database matches them whatever their letter case."""
    if not words:
        return {}
    one = "SELECT %s AS word, group_name FROM vicidial_inbound_groups WHERE group_id = %s"
    rows = call.db.all(joined(" UNION ALL ", [Sql(one, word, word) for word in words]))
    return {row["word"]: row["group_name"] for row in rows}


def _show_text(call: Call[Asked], agent: Row) -> None:
    # legacy: never translated and, as in every text answer, nothing is escaped; and the result has no reason.
    asked = {"agent_user": call.params.agent_user, "stage": call.params.stage}
    call.show(Line("SUCCESS", "", call.user.name, asked, FIELDS_ONLY))
    call.show(Card({
        "SELECTED INGROUPS": agent["selected_groups"],
        "OUTBOUND AUTODIAL": agent["outbound_autodial"],
        "MANAGER OVERRIDE": agent["manager_ingroup_set"],
        "MANAGER": agent["external_igb_set_user"],
    }))  # fmt: skip
