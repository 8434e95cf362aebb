"""Moving leads from vicidial_list to vicidial_list_archive: a constant number of statements, however many the leads.

Whatever happens between two of them, a lead is in one of the tables: it is copied first, and the statement that
deletes it asks once more for the copy. Source: docs/lead-archive.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass

from nonagent.database import (
    ALWAYS,
    DatabaseError,
    Row,
    Session,
    Sql,
    Unavailable,
    Undone,
    identifier,
    joined,
    listed,
)
from nonagent.web.archive.schemas import Batch

ARCHIVE = "vicidial_list_archive"
#: how often work is begun anew that InnoDB or a cluster undid for another's sake
MOST_TRIES = 3


class ArchiveMissing(Exception):
    """vicidial_list_archive is not there."""


@dataclass(frozen=True)
class Counts:
    """How many leads each step was about."""

    select: int = 0
    insert: int = 0
    #: archive rows that belong to the leads, and those of them that were changed
    matched: int = 0
    update: int = 0
    delete: int = 0


@dataclass(frozen=True)
class Done:
    """What was done; nothing, where every lead had to be known and some are not."""

    counts: Counts
    unknown: tuple[int, ...] = ()


@dataclass(frozen=True)
class Survey:
    """What a batch finds before it changes anything: enough to tell afterwards what it has done."""

    #: its leads that are in vicidial_list
    found: list[int]
    #: how many of those have a copy in the archive
    copied: int
    #: how many copies are not equal to their lead
    outdated: int

    @property
    def text(self) -> str:
        """The survey as text."""
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, text: str) -> Survey:
        """Parameters: text, of another one."""
        return cls(**json.loads(text))


@dataclass(frozen=True)
class Tables:
    """What both tables have."""

    columns: tuple[Sql, ...]
    #: which of them hold text
    texts: tuple[bool, ...]
    #: whether transactions work on both
    transactional: bool

    def each(self, wanted: str) -> list[Sql]:
        """A piece of SQL for each column. Parameters: wanted, the piece, with `%s` where it goes."""
        return [Sql(wanted, *[column] * wanted.count("%s")) for column in self.columns]


def carry_out(db: Session, batch: Batch, *, strict: bool, begin: Callable[[Survey], None] | None = None) -> Done:
    """Do what a batch asks for: copy, bring up to date, delete.

    Parameters: db; batch; strict, as version 2 is: every lead must be known, and only an equal copy lets its lead be
    deleted; begin, told what is found before anything is changed.
    Returns: what was done.
    Raises: ArchiveMissing, DatabaseError.
    """
    tables = _read_tables(db)
    return _undivided(db, tables, lambda: _steps(db, batch, tables, strict, begin))


def finish(db: Session, batch: Batch, before: Survey, *, strict: bool) -> Done:
    """Do what is left of a batch that was cut off, wherever that was.

    Parameters: db; batch; before, what it had found; strict, as in carry_out.
    Returns: what was done by both together.
    Raises: as carry_out.
    """
    tables = _read_tables(db)
    return _undivided(db, tables, lambda: _remaining_steps(db, batch, before, tables, strict))


def _undivided(db: Session, tables: Tables, work: Callable[[], Done]) -> Done:
    """Do work in one transaction, where the tables know of such."""
    if not tables.transactional:
        return work()
    for left in reversed(range(MOST_TRIES)):
        try:
            return _in_one_transaction(db, work)
        except Undone:
            if not left:
                raise
    raise AssertionError("the last try returns or raises")


def _in_one_transaction(db: Session, work: Callable[[], Done]) -> Done:
    # With autocommit off a statement that is sent again after a deadlock stays undoable like the rest.
    db.run("SET autocommit = 0")
    try:
        db.run("SAVEPOINT archive")
        done = work()
        # A deadlock undoes everything, the savepoint with it; then the counts are not true.
        db.run("RELEASE SAVEPOINT archive")
        db.commit()
    except BaseException:
        # The connection may be gone, and everything with it; where it is not, it goes back into the pool clean.
        with suppress(DatabaseError):
            db.run("ROLLBACK")
            db.run("SET autocommit = 1")
        raise
    db.run("SET autocommit = 1")
    return done


def _steps(db: Session, batch: Batch, tables: Tables, strict: bool, begin: Callable[[Survey], None] | None) -> Done:
    found = _select(db, batch.lead_ids)
    if strict and (unknown := tuple(lead_id for lead_id in batch.lead_ids if lead_id not in found)):
        return Done(Counts(select=len(found)), unknown)
    if begin:
        # In the transaction, where there is one: what is undone has not begun.
        begin(_survey(db, batch.lead_ids, found, tables))
    inserted = matched = updated = deleted = 0
    if batch.insert:
        inserted = _insert(db, batch.lead_ids, tables)
    if batch.update:
        matched = _count_copies(db, batch.lead_ids)
        updated = _update(db, batch.lead_ids, tables)
    if batch.delete:
        deleted = _delete(db, batch.lead_ids, tables, strict)
    return Done(Counts(len(found), inserted, matched, updated, deleted))


def _remaining_steps(db: Session, batch: Batch, before: Survey, tables: Tables, strict: bool) -> Done:
    # Each step passes over what it has done already. The numbers of rows would be of this time alone.
    if not before.found:
        return Done(Counts())
    if batch.insert:
        _insert(db, before.found, tables)
    if batch.update:
        _update(db, before.found, tables)
    if batch.delete:
        _delete(db, before.found, tables, strict)
    left = _what_is_left(db, before.found)
    select = len(before.found)
    return Done(
        Counts(
            select=select,
            insert=left["archived"] - before.copied if batch.insert else 0,
            matched=left["copies"] if batch.update else 0,
            update=before.outdated if batch.update else 0,
            delete=select - left["leads"] if batch.delete else 0,
        )
    )


def _survey(db: Session, lead_ids: list[int], found: frozenset[int], tables: Tables) -> Survey:
    row = db.one(
        """
        SELECT COUNT(DISTINCT kept.lead_id) AS copied, COALESCE(SUM(NOT (%s)), 0) AS outdated
        FROM vicidial_list AS lead JOIN vicidial_list_archive AS kept ON kept.lead_id = lead.lead_id
        WHERE lead.lead_id IN (%s)
        """,
        _all_equal(tables), listed(lead_ids),
    ) or {}  # fmt: skip
    return Survey(sorted(found), int(row["copied"]), int(row["outdated"]))


def _what_is_left(db: Session, lead_ids: list[int]) -> dict[str, int]:
    """Of a batch's leads: how many are in the list, how many have a copy, and how many copies there are."""
    chosen = Sql("lead_id IN (%s)", listed(lead_ids))
    row = db.one(
        """
        SELECT
          (SELECT COUNT(*) FROM vicidial_list WHERE %s) AS leads,
          (SELECT COUNT(DISTINCT lead_id) FROM vicidial_list_archive WHERE %s) AS archived,
          (SELECT COUNT(*) FROM vicidial_list_archive WHERE %s) AS copies
        """,
        chosen, chosen, chosen,
    ) or {}  # fmt: skip
    return {name: int(number) for name, number in row.items()}


