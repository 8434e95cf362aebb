"""How many leads of a list could be dialled now.

Source: docs/functions/list_info.md#the-dialable-count.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from nonagent.clock import Moment, leading_number
from nonagent.database import ALWAYS, NEVER, Refused, Row, Session, Sql, both, joined, listed
from nonagent.rules.calls.call_times import WEEKDAYS, Hours

log = logging.getLogger("nonagent.functions.lists.dialable_leads")

Pairs = dict[str, tuple[int, int]]

PAIRS = ("default", *WEEKDAYS)
#: the offsets that are looked at: 13.00, 12.75 and so on to -12.75
OFFSETS = tuple(quarters / 4 for quarters in range(52, -52, -1))
#: lists below it are never dialled
FIRST_LIST_ID = 10
#: a list of statuses, ids or a filter has to be longer than this to be looked at
LONGEST_BLANK_STATUSES = LONGEST_BLANK_IDS = 2
LONGEST_BLANK_FILTER = 4


@dataclass(frozen=True)
class Window:
    """The offsets where it is calling time now, and those of the states that have hours of their own."""

    offsets: list[float]
    states: list[tuple[str, list[float]]]


def count(db: Session, now: Moment, list_id: str) -> str:
    """Count the leads of a list that could be dialled now.

    Parameters: db; now; list_id, as stored.
    Returns: their number; blank when the list has no campaign or its campaign dials no status.
    """
    row = _list_and_campaign(db, now, list_id)
    if row is None or len(row["dial_statuses"]) <= LONGEST_BLANK_STATUSES:
        return ""
    if row["is_active"] != "1" or row["is_expired"] == "1" or int(list_id) < FIRST_LIST_ID:
        return "0"
    conditions = both(
        _within(_campaign_window(db, now, row)),
        _within(_list_window(db, now, row["list_call_time"])),
        _has_dial_status(row["dial_statuses"]),
        _is_below_call_limit(row["call_count_limit"]),
        _is_past_drop_lockout(row["drop_lockout_time"]),
    )
    # The filter gets the leads that passed all else, so that it cannot let others in, whatever its parentheses.
    dialable = Sql(
        """
        SELECT COUNT(*)
        FROM (
          SELECT * FROM vicidial_list
          WHERE list_id = %s AND called_since_last_reset = 'N' AND %s
        ) AS vicidial_list
        WHERE %s
        """,
        list_id, conditions, _filter(row["lead_filter_sql"]),
    )  # fmt: skip
    try:
        return db.scalar(dialable)
    except Refused as error:
        # safer: a lead filter that is no SQL made the whole answer fail.
        log.warning("leads of list %s not counted, is its lead filter right? %s", list_id, error)
        return ""


def _list_and_campaign(db: Session, now: Moment, list_id: str) -> Row | None:
    """List, campaign and filter, and the campaign's call time whole; its call_time_id is blank when there is none."""
    return db.one(
        """
        SELECT
          list.active = 'Y' AS is_active, list.expiration_date < %s AS is_expired,
          list.local_call_time AS list_call_time, campaign.dial_statuses, campaign.call_count_limit,
          campaign.drop_lockout_time, filter.lead_filter_sql, call_time.*
        FROM vicidial_lists AS list
        JOIN vicidial_campaigns AS campaign ON campaign.campaign_id = list.campaign_id
        LEFT JOIN vicidial_lead_filters AS filter ON filter.lead_filter_id = campaign.lead_filter_id
        LEFT JOIN vicidial_call_times AS call_time ON call_time.call_time_id = campaign.local_call_time
        WHERE list.list_id = %s
        """,
        now.date,
        list_id,
    )


def _campaign_window(db: Session, now: Moment, call_time: Row) -> Window:
    if not call_time["call_time_id"]:
        return Window([], [])
    # legacy: holidays are not looked at here, only for the list's own call time.
    return Window(
        _open_offsets(now, _pairs(call_time, "ct")),
        [
            (state, _open_offsets(now, _pairs(rule, "sct")) if rule else [])
            for state, rule in _state_rules(db, call_time)
        ],
    )


def _list_window(db: Session, now: Moment, call_time_id: str) -> Window | None:
    if call_time_id == "campaign":
        return None
    call_time = db.one("SELECT * FROM vicidial_call_times WHERE call_time_id = %s", call_time_id)
    if call_time is None:
        return None
    rules = _state_rules(db, call_time)
    holidays = _holidays(db, now, [call_time, *(rule for _, rule in rules if rule)])
    common = _first_holiday(holidays, call_time)

    def offsets_of(rule: Row | None) -> list[float]:
        if rule is None:
            return []
        holiday = _first_holiday(holidays, rule) if _ids(rule["ct_holidays"]) else common
        return _open_offsets(now, _narrowed(_pairs(rule, "sct"), holiday))

    return Window(
        _open_offsets(now, _narrowed(_pairs(call_time, "ct"), common)),
        [(state, offsets_of(rule)) for state, rule in rules],
    )


