"""What leads hold in their lists' custom fields, and how much of it a user gets to see.

A list's values stand in the table custom_LISTID, one row a lead; its fields are described in vicidial_lists_fields.
Table and column names go into a statement only as the schema spells them.
Source: docs/functions/lead_all_info.md, docs/functions/lead_field_info.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nonagent.database import Row, Session, identifier, identifiers, listed
from nonagent.rules.custom_fields.custom_fields import STANDARD_COLUMNS, WITHOUT_VALUE

#: the module that hides and encrypts custom fields, in active_modules of system_settings
MODULE = "cf_encrypt"

#: what holds of a column that vicidial_lists_fields says nothing about
UNDESCRIBED = {"field_label": "", "field_show_hide": "DISABLED", "field_encrypt": "N"}


@dataclass(frozen=True)
class ShownField:
    """One field of a list, as far as showing its values goes."""

    label: str
    #: the name of its column, as the schema spells it
    column: str
    is_hidden: bool
    is_encrypted: bool


@dataclass(frozen=True)
class Table:
    """The custom table of a list as the schema has it, and the fields that are shown of it."""

    name: str
    #: names by those in lower case, since callers and field lists write them in any
    columns: dict[str, str] = field(default_factory=dict)
    fields: list[ShownField] = field(default_factory=list)


class Screen:
    """What one user gets to see of custom values, over all leads of one answer."""

    def __init__(self, system: Row, user: Row) -> None:
        """Parameters: system, the row of system_settings; user, the row of vicidial_users."""
        #: whether it matters how lists describe their fields
        self.minds_fields = MODULE in system.get("active_modules", "")
        self._masks_all = int(user.get("admin_hide_lead_data") or 0) > 0
        self._masks_hidden = user.get("admin_cf_show_hidden") != "1"
        self._hidden: set[str] = set()
        self._encrypted: set[str] = set()

    def learn(self, fields: Iterable[ShownField]) -> None:
        """Take note of a list's fields. Parameters: fields, those of the list whose values come next."""
        # legacy: names pile up, a field hidden in the list of one lead stays hidden for the leads behind it.
        for one in fields:
            if one.is_hidden:
                self._hidden.add(one.column.lower())
            if one.is_encrypted:
                self._encrypted.add(one.column.lower())

    def shown(self, column: str, value: str) -> str:
        """A value as the user may see it. Parameters: column that it stands in; value."""
        name = column.lower()
        if self.minds_fields and name in self._encrypted:
            # safer: no stored text goes through a shell to the decrypting program; without it nothing is shown.
            return ""
        if self._masks_all or (self.minds_fields and self._masks_hidden and name in self._hidden):
            return masked(value)
        return value


def masked(value: str) -> str:
    """A value with an X for each of its bytes except line feeds."""
    return re.sub(rb"[^\n]", b"X", value.encode("utf8", "surrogateescape")).decode("ascii")


def value_of(db: Session, list_id: str, lead_id: str, column: str) -> tuple[str, str] | None:
    """One custom value of one lead.

    Parameters: db; list_id, whose table is read; lead_id; column, in any case.
    Returns: the column as the schema spells it, and the value; None when there is no such table or column, or no
    row for the lead.
    """
    table = _tables(db, [list_id]).get(list_id)
    if table is None or column.lower() not in table.columns:
        return None
    name = table.columns[column.lower()]
    rows = _rows(db, table, [name], [lead_id])
    return (name, rows[0][name]) if rows else None


def described(db: Session, list_id: str, column: str) -> list[ShownField]:
    """How a list describes the field of one column.

    Parameters: db; list_id; column, as the schema spells it.
    Returns: the field, or none.
    """
    rows = db.all(
        """
        SELECT list_id, field_label, field_show_hide, field_encrypt FROM vicidial_lists_fields
        WHERE list_id = %s AND field_label = %s
        """,
        list_id, column,
    )  # fmt: skip
    return [_field(row, column) for row in rows]


