"""What becomes of a submission: kept first, then made a lead, or taken back.

Source: docs/lead-submission.md
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat

from nonagent.clock import Moment, local_offset
from nonagent.database import DatabaseError, Fitted, Refused, Row, Session, Sql, listed
from nonagent.rules import locks
from nonagent.rules.calls import call_times, callbacks, hopper
from nonagent.rules.custom_fields import custom_fields
from nonagent.rules.leads import leads, timezones
from nonagent.web.keys.keys import Key
from nonagent.web.submission.lead_types import LeadType

NEW, HELD_FOR_CALLBACK, CANCELLED = "NEW", "CBHOLD", "CANCEL"
#: hopper rows that the dialer works on already
BEING_DIALED = ("QUEUE", "INCALL", "RQUEUE")

# What becomes of a submission, as it is answered and as its row says.
PROCESSED = "processed"
UNKNOWN_TYPE = "Unknown Type"
SCHEDULED = "Another call is already scheduled"
EXISTING = "Existing Contact"
FAILED = "server error (save)"

# What hinders a cancellation.
NOT_FOUND = "not found"
ALREADY_PROCESSED = "already processed"

log = logging.getLogger("nonagent.web.submission.endpoint")


@dataclass(frozen=True)
class Submission:
    """A valid submission, as its schema gives it."""

    email: str
    first_name: str
    surname: str
    mobile: PhoneNumber
    type: str
    subtype: str
    other_phone: PhoneNumber | None
    data: Mapping[str, Any]
    delays: int

    @classmethod
    def of(cls, loaded: Mapping[str, Any]) -> Submission:
        """Parameters: loaded, by LeadRequest."""
        fields = {name: loaded[name] for name in cls.__dataclass_fields__}
        return cls(**fields | {"subtype": loaded["subtype"] or ""})

    @property
    def phone_number(self) -> str:
        """The mobile number as it is dialed: national digits, without the trunk prefix."""
        return phonenumbers.national_significant_number(self.mobile)

    @property
    def phone_code(self) -> str:
        """The country code of the mobile number."""
        return str(self.mobile.country_code)

    @property
    def alt_phone(self) -> str:
        """The other number, likewise."""
        if self.other_phone is None or self.other_phone.country_code != self.mobile.country_code:
            # safer: it would be dialed with the country code of the mobile number, and a stranger called.
            return ""
        return phonenumbers.national_significant_number(self.other_phone)


def e164(number: PhoneNumber) -> str:
    """A number in its international form, as +447840258823; of one whose country is not known, its digits."""
    if number.country_code is None:
        return number.raw_input or ""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def store(db: Session, now: Moment, key: Key, submission: Submission, body: str) -> int:
    """Keep a submission before anything else is done with it.

    Parameters: db; now; key it came with; submission; body, its JSON as received.
    Returns: its id.
    """
    return db.insert(
        """
        INSERT INTO nonagent_lead_submissions (received, key_id, type, subtype, mobile, body, outcome)
        VALUES (%s, %s, %s, %s, %s, %s, 'received')
        """,
        now.text, key.id, Fitted(submission.type), Fitted(submission.subtype), e164(submission.mobile), Fitted(body),
    )  # fmt: skip


def process(
    db: Session, now: Moment, key: Key, submission: Submission, kind: LeadType | None, submission_id: int
) -> str:
    """Make a lead of a stored submission.

    Parameters: db; now; key it came with; submission; kind, the row of its type, None for an unknown type;
    submission_id.
    Returns: PROCESSED, or why there is no lead: UNKNOWN_TYPE, SCHEDULED, EXISTING or FAILED.
    """
    try:
        outcome = UNKNOWN_TYPE if kind is None else _make_lead(db, now, key, submission, kind, submission_id)
    except DatabaseError:
        log.exception("submission %d is stored, but not processed", submission_id)
        outcome = FAILED
    if outcome != PROCESSED:
        _note_outcome(db, submission_id, outcome)
    return outcome


def _note_outcome(db: Session, submission_id: int, outcome: str) -> None:
    try:
        db.run("UPDATE nonagent_lead_submissions SET outcome = %s WHERE id = %s", outcome, submission_id)
    except DatabaseError:
        # What happened has happened, and is answered.
        log.exception("submission %d: outcome %r not noted", submission_id, outcome)


def _make_lead(db: Session, now: Moment, key: Key, submission: Submission, kind: LeadType, submission_id: int) -> str:
    numbers = [number for number in (submission.phone_number, submission.alt_phone) if number]
    # The name that add_lead locks its numbers under: neither may pass the other's check.
    with locks.held(db, locks.LEAD_NUMBER, *numbers):
        hindrance = _hindrance(db, submission.phone_number, str(kind.list_id))
        if hindrance:
            return hindrance
        facts = _look_up(db, submission, kind)
        lead = _insert_lead(db, now, key, submission, kind, submission_id, facts)
    if submission.delays:
        _schedule_callback(db, now, submission, kind, lead)
    elif facts["campaign_active"] == "Y":
        _add_to_hopper(db, now, kind, lead)
    return PROCESSED


def _hindrance(db: Session, phone_number: str, list_id: str) -> str:
    found = db.one(
        """
        SELECT
          EXISTS (SELECT 1 FROM vicidial_list AS lead
                  JOIN vicidial_callbacks AS callback ON callback.lead_id = lead.lead_id
                  WHERE lead.list_id = %s AND lead.phone_number = %s AND callback.status IN ('ACTIVE', 'LIVE')
                 ) AS scheduled,
          EXISTS (SELECT 1 FROM vicidial_list WHERE list_id = %s AND phone_number = %s AND NOT (status <=> %s))
          OR EXISTS (SELECT 1 FROM vicidial_list WHERE list_id = %s AND alt_phone = %s AND NOT (status <=> %s))
          AS existing
        """,
        list_id, phone_number,
        list_id, phone_number, CANCELLED,
        list_id, phone_number, CANCELLED,
    ) or {}  # fmt: skip
    if found["scheduled"] == "1":
        return SCHEDULED
    return EXISTING if found["existing"] == "1" else ""


def _insert_lead(
    db: Session, now: Moment, key: Key, submission: Submission, kind: LeadType, submission_id: int, facts: Row
) -> hopper.HopperLead:
    """Insert lead and custom values. Returns: what the hopper needs to know of the lead."""
    list_id = str(kind.list_id)
    custom, values = _custom_values(db, list_id, submission.data, facts)
    offset = _gmt_offset(db, now, submission, facts)
    given = {
        "vendor_lead_code": str(submission_id), "source_id": kind.source_id, "first_name": submission.first_name,
        "last_name": submission.surname, "state": facts["state"], "gender": "U", "alt_phone": submission.alt_phone,
        "email": submission.email, "rank": "0",
    }  # fmt: skip
    lead_id = leads.insert(
        db, now, submission.phone_code, submission.phone_number, list_id,
        HELD_FOR_CALLBACK if submission.delays else NEW, key.user, offset, list_id if values else "0",
        dict.fromkeys(leads.FIELDS, "") | given,
    )  # fmt: skip
    # At once: a cancellation finds the lead by it, whatever becomes of the steps behind.
    db.run(
        "UPDATE nonagent_lead_submissions SET lead_id = %s, outcome = %s WHERE id = %s",
        lead_id, PROCESSED, submission_id,
    )  # fmt: skip
    if custom and values:
        _insert_custom_values(db, custom, lead_id, values)
    return hopper.HopperLead(str(lead_id), list_id, offset, facts["state"], str(submission_id))


def _look_up(db: Session, submission: Submission, kind: LeadType) -> Row:
    return db.one(
        """
        SELECT system_settings.custom_fields_enabled, system_settings.active_modules,
               server.active AS server_found, server.local_gmt AS server_gmt,
               (SELECT state FROM vicidial_phone_codes WHERE country_code = %s AND areacode = %s LIMIT 1) AS state,
               (SELECT campaign.active FROM vicidial_lists AS list
                JOIN vicidial_campaigns AS campaign ON campaign.campaign_id = list.campaign_id
                WHERE list.list_id = %s) AS campaign_active
        FROM (SELECT 1 AS one) AS request
        LEFT JOIN system_settings ON TRUE
        LEFT JOIN (SELECT active, local_gmt FROM servers WHERE active = 'Y' LIMIT 1) AS server ON TRUE
        LIMIT 1
        """,
        submission.phone_code, submission.phone_number[:3], kind.list_id,
    ) or {}  # fmt: skip


def _gmt_offset(db: Session, now: Moment, submission: Submission, facts: Row) -> str:
    number = submission.phone_number
    place = timezones.Place(submission.phone_code, number[:3], number[3:6], facts["state"])
    server_gmt = facts["server_gmt"] if facts["server_found"] else None
    return timezones.gmt_offset(db, now, local_offset(server_gmt, now), place, method="")


def _custom_values(
    db: Session, list_id: str, data: Mapping[str, Any], facts: Row
) -> tuple[custom_fields.Definition | None, dict[str, str]]:
    """What of a submission's data are custom fields of the list, and their values by label."""
    if not data or not custom_fields.are_enabled(facts):
        return None, {}
    custom = custom_fields.read(db, list_id)
    encrypts = "cf_encrypt" in facts["active_modules"]
    values: dict[str, str] = {}
    for field in custom.fields:
        # A value that is to be encrypted stays with the submission alone: it is not written in plain.
        if field.has_column and field.label in data and not (field.is_encrypted and encrypts):
            text = _text(data[field.label])
            values[field.label] = Fitted(text) if field.is_wide else text
    return custom, values


