"""Adds a phone alias, under which an agent logs in to several phones.

Source: docs/functions/add_phone_alias.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.database import Sql
from nonagent.rules import admin_log
from nonagent.rules.people import phones


class Asked(Parameters):
    """What add_phone_alias is asked with."""

    alias_id = parameter("The alias that agents log in with.", required=True, length=(2, UNLIMITED))
    alias_name = parameter("What it is called.", required=True, length=(1, UNLIMITED))
    phone_logins = parameter("The logins of its phones, with commas between.", required=True, length=(2, UNLIMITED))


@function(
    "add_phone_alias",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO ADD PHONE ALIASES",
            level=8, columns={"vdc_agent_api_access": "1", "ast_admin_access": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def add_phone_alias(call: Call[Asked]) -> None:
    params = call.params
    alias_id, name, logins = params.alias_id, params.alias_name, params.phone_logins
    if not params.are_complete():
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS", alias_id=alias_id, alias_name=name, phone_logins=logins
        )
    if call.db.one("SELECT alias_id FROM phones_alias WHERE alias_id = %s", alias_id):
        raise call.refusal("PHONE ALIAS ALREADY EXISTS", alias_id=alias_id)
    unknown = phones.unknown_login(call.db, logins)
    if unknown is not None:
        raise call.refusal("PHONE DOES NOT EXIST", phone_login=unknown)

    insert = Sql(
        "INSERT IGNORE INTO phones_alias (alias_id, alias_name, logins_list) VALUES (%s, %s, %s)",
        alias_id, name, logins,
    )  # fmt: skip
    # Nothing is inserted when another request was quicker, or the id is another's in what the column holds.
    if not call.db.run(insert):
        raise call.refusal("PHONE ALIAS ALREADY EXISTS", alias_id=alias_id)
    admin_log.record(
        call.db, call.actor, "PHONEALIASES", "ADD", alias_id, "ADMIN API ADD PHONE ALIAS",
        f"phones: {logins}", insert,
    )  # fmt: skip
    call.success("PHONE ALIAS HAS BEEN ADDED", alias_id=alias_id, alias_name=name, phone_logins=logins)
