"""The custom fields of a list: which there are, and the values of a request for them.

A list's values stand in the table custom_LISTID, one row a lead. Names from data are used in a statement only after
they matched the schema. Source: docs/functions/add_lead.md, docs/functions/update_lead.md.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from nonagent.database import Duplicate, Fitted, Row, Session, Sql, identifier, identifiers, joined, listed, storable
from nonagent.rules.words import BLANK

log = logging.getLogger("nonagent.rules.custom_fields.custom_fields")

#: field types that hold no value
WITHOUT_VALUE = ("DISPLAY", "SCRIPT", "BUTTON", "SWITCH")

#: labels that are columns of vicidial_list: such a field only shows the lead's own
STANDARD_COLUMNS = (
    "lead_id", "vendor_lead_code", "source_id", "list_id", "gmt_offset_now", "called_since_last_reset", "phone_code",
    "phone_number", "title", "first_name", "middle_initial", "last_name", "address1", "address2", "address3", "city",
    "state", "province", "postal_code", "country_code", "gender", "date_of_birth", "alt_phone", "email",
    "security_phrase", "comments", "called_count", "last_local_call_time", "rank", "owner",
)  # fmt: skip


@dataclass(frozen=True)
class FormField:
    """One field of a list that holds a value of its own."""

    label: str
    is_encrypted: bool
    #: False when the table lacks the column
    has_column: bool
    #: whether the column holds four-byte characters
    is_wide: bool


@dataclass(frozen=True)
class Definition:
    """The custom table of a list: its name, its columns, and the fields that are written to it."""

    table: str
    columns: tuple[str, ...]
    fields: tuple[FormField, ...]

    @property
    def exists(self) -> bool:
        """Whether the list has a custom table at all."""
        return bool(self.columns)

    @property
    def is_writable(self) -> bool:
        """Whether there is a table with a column for each field, and at least one field."""
        return self.exists and bool(self.fields) and all(field.has_column for field in self.fields)


def are_enabled(system: Row) -> bool:
    """Whether custom fields are turned on. Parameters: system, the row of system_settings."""
    return int(system.get("custom_fields_enabled") or 0) > 0


def read(db: Session, list_id: str, table_list_id: str = "") -> Definition:
    """Read fields and table of a list in one statement, the fields by rank, order and label.

    Parameters: db; list_id, digits, whose fields they are; table_list_id, whose table is written where it is another.
    Returns: the definition, without columns when there is no table.
    """
    table = f"custom_{table_list_id or list_id}"
    rows = db.all(
        """
        (SELECT 'column' AS kind, CONVERT(column_name USING utf8mb4) COLLATE utf8mb4_unicode_ci AS name,
                CONVERT(IFNULL(character_set_name, '') USING utf8mb4) COLLATE utf8mb4_unicode_ci AS about,
                'N' AS encrypted, 0 AS first, ordinal_position AS second
         FROM information_schema.columns
         WHERE table_schema = DATABASE() AND table_name = %s)
        UNION ALL
        (SELECT 'field', CONVERT(field_label USING utf8mb4) COLLATE utf8mb4_unicode_ci,
                CONVERT(field_type USING utf8mb4) COLLATE utf8mb4_unicode_ci,
                IF(field_encrypt = 'Y', 'Y', 'N'), field_rank, field_order
         FROM vicidial_lists_fields
         WHERE list_id = %s AND field_duplicate <> 'Y')
        ORDER BY kind, first, second, name
        """,
        table,
        list_id,
    )
    columns = {row["name"].lower(): row for row in rows if row["kind"] == "column"}
    fields = tuple(
        FormField(
            label=row["name"],
            is_encrypted=row["encrypted"] == "Y",
            has_column=row["name"].lower() in columns,
            is_wide=columns.get(row["name"].lower(), {}).get("about") == "utf8mb4",
        )
        for row in rows
        if row["kind"] == "field" and row["about"] not in WITHOUT_VALUE and row["name"] not in STANDARD_COLUMNS
    )
    return Definition(table, tuple(row["name"] for row in columns.values()), fields)


def cleaned(value: str) -> str:
    """Clean a custom value: less is dropped than of the API's own parameters. Parameters: value, as sent."""
    value = value.replace("+", " ").replace(";", "").replace('"', "")
    return value.removesuffix("\\")


def values_of(
    fields: tuple[FormField, ...], sent: Callable[[str], str | None], active_modules: str, clear_blank: bool = True
) -> dict[str, str]:
    """The values of a request for a list's fields, as they go into their columns.

    Parameters: fields; sent, the value sent under a name, None when none was; active_modules of system_settings;
    clear_blank, whether the word `--BLANK--` stores an empty value.
    Returns: values by label, blank for what was not sent.
    """
    found: dict[str, str] = {}
    for field in fields:
        value = cleaned(sent(field.label) or "")
        if clear_blank and value == BLANK:
            value = ""
        if value and field.is_encrypted and "cf_encrypt" in active_modules:
            # safer: no value goes through a shell to the encrypting program; without it the field stays empty.
            log.warning("custom field %s is to be encrypted, which is not supported: stored empty", field.label)
            value = ""
        found[field.label] = _fitted(value, field)
    return found


def insert(db: Session, definition: Definition, lead_id: int, values: dict[str, str]) -> bool:
    """Insert a lead's row into the custom table.

    Parameters: db; definition; lead_id; values by label, all of which have a column.
    Returns: False when the table holds a row of this lead already.
    """
    columns = identifiers(values, _labels(definition))
    try:
        db.run(
            "INSERT INTO %s (lead_id, %s) VALUES (%s)",
            _table(definition), columns, listed([lead_id, *values.values()]),
        )  # fmt: skip
    except Duplicate:
        return False
    return True


def save(db: Session, definition: Definition, lead_id: str, values: dict[str, str]) -> int:
    """Change a lead's row in the custom table, or insert it with these values.

    Parameters: db; definition; lead_id; values by label, at least one, all of which have a column.
    Returns: 1, or 0 when the values were there already.
    """
    columns = [identifier(label, _labels(definition)) for label in values]
    changed = db.run(
        """
        INSERT INTO %s (lead_id, %s)
        VALUES (%s)
        ON DUPLICATE KEY UPDATE %s
        """,
        _table(definition), joined(", ", columns),
        listed([lead_id, *values.values()]),
        joined(", ", [Sql("%s = VALUES(%s)", column, column) for column in columns]),
    )  # fmt: skip
    # An insert counts 1, a real change 2.
    return min(1, changed)


def delete(db: Session, definition: Definition, lead_id: str) -> int:
    """Delete a lead's row from the custom table. Returns: 1, or 0 when there was none."""
    return db.run("DELETE FROM %s WHERE lead_id = %s", _table(definition), lead_id)


def _table(definition: Definition) -> Sql:
    return identifier(definition.table, [definition.table])


def _labels(definition: Definition) -> set[str]:
    return {field.label for field in definition.fields if field.has_column}


def _fitted(value: str, field: FormField) -> str:
    if not field.is_wide:
        return storable(value)
    return Fitted(value.encode("utf8", "surrogateescape").decode("utf8", "replace").replace("\ufffd", "?"))
