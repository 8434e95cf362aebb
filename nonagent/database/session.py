"""The database: pooled PyMySQL connections, and one connection's worth of statements a request.

Every value comes back as the text MySQL prints (`-4.00`, `2025-07-15 14:30:00`) and NULL as the empty text, since
that is what VICIdial's answers are made of; ask `IS NULL` in SQL where the difference matters.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from contextvars import ContextVar
from typing import Any

import pymysql
from pymysql.constants import CR
from pymysql.converters import conversions
from pymysql.cursors import SSCursor

from nonagent.database import server_socket
from nonagent.database.connections import Claim, Connection, Dispensable, Overtaken, Pool
from nonagent.database.errors import Refused, Unavailable, Unprepared, of_driver
from nonagent.database.quick_connection import Outcome
from nonagent.database.sql import Sql, expanded
from nonagent.settings import Settings

Row = dict[str, str]
Value = str | int | float | Sql | None

#: statements sent for the request that this thread answers, to whatever server
sent_statements: ContextVar[int] = ContextVar("sent_statements", default=0)

log = logging.getLogger("nonagent.database")

# Printable ASCII without quotes and backslash.
_PLAIN = re.compile(r"[ !#-&(-\[\]-~]*")

# Python values are still written as SQL literals; answers stay the text that the server sent.
_ENCODERS_ONLY = {kind: how for kind, how in conversions.items() if not isinstance(kind, int)}


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
    Source: docs/protocol.md#login.
    """
    if text.isascii():
        return text
    return "".join(
        char if char < "\ud800" or "\udfff" < char <= "\uffff" else "?" if char <= "\udfff" else "????"
        for char in text
    )


