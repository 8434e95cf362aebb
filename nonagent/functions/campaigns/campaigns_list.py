"""Lists the campaigns the caller may see, with some of their settings.

Source: docs/functions/campaigns_list.md
"""

from __future__ import annotations

import re

from nonagent.api.answers import BLANK
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.listings import ListingAsked, listing
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.database import Row
from nonagent.rules.people import allowed_campaigns


class Asked(ListingAsked):
    """What campaigns_list is asked with."""

    campaign_id = parameter("The only campaign to list.")


@function(
    "campaigns_list",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO",
            level=8, columns={"vdc_agent_api_access": "1", "view_reports": "1"},
        ),
    ),
)  # fmt: skip
def campaigns_list(call: Call[Asked]) -> None:
    campaigns = _campaigns(call)
    if not campaigns:
        raise call.failure("THIS USER HAS NO VIEWABLE CAMPAIGNS", end=BLANK)

    shown = [row | {"dial_statuses": _shown_statuses(row["dial_statuses"])} for row in campaigns]
    call.show(listing(call, shown))
    ids = ",".join(f"'{campaign['campaign_id']}'" for campaign in campaigns)
    call.log("SUCCESS", f"campaigns_list RESULTS FOUND: {len(campaigns)}", call.user.name, ids, BLANK)


def _campaigns(call: Call[Asked]) -> list[Row]:
    wanted = call.params.campaign_id
    return call.db.all(
        """
        SELECT
          campaign_id, campaign_name, active, user_group, dial_method, auto_dial_level AS dial_level, lead_order,
          dial_statuses, dial_timeout, dial_prefix, manual_dial_prefix, three_way_dial_prefix
        FROM vicidial_campaigns
        WHERE active IN ('Y', 'N')
          AND %s
          AND (%s = '' OR campaign_id = %s)
        """,
        allowed_campaigns.allowed(call.group), wanted, wanted,
    )  # fmt: skip


def _shown_statuses(stored: str) -> str:
    # legacy: one pass from the left, so that of " -" alone the space goes and the hyphen stays.
    return re.sub(r"\A | -\Z", "", stored)
