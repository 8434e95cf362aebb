"""Which of the calls in progress a user may see. Source: docs/functions/user_group_status.md."""

from __future__ import annotations

from nonagent.database import ALWAYS, Row, Sql
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.user_groups import viewable


def visible(group: Row) -> Sql:
    """The calls as a condition on vicidial_auto_calls: by campaign, or by in-group.

    Parameters: group, the row of vicidial_user_groups of the user's group, empty when there is none.
    Returns: the condition.
    """
    campaigns = allowed_campaigns.allowed(group)
    if campaigns is ALWAYS:
        return ALWAYS
    return Sql(
        """(
            %s
            OR campaign_id IN (SELECT group_id FROM vicidial_inbound_groups WHERE %s)
            OR campaign_id = ''
          )""",
        campaigns, viewable(group),
    )  # fmt: skip
