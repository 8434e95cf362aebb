"""What can go wrong with the database, in words of our own: nothing above this folder knows the driver's."""

from __future__ import annotations

import pymysql
from pymysql.constants import CR, ER

#: errors of a server that takes no writes now: read-only as MariaDB and MySQL say it, or a node without its cluster
READ_ONLY = frozenset({ER.OPTION_PREVENTS_STATEMENT, ER.OPEN_AS_READONLY, 1792, 1836, 1874, ER.UNKNOWN_COM_ERROR})
#: and of one whose disk, or whose table in memory, is full
FULL = frozenset({ER.DISK_FULL, ER.ERROR_ON_WRITE, ER.RECORD_FILE_FULL})

_UNAVAILABLE = {
    CR.CR_CONNECTION_ERROR, CR.CR_CONN_HOST_ERROR, CR.CR_UNKNOWN_HOST,
    CR.CR_SERVER_GONE_ERROR, CR.CR_SERVER_LOST, CR.CR_SERVER_LOST_EXTENDED,
    ER.CON_COUNT_ERROR, ER.SERVER_SHUTDOWN, 1927,  # 1927: connection killed, MariaDB's own number
    ER.ACCESS_DENIED_ERROR, ER.DBACCESS_DENIED_ERROR, ER.BAD_DB_ERROR,
    ER.LOCK_WAIT_TIMEOUT, *READ_ONLY, *FULL,
}  # fmt: skip


class DatabaseError(Exception):
    """Something went wrong with the database; its text is the server's."""

    @property
    def number(self) -> int:
        """The server's number of the error, 0 where it has none."""
        return self.args[0] if self.args and isinstance(self.args[0], int) else 0


class Unavailable(DatabaseError):
    """The database cannot be reached, went away or takes no writes; the request may be tried again later."""


class TableFull(Unavailable):
    """A table in memory takes no more rows."""


class Refused(DatabaseError):
    """The server refuses the statement."""


class Duplicate(Refused):
    """A row with that key is there."""


class Missing(Refused):
    """A table or column is not there."""


class MissingTable(Missing):
    """A table is not there."""


class Undone(Refused):
    """Undone for another's sake as often as it was tried: a deadlock, or a transaction lost to one."""


class Unprepared(Refused):
    """The server has forgotten a prepared statement, or its tables change faster than it can prepare."""


_KINDS: dict[int, type[Refused]] = {
    ER.DUP_ENTRY: Duplicate,
    ER.NO_SUCH_TABLE: MissingTable,
    ER.BAD_FIELD_ERROR: Missing,
    ER.LOCK_DEADLOCK: Undone,
    # A savepoint that a deadlock took with it.
    ER.SP_DOES_NOT_EXIST: Undone,
    ER.UNKNOWN_STMT_HANDLER: Unprepared,
    1615: Unprepared,
}


def of_driver(error: pymysql.MySQLError) -> DatabaseError:
    """An error of the driver in our words. Parameters: error. Returns: what to raise in its place."""
    number = error.args[0] if error.args else 0
    if number == ER.RECORD_FILE_FULL:
        return TableFull(str(error))
    if isinstance(error, pymysql.err.InterfaceError) or number in _UNAVAILABLE:
        return Unavailable(str(error))
    return _KINDS.get(number, Refused)(*error.args)
