"""Whether it is office hours, during which leads are not archived.

Source: docs/lead-archive.md; holidays as in docs/functions/list_info.md.
"""

from __future__ import annotations

from nonagent.clock import Moment
from nonagent.database import Database, Session
from nonagent.rules.calls import call_times


class UnknownCallTime(Exception):
    """The call time that the setting names is not there: rather nothing is archived than in the middle of the day."""


def are_now(database: Database, db: Session, call_time_id: str, now: Moment) -> bool:
    """Whether the office is open.

    Parameters: database, which knows the columns this installation has; db; call_time_id; now, in server-local time.
    Returns: True from the start of the day's hours until just before their end.
    Raises: UnknownCallTime.
    """
    hours = call_times.read(db, call_time_id, state="")
    if hours is None:
        raise UnknownCallTime(call_time_id)
    start, stop = hours.days[now.local.isoweekday() % 7]
    if stop > 0:
        first, last = _holiday(database, db, call_time_id, now)
        start, stop = max(start, first), min(stop, last)
    return start <= now.local.hour * 100 + now.local.minute < stop


def _holiday(database: Database, db: Session, call_time_id: str, now: Moment) -> tuple[int, int]:
    """The hours of today's holiday, of several the first by its id; the whole day when there is none."""
    if "ct_holidays" not in database.columns(db, "vicidial_call_times"):
        return 0, 2400
    row = db.one(
        """
        SELECT holiday.ct_default_start AS start, holiday.ct_default_stop AS stop
        FROM vicidial_call_times AS hours JOIN vicidial_call_time_holidays AS holiday
          ON FIND_IN_SET(holiday.holiday_id, REPLACE(hours.ct_holidays, '|', ','))
        WHERE hours.call_time_id = %s AND LENGTH(hours.ct_holidays) > 2
          AND LENGTH(holiday.holiday_id) > 2 AND holiday.holiday_status = 'ACTIVE' AND holiday.holiday_date = %s
        ORDER BY holiday.holiday_id
        LIMIT 1
        """,
        call_time_id,
        now.date,
    )
    return (int(row["start"]), int(row["stop"])) if row else (0, 2400)
