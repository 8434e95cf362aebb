"""Shows a user's name, group, level and whether it is active.

Source: spec/user_details.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.rules import delimited
from nonagent.rules.people.user_groups import viewable_condition

LONGEST_NAME = 99


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
def user_details(call: Call[AnyParameters]) -> None:
    name, stage = call.params.agent_user, delimited.known_stage(call.params.stage)
    if not 1 <= size(name) <= LONGEST_NAME:
        raise call.failure("INVALID SEARCH PARAMETERS", name)
    viewable, groups = viewable_condition(call.group)
    found = call.db.one(
        f"""
        SELECT full_name, user_group, user_level, active
        FROM vicidial_users
        WHERE user = %s AND {viewable}
        """,  # noqa: S608
        name, *groups,
    )  # fmt: skip
    if not found:
        raise call.failure("USER NOT FOUND", name)

    lines = delimited.line(stage, "user", *found) if call.params.header == "YES" else ""
    # legacy: the name as it was sent, whatever its case is in the database.
    lines += delimited.line(stage, name, *found.values())
    call.print(lines)
    call.log("SUCCESS", f"user_details {lines}", f"{call.user.name}|{name}|{stage}")
