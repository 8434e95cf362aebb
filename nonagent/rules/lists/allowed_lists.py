"""Which lists a user may see leads of: all but for a user with api_list_restrict.

Source: docs/functions/ccc_lead_info.md. The functions of docs/protocol.md#list-restriction have another rule.
"""

from __future__ import annotations

from nonagent.database import ALWAYS, Row, Sql
from nonagent.rules.people import allowed_campaigns


def allowed(user: Row, group: Row, list_id: Sql, everything: str = "ALL-CAMPAIGNS") -> Sql:
    """The lists as a condition.

    Parameters: user and group, the rows of vicidial_users and vicidial_user_groups; list_id, the column; everything,
    the text in the group's campaigns that lifts the limit.
    Returns: the condition.
    """
    if int(user.get("api_list_restrict") or 0) <= 0:
        return ALWAYS
    campaigns = allowed_campaigns.allowed(group, Sql("list.campaign_id"), everything)
    if campaigns is ALWAYS:
        return ALWAYS
    # A list that is not defined is not allowed.
    return Sql("EXISTS (SELECT 1 FROM vicidial_lists AS list WHERE list.list_id = %s AND %s)", list_id, campaigns)
