"""Adding, changing, deleting and copying the custom fields of a list: their definitions, and their columns.

The column always comes first. Should the database refuse it, nothing has been done; should the process end before
the definition follows, the agent screen never asks for a column that is not there.

Source: docs/functions/update_list.md.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, replace
from enum import Enum
from functools import wraps
from typing import Concatenate, ParamSpec

from nonagent import database
from nonagent.database import Row, Session, Sql, assigned, identifier, identifiers, joined, listed
from nonagent.rules import admin_log, locks
from nonagent.rules.admin_log import Actor
from nonagent.rules.custom_fields import custom_fields
from nonagent.rules.custom_fields.field_types import (
    ENCRYPTABLE,
    NAMES,
    DefinedField,
    are_options_missing,
    column,
    cost,
    is_default_too_long,
    is_lead_column,
    is_own_list_missing,
    number,
    octets,
)
from nonagent.rules.custom_fields.reserved_words import RESERVED
from nonagent.rules.custom_fields.tables import CustomTable, Refused

log = logging.getLogger("nonagent.rules.custom_fields.definitions")

#: lists below it are VICIdial's own and have no custom fields
FIRST_LIST_ID = 100
SHORTEST_NAME = 2

METHODS = APPEND, UPDATE, REPLACE = ("APPEND", "UPDATE", "REPLACE")


class Gone(Exception):
    """Another request has deleted the field since it was looked up."""


class Outcome(Enum):
    """What became of the work on custom fields, as integrations know it."""

    NOTHING = "NONE"
    WRONG = "ERROR"
    DONE = "SUCCESS"

    def told(self, what: str, done: str) -> str:
        """The outcome in words: `ERROR: Field not added`. Parameters: what, as `Field`; done to it, as `added`."""
        return {
            Outcome.NOTHING: "NONE",
            Outcome.WRONG: f"ERROR: {what} not {done}",
            Outcome.DONE: f"SUCCESS: {what} {done}",
        }[self]


Given = ParamSpec("Given")
Work = Callable[Concatenate[Session, Actor, str, Given], Outcome]


def _one_at_a_time(work: Work[Given]) -> Work[Given]:
    """Keep other work on the fields of the same list waiting; what the database refuses comes to nothing."""

    @wraps(work)
    def guarded(db: Session, actor: Actor, list_id: str, /, *given: Given.args, **named: Given.kwargs) -> Outcome:
        with locks.held(db, locks.CUSTOM_FIELDS, str(int(list_id))):
            try:
                return work(db, actor, list_id, *given, **named)
            except Refused:
                return Outcome.NOTHING

    return guarded


def barred(user: Row, system: Row, *list_ids: str) -> Outcome | None:
    """Whether no work on custom fields is done at all.

    Parameters: user, the row of vicidial_users; system, of system_settings; list_ids, digits, of all lists involved.
    Returns: the outcome to answer, None when nothing is in the way.
    """
    if user.get("modify_leads", "") in ("", "0"):
        return Outcome.NOTHING
    if not custom_fields.are_enabled(system):
        return Outcome.WRONG
    if any(int(list_id) < FIRST_LIST_ID for list_id in list_ids):
        return Outcome.NOTHING
    return None


def find(db: Session, list_id: str, label: str) -> Row | None:
    """Read one definition.

    Parameters: db; list_id, digits; label, in any letter case.
    Returns: field_id and every column of a DefinedField; None when there is no such field.
    """
    return db.one(
        "SELECT field_id, %s FROM vicidial_lists_fields WHERE list_id = %s AND field_label = %s",
        identifiers(NAMES, NAMES), list_id, label,
    )  # fmt: skip


def from_row(row: Row) -> DefinedField:
    """The field of a row. Parameters: row, which holds every column of a DefinedField."""
    return DefinedField(**{name: row[name] for name in NAMES})


@_one_at_a_time
def add(db: Session, actor: Actor, list_id: str, field: DefinedField, rerank: bool) -> Outcome:
    """Add a field to a list, after checking it.

    Parameters: db; actor; list_id, digits; field; rerank, whether fields of its rank make room for it.
    Returns: the outcome.
    """
    if octets(field.field_name) < SHORTEST_NAME or is_default_too_long(field):
        return Outcome.WRONG
    if field.field_label.lower() in RESERVED or _are_options_wrong(field, list_id):
        return Outcome.WRONG
    is_there = find(db, list_id, field.field_label) is not None
    if is_there != field.is_duplicate or (field.is_duplicate and field.field_type != "TEXT"):
        return Outcome.WRONG
    _insert(db, actor, list_id, CustomTable(db, list_id), field, rerank)
    return Outcome.DONE


@_one_at_a_time
def change(db: Session, actor: Actor, list_id: str, field_id: str, field: DefinedField, rerank: bool) -> Outcome:
    """Change a field of a list, after checking it.

    Parameters: db; actor; list_id, digits; field_id; field, as it is to be; rerank, as for add.
    Returns: the outcome.
    """
    if find(db, list_id, field.field_label) is None:
        # Another request has deleted it since it was looked up.
        return Outcome.NOTHING
    table = CustomTable(db, list_id)
    field = _as_changed(field)
    if not table.exists and not is_lead_column(field.field_label) and not field.is_duplicate:
        return Outcome.WRONG
    if is_default_too_long(field) or _are_options_wrong(field, list_id):
        return Outcome.WRONG
    _update(db, actor, list_id, table, field_id, field, rerank)
    return Outcome.DONE


@_one_at_a_time
def delete(db: Session, actor: Actor, list_id: str, field_id: str, label: str) -> Outcome:
    """Delete a field of a list with all values that leads have in it.

    Parameters: db; actor; list_id, digits; field_id and label of the field.
    Returns: the outcome.
    Raises: Gone.
    """
    if find(db, list_id, label) is None:
        raise Gone
    table = CustomTable(db, list_id)
    if not table.exists and not is_lead_column(label):
        return Outcome.WRONG
    _delete(db, actor, list_id, table, field_id, label)
    return Outcome.DONE


def method(word: str) -> str:
    """The way to copy that is meant. Parameters: word, the parameter custom_copy_method. Returns: the way."""
    return word if word in METHODS else APPEND


@_one_at_a_time
def copy(db: Session, actor: Actor, list_id: str, source_id: str, how: str) -> Outcome:
    """Copy all fields of a list to another.

    Parameters: db; actor; list_id of the target and source_id, digits; how, APPEND adds what is missing, UPDATE
    changes what both have, REPLACE deletes the target's fields and their values first.
    Returns: the outcome, DONE when at least one field was added, changed or deleted.
    """
    if int(list_id) == int(source_id):
        return Outcome.WRONG
    table = CustomTable(db, list_id)
    done = _delete_all(db, actor, list_id, table) if how == REPLACE else 0
    for row in _source_fields(db, list_id, source_id):
        field, target_id = from_row(row), row["target_id"]
        if how == UPDATE and target_id:
            _update(db, actor, list_id, table, target_id, _as_changed(field), rerank=False)
        elif how != UPDATE and (not target_id or field.is_duplicate):
            _insert(db, actor, list_id, table, field, rerank=False)
        else:
            continue
        done += 1
    return Outcome.DONE if done else Outcome.NOTHING


def _are_options_wrong(field: DefinedField, list_id: str) -> bool:
    return are_options_missing(field) or is_own_list_missing(field, list_id)


def _as_changed(field: DefinedField) -> DefinedField:
    return replace(field, field_type="TEXT") if field.is_duplicate else field


def _insert(db: Session, actor: Actor, list_id: str, table: CustomTable, field: DefinedField, rerank: bool) -> None:
    field = _as_added(db, list_id, field)
    altered = _make_column(table, field)
    columns = {"list_id": list_id, **asdict(field), "field_cost": str(cost(field))}
    insert = Sql("INSERT INTO vicidial_lists_fields SET %s", assigned(columns))
    try:
        field_id = db.insert(insert)
    except database.Refused as error:
        log.warning("field %s of list %s was refused: %s", field.field_label, list_id, error)
        if field.has_column:
            table.drop(field.field_label)
        raise Refused(str(error)) from error
    moved = _make_room(db, list_id, str(field_id), field) if rerank else ""
    _record(db, actor, "ADD", list_id, f"Rows updated: 1({field_id})   {moved}", altered, insert)


def _as_added(db: Session, list_id: str, field: DefinedField) -> DefinedField:
    """The field under the label it gets, encrypted only where values can be."""
    label = field.field_label
    if is_lead_column(label):
        label = label.lower()
    if field.is_duplicate:
        label = f"{label}_DUPLICATE_{_labels_like(db, list_id, label):03d}"
    may_encrypt = field.field_type in ENCRYPTABLE and not field.is_duplicate
    return replace(field, field_label=label, field_encrypt=field.field_encrypt if may_encrypt else "N")


def _labels_like(db: Session, list_id: str, label: str) -> int:
    # legacy: the underscores of the label are wildcards here; labels that were numbered so keep their numbers.
    return int(
        db.scalar(
            "SELECT COUNT(*) FROM vicidial_lists_fields WHERE list_id = %s AND field_label LIKE %s",
            list_id,
            label + "%",
        )
    )


def _make_column(table: CustomTable, field: DefinedField) -> Sql | None:
    if field.has_column:
        return table.add(field.field_label, column(field))
    return None if table.exists else table.create()


def _update(
    db: Session, actor: Actor, list_id: str, table: CustomTable, field_id: str, field: DefinedField, rerank: bool
) -> None:
    if field.has_column and not table.exists:
        raise Refused(f"list {list_id} has no custom table")
    alter = table.modify if table.has(field.field_label) else table.add
    altered = alter(field.field_label, column(field)) if field.has_column else None
    columns = {**asdict(field), "field_cost": str(cost(field))}
    update = Sql("UPDATE vicidial_lists_fields SET %s WHERE field_id = %s", assigned(columns), field_id)
    changed = db.run(update)
    moved = _make_room(db, list_id, field_id, field) if rerank else ""
    _record(db, actor, "MODIFY", list_id, f"Rows updated: {changed}({field_id})   {moved}", altered, update)


def _delete(db: Session, actor: Actor, list_id: str, table: CustomTable, field_id: str, label: str) -> None:
    # safer: a field that has no column could not be deleted.
    altered = table.drop(label) if table.has(label) and not is_lead_column(label) else None
    delete = Sql("DELETE FROM vicidial_lists_fields WHERE field_id = %s", field_id)
    db.run(delete)
    _record(db, actor, "DELETE", list_id, "", altered, delete)


def _delete_all(db: Session, actor: Actor, list_id: str, table: CustomTable) -> int:
    if not table.exists:
        return 0
    rows = db.all(
        """
        SELECT field_id, field_label FROM vicidial_lists_fields
        WHERE list_id = %s
        ORDER BY field_rank, field_order, field_label
        """,
        list_id,
    )
    for row in rows:
        _delete(db, actor, list_id, table, row["field_id"], row["field_label"])
    return len(rows)


def _source_fields(db: Session, list_id: str, source_id: str) -> list[Row]:
    """The fields to copy, each with the id of the target's field of the same label, blank where it has none."""
    return db.all(
        """
        SELECT %s, target.field_id AS target_id
        FROM vicidial_lists_fields AS source
        LEFT JOIN vicidial_lists_fields AS target
          ON target.list_id = %s AND target.field_label = source.field_label
        WHERE source.list_id = %s
        ORDER BY source.field_rank, source.field_order, source.field_label
        """,
        joined(", ", [Sql("source.%s", identifier(name, NAMES)) for name in NAMES]),
        list_id,
        source_id,
    )


