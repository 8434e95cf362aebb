"""Counts the calls of campaigns, in-groups or a DID, by status if asked, as comma-separated text or a file.

Source: spec/call_dispo_report.md
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_stats, missing
from nonagent.database import Row, Session
from nonagent.rules import loose_equality
from nonagent.rules.calls.call_counts import among, names_or_all, period
from nonagent.rules.natural_order import in_order

PLAIN_HEADERS = {"Content-Type": "text/plain;charset=UTF-8"}

#: names to count, None for any
Names = list[str] | None


@dataclass(frozen=True)
class Log:
    """Where calls are counted: the tables, what a line is called, the time and the place of a call."""

    table: str
    name: str
    call_date: str
    place: str


OUTBOUND = Log("vicidial_log AS log", "log.campaign_id", "log.call_date", "log.campaign_id")
INBOUND = Log("vicidial_closer_log AS log", "log.campaign_id", "log.call_date", "log.campaign_id")
DID = Log(
    "vicidial_did_log AS did JOIN vicidial_closer_log AS log ON log.uniqueid = did.uniqueid",
    # Several DIDs may share a campaign and a status: the count goes to the first of them.
    "MIN(did.extension)", "did.call_date", "did.did_id",
)  # fmt: skip


@dataclass
class Line:
    """The calls of one campaign, in-group or DID."""

    name: str
    calls: int = 0
    statuses: Counter[str] = field(default_factory=Counter)

    def add(self, status: str, calls: int) -> None:
        """Count calls."""
        self.calls += calls
        self.statuses[status] += calls


class Table:
    """The report: its lines in the order met, and the titles of its status columns."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.total = Line("TOTAL")
        self.titles: list[str] = []
        self._known: set[str | float] = set()

    def add(self, rows: list[Row], *, titled_by_status: bool = True) -> None:
        """Add the counts of one log, whose names have lines of their own.

        Parameters: rows; titled_by_status, False where a status gets its title unless the line's name has one.
        """
        lines: dict[str, Line] = {}
        for row in rows:
            name, status, calls = row["name"], row["status"], int(row["calls"])
            lines.setdefault(name, Line(name)).add(status, calls)
            self.total.add(status, calls)
            self._add_title(status, unless=status if titled_by_status else name)
        self.lines += lines.values()

    def text(self, breakdown: bool, percentages: bool) -> str:
        """The report as text. Parameters: whether to show the statuses, and their percentages."""
        head = ["CAMPAIGN", "TOTAL CALLS", *(self.titles if breakdown else [])]
        rows = [
            [line.name, str(line.calls), *(self._counts(line, percentages) if breakdown else [])]
            for line in [*self.lines, self.total]
        ]
        # legacy: no line feed at the end.
        return "\n".join(",".join(fields) for fields in [head, *rows])

    def _add_title(self, status: str, unless: str) -> None:
        if loose_equality.key(unless) not in self._known:
            self.titles.append(status)
            self._known.add(loose_equality.key(status))

    def _counts(self, line: Line, percentages: bool) -> list[str]:
        # legacy: titles are in the order met and counts in natural order; they agree only by luck.
        shown = in_order(dict.fromkeys([*self.titles, *line.statuses]))
        counts = [line.statuses[status] for status in shown]
        if percentages:
            return [f"{count} ({count * 100 / line.calls:.1f}%)" for count in counts]
        return [str(count) for count in counts]


def something_to_count(call: Call[AnyParameters]) -> None:
    """Campaigns, in-groups or a DID are named; asked before any permission."""
    params = call.params
    names = (params.campaigns, params.ingroups, params.did_patterns)
    if all(size(name) < 2 for name in names) and not params.did_ids:
        raise missing(call, "CAMPAIGNS, INGROUPS, OR DIDS")


@function("call_dispo_report", gates=(something_to_count, allowed_function, may_view_stats), reads_replica=True)
def call_dispo_report(call: Call[AnyParameters]) -> None:
    params = call.params
    breakdown = params.status_breakdown != ""
    table = _count(call.db, params, call.now.date)
    call.print(table.text(breakdown, breakdown and params.show_percentages != ""))
    if params.file_download.strip("0"):
        # legacy: a download is not logged.
        call.answer.headers |= _download_headers(call.now.wall.strftime("%Y%m%d%H%M%S"))
        return
    call.answer.headers |= PLAIN_HEADERS
    call.log("SUCCESS", "call_dispo_report", f"{call.user.name}|{params.stage}")


