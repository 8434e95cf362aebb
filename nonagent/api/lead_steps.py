"""Steps that functions about leads take alike, with what they are asked with and the lines they answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from nonagent.api.answers import BLANK, FIELDS_ONLY, USER_LAST, Form, RunOn
from nonagent.api.call import Call
from nonagent.api.common_parameters import PhoneNumber
from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.clock import Moment
from nonagent.database import Session
from nonagent.rules.calls import call_times, callbacks, hopper
from nonagent.rules.leads import alt_phones

#: as USER_LAST, the user logged too
USER_LAST_AND_LOGGED = Form(" - {fields}|{user}", "{fields}|{user}")


class NewLeadAsked(PhoneNumber):
    """Whom a new lead is, and which list it goes into."""

    list_id = parameter("The list; its digits count, and 999 stands for fewer than three of them.")


class AltPhonesAsked(Parameters):
    """The alternate phones of a new lead."""

    multi_alt_phones = parameter("Alternate phones of a new lead, `NUMBER_CODE_NOTE!NUMBER_CODE_NOTE`.")


class HopperAsked(Parameters):
    """Whether the lead goes into the hopper, and how."""

    add_to_hopper = flag("Puts the lead into the hopper, unless remove_from_hopper is `Y`.")
    hopper_priority = parameter("The lead's priority there.", between=(-99, 99), default="0")
    hopper_local_call_time_check = flag("Leaves it out where the lead may not be called at this hour.")


class CallbackAsked(Parameters):
    """The callback that is scheduled for the lead."""

    campaign_id = parameter("The campaign that calls back.")
    callback_datetime = parameter("When: `YYYY-MM-DD HH:MM:SS`, `NOW`, or `5DAYS` for that many days from now.")
    callback_type = parameter("Who calls back.", values=("ANYONE", "USERONLY"))
    callback_user = parameter("The user who calls back, for the type `USERONLY`.")
    callback_status = parameter("The status that the lead has meanwhile; `CALLBK` for a new callback without one.")
    callback_comments = parameter("What whoever calls back should know.")


def insert_alt_phones(call: Call[AltPhonesAsked], lead_id: int) -> None:
    """Store the alternate phones of a new lead, if the request has any. Parameters: call; lead_id."""
    phones = alt_phones.parse(call.params.multi_alt_phones)
    if not phones:
        return
    count = len(phones)
    with call.secondary("MULTI-ALT-PHONE NUMBERS NOT LOADED", form=USER_LAST, count=count, lead_id=lead_id):
        alt_phones.insert(call.db, lead_id, phones)
        # legacy: neither newline nor separator between the numbers, nor before the NOTICE that follows.
        call.show(RunOn([(phone.number, phone.phone_code, phone.note) for phone in phones]))
        call.notice("MULTI-ALT-PHONE NUMBERS LOADED", form=USER_LAST, count=count, lead_id=lead_id)


def hopper_step(call: Call, phone: str, lead_id: str) -> AbstractContextManager[None]:
    """The step that puts a lead into the hopper. Parameters: call; phone, as it is printed; lead_id."""
    return call.secondary("NOT ADDED TO HOPPER", form=USER_LAST, phone_number=phone, lead_id=lead_id, hopper_id=BLANK)


def add_to_hopper(
    call: Call[HopperAsked],
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
        call.notice(
            "NOT ADDED TO HOPPER, OUTSIDE OF LOCAL TIME",
            form=USER_LAST, phone_number=phone, lead_id=lead.lead_id, gmt_offset=lead.gmt_offset, dialable=0,
            # legacy: the log has the state where the answer has the user.
            logged=(phone, lead.lead_id, lead.gmt_offset, 0, lead.state),
        )  # fmt: skip
        return
    try:
        hopper_id = insert(call.db, dialing.campaign_id, lead, params.hopper_priority)
    except hopper.HopperFull:
        # safer: the lead is stored, so a crash here would have it sent again.
        call.notice("NOT ADDED TO HOPPER", form=USER_LAST, phone_number=phone, lead_id=lead.lead_id, hopper_id=BLANK)
        return
    if not hopper_id:
        already_in_hopper(call, phone, lead.lead_id)
        return
    call.notice("ADDED TO HOPPER", form=USER_LAST, phone_number=phone, lead_id=lead.lead_id, hopper_id=hopper_id)


def already_in_hopper(call: Call, phone: str, lead_id: str) -> None:
    """Say that a lead is in the hopper already. Parameters: call; phone, as it is printed; lead_id."""
    call.notice(
        "NOT ADDED TO HOPPER, LEAD IS ALREADY IN THE HOPPER",
        form=USER_LAST_AND_LOGGED, phone_number=phone, lead_id=lead_id,
    )  # fmt: skip


def callback_step(call: Call[CallbackAsked], lead_id: str) -> AbstractContextManager[None]:
    """The step that schedules a callback. Parameters: call; lead_id."""
    return call.secondary(
        "SCHEDULED CALLBACK NOT ADDED", form=FIELDS_ONLY, lead_id=lead_id, campaign_id=call.params.campaign_id
    )


def schedule_callback(
    call: Call[CallbackAsked],
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
    campaign_id = call.params.campaign_id
    outcome = insert(call.db, call.now, lead_id, list_id, callback)
    if outcome == callbacks.NO_CAMPAIGN:
        call.notice(
            "SCHEDULED CALLBACK NOT ADDED, CAMPAIGN NOT VALID",
            form=FIELDS_ONLY, lead_id=lead_id, campaign_id=campaign_id,
        )  # fmt: skip
    elif outcome == callbacks.NO_USER:
        call.notice(
            "SCHEDULED CALLBACK NOT ADDED, USER NOT VALID",
            form=FIELDS_ONLY, lead_id=lead_id, campaign_id=campaign_id, callback_user=user,
            callback_type=callback.recipient,
        )  # fmt: skip
    elif outcome == callbacks.ADDED:
        call.notice(
            "SCHEDULED CALLBACK ADDED",
            form=FIELDS_ONLY, lead_id=lead_id, campaign_id=campaign_id, callback_datetime=callback.datetime,
            callback_type=callback.recipient, callback_user=callback.user, callback_status=callback.status,
        )  # fmt: skip
    return outcome
