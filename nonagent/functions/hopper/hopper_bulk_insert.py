"""Puts leads into the hopper, each into that of the campaign its list belongs to.

Source: spec/hopper_bulk_insert.md
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.database import Row, placeholders
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
def hopper_bulk_insert(call: Call[AnyParameters]) -> None:
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
            _error(call, count, "CAMPAIGN DOES NOT EXIST", f"{lead['list_id']}|{lead_id}")
            # legacy: such a lead counts twice.
            _not_found(call, count, lead_id)
            continue
        if checked and not dialing.is_open(call.now, lead["gmt_offset_now"]):
            shown = f"{lead_id}|{lead['gmt_offset_now']}|{lead['state']}|0"
            _error(call, count, "NOT ADDED TO HOPPER, OUTSIDE OF LOCAL TIME,", shown)
            continue
        _insert(call, count, lead, dialing.campaign_id)
    _finish(call, count)


def _leads(call: Call[AnyParameters], asked: list[str]) -> dict[str, Row]:
    """The leads asked for that the user may touch, by id."""
    # By value, as the limit counts them; what has more digits is no lead_id.
    wanted = list({value for text in asked if text and len(value := text.lstrip("0") or "0") <= LONGEST_ID})
    if not wanted:
        return {}
    allowed, lists = _allowed_lists(call)
    rows = call.db.all(
        f"""
        SELECT
          lead_id, list_id, gmt_offset_now, state, vendor_lead_code, phone_number,
          EXISTS (SELECT 1 FROM vicidial_hopper WHERE vicidial_hopper.lead_id = lead.lead_id) AS in_hopper
        FROM vicidial_list AS lead
        WHERE lead_id IN ({placeholders(wanted)}) AND {allowed}
        ORDER BY lead_id DESC
        LIMIT {MOST_LEADS}
        """,  # noqa: S608
        *wanted, *lists,
    )  # fmt: skip
    return {row["lead_id"]: row for row in rows}


def _allowed_lists(call: Call[AnyParameters]) -> tuple[str, list[str]]:
    """The lists of the user's campaigns, as a condition and its values."""
    allowed, campaigns = allowed_campaigns.condition(call.group)
    if not campaigns:
        return "TRUE", []
    rows = call.db.all(
        f"SELECT list_id FROM vicidial_lists WHERE {allowed} LIMIT {MOST_LISTS}",  # noqa: S608
        *campaigns,
    )
    lists = [row["list_id"] for row in rows] or [LAST_RESORT_LIST]
    return f"list_id IN ({placeholders(lists)})", lists


def _insert(call: Call[AnyParameters], count: _Count, lead: Row, campaign_id: str) -> None:
    lead_id = lead["lead_id"]
    entry = HopperLead(lead_id, lead["list_id"], lead["gmt_offset_now"], lead["state"], lead["vendor_lead_code"])
    try:
        hopper_id = hopper.insert_once(call.db, campaign_id, entry, call.params.hopper_priority)
    except HopperFull:
        _error(call, count, "NOT ADDED TO HOPPER, LEAD HOPPER INSERT ERROR", lead_id)
        return
    lead["in_hopper"] = "1"
    if not hopper_id:
        # Another request was quicker.
        _already_there(call, count, lead_id)
        return
    count.added += 1
    count.last_hopper_id = hopper_id
    shown = f"{lead['phone_number']}|{lead_id}|{hopper_id}|{call.user.name}"
    _notice(call, "LEAD ADDED TO HOPPER", shown)


def _already_there(call: Call[AnyParameters], count: _Count, lead_id: str) -> None:
    _error(call, count, "NOT ADDED TO HOPPER, LEAD IS ALREADY IN THE HOPPER", lead_id)


def _error(call: Call[AnyParameters], count: _Count, reason: str, shown: str) -> None:
    count.errors += 1
    _notice(call, reason, shown)


def _not_found(call: Call[AnyParameters], count: _Count, lead_id: str) -> None:
    count.not_found += 1
    _notice(call, "NOT ADDED TO HOPPER, LEAD NOT FOUND", lead_id)


def _notice(call: Call[AnyParameters], reason: str, shown: str) -> None:
    call.print(f"NOTICE: hopper_bulk_insert {reason} - {shown}\n")


def _finish(call: Call[AnyParameters], count: _Count) -> None:
    if not count.added:
        raise call.error(
            "hopper_bulk_insert NO LEADS HAVE BEEN INSERTED INTO THE HOPPER",
            f"{count.errors}|{count.not_found}|{call.user.name}",
            data=f"0||{count.not_found}|{count.errors}",
        )
    done = f"{count.added}|{count.errors}|{count.last_hopper_id}"
    call.success(
        "hopper_bulk_insert LEADS HAVE BEEN INSERTED INTO THE HOPPER",
        f"{done}|{call.user.name}",
        # legacy: the errors are logged twice.
        data=f"{done}|{count.not_found}|{count.errors}",
    )
