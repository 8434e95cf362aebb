"""Lists the recordings of an agent, a day, a lead, an extension or a call.

Source: spec/recording_lookup.md
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports, print_found
from nonagent.database import Row, Session
from nonagent.rules import delimited

MOST_ROWS = 100000
POINTS_NEEDED = 2
DAY_SECONDS = 86400

ANY_CALL = "recording_log WHERE TRUE"
OUTBOUND_CALL = "recording_log WHERE recording_log.vicidial_id LIKE %s"
# A recording of an inbound call names the row of vicidial_closer_log; CONCAT so that it is compared as text.
INBOUND_CALL = """
    vicidial_closer_log JOIN recording_log ON recording_log.vicidial_id = CONCAT(vicidial_closer_log.closecallid)
    WHERE vicidial_closer_log.uniqueid LIKE %s"""
# Where a call was both, its recordings must not be listed twice; UNION alone would have to compare them all.
NOT_OUTBOUND = " AND recording_log.vicidial_id NOT LIKE %s"


@dataclass
class Search:
    """What is looked for, and how much of it: one condition alone may be too little."""

    points: int = 0
    conditions: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    #: where a call's recordings are found, and the values that needs
    calls: list[tuple[str, list[str]]] = field(default_factory=list)

    def add(self, points: int, condition: str, *values: str) -> None:
        """Ask for a condition as well."""
        self.points += points
        self.conditions.append(condition)
        self.values += values


@function(
    "recording_lookup",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET RECORDING INFO")),
    reads_replica=True,
)
def recording_lookup(call: Call[AnyParameters]) -> None:
    params = call.params
    asked = (params.agent_user, params.lead_id, params.date, params.uniqueid)
    search = _search(call.db, params)
    if search.points < POINTS_NEEDED:
        raise call.failure("INVALID SEARCH PARAMETERS", *asked)
    rows = _recordings(call.db, search)
    first = next(rows, None)
    if first is None:
        raise call.error("recording_lookup NO RECORDINGS FOUND", "|".join([call.user.name, *asked]))
    if params.header == "YES":
        # legacy: without the duration column, also where the rows have it.
        call.print(delimited.line(params.stage, "start_time", "user", "recording_id", "lead_id", "location"))
    data = "|".join([call.user.name, *asked, params.stage])
    print_found(
        call,
        (_line(params, row) for row in chain([first], rows)),
        lambda found: call.log("SUCCESS", f"recording_lookup RECORDINGS FOUND: {found}", data),
    )


def _search(db: Session, params: AnyParameters) -> Search:
    search = Search()
    if size(params.uniqueid) >= 9:
        _add_call(db, search, params.uniqueid)
    if 3 <= size(params.agent_user) <= 20:
        search.add(1, "recording_log.user = %s", params.agent_user)
    if 1 <= size(params.lead_id) <= 10:
        search.add(2, "recording_log.lead_id = %s", params.lead_id)
    if 3 <= size(params.extension) <= 100:
        search.add(1, "recording_log.extension = %s", params.extension)
    if size(params.date) == 10:
        search.add(
            1, "recording_log.start_time >= %s AND recording_log.start_time <= %s",
            f"{params.date} 00:00:00", f"{params.date} 23:59:59",
        )  # fmt: skip
    return search


def _add_call(db: Session, search: Search, uniqueid: str) -> None:
    """Look for the recordings of a call that the logs know; one they do not know is no condition at all."""
    # legacy: `_` stays the wildcard of LIKE.
    prefix = uniqueid.partition(".")[0] + "%"
    known = db.all(
        """
        SELECT
          EXISTS (SELECT 1 FROM vicidial_log WHERE uniqueid LIKE %s) AS outbound,
          EXISTS (SELECT 1 FROM vicidial_closer_log WHERE uniqueid LIKE %s) AS inbound
        """,
        prefix, prefix,
    )[0]  # fmt: skip
    if known["outbound"] == "1":
        search.calls.append((OUTBOUND_CALL, [prefix]))
    if known["inbound"] == "1":
        search.calls.append((INBOUND_CALL + NOT_OUTBOUND, [prefix] * 2) if search.calls else (INBOUND_CALL, [prefix]))
    search.points += 2 if search.calls else 0


def _recordings(db: Session, search: Search) -> Iterator[Row]:
    selects, values = [], []
    for place, place_values in search.calls or [(ANY_CALL, [])]:
        # Only texts of this module go into the statement.
        selects.append(
            f"""
            SELECT recording_log.start_time, recording_log.user, recording_log.recording_id, recording_log.lead_id,
              recording_log.length_in_sec, recording_log.start_epoch, recording_log.end_epoch, recording_log.location
            FROM {" AND ".join([place, *search.conditions])}
            """  # noqa: S608
        )
        values += [*place_values, *search.values]
    return db.stream("UNION ALL".join(selects) + f"ORDER BY start_time, recording_id LIMIT {MOST_ROWS}", *values)


def _line(params: AnyParameters, row: Row) -> str:
    # legacy: any text with a capital Y asks for it.
    duration = [_duration(row)] if "Y" in params.duration else []
    return delimited.line(
        params.stage, row["start_time"], row["user"], row["recording_id"], row["lead_id"], *duration, row["location"]
    )


def _duration(row: Row) -> int:
    recorded = int(row["length_in_sec"] or 0)
    if recorded > 0:
        return recorded
    between = int(row["end_epoch"] or 0) - int(row["start_epoch"] or 0)
    return between if 0 < between < DAY_SECONDS else 0
