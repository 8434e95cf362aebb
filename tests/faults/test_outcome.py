"""The table's counts: each of them can say that something went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.faults import outcome
from tests.faults.happenings import FAULTS
from tests.faults.load import CUT, DONE, KNOWN, LIST, OTHER, UNAVAILABLE, Attempt, Load, leads_of
from tests.faults.site import FIRST_LEAD, LEADS
from tests.support.working_database import WorkingDatabase


@dataclass(frozen=True)
class Tables:
    """What of a site is looked at."""

    rows: Callable[[str], list[tuple[str, ...]]]


def told(subject: str, what: str, lead_id: int = 0) -> Attempt:
    return Attempt(
        subject, 0.0, 1.0, what, f"200 SUCCESS: add_lead LEAD HAS BEEN ADDED - {subject}|{LIST}|{lead_id}|"
    )


def test_what_was_told_is_held_against_what_is_stored(database: WorkingDatabase) -> None:
    for lead_id, phone in ((1, "7000000001"), (2, "7000000002"), (3, "7000000002"), (4, "7000000003")):
        database.run(f"INSERT INTO vicidial_list SET lead_id = {lead_id}, list_id = {LIST}, phone_number = '{phone}'")
    live = (
        f"INSERT INTO vicidial_list (lead_id, phone_number) SELECT {FIRST_LEAD} - 1 + seq, '6' FROM seq_1_to_{LEADS}"
    )
    database.run(live)
    batch = leads_of("0")
    # One of the batch is moved, one stays behind its copy, one is gone; the others were never touched.
    database.run(f"INSERT INTO vicidial_list_archive (lead_id) VALUES ({batch[0]}), ({batch[1]})")
    database.run(f"DELETE FROM vicidial_list WHERE lead_id IN ({batch[0]}, {batch[2]})")
    load = Load("", "")
    load.leads[0] += [told("7000000001", DONE, 1), told("7000000002", CUT), told("7000000002", KNOWN)]
    load.leads[1] += [told("7000000003", UNAVAILABLE), told("7000000004", DONE, 5), told("7000000005", KNOWN)]
    # Stored, but not as the lead that was told.
    load.leads[2] += [told("7000000003", DONE, 9)]
    load.batches[0] += [told("0", OTHER), told("0", DONE)]

    def rows(sql: str) -> list[tuple[str, ...]]:
        return [tuple(map(str, row.values())) for row in database.all(sql)]

    site: Any = Tables(rows)
    row = outcome.row(site, FAULTS["none"], "MyISAM", load, ended=-1.0)
    assert (row.requests, row.success, row.stored, row.lost, row.doubled) == (9, 3, 3, 3, 1)
    assert (row.by_retry, row.unavailable, row.cut, row.other) == (1, 1, 1, 1)
    assert (row.archived, row.in_neither, row.in_both) == (len(batch), 1, len(batch) - 2)
    # Not all of the callers were answered.
    assert row.recovery == float("inf")
