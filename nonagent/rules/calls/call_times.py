"""Whether a lead may be called at this hour where it lives. Source: docs/time-zones.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from nonagent.clock import Moment, leading_number
from nonagent.database import Row, Session, Sql

WEEKDAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
_PAIRS = ("default", *WEEKDAYS)

# The pairs of the call time, or those of the lead's state where the call time has a rule for it, which replaces all.
_HOURS = Sql("""
  IF(rule.state_call_time_id IS NULL, ct_default_start, sct_default_start) AS default_start,
  IF(rule.state_call_time_id IS NULL, ct_default_stop, sct_default_stop) AS default_stop,
  IF(rule.state_call_time_id IS NULL, ct_sunday_start, sct_sunday_start) AS sunday_start,
  IF(rule.state_call_time_id IS NULL, ct_sunday_stop, sct_sunday_stop) AS sunday_stop,
  IF(rule.state_call_time_id IS NULL, ct_monday_start, sct_monday_start) AS monday_start,
  IF(rule.state_call_time_id IS NULL, ct_monday_stop, sct_monday_stop) AS monday_stop,
  IF(rule.state_call_time_id IS NULL, ct_tuesday_start, sct_tuesday_start) AS tuesday_start,
  IF(rule.state_call_time_id IS NULL, ct_tuesday_stop, sct_tuesday_stop) AS tuesday_stop,
  IF(rule.state_call_time_id IS NULL, ct_wednesday_start, sct_wednesday_start) AS wednesday_start,
  IF(rule.state_call_time_id IS NULL, ct_wednesday_stop, sct_wednesday_stop) AS wednesday_stop,
  IF(rule.state_call_time_id IS NULL, ct_thursday_start, sct_thursday_start) AS thursday_start,
  IF(rule.state_call_time_id IS NULL, ct_thursday_stop, sct_thursday_stop) AS thursday_stop,
  IF(rule.state_call_time_id IS NULL, ct_friday_start, sct_friday_start) AS friday_start,
  IF(rule.state_call_time_id IS NULL, ct_friday_stop, sct_friday_stop) AS friday_stop,
  IF(rule.state_call_time_id IS NULL, ct_saturday_start, sct_saturday_start) AS saturday_start,
  IF(rule.state_call_time_id IS NULL, ct_saturday_stop, sct_saturday_stop) AS saturday_stop
""")


def _state_rule(state: str) -> Sql:
    """The rule of a state, joined to the call time."""
    return Sql(
        """
        LEFT JOIN vicidial_state_call_times AS rule
          ON rule.state_call_time_state = %s AND rule.state_call_time_state <> ''
          AND LENGTH(ct_state_call_times) > 2
          AND FIND_IN_SET(rule.state_call_time_id, REPLACE(ct_state_call_times, '|', ','))
        """,
        state,
    )


# Of several rules for one state the first by its id counts.
_FIRST_RULE = Sql("ORDER BY rule.state_call_time_id LIMIT 1")


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
        """
        SELECT %s FROM vicidial_call_times AS hours %s
        WHERE hours.call_time_id = %s
        %s
        """,
        _HOURS, _state_rule(state), call_time_id, _FIRST_RULE,
    )  # fmt: skip
    return _hours(row) if row else None


def of_list(db: Session, list_id: str, state: str) -> ListDialing:
    """Read the campaign of a list and the call time that counts for it: the list's own, else the campaign's.

    Parameters: db; list_id; state of the lead.
    Returns: campaign and hours.
    """
    row = db.one(
        """
        SELECT campaign.campaign_id AS campaign_id, hours.call_time_id AS call_time_id, %s
        FROM vicidial_lists AS list
        JOIN vicidial_campaigns AS campaign ON campaign.campaign_id = list.campaign_id
        LEFT JOIN vicidial_call_times AS hours
          ON hours.call_time_id = IF(IFNULL(list.local_call_time, '') IN ('', 'campaign'),
                                     campaign.local_call_time, list.local_call_time)
        %s
        WHERE list.list_id = %s
        %s
        """,
        _HOURS, _state_rule(state), list_id, _FIRST_RULE,
    )  # fmt: skip
    if row is None:
        return ListDialing("", None)
    return ListDialing(row["campaign_id"], _hours(row) if row["call_time_id"] else None)


def _hours(row: Row) -> Hours:
    pairs = {pair: (int(row[f"{pair}_start"] or 0), int(row[f"{pair}_stop"] or 0)) for pair in _PAIRS}
    return Hours(tuple(pairs[day] if any(pairs[day]) else pairs["default"] for day in WEEKDAYS))
