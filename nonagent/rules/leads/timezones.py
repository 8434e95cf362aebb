"""Which GMT offset a phone number has, daylight saving included. Source: docs/time-zones.md."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from nonagent.clock import Moment, is_number, plain
from nonagent.database import Row, Session, Sql, joined

USA_CANADA, MEXICO, AUSTRALIA = 1, 52, 61
NANPA_RULE = "SSM-FSN"


@dataclass(frozen=True)
class Place:
    """What is known of where a number is called."""

    phone_code: str
    area_code: str
    #: the three digits behind the area code; only one after usacan_prefix_check
    prefix: str
    state: str = ""
    postal_code: str = ""
    owner: str = ""


def gmt_offset(db: Session, now: Moment, local_offset: float, place: Place, method: str) -> str:
    """Look up the offset of a place, in one statement.

    Parameters: db; now; local_offset, LOCAL of the dialer in hours; place; method, the parameter tz_method.
    Returns: the offset as it is printed: the table's text (`-7.00`), or a plain number where daylight saving adds an
    hour (`-4`); empty when nothing is known.
    """
    candidates = _candidates(db, place, method)
    by_time_zone_code = _asks_time_zone_code(place, method)
    found = candidates.get("nanpa") or candidates.get("tz_code") or candidates.get("postal")
    found = found or candidates.get("area") or candidates.get("country")
    if found is None:
        return "0" if by_time_zone_code else ""
    return _with_daylight_saving(found["gmt_offset"], found["rule"], now, local_offset)


def _asks_time_zone_code(place: Place, method: str) -> bool:
    return method == "TZCODE" and len(place.owner.encode()) > 1


def _candidates(db: Session, place: Place, method: str) -> dict[str, Row]:
    """Ask every table that the method names, and the phone codes, which are the last resort, at once."""
    asked: list[Sql] = []
    if "POSTAL" in method.upper() and len(place.postal_code.encode()) > 4 and place.phone_code == "1":
        asked.append(_of_postal_code(place))
    if _asks_time_zone_code(place, method):
        asked.append(_of_time_zone_code(place))
    if "NANPA" in method.upper() and len(place.area_code) > 2 and len(place.prefix) > 2:
        asked.append(_of_nanpa_prefix(place))
    country = float(place.phone_code or 0)
    if country in (USA_CANADA, MEXICO):
        asked.append(_of_area_code(place))
    if country == AUSTRALIA:
        asked.append(_of_state(place))
    asked.append(_of_country(place))
    return {row["source"]: row for row in db.all(joined(" UNION ALL ", asked))}


def _of_postal_code(place: Place) -> Sql:
    return Sql(
        """
        (SELECT 'postal' AS source, GMT_offset AS gmt_offset, DST_range AS rule
         FROM vicidial_postal_codes
         WHERE country_code = %s AND postal_code LIKE %s
         LIMIT 1)
        """,
        place.phone_code, f"{place.postal_code}%",
    )  # fmt: skip


def _of_time_zone_code(place: Place) -> Sql:
    # legacy: offset and rule may come from different rows of one time zone code.
    return Sql(
        """
        (SELECT 'tz_code' AS source, GMT_offset AS gmt_offset,
                (SELECT DISTINCT DST_range FROM vicidial_phone_codes
                 WHERE tz_code = %s AND country_code = %s ORDER BY DST_range DESC LIMIT 1) AS rule
         FROM vicidial_phone_codes
         WHERE tz_code = %s AND country_code = %s
         LIMIT 1)
        """,
        place.owner, place.phone_code, place.owner, place.phone_code,
    )  # fmt: skip


def _of_nanpa_prefix(place: Place) -> Sql:
    return Sql(
        """
        (SELECT 'nanpa' AS source, GMT_offset AS gmt_offset, IF(DST = 'Y', %s, '') AS rule
         FROM vicidial_nanpa_prefix_codes
         WHERE areacode = %s AND prefix = %s
         LIMIT 1)
        """,
        NANPA_RULE, place.area_code, place.prefix,
    )  # fmt: skip


def _of_area_code(place: Place) -> Sql:
    return _of_phone_codes("area", Sql("country_code = %s AND areacode = %s", place.phone_code, place.area_code))


def _of_state(place: Place) -> Sql:
    return _of_phone_codes("area", Sql("country_code = %s AND state = %s", place.phone_code, place.state))


def _of_country(place: Place) -> Sql:
    return _of_phone_codes("country", Sql("country_code = %s", place.phone_code))


def _of_phone_codes(source: str, condition: Sql) -> Sql:
    return Sql(
        """
        (SELECT %s AS source, GMT_offset AS gmt_offset, DST_range AS rule
         FROM vicidial_phone_codes
         WHERE %s
         LIMIT 1)
        """,
        source, condition,
    )  # fmt: skip


def _with_daylight_saving(offset: str, rule: str, now: Moment, local_offset: float) -> str:
    offset = offset.replace("+", "")
    if not is_number(offset):
        # safer: an offset that is no number ended in a crash; it counts as nothing known.
        return ""
    hours = float(offset)
    if is_daylight_saving(rule, standard_time(now, hours, local_offset)):
        return plain(hours + 1)
    return offset


def standard_time(now: Moment, offset: float, local_offset: float) -> datetime:
    """The called place's standard time as the daylight saving rules see it.

    Parameters: now; offset of the place and local_offset of the dialer, in hours.
    Returns: the wall clock there.
    """
    wall = now.wall
    # legacy: the fraction of the hour is dropped, so half-hour zones change their clocks up to half an hour late.
    hour = int(wall.hour + offset - local_offset)
    return wall.replace(hour=0) + timedelta(hours=hour)


def is_daylight_saving(rule: str, there: datetime) -> bool:
    """Whether a DST_range rule has daylight saving on.

    Parameters: rule, as `SSM-FSN`, in capitals; there, the standard time of the place.
    Returns: whether it is on; never for a rule that is not known.
    """
    decide = RULES.get(rule)
    return decide is not None and decide(_Day(there))


class _Day:
    """A day of the called place, in the terms the rules are written in."""

    def __init__(self, there: datetime) -> None:
        self.month = there.month
        self.day = there.day
        self.weekday = there.isoweekday() % 7
        self.second = there.hour * 3600 + there.minute * 60 + there.second

    def first_sunday_passed(self, hour: int) -> bool:
        return self.day > 7 or (self.day >= self.weekday + 1 and not self._is_sunday_before(hour))

    def sunday_from_passed(self, day: int, hour: int) -> bool:
        return self.day >= day and self.day >= self.weekday + day and not self._is_sunday_before(hour)

    def second_sunday_of_march_passed(self) -> bool:
        # legacy: when that Sunday is the 14th, the change comes at midnight.
        return self.day > 13 or (self.day >= self.weekday + 8 and not self._is_sunday_before(2))

    def _is_sunday_before(self, hour: int) -> bool:
        return self.weekday == 0 and self.second < hour * 3600


def _northern_europe(day: _Day) -> bool:
    return (
        4 <= day.month <= 9
        or (day.month == 3 and day.sunday_from_passed(25, 1))
        or (day.month == 10 and not day.sunday_from_passed(25, 1))
    )


RULES: dict[str, Callable[[_Day], bool]] = {
    "SSM-FSN": lambda day: (
        4 <= day.month <= 10
        or (day.month == 3 and day.second_sunday_of_march_passed())
        or (day.month == 11 and not day.first_sunday_passed(2))
    ),
    "FSA-LSO": lambda day: (
        5 <= day.month <= 9
        or (day.month == 4 and day.first_sunday_passed(2))
        or (day.month == 10 and not day.sunday_from_passed(25, 2))
    ),
    "LSM-LSO": _northern_europe,
    "LSO-LSM": lambda day: not _northern_europe(day),
    "FSO-LSM": lambda day: (
        day.month in (11, 12, 1, 2)
        or (day.month == 3 and not day.sunday_from_passed(25, 1))
        or (day.month == 10 and day.first_sunday_passed(1))
    ),
    "FSO-FSA": lambda day: (
        day.month in (11, 12, 1, 2, 3)
        or (day.month == 4 and not day.first_sunday_passed(2))
        or (day.month == 10 and day.first_sunday_passed(1))
    ),
    # legacy: "third Sunday of March" is the Sunday of the 14th to 20th, a week early when that is the 14th.
    "FSO-TSM": lambda day: (
        day.month in (11, 12, 1, 2)
        or (day.month == 3 and not day.sunday_from_passed(14, 1))
        or (day.month == 10 and day.first_sunday_passed(1))
    ),
    # legacy: September is never looked at; it starts on the first of October.
    "LSS-FSA": lambda day: day.month in (10, 11, 12, 1, 2, 3) or (day.month == 4 and not day.first_sunday_passed(2)),
    "TSO-LSF": lambda day: (
        day.month in (11, 12, 1)
        or (day.month == 2 and not day.sunday_from_passed(22, 1))
        or (day.month == 10 and day.sunday_from_passed(22, 1))
    ),
}
