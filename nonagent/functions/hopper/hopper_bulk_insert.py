"""Puts leads into the hopper, each into that of the campaign its list belongs to.

Source: docs/functions/hopper_bulk_insert.md
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nonagent.api.answers import BLANK, FIELDS_ONLY, USER_LAST, Form, Line
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.database import ALWAYS, Row, Sql, listed
from nonagent.rules.calls import call_times, hopper
from nonagent.rules.calls.hopper import HopperFull, HopperLead
from nonagent.rules.people import allowed_campaigns

#: leads found of one request; the lowest ids beyond are not
MOST_LEADS = 1000
#: the list of a user whose campaigns have none
LAST_RESORT_LIST = "9"
MOST_LISTS = 10000
#: digits of the largest lead_id
LONGEST_ID = 10


class Asked(Parameters):
    """What hopper_bulk_insert is asked with."""

    lead_ids = parameter("The leads, separated by commas.", required=True)
    hopper_priority = parameter("The leads' priority in the hopper.", between=(-99, 99), default="0")
    hopper_local_call_time_check = flag("Leaves out the leads that may not be called at this hour.")


@dataclass
class _Count:
    """What became of the leads so far."""

    added: int = 0
    errors: int = 0
    not_found: int = 0
    last_hopper_id: int = 0


@function(
    "hopper_bulk_insert",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE HOPPER",
            level=8, columns={"vdc_agent_api_access": "1", "modify_campaigns": "1"},
        ),
    ),
)  # fmt: skip
def hopper_bulk_insert(call: Call[Asked]) -> None:
    asked = call.params.lead_ids.split(",")
    leads = _leads(call, asked)
    checked = call.params.hopper_local_call_time_check == "Y"

    @cache
    def dialing_of(list_id: str, state: str) -> call_times.ListDialing:
        return call_times.of_list(call.db, list_id, state)

    count = _Count()
    for lead_id in asked:
        lead = leads.get(lead_id)
        if lead is None:
            _not_found(call, count, lead_id)
            continue
        if lead["in_hopper"] == "1":
            _already_there(call, count, lead_id)
            continue
        dialing = dialing_of(lead["list_id"], lead["state"] if checked else "")
        if not dialing.campaign_id:
            _error(call, count, "CAMPAIGN DOES NOT EXIST", list_id=lead["list_id"], lead_id=lead_id)
            # legacy: such a lead counts twice.
            _not_found(call, count, lead_id)
            continue
        if checked and not dialing.is_open(call.now, lead["gmt_offset_now"]):
            _error(
                call, count, "NOT ADDED TO HOPPER, OUTSIDE OF LOCAL TIME,",
                lead_id=lead_id, gmt_offset_now=lead["gmt_offset_now"], state=lead["state"], is_open=0,
            )  # fmt: skip
            continue
        _insert(call, count, lead, dialing.campaign_id)
    _finish(call, count)


def _leads(call: Call[Asked], asked: list[str]) -> dict[str, Row]:
    """The leads asked for that the user may touch, by id."""
    # By value, as the limit counts them; what has more digits is no lead_id.
    wanted = list({value for text in asked if text and len(value := text.lstrip("0") or "0") <= LONGEST_ID})
    if not wanted:
        return {}
    rows = call.db.all(
        """
        SELECT
          lead_id, list_id, gmt_offset_now, state, vendor_lead_code, phone_number,
          EXISTS (SELECT 1 FROM vicidial_hopper WHERE vicidial_hopper.lead_id = lead.lead_id) AS in_hopper
        FROM vicidial_list AS lead
        WHERE lead_id IN (%s) AND %s
        ORDER BY lead_id DESC
        LIMIT %s
        """,
        listed(wanted), _in_allowed_lists(call), MOST_LEADS,
    )  # fmt: skip
    return {row["lead_id"]: row for row in rows}


def _in_allowed_lists(call: Call) -> Sql:
    """The lists of the user's campaigns, as a condition."""
    allowed = allowed_campaigns.allowed(call.group)
    if allowed is ALWAYS:
        return ALWAYS
    rows = call.db.all("SELECT list_id FROM vicidial_lists WHERE %s LIMIT %s", allowed, MOST_LISTS)
    return Sql("list_id IN (%s)", listed([row["list_id"] for row in rows] or [LAST_RESORT_LIST]))


def _insert(call: Call[Asked], count: _Count, lead: Row, campaign_id: str) -> None:
    lead_id = lead["lead_id"]
    entry = HopperLead(lead_id, lead["list_id"], lead["gmt_offset_now"], lead["state"], lead["vendor_lead_code"])
    try:
        hopper_id = hopper.insert_once(call.db, campaign_id, entry, call.params.hopper_priority)
    except HopperFull:
        _error(call, count, "NOT ADDED TO HOPPER, LEAD HOPPER INSERT ERROR", lead_id=lead_id)
        return
    lead["in_hopper"] = "1"
    if not hopper_id:
        # Another request was quicker.
        _already_there(call, count, lead_id)
        return
    count.added += 1
    count.last_hopper_id = hopper_id
    _notice(
        call, "LEAD ADDED TO HOPPER", USER_LAST,
        phone_number=lead["phone_number"], lead_id=lead_id, hopper_id=hopper_id,
    )  # fmt: skip


def _already_there(call: Call, count: _Count, lead_id: str) -> None:
    _error(call, count, "NOT ADDED TO HOPPER, LEAD IS ALREADY IN THE HOPPER", lead_id=lead_id)


def _error(call: Call, count: _Count, reason: str, **fields: object) -> None:
    count.errors += 1
    _notice(call, reason, FIELDS_ONLY, **fields)


def _not_found(call: Call, count: _Count, lead_id: str) -> None:
    count.not_found += 1
    _notice(call, "NOT ADDED TO HOPPER, LEAD NOT FOUND", FIELDS_ONLY, lead_id=lead_id)


def _notice(call: Call, reason: str, form: Form, **fields: object) -> None:
    """Answer a line about one lead. The API log has only the line about all of them."""
    call.show(Line("NOTICE", f"{call.function} {reason}", call.user.name, fields, form))


def _finish(call: Call, count: _Count) -> None:
    added, errors, not_found = count.added, count.errors, count.not_found
    if not added:
        raise call.error(
            "NO LEADS HAVE BEEN INSERTED INTO THE HOPPER",
            form=USER_LAST, logged=(0, BLANK, not_found, errors), errors=errors, not_found=not_found,
        )  # fmt: skip
    hopper_id = count.last_hopper_id
    call.success(
        "LEADS HAVE BEEN INSERTED INTO THE HOPPER",
        # legacy: the errors are logged twice.
        form=USER_LAST, logged=(added, errors, hopper_id, not_found, errors),
        added=added, errors=errors, last_hopper_id=hopper_id,
    )  # fmt: skip
