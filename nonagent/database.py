"""The database: pooled PyMySQL connections, and one connection's worth of statements a request.

Every value comes back as the text MySQL prints (`-4.00`, `2025-07-15 14:30:00`) and NULL as the empty text, since
that is what VICIdial's answers are made of; ask `IS NULL` in SQL where the difference matters.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pymysql
from dbutils.pooled_db import PooledDB
from pymysql.constants import CR, ER
from pymysql.converters import conversions
from pymysql.cursors import Cursor, SSCursor

from nonagent.settings import Settings

Row = dict[str, str]
Value = str | int | float | None

log = logging.getLogger("nonagent.database")

# Python values are still written as SQL literals; answers stay the text that the server sent.
_ENCODERS_ONLY = {kind: how for kind, how in conversions.items() if not isinstance(kind, int)}

_UNAVAILABLE = {
    CR.CR_CONNECTION_ERROR, CR.CR_CONN_HOST_ERROR, CR.CR_UNKNOWN_HOST,
    CR.CR_SERVER_GONE_ERROR, CR.CR_SERVER_LOST, CR.CR_SERVER_LOST_EXTENDED,
    ER.CON_COUNT_ERROR, ER.SERVER_SHUTDOWN, 1927,  # 1927: connection killed, MariaDB's own number
    ER.ACCESS_DENIED_ERROR, ER.DBACCESS_DENIED_ERROR, ER.BAD_DB_ERROR,
    ER.LOCK_WAIT_TIMEOUT, ER.UNKNOWN_COM_ERROR,  # the latter is what a cluster's node says while it joins
}  # fmt: skip

#: how often a statement is sent that InnoDB or a cluster undid for another's sake
MOST_TRIES = 3


class DatabaseUnavailable(Exception):
    """The database cannot be reached or went away; the request may be tried again later."""


class _Never(Exception):
    """Handed to the pool so that it never repeats a statement by itself: an INSERT must not run twice."""


class Fitted(str):
    """Text already made to fit the character set of its column: written as it is."""

    __slots__ = ()


class Secret(str):
    """A password on its way into a column: sent as it is, `***` wherever the statement is shown."""

    __slots__ = ()


def storable(text: str) -> str:
    """What VICIdial's three-byte utf8 tables make of a text: `?` for each byte they cannot hold.

    Parameters: text, with the bytes of invalid UTF-8 as surrogate escapes.
    Returns: the text with each such byte, and each byte of a four-byte character, as `?`.
    Source: spec/common.md section 4.
    """
    if text.isascii():
        return text
    return "".join(
        char if char < "\ud800" or "\udfff" < char <= "\uffff" else "?" if char <= "\udfff" else "????"
        for char in text
    )


class Database:
    """The pool of connections to one server. Nothing is connected before the first request."""

    def __init__(self, settings: Settings) -> None:
        """Parameters: settings, the process's."""
        self._settings = settings
        self._lock = threading.Lock()
        self._pool: PooledDB | None = None
        self._columns: dict[str, frozenset[str]] = {}

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Hold one connection for the length of a request.

        Returns: a context manager that gives the session.
        Raises: DatabaseUnavailable when there is no connection to be had.
        """
        try:
            connection = self._connections().connection()
        except pymysql.MySQLError as error:
            raise DatabaseUnavailable(str(error)) from error
        session = Session(connection)
        try:
            yield session
        finally:
            session.close()

    def columns(self, session: Session, table: str) -> frozenset[str]:
        """Which columns a standing table has; asked once a process, since installations differ by version.

        Parameters: session to ask with; table, its name.
        Returns: the column names, none when there is no such table.
        """
        if table not in self._columns:
            found = frozenset(column_names(session, table))
            if not found:
                return found
            self._columns[table] = found
        return self._columns[table]

    def _connections(self) -> PooledDB:
        with self._lock:
            if self._pool is None:
                self._pool = PooledDB(
                    creator=pymysql, maxconnections=self._settings.pool_size, blocking=True, reset=False,
                    failures=_Never, ping=1, **connection_arguments(self._settings),
                )  # fmt: skip
            return self._pool


def connection_arguments(settings: Settings) -> dict[str, Any]:
    """How to connect to the primary database.

    Parameters: settings, the process's.
    Returns: keyword arguments of pymysql.connect.
    """
    where: dict[str, Any] = (
        {"unix_socket": settings.db_socket}
        if settings.db_socket
        else {"host": settings.db_host, "port": settings.db_port}
    )
    return where | {
        "user": settings.db_user,
        "password": settings.db_password,
        "database": settings.db_name,
        "charset": "utf8mb4",
        # legacy: VICIdial's tables want values cut to size, never refused.
        "sql_mode": "",
        "autocommit": True,
        "connect_timeout": settings.db_connect_timeout,
        "read_timeout": settings.db_read_timeout,
        "write_timeout": settings.db_read_timeout,
        "conv": _ENCODERS_ONLY,
    }


class Session:
    """One request's connection. A lost connection raises DatabaseUnavailable from any of its methods."""

    def __init__(self, connection: Any) -> None:
        """Parameters: connection, out of the pool; close() gives it back."""
        self._connection = connection
        self.statements = 0

    def close(self) -> None:
        """Give the connection back to the pool."""
        self._connection.close()

    def one(self, sql: str, *values: Value) -> Row | None:
        """Run a SELECT. Returns: its first row, None when there is none."""
        rows = self.all(sql, *values)
        return rows[0] if rows else None

    def all(self, sql: str, *values: Value) -> list[Row]:
        """Run a SELECT. Returns: all its rows."""
        with self._executed(sql, values) as cursor:
            return _rows(cursor, cursor.fetchall())

    def scalar(self, sql: str, *values: Value) -> str:
        """Run a SELECT of one value. Returns: it, empty when there is no row."""
        row = self.one(sql, *values)
        return next(iter(row.values())) if row else ""

    def run(self, sql: str, *values: Value) -> int:
        """Run a statement. Returns: how many rows it changed (an UPDATE to the same values changes none)."""
        with self._executed(sql, values) as cursor:
            return cursor.rowcount

    def insert(self, sql: str, *values: Value) -> int:
        """Run an INSERT. Returns: the AUTO_INCREMENT value it was given (of its first row, when several)."""
        with self._executed(sql, values) as cursor:
            return cursor.lastrowid or 0

    def stream(self, sql: str, *values: Value) -> Iterator[Row]:
        """Run a SELECT and hand out its rows as they come; no other statement may run until it has ended."""
        with self._executed(sql, values, SSCursor) as cursor:
            while rows := cursor.fetchmany(500):
                yield from _rows(cursor, rows)

    def text(self, sql: str, *values: Value) -> str:
        """The statement as it would be sent, its values in place and secrets masked. Nothing is sent."""
        shown = tuple("***" if isinstance(value, Secret) else value for value in values)
        with self._connection.cursor() as cursor:
            return str(cursor.mogrify(sql, _bound(shown)))

    @contextmanager
    def _executed(self, sql: str, values: tuple[Value, ...], kind: type[Cursor] = Cursor) -> Iterator[Cursor]:
        self.statements += 1
        try:
            with self._connection.cursor(kind) as cursor:
                _execute(cursor, sql, _bound(values))
                yield cursor
        except pymysql.MySQLError as error:
            if is_unavailable(error):
                raise DatabaseUnavailable(str(error)) from error
            raise


