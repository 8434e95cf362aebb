"""What callers were told, held against what is stored: a row of the table for each fault."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields

from tests.faults.happenings import Fault
from tests.faults.load import CUT, DONE, LIST, OTHER, UNAVAILABLE, Attempt, Load, leads_of
from tests.faults.site import FIRST_LEAD, LEADS, Site


@dataclass(frozen=True)
class Row:
    """A row; its columns in their order."""

    fault: str
    tables: str
    requests: int
    #: leads: told to be added; stored; told, but not stored; stored twice; stored, as only a retry was told
    success: int
    stored: int
    lost: int
    doubled: int
    by_retry: int
    unavailable: int
    cut: int
    other: int
    #: leads of batches that were answered; of those: in neither table, and in both
    archived: int
    in_neither: int
    in_both: int
    recovery: float

    @property
    def text(self) -> str:
        """The row in Markdown."""
        values = (getattr(self, field.name) for field in fields(self))
        return _line([f"{value:.1f}" if isinstance(value, float) else str(value) for value in values])


HEADS = (
    "fault", "tables", "requests", "SUCCESS", "stored", "lost", "doubled", "told by a retry", "answered 503", "cut",
    "answered otherwise", "archived", "in neither table", "in both", "seconds to recover",
)  # fmt: skip


def table(rows: list[Row]) -> str:
    """The whole table in Markdown. Parameters: rows."""
    return "\n".join([_line(list(HEADS)), "|---" * len(HEADS) + "|", *(row.text for row in rows)])


def row(site: Site, fault: Fault, engine: str, load: Load, ended: float) -> Row:
    """Hold what was told against what is stored.

    Parameters: site, running; fault; engine; load, ended; ended, the moment that the fault was over.
    Returns: the row.
    """
    outcomes = Counter(attempt.outcome for attempt in load.attempts)
    leads = [attempt for attempts in load.leads.values() for attempt in attempts]
    added = {attempt.subject: _lead_id(attempt) for attempt in leads if attempt.outcome == DONE}
    told = {attempt.subject for attempt in leads if attempt.is_final}
    rows = site.rows(f"SELECT phone_number, lead_id FROM vicidial_list WHERE list_id = {LIST}")
    stored = Counter(phone for phone, _ in rows)
    lost = [phone for phone in told if phone not in stored]
    lost += [phone for phone, lead_id in added.items() if (phone, lead_id) not in set(rows)]
    live, kept = (_ids(site, name) for name in ("vicidial_list", "vicidial_list_archive"))
    batches = {attempt.subject for attempts in load.batches.values() for attempt in attempts if attempt.is_final}
    archived = {lead for batch in batches for lead in leads_of(batch)}
    # Those that were never asked for count as well: they are where they were.
    every = set(range(FIRST_LEAD, FIRST_LEAD + LEADS))
    return Row(
        fault.name, engine, len(load.attempts), len(added), len(stored), len(set(lost)),
        sum(count > 1 for count in stored.values()), len(stored.keys() - added.keys()),
        outcomes[UNAVAILABLE], outcomes[CUT], outcomes[OTHER],
        len(archived), len(every - live - kept), len(archived & live), load.recovery(ended),
    )  # fmt: skip


def _lead_id(attempt: Attempt) -> str:
    """The id of `SUCCESS: add_lead LEAD HAS BEEN ADDED - PHONE|LIST|ID|...`."""
    return attempt.text.split("|")[2]


def _ids(site: Site, table: str) -> set[int]:
    last = FIRST_LEAD + LEADS - 1
    return {
        int(row[0]) for row in site.rows(f"SELECT lead_id FROM {table} WHERE lead_id BETWEEN {FIRST_LEAD} AND {last}")
    }


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
