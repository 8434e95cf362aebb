"""The filter phone groups that inbound DIDs screen their callers with: adding and removing a number.

Source: docs/functions/add_fpg_phone.md, docs/functions/delete_fpg_phone.md.
"""

from __future__ import annotations

from nonagent.database import Session, Sql
from nonagent.rules import admin_log
from nonagent.rules.admin_log import Actor


def exists(db: Session, group: str) -> bool:
    """Whether there is a filter phone group of that name. Parameters: db; group, in any case."""
    found = db.one(
        "SELECT 1 FROM vicidial_filter_phone_groups WHERE filter_phone_group_id = %s LIMIT 1",
        group,
    )
    return found is not None


def add_number(db: Session, actor: Actor, phone: str, group: str) -> bool:
    """Put a number into a group.

    Parameters: db; actor; phone; group, stored as given.
    Returns: False when the number, cut to the column, is in it already.
    """
    # One statement looks and inserts: the unique key settles which of two requests at once was first.
    insert = Sql(
        "INSERT IGNORE INTO vicidial_filter_phone_numbers (phone_number, filter_phone_group_id) VALUES (%s, %s)",
        phone, group,
    )  # fmt: skip
    added = db.run(insert)
    if added:
        _log(db, actor, "ADD", f"ADMIN API ADD NUMBER TO FILTER PHONE GROUP {group}", phone, group, added, insert)
    return added > 0


def remove_number(db: Session, actor: Actor, phone: str, group: str) -> bool:
    """Take a number out of a group.

    Parameters: as for add_number.
    Returns: False when exactly this number is not in it.
    """
    delete = Sql(
        "DELETE FROM vicidial_filter_phone_numbers WHERE phone_number = %s AND filter_phone_group_id = %s",
        phone, group,
    )  # fmt: skip
    removed = db.run(delete)
    if removed:
        code = f"ADMIN API DELETE NUMBER FROM FILTER PHONE GROUP {group}"
        _log(db, actor, "DELETE", code, phone, group, removed, delete)
    return removed > 0


def _log(db: Session, actor: Actor, word: str, code: str, phone: str, group: str, changed: int, change: Sql) -> None:
    notes = f"{phone}|{group}|{changed}"
    admin_log.record(db, actor, "FILTERPHONEGROUPS", word, phone, code, notes, change)
