"""What the type of a custom field means: the column that holds its values, its cost, and what its values may be.

Source: docs/functions/update_list.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from nonagent.database import Sql, listed
from nonagent.rules.custom_fields.custom_fields import STANDARD_COLUMNS, WITHOUT_VALUE

#: a field labelled like one of these shows the lead's own value and has no column
LEAD_COLUMNS = frozenset((*STANDARD_COLUMNS, "status", "entry_date", "entry_list_id", "modify_date", "user"))

TEXTS = ("TEXT", "HIDDEN", "READONLY")
ONE_OF = ("SELECT", "RADIO")
SOME_OF = ("MULTI", "CHECKBOX")
SOURCES = "SOURCESELECT"
WITH_OPTIONS = (*ONE_OF, *SOME_OF, SOURCES)
BLOBS = ("AREA", "HIDEBLOB")
MOMENTS = ("DATE", "TIME")

TYPES = (*TEXTS, *BLOBS, *MOMENTS, *WITH_OPTIONS, *WITHOUT_VALUE)
ENCRYPTABLE = (*TEXTS, *BLOBS, *MOMENTS)
WITHOUT_DEFAULT = ("AREA", *MOMENTS)
WITHOUT_DEFAULT_ENCRYPTED = (*TEXTS, "HIDEBLOB")

#: room for an encrypted value of a few characters
SHORTEST_ENCRYPTED = 30
SHORTEST_OPTIONS = 6
COST_FACTOR = 3


@dataclass(frozen=True)
class DefinedField:
    """A custom field as it is defined, each attribute named as its column of vicidial_lists_fields."""

    field_label: str
    field_name: str
    field_description: str
    field_rank: str
    field_help: str
    field_type: str
    field_options: str
    field_size: str
    field_max: str
    field_default: str
    field_required: str
    name_position: str
    multi_position: str
    field_order: str
    field_encrypt: str
    field_show_hide: str
    field_duplicate: str

    @property
    def longest(self) -> int:
        """field_max as a number."""
        return number(self.field_max)

    @property
    def is_encrypted(self) -> bool:
        """Whether values are stored encrypted, which makes them longer."""
        return self.field_encrypt == "Y"

    @property
    def is_duplicate(self) -> bool:
        """Whether the field shows the value of another one again."""
        return self.field_duplicate == "Y"

    @property
    def has_column(self) -> bool:
        """Whether the field has a column of its own in the custom table."""
        return not (self.field_type in WITHOUT_VALUE or self.is_duplicate or is_lead_column(self.field_label))


#: what the columns of a DefinedField are called
NAMES = tuple(each.name for each in fields(DefinedField))


@dataclass(frozen=True)
class Column:
    """A column's type, with its default, and what the field costs."""

    sql: Sql
    cost: int


#: the types whose columns are always the same
FIXED = {
    "AREA": Column(Sql("TEXT"), 15),
    "HIDEBLOB": Column(Sql("BLOB"), 15),
    "DATE": Column(Sql("DATE"), 10),
    "TIME": Column(Sql("TIME"), 8),
}


def number(digits: str) -> int:
    """A parameter of digits as a number. Parameters: digits, or blank for 0; beyond nine the rest is dropped."""
    return int(digits.lstrip("0")[:9] or 0)


def octets(text: str) -> int:
    """A text's length as the limits mean it, in bytes."""
    return len(text.encode("utf8", "surrogateescape"))


def is_lead_column(label: str) -> bool:
    """Whether a label, in any letter case, is a column that every lead has."""
    return label.lower() in LEAD_COLUMNS


def column(field: DefinedField) -> Column | None:
    """The column that holds a field's values.

    Parameters: field.
    Returns: its definition; None for a type that is not known.
    """
    kind = _kind(field)
    if kind is None or _is_without_default(field):
        return kind
    return Column(Sql("%s DEFAULT %s", kind.sql, field.field_default), kind.cost)


def cost(field: DefinedField) -> int:
    """The field_cost of a definition. Parameters: field, whether it has a column or not."""
    if field.field_type in WITHOUT_VALUE:
        return COST_FACTOR
    kind = _kind(field)
    return COST_FACTOR * kind.cost if kind else 0


def is_default_too_long(field: DefinedField) -> bool:
    """Whether the default does not fit into field_max; only the plain text types ask."""
    return field.field_type in TEXTS and field.longest < octets(field.field_default)


def are_options_missing(field: DefinedField) -> bool:
    """Whether a field to choose from has no usable options."""
    if field.field_type not in WITH_OPTIONS:
        return False
    options = field.field_options
    if not re.search("[,|]", options) or "\n" not in options or octets(options) < SHORTEST_OPTIONS:
        return True
    between = "|" if field.field_type == SOURCES else ","
    return not any(len([part for part in line.split(between) if part]) > 1 for line in _lines(field))


def is_own_list_missing(field: DefinedField, list_id: str) -> bool:
    """Whether a SWITCH, which changes between lists, does not name the list it is in."""
    return field.field_type == "SWITCH" and all(
        re.fullmatch(f"0*{int(list_id)}", line.split(",")[0]) is None for line in _lines(field)
    )


def _kind(field: DefinedField) -> Column | None:
    kind = field.field_type
    if kind in TEXTS:
        length = _encrypted_length(field.longest) if field.is_encrypted else field.longest
        return Column(Sql("VARCHAR(%s)", length), length + 1)
    if kind in ONE_OF or kind == SOURCES:
        choices = _choices(field)
        # Without choices, as a copied field may be, the database refuses it.
        return Column(Sql("ENUM(%s)", listed(choices)), _written_length(choices))
    if kind in SOME_OF:
        length = _written_length(_choices(field))
        return Column(Sql("VARCHAR(%s)", length), length)
    if kind in MOMENTS and field.is_encrypted:
        return Column(Sql("VARCHAR(%s)", SHORTEST_ENCRYPTED), SHORTEST_ENCRYPTED + 1)
    return FIXED.get(kind)


def _is_without_default(field: DefinedField) -> bool:
    return (
        field.field_default == "NULL"
        or field.field_type in WITHOUT_DEFAULT
        or (field.is_encrypted and field.field_type in WITHOUT_DEFAULT_ENCRYPTED)
    )


def _encrypted_length(longest: int) -> int:
    return SHORTEST_ENCRYPTED if longest < 8 else 4 * longest


def _lines(field: DefinedField) -> list[str]:
    return re.split("\r?\n", field.field_options)


def _choices(field: DefinedField) -> tuple[str, ...]:
    """The stored word of each option line: what stands before its first separator."""
    lines = [line for line in _lines(field) if re.search("[,|]", line)]
    if field.field_type != SOURCES:
        return tuple(line.split(",")[0] for line in lines)
    return tuple(re.sub("^option=>", "", line.split("|")[0], flags=re.IGNORECASE) for line in lines)


def _written_length(choices: tuple[str, ...]) -> int:
    return octets(",".join(f"'{choice}'" for choice in choices))
