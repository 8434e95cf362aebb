"""Lists the leads that are ready in a campaign's hopper, in the order they are dialled.

Source: docs/functions/hopper_list.md
"""

from __future__ import annotations

from dataclasses import dataclass

from nonagent.api import styles
from nonagent.api.answers import BLANK, Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.clock import Moment, leading_number
from nonagent.database import Row, Sql
from nonagent.rules.people import allowed_campaigns

MOST_LEADS = 10000

COLUMNS = (
    "hopper_order", "priority", "lead_id", "list_id", "phone_number", "phone_code", "state", "status", "count",
    "gmt_offset", "rank", "alt", "hopper_source", "vendor_lead_code", "source_id", "age_days", "last_call_time",
)  # fmt: skip
STORED = COLUMNS[1:-2]

HOUR, DAY = 3600, 86400
UNIT_WIDTH, NEVER_WIDTH = 6, 9
#: years after which a lead counts as never called
NEVER = 30

SELECTED = Sql("""
  hopper.priority, hopper.lead_id, hopper.list_id, lead.phone_number, lead.phone_code, hopper.state, lead.status,
  lead.called_count AS count, hopper.gmt_offset_now AS gmt_offset, lead.rank, hopper.alt_dial AS alt,
  hopper.source AS hopper_source, hopper.vendor_lead_code, lead.source_id,
  UNIX_TIMESTAMP(lead.entry_date) AS entered, UNIX_TIMESTAMP(lead.last_local_call_time) AS called
""")


class Asked(Parameters):
    """What hopper_list is asked with."""

    campaign_id = parameter("The campaign.", required=True)
    search_method = flag("Leaves out the rows whose lead is gone, where this word stands anywhere in it.", "BLOCK")
    stage = STAGE
    header = HEADER


@dataclass(frozen=True)
class _Words:
    """The words of the last column, in the user's language and each as wide as its field."""

    hours: str
    days: str
    years: str
    never: str


@function(
    "hopper_list",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO",
            level=8, columns={"vdc_agent_api_access": "1", "view_reports": "1"},
        ),
    ),
)  # fmt: skip
def hopper_list(call: Call[Asked]) -> None:
    params, campaign_id = call.params, call.params.campaign_id
    if not allowed_campaigns.exists(call.db, call.group, campaign_id):
        raise call.refusal("THIS CAMPAIGN DOES NOT EXIST", logged=(0,), campaign_id=campaign_id)
    leads = _joined(call) if "BLOCK" in params.search_method else _looked_up(call)
    if not leads:
        raise call.failure("THERE ARE NO LEADS IN THE HOPPER FOR THIS CAMPAIGN", campaign_id=campaign_id)

    words = _words(call)
    rows = [_row(call, words, order, lead) for order, lead in enumerate(leads)]
    call.show(Rows(COLUMNS, rows, styles.style(params.stage), COLUMNS if params.header == "YES" else None))
    # legacy: the place of the campaigns is always empty.
    call.log("SUCCESS", f"hopper_list RESULTS FOUND: {len(rows)}", call.user.name, BLANK, BLANK)


def _row(call: Call, words: _Words, order: int, lead: Row) -> list[object]:
    stored = (lead[column] for column in STORED)
    return [order, *stored, _age_days(call.now, lead), _last_call(call, words, lead)]


def _looked_up(call: Call[Asked]) -> list[Row]:
    """Each hopper row with what there is of its lead; only the rows listed look for theirs."""
    return call.db.all(
        """
        SELECT %s
        FROM (
          SELECT * FROM vicidial_hopper
          WHERE status = 'READY' AND campaign_id = %s
          ORDER BY priority DESC, hopper_id
          LIMIT %s
        ) AS hopper
        LEFT JOIN vicidial_list AS lead ON lead.lead_id = hopper.lead_id
        ORDER BY hopper.priority DESC, hopper.hopper_id
        """,
        SELECTED, call.params.campaign_id, MOST_LEADS,
    )  # fmt: skip


def _joined(call: Call[Asked]) -> list[Row]:
    """The hopper rows whose lead is still there."""
    return call.db.all(
        """
        SELECT %s
        FROM vicidial_hopper AS hopper
        JOIN vicidial_list AS lead ON lead.lead_id = hopper.lead_id
        WHERE hopper.status = 'READY' AND hopper.campaign_id = %s
        ORDER BY hopper.priority DESC, hopper.hopper_id
        LIMIT %s
        """,
        SELECTED, call.params.campaign_id, MOST_LEADS,
    )  # fmt: skip


def _age_days(now: Moment, lead: Row) -> int:
    # A lead that is gone counts from 1970.
    return int((now.epoch - leading_number(lead["entered"])) / DAY)


def _last_call(call: Call, words: _Words, lead: Row) -> str:
    # legacy: the offset is added where it should be taken away; a lead to the west looks called too early.
    called = leading_number(lead["called"]) + (leading_number(lead["gmt_offset"]) - call.local_offset) * HOUR
    hours = int((call.now.epoch - called) / HOUR)
    if hours < 24:
        return f"{hours} {words.hours}"
    days = hours // 24
    if days < 365:
        return f"{days} {words.days}"
    years = days // 365
    return f"{years} {words.years}" if years < NEVER else words.never


def _words(call: Call) -> _Words:
    hours, days, years = (_wide(call.translate(unit), UNIT_WIDTH) for unit in ("HOURS", "DAYS", "YEARS"))
    return _Words(hours, days, years, _wide(call.translate("NEVER"), NEVER_WIDTH))


def _wide(word: str, width: int) -> str:
    # legacy: widths are bytes, so that a letter at the edge may be cut in two.
    return word.encode("utf8", "surrogateescape")[:width].ljust(width).decode("utf8", "surrogateescape")
