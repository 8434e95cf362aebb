"""Which lists a user may see: those of the campaigns of the user's group, and those that have no campaign.

Source: docs/functions/list_info.md.
"""

from __future__ import annotations

from nonagent.database import Row, Sql
from nonagent.rules.people import allowed_campaigns


def visible(group: Row, column: Sql = allowed_campaigns.CAMPAIGN) -> Sql:
    """The lists as a condition on vicidial_lists.

    Parameters: group, the row of vicidial_user_groups, empty when there is none; column of the list's campaign.
    Returns: the condition.
    """
    return Sql("(%s OR %s = '')", allowed_campaigns.allowed(group, column), column)
