"""Changes settings of one campaign, and empties its hopper.

Source: docs/functions/update_campaign.md
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from itertools import product

from nonagent.api.answers import BLANK, REFUSAL, Stop, Unnamed
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL, changes
from nonagent.api.optional_fields import OptionalField as Field
from nonagent.api.parameters import Parameter, Parameters, flag, parameter, size
from nonagent.api.registry import function
from nonagent.clock import is_number, leading_number, plain
from nonagent.database import Row, Sql, assigned
from nonagent.rules import admin_log, locks, words
from nonagent.rules.people import allowed_campaigns

NO_FILTER = "---NONE---"

DIAL_METHODS = ("MANUAL", "RATIO", "INBOUND_MAN", "ADAPT_AVERAGE", "ADAPT_HARD_LIMIT", "ADAPT_TAPERED")
DIRECTIONS = ("DOWN", "UP")
ORDERS = ("", " PHONE", " LAST NAME", " COUNT", " LAST CALL TIME", " RANK", " OWNER", " TIMEZONE")
NEW_LEADS = ("", " 2nd NEW", " 3rd NEW", " 4th NEW", " 5th NEW", " 6th NEW")
LIST_ORDERS = tuple(map("".join, product(DIRECTIONS, ORDERS, NEW_LEADS)))
SECONDARY_ORDERS = (
    "LEAD_ASCEND", "LEAD_DESCEND", "CALLTIME_ASCEND", "CALLTIME_DESCEND", "VENDOR_ASCEND", "VENDOR_DESCEND",
)  # fmt: skip

#: dial_statuses holds 255: a space and a status must still go in front
LONGEST_STATUSES = 248
NO_STATUSES = " -"


class Asked(Parameters):
    """What update_campaign is asked with."""

    campaign_id = parameter("The campaign to change.", required=True, length=(2, 8))
    auto_dial_level = parameter("Calls per agent, up to the limit of the system settings.")
    dial_method = parameter("How calls are paced.", values=DIAL_METHODS)
    adaptive_maximum_level = parameter("The most calls per agent that pacing goes to.", length=(1, 5))
    campaign_vdad_exten = parameter("The extension that calls are sent to.", length=(3, 20))
    # legacy: its complaint says 2000.
    hopper_level = parameter("How many leads wait in the hopper.", between=(1, 5000))
    dial_timeout = parameter("How many seconds a call rings.", between=(1, 120))
    campaign_name = parameter("What the campaign is called.", length=(6, 40))
    outbound_cid = parameter("The number that it calls from.", length=(6, 20))
    lead_filter_id = parameter("Its lead filter; `---NONE---` for none.")
    active = parameter("Whether it runs.", values=("Y", "N"))
    xferconf_one = parameter("The first number of its transfers; `--BLANK--` for none.", length=(1, 50))
    xferconf_two = parameter("The second of them.", length=(1, 50))
    xferconf_three = parameter("The third of them.", length=(1, 50))
    xferconf_four = parameter("The fourth of them.", length=(1, 50))
    xferconf_five = parameter("The fifth of them.", length=(1, 50))
    dispo_call_url = parameter("The URL that is called behind a call; `--BLANK--` for none.", length=(3, 65000))
    webform_one = parameter("The first web page that agents open; `--BLANK--` for none.", length=(3, 65000))
    webform_two = parameter("The second of them.", length=(3, 65000))
    webform_three = parameter("The third of them.", length=(3, 65000))
    list_order = parameter("Which leads are called first.", values=LIST_ORDERS)
    list_order_randomize = parameter("Whether leads of the same place in that order are shuffled.", values=("Y", "N"))
    list_order_secondary = parameter("The order of leads of the same place.", values=SECONDARY_ORDERS)
    dial_status_add = parameter("A status whose leads are called from now on.", length=(1, 6))
    dial_status_remove = parameter("A status whose leads are called no more.", length=(1, 6))
    reset_hopper = flag("Empties the hopper.")


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
def update_campaign(call: Call[Asked]) -> None:
    params = call.params
    campaign_id = params.campaign_id
    if not params.are_complete():
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS",
            campaign_id=campaign_id, campaign_name=params.campaign_name, again=Unnamed(campaign_id),
        )  # fmt: skip
    with _statuses_to_itself(call):
        _change_settings(call)
    if params.reset_hopper == "Y":
        with call.secondary("HOPPER HAS NOT BEEN RESET", campaign_id=campaign_id, end=BLANK):
            _reset_hopper(call)


def _statuses_to_itself(call: Call[Asked]) -> AbstractContextManager[None]:
    # dial_statuses is read, changed and written: two at once would lose one status.
    if call.params.dial_status_add or call.params.dial_status_remove:
        return locks.held(call.db, locks.DIAL_STATUSES, call.params.campaign_id)
    return nullcontext()


def _change_settings(call: Call[Asked]) -> None:
    campaign = _campaign(call)
    if campaign is None:
        raise call.refusal("CAMPAIGN DOES NOT EXIST", campaign_id=call.params.campaign_id)
    given = changes(call, _fields(call, filter_known=campaign["filter_known"] == "1"))
    given |= _changed_statuses(call, campaign["dial_statuses"])
    if given:
        _update(call, given)
    else:
        call.notice("NO UPDATES DEFINED", form=REFUSAL)


def _campaign(call: Call[Asked]) -> Row | None:
    """The campaign, if the caller may use it, and whether the lead filter asked for exists."""
    return call.db.one(
        """
        SELECT
          dial_statuses,
          EXISTS (SELECT 1 FROM vicidial_lead_filters WHERE lead_filter_id = %s) AS filter_known
        FROM vicidial_campaigns
        WHERE campaign_id = %s AND %s
        """,
        call.params.lead_filter_id, call.params.campaign_id, allowed_campaigns.allowed(call.group),
    )  # fmt: skip


def _fields(call: Call[Asked], filter_known: bool) -> tuple[Field, ...]:
    """The fields in the order they are checked."""
    limit = leading_number(call.system.get("auto_dial_limit", "")) + 0.001
    own = Asked
    return (
        Field(own.auto_dial_level, f"AUTO DIAL LEVEL MUST BE FROM 0 TO {plain(limit)}",
              "auto_dial_level", _up_to(limit)),
        Field(own.dial_method, "DIAL METHOD IS NOT VALID", "dial_method"),
        Field(own.adaptive_maximum_level, "ADAPT MAXIMUM DIAL LEVEL MUST BE FROM 1 TO 5 CHARACTERS",
              "adaptive_maximum_level"),
        Field(own.campaign_vdad_exten, "ROUTING EXTENSION MUST BE FROM 3 TO 20 CHARACTERS", "campaign_vdad_exten"),
        Field(own.hopper_level, "HOPPER LEVEL MUST BE FROM 1 TO 2000", "hopper_level"),
        Field(own.dial_timeout, "DIAL TIMEOUT MUST BE FROM 1 TO 120", "dial_timeout"),
        Field(own.campaign_name, "CAMPAIGN NAME MUST BE FROM 6 TO 40 CHARACTERS", "campaign_name"),
        Field(own.outbound_cid, "CAMPAIGN CID MUST BE FROM 6 TO 20 CHARACTERS", "campaign_cid"),
        Field(own.lead_filter_id, "CAMPAIGN LEAD FILTER MUST BE A VALID FILTER IN THE SYSTEM", "lead_filter_id",
              lambda value: filter_known or value == NO_FILTER, blank=NO_FILTER),
        Field(own.active, "ACTIVE MUST BE Y OR N", "active"),
        _transfer(own.xferconf_one, "ONE", "xferconf_a_number"),
        _transfer(own.xferconf_two, "TWO", "xferconf_b_number"),
        _transfer(own.xferconf_three, "THREE", "xferconf_c_number"),
        _transfer(own.xferconf_four, "FOUR", "xferconf_d_number"),
        _transfer(own.xferconf_five, "FIVE", "xferconf_e_number"),
        _url(own.dispo_call_url, "DISPO CALL URL", "dispo_call_url"),
        # legacy: so spelt.
        _url(own.webform_one, "WENFORM 1 URL", "web_form_address"),
        _url(own.webform_two, "WENFORM 2 URL", "web_form_address_two"),
        _url(own.webform_three, "WENFORM 3 URL", "web_form_address_three"),
        # legacy: a fixed setting of the original keeps random orders out.
        Field(own.list_order, "LIST ORDER INCLUDING RANDOM ARE NOT ALLOWED", "lead_order", _is_not_random),
        Field(own.list_order, "LIST ORDER IS NOT VALID", "lead_order"),
        Field(own.list_order_randomize, "LIST ORDER RANDOMIZE IS NOT VALID", "lead_order_randomize"),
        Field(own.list_order_secondary, "LIST ORDER SECONDARY IS NOT VALID", "lead_order_secondary"),
    )  # fmt: skip


def _transfer(number: Parameter, which: str, column: str) -> Field:
    return Field(number, f"TRANSFER CONF NUMBER {which} IS NOT VALID", column, blank=words.BLANK)


def _url(url: Parameter, what: str, column: str) -> Field:
    return Field(url, f"{what} IS NOT VALID", column, blank=words.BLANK)


def _is_not_random(order: str) -> bool:
    return "RANDOM" not in order.upper()


def _up_to(limit: float) -> Callable[[str], bool]:
    """Make the check of a dial level, from 0 to the limit."""

    def accepts(level: str) -> bool:
        if is_number(level):
            return float(level) <= limit
        # legacy: what is no number is compared as text, so that 1.2.3 is a level.
        return "0" <= level <= plain(limit)

    return accepts


def _changed_statuses(call: Call[Asked], stored: str) -> dict[str, str]:
    """The column dial_statuses with a status added or removed, if one is."""
    added, removed = call.params.dial_status_add, call.params.dial_status_remove
    statuses = stored
    if added:
        statuses = _with_status(call, stored, added)
    if removed:
        statuses = _without_status(call, statuses, removed)
    return {"dial_statuses": statuses} if added or removed else {}


def _with_status(call: Call[Asked], statuses: str, status: str) -> str:
    if not Asked.dial_status_add.fits(status):
        raise _refuse_status(call, "DIAL STATUS ADD IS NOT VALID", status)
    if size(statuses) > LONGEST_STATUSES:
        raise _refuse_status(call, "DIAL STATUS ADD FAILURE, TOO MANY EXISTING DIAL STATUSES", status)
    # legacy: a status that is there already is there twice.
    return f" {status}{statuses if size(statuses) >= 2 else NO_STATUSES}"


def _without_status(call: Call[Asked], statuses: str, status: str) -> str:
    if not Asked.dial_status_remove.fits(status):
        raise _refuse_status(call, "DIAL STATUS REMOVE IS NOT VALID", status)
    if statuses in ("", NO_STATUSES):
        raise _refuse_status(call, "DIAL STATUS REMOVE FAILURE, NO EXISTING DIAL STATUSES SET", status)
    # legacy: each takes the space behind it along, so of two equal neighbours the second stays.
    rest, found = re.subn(rf"\s{re.escape(status)}\s", " ", statuses, flags=re.ASCII | re.IGNORECASE)
    if not found:
        raise _refuse_status(call, "DIAL STATUS REMOVE FAILURE, NOT AN EXISTING DIAL STATUS", status)
    return rest


def _refuse_status(call: Call[Asked], reason: str, status: str) -> Stop:
    return call.refusal(f"{reason}{OPTIONAL}", status=status)


def _update(call: Call[Asked], given: dict[str, str]) -> None:
    campaign_id = call.params.campaign_id
    columns = {**given, "campaign_changedate": call.now.text}
    update = Sql("UPDATE vicidial_campaigns SET %s WHERE campaign_id = %s", assigned(columns), campaign_id)
    call.db.run(update)
    _log_for_admins(call, "MODIFY", "ADMIN API UPDATE CAMPAIGN", update)
    call.success("CAMPAIGN HAS BEEN UPDATED", campaign_id=campaign_id)


def _reset_hopper(call: Call[Asked]) -> None:
    campaign_id = call.params.campaign_id
    delete = Sql("DELETE FROM vicidial_hopper WHERE campaign_id = %s", campaign_id)
    call.db.run(delete)
    _log_for_admins(call, "RESET", "ADMIN API RESET HOPPER", delete)
    # legacy: the number of rows is announced and never given.
    call.notice("HOPPER HAS BEEN RESET", campaign_id=campaign_id, end=BLANK)


def _log_for_admins(call: Call[Asked], event_type: str, code: str, change: Sql) -> None:
    campaign_id = call.params.campaign_id
    notes = f"campaign: {campaign_id}"
    admin_log.record(call.db, call.actor, "CAMPAIGNS", event_type, campaign_id, code, notes, change)