def _text(value: object) -> str:
    """A value of JSON as text: a text as it is, null as blank, anything else as JSON writes it."""
    text = value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)
    return text.encode("utf8", "replace").decode("utf8")


def _insert_custom_values(
    db: Session, custom: custom_fields.Definition, lead_id: int, values: dict[str, str]
) -> None:
    try:
        if custom_fields.insert(db, custom, lead_id, values):
            return
        log.error("%s holds a row of lead %d already", custom.table, lead_id)
    except Refused:
        # The lead can be called without them, and they are kept with the submission.
        log.exception("custom values of lead %d are not stored", lead_id)
    leads.update(db, leads.LIVE, [str(lead_id)], {"entry_list_id": "0"})


def _schedule_callback(
    db: Session, now: Moment, submission: Submission, kind: LeadType, lead: hopper.HopperLead
) -> None:
    due = now.later(submission.delays).text
    callback = callbacks.Callback(
        kind.campaign_id, due, due, callbacks.ANYONE, user="", status=callbacks.DEFAULT_STATUS, comments=""
    )
    try:
        invalid = callbacks.insert(db, now, lead.lead_id, lead.list_id, callback)
    except Refused:
        log.exception("lead %s has no callback", lead.lead_id)
        invalid = "DATABASE"
    if invalid:
        log.error("type %s, campaign %s: lead %s is not delayed", kind.type, kind.campaign_id, lead.lead_id)
        # Held for a callback that does not exist it would never be called.
        leads.update(db, leads.LIVE, [lead.lead_id], {"status": NEW})


