"""Changes settings of one campaign, and empties its hopper.

Source: spec/update_campaign.md
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, nullcontext
from itertools import product

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import changes
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.clock import is_number, leading_number, plain
from nonagent.database import Row, assignments
from nonagent.rules import admin_log, locks
from nonagent.rules.optional_fields import Accepts, Field, among, numbered, sized
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.words import BLANK

NO_FILTER = "---NONE---"

DIAL_METHODS = ("MANUAL", "RATIO", "INBOUND_MAN", "ADAPT_AVERAGE", "ADAPT_HARD_LIMIT", "ADAPT_TAPERED")
DIRECTIONS = ("DOWN", "UP")
ORDERS = ("", " PHONE", " LAST NAME", " COUNT", " LAST CALL TIME", " RANK", " OWNER", " TIMEZONE")
NEW_LEADS = ("", " 2nd NEW", " 3rd NEW", " 4th NEW", " 5th NEW", " 6th NEW")
LIST_ORDERS = frozenset(map("".join, product(DIRECTIONS, ORDERS, NEW_LEADS)))
SECONDARY_ORDERS = (
    "LEAD_ASCEND", "LEAD_DESCEND", "CALLTIME_ASCEND", "CALLTIME_DESCEND", "VENDOR_ASCEND", "VENDOR_DESCEND",
)  # fmt: skip

LONGEST_STATUS = 6
#: dial_statuses holds 255: a space and a status must still go in front
LONGEST_STATUSES = 248
NO_STATUSES = " -"


@function(
    "update_campaign",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE CAMPAIGNS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_campaigns": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_campaign(call: Call[AnyParameters]) -> None:
    params = call.params
    campaign_id = params.campaign_id
    if not 2 <= size(campaign_id) <= 8:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{campaign_id}|{params.campaign_name}|{campaign_id}")
    with _statuses_to_itself(call):
        _change_settings(call)
    if params.reset_hopper == "Y":
        shown = f"{call.user.name}|{campaign_id}|"
        with call.secondary("update_campaign HOPPER HAS NOT BEEN RESET", shown, f"{campaign_id}|"):
            _reset_hopper(call)


def _statuses_to_itself(call: Call[AnyParameters]) -> AbstractContextManager[None]:
    # dial_statuses is read, changed and written: two at once would lose one status.
    if call.params.dial_status_add or call.params.dial_status_remove:
        return locks.held(call.db, locks.DIAL_STATUSES, call.params.campaign_id)
    return nullcontext()


def _change_settings(call: Call[AnyParameters]) -> None:
    campaign = _campaign(call)
    if campaign is None:
        raise call.refusal("CAMPAIGN DOES NOT EXIST", call.params.campaign_id)
    given = changes(call, _fields(call, filter_known=campaign["filter_known"] == "1"))
    given |= _changed_statuses(call, campaign["dial_statuses"])
    if given:
        _update(call, given)
    else:
        call.notice("update_campaign NO UPDATES DEFINED", f"|{call.user.name}|", data="", separator=": ")


def _campaign(call: Call[AnyParameters]) -> Row | None:
    """The campaign, if the caller may use it, and whether the lead filter asked for exists."""
    allowed, ids = allowed_campaigns.condition(call.group)
    return call.db.one(
        f"""
        SELECT
          dial_statuses,
          EXISTS (SELECT 1 FROM vicidial_lead_filters WHERE lead_filter_id = %s) AS filter_known
        FROM vicidial_campaigns
        WHERE campaign_id = %s AND {allowed}
        """,  # noqa: S608
        call.params.lead_filter_id, call.params.campaign_id, *ids,
    )  # fmt: skip


def _fields(call: Call[AnyParameters], filter_known: bool) -> tuple[Field, ...]:
    """The fields in the order they are checked."""
    limit = leading_number(call.system.get("auto_dial_limit", "")) + 0.001
    return (
        Field("auto_dial_level", f"AUTO DIAL LEVEL MUST BE FROM 0 TO {plain(limit)}",
              _up_to(limit), "auto_dial_level"),
        Field("dial_method", "DIAL METHOD IS NOT VALID", among(*DIAL_METHODS), "dial_method"),
        Field("adaptive_maximum_level", "ADAPT MAXIMUM DIAL LEVEL MUST BE FROM 1 TO 5 CHARACTERS",
              sized(1, 5), "adaptive_maximum_level"),
        Field("campaign_vdad_exten", "ROUTING EXTENSION MUST BE FROM 3 TO 20 CHARACTERS",
              sized(3, 20), "campaign_vdad_exten"),
        # legacy: says 2000 and takes 5000.
        Field("hopper_level", "HOPPER LEVEL MUST BE FROM 1 TO 2000", numbered(1, 5000), "hopper_level"),
        Field("dial_timeout", "DIAL TIMEOUT MUST BE FROM 1 TO 120", numbered(1, 120), "dial_timeout"),
        Field("campaign_name", "CAMPAIGN NAME MUST BE FROM 6 TO 40 CHARACTERS", sized(6, 40), "campaign_name"),
        Field("outbound_cid", "CAMPAIGN CID MUST BE FROM 6 TO 20 CHARACTERS", sized(6, 20), "campaign_cid"),
        Field("lead_filter_id", "CAMPAIGN LEAD FILTER MUST BE A VALID FILTER IN THE SYSTEM",
              lambda value: filter_known or value == NO_FILTER, "lead_filter_id", blank=NO_FILTER),
        Field("active", "ACTIVE MUST BE Y OR N", among("Y", "N"), "active"),
        _transfer("xferconf_one", "ONE", "xferconf_a_number"),
        _transfer("xferconf_two", "TWO", "xferconf_b_number"),
        _transfer("xferconf_three", "THREE", "xferconf_c_number"),
        _transfer("xferconf_four", "FOUR", "xferconf_d_number"),
        _transfer("xferconf_five", "FIVE", "xferconf_e_number"),
        _url("dispo_call_url", "DISPO CALL URL", "dispo_call_url"),
        # legacy: so spelt.
        _url("webform_one", "WENFORM 1 URL", "web_form_address"),
        _url("webform_two", "WENFORM 2 URL", "web_form_address_two"),
        _url("webform_three", "WENFORM 3 URL", "web_form_address_three"),
        # legacy: a fixed setting of the original keeps random orders out.
        Field("list_order", "LIST ORDER INCLUDING RANDOM ARE NOT ALLOWED", _is_not_random, "lead_order"),
        Field("list_order", "LIST ORDER IS NOT VALID", LIST_ORDERS.__contains__, "lead_order"),
        Field("list_order_randomize", "LIST ORDER RANDOMIZE IS NOT VALID", among("Y", "N"), "lead_order_randomize"),
        Field("list_order_secondary", "LIST ORDER SECONDARY IS NOT VALID",
              among(*SECONDARY_ORDERS), "lead_order_secondary"),
    )  # fmt: skip


def _transfer(parameter: str, number: str, column: str) -> Field:
    return Field(parameter, f"TRANSFER CONF NUMBER {number} IS NOT VALID", sized(1, 50), column, blank=BLANK)


def _url(parameter: str, what: str, column: str) -> Field:
    return Field(parameter, f"{what} IS NOT VALID", sized(3, 65000), column, blank=BLANK)


def _is_not_random(order: str) -> bool:
    return "RANDOM" not in order.upper()


def _up_to(limit: float) -> Accepts:
    """Make the check of a dial level, from 0 to the limit."""

    def accepts(level: str) -> bool:
        if is_number(level):
            return float(level) <= limit
        # legacy: what is no number is compared as text, so that 1.2.3 is a level.
        return "0" <= level <= plain(limit)

    return accepts


def _changed_statuses(call: Call[AnyParameters], stored: str) -> dict[str, str]:
    """The column dial_statuses with a status added or removed, if one is."""
    added, removed = call.params.dial_status_add, call.params.dial_status_remove
    statuses = stored
    if added:
        statuses = _with_status(call, stored, added)
    if removed:
        statuses = _without_status(call, statuses, removed)
    return {"dial_statuses": statuses} if added or removed else {}


def _with_status(call: Call[AnyParameters], statuses: str, status: str) -> str:
    if size(status) > LONGEST_STATUS:
        raise _refuse_status(call, "DIAL STATUS ADD IS NOT VALID", status)
    if size(statuses) > LONGEST_STATUSES:
        raise _refuse_status(call, "DIAL STATUS ADD FAILURE, TOO MANY EXISTING DIAL STATUSES", status)
    # legacy: a status that is there already is there twice.
    return f" {status}{statuses if size(statuses) >= 2 else NO_STATUSES}"


def _without_status(call: Call[AnyParameters], statuses: str, status: str) -> str:
    if size(status) > LONGEST_STATUS:
        raise _refuse_status(call, "DIAL STATUS REMOVE IS NOT VALID", status)
    if statuses in ("", NO_STATUSES):
        raise _refuse_status(call, "DIAL STATUS REMOVE FAILURE, NO EXISTING DIAL STATUSES SET", status)
    # legacy: each takes the space behind it along, so of two equal neighbours the second stays.
    rest, found = re.subn(rf"\s{re.escape(status)}\s", " ", statuses, flags=re.ASCII | re.IGNORECASE)
    if not found:
        raise _refuse_status(call, "DIAL STATUS REMOVE FAILURE, NOT AN EXISTING DIAL STATUS", status)
    return rest


def _refuse_status(call: Call[AnyParameters], reason: str, status: str) -> Exception:
    return call.refusal(f"{reason}, THIS IS AN OPTIONAL FIELD", status)


def _update(call: Call[AnyParameters], given: dict[str, str]) -> None:
    campaign_id = call.params.campaign_id
    columns = {**given, "campaign_changedate": call.now.text}
    update = f"UPDATE vicidial_campaigns SET {assignments(columns)} WHERE campaign_id = %s"  # noqa: S608
    values = (*columns.values(), campaign_id)
    call.db.run(update, *values)
    _log_for_admins(call, "MODIFY", "ADMIN API UPDATE CAMPAIGN", call.db.text(update, *values))
    call.success("update_campaign CAMPAIGN HAS BEEN UPDATED", f"{call.user.name}|{campaign_id}", data=campaign_id)


def _reset_hopper(call: Call[AnyParameters]) -> None:
    campaign_id = call.params.campaign_id
    delete = "DELETE FROM vicidial_hopper WHERE campaign_id = %s"
    call.db.run(delete, campaign_id)
    _log_for_admins(call, "RESET", "ADMIN API RESET HOPPER", call.db.text(delete, campaign_id))
    # legacy: the number of rows is announced and never given.
    call.notice("update_campaign HOPPER HAS BEEN RESET", f"{call.user.name}|{campaign_id}|", data=f"{campaign_id}|")


def _log_for_admins(call: Call[AnyParameters], event_type: str, code: str, statement: str) -> None:
    campaign_id = call.params.campaign_id
    notes = f"campaign: {campaign_id}"
    admin_log.record(call.db, call.actor, "CAMPAIGNS", event_type, campaign_id, code, notes, statement)
