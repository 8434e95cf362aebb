"""Changes or deletes an inbound DID.

Source: spec/update_did.md
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
    "update_did",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE DIDS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_inbound_dids": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_did(call: Call) -> None:
    params = call.params
    pattern = params.did_pattern
    if not 2 <= size(pattern) <= 50:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", pattern)
    did_id = dids.visible_id(call.db, call.group, pattern)
    if not did_id:
        raise call.refusal("DID DOES NOT EXIST", pattern)
    if params.delete_did == "Y":
        _delete(call, pattern, did_id)
        return

    given = changes(call, did_fields.fields(call.db, params.server_ip, params.group, params.menu_id))
    if not given:
        call.notice("update_did NO UPDATES DEFINED", f"|{call.user.name}|", data="", separator=": ")
        return
    _update(call, pattern, did_id, given)


def _delete(call: Call, pattern: str, did_id: str) -> None:
    if not call.user.holds("delete_inbound_dids"):
        # legacy: the count of the permission gate, which was passed.
        raise call.refusal("USER DOES NOT HAVE PERMISSION TO DELETE DIDS", "1")
    delete = "DELETE FROM vicidial_inbound_dids WHERE did_id = %s"
    # Of several requests at once one deletes it.
    if not call.db.run(delete, did_id):
        raise call.refusal("DID DOES NOT EXIST", pattern)
    admin_log.record(
        call.db, call.actor, "DIDS", "DELETE", did_id, "ADMIN API DELETE DID",
        f"did: {pattern} did_id: {did_id}", call.db.text(delete, did_id),
    )  # fmt: skip
    call.success(
        "update_did DID HAS BEEN DELETED", f"{call.user.name}|{pattern}|{did_id}", data=f"{pattern}|{did_id}"
    )


def _update(call: Call, pattern: str, did_id: str, given: dict[str, str]) -> None:
    update = f"UPDATE vicidial_inbound_dids SET {assignments(given)} WHERE did_id = %s"  # noqa: S608
    values = (*given.values(), did_id)
    call.db.run(update, *values)
    admin_log.record(
        call.db, call.actor, "DIDS", "MODIFY", did_id, "ADMIN API UPDATE DID",
        f"did: {pattern} did_id: {did_id}", call.db.text(update, *values),
    )  # fmt: skip
    call.success("update_did DID HAS BEEN UPDATED", f"{call.user.name}|{pattern}", data=pattern)
