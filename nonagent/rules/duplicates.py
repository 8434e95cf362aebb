"""Whether a lead is there already, asked so that two requests at once cannot both be told it is not.

Source: spec/add_lead.md steps 8 and 9.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import timedelta

from nonagent.clock import Moment
from nonagent.database import Row, Session, Value, placeholders
from nonagent.rules import locks

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
    """One word of duplicate_check: the condition on vicidial_list, the fields it compares, what the answer says."""

    word: str
    condition: str
    fields: tuple[str, ...]
    scope: str
    reason: str


_SCOPES = {"LIST": "IN LIST", "CAMP": "IN CAMPAIGN LISTS", "SYS": "IN SYSTEM"}

# In the order they are looked at, whatever the order given.
CHECKS = tuple(
    Check(f"{word}{scope}", condition, fields, scope, f"DUPLICATE {what} {where}")
    for word, condition, fields, what in (
        ("DUP", "lead.phone_number = %s", ("phone_number",), "PHONE NUMBER"),
        (
            "DUPPHONEALT",
            "(lead.phone_number = %s OR lead.alt_phone = %s)",
            ("phone_number", "phone_number"),
            "PHONE NUMBER",
        ),
        ("DUPTITLEALTPHONE", "lead.title = %s AND lead.alt_phone = %s", ("title", "alt_phone"), "TITLE ALT_PHONE"),
        (
            "DUPNAMEPHONE",
            "lead.first_name = %s AND lead.last_name = %s AND lead.phone_number = %s",
            ("first_name", "last_name", "phone_number"),
            "NAME PHONE",
        ),
    )
    for scope, where in _SCOPES.items()
)


def wanted(duplicate_check: str) -> list[Check]:
    """The checks a request asks for. Parameters: duplicate_check, the parameter."""
    return [check for check in CHECKS if check.word in duplicate_check.upper()]


def serialised(db: Session, lead: Lead, checks: list[Check]) -> AbstractContextManager[None]:
    """Keep other requests that check the same numbers waiting until this one has inserted its lead.

    Parameters: db; lead; checks, from wanted; nothing is locked when there are none.
    Raises: DatabaseUnavailable, on entry, when another request holds a number for too long.
    """
    if not checks:
        return nullcontext()
    numbers = [lead.phone_number]
    if any("ALT" in check.word for check in checks):
        numbers.append(lead.alt_phone)
    return locks.held(db, "number of a lead", *numbers)


def asks_for_campaign(checks: list[Check]) -> bool:
    """Whether the lists of a whole campaign are looked in. Parameters: checks, from wanted."""
    return any(check.scope == "CAMP" for check in checks)


def find(
    db: Session, now: Moment, lead: Lead, campaign_lists: list[str], checks: list[Check], duplicate_check: str
) -> Duplicate | None:
    """Look for the lead, all checks in one statement.

    Parameters: db; now; lead; campaign_lists, the lists of the campaign that the lead's list belongs to, none when it
    is not defined; checks, from wanted; duplicate_check, the parameter, which may limit the days.
    Returns: the first duplicate in the order of the checks, None when there is none.
    """
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
    rows = db.all(" UNION ALL ".join(parts), *values) if parts else []
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
