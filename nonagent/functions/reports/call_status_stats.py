"""Counts the calls of campaigns and in-groups, by hour and by status.

Source: spec/call_status_stats.md
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_stats, missing
from nonagent.database import Row, Session
from nonagent.rules import loose_equality
from nonagent.rules.calls import call_counts
from nonagent.rules.natural_order import in_order

HOURS = [f"{hour:02}" for hour in range(24)]


class Breakdown:
    """The calls of every name by hour and by status."""

    def __init__(self) -> None:
        # legacy: a campaign and an in-group of one name share these counts, but not their totals.
        self.hours: Counter[tuple[str, int]] = Counter()
        self.statuses: dict[str, Counter[str]] = {}

    def add(self, name: str, status: str, hour: int, calls: int) -> None:
        """Count calls."""
        self.hours[name, hour] += calls
        self.statuses.setdefault(name, Counter())[status] += calls

    def line(self, name: str, calls: int, human: int | None) -> str:
        """One line of the report. Parameters: name; calls and human, its totals, the latter None for a blank."""
        hours = ",".join(f"{text}-{self.hours[name, hour]}" for hour, text in enumerate(HOURS))
        counts = self.statuses.get(name, Counter())
        statuses = ",".join(f"{status}-{counts[status]}" for status in in_order(counts))
        return f"{name}|{calls}|{'' if human is None else human}|{hours}|{statuses}|\n"


def campaigns_given(call: Call[AnyParameters]) -> None:
    """The parameter `campaigns` has at least two characters; asked before any permission."""
    if size(call.params.campaigns) < 2:
        raise missing(call, "CAMPAIGNS")


@function("call_status_stats", gates=(campaigns_given, allowed_function, may_view_stats), reads_replica=True)
def call_status_stats(call: Call[AnyParameters]) -> None:
    params, db = call.params, call.db
    asked = call_counts.names_or_all(params.campaigns, "ALLCAMPAIGNS")
    campaigns = _campaigns(db, asked)
    ingroups = call_counts.names(params.ingroups) if params.ingroups else _closer_groups(campaigns)
    statuses = call_counts.names(params.statuses) if params.statuses else None
    human = _human_answered(db, asked)
    period = call_counts.period(call.now.date, params.query_date, params.query_time, params.end_date, params.end_time)
    outbound = _counted(db, "vicidial_log", period, asked, statuses)
    inbound = _counted(db, "vicidial_closer_log", period, ingroups, statuses)
    breakdown = Breakdown()
    names = [row["campaign_id"] for row in campaigns] if asked is None else asked
    totals = [_totals(outbound, names, human, breakdown), _totals(inbound, ingroups, human, breakdown)]
    for calls, answered in totals:
        for name in calls:
            call.print(breakdown.line(name, calls[name], answered.get(name)))
    call.log("SUCCESS", "call_status_stats", f"{call.user.name}|{params.stage}")


def _campaigns(db: Session, asked: list[str] | None) -> list[Row]:
    campaigns, values = call_counts.among("campaign_id", asked)
    return db.all(f"SELECT campaign_id, closer_campaigns FROM vicidial_campaigns WHERE {campaigns}", *values)  # noqa: S608


def _closer_groups(campaigns: list[Row]) -> list[str]:
    """The in-groups that campaigns take calls of, each once."""
    texts = [row["closer_campaigns"].strip() for row in campaigns if row["closer_campaigns"].strip(" ")]
    # legacy: a text of ` -` alone gives a group called `-`, and two spaces in a row a group without a name.
    return list(dict.fromkeys(name for text in texts for name in text.removesuffix(" -").split(" ")))


def _human_answered(db: Session, asked: list[str] | None) -> set[str | float]:
    """The statuses that say that a person answered, as keys of loose equality; one set for all names."""
    campaigns, values = call_counts.among("campaign_id", asked)
    rows = db.all(
        f"""
        SELECT status FROM vicidial_statuses WHERE human_answered = 'Y'
        UNION ALL
        SELECT status FROM vicidial_campaign_statuses WHERE human_answered = 'Y' AND {campaigns}
        """,  # noqa: S608
        *values,
    )
    return {loose_equality.key(row["status"]) for row in rows}


def _counted(
    db: Session, log: str, period: tuple[str, str], wanted: Sequence[str] | None, statuses: Sequence[str] | None
) -> list[Row]:
    campaigns, campaign_values = call_counts.among("campaign_id", wanted)
    status, status_values = call_counts.among("status", statuses)
    return db.all(
        f"""
        SELECT campaign_id, status, HOUR(call_date) AS hour, COUNT(*) AS calls
        FROM {log}
        WHERE call_date >= %s AND call_date <= %s AND {campaigns} AND {status}
        GROUP BY campaign_id, status, hour
        ORDER BY campaign_id, status, hour
        """,  # noqa: S608
        *period, *campaign_values, *status_values,
    )  # fmt: skip


def _totals(
    rows: list[Row], names: Sequence[str], human: set[str | float], breakdown: Breakdown
) -> tuple[dict[str, int], dict[str, int]]:
    """Add rows up by name.

    Returns: all calls and those that a person answered; the names asked for in order, then others as they came.
    """
    calls = dict.fromkeys(in_order(names), 0)
    # legacy: readers of this line know a name that was not asked for in its spelling, such as that of a deleted
    # campaign, by its blank instead of 0 until a person answered one of its calls.
    answered = dict(calls)
    for row in rows:
        name, status, count = row["campaign_id"], row["status"], int(row["calls"])
        calls[name] = calls.get(name, 0) + count
        if loose_equality.key(status) in human:
            answered[name] = answered.get(name, 0) + count
        breakdown.add(name, status, int(row["hour"]), count)
    return calls, answered
