"""Adds an inbound DID.

Source: docs/functions/add_did.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import changes
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.database import Sql, assigned
from nonagent.functions.dids.did_settings import DidSettings, fields
from nonagent.rules import admin_log
from nonagent.rules.inbound import dids


class Asked(DidSettings):
    """What add_did is asked with."""

    did_pattern = parameter("The number that is called.", required=True, length=(2, 50))


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
def add_did(call: Call[Asked]) -> None:
    params = call.params
    pattern = params.did_pattern
    if not params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", did_pattern=pattern)
    if dids.exists(call.db, pattern):
        raise call.refusal("DID ALREADY EXISTS", did_pattern=pattern)
    given = changes(call, fields(call))

    # safer: of two requests at once the unique key lets one through, and the other is told so.
    insert = Sql("INSERT IGNORE INTO vicidial_inbound_dids SET %s", assigned({"did_pattern": pattern, **given}))
    did_id = call.db.insert(insert)
    if not did_id:
        raise call.refusal("DID ALREADY EXISTS", did_pattern=pattern)
    admin_log.record(
        call.db, call.actor, "DIDS", "ADD", str(did_id), "ADMIN API ADD DID",
        f"did: {pattern} did_id: {did_id} inserted: 1", insert,
    )  # fmt: skip
    call.success("DID HAS BEEN ADDED", did_pattern=pattern)
