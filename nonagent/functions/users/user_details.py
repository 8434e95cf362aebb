"""Shows a user's name, group, level and whether it is active.

Source: docs/functions/user_details.md
"""

from __future__ import annotations

from nonagent.api import styles
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.listings import ListingAsked, listing
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.rules.people.user_groups import viewable


class Asked(ListingAsked):
    """What user_details is asked with."""

    agent_user = parameter("The user to show.", required=True, length=(1, 99))


@function(
    "user_details",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO GET USER DETAILS",
            level=7, columns={"vdc_agent_api_access": "1", "view_reports": "1"},
        ),
    ),
)  # fmt: skip
def user_details(call: Call[Asked]) -> None:
    params = call.params
    name = params.agent_user
    if not params.are_complete():
        raise call.failure("INVALID SEARCH PARAMETERS", agent_user=name)
    found = call.db.one(
        """
        SELECT full_name, user_group, user_level, active
        FROM vicidial_users
        WHERE user = %s AND %s
        """,
        name, viewable(call.group),
    )  # fmt: skip
    if not found:
        raise call.failure("USER NOT FOUND", agent_user=name)

    # legacy: the name as it was sent, whatever its case is in the database.
    shown = listing(call, [{"user": name, **found}])
    call.show(shown)
    call.log("SUCCESS", shown, call.user.name, name, styles.known_stage(params.stage))