def _execute(cursor: Cursor, sql: str, values: tuple[Value, ...]) -> None:
    for left in reversed(range(MOST_TRIES)):
        try:
            cursor.execute(sql, values)
            return
        except pymysql.OperationalError as error:
            # Undone as a whole, since each statement is a transaction of its own: it may be sent again.
            if error.args[0] != ER.LOCK_DEADLOCK or not left:
                raise


def is_unavailable(error: pymysql.MySQLError) -> bool:
    """Whether an error says that the server went away or takes no work now, not that a statement is wrong."""
    if isinstance(error, pymysql.err.InterfaceError):
        return True
    return bool(error.args) and error.args[0] in _UNAVAILABLE


def column_names(session: Session, table: str) -> list[str]:
    """The columns of a table as the schema has them now.

    Parameters: session to ask with; table, its name, which is only compared.
    Returns: the names in order, none when there is no such table.
    """
    rows = session.all(
        """
        SELECT column_name AS name
        FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = %s
        ORDER BY ordinal_position
        """,
        table,
    )
    return [row["name"] for row in rows]


def identifier(name: str, known: frozenset[str] | set[str] | list[str]) -> str:
    """Quote a table or column name that came from data.

    Parameters: name; known, the names the schema has.
    Returns: the name in backquotes, for the text of a statement, where the driver reads a single % as its own.
    Raises: ValueError when the schema has no such name.
    """
    if name not in known:
        raise ValueError(f"no such name in the schema: {name!r}")
    return "`" + name.replace("`", "``").replace("%", "%%") + "`"


def placeholders(values: list[str] | tuple[str, ...]) -> str:
    """The `%s, %s` of an IN list. Parameters: values, at least one, so that the list is never empty."""
    return ", ".join(["%s"] * len(values))


def assignments(columns: Iterable[str]) -> str:
    """The `active = %s, list_name = %s` of a SET. Parameters: columns, names the code holds, never a request's."""
    return ", ".join(f"`{column}` = %s" for column in columns)


def _bound(values: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(
        storable(value) if isinstance(value, str) and not isinstance(value, Fitted) else value for value in values
    )


def _rows(cursor: Cursor, rows: Any) -> list[Row]:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, map(_text, row), strict=True)) for row in rows]


def _text(value: str | bytes | None) -> str:
    if value is None:
        return ""
    # A BLOB, as some custom fields are, comes without a character set.
    return value.decode("utf8", "surrogateescape") if isinstance(value, bytes) else value
