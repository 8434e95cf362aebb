"""Which campaigns a user group may use: the column allowed_campaigns of its row.

Source: docs/functions/campaigns_list.md.
"""

from __future__ import annotations

from nonagent.database import ALWAYS, Row, Session, Sql, listed

#: the column in the tables that have it
CAMPAIGN = Sql("campaign_id")


def allowed(group: Row, column: Sql = CAMPAIGN, everything: str = "-ALL") -> Sql:
    """The campaigns as a condition.

    Parameters: group, the row of vicidial_user_groups, empty when there is none, which allows no campaign; column;
    everything, the text that lifts the limit, `ALL-CAMPAIGNS` for some functions about leads.
    Returns: the condition.
    """
    campaigns = group.get("allowed_campaigns", "")
    # legacy: found anywhere, also in a campaign called A-ALLY.
    if everything in campaigns.upper():
        return ALWAYS
    # Split at each single space, so that there is at least one word, if only the blank one.
    return Sql("%s IN (%s)", column, listed(campaigns.replace(" -", "").split(" ")))


def exists(db: Session, group: Row, campaign_id: str) -> bool:
    """Whether a campaign exists, active or not, and the user group may use it.

    Parameters: db; group, as for condition; campaign_id.
    Returns: so.
    """
    sql = "SELECT campaign_id FROM vicidial_campaigns WHERE campaign_id = %s AND %s"
    found = db.one(sql, campaign_id, allowed(group))
    return found is not None
