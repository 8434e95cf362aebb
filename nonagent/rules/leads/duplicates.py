"""Whether a lead is there already, asked so that two requests at once cannot both be told it is not.

Source: docs/functions/add_lead.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import timedelta

from nonagent.clock import Moment
from nonagent.database import ALWAYS, Row, Session, Sql, identifier, joined, listed
from nonagent.rules import locks
from nonagent.rules.locks import Lock

# legacy: found anywhere in the text, the last one wins, so 31DAY is 1 day and 160DAY is 60.
DAY_LIMITS = (1, 2, 3, 7, 14, 15, 21, 28, 30, 60, 90, 180, 360)


@dataclass(frozen=True)
class Lead:
    """What of a new lead is compared."""

    phone_number: str
    list_id: str
    alt_phone: str
    title: str
    first_name: str
    last_name: str


#: the columns that checks compare
_COMPARED = frozenset(field.name for field in fields(Lead))


@dataclass(frozen=True)
class Duplicate:
    """A lead that is there already: why it counts, and what is told of it by name."""

    reason: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Check:
    """One word of duplicate_check: what it compares with which columns of vicidial_list, and what the answer says."""

    word: str
    #: each column, and the field of the new lead that it is compared with
    compared: tuple[tuple[str, str], ...]
    #: whether all have to be equal, or one of them
    all_of: bool
    scope: str
    reason: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the new lead, one for each column."""
        return tuple(field for _, field in self.compared)

    def condition(self, lead: Lead) -> Sql:
        """The comparison. Parameters: lead, the new one."""
        equal = [
            Sql("lead.%s = %s", identifier(column, _COMPARED), getattr(lead, field))
            for column, field in self.compared
        ]
        return Sql("(%s)", joined(" AND " if self.all_of else " OR ", equal))


_SCOPES = {"LIST": "IN LIST", "CAMP": "IN CAMPAIGN LISTS", "SYS": "IN SYSTEM"}

# In the order they are looked at, whatever the order given.
CHECKS = tuple(
    Check(f"{word}{scope}", compared, all_of, scope, f"DUPLICATE {what} {where}")
    for word, compared, all_of, what in (
        ("DUP", (("phone_number", "phone_number"),), True, "PHONE NUMBER"),
        ("DUPPHONEALT", (("phone_number", "phone_number"), ("alt_phone", "phone_number")), False, "PHONE NUMBER"),
        ("DUPTITLEALTPHONE", (("title", "title"), ("alt_phone", "alt_phone")), True, "TITLE ALT_PHONE"),
        (
            "DUPNAMEPHONE",
            (("first_name", "first_name"), ("last_name", "last_name"), ("phone_number", "phone_number")),
            True,
            "NAME PHONE",
        ),
    )
    for scope, where in _SCOPES.items()
)


def wanted(duplicate_check: str) -> list[Check]:
    """The checks a request asks for. Parameters: duplicate_check, the parameter."""
    return [check for check in CHECKS if check.word in duplicate_check.upper()]


@contextmanager
def looked_for(
    db: Session, now: Moment, lead: Lead, campaign_lists: list[str], checks: list[Check], duplicate_check: str
) -> Iterator[Duplicate | None]:
    """Look for the lead, all checks in one statement; the body inserts the lead where there is none.

    Other requests whose leads are equal to a check wait meanwhile.

    Parameters: db; now; lead; campaign_lists, the lists of the campaign that the lead's list belongs to, none when it
    is not defined; checks, from wanted; duplicate_check, the parameter, which may limit the days.
    Returns: a context manager that gives the first duplicate in the order of the checks, None when there is none.
    Raises: Unavailable, on entry, when another request is at such a lead for too long.
    """
    if not checks:
        yield None
        return
    asked = _question(now, lead, campaign_lists, checks, duplicate_check)
    # One that is there already stays: whoever is refused for it neither waits for others nor keeps them waiting. Of
    # several checks the look itself is what takes long, and is not made twice.
    if len(checks) == 1 and (duplicate := _first(lead, checks, db.together(*asked))):
        yield duplicate
        return
    # The number in any case: two requests may find each other's lead by different checks.
    wanted = {locks.LEAD_NUMBER.of(lead.phone_number)}
    with locks.all_held(db, wanted.union(*(_locks_of(check, lead) for check in checks)), *asked) as found:
        yield _first(lead, checks, found)


