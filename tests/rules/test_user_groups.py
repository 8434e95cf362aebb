"""User groups: which rows a group's members may look at."""

from __future__ import annotations

import pytest

from nonagent.database import ALWAYS
from nonagent.database.sql import expanded
from nonagent.rules.people.user_groups import named, viewable, viewable_groups


@pytest.mark.parametrize("value", ["", "abc", " - ", "é.", " ---ALL--- ", "x --all-- y"])
def test_nothing_is_restricted(value: str) -> None:
    assert viewable({"admin_viewable_groups": value}) is ALWAYS


def test_a_missing_group_row_restricts_nothing() -> None:
    assert viewable({}) is ALWAYS


@pytest.mark.parametrize(
    ("value", "groups"),
    [
        (" AGENTS ADMIN ", ["---ALL---", "", "AGENTS", "ADMIN"]),
        (" AGENTS ADMIN - -", ["---ALL---", "", "AGENTS", "ADMIN"]),
        # Without spaces around them rows without a group are not among those that may be looked at.
        ("AGENTS ADMIN", ["---ALL---", "AGENTS", "ADMIN"]),
        (" -X AGENTS", ["---ALL---", "X", "AGENTS"]),
        ("ééé", ["---ALL---", "ééé"]),
    ],
)
def test_the_words_of_the_list_are_the_groups(value: str, groups: list[str]) -> None:
    assert viewable_groups({"admin_viewable_groups": value}) == groups


def test_a_missing_group_row_sees_what_is_everybodys_where_all_has_to_be_named() -> None:
    assert expanded(named({})) == ("user_group IN (%s, %s)", ["---ALL---", ""])
    assert named({"admin_viewable_groups": " ---ALL--- "}) is ALWAYS
