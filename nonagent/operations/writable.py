"""Whether the database takes writes of the application's user, found out without writing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymysql

from nonagent.database import is_unavailable

if TYPE_CHECKING:
    from pymysql.cursors import Cursor

ASKED = ("read_only", "wsrep_on", "tx_read_only", "transaction_read_only", "innodb_read_only")


def refusal(cursor: Cursor) -> str:
    """Ask the server.

    Parameters: cursor, of a connection of the application's user.
    Returns: why a write would be refused, blank when none would.
    Raises: pymysql.MySQLError, OSError when the server does not answer.
    """
    cursor.execute("SHOW VARIABLES WHERE variable_name IN %s", [ASKED])
    on = {name.lower() for name, value in cursor.fetchall() if value != "OFF"}
    if "innodb_read_only" in on and _leads_are_in_innodb(cursor):
        return "InnoDB is read-only"
    return _refusal_of_a_trial(cursor) if on - {"innodb_read_only"} else ""


def _refusal_of_a_trial(cursor: Cursor) -> str:
    """What the server says to a statement that would write: whom it binds is for the server to judge, not for us."""
    try:
        # There is no such table. A server that refuses writes says so before it looks, and without waiting for locks.
        cursor.execute("DELETE FROM nonagent_no_such_table")
    except pymysql.MySQLError as error:
        return str(error) if is_unavailable(error) else ""
    return ""


def _leads_are_in_innodb(cursor: Cursor) -> bool:
    cursor.execute(
        """
        SELECT 1 FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_name = 'vicidial_list' AND engine = 'InnoDB'
        """
    )
    return cursor.fetchone() is not None
