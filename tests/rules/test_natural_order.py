"""The order of names in the call reports."""

from __future__ import annotations

import random

import pytest

from nonagent.rules.natural_order import compare, in_order


@pytest.mark.parametrize(
    "names",
    [
        ["007", "9", "10", "a", "B09", "B9", "b10", "C"],
        ["", "A010", "A02", "A2", "A10", "NA", "SALE", "TD", "_Z"],
        ["1", "1a", "2", "12"],
        ["a0", "a00", "a01", "a1"],
        ["A1B2", "A1B10", "A2"],
        ["-", "1", "A"],
    ],
)
def test_names_come_in_natural_order(names: list[str]) -> None:
    shuffled = sorted(names, key=lambda name: random.Random(name).random())
    assert in_order(shuffled) == names


@pytest.mark.parametrize(
    ("one", "other"), [("sale", "SALE"), ("01", "1"), ("000", "0"), ("a b", "ab"), ("", ""), ("a 1", "a1")]
)
def test_equal_names_keep_their_order(one: str, other: str) -> None:
    assert compare(one, other) == 0
    assert in_order([one, other]) == [one, other]
    assert in_order([other, one]) == [other, one]


def test_zeros_count_behind_the_start() -> None:
    assert in_order(["A1", "A01"]) == ["A01", "A1"]
    assert in_order(["0", "00a", "0a"]) == ["0", "00a", "0a"]


def test_the_long_run_of_digits_is_the_greater_number_however_long() -> None:
    assert in_order(["S" + "9" * 30, "S1" + "0" * 30]) == ["S" + "9" * 30, "S1" + "0" * 30]
