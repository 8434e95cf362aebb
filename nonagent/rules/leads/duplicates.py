"""Whether a lead is there already, asked so that two requests at once cannot both be told it is not.

Source: spec/add_lead.md steps 8 and 9.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from nonagent.clock import Moment
from nonagent.database import Row, Session, Statement, Value, placeholders
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


@dataclass(frozen=True)
class Duplicate:
    """A lead that is there already: why it counts, and the fields that are printed and logged."""

    reason: str
    data: str


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

    @property
    def condition(self) -> str:
        """The comparison, with a placeholder for each of the fields."""
        word = " AND " if self.all_of else " OR "
        return "(" + word.join(f"lead.{column} = %s" for column, _ in self.compared) + ")"


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
) -> list[Statement]:
    """The statement that looks for it, none where there is no list to look in."""
    lists = {"LIST": [lead.list_id], "CAMP": campaign_lists, "SYS": None}
    limit = _entered_after(now, duplicate_check)
    parts: list[str] = []
    values: list[Value] = []
    for place, check in enumerate(checks):
        looked_in = lists[check.scope]
        if looked_in is not None and not looked_in:
            continue
        parts.append(f"({_select(check, looked_in, limited=limit is not None)})")
        values += [place, *_compared(check, lead), *(looked_in or ()), *([] if limit is None else [limit])]
    return [Statement(" UNION ALL ".join(parts), values)] if parts else []


def _first(lead: Lead, checks: list[Check], found: list[list[Row]]) -> Duplicate | None:
    rows = [row for each in found for row in each]
    if not rows:
        return None
    first = min(rows, key=lambda row: int(row["place"]))
    check = checks[int(first["place"])]
    return Duplicate(check.reason, _data(check, lead, first))


def _select(check: Check, lists: list[str] | None, limited: bool) -> str:
    # The lists are written out: a join finds the same leads, but of several not the one that is to be named.
    return f"""
        SELECT %s AS place, lead.lead_id, lead.list_id, lead.phone_number
        FROM vicidial_list AS lead
        WHERE {check.condition}
        {f"AND lead.list_id IN ({placeholders(lists)})" if lists else ""}
        {"AND lead.entry_date > %s" if limited else ""}
        LIMIT 1
        """  # noqa: S608


def _compared(check: Check, lead: Lead) -> list[str]:
    return [getattr(lead, field) for field in check.fields]


def _data(check: Check, lead: Lead, old: Row) -> str:
    shown = [*dict.fromkeys(check.fields), "list_id"]
    fields = [*(getattr(lead, field) for field in shown), old["lead_id"]]
    if check.scope != "LIST":
        fields.append(old["list_id"])
    if check.word.startswith("DUPPHONEALT"):
        fields.append("PHONE" if _same_number(lead.phone_number, old["phone_number"]) else "ALT")
    return "|".join(fields)


def _same_number(one: str, other: str) -> bool:
    # legacy: texts of digits are compared as numbers, so leading zeros do not matter here.
    if one.isdigit() and other.isdigit():
        return int(one) == int(other)
    return one == other


def _entered_after(now: Moment, duplicate_check: str) -> str | None:
    days = [days for days in DAY_LIMITS if f"{days}DAY" in duplicate_check.upper()]
    if not days:
        return None
    return (now.wall - timedelta(days=days[-1])).strftime("%Y-%m-%d %H:%M:%S")
