"""Lists the recordings of an agent, a day, a lead, an extension or a call.

Source: docs/functions/recording_lookup.md
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameters, parameter, size
from nonagent.api.registry import function
from nonagent.api.report import NOTHING_FOUND, may_view_reports
from nonagent.database import Row, Session, Sql, joined

COLUMNS = ("start_time", "user", "recording_id", "lead_id", "location")
COLUMNS_WITH_DURATION = ("start_time", "user", "recording_id", "lead_id", "duration", "location")
MOST_ROWS = 100000
POINTS_NEEDED = 2
DAY_SECONDS = 86400
#: what is shorter is no uniqueid
SHORTEST_UNIQUEID = 9

ANY_CALL = Sql("recording_log WHERE TRUE")


class Asked(Parameters):
    """What recording_lookup is asked with: at least two of the first three, or a lead, or a call."""

    agent_user = parameter("Only of this agent; not looked for where it is shorter or longer.", length=(3, 20))
    extension = parameter("Only of this extension; not looked for where it is shorter or longer.", length=(3, 100))
    date = parameter("Only of this day, `YYYY-MM-DD`.", length=(10, 10))
    lead_id = parameter("Only of this lead.", length=(1, 10))
    uniqueid = parameter("Only of the call with this id, of which what stands behind a dot does not matter.")
    duration = parameter("Adds how long each recording is, in seconds.", values=("Y",))
    stage = STAGE
    header = HEADER


@dataclass
class Search:
    """What is looked for, and how much of it: one condition alone may be too little."""

    points: int = 0
    conditions: list[Sql] = field(default_factory=list)
    #: where a call's recordings are found
    calls: list[Sql] = field(default_factory=list)

    def add(self, points: int, condition: Sql) -> None:
        """Ask for a condition as well."""
        self.points += points
        self.conditions.append(condition)


@function(
    "recording_lookup",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET RECORDING INFO")),
    reads_replica=True,
)
def recording_lookup(call: Call[Asked]) -> None:
    params = call.params
    search = _search(call.db, params)
    if search.points < POINTS_NEEDED:
        raise call.failure(
            "INVALID SEARCH PARAMETERS",
            agent_user=params.agent_user, lead_id=params.lead_id, date=params.date, uniqueid=params.uniqueid,
        )  # fmt: skip
    found = _recordings(call.db, search)
    first = next(found, None)
    if first is None:
        raise call.error(
            "NO RECORDINGS FOUND", form=NOTHING_FOUND,
            agent_user=params.agent_user, lead_id=params.lead_id, date=params.date, uniqueid=params.uniqueid,
        )  # fmt: skip
    # legacy: any text with a capital Y asks for it.
    with_duration = "Y" in params.duration
    columns = COLUMNS_WITH_DURATION if with_duration else COLUMNS
    rows = (_fields(row, with_duration) for row in chain([first], found))
    # legacy: the header is without the duration, also where the rows have it.
    header = COLUMNS if params.header == "YES" else None
    call.stream(
        Rows(columns, rows, styles.style(params.stage), header),
        lambda count: call.log(
            "SUCCESS", f"recording_lookup RECORDINGS FOUND: {count}",
            call.user.name, params.agent_user, params.lead_id, params.date, params.uniqueid, params.stage,
        ),
    )  # fmt: skip


def _search(db: Session, params: Asked) -> Search:
    search = Search()
    if size(params.uniqueid) >= SHORTEST_UNIQUEID:
        _add_call(db, search, params.uniqueid)
    if Asked.agent_user.fits(params.agent_user):
        search.add(1, Sql("recording_log.user = %s", params.agent_user))
    if Asked.lead_id.fits(params.lead_id):
        search.add(2, Sql("recording_log.lead_id = %s", params.lead_id))
    if Asked.extension.fits(params.extension):
        search.add(1, Sql("recording_log.extension = %s", params.extension))
    if Asked.date.fits(params.date):
        of_day = Sql(
            "recording_log.start_time >= %s AND recording_log.start_time <= %s",
            f"{params.date} 00:00:00", f"{params.date} 23:59:59",
        )  # fmt: skip
        search.add(1, of_day)
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
    outbound = known["outbound"] == "1"
    if outbound:
        search.calls.append(Sql("recording_log WHERE recording_log.vicidial_id LIKE %s", prefix))
    if known["inbound"] == "1":
        search.calls.append(_inbound(prefix, outbound))
    search.points += 2 if search.calls else 0


def _inbound(prefix: str, outbound: bool) -> Sql:
    """Where the recordings of an inbound call are found, but for those of a call that was outbound too."""
    # A recording of an inbound call names the row of vicidial_closer_log; CONCAT so that it is compared as text.
    inbound = Sql(
        """
            vicidial_closer_log
            JOIN recording_log ON recording_log.vicidial_id = CONCAT(vicidial_closer_log.closecallid)
            WHERE vicidial_closer_log.uniqueid LIKE %s
        """,
        prefix,
    )
    if not outbound:
        return inbound
    # Its recordings must not be listed twice; UNION alone would have to compare them all.
    return Sql("%s AND recording_log.vicidial_id NOT LIKE %s", inbound, prefix)


def _recordings(db: Session, search: Search) -> Iterator[Row]:
    selects = [
        Sql(
            """
            SELECT recording_log.start_time, recording_log.user, recording_log.recording_id, recording_log.lead_id,
              recording_log.length_in_sec, recording_log.start_epoch, recording_log.end_epoch, recording_log.location
            FROM %s
            """,
            joined(" AND ", [place, *search.conditions]),
        )
        for place in search.calls or [ANY_CALL]
    ]
    return db.stream("%s ORDER BY start_time, recording_id LIMIT %s", joined("UNION ALL", selects), MOST_ROWS)


def _fields(row: Row, with_duration: bool) -> tuple[str | int, ...]:
    duration = (_duration(row),) if with_duration else ()
    return (row["start_time"], row["user"], row["recording_id"], row["lead_id"], *duration, row["location"])


def _duration(row: Row) -> int:
    recorded = int(row["length_in_sec"] or 0)
    if recorded > 0:
        return recorded
    between = int(row["end_epoch"] or 0) - int(row["start_epoch"] or 0)
    return between if 0 < between < DAY_SECONDS else 0