def _add_to_hopper(db: Session, now: Moment, kind: LeadType, lead: hopper.HopperLead) -> None:
    # Whatever fails here costs no call: the dialer fills its hopper from the list.
    try:
        dialing = call_times.of_list(db, lead.list_id, lead.state)
        if dialing.is_open(now, lead.gmt_offset):
            hopper.insert(db, dialing.campaign_id, lead, str(kind.priority))
    except (hopper.HopperFull, DatabaseError):
        log.warning("lead %s waits in its list, not in the hopper", lead.lead_id, exc_info=True)


def cancel(db: Session, type_name: str, mobile: PhoneNumber) -> str:
    """Take back the newest lead that was submitted with a type and a number.

    Parameters: db; type_name; mobile.
    Returns: blank, or why it is not cancelled: NOT_FOUND, ALREADY_PROCESSED or FAILED.
    """
    try:
        with locks.held(db, locks.LEAD_NUMBER, phonenumbers.national_significant_number(mobile)):
            return _cancel(db, type_name, mobile)
    except DatabaseError:
        log.exception("a lead of type %s is not cancelled", type_name)
        return FAILED


def _cancel(db: Session, type_name: str, mobile: PhoneNumber) -> str:
    found = db.one(
        """
        SELECT submission.id, submission.lead_id FROM nonagent_lead_submissions AS submission
        JOIN vicidial_list AS lead ON lead.lead_id = submission.lead_id
        WHERE submission.mobile = %s AND submission.type = %s
        ORDER BY submission.id DESC
        LIMIT 1
        """,
        e164(mobile), Fitted(type_name),
    )  # fmt: skip
    if found is None:
        return NOT_FOUND
    lead_id = found["lead_id"]
    if not _is_untouched(db, lead_id):
        return ALREADY_PROCESSED
    # Out of the hopper first: a lead that is marked but dialed all the same would be worse than the reverse.
    hopper.remove(db, lead_id, BEING_DIALED)
    if not _mark(db, lead_id):
        return ALREADY_PROCESSED
    # The dialer may have put it back before it was marked.
    hopper.remove(db, lead_id, BEING_DIALED)
    db.run("UPDATE vicidial_callbacks SET status = 'DEAD' WHERE lead_id = %s", lead_id)
    _note_outcome(db, int(found["id"]), CANCELLED)
    return ""


def _is_untouched(db: Session, lead_id: str) -> bool:
    sql = "SELECT 1 FROM vicidial_list WHERE lead_id = %s AND %s"
    return db.one(sql, lead_id, _untouched(lead_id)) is not None


def _mark(db: Session, lead_id: str) -> bool:
    """Mark a lead as cancelled, unless it was touched in the meantime."""
    sql = "UPDATE vicidial_list SET status = %s WHERE lead_id = %s AND %s"
    return db.run(sql, CANCELLED, lead_id, _untouched(lead_id)) > 0


def _untouched(lead_id: str) -> Sql:
    # The dialer marks what it takes: in the hopper, then in the lists of calls and agents, then in the lead.
    return Sql(
        """
        called_count = 0 AND status IN (%s, %s)
        AND NOT EXISTS (SELECT 1 FROM vicidial_hopper WHERE lead_id = %s AND status IN (%s))
        AND NOT EXISTS (SELECT 1 FROM vicidial_auto_calls WHERE lead_id = %s)
        AND NOT EXISTS (SELECT 1 FROM vicidial_live_agents WHERE lead_id = %s)
        """,
        NEW, HELD_FOR_CALLBACK, lead_id, listed(BEING_DIALED), lead_id, lead_id,
    )  # fmt: skip