def _state_rules(db: Session, call_time: Row) -> list[tuple[str, Row | None]]:
    """The states with hours of their own: each with its rule, None for one that does not exist."""
    ids = _ids(call_time["ct_state_call_times"])
    if not ids:
        return []
    rows = db.all("SELECT * FROM vicidial_state_call_times WHERE state_call_time_id IN (%s)", listed(ids))
    rules: list[tuple[str, Row | None]] = [(row["state_call_time_state"], row) for row in rows]
    if len(rows) < len({name.casefold() for name in ids}):
        # legacy: an id that does not exist is a rule for leads without a state, never open.
        rules.append(("", None))
    return rules


def _ids(text: str) -> list[str]:
    """The words of a text like `|ID|ID|`, none of a text too short to hold one."""
    return [word for word in text.split("|") if word] if len(text) > LONGEST_BLANK_IDS else []


def _holidays(db: Session, now: Moment, rows: list[Row]) -> list[Row]:
    """Today's holidays among those that the rows name, by id."""
    ids = [name for row in rows for name in _ids(row["ct_holidays"]) if len(name) > LONGEST_BLANK_IDS]
    if not ids:
        return []
    return db.all(
        """
        SELECT holiday_id, ct_default_start, ct_default_stop
        FROM vicidial_call_time_holidays
        WHERE holiday_id IN (%s) AND holiday_status = 'ACTIVE' AND holiday_date = %s
        ORDER BY holiday_id
        """,
        listed(ids),
        now.date,
    )


def _first_holiday(holidays: list[Row], row: Row) -> Row | None:
    named = {name.casefold() for name in _ids(row["ct_holidays"])}
    return next((holiday for holiday in holidays if holiday["holiday_id"].casefold() in named), None)


def _pairs(row: Row, prefix: str) -> Pairs:
    return {pair: (int(row[f"{prefix}_{pair}_start"] or 0), int(row[f"{prefix}_{pair}_stop"] or 0)) for pair in PAIRS}


def _narrowed(pairs: Pairs, holiday: Row | None) -> Pairs:
    if holiday is None:
        return pairs
    earliest, latest = int(holiday["ct_default_start"]), int(holiday["ct_default_stop"])
    return {
        pair: (max(start, earliest), min(stop, latest)) if stop > 0 else (start, stop)
        for pair, (start, stop) in pairs.items()
    }


def _open_offsets(now: Moment, pairs: Pairs) -> list[float]:
    hours = Hours(tuple(pairs[day] if any(pairs[day]) else pairs["default"] for day in WEEKDAYS))
    return [offset for offset in OFFSETS if hours.are_open(now, str(offset))]


def _within(window: Window | None) -> Sql:
    if window is None:
        return ALWAYS
    inside = _has_offset(window.offsets)
    if not window.states:
        return inside
    states = [state for state, _ in window.states]
    return joined(
        " OR ",
        [
            Sql("(%s AND state NOT IN (%s))", inside, listed(states)),
            *(Sql("(state = %s AND %s)", state, _has_offset(offsets)) for state, offsets in window.states),
        ],
    )


def _has_offset(offsets: list[float]) -> Sql:
    if not offsets:
        return NEVER
    return Sql("gmt_offset_now IN (%s)", joined(", ", [Sql("%s", offset) for offset in offsets]))


def _has_dial_status(dial_statuses: str) -> Sql:
    # legacy: the text begins with a space; where it does not, the first status is lost. Blank is always dialled.
    statuses = [*dial_statuses.removesuffix(" -").split(" ")[1:], ""]
    return Sql("status IN (%s)", listed(statuses))


def _is_below_call_limit(limit: str) -> Sql:
    return Sql("called_count < %s", limit) if int(limit or 0) > 0 else ALWAYS


def _is_past_drop_lockout(hours: str) -> Sql:
    seconds = int(leading_number(hours) * 3600)
    if seconds <= 0:
        return ALWAYS
    # The database's own clock: the dialer writes last_local_call_time by it.
    return Sql(
        "status NOT IN ('DROP', 'XDROP') OR last_local_call_time < NOW() - INTERVAL %s SECOND", seconds
    )  # fmt: skip


def _filter(lead_filter: str) -> Sql:
    """The campaign's lead filter: SQL that an administrator wrote, and that is meant to run as it is."""
    # legacy: a word at either end that only joined it to something; found also as the end of a longer word.
    condition = re.sub(r"\A(and|or)|(and|or)\Z", "", lead_filter.replace("\\", ""), flags=re.IGNORECASE)
    if len(condition) <= LONGEST_BLANK_FILTER:
        return ALWAYS
    # On lines of its own, so that a comment at its end does not swallow what follows.
    return Sql("(\n%s\n)", Sql(condition.replace("%", "%%")))
