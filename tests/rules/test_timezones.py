"""Time zones: daylight saving rules at their edges."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonagent.clock import Moment
from nonagent.rules.leads.timezones import RULES, is_daylight_saving, standard_time

MOMENTS = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2060, 12, 31))


@pytest.mark.parametrize("year", range(2020, 2041))
def test_north_america_changes_at_two_on_the_second_sunday_of_march(year: int) -> None:
    sunday = next(day for day in (datetime(year, 3, 8) + timedelta(days=n) for n in range(7)) if day.weekday() == 6)
    assert not is_daylight_saving("SSM-FSN", sunday - timedelta(days=1))
    if sunday.day < 14:
        assert not is_daylight_saving("SSM-FSN", sunday.replace(hour=1, minute=59))
    # legacy: on a 14th it changes at midnight.
    assert is_daylight_saving("SSM-FSN", sunday.replace(hour=0 if sunday.day == 14 else 2))


@pytest.mark.parametrize("year", range(2020, 2041))
def test_north_america_changes_back_on_the_first_sunday_of_november(year: int) -> None:
    sunday = next(day for day in (datetime(year, 11, 1) + timedelta(days=n) for n in range(7)) if day.weekday() == 6)
    assert is_daylight_saving("SSM-FSN", sunday.replace(hour=1, minute=59))
    assert not is_daylight_saving("SSM-FSN", sunday.replace(hour=2))


@pytest.mark.parametrize("year", range(2020, 2041))
def test_europe_agrees_with_the_time_zone_database(year: int) -> None:
    london = ZoneInfo("Europe/London")
    for month, day in ((3, 20), (10, 20)):
        for hours in range(14 * 24):
            there = datetime(year, month, day, tzinfo=ZoneInfo("UTC")) + timedelta(hours=hours)
            expected = bool(there.astimezone(london).dst())
            assert is_daylight_saving("LSM-LSO", there.replace(tzinfo=None)) == expected, there


@given(MOMENTS)
def test_southern_europe_is_the_opposite_of_northern(there: datetime) -> None:
    assert is_daylight_saving("LSO-LSM", there) != is_daylight_saving("LSM-LSO", there)


@given(MOMENTS, st.sampled_from(sorted(RULES)))
def test_every_rule_has_summer_in_its_half_of_the_year(there: datetime, rule: str) -> None:
    northern = rule in ("SSM-FSN", "FSA-LSO", "LSM-LSO")
    if there.month in (6, 7, 8):
        assert is_daylight_saving(rule, there) == northern
    if there.month in (12, 1):
        assert is_daylight_saving(rule, there) != northern


@given(MOMENTS, st.sampled_from(["", "ssm-fsn", "NONE", "SSM-FSN "]))
def test_a_rule_that_is_not_known_never_saves_daylight(there: datetime, rule: str) -> None:
    assert not is_daylight_saving(rule, there)


def test_half_hours_are_dropped_towards_zero() -> None:
    new_york = Moment(1752604200, ZoneInfo("America/New_York"))
    assert standard_time(new_york, 5.5, -4).hour == 23
    assert standard_time(new_york, -10, -4) == datetime(2025, 7, 15, 8, 30)
    assert standard_time(new_york, 12, -4) == datetime(2025, 7, 16, 6, 30)
