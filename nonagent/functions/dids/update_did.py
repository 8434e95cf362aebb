"""Changes or deletes an inbound DID.

Source: docs/functions/update_did.md
"""

from __future__ import annotations

from nonagent.api.answers import BLANK, REFUSAL
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import changes
from nonagent.api.parameters import flag, parameter
from nonagent.api.registry import function
from nonagent.database import Sql, assigned
from nonagent.functions.dids.did_settings import DidSettings, fields
from nonagent.rules import admin_log
from nonagent.rules.inbound import dids


class Asked(DidSettings):
    """What update_did is asked with."""

    did_pattern = parameter("The number that is called, of the DID to change.", required=True, length=(2, 50))
    delete_did = flag("Deletes the DID.")


@function(
    "update_did",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE DIDS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_inbound_dids": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_did(call: Call[Asked]) -> None:
    params = call.params
    pattern = params.did_pattern
    if not params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", did_pattern=pattern)
    did_id = dids.visible_id(call.db, call.group, pattern)
    if not did_id:
        raise call.refusal("DID DOES NOT EXIST", did_pattern=pattern)
    if params.delete_did == "Y":
        _delete(call, pattern, did_id)
        return

    given = changes(call, fields(call))
    if not given:
        call.notice("NO UPDATES DEFINED", form=REFUSAL, end=BLANK)
        return
    _update(call, pattern, did_id, given)


def _delete(call: Call, pattern: str, did_id: str) -> None:
    if not call.user.holds("delete_inbound_dids"):
        # legacy: the count of the permission gate, which was passed.
        raise call.refusal("USER DOES NOT HAVE PERMISSION TO DELETE DIDS", count=1)
    delete = Sql("DELETE FROM vicidial_inbound_dids WHERE did_id = %s", did_id)
    # Of several requests at once one deletes it.
    if not call.db.run(delete):
        raise call.refusal("DID DOES NOT EXIST", did_pattern=pattern)
    _record(call, "DELETE", pattern, did_id, delete)
    call.success("DID HAS BEEN DELETED", did_pattern=pattern, did_id=did_id)


def _update(call: Call, pattern: str, did_id: str, given: dict[str, str]) -> None:
    update = Sql("UPDATE vicidial_inbound_dids SET %s WHERE did_id = %s", assigned(given), did_id)
    call.db.run(update)
    _record(call, "MODIFY", pattern, did_id, update)
    call.success("DID HAS BEEN UPDATED", did_pattern=pattern)


def _record(call: Call, event_type: str, pattern: str, did_id: str, change: Sql) -> None:
    code = "ADMIN API DELETE DID" if event_type == "DELETE" else "ADMIN API UPDATE DID"
    notes = f"did: {pattern} did_id: {did_id}"
    admin_log.record(call.db, call.actor, "DIDS", event_type, did_id, code, notes, change)
