"""Whether the database takes writes of the application's user, found out without writing anything."""

from __future__ import annotations

from contextlib import suppress

from nonagent.database import Refused, Session, Unavailable

#: which of the server's settings make it worth a trial
SUSPICIOUS = ("read_only", "wsrep_on", "tx_read_only", "transaction_read_only")


def refusal(db: Session) -> str:
    """Ask the server.

    Parameters: db, of the application's user.
    Returns: why a write would be refused, blank when none would.
    Raises: DatabaseError when the server does not answer.
    """
    rows = db.all("SHOW VARIABLES WHERE variable_name IN (%s, %s, %s, %s, 'innodb_read_only')", *SUSPICIOUS)
    on = {row["Variable_name"].lower() for row in rows if row["Value"] != "OFF"}
    if "innodb_read_only" in on and _leads_are_in_innodb(db):
        return "InnoDB is read-only"
    return _refusal_of_a_trial(db) if on.intersection(SUSPICIOUS) else ""


def _refusal_of_a_trial(db: Session) -> str:
    """What the server says to a statement that would write: whom it binds is for the server to judge, not for us."""
    try:
        # There is no such table. A server that refuses writes says so before it looks, and without waiting for locks.
        with suppress(Refused):
            db.run("DELETE FROM nonagent_no_such_table")
    except Unavailable as error:
        return str(error)
    return ""


def _leads_are_in_innodb(db: Session) -> bool:
    found = db.one(
        """
        SELECT 1 FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_name = 'vicidial_list' AND engine = 'InnoDB'
        """
    )
    return found is not None
