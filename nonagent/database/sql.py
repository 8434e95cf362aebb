"""Pieces of SQL with their values: a piece stands for one `%s` of a statement, or of another piece.

    names = Sql("SELECT user FROM vicidial_users WHERE %s AND user IN (%s)", viewable, listed(users))

So no text is ever made of a caller's value, and no value is counted to its place by eye.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

_PLACE = re.compile("%[%s]")


class Sql:
    """A statement, or a piece of one, and the values to bind in it."""

    __slots__ = ("text", "values")

    def __init__(self, text: str, *values: str | int | float | Sql | None) -> None:
        """Parameters: text, of the code's own, with `%s` for each value and `%%` for a percent sign; values."""
        self.text = text
        self.values = values

    def __repr__(self) -> str:
        return f"Sql({self.text!r}, {', '.join(map(repr, self.values))})"


#: a condition that holds for every row
ALWAYS = Sql("TRUE")
NEVER = Sql("FALSE")


def both(*conditions: Sql) -> Sql:
    """All of several conditions at once. Parameters: conditions, at least one. Returns: the condition."""
    return joined(" AND ", [Sql("(%s)", condition) for condition in conditions])


def joined(between: str, pieces: Sequence[Sql]) -> Sql:
    """Pieces one behind the other. Parameters: between, SQL that separates them; pieces, at least one."""
    return Sql(between.join(["%s"] * len(pieces)), *pieces) if len(pieces) > 1 else pieces[0]


def listed(values: Collection[str | int]) -> Sql:
    """The values of an IN list. Parameters: values, at least one, so that the list is never empty."""
    return Sql(", ".join(["%s"] * len(values)), *values)


def assigned(values: Mapping[str, str | int | float | Sql | None]) -> Sql:
    """What stands behind SET. Parameters: values, by columns, names that the code holds and never a request's."""
    return Sql(", ".join(f"`{column}` = %s" for column in values), *values.values())


def identifier(name: str, known: Collection[str]) -> Sql:
    """A table or column name that came from data.

    Parameters: name; known, the names the schema has.
    Returns: the name, quoted.
    Raises: ValueError when the schema has no such name.
    """
    if name not in known:
        raise ValueError(f"no such name in the schema: {name!r}")
    return Sql("`" + name.replace("`", "``").replace("%", "%%") + "`")


def identifiers(names: Iterable[str], known: Collection[str]) -> Sql:
    """Several of them, with commas between. Parameters: names, at least one; known. Raises: as identifier."""
    return joined(", ", [identifier(name, known) for name in names])


def expanded(statement: Sql) -> tuple[str, list[str | int | float | None]]:
    """A statement without pieces in it. Parameters: statement. Returns: its text, and the values of its `%s`."""
    values: list[str | int | float | None] = []
    waiting = iter(statement.values)

    def fill(place: re.Match[str]) -> str:
        if place[0] == "%%":
            return "%%"
        value = next(waiting)
        if not isinstance(value, Sql):
            values.append(value)
            return "%s"
        text, inner = expanded(value)
        values.extend(inner)
        return text

    return _PLACE.sub(fill, statement.text), values