def _select(db: Session, lead_ids: list[int]) -> frozenset[int]:
    # On InnoDB a dialer that wants to change one of them waits until it is moved.
    rows = db.all("SELECT lead_id FROM vicidial_list WHERE lead_id IN (%s) FOR UPDATE", listed(lead_ids))
    return frozenset(int(row["lead_id"]) for row in rows)


def _insert(db: Session, lead_ids: list[int], tables: Tables) -> int:
    # Asked for, not left to the key: an archive made by hand may have none.
    return db.run(
        """
        INSERT IGNORE INTO vicidial_list_archive (%s)
        SELECT %s
        FROM vicidial_list AS lead
        WHERE lead.lead_id IN (%s)
          AND NOT EXISTS (SELECT 1 FROM vicidial_list_archive AS kept WHERE kept.lead_id = lead.lead_id)
        """,
        joined(", ", tables.columns), joined(", ", tables.each("lead.%s")), listed(lead_ids),
    )  # fmt: skip


def _count_copies(db: Session, lead_ids: list[int]) -> int:
    sql = """
        SELECT COUNT(*)
        FROM vicidial_list AS lead JOIN vicidial_list_archive AS kept ON kept.lead_id = lead.lead_id
        WHERE lead.lead_id IN (%s)
        """
    return int(db.scalar(sql, listed(lead_ids)))


