"""The table custom_LISTID, which holds the custom values of a list's leads: making it and altering its columns.

A statement is made of a table name that is a number, column names that match the schema or are plain words, and
the types of field_types; everything else is bound. Source: docs/functions/update_list.md.
"""

from __future__ import annotations

import logging
import re

from nonagent import database
from nonagent.database import Session, Sql, column_names, identifier
from nonagent.rules.custom_fields.field_types import Column

log = logging.getLogger("nonagent.rules.custom_fields.tables")

#: letters, digits and underscores that an identifier can hold, no more of them than field_label keeps
NEW_NAME = re.compile(r"[^\W\U00010000-\U0010ffff]{1,50}")


class Refused(Exception):
    """The database or this module would not do what was asked, and nothing was done."""


class CustomTable:
    """One list's custom table, whether there is one or not, and its columns as they are now."""

    def __init__(self, db: Session, list_id: str) -> None:
        """Parameters: db; list_id, digits."""
        self._db = db
        self._name = f"custom_{int(list_id)}"
        self._columns = column_names(db, self._name)

    @property
    def exists(self) -> bool:
        """Whether the list has a custom table."""
        return bool(self._columns)

    def has(self, label: str) -> bool:
        """Whether there is a column of that name, in any letter case."""
        return self._stored_name(label) is not None

    def create(self) -> Sql:
        """Make the table without a field. Returns: the statement."""
        statement = self._run(Sql("CREATE TABLE %s (%s) ENGINE=MyISAM", self._table, _LEAD_ID))
        self._columns = ["lead_id"]
        return statement

    def add(self, label: str, column: Column | None) -> Sql:
        """Add a column at the end, with the table when there is none yet.

        Parameters: label; column, None for a type that is not known.
        Returns: the statement.
        Raises: Refused.
        """
        if column is None or not NEW_NAME.fullmatch(label):
            raise Refused(f"no column {label!r} in {self._name}")
        definition = _definition(label, column)
        if self.exists:
            statement = self._run(Sql("ALTER TABLE %s ADD COLUMN %s", self._table, definition))
        else:
            create = Sql("CREATE TABLE %s (%s, %s) ENGINE=MyISAM", self._table, _LEAD_ID, definition)
            statement = self._run(create)
            self._columns = ["lead_id"]
        self._columns.append(label)
        return statement

    def modify(self, label: str, column: Column | None) -> Sql:
        """Give a column another type and default; values that do not fit are cut.

        Parameters: label, of a column that is there, which is written like it from here on. Otherwise as add.
        """
        name = self._stored_name(label)
        if name is None or column is None:
            raise Refused(f"no column {label!r} in {self._name}")
        statement = self._run(Sql("ALTER TABLE %s MODIFY COLUMN %s", self._table, _definition(label, column)))
        self._columns[self._columns.index(name)] = label
        return statement

    def drop(self, label: str) -> Sql:
        """Drop a column with its values. Parameters: label, of a column that is there. Otherwise as add."""
        name = self._stored_name(label)
        if name is None:
            raise Refused(f"no column {label!r} in {self._name}")
        statement = self._run(Sql("ALTER TABLE %s DROP COLUMN %s", self._table, identifier(name, self._columns)))
        self._columns.remove(name)
        return statement

    @property
    def _table(self) -> Sql:
        return identifier(self._name, [self._name])

    def _stored_name(self, label: str) -> str | None:
        return next((name for name in self._columns if name.lower() == label.lower()), None)

    def _run(self, statement: Sql) -> Sql:
        try:
            self._db.run(statement)
        except database.Refused as error:
            log.warning("%s was refused: %s", self._db.text(statement), error)
            raise Refused(str(error)) from error
        return statement


def _definition(label: str, column: Column) -> Sql:
    return Sql("%s %s", identifier(label, [label]), column.sql)


_LEAD_ID = Sql("lead_id INT(9) UNSIGNED NOT NULL PRIMARY KEY")