def tables_of(db: Session, list_ids: Iterable[str]) -> dict[str, Table]:
    """The custom tables of lists, each with the fields that hold values of their own in the order they are shown.

    Parameters: db; list_ids, at least one.
    Returns: tables by list id; a list without fields or with an incomplete table is missing.
    """
    wanted = sorted(set(list_ids))
    tables = _tables(db, wanted)
    described: dict[str, list[Row]] = {}
    for row in db.all(
        """
        SELECT list_id, field_label, field_show_hide, field_encrypt FROM vicidial_lists_fields
        WHERE list_id IN (%s) AND field_type NOT IN (%s) AND field_label NOT IN (%s)
        ORDER BY field_rank, field_order, field_id
        """,
        listed(wanted), listed(WITHOUT_VALUE), listed(STANDARD_COLUMNS),
    ):  # fmt: skip
        described.setdefault(row["list_id"], []).append(row)
    complete: dict[str, Table] = {}
    for list_id, rows in described.items():
        table = tables.get(list_id)
        # safer: a table that lacks a column counts as none; the original fails on it.
        if table and all(row["field_label"].lower() in table.columns for row in rows):
            fields = [_field(row, table.columns[row["field_label"].lower()]) for row in rows]
            complete[list_id] = Table(table.name, table.columns, fields)
    return complete


def whole_tables_of(db: Session, list_ids: Iterable[str]) -> dict[str, Table]:
    """The custom tables of lists, each with all its columns but lead_id as fields, in the order of the table.

    Parameters: db; list_ids, at least one.
    Returns: tables by list id; a list without a table is missing.
    Source: docs/functions/lead_status_search.md.
    """
    wanted = sorted(set(list_ids))
    described = {
        (row["list_id"], row["field_label"].lower()): row
        for row in db.all(
            """
            SELECT list_id, field_label, field_show_hide, field_encrypt FROM vicidial_lists_fields
            WHERE list_id IN (%s)
            """,
            listed(wanted),
        )
    }
    return {
        list_id: Table(
            table.name,
            table.columns,
            [
                _field(described.get((list_id, name), UNDESCRIBED), column)
                for name, column in table.columns.items()
                if name != "lead_id"
            ],
        )
        for list_id, table in _tables(db, wanted).items()
    }


def rows_of(db: Session, tables: Mapping[str, Table], lists: Mapping[str, str]) -> dict[str, Row]:
    """The custom values of several leads, in one statement for each list.

    Parameters: db; tables, as tables_of or whole_tables_of gives them; lists, by lead id the list whose table is
    read for it.
    Returns: by lead id its values by column; a lead without a row is missing.
    """
    leads: dict[str, list[str]] = {}
    for lead_id, list_id in lists.items():
        if list_id in tables:
            leads.setdefault(list_id, []).append(lead_id)
    return {
        row["lead_id"]: row
        for list_id, lead_ids in leads.items()
        for row in _rows(db, tables[list_id], [one.column for one in tables[list_id].fields], lead_ids)
    }


def _tables(db: Session, list_ids: list[str]) -> dict[str, Table]:
    names = [f"custom_{list_id}" for list_id in list_ids]
    rows = db.all(
        """
        SELECT table_name AS table_name, column_name AS column_name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name IN (%s)
        ORDER BY ordinal_position
        """,
        listed(names),
    )
    found: dict[str, Table] = {}
    for row in rows:
        table = found.setdefault(row["table_name"].removeprefix("custom_"), Table(row["table_name"]))
        table.columns[row["column_name"].lower()] = row["column_name"]
    return {list_id: table for list_id, table in found.items() if "lead_id" in table.columns.values()}


def _rows(db: Session, table: Table, columns: list[str], lead_ids: list[str]) -> list[Row]:
    known = list(table.columns.values())
    return db.all(
        "SELECT %s FROM %s WHERE lead_id IN (%s)",
        identifiers(["lead_id", *columns], known), identifier(table.name, [table.name]), listed(lead_ids),
    )  # fmt: skip


def _field(row: Row, column: str) -> ShownField:
    return ShownField(row["field_label"], column, row["field_show_hide"] != "DISABLED", row["field_encrypt"] == "Y")
