"""Lists the calls of one or more phone numbers, outbound, inbound or both.

Source: spec/phone_number_log.md
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports, print_found
from nonagent.database import Row, placeholders
from nonagent.rules import delimited
from nonagent.rules.leads import lead_table

HEADER = (
    "phone_number", "call_date", "list_id", "length_in_sec", "lead_status", "hangup_reason", "call_status",
    "source_id", "user",
)  # fmt: skip
SHORTEST_NUMBER = 4
MOST_CALLS = 100000
# vicidial_log has no index on its numbers: one statement looks for this many at once, not each on its own.
NUMBERS_AT_ONCE = 200

OUT, IN = "1", "2"
DIRECTIONS = {"OUT": (OUT,), "IN": (IN,), "ALL": (OUT, IN)}
LOGS = {OUT: "vicidial_log", IN: "vicidial_closer_log"}
# Which of the calls of one second was logged first; vicidial_log has its uniqueid alone for that.
CLOSER_IDS = {OUT: "0", IN: "log.closecallid"}
# legacy: the status of a lead that is gone is the call's own, but only for outbound calls.
LEAD_STATUS = {OUT: "IF(lead.lead_id IS NULL, log.status, lead.status)", IN: "lead.status"}
NO_LEADS = "(SELECT NULL AS lead_id, NULL AS status, NULL AS source_id)"

#: how many calls each number and direction has so far; numbers by their place, as one may be asked for twice
Found = Counter[tuple[int, str]]


@function(
    "phone_number_log",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET CALL LOG INFO")),
    reads_replica=True,
)
def phone_number_log(call: Call[AnyParameters]) -> None:
    params = call.params
    numbers = [number for number in params.phone_number.split(",") if len(number) >= SHORTEST_NUMBER]
    if not numbers:
        raise call.failure("NO VALID PHONE NUMBERS DEFINED", params.phone_number, params.date)
    directions = DIRECTIONS.get(params.type, (OUT,))
    found: Found = Counter()
    lines = _lines(call, numbers, directions, found)
    first = next(lines, None)
    if first is None:
        fields = (call.user.name, params.phone_number, params.lead_id, params.date)
        call.notice("phone_number_log NO RECORDS FOUND FOR THIS PHONE NUMBER", "|".join(fields))
        return
    if params.header == "YES":
        call.print(delimited.line(params.stage, *HEADER))
    data = "|".join(
        [call.user.name, params.agent_user, params.lead_id, params.date, delimited.known_stage(params.stage)]
    )
    # legacy: counts the calls of the last number in the last direction alone.
    last = len(numbers) - 1, directions[-1]
    print_found(
        call,
        chain([first], lines),
        lambda _: call.log("SUCCESS", f"phone_number_log RECORDS FOUND: {found[last]}", data),
    )


def _lines(call: Call[AnyParameters], numbers: list[str], directions: tuple[str, ...], found: Found) -> Iterator[str]:
    last_alone = call.params.detail == "LAST"
    most = 1 if last_alone else MOST_CALLS
    start = 0
    for round_ in _rounds(numbers):
        for row in _calls(call, round_, directions, last_alone):
            place = start + int(row["place"]) - 1
            if found[place, row["direction"]] == most:
                continue
            found[place, row["direction"]] += 1
            yield delimited.line(
                call.params.stage, numbers[place], row["call_date"], row["list_id"], row["length_in_sec"],
                row["lead_status"], row["term_reason"], row["status"], row["source_id"], row["user"],
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


def _calls(
    call: Call[AnyParameters], numbers: list[str], directions: tuple[str, ...], last_alone: bool
) -> Iterator[Row]:
    # safer: leads of an archive that this installation does not have are leads that are gone.
    leads = lead_table.named(call.db, call.params.archived_lead) or NO_LEADS
    asked = placeholders(numbers)
    # Only texts of this module go into the statement.
    selects = [
        f"""
        SELECT FIELD(log.phone_number, {asked}) AS place, '{direction}' AS direction, log.call_date, log.list_id,
          log.length_in_sec, {LEAD_STATUS[direction]} AS lead_status, log.term_reason, log.status, lead.source_id,
          log.user, {CLOSER_IDS[direction]} AS closecallid, log.uniqueid
        FROM {LOGS[direction]} AS log
        LEFT JOIN {leads} AS lead ON lead.lead_id = log.lead_id
        WHERE log.phone_number IN ({asked})
        """  # noqa: S608
        for direction in directions
    ]
    # Calls of one second come as they were logged; the last of them is the last call.
    tie = "closecallid DESC, uniqueid DESC" if last_alone else "closecallid, uniqueid"
    return call.db.stream(
        "UNION ALL".join(selects) + f"ORDER BY place, direction, call_date DESC, {tie}",
        *numbers * 2 * len(directions),
    )