def _download_headers(stamp: str) -> dict[str, str]:
    return {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": f'attachment; filename="API_call_dispo_report_{stamp}.csv"',
        "Expires": "0",
        "Cache-Control": "must-revalidate, post-check=0, pre-check=0",
        "Pragma": "public",
    }


def _count(db: Session, params: AnyParameters, today: str) -> Table:
    campaigns = names_or_all(params.campaigns, "ALLCAMPAIGNS")
    ingroups = names_or_all(params.ingroups, "ALLGROUPS")
    dates = period(today, params.query_date, params.query_time, params.end_date, params.end_time)
    statuses = _statuses(db, params, campaigns if params.campaigns else None)
    users = _users(db, params)
    table = Table()
    if params.campaigns:
        table.add(_counted(db, OUTBOUND, dates, campaigns, statuses, users))
    if params.ingroups:
        table.add(_counted(db, INBOUND, dates, ingroups, statuses, users))
    elif params.did_ids or params.did_patterns:
        # legacy: DIDs are passed over when in-groups are given.
        table.add(_counted(db, DID, dates, _dids(db, params), statuses, users), titled_by_status=False)
    return table


def _statuses(db: Session, params: AnyParameters, campaigns: Names) -> Names:
    """The statuses to count: those named, and those of the categories named."""
    statuses = names_or_all(params.statuses, "ALLSTATUSES")
    categories = names_or_all(params.categories, "ALLCATEGORIES")
    if not (params.statuses or params.categories) or statuses is None or categories is None:
        return None
    if not params.categories:
        return statuses
    category, category_values = among("category", categories)
    campaign, campaign_values = among("campaign_id", campaigns)
    rows = db.all(
        f"""
        SELECT status FROM vicidial_statuses WHERE {category}
        UNION ALL
        SELECT status FROM vicidial_campaign_statuses WHERE {category} AND {campaign}
        """,  # noqa: S608
        *category_values, *category_values, *campaign_values,
    )  # fmt: skip
    # legacy: with categories alone the blank name is among them, so calls without a status count.
    return [*statuses, *(row["status"] for row in rows)]


def _users(db: Session, params: AnyParameters) -> Names:
    """The users whose calls count: those named, and those of the user groups named."""
    users = names_or_all(params.users, "ALLUSERS")
    groups = names_or_all(params.user_groups, "ALLGROUPS")
    if not (params.users or params.user_groups) or users is None or groups is None:
        return None
    if not params.user_groups:
        return users
    condition, values = among("user_group", groups)
    rows = db.all(f"SELECT user FROM vicidial_users WHERE {condition}", *values)  # noqa: S608
    return [*users, *(row["user"] for row in rows)]


def _dids(db: Session, params: AnyParameters) -> Names:
    """The ids of the DIDs to count."""
    if params.did_ids == "ALLDIDS" or params.did_patterns == "ALLPATTERNS":
        return None
    rows = db.all("SELECT did_id FROM vicidial_inbound_dids WHERE did_pattern = %s", params.did_patterns)
    return [params.did_ids, *(row["did_id"] for row in rows)]


def _counted(
    db: Session, log: Log, dates: tuple[str, str], places: Names, statuses: Names, users: Names
) -> list[Row]:
    place, place_values = among(log.place, places)
    status, status_values = among("log.status", statuses)
    user, user_values = among("log.user", users)
    # Only texts of this module go into the statement.
    return db.all(
        f"""
        SELECT {log.name} AS name, log.status, COUNT(*) AS calls
        FROM {log.table}
        WHERE {log.call_date} >= %s AND {log.call_date} <= %s AND {place} AND {status} AND {user}
        GROUP BY log.campaign_id, log.status
        ORDER BY log.campaign_id, log.status
        """,  # noqa: S608
        *dates, *place_values, *status_values, *user_values,
    )  # fmt: skip
