"""Loose numbers: compared as numbers when they are, else as text."""

from __future__ import annotations

import pytest

from nonagent.api.parameters import parameter
from nonagent.functions.users.loose_numbers import loosely

RANK = parameter("A rank.", between=(-9, 9))
SECONDS = parameter("Seconds.", between=(-1, 9999))


@pytest.mark.parametrize("value", ["-9", "9", "0", "-0", "007", "5_", "5-", "5-5", "-9_"])
def test_a_rank_that_is_accepted(value: str) -> None:
    assert loosely(RANK)(value)


@pytest.mark.parametrize("value", ["-10", "10", "010", "-", "_5", "--5", "9-", "9" * 5000, "-" + "9" * 5000])
def test_a_rank_that_is_refused(value: str) -> None:
    assert not loosely(RANK)(value)


@pytest.mark.parametrize("value", ["-1", "9999", "5-5", "12345-"])
def test_a_wrap_up_time_that_is_accepted(value: str) -> None:
    assert loosely(SECONDS)(value)


@pytest.mark.parametrize("value", ["-2", "10000", "-", "--5", "99999-"])
def test_a_wrap_up_time_that_is_refused(value: str) -> None:
    assert not loosely(SECONDS)(value)
