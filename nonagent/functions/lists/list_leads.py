"""Resetting or deleting all leads of a list, a batch at a time.

A MyISAM table is locked as a whole while a statement changes it. In batches the dialer and the agents get their turn
in between, and what a batch has done stays done should the process end; asked again, the rest is done.

Source: docs/functions/update_list.md.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from nonagent.database import ALWAYS, Session, Sql
from nonagent.rules.leads.leads import ARCHIVE, LIVE

log = logging.getLogger("nonagent.functions.lists.list_leads")

#: benchmarks/big_list.py measures what it costs
BATCH = 10_000

TABLES = {LIVE: Sql("vicidial_list"), ARCHIVE: Sql("vicidial_list_archive")}


@dataclass(frozen=True)
class Done:
    """How many leads were changed, and the statement that does the same at once; None when none had to be."""

    leads: int
    statement: Sql | None


@dataclass(frozen=True)
class Range:
    """Lead ids of one batch, both ends in it. Leads of other lists may lie between them."""

    first: str
    last: str
    leads: int

    @property
    def condition(self) -> Sql:
        """Its leads, and those of other lists between them."""
        return Sql("lead_id BETWEEN %s AND %s", self.first, self.last)


def reset(db: Session, table: str | None, list_id: str) -> Done:
    """Mark all leads of a list as not called, as far as they are not.

    Parameters: db; table, as lead_table.named gives it, None for an archive that is not there; list_id, digits.
    Returns: what was done.
    """
    wanted = Sql("NOT (called_since_last_reset <=> 'N')")

    def update(leads_table: Sql, those: Range) -> Sql:
        return Sql(
            """
            UPDATE %s SET called_since_last_reset = 'N'
            WHERE list_id = %s AND %s AND %s
            """,
            leads_table, list_id, those.condition, wanted,
        )  # fmt: skip

    return _in_batches(db, table, list_id, wanted, update)


def delete(db: Session, table: str | None, list_id: str) -> Done:
    """Delete all leads of a list. Parameters and return value as for reset."""

    def statement(leads_table: Sql, those: Range) -> Sql:
        return Sql("DELETE FROM %s WHERE list_id = %s AND %s", leads_table, list_id, those.condition)

    return _in_batches(db, table, list_id, ALWAYS, statement)


def _in_batches(
    db: Session, table: str | None, list_id: str, wanted: Sql, change: Callable[[Sql, Range], Sql]
) -> Done:
    if table is None:
        return Done(0, None)
    leads_table = TABLES[table]
    ranges = _ranges(db, leads_table, list_id, wanted)
    if not ranges:
        return Done(0, None)
    leads = sum(each.leads for each in ranges)
    if len(ranges) > 1:
        log.info("list %s: %d leads of %s in %d batches", list_id, leads, table, len(ranges))
    changed = sum(db.run(change(leads_table, each)) for each in ranges)
    return Done(changed, change(leads_table, Range(ranges[0].first, ranges[-1].last, leads)))


def _ranges(db: Session, leads_table: Sql, list_id: str, wanted: Sql) -> list[Range]:
    rows = db.all(
        """
        SELECT MIN(lead_id) AS first, MAX(lead_id) AS last, COUNT(*) AS leads
        FROM %s
        WHERE list_id = %s AND %s
        GROUP BY lead_id DIV %s
        ORDER BY first
        """,
        leads_table, list_id, wanted, BATCH,
    )  # fmt: skip
    ranges: list[Range] = []
    for row in rows:
        each = Range(row["first"], row["last"], int(row["leads"]))
        if ranges and ranges[-1].leads + each.leads <= BATCH:
            before = ranges.pop()
            each = Range(before.first, each.last, before.leads + each.leads)
        ranges.append(each)
    return ranges
