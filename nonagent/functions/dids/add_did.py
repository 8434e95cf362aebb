"""Adds an inbound DID.

Source: spec/add_did.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import changes
from nonagent.api.parameters import size
from nonagent.api.registry import function
from nonagent.database import assignments
from nonagent.rules import admin_log
from nonagent.rules.inbound import did_fields, dids


@function(
    "add_did",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO ADD DIDS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_inbound_dids": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def add_did(call: Call) -> None:
    params = call.params
    pattern = params.did_pattern
    if not 2 <= size(pattern) <= 50:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", pattern)
    if dids.exists(call.db, pattern):
        raise call.refusal("DID ALREADY EXISTS", pattern)
    given = changes(call, did_fields.fields(call.db, params.server_ip, params.group, params.menu_id))

    columns = {"did_pattern": pattern, **given}
    # safer: of two requests at once the unique key lets one through, and the other is told so.
    insert = f"INSERT IGNORE INTO vicidial_inbound_dids SET {assignments(columns)}"
    did_id = call.db.insert(insert, *columns.values())
    if not did_id:
        raise call.refusal("DID ALREADY EXISTS", pattern)
    admin_log.record(
        call.db, call.actor, "DIDS", "ADD", str(did_id), "ADMIN API ADD DID",
        f"did: {pattern} did_id: {did_id} inserted: 1", call.db.text(insert, *columns.values()),
    )  # fmt: skip
    call.success("add_did DID HAS BEEN ADDED", f"{call.user.name}|{pattern}", data=pattern)
