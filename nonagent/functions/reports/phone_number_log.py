"""Lists the calls of one or more phone numbers, outbound, inbound or both.

Source: docs/functions/phone_number_log.md
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import ARCHIVED_LEAD, HEADER, STAGE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.api.report import NOTHING_FOUND, ONLY_SHOWN, may_view_reports
from nonagent.database import Row, Sql, identifier, joined, listed
from nonagent.rules.leads import lead_table
from nonagent.rules.leads.leads import ARCHIVE, LIVE

COLUMNS = (
    "phone_number", "call_date", "list_id", "length_in_sec", "lead_status", "hangup_reason", "call_status",
    "source_id", "user",
)  # fmt: skip
SHORTEST_NUMBER = 4
MOST_CALLS = 100000
# vicidial_log has no index on its numbers: one statement looks for this many at once, not each on its own.
NUMBERS_AT_ONCE = 200

OUT, IN = "1", "2"
DIRECTIONS = {"OUT": (OUT,), "IN": (IN,), "ALL": (OUT, IN)}
LOGS = {OUT: Sql("vicidial_log"), IN: Sql("vicidial_closer_log")}
# Which of the calls of one second was logged first; vicidial_log has its uniqueid alone for that.
CLOSER_IDS = {OUT: Sql("0"), IN: Sql("log.closecallid")}
# legacy: the status of a lead that is gone is the call's own, but only for outbound calls.
LEAD_STATUS = {OUT: Sql("IF(lead.lead_id IS NULL, log.status, lead.status)"), IN: Sql("lead.status")}
NO_LEADS = Sql("(SELECT NULL AS lead_id, NULL AS status, NULL AS source_id)")
# Calls of one second come as they were logged; the last of them is the last call.
AS_LOGGED, LAST_FIRST = Sql("closecallid, uniqueid"), Sql("closecallid DESC, uniqueid DESC")

#: how many calls each number and direction has so far; numbers by their place, as one may be asked for twice
Found = Counter[tuple[int, str]]


class Asked(Parameters):
    """What phone_number_log is asked with."""

    phone_number = parameter("The number, or several with commas between; digits only.", required=True)
    type = parameter("Which calls: `OUT` outbound, `IN` inbound, `ALL` both; outbound unless given.",
                     values=("OUT", "IN", "ALL"))  # fmt: skip
    detail = flag("Shows only the last call of each number, in each direction.", "LAST")
    archived_lead = ARCHIVED_LEAD
    stage = STAGE
    header = HEADER
    agent_user = parameter(ONLY_SHOWN)
    lead_id = parameter(ONLY_SHOWN)
    date = parameter(ONLY_SHOWN)


@function(
    "phone_number_log",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET CALL LOG INFO")),
    reads_replica=True,
)
def phone_number_log(call: Call[Asked]) -> None:
    params = call.params
    numbers = [number for number in params.phone_number.split(",") if len(number) >= SHORTEST_NUMBER]
    if not numbers:
        raise call.failure("NO VALID PHONE NUMBERS DEFINED", phone_number=params.phone_number, date=params.date)
    directions = DIRECTIONS.get(params.type, (OUT,))
    found: Found = Counter()
    rows = _rows(call, numbers, directions, found)
    first = next(rows, None)
    if first is None:
        call.notice(
            "NO RECORDS FOUND FOR THIS PHONE NUMBER", form=NOTHING_FOUND,
            phone_number=params.phone_number, lead_id=params.lead_id, date=params.date,
        )  # fmt: skip
        return
    # legacy: counts the calls of the last number in the last direction alone.
    last = len(numbers) - 1, directions[-1]
    call.stream(
        Rows(
            COLUMNS, chain([first], rows), styles.style(params.stage), COLUMNS if params.header == "YES" else None
        ),
        lambda _: call.log(
            "SUCCESS", f"phone_number_log RECORDS FOUND: {found[last]}",
            call.user.name, params.agent_user, params.lead_id, params.date, styles.known_stage(params.stage),
        ),
    )  # fmt: skip


def _rows(
    call: Call[Asked], numbers: list[str], directions: tuple[str, ...], found: Found
) -> Iterator[tuple[str, ...]]:
    last_alone = call.params.detail == "LAST"
    most = 1 if last_alone else MOST_CALLS
    start = 0
    for round_ in _rounds(numbers):
        for row in _calls(call, round_, directions, last_alone):
            place = start + int(row["place"]) - 1
            if found[place, row["direction"]] == most:
                continue
            found[place, row["direction"]] += 1
            yield (
                numbers[place], row["call_date"], row["list_id"], row["length_in_sec"], row["lead_status"],
                row["term_reason"], row["status"], row["source_id"], row["user"],
            )  # fmt: skip
        start += len(round_)


def _rounds(numbers: list[str]) -> Iterator[list[str]]:
    """The numbers in their order, parted where one comes again, since a statement finds each but once."""
    round_: list[str] = []
    for number in numbers:
        if number in round_ or len(round_) == NUMBERS_AT_ONCE:
            yield round_
            round_ = []
        round_.append(number)
    yield round_


def _calls(call: Call[Asked], numbers: list[str], directions: tuple[str, ...], last_alone: bool) -> Iterator[Row]:
    leads = _leads(call)
    asked = listed(numbers)
    selects = [
        Sql(
            """
            SELECT FIELD(log.phone_number, %s) AS place, %s AS direction, log.call_date, log.list_id,
              log.length_in_sec, %s AS lead_status, log.term_reason, log.status, lead.source_id,
              log.user, %s AS closecallid, log.uniqueid
            FROM %s AS log
            LEFT JOIN %s AS lead ON lead.lead_id = log.lead_id
            WHERE log.phone_number IN (%s)
            """,
            asked, direction, LEAD_STATUS[direction], CLOSER_IDS[direction], LOGS[direction], leads, asked,
        )
        for direction in directions
    ]  # fmt: skip
    return call.db.stream(
        "%s ORDER BY place, direction, call_date DESC, %s",
        joined("UNION ALL", selects), LAST_FIRST if last_alone else AS_LOGGED,
    )  # fmt: skip


def _leads(call: Call[Asked]) -> Sql:
    table = lead_table.named(call.db, call.params.archived_lead)
    # safer: leads of an archive that this installation does not have are leads that are gone.
    return identifier(table, (LIVE, ARCHIVE)) if table else NO_LEADS
