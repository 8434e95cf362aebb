"""Says which campaigns, and which in-groups of those, an agent's user group may use.

Source: spec/agent_campaigns.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.database import Row, placeholders
from nonagent.rules.lists.listings import listing
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.user_groups import viewable_condition


@function(
    "agent_campaigns",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO GET AGENT INFO",
            level=8, columns={"vdc_agent_api_access": "1", "view_reports": "1", "modify_users": "1"},
        ),
    ),
)  # fmt: skip
def agent_campaigns(call: Call[AnyParameters]) -> None:
    agent = call.params.agent_user
    agents_group = _group_of_agent(call)
    if agents_group is None:
        raise call.refusal("AGENT USER DOES NOT EXIST", agent)
    campaigns = _campaigns(call, agents_group)
    if not campaigns:
        raise call.error(
            "agent_campaigns THIS AGENT USER HAS NO AVAILABLE CAMPAIGNS", f"{agent}|{call.user.name}|", separator=": "
        )

    row = {
        "user": agent,
        "allowed_campaigns_list": "-".join(campaign["campaign_id"] for campaign in campaigns),
        "allowed_ingroups_list": "-".join(_in_groups(call, campaigns)),
    }
    call.print(listing([row], call.params.stage, call.params.header))
    call.log("SUCCESS", "agent_campaigns RESULTS FOUND: 1", "|".join((call.user.name, *row.values())))


def _group_of_agent(call: Call[AnyParameters]) -> Row | None:
    """The agent's user group; None when the caller can see no such agent."""
    visible, groups = viewable_condition(call.group, "vicidial_users.user_group")
    return call.db.one(
        f"""
        SELECT allowed_campaigns
        FROM vicidial_users
        LEFT JOIN vicidial_user_groups ON vicidial_user_groups.user_group = vicidial_users.user_group
        WHERE user = %s AND {visible}
        """,  # noqa: S608
        call.params.agent_user, *groups,
    )  # fmt: skip


def _campaigns(call: Call[AnyParameters], agents_group: Row) -> list[Row]:
    wanted = call.params.campaign_id
    allowed, ids = allowed_campaigns.condition(agents_group)
    return call.db.all(
        f"""
        SELECT campaign_id, closer_campaigns
        FROM vicidial_campaigns
        WHERE active = 'Y'
          AND {allowed}
          AND (%s = '' OR campaign_id = %s)
        """,  # noqa: S608
        *ids, wanted, wanted,
    )  # fmt: skip


def _in_groups(call: Call[AnyParameters], campaigns: list[Row]) -> list[str]:
    closers = (campaign["closer_campaigns"].removesuffix("-").split(" ") for campaign in campaigns)
    words = list(dict.fromkeys(word for words in closers for word in words if word))
    if not words:
        return []
    left_out = "AGENTDIRECT%" if call.params.ignore_agentdirect == "Y" else ""
    rows = call.db.all(
        f"""
        SELECT group_id FROM vicidial_inbound_groups
        WHERE active = 'Y' AND group_id IN ({placeholders(words)}) AND group_id NOT LIKE %s
        """,  # noqa: S608
        *words, left_out,
    )  # fmt: skip
    return [row["group_id"] for row in rows]
