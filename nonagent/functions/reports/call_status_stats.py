"""Counts the calls of campaigns and in-groups, by hour and by status.

Source: docs/functions/call_status_stats.md
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nonagent.api.answers import BLANK, Rows, Tally
from nonagent.api.call import Call
from nonagent.api.gates import allowed_function
from nonagent.api.parameters import parameter, size
from nonagent.api.registry import function
from nonagent.api.report import CountAsked, may_view_stats, missing, period
from nonagent.database import Row, Session, Sql
from nonagent.rules import loose_equality
from nonagent.rules.calls import call_counts
from nonagent.rules.natural_order import in_order

HOURS = [f"{hour:02}" for hour in range(24)]
COLUMNS = ("name", "calls", "human_answered", "hours", "statuses")
#: what is shorter names no campaign
SHORTEST_CAMPAIGNS = 2
CAMPAIGN, STATUS = Sql("campaign_id"), Sql("status")
OUTBOUND, INBOUND = Sql("vicidial_log"), Sql("vicidial_closer_log")


class Asked(CountAsked):
    """What call_status_stats is asked with."""

    campaigns = parameter(
        "The campaigns, with `-` between them; `ALLCAMPAIGNS` or `---ALL---` for all of them.", required=True
    )
    ingroups = parameter("The in-groups, with `-` between them; those of the campaigns unless given.")


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

    def fields(self, name: str, calls: int, human: int | None) -> tuple[str | int | Tally, ...]:
        """One row of the report. Parameters: name; calls and human, its totals, the latter None for a blank."""
        hours = Tally({text: self.hours[name, hour] for hour, text in enumerate(HOURS)})
        counts = self.statuses.get(name, Counter())
        statuses = Tally({status: counts[status] for status in in_order(counts)})
        # legacy: a separator behind the last field too.
        return (name, calls, BLANK if human is None else human, hours, statuses, BLANK)


def campaigns_given(call: Call[Asked]) -> None:
    """The parameter `campaigns` has at least two characters; asked before any permission."""
    if size(call.params.campaigns) < SHORTEST_CAMPAIGNS:
        raise missing(call, "CAMPAIGNS")


@function("call_status_stats", gates=(campaigns_given, allowed_function, may_view_stats), reads_replica=True)
def call_status_stats(call: Call[Asked]) -> None:
    params, db = call.params, call.db
    asked = call_counts.names_or_all(params.campaigns, "ALLCAMPAIGNS")
    campaigns = _campaigns(db, asked)
    ingroups = call_counts.names(params.ingroups) if params.ingroups else _closer_groups(campaigns)
    statuses = call_counts.names(params.statuses) if params.statuses else None
    human = _human_answered(db, asked)
    dates = period(call)
    outbound = _counted(db, OUTBOUND, dates, asked, statuses)
    inbound = _counted(db, INBOUND, dates, ingroups, statuses)
    breakdown = Breakdown()
    names = [row["campaign_id"] for row in campaigns] if asked is None else asked
    totals = [_totals(outbound, names, human, breakdown), _totals(inbound, ingroups, human, breakdown)]
    rows = [breakdown.fields(name, calls[name], answered.get(name)) for calls, answered in totals for name in calls]
    call.show(Rows(COLUMNS, rows))
    call.log("SUCCESS", "call_status_stats", call.user.name, params.stage)


def _campaigns(db: Session, asked: list[str] | None) -> list[Row]:
    return db.all(
        "SELECT campaign_id, closer_campaigns FROM vicidial_campaigns WHERE %s", call_counts.among(CAMPAIGN, asked)
    )


def _closer_groups(campaigns: list[Row]) -> list[str]:
    """The in-groups that campaigns take calls of, each once."""
    texts = [row["closer_campaigns"].strip() for row in campaigns if row["closer_campaigns"].strip(" ")]
    # legacy: a text of ` -` alone gives a group called `-`, and two spaces in a row a group without a name.
    return list(dict.fromkeys(name for text in texts for name in text.removesuffix(" -").split(" ")))


def _human_answered(db: Session, asked: list[str] | None) -> set[str | float]:
    """The statuses that say that a person answered, as keys of loose equality; one set for all names."""
    rows = db.all(
        """
        SELECT status FROM vicidial_statuses WHERE human_answered = 'Y'
        UNION ALL
        SELECT status FROM vicidial_campaign_statuses WHERE human_answered = 'Y' AND %s
        """,
        call_counts.among(CAMPAIGN, asked),
    )
    return {loose_equality.key(row["status"]) for row in rows}


def _counted(
    db: Session, log: Sql, dates: tuple[str, str], wanted: Sequence[str] | None, statuses: Sequence[str] | None
) -> list[Row]:
    return db.all(
        """
        SELECT campaign_id, status, HOUR(call_date) AS hour, COUNT(*) AS calls
        FROM %s
        WHERE call_date >= %s AND call_date <= %s AND %s AND %s
        GROUP BY campaign_id, status, hour
        ORDER BY campaign_id, status, hour
        """,
        log, *dates, call_counts.among(CAMPAIGN, wanted), call_counts.among(STATUS, statuses),
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
