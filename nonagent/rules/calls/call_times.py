"""Whether a lead may be called at this hour where it lives. Source: spec/timezones.md section 3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from nonagent.clock import Moment, leading_number
from nonagent.database import Row, Session

WEEKDAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
_PAIRS = ("default", *WEEKDAYS)

# The pairs of the call time, or those of the lead's state where the call time has a rule for it, which replaces all.
_HOURS = ",\n  ".join(
    f"IF(rule.state_call_time_id IS NULL, ct_{pair}_{end}, sct_{pair}_{end}) AS {pair}_{end}"
    for pair in _PAIRS
    for end in ("start", "stop")
)
_STATE_RULE = """
  LEFT JOIN vicidial_state_call_times AS rule
    ON rule.state_call_time_state = %s AND rule.state_call_time_state <> ''
    AND LENGTH(ct_state_call_times) > 2
    AND FIND_IN_SET(rule.state_call_time_id, REPLACE(ct_state_call_times, '|', ','))
"""
# Of several rules for one state the first by its id counts.
_FIRST_RULE = "ORDER BY rule.state_call_time_id LIMIT 1"


@dataclass(frozen=True)
class Hours:
    """Start and stop of each weekday as HHMM numbers, from Sunday; a default where a day has none."""

    days: tuple[tuple[int, int], ...]

    def are_open(self, now: Moment, offset: str) -> bool:
        """Whether it is calling time.

        Parameters: now; offset of the lead from GMT in hours, blank for 0.
        Returns: True from the start until just before the stop.
        """
        there = datetime.fromtimestamp(now.epoch + leading_number(offset) * 3600, UTC)
        start, stop = self.days[there.isoweekday() % 7]
        return start <= there.hour * 100 + there.minute < stop


@dataclass(frozen=True)
class ListDialing:
    """What the hopper takes from a lead's list: the campaign, and its calling hours; blank and None if undefined."""

    campaign_id: str
    hours: Hours | None

    def is_open(self, now: Moment, offset: str) -> bool:
        """Whether it is calling time, as for Hours; never without a call time."""
        return self.hours is not None and self.hours.are_open(now, offset)


def read(db: Session, call_time_id: str, state: str) -> Hours | None:
    """Read a call time.

    Parameters: db; call_time_id; state of the lead, whose own rule replaces the call time's hours.
    Returns: its hours, None when there is no such call time.
    """
    row = db.one(
        f"""
        SELECT {_HOURS} FROM vicidial_call_times AS hours {_STATE_RULE}
        WHERE hours.call_time_id = %s
        {_FIRST_RULE}
        """,  # noqa: S608
        state,
        call_time_id,
    )
    return _hours(row) if row else None


def of_list(db: Session, list_id: str, state: str) -> ListDialing:
    """Read the campaign of a list and the call time that counts for it: the list's own, else the campaign's.

    Parameters: db; list_id; state of the lead.
    Returns: campaign and hours.
    """
    row = db.one(
        f"""
        SELECT campaign.campaign_id AS campaign_id, hours.call_time_id AS call_time_id, {_HOURS}
        FROM vicidial_lists AS list
        JOIN vicidial_campaigns AS campaign ON campaign.campaign_id = list.campaign_id
        LEFT JOIN vicidial_call_times AS hours
          ON hours.call_time_id = IF(IFNULL(list.local_call_time, '') IN ('', 'campaign'),
                                     campaign.local_call_time, list.local_call_time)
        {_STATE_RULE}
        WHERE list.list_id = %s
        {_FIRST_RULE}
        """,  # noqa: S608
        state,
        list_id,
    )
    if row is None:
        return ListDialing("", None)
    return ListDialing(row["campaign_id"], _hours(row) if row["call_time_id"] else None)


def _hours(row: Row) -> Hours:
    pairs = {pair: (int(row[f"{pair}_start"] or 0), int(row[f"{pair}_stop"] or 0)) for pair in _PAIRS}
    return Hours(tuple(pairs[day] if any(pairs[day]) else pairs["default"] for day in WEEKDAYS))
