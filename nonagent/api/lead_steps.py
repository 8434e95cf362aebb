"""Steps that functions about leads take alike, with the lines they answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from nonagent.api.call import Call
from nonagent.api.parameters import AnyParameters
from nonagent.clock import Moment
from nonagent.database import Session
from nonagent.rules.calls import call_times, callbacks, hopper
from nonagent.rules.leads import alt_phones, number_checks


def number(call: Call[AnyParameters]) -> number_checks.Number:
    """The number that the request is about, as checks see it. Parameters: call."""
    params = call.params
    return number_checks.Number(params.phone_number, params.area_code, params.prefix, params.campaign_id)


def wanted_checks(call: Call[AnyParameters]) -> number_checks.Wanted:
    """The checks of that number that the request asks for. Parameters: call."""
    params = call.params
    return number_checks.Wanted(
        usacan_prefix=params.usacan_prefix_check == "Y",
        usacan_area_code=params.usacan_areacode_check == "Y",
        nanpa=params.nanpa_ac_prefix_check == "Y",
        dnc=params.dnc_check,
        campaign_dnc=params.campaign_dnc_check,
    )


def insert_alt_phones(call: Call[AnyParameters], lead_id: int) -> None:
    """Store the alternate phones of a new lead, if the request has any. Parameters: call; lead_id."""
    phones = alt_phones.parse(call.params.multi_alt_phones)
    if not phones:
        return
    data = f"{len(phones)}|{lead_id}"
    shown = f"{data}|{call.user.name}"
    with call.secondary(f"{call.function} MULTI-ALT-PHONE NUMBERS NOT LOADED", shown, data):
        alt_phones.insert(call.db, lead_id, phones)
        call.print(alt_phones.echo(phones))
        call.notice(f"{call.function} MULTI-ALT-PHONE NUMBERS LOADED", shown, data)


def hopper_step(call: Call[AnyParameters], phone: str, lead_id: str) -> AbstractContextManager[None]:
    """The step that puts a lead into the hopper. Parameters: call; phone, as it is printed; lead_id."""
    data = f"{phone}|{lead_id}|"
    return call.secondary(f"{call.function} NOT ADDED TO HOPPER", f"{data}|{call.user.name}", data)


def add_to_hopper(
    call: Call[AnyParameters],
    phone: str,
    lead: hopper.HopperLead,
    insert: Callable[[Session, str, hopper.HopperLead, str], int] = hopper.insert,
) -> None:
    """Put a lead into the hopper, unless the request wants call times kept and it is too early or too late.

    Parameters: call; phone, as it is printed; lead; insert, how: hopper.insert, or hopper.insert_once for a lead that
    may be there.
    """
    params = call.params
    dialing = call_times.of_list(call.db, lead.list_id, lead.state)
    if params.hopper_local_call_time_check == "Y" and not dialing.is_open(call.now, lead.gmt_offset):
        data = f"{phone}|{lead.lead_id}|{lead.gmt_offset}|0"
        call.notice(
            f"{call.function} NOT ADDED TO HOPPER, OUTSIDE OF LOCAL TIME",
            f"{data}|{call.user.name}",
            # legacy: the log has the state where the answer has the user.
            data=f"{data}|{lead.state}",
        )
        return
    try:
        hopper_id = insert(call.db, dialing.campaign_id, lead, params.hopper_priority)
    except hopper.HopperFull:
        # safer: the lead is stored, so a crash here would have it sent again.
        reason = f"{call.function} NOT ADDED TO HOPPER"
        call.notice(reason, f"{phone}|{lead.lead_id}||{call.user.name}", data=f"{phone}|{lead.lead_id}|")
        return
    if not hopper_id:
        already_in_hopper(call, phone, lead.lead_id)
        return
    data = f"{phone}|{lead.lead_id}|{hopper_id}"
    call.notice(f"{call.function} ADDED TO HOPPER", f"{data}|{call.user.name}", data=data)


def already_in_hopper(call: Call[AnyParameters], phone: str, lead_id: str) -> None:
    """Say that a lead is in the hopper already. Parameters: call; phone, as it is printed; lead_id."""
    reason = f"{call.function} NOT ADDED TO HOPPER, LEAD IS ALREADY IN THE HOPPER"
    call.notice(reason, f"{phone}|{lead_id}|{call.user.name}")


def schedule_callback(
    call: Call[AnyParameters],
    lead_id: str,
    list_id: str,
    callback: callbacks.Callback,
    user: str,
    insert: Callable[[Session, Moment, str, str, callbacks.Callback], str] = callbacks.insert,
) -> str:
    """Schedule a callback and say so, or why not; of a lead that has one already nothing is said.

    Parameters: call; lead_id and list_id of the lead; callback; user, the callback user as it was asked for; insert,
    how: callbacks.insert, or callbacks.insert_once for a lead that may have one.
    Returns: what insert has returned.
    """
    shown = f"{lead_id}|{call.params.campaign_id}"
    outcome = insert(call.db, call.now, lead_id, list_id, callback)
    if outcome == callbacks.NO_CAMPAIGN:
        call.notice(f"{call.function} SCHEDULED CALLBACK NOT ADDED, CAMPAIGN NOT VALID", shown)
    elif outcome == callbacks.NO_USER:
        reason = f"{call.function} SCHEDULED CALLBACK NOT ADDED, USER NOT VALID"
        call.notice(reason, f"{shown}|{user}|{callback.recipient}")
    elif outcome == callbacks.ADDED:
        told = f"{shown}|{callback.datetime}|{callback.recipient}|{callback.user}|{callback.status}"
        call.notice(f"{call.function} SCHEDULED CALLBACK ADDED", told)
    return outcome
