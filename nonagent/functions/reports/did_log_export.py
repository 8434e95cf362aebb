"""Exports the calls that came in on one DID on one day.

Source: spec/did_log_export.md
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports, print_found
from nonagent.database import Row, Session
from nonagent.rules import delimited


@function(
    "did_log_export",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET DID INFO")),
    reads_replica=True,
)
def did_log_export(call: Call[AnyParameters]) -> None:
    params = call.params
    if not 1 <= size(params.phone_number) <= 20 or size(params.date) != 10:
        raise call.failure("INVALID SEARCH PARAMETERS", params.phone_number, params.date)
    rows = _calls(call.db, params.phone_number, params.date)
    first = next(rows, None)
    asked = "|".join([call.user.name, params.agent_user, params.lead_id, params.date])
    if first is None:
        # legacy: shows the agent and the lead, which are not searched for, and not the number.
        raise call.error("did_log_export NO RECORDS FOUND", asked)
    if params.header == "YES":
        # legacy: the rows have caller and date the other way round.
        call.print(delimited.line(params.stage, "did_number", "call_date", "caller_id_number", "length_in_sec"))
    print_found(
        call,
        (
            delimited.line(params.stage, params.phone_number, row["caller_id_number"], row["call_date"], _length(row))
            for row in chain([first], rows)
        ),
        lambda found: call.log(
            "SUCCESS", f"did_log_export RECORDS FOUND: {found}", f"{asked}|{delimited.known_stage(params.stage)}"
        ),
    )


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
        LIMIT 100000
        """,
        did, f"{date} 00:00:00", f"{date} 23:59:59",
    )  # fmt: skip


def _length(row: Row) -> int:
    """Seconds from the DID to the end of the last in-group; below 0 where the logs contradict each other."""
    return int(row["ended"]) - int(row["began"]) if row["ended"] else 0
