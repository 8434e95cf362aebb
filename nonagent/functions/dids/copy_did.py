"""Adds inbound DIDs as copies of an existing one.

Source: docs/functions/copy_did.md
"""

from __future__ import annotations

from dataclasses import dataclass

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.database import Sql, identifiers
from nonagent.rules import admin_log
from nonagent.rules.inbound import dids

#: what a copy does not take from its source: its own, or the column's default
OWN_COLUMNS = {"did_id", "did_pattern", "did_description"}
NOT_COPIED = {"inbound_route_answer", "pre_filter_recent_call", "pre_filter_recent_extension", "modify_stamp"}


class Asked(Parameters):
    """What copy_did is asked with."""

    source_did_pattern = parameter("The number that is called, of the DID to copy.", required=True, length=(2, 50))
    new_dids = parameter("The numbers of the copies, with commas between.", required=True, length=(2, 2000))
    did_description = parameter(
        "What the copies are called; as the DID they are made of unless given.", length=(6, 50)
    )


@dataclass(frozen=True)
class Copy:
    """What became of one of the new DIDs."""

    pattern: str
    #: 0 where the insert was ignored, None where the DID was there already
    did_id: int | None = None
    #: what added it, None when nothing did
    insert: Sql | None = None

    @property
    def note(self) -> str:
        """Its line in the admin log."""
        if self.did_id is None:
            return f"{self.pattern} ALREADY EXISTS\n"
        return f"{self.pattern} ADDED, did_id: {self.did_id}\n"


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
def copy_did(call: Call[Asked]) -> None:
    params = call.params
    pattern = params.source_did_pattern
    if not params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", source_did_pattern=pattern, new_dids=params.new_dids)
    source_id = dids.visible_id(call.db, call.group, pattern)
    if not source_id:
        raise call.refusal("SOURCE DID DOES NOT EXIST", source_did_pattern=pattern)

    copies = [_copy(call, source_id, new) for new in params.new_dids.split(",")]
    added = sum(copy.insert is not None for copy in copies)
    errors = sum(copy.did_id is None for copy in copies)
    _log_for_admins(call, copies, added, errors)
    if not added:
        raise call.error("NO DIDS ADDED", source_did_pattern=pattern, added=added, errors=errors)
    call.success("DIDS HAVE BEEN ADDED", source_did_pattern=pattern, added=added, errors=errors)


def _copy(call: Call[Asked], source_id: str, new: str) -> Copy:
    description = call.params.did_description
    refused = description != "" and not Asked.did_description.fits(description)
    insert = None if refused else _insertion(call, source_id, new)
    # The unique key decides whether a DID exists, so that of two requests at once only one adds it.
    did_id = call.db.insert(insert) if insert else 0
    if not did_id and dids.exists(call.db, new):
        call.notice("DID ALREADY EXISTS", did_pattern=new)
        return Copy(new)
    if refused:
        # legacy: only looked at when there is something to add, so notices may stand before it.
        raise call.refusal(
            f"DID DESCRIPTION MUST BE EITHER BLANK OR FROM 6 TO 50 CHARACTERS{OPTIONAL}", did_description=description
        )
    # legacy: a DID that is another's once the column has cut it says so with two zeros, and is no error.
    call.notice(
        "DID HAS BEEN ADDED",
        did_pattern=new, source_did_pattern=call.params.source_did_pattern, did_id=did_id, count=1 if did_id else 0,
    )  # fmt: skip
    return Copy(new, did_id, insert if did_id else None)


def _insertion(call: Call[Asked], source_id: str, new: str) -> Sql:
    known = call.database.columns(call.db, "vicidial_inbound_dids")
    copied = identifiers(sorted(known - OWN_COLUMNS - NOT_COPIED), known)
    return Sql(
        """
        INSERT IGNORE INTO vicidial_inbound_dids (did_pattern, did_description, %s)
        SELECT %s, COALESCE(%s, did_description), %s
        FROM vicidial_inbound_dids WHERE did_id = %s
        """,
        copied, new, call.params.did_description or None, copied, source_id,
    )  # fmt: skip


def _log_for_admins(call: Call[Asked], copies: list[Copy], added: int, errors: int) -> None:
    notes = (
        f"DID Source: {call.params.source_did_pattern} Inserts: {added} Insert Errors: {errors}"
        f" Copy Log:\n{''.join(copy.note for copy in copies)}"
    )
    # The last that was tried; where its insert was ignored that is 0, and blank when none was.
    last_id = next((str(copy.did_id) for copy in reversed(copies) if copy.did_id is not None), "")
    # The last insert only: the others differ in the pattern, which the notes have.
    ran = [copy.insert for copy in copies if copy.insert][-1:]
    admin_log.record(call.db, call.actor, "DIDS", "COPY", last_id, "ADMIN API COPY DIDS", notes, *ran)
