"""Connections to one server: kept between requests, and able to take several statements in one round trip."""

from __future__ import annotations

import select
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pymysql
from pymysql.connections import Connection as PyMySQLConnection
from pymysql.constants import COMMAND, ER
from pymysql.cursors import Cursor
from pymysql.protocol import FieldDescriptorPacket, MysqlPacket

#: seconds after which an idle connection is asked whether it still works: firewalls forget it without a word
LONGEST_TRUSTED = 30.0

#: how often a statement is sent that InnoDB or a cluster undid for another's sake
MOST_TRIES = 3

#: descriptions of columns that a process remembers
MOST_COLUMNS = 10_000

_columns: dict[bytes, Any] = {}

if TYPE_CHECKING:

    class _Base(PyMySQLConnection[Cursor]):
        # Known to PyMySQL's source, not to its types.
        _sock: Any
        _result: Any
        server_version: str
        _execute_command: Callable[[int, bytes], None]
        _read_query_result: Callable[..., int]

        def _force_close(self) -> None: ...

        def _read_packet(self, packet_type: Any = MysqlPacket) -> Any: ...

else:
    _Base = PyMySQLConnection


class Connection(_Base):
    """PyMySQL's connection, with statements that travel ahead of the next one in the same round trip.

    A server reads one command after the other from its socket; nothing in its protocol makes a client wait for an
    answer before it sends the next. MariaDB's own connectors send batches like this.
    """

    #: when it was last given back to its pool
    idle_since = 0.0

    def __init__(self, **options: Any) -> None:
        """Connect. Parameters: options, of pymysql.connect."""
        self._ahead: list[str] = []
        self._prepared: dict[str, str] = {}
        super().__init__(**options)

    def send_ahead(self, sql: str) -> None:
        """Keep a statement, which has no rows to give, for the next round trip. Parameters: sql, its whole text."""
        self._ahead.append(sql)

    def flush(self) -> None:
        """Send what is kept. Raises: as query()."""
        if not self._ahead:
            return
        last = self._ahead.pop()
        try:
            self.query(last)
        except pymysql.OperationalError as failure:
            self._repair(last, failure)

    def prepared(self, sql: str, count: int) -> str:
        """The statement that runs another one which the server has parsed once for this connection.

        Parameters: sql, a SELECT with %s for its values, kept as long as the connection; count, of those values.
        Returns: its text, with %s for the values; sql itself where the server binds no plain values (MySQL).
        """
        if "MariaDB" not in self.server_version:
            return sql
        name = self._prepared.get(sql)
        if name is None:
            name = self._prepared[sql] = f"nonagent_{len(self._prepared)}"
            self.query(f"PREPARE {name} FROM {self.escape(sql % (('?',) * count))}")
        return f"EXECUTE {name} USING {', '.join(['%s'] * count)}"

    def query(self, sql: str | bytes, unbuffered: bool = False) -> int:
        """Send a statement with those kept for it in front, and read their answers.

        One of them that was undone for another's sake is sent again afterwards.

        Parameters: sql; unbuffered, whether its rows are left to be read one by one.
        Returns: the number of rows that sql changed or found.
        Raises: pymysql.MySQLError, the first in order, once all answers are read.
        """
        if unbuffered:
            self.flush()
        if not self._ahead:
            return super().query(sql, unbuffered)
        ahead, self._ahead = self._ahead, []
        for text in (*ahead, sql):
            self._execute_command(COMMAND.COM_QUERY, text.encode(self.encoding) if isinstance(text, str) else text)
        failures = [self._read_answer() for _ in ahead]
        failure = self._read_answer()
        for text, failed in zip(ahead, failures, strict=True):
            if failed:
                self._repair(text, failed)
        if failure:
            raise failure
        return self._affected_rows

    def _read_answer(self) -> pymysql.MySQLError | None:
        # Each is numbered from 1 anew.
        self._next_seq_id = 1
        try:
            self._affected_rows: int = self._read_query_result()
        except pymysql.MySQLError as failure:
            if not self.open:
                raise
            return failure
        return None

    def _repair(self, sql: str, failure: pymysql.MySQLError) -> None:
        kept = self._result, self._affected_rows
        for _ in range(MOST_TRIES - 1):
            if failure.args[0] != ER.LOCK_DEADLOCK:
                raise failure
            try:
                super().query(sql)
            except pymysql.MySQLError as again:
                failure = again
            else:
                self._result, self._affected_rows = kept
                return
        # In a class of its own: who is told of a deadlock sends the statement behind this one again, and no more.
        raise pymysql.InternalError(*failure.args) from failure

    def _read_packet(self, packet_type: Any = MysqlPacket) -> Any:
        if packet_type is not FieldDescriptorPacket:
            return super()._read_packet(packet_type)
        # A statement's columns are described in the same bytes each time; to read them anew costs more than its rows.
        described = super()._read_packet().get_all_data()
        column = _columns.get(described)
        if column is None:
            column = FieldDescriptorPacket(described, self.encoding)
            if len(_columns) < MOST_COLUMNS:
                _columns[described] = column
        return column

    def _force_close(self) -> None:
        # PyMySQL would try to read the rest of a stream from the lost connection, and trip over it.
        if getattr(self, "_result", None) is not None:
            self._result.unbuffered_active = False
        super()._force_close()

    @property
    def is_dropped(self) -> bool:
        """Whether the server has ended this idle connection, on which it has nothing else to say. Sends nothing."""
        if not self.open:
            return True
        poll = select.poll()
        poll.register(self._sock, select.POLLIN)
        return bool(poll.poll(0))


class Pool:
    """Idle connections, the last used first; with those in use as many as allowed, whoever comes then waits."""

    def __init__(self, connect: Callable[[], Connection], size: int) -> None:
        """Parameters: connect, opens a connection; size, the most there may be."""
        self._connect = connect
        self._allowed = threading.Semaphore(size)
        self._idle: deque[Connection] = deque()

    def take(self) -> Connection:
        """Hold a connection that works.

        Returns: it; whoever takes it gives it back.
        Raises: pymysql.MySQLError when there is none and none can be opened.
        """
        self._allowed.acquire()
        try:
            return self._idle_one() or self._connect()
        except BaseException:
            self._allowed.release()
            raise

    def give_back(self, connection: Connection) -> None:
        """Let others have it. Parameters: connection, forgotten when it is lost."""
        if connection.open:
            connection.idle_since = time.monotonic()
            self._idle.append(connection)
        self._allowed.release()

    def _idle_one(self) -> Connection | None:
        while True:
            try:
                connection = self._idle.pop()
            except IndexError:
                return None
            if _works(connection):
                return connection
            connection.close()


def _works(connection: Connection) -> bool:
    if connection.is_dropped:
        return False
    if time.monotonic() - connection.idle_since < LONGEST_TRUSTED:
        return True
    try:
        connection.ping()
    except pymysql.MySQLError:
        return False
    return True
