"""Says which campaigns, and which in-groups of those, an agent's user group may use.

Source: docs/functions/agent_campaigns.md
"""

from __future__ import annotations

from nonagent.api.answers import Form, Hyphenated
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.listings import ListingAsked, listing
from nonagent.api.parameters import flag, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Sql, listed
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.user_groups import viewable

AGENT_BEFORE_USER = Form(": {fields}|{user}|", "{fields}|{user}|")


class Asked(ListingAsked):
    """What agent_campaigns is asked with."""

    agent_user = parameter("The agent.", required=True)
    campaign_id = parameter("The only campaign to show.")
    ignore_agentdirect = flag("Leaves out in-groups whose names begin with AGENTDIRECT.")


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
def agent_campaigns(call: Call[Asked]) -> None:
    agent = call.params.agent_user
    agents_group = _group_of_agent(call)
    if agents_group is None:
        raise call.refusal("AGENT USER DOES NOT EXIST", agent_user=agent)
    campaigns = _campaigns(call, agents_group)
    if not campaigns:
        raise call.error("THIS AGENT USER HAS NO AVAILABLE CAMPAIGNS", form=AGENT_BEFORE_USER, agent_user=agent)

    row = {
        "user": agent,
        "allowed_campaigns_list": Hyphenated(campaign["campaign_id"] for campaign in campaigns),
        "allowed_ingroups_list": Hyphenated(_in_groups(call, campaigns)),
    }
    call.show(listing(call, [row]))
    call.log("SUCCESS", "agent_campaigns RESULTS FOUND: 1", call.user.name, *row.values())


def _group_of_agent(call: Call[Asked]) -> Row | None:
    """The agent's user group; None when the caller can see no such agent."""
    return call.db.one(
        """
        SELECT allowed_campaigns
        FROM vicidial_users
        LEFT JOIN vicidial_user_groups ON vicidial_user_groups.user_group = vicidial_users.user_group
        WHERE user = %s AND %s
        """,
        call.params.agent_user, viewable(call.group, Sql("vicidial_users.user_group")),
    )  # fmt: skip


def _campaigns(call: Call[Asked], agents_group: Row) -> list[Row]:
    wanted = call.params.campaign_id
    return call.db.all(
        """
        SELECT campaign_id, closer_campaigns
        FROM vicidial_campaigns
        WHERE active = 'Y'
          AND %s
          AND (%s = '' OR campaign_id = %s)
        """,
        allowed_campaigns.allowed(agents_group), wanted, wanted,
    )  # fmt: skip


def _in_groups(call: Call[Asked], campaigns: list[Row]) -> list[str]:
    closers = (campaign["closer_campaigns"].removesuffix("-").split(" ") for campaign in campaigns)
    words = list(dict.fromkeys(word for words in closers for word in words if word))
    if not words:
        return []
    left_out = "AGENTDIRECT%" if call.params.ignore_agentdirect == "Y" else ""
    rows = call.db.all(
        """
        SELECT group_id FROM vicidial_inbound_groups
        WHERE active = 'Y' AND group_id IN (%s) AND group_id NOT LIKE %s
        """,
        listed(words), left_out,
    )  # fmt: skip
    return [row["group_id"] for row in rows]
