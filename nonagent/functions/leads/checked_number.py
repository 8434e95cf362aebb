"""A phone number and the checks that a request may want of it, as add_lead and check_phone_number take them alike.

Source: docs/functions/add_lead.md, docs/functions/check_phone_number.md.
"""

from __future__ import annotations

from nonagent.api.answers import USER_LAST
from nonagent.api.call import Call
from nonagent.api.common_parameters import PhoneNumber
from nonagent.api.parameters import flag, parameter
from nonagent.database import Row
from nonagent.rules.leads import number_checks

_DNC = ("Y", "AREACODE")


class NumberChecksAsked(PhoneNumber):
    """A phone number, and the checks that it has to pass."""

    phone_number = parameter("The phone number, of digits and commas, without the country's code.",
                             required=True, length=(6, 16))  # fmt: skip
    campaign_id = parameter("The campaign whose do-not-call list campaign_dnc_check looks in.")
    usacan_prefix_check = flag("Refuses a number whose fourth digit is 0 or 1.")
    usacan_areacode_check = flag("Refuses a number whose first three digits are no area code of the USA or Canada.")
    nanpa_ac_prefix_check = flag("Refuses a number whose first six digits NANPA has not given out.")
    dnc_check = parameter("Refuses a number on the do-not-call list; `AREACODE` one of a listed area code too.",
                          values=_DNC)  # fmt: skip
    campaign_dnc_check = parameter("The same, with the do-not-call list of the campaign.", values=_DNC)
    lead_id = parameter("Not looked for: the API log shows it where NANPA data is asked for and not loaded.")


def number(call: Call[NumberChecksAsked]) -> number_checks.Number:
    """The number that the request is about, as checks see it. Parameters: call."""
    params = call.params
    return number_checks.Number(params.phone_number, params.area_code, params.prefix, params.campaign_id)


def wanted_checks(call: Call[NumberChecksAsked]) -> number_checks.Wanted:
    """The checks of that number that the request asks for. Parameters: call."""
    params = call.params
    return number_checks.Wanted(
        usacan_prefix=params.usacan_prefix_check == "Y",
        usacan_area_code=params.usacan_areacode_check == "Y",
        nanpa=params.nanpa_ac_prefix_check == "Y",
        dnc=params.dnc_check,
        campaign_dnc=params.campaign_dnc_check,
    )


def check_numbering(call: Call[NumberChecksAsked], wanted: number_checks.Wanted, found: Row) -> None:
    """Stop the call where its number cannot be one.

    Parameters: call; wanted, the checks of the numbering plan; found, the answers to their questions.
    """
    phone = call.params.phone_number
    if not NumberChecksAsked.phone_number.fits(phone):
        raise call.error("INVALID PHONE NUMBER LENGTH", form=USER_LAST, phone_number=phone)
    if fault := number_checks.numbering_fault(phone, wanted, found):
        raise call.error(fault, form=USER_LAST, phone_number=phone)


def check_dnc(call: Call[NumberChecksAsked], found: Row) -> None:
    """Stop the call where its number is on a do-not-call list. Parameters: call; found, as for check_numbering."""
    params = call.params
    if number_checks.is_in_dnc(found):
        raise call.error("PHONE NUMBER IN DNC", form=USER_LAST, phone_number=params.phone_number)
    if number_checks.is_in_campaign_dnc(found):
        raise call.error(
            "PHONE NUMBER IN CAMPAIGN DNC",
            form=USER_LAST, phone_number=params.phone_number, campaign_id=params.campaign_id,
        )  # fmt: skip