class Database:
    """The pool of connections to one server. Nothing is connected before the first request."""

    def __init__(
        self, settings: Settings, waiting: Callable[[], AbstractContextManager[object]] = nullcontext
    ) -> None:
        """Parameters: settings, the process's; waiting, entered while a request waits for a connection."""
        # Looked for each time: a server that starts later than this process may have its socket then.
        self._pool = Pool(lambda: _connect(settings), settings.pool_size, settings.pool_timeout, waiting)
        self._direct = settings.db_direct
        self._columns: dict[str, frozenset[str]] = {}

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Hold one connection for the length of a request.

        Returns: a context manager that gives the session.
        Raises: Unavailable when there is no connection to be had.
        """
        try:
            connection = self._pool.take()
        except pymysql.MySQLError as error:
            raise Unavailable(str(error)) from error
        session = Session(connection, self._direct)
        try:
            yield session
        finally:
            session.end()
            self._pool.give_back(connection)

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


@contextmanager
def session_alone(settings: Settings, patience: float) -> Iterator[Session]:
    """Hold a connection of no pool, for whoever must not wait for one.

    Parameters: settings, the process's; patience, seconds that the server has to answer anything.
    Returns: a context manager that gives the session.
    Raises: DatabaseError.
    """
    soon = dict.fromkeys(("connect_timeout", "read_timeout", "write_timeout"), patience)
    with _in_our_words(), Connection(**connection_arguments(settings) | soon) as connection:
        yield Session(connection)


def address(settings: Settings) -> dict[str, Any]:
    """Where the primary database is.

    Parameters: settings, the process's.
    Returns: keyword arguments of pymysql.connect: a socket, or a host and its port.
    """
    is_local = settings.db_host.lower() == "localhost"
    if socket := settings.db_socket or (is_local and server_socket.find()):
        return {"unix_socket": socket}
    return {"host": "127.0.0.1" if is_local else settings.db_host, "port": settings.db_port}


def connection_arguments(settings: Settings) -> dict[str, Any]:
    """How to connect to the primary database.

    Parameters: settings, the process's.
    Returns: keyword arguments of pymysql.connect.
    """
    return address(settings) | {
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
        # Text is decoded here: three-byte columns hold halves of surrogate pairs too, which are no UTF-8 to Python.
        "use_unicode": False,
    }


def _connect(settings: Settings) -> Connection:
    arguments = connection_arguments(settings)
    try:
        return Connection(**arguments)
    except pymysql.OperationalError as error:
        if arguments.get("host") != "127.0.0.1" or error.args[0] != CR.CR_CONN_HOST_ERROR:
            raise
        text = f"{error.args[1]}; where it takes no TCP connections NONAGENT_DB_SOCKET names its socket"
        raise pymysql.OperationalError(error.args[0], text) from error


class Session:
    """One request's connection. A lost connection raises Unavailable from any of its methods."""

    def __init__(self, connection: Connection, direct: bool = True) -> None:
        """Parameters: connection; direct, whether no proxy of the database stands in between."""
        self._connection = connection
        connection.given_up = None
        connection.is_overtaken = False
        self._direct = direct
        self.statements = 0
        #: how many the last SELECT gave
        self.warnings = 0

    def one(self, sql: str | Sql, *values: Value) -> Row | None:
        """Run a SELECT. Returns: its first row, None when there is none."""
        rows = self.all(sql, *values)
        return rows[0] if rows else None

    def all(self, sql: str | Sql, *values: Value) -> list[Row]:
        """Run a SELECT. Returns: all its rows."""
        outcome = self._execute(sql, values)
        self.warnings = outcome.warning_count
        return _rows(outcome.description or (), outcome.rows or ())

    def together(self, *selects: Sql) -> list[list[Row]]:
        """Run several SELECTs in one round trip, one after the other.

        Returns: the rows of each. Raises: as the others, of the first that fails, once all have run.
        """
        return [_rows(outcome.description or (), outcome.rows or ()) for outcome in self._all_sent(selects)]

    def all_then_run(self, select: Sql, change: Sql) -> tuple[list[Row], int]:
        """Run a SELECT, and behind it in the same round trip a statement that changes what it finds.

        Returns: the rows, and how many the change changed. Raises: as together().
        """
        # Of a login that others have overtaken nothing is written.
        self.settle()
        found, changed = self._all_sent((select, change))
        return _rows(found.description or (), found.rows or ()), changed.affected_rows

    def _all_sent(self, statements: Sequence[Sql]) -> list[Outcome]:
        if not self._direct:
            return [self._execute(each, ()) for each in statements]
        return self._answers([self._bind(each) for each in statements]) if statements else []

    def one_prepared(self, sql: str | Sql, *values: Value) -> Row | None:
        """Run a SELECT whose text is the same for every request, values aside: the server parses it once.

        Returns: its first row, None when there is none.
        """
        text, given = expanded(sql if isinstance(sql, Sql) else Sql(sql, *values))
        if not self._direct:
            return self.one(text, *given)
        with suppress(Unprepared):
            with _in_our_words():
                execute = self._connection.prepared(text, len(given))
            return self.one(execute, *given)
        return self.one(text, *given)

    def scalar(self, sql: str | Sql, *values: Value) -> str:
        """Run a SELECT of one value. Returns: it, empty when there is no row."""
        row = self.one(sql, *values)
        return next(iter(row.values())) if row else ""

    def run(self, sql: str | Sql, *values: Value) -> int:
        """Run a statement. Returns: how many rows it changed (an UPDATE to the same values changes none)."""
        self.flush()
        return self._execute(sql, values).affected_rows

    def insert(self, sql: str | Sql, *values: Value) -> int:
        """Run an INSERT. Returns: the AUTO_INCREMENT value it was given (of its first row, when several)."""
        self.flush()
        return self._execute(sql, values).insert_id

    def soon(self, sql: str | Sql, *values: Value, dispensable: bool = False) -> None:
        """Run a statement before any other of this session, in one round trip with the next SELECT.

        For what nobody waits for: an error comes with that SELECT. One that is dispensable is given up when the
        server takes no writes, and `given_up` says why.
        """
        self._send_ahead(Dispensable(self._bind(sql, values)) if dispensable else self._bind(sql, values))

    def claim(self, sql: str | Sql, *values: Value) -> None:
        """Run an UPDATE as soon() does, dispensable, that must find its row for the request to go on.

        Raises: Overtaken when it finds none, from here or from the next statement, of which nothing is told then.
        """
        self._send_ahead(Claim(self._bind(sql, values)))

    def settle(self) -> None:
        """Find out now about a claim that was not sent yet. Raises: Overtaken."""
        if self._connection.has_claim:
            self.flush()

    def close(self) -> None:
        """Let the connection go instead of giving it back, with all that was begun on it."""
        self._connection.close()

    def _send_ahead(self, text: str) -> None:
        self._count(1)
        self._connection.send_ahead(text)
        if not self._direct:
            self.flush()

    @property
    def given_up(self) -> pymysql.MySQLError | None:
        """Why a dispensable statement of this session was given up, None when none was."""
        return self._connection.given_up

    def send(self) -> None:
        """Send now what soon() was given; what it came to is told by flush(), or whatever else is next."""
        with _in_our_words():
            self._connection.send()

    def flush(self) -> None:
        """Run now what soon() was given."""
        with _in_our_words():
            self._connection.flush()

    def commit(self) -> None:
        """End a transaction that `SET autocommit = 0` began."""
        self.flush()
        self._count(1)
        with _in_our_words():
            # Not by run(): a COMMIT that a cluster refuses must not be sent again, it would do nothing and succeed.
            self._connection.commit()

    def stream(self, sql: str | Sql, *values: Value) -> Iterator[Row]:
        """Run a SELECT and hand out its rows as they come; no other statement may run until it has ended."""
        cursor = SSCursor(self._connection)
        self._count(1)
        text = self._bind(sql, values)
        with _in_our_words(), cursor:
            cursor.execute(text)
            while rows := cursor.fetchmany(500):
                yield from _rows(cursor.description or (), rows)
                # Rows that come as fast as they are read would keep gevent's other requests waiting to the end.
                time.sleep(0)

    def text(self, sql: str | Sql, *values: Value) -> str:
        """The statement as it would be sent, its values in place and secrets masked. Nothing is sent."""
        text, given = expanded(sql if isinstance(sql, Sql) else Sql(sql, *values))
        return self._bind(text, ["***" if isinstance(value, Secret) else value for value in given])

    def end(self) -> None:
        """Run what still waits, when nothing else is to come. An error is only logged: the answer is made already."""
        try:
            self.flush()
        except Unavailable as error:
            log.error("not written at the end of a request: %s", error)
        except (Overtaken, Refused):
            log.exception("not written at the end of a request")

    def _count(self, statements: int) -> None:
        self.statements += statements
        sent_statements.set(sent_statements.get() + statements)

    def _execute(self, sql: str | Sql, values: tuple[Value, ...]) -> Outcome:
        return self._answers([self._bind(sql, values)])[0]

    def _answers(self, texts: list[str]) -> list[Outcome]:
        self._count(len(texts))
        with _in_our_words():
            return self._connection.answers(*texts)

    def _bind(self, sql: str | Sql, values: Sequence[Value] = ()) -> str:
        if isinstance(sql, Sql):
            return self._bind(sql.text, sql.values)
        return sql % tuple(map(self._literal, values))

    def _literal(self, value: Value) -> str:
        if isinstance(value, Sql):
            return self._bind(value)
        if not isinstance(value, str):
            return self._connection.escape(value)
        # Most values need no more than quotes, whatever the server's mode, and fit any character set.
        if _PLAIN.fullmatch(value):
            return f"'{value}'"
        return self._connection.escape(value if isinstance(value, Fitted) else storable(value))


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except pymysql.MySQLError as error:
        raise of_driver(error) from error


def column_names(session: Session, table: str) -> list[str]:
    """The columns of a table as the schema has them now.

    Parameters: session to ask with; table, its name, which is only compared.
    Returns: the names in order, none when there is no such table.
    Raises: Unavailable while nobody may look at it.
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
    if not rows and session.warnings:
        # Whoever holds a lock does not wait for a table that is being altered or repaired: it is passed over.
        raise Unavailable(f"{table} cannot be looked at")
    return [row["name"] for row in rows]


def _rows(description: Sequence[Sequence[Any]], rows: Iterable[Sequence[bytes | None]]) -> list[Row]:
    names = [column[0] for column in description]
    return [dict(zip(names, map(_text, row), strict=True)) for row in rows]


def _text(value: bytes | None) -> str:
    if value is None:
        return ""
    return value.decode("utf8", "surrogateescape")
