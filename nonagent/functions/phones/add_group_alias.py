"""Adds a group alias, a caller ID that agents may choose.

Source: spec/add_group_alias.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.rules import admin_log

INSERT = """
    INSERT IGNORE INTO groups_alias
      (group_alias_id, group_alias_name, caller_id_number, caller_id_name, active, user_group)
    VALUES (%s, %s, %s, %s, %s, %s)
    """


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
def add_group_alias(call: Call[AnyParameters]) -> None:
    params = call.params
    number = params.caller_id_number
    if size(number) < 6:
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS", f"{params.group_alias_id}|{params.group_alias_name}|{number}"
        )
    alias_id = params.group_alias_id if size(params.group_alias_id) >= 2 else number
    name = (params.group_alias_name if size(params.group_alias_name) >= 2 else number).replace("+", " ")
    values = (
        alias_id, name, number, params.caller_id_name.replace("+", " "), params.active or "Y",
        params.admin_user_group or "---ALL---",
    )  # fmt: skip
    # The key decides, so that of two requests at once one is refused, and an id that is another's in what the column
    # holds as well.
    if not call.db.run(INSERT, *values):
        raise call.refusal("GROUP ALIAS ALREADY EXISTS", f"{alias_id}|{number}")
    admin_log.record(
        call.db, call.actor, "GROUPALIASES", "ADD", alias_id, "ADMIN API ADD GROUP ALIAS",
        "", call.db.text(INSERT, *values),
    )  # fmt: skip
    told = f"{alias_id}|{name}|{number}"
    call.success("add_group_alias GROUP ALIAS HAS BEEN ADDED", f"{call.user.name}|{told}", data=told)
