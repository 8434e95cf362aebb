"""Says whether a phone number is valid, not on a do-not-call list, and dialable now; changes nothing.

Source: docs/functions/check_phone_number.md
"""

from __future__ import annotations

from dataclasses import replace

from nonagent.api import text
from nonagent.api.answers import BLANK, REFUSAL, USER_LAST, Groups
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.functions.leads import checked_number
from nonagent.rules.calls import call_times
from nonagent.rules.leads import facts, number_checks, timezones


class Asked(checked_number.NumberChecksAsked):
    """What check_phone_number is asked with."""

    local_call_time = parameter("The call time that says when numbers may be called.", required=True)
    phone_code = parameter("The country's code.", default="1")
    tz_method = parameter("How to look the time zone up: one or more of the words, one behind the other.",
                          values=("AREACODE", "POSTAL", "TZCODE", "NANPA"), default="AREACODE")  # fmt: skip
    postal_code = parameter("The postal code, for the word POSTAL.", length=(5, 5))
    owner = parameter("The time zone code, for the word TZCODE.", length=(1, 6))
    state = parameter("The state, which may have hours of its own in the call time.")


@function(
    "check_phone_number",
    gates=(
        *STANDARD,
        permission("USER DOES NOT HAVE PERMISSION TO CHECK PHONE NUMBERS", level=8, shown="|", data=""),
    ),
)
def check_phone_number(call: Call[Asked]) -> None:
    params = call.params
    method = params.tz_method.upper()
    hours = call_times.read(call.db, params.local_call_time, params.state)
    if hours is None:
        raise call.error(
            "THIS IS NOT A VALID CALL TIME",
            form=REFUSAL, local_call_time=params.local_call_time, end=BLANK, logged=(0,),
        )  # fmt: skip
    check_number(call, method)
    groups = {word: dialable_by(call, hours, lookup) for word, lookup in lookups(call).items() if word in method}
    groups["PHONE"] = {
        "phone_number": params.phone_number, "phone_code": params.phone_code, "postal_code": params.postal_code,
        "state": params.state, "owner": params.owner, "end": BLANK,
    }  # fmt: skip
    answer = Groups(groups)
    call.show(answer)
    call.log("NOTICE", text.data_of(answer))


def check_number(call: Call[Asked], method: str) -> None:
    wanted = checked_number.wanted_checks(call)
    needs_nanpa = wanted.nanpa or "NANPA" in method
    asked = number_checks.questions(checked_number.number(call), replace(wanted, nanpa=needs_nanpa))
    found = facts.ask(call.db, asked)
    if needs_nanpa and not number_checks.is_nanpa_loaded(found):
        raise call.error(
            "NANPA options disabled, NANPA prefix data not loaded",
            form=USER_LAST, rows=found["nanpa_rows"], logged=("", call.params.lead_id),
        )  # fmt: skip
    checked_number.check_numbering(call, wanted, found)
    checked_number.check_dnc(call, found)


def lookups(call: Call[Asked]) -> dict[str, str | None]:
    """The methods in the order they are answered, each with the tz_method it looks up by; None where it may not."""
    params = call.params
    return {
        "AREACODE": "",
        "POSTAL": "POSTAL" if Asked.postal_code.fits(params.postal_code) else None,
        "TZCODE": "TZCODE" if Asked.owner.fits(params.owner) else None,
        "NANPA": "NANPA",
    }


def dialable_by(call: Call[Asked], hours: call_times.Hours, lookup: str | None) -> dict[str, object]:
    """Whether the number may be called now, and the time zone that says so."""
    if lookup is None:
        return {"dialable": 0, "gmt_offset": ""}
    params = call.params
    place = timezones.Place(
        phone_code=params.phone_code,
        area_code=params.area_code,
        # legacy: after the prefix check only its one digit is left, so NANPA data does not match.
        prefix=params.prefix[:1] if params.usacan_prefix_check == "Y" else params.prefix,
        state=params.state,
        postal_code=params.postal_code,
        owner=params.owner,
    )
    offset = timezones.gmt_offset(call.db, call.now, call.local_offset, place, lookup)
    return {"dialable": int(hours.are_open(call.now, offset)), "gmt_offset": offset}