def _make_room(db: Session, list_id: str, field_id: str, field: DefinedField) -> str:
    """Move the fields of the same rank one further, then those they come upon, until a rank is free.

    Returns: the moves, as the admin log tells them.
    """
    rows = db.all(
        """
        SELECT field_id, field_label, field_rank FROM vicidial_lists_fields
        WHERE list_id = %s AND field_id <> %s
        ORDER BY field_id
        """,
        list_id,
        field_id,
    )
    rank = number(field.field_rank)
    moved: list[str] = []
    told: list[str] = []
    while met := [row for row in rows if row["field_rank"] == str(rank)]:
        rank += 1
        moved += [row["field_id"] for row in met]
        told += [f"Field {row['field_id']}({row['field_label']}) moved to rank {rank}|" for row in met]
    if moved:
        # Each field is met once, so that one statement moves them all.
        db.run("UPDATE vicidial_lists_fields SET field_rank = field_rank + 1 WHERE field_id IN (%s)", listed(moved))
    return "".join(told)


def _record(
    db: Session, actor: Actor, event_type: str, list_id: str, notes: str, altered: Sql | None, change: Sql
) -> None:
    code = f"ADMIN {event_type} CUSTOM LIST FIELD"
    ran = (altered, change) if altered else (change,)
    admin_log.record(db, actor, "CUSTOM_FIELDS", event_type, list_id, code, notes, *ran)
