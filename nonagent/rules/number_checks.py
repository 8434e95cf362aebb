"""Whether a phone number can be one, and whether it may be called: numbering plans and do-not-call lists.

Source: spec/add_lead.md steps 3 to 7, spec/check_phone_number.md steps 2 to 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nonagent.database import Value

SHORTEST, LONGEST = 6, 16
#: with fewer rows the NANPA prefix data counts as not loaded
FEWEST_NANPA_ROWS = 10

# One row of facts about a number. Everything is asked at once; each is one look into an index.
FACTS = f"""
  (SELECT COUNT(*) FROM (SELECT 1 FROM vicidial_nanpa_prefix_codes LIMIT {FEWEST_NANPA_ROWS}) AS some) AS nanpa_rows,
  EXISTS (SELECT 1 FROM vicidial_phone_codes WHERE country_code = 1 AND areacode = %s) AS known_area_code,
  EXISTS (SELECT 1 FROM vicidial_nanpa_prefix_codes WHERE areacode = %s AND prefix = %s) AS known_nanpa_prefix,
  EXISTS (SELECT 1 FROM vicidial_dnc WHERE phone_number = %s) AS in_dnc,
  EXISTS (SELECT 1 FROM vicidial_dnc WHERE phone_number = %s) AS area_code_in_dnc,
  EXISTS (SELECT 1 FROM vicidial_campaigns AS campaign JOIN vicidial_campaign_dnc AS dnc
          ON dnc.campaign_id = IF(campaign.use_other_campaign_dnc <> '', campaign.use_other_campaign_dnc,
                                  campaign.campaign_id)
          WHERE campaign.campaign_id = %s AND dnc.phone_number = %s) AS in_campaign_dnc,
  EXISTS (SELECT 1 FROM vicidial_campaigns AS campaign JOIN vicidial_campaign_dnc AS dnc
          ON dnc.campaign_id = IF(campaign.use_other_campaign_dnc <> '', campaign.use_other_campaign_dnc,
                                  campaign.campaign_id)
          WHERE campaign.campaign_id = %s AND dnc.phone_number = %s) AS area_code_in_campaign_dnc
"""  # noqa: S608


def fact_values(phone: str, area_code: str, prefix: str, campaign_id: str) -> list[Value]:
    """The values that FACTS binds, in order."""
    whole_area = area_code + "XXXXXXX"
    return [
        area_code, area_code, prefix, phone, whole_area, campaign_id, phone, campaign_id, whole_area,
    ]  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """Which numbering checks a request asks for."""

    usacan_prefix: bool
    usacan_area_code: bool
    nanpa: bool


def is_nanpa_loaded(facts: Mapping[str, str]) -> bool:
    """Whether enough NANPA prefix data is there to rely on. Parameters: facts, a row of FACTS."""
    return int(facts["nanpa_rows"]) >= FEWEST_NANPA_ROWS


def numbering_fault(phone: str, wanted: Wanted, facts: Mapping[str, str]) -> str:
    """The first check that a number fails.

    Parameters: phone, cleaned; wanted; facts, a row of FACTS.
    Returns: the reason as it is printed, empty when the number passes.
    """
    if not SHORTEST <= len(phone) <= LONGEST:
        return "INVALID PHONE NUMBER LENGTH"
    # legacy: a comma in the fourth place counts as below 2 too.
    if wanted.usacan_prefix and phone[3] not in "23456789":
        return "INVALID PHONE NUMBER PREFIX"
    if wanted.usacan_area_code and facts["known_area_code"] != "1":
        return "INVALID PHONE NUMBER AREACODE"
    if wanted.nanpa and facts["known_nanpa_prefix"] != "1":
        return "INVALID PHONE NUMBER NANPA AREACODE PREFIX"
    return ""


def is_in_dnc(check: str, facts: Mapping[str, str]) -> bool:
    """Whether the system's do-not-call list holds the number.

    Parameters: check, the parameter dnc_check: `Y`, or `AREACODE` to find its whole area code too; facts.
    """
    return _found(check, facts["in_dnc"], facts["area_code_in_dnc"])


def is_in_campaign_dnc(check: str, facts: Mapping[str, str]) -> bool:
    """The same for the campaign's list. Parameters: check, the parameter campaign_dnc_check; facts."""
    return _found(check, facts["in_campaign_dnc"], facts["area_code_in_campaign_dnc"])


def _found(check: str, number: str, area_code: str) -> bool:
    return (check in ("Y", "AREACODE") and number == "1") or (check == "AREACODE" and area_code == "1")
