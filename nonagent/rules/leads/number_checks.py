"""Whether a phone number can be one, and whether it may be called: numbering plans and do-not-call lists.

Source: docs/functions/add_lead.md, docs/functions/check_phone_number.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nonagent.database import Sql
from nonagent.rules.leads.facts import Question

#: with fewer rows the NANPA prefix data counts as not loaded
FEWEST_NANPA_ROWS = 10


@dataclass(frozen=True)
class Number:
    """A phone number with its area code and prefix, and the campaign whose do-not-call list counts."""

    phone: str
    area_code: str
    prefix: str
    campaign_id: str


@dataclass(frozen=True)
class Wanted:
    """Which checks a request asks for; dnc and campaign_dnc as sent: `Y`, or `AREACODE` for whole area codes too."""

    usacan_prefix: bool
    usacan_area_code: bool
    nanpa: bool
    dnc: str
    campaign_dnc: str


def questions(number: Number, wanted: Wanted) -> list[Question]:
    """What has to be known for the checks, each one look into an index.

    Parameters: number; wanted, whose nanpa also stands for time zones looked up by NANPA data.
    Returns: the questions, none where nothing is to be checked in the database.
    """
    whole_area = number.area_code + "XXXXXXX"
    asked: list[Question] = []
    if wanted.usacan_area_code:
        asked.append(Question("known_area_code", _is_area_code(number)))
    if wanted.nanpa:
        asked.append(Question("nanpa_rows", _some_nanpa_rows()))
        asked.append(Question("known_nanpa_prefix", _is_nanpa_prefix(number)))
    for name, entry in _entries(wanted.dnc, number.phone, whole_area):
        asked.append(Question(f"{name}_in_dnc", _is_in_dnc(entry)))
    for name, entry in _entries(wanted.campaign_dnc, number.phone, whole_area):
        asked.append(Question(f"{name}_in_campaign_dnc", _is_in_campaign_dnc(number.campaign_id, entry)))
    return asked


def _is_area_code(number: Number) -> Sql:
    return Sql(
        "EXISTS (SELECT 1 FROM vicidial_phone_codes WHERE country_code = 1 AND areacode = %s)", number.area_code
    )


def _some_nanpa_rows() -> Sql:
    """How many there are, counted no further than it matters."""
    return Sql(
        "(SELECT COUNT(*) FROM (SELECT 1 FROM vicidial_nanpa_prefix_codes LIMIT %s) AS some)", FEWEST_NANPA_ROWS
    )


def _is_nanpa_prefix(number: Number) -> Sql:
    return Sql(
        "EXISTS (SELECT 1 FROM vicidial_nanpa_prefix_codes WHERE areacode = %s AND prefix = %s)",
        number.area_code, number.prefix,
    )  # fmt: skip


def _is_in_dnc(entry: str) -> Sql:
    return Sql("EXISTS (SELECT 1 FROM vicidial_dnc WHERE phone_number = %s)", entry)


def _is_in_campaign_dnc(campaign_id: str, entry: str) -> Sql:
    return Sql(
        """
        EXISTS (SELECT 1 FROM vicidial_campaigns AS campaign JOIN vicidial_campaign_dnc AS dnc
                ON dnc.campaign_id = IF(campaign.use_other_campaign_dnc <> '', campaign.use_other_campaign_dnc,
                                        campaign.campaign_id)
                WHERE campaign.campaign_id = %s AND dnc.phone_number = %s)
        """,
        campaign_id, entry,
    )  # fmt: skip


def _entries(check: str, phone: str, whole_area: str) -> list[tuple[str, str]]:
    """The entries of a do-not-call list that a check looks for."""
    if check not in ("Y", "AREACODE"):
        return []
    return [("number", phone), ("area_code", whole_area)][: 2 if check == "AREACODE" else 1]


def is_nanpa_loaded(facts: Mapping[str, str]) -> bool:
    """Whether enough NANPA prefix data is there to rely on. Parameters: facts, that were asked for it."""
    return int(facts["nanpa_rows"]) >= FEWEST_NANPA_ROWS


def numbering_fault(phone: str, wanted: Wanted, facts: Mapping[str, str]) -> str:
    """The first check that a number fails, other than that of its length.

    Parameters: phone, cleaned, of four characters or more; wanted; facts, as asked for by its questions.
    Returns: the reason as it is printed, empty when the number passes.
    """
    # legacy: a comma in the fourth place counts as below 2 too.
    if wanted.usacan_prefix and phone[3] not in "23456789":
        return "INVALID PHONE NUMBER PREFIX"
    if wanted.usacan_area_code and facts["known_area_code"] != "1":
        return "INVALID PHONE NUMBER AREACODE"
    if wanted.nanpa and facts["known_nanpa_prefix"] != "1":
        return "INVALID PHONE NUMBER NANPA AREACODE PREFIX"
    return ""


def is_in_dnc(facts: Mapping[str, str]) -> bool:
    """Whether the system's do-not-call list holds the number or its area code, as far as asked for."""
    return "1" in (facts.get("number_in_dnc"), facts.get("area_code_in_dnc"))


def is_in_campaign_dnc(facts: Mapping[str, str]) -> bool:
    """The same for the campaign's list."""
    return "1" in (facts.get("number_in_campaign_dnc"), facts.get("area_code_in_campaign_dnc"))
