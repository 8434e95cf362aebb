"""Times, averages, percentages and loose equality, as the reports show them."""

from __future__ import annotations

import pytest

from nonagent.functions.reports import durations
from nonagent.functions.reports.rounding import average, percentage
from nonagent.rules import loose_equality


@pytest.mark.parametrize(
    ("seconds", "time_format", "text"),
    [
        (0, "HF", "0:00:00"), (-5, "H", "0:00:00"), (0, "S", "0"), (0, "M", "0:00"), (0, "", "0:00"),
        (-1, "X", "0:00"), (1, "HF", "0:00:01"), (3599, "H", "0:59:59"), (3600, "HF", "1:00:00"),
        (360_000, "HF", "100:00:00"),
        (59, "M", "0:59"), (60, "M", "1:00"), (320_034, "M", "5333:54"), (320_034, "S", "320034"), (7, "HM", "7"),
    ],
)  # fmt: skip
def test_seconds_as_text(seconds: int, time_format: str, text: str) -> None:
    assert durations.as_text(seconds, time_format) == text


@pytest.mark.parametrize(
    ("total", "count", "rounded"), [(7, 0, 0), (0, 3, 0), (1, 2, 1), (5, 2, 3), (4, 3, 1), (-5, 2, -3), (-4, 3, -1)]
)
def test_averages_round_halves_away_from_zero(total: int, count: int, rounded: int) -> None:
    assert average(total, count) == rounded


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 0, "0%"), (5, 0, "0%"), (0, 5, "0%"), (1, 2, "50%"), (2, 3, "66.7%"), (1, 1, "100%"),
        (1, 16, "6.3%"), (3, 16, "18.8%"), (1, 2000, "0.1%"), (1, 2001, "0%"), (94648, 1000, "9464.8%"),
        (569, 2000, "28.5%"),
    ],
)  # fmt: skip
def test_percentages_have_one_decimal_and_no_trailing_zero(part: int, whole: int, shown: str) -> None:
    assert percentage(part, whole) == shown


@pytest.mark.parametrize(("one", "other"), [("01", "1"), ("1.0", "1"), ("1E3", "1000"), (" 7", "7"), ("-0", "0")])
def test_texts_that_look_like_numbers_are_equal_when_the_numbers_are(one: str, other: str) -> None:
    assert loose_equality.key(one) == loose_equality.key(other)


@pytest.mark.parametrize(("one", "other"), [("", "0"), ("A1", "A01"), ("sale", "SALE"), ("1A", "1"), ("0x1", "1")])
def test_other_texts_are_equal_only_to_themselves(one: str, other: str) -> None:
    assert loose_equality.key(one) != loose_equality.key(other)
