"""Adds inbound DIDs as copies of an existing one.

Source: spec/copy_did.md
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import identifier
from nonagent.rules import admin_log
from nonagent.rules.inbound import dids

#: what a copy does not take from its source: its own, or the column's default
OWN_COLUMNS = {"did_id", "did_pattern", "did_description"}
NOT_COPIED = {"inbound_route_answer", "pre_filter_recent_call", "pre_filter_recent_extension", "modify_stamp"}


@dataclass
class Copies:
    """What became of the new DIDs so far."""

    added: int = 0
    errors: int = 0
    #: did_id of the last one that was tried, 0 where its insert was ignored, blank when none was
    last_id: str = ""
    lines: list[str] = field(default_factory=list)
    #: the last insert; the others differ in the pattern, which the lines have
    statement: str = ""


@function(
    "copy_did",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO ADD DIDS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_inbound_dids": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def copy_did(call: Call[AnyParameters]) -> None:
    pattern, new_dids = call.params.source_did_pattern, call.params.new_dids
    if not (2 <= size(pattern) <= 50 and 2 <= size(new_dids) <= 2000):
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{pattern}|{new_dids}")
    source_id = dids.visible_id(call.db, call.group, pattern)
    if not source_id:
        raise call.refusal("SOURCE DID DOES NOT EXIST", pattern)

    copies = Copies()
    for new in new_dids.split(","):
        _add_copy(call, copies, source_id, new)
    _log_for_admins(call, copies)

    counts = f"{pattern}|{copies.added}|{copies.errors}"
    if not copies.added:
        raise call.error("copy_did NO DIDS ADDED", f"{call.user.name}|{counts}", data=counts)
    call.success("copy_did DIDS HAVE BEEN ADDED", f"{call.user.name}|{counts}", data=counts)


def _add_copy(call: Call[AnyParameters], copies: Copies, source_id: str, new: str) -> None:
    description = call.params.did_description
    refused = description != "" and not 6 <= size(description) <= 50
    # The unique key decides whether a DID exists, so that of two requests at once only one adds it.
    did_id = 0 if refused else _insert(call, copies, source_id, new)
    if not did_id and dids.exists(call.db, new):
        call.notice("copy_did DID ALREADY EXISTS", f"{call.user.name}|{new}", data=new)
        copies.errors += 1
        copies.lines.append(f"{new} ALREADY EXISTS\n")
        return
    if refused:
        # legacy: only looked at when there is something to add, so notices may stand before it.
        raise call.refusal(
            "DID DESCRIPTION MUST BE EITHER BLANK OR FROM 6 TO 50 CHARACTERS, THIS IS AN OPTIONAL FIELD", description
        )
    # legacy: a DID that is another's once the column has cut it says so with two zeros, and is no error.
    added = 1 if did_id else 0
    shown = f"{new}|{call.params.source_did_pattern}|{did_id}|{added}"
    call.notice("copy_did DID HAS BEEN ADDED", f"{call.user.name}|{shown}", data=shown)
    copies.added += added
    copies.last_id = str(did_id)
    copies.lines.append(f"{new} ADDED, did_id: {did_id}\n")


def _insert(call: Call[AnyParameters], copies: Copies, source_id: str, new: str) -> int:
    description = call.params.did_description
    known = call.database.columns(call.db, "vicidial_inbound_dids")
    copied = ", ".join(identifier(column, known) for column in sorted(known - OWN_COLUMNS - NOT_COPIED))
    insert = f"""
        INSERT IGNORE INTO vicidial_inbound_dids (did_pattern, did_description, {copied})
        SELECT %s, COALESCE(%s, did_description), {copied}
        FROM vicidial_inbound_dids WHERE did_id = %s
        """  # noqa: S608
    values = (new, description or None, source_id)
    did_id = call.db.insert(insert, *values)
    if did_id:
        copies.statement = call.db.text(insert, *values)
    return did_id


def _log_for_admins(call: Call[AnyParameters], copies: Copies) -> None:
    notes = (
        f"DID Source: {call.params.source_did_pattern} Inserts: {copies.added} Insert Errors: {copies.errors}"
        f" Copy Log:\n{''.join(copies.lines)}"
    )
    admin_log.record(
        call.db, call.actor, "DIDS", "COPY", copies.last_id, "ADMIN API COPY DIDS", notes, copies.statement
    )
