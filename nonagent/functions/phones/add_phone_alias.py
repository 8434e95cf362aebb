"""Adds a phone alias, under which an agent logs in to several phones.

Source: spec/add_phone_alias.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.rules import admin_log
from nonagent.rules.people import phones

INSERT = "INSERT IGNORE INTO phones_alias (alias_id, alias_name, logins_list) VALUES (%s, %s, %s)"


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
def add_phone_alias(call: Call[AnyParameters]) -> None:
    alias_id, name, logins = call.params.alias_id, call.params.alias_name, call.params.phone_logins
    told = f"{alias_id}|{name}|{logins}"
    if size(alias_id) < 2 or not name or size(logins) < 2:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", told)
    if call.db.one("SELECT alias_id FROM phones_alias WHERE alias_id = %s", alias_id):
        raise call.refusal("PHONE ALIAS ALREADY EXISTS", alias_id)
    unknown = phones.unknown_login(call.db, logins)
    if unknown is not None:
        raise call.refusal("PHONE DOES NOT EXIST", unknown)

    # Nothing is inserted when another request was quicker, or the id is another's in what the column holds.
    if not call.db.run(INSERT, alias_id, name, logins):
        raise call.refusal("PHONE ALIAS ALREADY EXISTS", alias_id)
    admin_log.record(
        call.db, call.actor, "PHONEALIASES", "ADD", alias_id, "ADMIN API ADD PHONE ALIAS",
        f"phones: {logins}", call.db.text(INSERT, alias_id, name, logins),
    )  # fmt: skip
    call.success("add_phone_alias PHONE ALIAS HAS BEEN ADDED", f"{call.user.name}|{told}", data=told)