def _locks_of(check: Check, lead: Lead) -> set[Lock]:
    """The locks on what a check compares of a lead, and of any lead that the check would call equal to it."""
    if "phone_number" not in check.fields:
        return {locks.LEAD_TITLE_AND_ALT.of(lead.title, lead.alt_phone)}
    # What the new lead holds in the columns where others look for their number; a blank is nobody's.
    columns = [column for column, field in check.compared if field == "phone_number"]
    return {locks.LEAD_NUMBER.of(number) for column in columns if (number := getattr(lead, column).strip())}


def asks_for_campaign(checks: list[Check]) -> bool:
    """Whether the lists of a whole campaign are looked in. Parameters: checks, from wanted."""
    return any(check.scope == "CAMP" for check in checks)


def _question(
    now: Moment, lead: Lead, campaign_lists: list[str], checks: list[Check], duplicate_check: str
) -> list[Sql]:
    """The statement that looks for it, none where there is no list to look in."""
    lists = {"LIST": [lead.list_id], "CAMP": campaign_lists, "SYS": None}
    entered = _entered(now, duplicate_check)
    looks = []
    for place, check in enumerate(checks):
        looked_in = lists[check.scope]
        if looked_in is None:
            looks.append(_look(place, check.condition(lead), ALWAYS, entered))
        elif looked_in:
            # Written out: a join finds the same leads, but of several not the one that is to be named.
            looks.append(_look(place, check.condition(lead), Sql("lead.list_id IN (%s)", listed(looked_in)), entered))
    return [joined(" UNION ALL ", looks)] if looks else []


def _first(lead: Lead, checks: list[Check], found: list[list[Row]]) -> Duplicate | None:
    rows = [row for each in found for row in each]
    if not rows:
        return None
    first = min(rows, key=lambda row: int(row["place"]))
    check = checks[int(first["place"])]
    return Duplicate(check.reason, _shown(check, lead, first))


def _look(place: int, equal: Sql, in_lists: Sql, entered: Sql) -> Sql:
    return Sql(
        """
        (SELECT %s AS place, lead.lead_id, lead.list_id, lead.phone_number
         FROM vicidial_list AS lead
         WHERE %s AND %s AND %s
         LIMIT 1)
        """,
        place, equal, in_lists, entered,
    )  # fmt: skip


def _shown(check: Check, lead: Lead, old: Row) -> dict[str, str]:
    shown = {field: getattr(lead, field) for field in (*check.fields, "list_id")}
    shown["old_lead_id"] = old["lead_id"]
    if check.scope != "LIST":
        shown["old_list_id"] = old["list_id"]
    if check.word.startswith("DUPPHONEALT"):
        shown["found_by"] = "PHONE" if _same_number(lead.phone_number, old["phone_number"]) else "ALT"
    return shown


def _same_number(one: str, other: str) -> bool:
    # legacy: texts of digits are compared as numbers, so leading zeros do not matter here.
    if one.isdigit() and other.isdigit():
        return int(one) == int(other)
    return one == other


def _entered(now: Moment, duplicate_check: str) -> Sql:
    """The leads that are new enough to count, as a condition."""
    days = [days for days in DAY_LIMITS if f"{days}DAY" in duplicate_check.upper()]
    if not days:
        return ALWAYS
    first = now.wall - timedelta(days=days[-1])
    return Sql("lead.entry_date > %s", f"{first:%Y-%m-%d %H:%M:%S}")
