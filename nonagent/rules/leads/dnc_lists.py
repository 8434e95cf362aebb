"""The do-not-call lists, the system's own and one for each campaign: adding and removing a number.

A change is told to vicidial_dnc_log, which the do-not-call reports read, and to the admin log.
Source: docs/functions/add_dnc_phone.md, docs/functions/delete_dnc_phone.md.
"""

from __future__ import annotations

from nonagent.database import Session, Sql
from nonagent.rules import admin_log
from nonagent.rules.admin_log import Actor

#: stands for the system's own list where a campaign is asked for
SYSTEM = "SYSTEM_INTERNAL"
#: the same in vicidial_dnc_log, whose column is shorter
SYSTEM_IN_LOG = "-SYSINT-"


def add(db: Session, actor: Actor, phone: str, campaign_id: str) -> bool:
    """Put a number on a list.

    Parameters: db; actor; phone; campaign_id, any, or SYSTEM.
    Returns: False when the number, cut to the column, stands there already.
    """
    # One statement looks and inserts: the unique key settles which of two requests at once was first.
    if campaign_id == SYSTEM:
        insert = Sql("INSERT IGNORE INTO vicidial_dnc (phone_number) VALUES (%s)", phone)
    else:
        sql = "INSERT IGNORE INTO vicidial_campaign_dnc (phone_number, campaign_id) VALUES (%s, %s)"
        insert = Sql(sql, phone, campaign_id)
    added = db.run(insert)
    if added:
        _log(db, actor, "add", phone, campaign_id, added, insert)
    return added > 0


def remove(db: Session, actor: Actor, phone: str, campaign_id: str) -> bool:
    """Take a number off a list.

    Parameters: as for add.
    Returns: False when exactly this number does not stand there.
    """
    if campaign_id == SYSTEM:
        delete = Sql("DELETE FROM vicidial_dnc WHERE phone_number = %s", phone)
    else:
        sql = "DELETE FROM vicidial_campaign_dnc WHERE phone_number = %s AND campaign_id = %s"
        delete = Sql(sql, phone, campaign_id)
    removed = db.run(delete)
    if removed:
        _log(db, actor, "delete", phone, campaign_id, removed, delete)
    return removed > 0


def _log(db: Session, actor: Actor, action: str, phone: str, campaign_id: str, changed: int, change: Sql) -> None:
    logged = 0
    with actor.behind("DNC LOG NOT WRITTEN"):
        logged = db.run(
            """
            INSERT INTO vicidial_dnc_log (phone_number, campaign_id, action, action_date, user)
            VALUES (%s, %s, %s, %s, %s)
            """,
            phone, SYSTEM_IN_LOG if campaign_id == SYSTEM else campaign_id, action, actor.now, actor.user,
        )  # fmt: skip
    word = "ADD" if action == "add" else "DELETE"
    notes = f"{phone}|{campaign_id}|{changed}|{logged}"
    admin_log.record(db, actor, "LISTS", word, phone, f"ADMIN API {word} DNC NUMBER", notes, change)
