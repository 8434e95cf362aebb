"""Says whether a phone number is valid, not on a do-not-call list, and dialable now; changes nothing.

Source: spec/check_phone_number.md
"""

from __future__ import annotations

from dataclasses import replace

from nonagent.api import lead_steps
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.rules.calls import call_times
from nonagent.rules.leads import facts, number_checks, timezones

DEFAULT_PHONE_CODE = "1"
DEFAULT_METHOD = "AREACODE"


@function(
    "check_phone_number",
    gates=(
        *STANDARD,
        permission("USER DOES NOT HAVE PERMISSION TO CHECK PHONE NUMBERS", level=8, shown="|", data=""),
    ),
)
def check_phone_number(call: Call[AnyParameters]) -> None:
    params = call.params
    method = params.tz_method.upper() or DEFAULT_METHOD
    hours = call_times.read(call.db, params.local_call_time, params.state)
    if hours is None:
        raise call.error(
            "check_phone_number THIS IS NOT A VALID CALL TIME",
            f"|{call.user.name}|{params.local_call_time}|", data="0", separator=": ",
        )  # fmt: skip
    check_number(call, method)
    answer = "".join(
        f"{word}: {dialable_by(call, hours, lookup)}#" for word, lookup in lookups(call).items() if word in method
    )
    answer += (
        f"PHONE: {params.phone_number}|{params.phone_code or DEFAULT_PHONE_CODE}|{params.postal_code}"
        f"|{params.state}|{params.owner}|"
    )
    call.print(answer + "\n")
    call.log("NOTICE", answer)


def check_number(call: Call[AnyParameters], method: str) -> None:
    params, phone = call.params, call.params.phone_number
    wanted = lead_steps.wanted_checks(call)
    needs_nanpa = wanted.nanpa or "NANPA" in method
    asked = number_checks.questions(lead_steps.number(call), replace(wanted, nanpa=needs_nanpa))
    found = facts.ask(call.db, asked)
    if needs_nanpa and not number_checks.is_nanpa_loaded(found):
        raise call.error(
            "check_phone_number NANPA options disabled, NANPA prefix data not loaded",
            f"{found['nanpa_rows']}|{call.user.name}", data=f"|{params.lead_id}",
        )  # fmt: skip
    fault = number_checks.numbering_fault(phone, wanted, found)
    if not fault and number_checks.is_in_dnc(found):
        fault = "PHONE NUMBER IN DNC"
    if fault:
        raise call.error(f"check_phone_number {fault}", f"{phone}|{call.user.name}", data=phone)
    if number_checks.is_in_campaign_dnc(found):
        data = f"{phone}|{params.campaign_id}"
        raise call.error("check_phone_number PHONE NUMBER IN CAMPAIGN DNC", f"{data}|{call.user.name}", data=data)


def lookups(call: Call[AnyParameters]) -> dict[str, str | None]:
    """The methods in the order they are answered, each with the tz_method it looks up by; None where it may not."""
    params = call.params
    return {
        "AREACODE": "",
        "POSTAL": "POSTAL" if size(params.postal_code) == 5 else None,
        "TZCODE": "TZCODE" if 1 <= size(params.owner) <= 6 else None,
        "NANPA": "NANPA",
    }


def dialable_by(call: Call[AnyParameters], hours: call_times.Hours, lookup: str | None) -> str:
    if lookup is None:
        return "0|"
    params = call.params
    place = timezones.Place(
        phone_code=params.phone_code or DEFAULT_PHONE_CODE,
        area_code=params.area_code,
        # legacy: after the prefix check only its one digit is left, so NANPA data does not match.
        prefix=params.prefix[:1] if params.usacan_prefix_check == "Y" else params.prefix,
        state=params.state,
        postal_code=params.postal_code,
        owner=params.owner,
    )
    offset = timezones.gmt_offset(call.db, call.now, call.local_offset, place, lookup)
    return f"{int(hours.are_open(call.now, offset))}|{offset}"