def _update(db: Session, lead_ids: list[int], tables: Tables) -> int:
    # Every column is set, so that none dates itself.
    return db.run(
        """
        UPDATE vicidial_list_archive AS kept JOIN vicidial_list AS lead ON lead.lead_id = kept.lead_id
        SET %s
        WHERE lead.lead_id IN (%s)
        """,
        joined(", ", tables.each("kept.%s = lead.%s")), listed(lead_ids),
    )  # fmt: skip


def _delete(db: Session, lead_ids: list[int], tables: Tables, strict: bool) -> int:
    # A lead that a dialer has changed since it was copied stays: the comparison is part of the statement.
    return db.run(
        """
        DELETE lead
        FROM vicidial_list AS lead JOIN vicidial_list_archive AS kept ON kept.lead_id = lead.lead_id
        WHERE lead.lead_id IN (%s) AND %s
        """,
        listed(lead_ids), _all_equal(tables) if strict else ALWAYS,
    )  # fmt: skip


def _all_equal(tables: Tables) -> Sql:
    columns = zip(tables.columns, tables.texts, strict=True)
    return joined(" AND ", [_equal(column, is_text) for column, is_text in columns])


def _equal(column: Sql, is_text: bool) -> Sql:
    if not is_text:
        return Sql("lead.%s <=> kept.%s", column, column)
    # Byte for byte: to the collation `ann` is `Ann`. In one character set, since the tables may have two.
    sql = "BINARY CONVERT(lead.%s USING utf8mb4) <=> BINARY CONVERT(kept.%s USING utf8mb4)"
    return Sql(sql, column, column)


def _read_tables(db: Session) -> Tables:
    """What the tables have now: asked for each batch, since a column added meanwhile must not be left behind."""
    rows = db.all(
        """
        SELECT tables.table_name AS `table`, engine, column_name AS name, character_set_name AS charset, extra
        FROM information_schema.tables AS tables JOIN information_schema.columns AS columns
          ON columns.table_schema = tables.table_schema AND columns.table_name = tables.table_name
        WHERE tables.table_schema = DATABASE() AND tables.table_name IN ('vicidial_list', 'vicidial_list_archive')
          AND columns.table_schema = DATABASE() AND columns.table_name IN ('vicidial_list', 'vicidial_list_archive')
        ORDER BY ordinal_position
        """
    )
    leads = {row["name"].lower(): row for row in rows if row["table"] == "vicidial_list"}
    kept = {row["name"].lower(): row for row in rows if row["table"] == ARCHIVE}
    if db.warnings and not (leads and kept):
        # Whoever holds a lock does not wait for a table that is being altered or repaired: it is passed over.
        raise Unavailable("vicidial_list or its archive cannot be looked at")
    if not kept:
        raise ArchiveMissing
    # What the archive computes by itself cannot be written.
    shared = [name for name, row in leads.items() if name in kept and not _is_computed(kept[name])]
    return Tables(
        columns=tuple(identifier(leads[name]["name"], {leads[name]["name"]}) for name in shared),
        texts=tuple(bool(leads[name]["charset"] or kept[name]["charset"]) for name in shared),
        transactional=all(row["engine"] == "InnoDB" for row in rows),
    )


def _is_computed(row: Row) -> bool:
    return "GENERATED" in row["extra"].upper().replace("DEFAULT_GENERATED", "")
