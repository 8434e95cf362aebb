"""Exports the calls that came in on one DID on one day.

Source: docs/functions/did_log_export.md
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.api.report import NOTHING_FOUND, ONLY_SHOWN, may_view_reports
from nonagent.database import Row, Session

COLUMNS = ("did_number", "caller_id_number", "call_date", "length_in_sec")
# legacy: the rows have caller and date the other way round.
HEADINGS = ("did_number", "call_date", "caller_id_number", "length_in_sec")
MOST_CALLS = 100000


class Asked(Parameters):
    """What did_log_export is asked with."""

    phone_number = parameter("The number that was called, of one DID.", required=True, length=(1, 20))
    date = parameter("The day, `YYYY-MM-DD`.", required=True, length=(10, 10))
    stage = STAGE
    header = HEADER
    agent_user = parameter(ONLY_SHOWN)
    lead_id = parameter(ONLY_SHOWN)


@function(
    "did_log_export",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET DID INFO")),
    reads_replica=True,
)
def did_log_export(call: Call[Asked]) -> None:
    params = call.params
    did, date = params.phone_number, params.date
    if not params.are_complete():
        raise call.failure("INVALID SEARCH PARAMETERS", phone_number=did, date=date)
    found = _calls(call.db, did, date)
    first = next(found, None)
    if first is None:
        # legacy: shows the agent and the lead, which are not searched for, and not the number.
        raise call.error(
            "NO RECORDS FOUND", form=NOTHING_FOUND, agent_user=params.agent_user, lead_id=params.lead_id, date=date
        )
    rows = ((did, row["caller_id_number"], row["call_date"], _length(row)) for row in chain([first], found))
    call.stream(
        Rows(COLUMNS, rows, styles.style(params.stage), HEADINGS if params.header == "YES" else None),
        lambda count: call.log(
            "SUCCESS", f"did_log_export RECORDS FOUND: {count}",
            call.user.name, params.agent_user, params.lead_id, date, styles.known_stage(params.stage),
        ),
    )  # fmt: skip


def _calls(db: Session, did: str, date: str) -> Iterator[Row]:
    return db.stream(
        """
        SELECT did.caller_id_number, did.call_date, COALESCE(UNIX_TIMESTAMP(did.call_date), 0) AS began, (
            SELECT COALESCE(UNIX_TIMESTAMP(closer.call_date), 0) + COALESCE(closer.length_in_sec, 0)
            FROM vicidial_closer_log AS closer
            WHERE closer.uniqueid = did.uniqueid
            ORDER BY closer.closecallid DESC
            LIMIT 1
          ) AS ended
        FROM vicidial_did_log AS did
        WHERE did.extension = %s AND did.call_date >= %s AND did.call_date <= %s
        ORDER BY did.call_date
        LIMIT %s
        """,
        did, f"{date} 00:00:00", f"{date} 23:59:59", MOST_CALLS,
    )  # fmt: skip


def _length(row: Row) -> int:
    """Seconds from the DID to the end of the last in-group; below 0 where the logs contradict each other."""
    return int(row["ended"]) - int(row["began"]) if row["ended"] else 0
