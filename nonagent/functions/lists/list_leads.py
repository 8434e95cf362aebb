"""Resetting or deleting all leads of a list, a batch at a time.

A MyISAM table is locked as a whole while a statement changes it. In batches the dialer and the agents get their turn
in between, and what a batch has done stays done should the process end; asked again, the rest is done.

Source: spec/update_list.md steps 9 and 11.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from nonagent.database import Session

log = logging.getLogger("nonagent.functions.lists.list_leads")

#: benchmarks/big_list.py measures what it costs
BATCH = 10_000


@dataclass(frozen=True)
class Done:
    """How many leads were changed, and the statement that does the same at once; blank when none had to be."""

    leads: int
    statement: str


@dataclass(frozen=True)
class Range:
    """Lead ids of one batch, both ends in it. Leads of other lists may lie between them."""

    first: str
    last: str
    leads: int


def reset(db: Session, table: str | None, list_id: str) -> Done:
    """Mark all leads of a list as not called, as far as they are not.

    Parameters: db; table, as lead_table.named gives it, None for an archive that is not there; list_id, digits.
    Returns: what was done.
    """
    wanted = "NOT (called_since_last_reset <=> 'N')"
    update = f"""
        UPDATE {table} SET called_since_last_reset = 'N'
        WHERE list_id = %s AND lead_id BETWEEN %s AND %s AND {wanted}
        """  # noqa: S608
    return _in_batches(db, table, list_id, wanted, update)


def delete(db: Session, table: str | None, list_id: str) -> Done:
    """Delete all leads of a list. Parameters and return value as for reset."""
    sql = f"DELETE FROM {table} WHERE list_id = %s AND lead_id BETWEEN %s AND %s"  # noqa: S608
    return _in_batches(db, table, list_id, "TRUE", sql)


def _in_batches(db: Session, table: str | None, list_id: str, wanted: str, sql: str) -> Done:
    ranges = _ranges(db, table, list_id, wanted) if table else []
    if not ranges:
        return Done(0, "")
    if len(ranges) > 1:
        leads = sum(each.leads for each in ranges)
        log.info("list %s: %d leads of %s in %d batches", list_id, leads, table, len(ranges))
    changed = sum(db.run(sql, list_id, each.first, each.last) for each in ranges)
    return Done(changed, db.text(sql, list_id, ranges[0].first, ranges[-1].last))


def _ranges(db: Session, table: str, list_id: str, wanted: str) -> list[Range]:
    rows = db.all(
        f"""
        SELECT MIN(lead_id) AS first, MAX(lead_id) AS last, COUNT(*) AS leads
        FROM {table}
        WHERE list_id = %s AND {wanted}
        GROUP BY lead_id DIV %s
        ORDER BY first
        """,  # noqa: S608
        list_id, BATCH,
    )  # fmt: skip
    ranges: list[Range] = []
    for row in rows:
        each = Range(row["first"], row["last"], int(row["leads"]))
        if ranges and ranges[-1].leads + each.leads <= BATCH:
            before = ranges.pop()
            each = Range(before.first, each.last, before.leads + each.leads)
        ranges.append(each)
    return ranges
