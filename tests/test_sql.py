"""Pieces of SQL: each value stands where its `%s` stands, however deep the piece that holds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonagent.database import ALWAYS, Sql, assigned, both, identifier, identifiers, joined, listed
from nonagent.database.sql import expanded


def test_a_piece_takes_its_values_along() -> None:
    condition = both(Sql("a = %s", 1), Sql("b IN (%s)", listed(["x", "y"])))
    statement = Sql("SELECT %s FROM t WHERE %s AND c = %s", 0, condition, 2)
    assert expanded(statement) == (
        "SELECT %s FROM t WHERE (a = %s) AND (b IN (%s, %s)) AND c = %s",
        [0, 1, "x", "y", 2],
    )


def test_a_percent_sign_is_no_place_for_a_value() -> None:
    assert expanded(Sql("a LIKE '%%' AND b = %s AND c LIKE '%%s'", 1)) == (
        "a LIKE '%%' AND b = %s AND c LIKE '%%s'",
        [1],
    )


def test_what_is_set_is_listed_by_column() -> None:
    assert expanded(assigned({"city": "Tampa", "rank": Sql("rank + %s", 1)})) == (
        "`city` = %s, `rank` = rank + %s",
        ["Tampa", 1],
    )


def test_names_are_those_of_the_schema_alone() -> None:
    assert expanded(identifiers(["a", "b`"], ["a", "b`"]))[0] == "`a`, `b```"
    with pytest.raises(ValueError, match="no such name"):
        identifier("c; DROP TABLE x", ["c"])


def test_pieces_are_put_one_behind_the_other() -> None:
    assert expanded(joined(" UNION ALL ", [Sql("SELECT %s", 1), Sql("SELECT 2")])) == (
        "SELECT %s UNION ALL SELECT 2",
        [1],
    )
    assert expanded(both(ALWAYS)) == ("(TRUE)", [])


trees = st.recursive(
    st.one_of(st.text(max_size=5), st.integers()),
    lambda inner: st.lists(inner, max_size=4).map(
        lambda values: Sql("f(" + ", ".join(["%s"] * len(values)) + ")", *values)
    ),
    max_leaves=20,
)


@given(st.lists(trees, max_size=4))
def test_there_are_as_many_places_as_values(values: list[str | int | Sql]) -> None:
    text, found = expanded(Sql("CALL p(" + ", ".join(["%s"] * len(values)) + ")", *values))
    assert text.count("%s") == len(found)
    assert not any(isinstance(value, Sql) for value in found)
