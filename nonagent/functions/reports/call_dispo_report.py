"""Counts the calls of campaigns, in-groups or a DID, by status if asked, as comma-separated text or a file.

Source: docs/functions/call_dispo_report.md
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from nonagent.api.answers import File, Rows, Style
from nonagent.api.call import Call
from nonagent.api.gates import allowed_function
from nonagent.api.parameters import parameter, size
from nonagent.api.registry import function
from nonagent.api.report import CountAsked, may_view_stats, missing, period
from nonagent.database import Row, Session, Sql
from nonagent.rules import loose_equality
from nonagent.rules.calls.call_counts import among, names_or_all
from nonagent.rules.natural_order import in_order

PLAIN, DOWNLOADED = "text/plain;charset=UTF-8", "application/octet-stream"
# legacy: no line feed at the end.
STYLE = Style(",", ends_line=False)
#: what is shorter names no campaign, in-group or DID
SHORTEST_NAMES = 2

#: names to count, None for any
Names = list[str] | None


class Asked(CountAsked):
    """What call_dispo_report is asked with: at least one of the first four."""

    campaigns = parameter("The campaigns, with `-` between them; `ALLCAMPAIGNS` or `---ALL---` for all of them.")
    ingroups = parameter("The in-groups, with `-` between them; `ALLGROUPS` or `---ALL---` for all of them.")
    did_ids = parameter("A DID by its did_id, `ALLDIDS` for all of them; not looked at with in-groups.")
    did_patterns = parameter("A DID by its number, `ALLPATTERNS` for all of them; not looked at with in-groups.")
    categories = parameter(
        "Also calls with statuses of these categories, with `-` between them; `ALLCATEGORIES` or `---ALL---` for all."
    )
    users = parameter("Only calls of these users, with `-` between them; `ALLUSERS` or `---ALL---` for all of them.")
    user_groups = parameter(
        "Also calls of users of these groups, with `-` between them; `ALLGROUPS` or `---ALL---` for all of them."
    )
    status_breakdown = parameter("Adds a column for each status.", values=("1", "Y"))
    show_percentages = parameter("Adds its percentage to each count of a status.", values=("1", "Y"))
    file_download = parameter("Answers with a file to be saved, where it is a number above 0.", values=("1",))


@dataclass(frozen=True)
class Log:
    """Where calls are counted: the tables, what a line is called, the time and the place of a call."""

    table: Sql
    name: Sql
    call_date: Sql
    place: Sql


CAMPAIGN, CALL_DATE = Sql("log.campaign_id"), Sql("log.call_date")
OUTBOUND = Log(Sql("vicidial_log AS log"), CAMPAIGN, CALL_DATE, CAMPAIGN)
INBOUND = Log(Sql("vicidial_closer_log AS log"), CAMPAIGN, CALL_DATE, CAMPAIGN)
DID = Log(
    Sql("vicidial_did_log AS did JOIN vicidial_closer_log AS log ON log.uniqueid = did.uniqueid"),
    # Several DIDs may share a campaign and a status: the count goes to the first of them.
    Sql("MIN(did.extension)"), Sql("did.call_date"), Sql("did.did_id"),
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

    def rows(self, breakdown: bool, percentages: bool) -> Rows:
        """The report. Parameters: whether to show the statuses, and their percentages."""
        columns = ["CAMPAIGN", "TOTAL CALLS", *(self.titles if breakdown else [])]
        rows = [
            [line.name, line.calls, *(self._counts(line, percentages) if breakdown else [])]
            for line in [*self.lines, self.total]
        ]
        return Rows(columns, rows, STYLE, columns)

    def _add_title(self, status: str, unless: str) -> None:
        if loose_equality.key(unless) not in self._known:
            self.titles.append(status)
            self._known.add(loose_equality.key(status))

    def _counts(self, line: Line, percentages: bool) -> list[str] | list[int]:
        # legacy: titles are in the order met and counts in natural order; they agree only by luck.
        shown = in_order(dict.fromkeys([*self.titles, *line.statuses]))
        counts = [line.statuses[status] for status in shown]
        if percentages:
            return [f"{count} ({count * 100 / line.calls:.1f}%)" for count in counts]
        return counts


def something_to_count(call: Call[Asked]) -> None:
    """Campaigns, in-groups or a DID are named; asked before any permission."""
    params = call.params
    names = (params.campaigns, params.ingroups, params.did_patterns)
    if all(size(name) < SHORTEST_NAMES for name in names) and not params.did_ids:
        raise missing(call, "CAMPAIGNS, INGROUPS, OR DIDS")


@function("call_dispo_report", gates=(something_to_count, allowed_function, may_view_stats), reads_replica=True)
def call_dispo_report(call: Call[Asked]) -> None:
    params = call.params
    breakdown = params.status_breakdown != ""
    rows = _count(call).rows(breakdown, breakdown and params.show_percentages != "")
    if params.file_download.strip("0"):
        # legacy: a download is not logged.
        call.show(File(rows, DOWNLOADED, f"API_call_dispo_report_{call.now.wall:%Y%m%d%H%M%S}.csv"))
        return
    call.show(File(rows, PLAIN))
    call.log("SUCCESS", "call_dispo_report", call.user.name, params.stage)


def _count(call: Call[Asked]) -> Table:
    params, db = call.params, call.db
    campaigns = names_or_all(params.campaigns, "ALLCAMPAIGNS")
    ingroups = names_or_all(params.ingroups, "ALLGROUPS")
    dates = period(call)
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


def _statuses(db: Session, params: Asked, campaigns: Names) -> Names:
    """The statuses to count: those named, and those of the categories named."""
    statuses = names_or_all(params.statuses, "ALLSTATUSES")
    categories = names_or_all(params.categories, "ALLCATEGORIES")
    if not (params.statuses or params.categories) or statuses is None or categories is None:
        return None
    if not params.categories:
        return statuses
    category = among(Sql("category"), categories)
    rows = db.all(
        """
        SELECT status FROM vicidial_statuses WHERE %s
        UNION ALL
        SELECT status FROM vicidial_campaign_statuses WHERE %s AND %s
        """,
        category, category, among(Sql("campaign_id"), campaigns),
    )  # fmt: skip
    # legacy: with categories alone the blank name is among them, so calls without a status count.
    return [*statuses, *(row["status"] for row in rows)]


def _users(db: Session, params: Asked) -> Names:
    """The users whose calls count: those named, and those of the user groups named."""
    users = names_or_all(params.users, "ALLUSERS")
    groups = names_or_all(params.user_groups, "ALLGROUPS")
    if not (params.users or params.user_groups) or users is None or groups is None:
        return None
    if not params.user_groups:
        return users
    rows = db.all("SELECT user FROM vicidial_users WHERE %s", among(Sql("user_group"), groups))
    return [*users, *(row["user"] for row in rows)]


def _dids(db: Session, params: Asked) -> Names:
    """The ids of the DIDs to count."""
    if params.did_ids == "ALLDIDS" or params.did_patterns == "ALLPATTERNS":
        return None
    rows = db.all("SELECT did_id FROM vicidial_inbound_dids WHERE did_pattern = %s", params.did_patterns)
    return [params.did_ids, *(row["did_id"] for row in rows)]


def _counted(
    db: Session, log: Log, dates: tuple[str, str], places: Names, statuses: Names, users: Names
) -> list[Row]:
    first, last = dates
    return db.all(
        """
        SELECT %s AS name, log.status, COUNT(*) AS calls
        FROM %s
        WHERE %s >= %s AND %s <= %s AND %s AND %s AND %s
        GROUP BY log.campaign_id, log.status
        ORDER BY log.campaign_id, log.status
        """,
        log.name, log.table, log.call_date, first, log.call_date, last,
        among(log.place, places), among(Sql("log.status"), statuses), among(Sql("log.user"), users),
    )  # fmt: skip
