"""Adds a group alias, a caller ID that agents may choose.

Source: docs/functions/add_group_alias.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.database import Sql
from nonagent.rules import admin_log
from nonagent.rules.people.user_groups import EVERYBODY


class Asked(Parameters):
    """What add_group_alias is asked with."""

    caller_id_number = parameter("The number that is shown to who is called.", required=True, length=(6, UNLIMITED))
    group_alias_id = parameter("The alias's id; the number unless given.", length=(2, UNLIMITED))
    group_alias_name = parameter("What agents choose it by; the number unless given.", length=(2, UNLIMITED))
    caller_id_name = parameter("The name that is shown to who is called.")
    active = parameter("Whether agents may choose it, `Y` or `N`.", default="Y")
    admin_user_group = parameter("The user group that may look at it.", default=EVERYBODY)


@function(
    "add_group_alias",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO ADD GROUP ALIASES",
            level=8, columns={"vdc_agent_api_access": "1", "ast_admin_access": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def add_group_alias(call: Call[Asked]) -> None:
    params = call.params
    number = params.caller_id_number
    if not params.are_complete():
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS",
            group_alias_id=params.group_alias_id, group_alias_name=params.group_alias_name, caller_id_number=number,
        )  # fmt: skip
    alias_id = params.group_alias_id if Asked.group_alias_id.fits(params.group_alias_id) else number
    name = params.group_alias_name if Asked.group_alias_name.fits(params.group_alias_name) else number
    name = name.replace("+", " ")
    insert = Sql(
        """
        INSERT IGNORE INTO groups_alias
          (group_alias_id, group_alias_name, caller_id_number, caller_id_name, active, user_group)
        VALUES (%s, %s, %s, %s, %s, %s)
        """,
        alias_id, name, number, params.caller_id_name.replace("+", " "), params.active, params.admin_user_group,
    )  # fmt: skip
    # The key decides, so that of two requests at once one is refused, and an id that is another's in what the column
    # holds as well.
    if not call.db.run(insert):
        raise call.refusal("GROUP ALIAS ALREADY EXISTS", group_alias_id=alias_id, caller_id_number=number)
    admin_log.record(call.db, call.actor, "GROUPALIASES", "ADD", alias_id, "ADMIN API ADD GROUP ALIAS", "", insert)
    call.success(
        "GROUP ALIAS HAS BEEN ADDED", group_alias_id=alias_id, group_alias_name=name, caller_id_number=number
    )
