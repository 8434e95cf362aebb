"""Which of the calls in progress a user may see. Source: spec/user_group_status.md step 4."""

from __future__ import annotations

from nonagent.database import Row
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.user_groups import viewable_condition


def visible(group: Row) -> tuple[str, list[str]]:
    """The calls of vicidial_auto_calls as a condition for a WHERE clause: by campaign, or by in-group.

    Parameters: group, the row of vicidial_user_groups of the user's group, empty when there is none.
    Returns: the condition, and its values to bind.
    """
    in_campaigns, campaigns = allowed_campaigns.condition(group)
    if not campaigns:
        return "TRUE", []
    viewable, groups = viewable_condition(group)
    condition = f"""(
            {in_campaigns}
            OR campaign_id IN (SELECT group_id FROM vicidial_inbound_groups WHERE {viewable})
            OR campaign_id = ''
          )"""  # noqa: S608
    return condition, [*campaigns, *groups]
