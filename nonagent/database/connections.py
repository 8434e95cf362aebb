"""Connections to one server: kept between requests, and able to take several statements in one round trip."""

from __future__ import annotations

import re
import select
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any

import pymysql
from pymysql.constants import ER

from nonagent import patches
from nonagent.database.errors import FULL, READ_ONLY
from nonagent.database.quick_connection import Outcome, QuickConnection

#: seconds after which an idle connection is asked whether it still works: firewalls forget it without a word
LONGEST_TRUSTED = 30.0

#: seconds after which an idle connection is closed, once another is given back: a burst's many are not kept
LONGEST_IDLE = 60.0

#: seconds between two tries to connect where the server has no connection left
PAUSE_BETWEEN_TRIES = 0.05

#: how often a statement is sent that InnoDB or a cluster undid for another's sake
MOST_TRIES = 3

# "Rows matched: 1  Changed: 0  Warnings: 0", in the server's language and behind a byte that holds its length.
_MATCHED = re.compile(rb"\d+")


class Dispensable(str):
    """A statement that is given up when the server takes no writes: no answer depends on it."""

    __slots__ = ()


class Claim(Dispensable):
    """An UPDATE that the request depends on: it finds a row, changed or not, or the request is Overtaken."""

    __slots__ = ()


class Overtaken(Exception):
    """Another request has changed the row that a Claim was to find; nothing behind it was told or written."""


class Connection(QuickConnection):
    """PyMySQL's connection, with statements that travel ahead of the next one in the same round trip.

    A server reads one command after the other from its socket; nothing in its protocol makes a client wait for an
    answer before it sends the next. MariaDB's own connectors send batches like this.
    """

    #: when it was last given back to its pool
    idle_since = 0.0
    #: whether the server said that it takes no writes: another may do its work by now
    is_read_only = False
    #: whether a statement ran of whose answer nobody is told: what it got, a lock perhaps, ends with the connection
    is_doubtful = False
    #: why a dispensable statement was given up, None when none was
    given_up: pymysql.MySQLError | None = None
    #: whether a Claim found no row, which is not said yet
    is_overtaken = False

    def __init__(self, **options: Any) -> None:
        """Connect. Parameters: options, of pymysql.connect."""
        self._ahead: list[str] = []
        self._under_way: list[str] = []
        self._prepared: dict[str, str] = {}
        super().__init__(**options)

    def send_ahead(self, sql: str) -> None:
        """Keep a statement, which has no rows to give, for the next round trip.

        Parameters: sql, its whole text; a Dispensable one may be given up.
        """
        self._ahead.append(sql)

    @property
    def has_claim(self) -> bool:
        """Whether a Claim waits to be sent."""
        return any(isinstance(sql, Claim) for sql in self._ahead)

    def send(self) -> None:
        """Send what is kept, and leave the answers for flush(): the server works meanwhile. Raises: as query()."""
        ahead, self._ahead = self._ahead, []
        self._send(ahead)
        self._under_way += ahead

    def flush(self) -> None:
        """Send what is kept, and read all answers. Raises: as query()."""
        if self._ahead:
            self.send()
        if not self._under_way:
            return
        under_way, self._under_way = self._under_way, []
        self._repair_all(under_way, self._read_answers(under_way))
        self._stop_if_overtaken()

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
        """Send a statement behind those kept for it. Parameters and result: as PyMySQL's. Raises: as answers()."""
        self.flush()
        try:
            return super().query(sql, unbuffered)
        except pymysql.MySQLError as failure:
            return int(self._again(sql, failure, unbuffered).affected_rows)

    def answers(self, *statements: str) -> list[Outcome]:
        """Send statements with those kept for them in front, in one round trip, and read their answers.

        One that was undone for another's sake is sent again afterwards.

        Parameters: statements, at least one.
        Returns: what each of them came to.
        Raises: pymysql.MySQLError, the first in order, once all answers are read; Overtaken.
        """
        if self._under_way:
            self.flush()
        ahead, self._ahead = self._ahead, []
        self._send([*ahead, *statements])
        failures_ahead = self._read_answers(ahead)
        outcomes: list[Outcome] = []
        failures: list[pymysql.MySQLError | None] = []
        for sql in statements:
            failures.append(self._read_answer(sql))
            outcomes.append(self._result)
        try:
            self._repair_all(ahead, failures_ahead)
        except pymysql.MySQLError:
            self.is_doubtful = True
            raise
        self._stop_if_overtaken()
        for place, failure in enumerate(failures):
            if failure:
                outcomes[place] = self._again(statements[place], failure)
        return outcomes

    def _send(self, statements: list[str]) -> None:
        self.send_all([text.encode(self.encoding) for text in statements])

    def _read_answers(self, statements: list[str]) -> list[pymysql.MySQLError | None]:
        return [self._read_answer(sql) for sql in statements]

    def _repair_all(self, statements: list[str], failures: list[pymysql.MySQLError | None]) -> None:
        for text, failure in zip(statements, failures, strict=True):
            if failure:
                self._repair(text, failure)

    def _read_answer(self, sql: str) -> pymysql.MySQLError | None:
        # Each is numbered from 1 anew.
        self._next_seq_id = 1
        try:
            self._affected_rows: int = self._read_query_result()
        except pymysql.MySQLError as failure:
            if not self.open:
                raise
            return failure
        self._look_at_claim(sql)
        return None

    def _look_at_claim(self, sql: str) -> None:
        if isinstance(sql, Claim) and (matched := _MATCHED.search(self._result.message or b"", 1)):
            self.is_overtaken = matched[0] == b"0"

    def _stop_if_overtaken(self) -> None:
        if self.is_overtaken:
            self.is_overtaken = False
            raise Overtaken

    def _repair(self, sql: str, failure: pymysql.MySQLError) -> None:
        if isinstance(sql, Dispensable) and failure.args[0] in READ_ONLY | FULL:
            self.given_up = failure
            return
        self._again(sql, failure)
        self._look_at_claim(sql)

    def _again(self, sql: str | bytes, failure: pymysql.MySQLError, unbuffered: bool = False) -> Outcome:
        """Send a statement again that a deadlock has undone, as a whole, since each is a transaction of its own."""
        for _ in range(MOST_TRIES - 1):
            if failure.args[0] != ER.LOCK_DEADLOCK:
                break
            try:
                super().query(sql, unbuffered)
            except pymysql.MySQLError as again:
                failure = again
            else:
                found: Outcome = self._result
                return found
        raise failure

    def _read_query_result(self, unbuffered: bool = False) -> int:
        try:
            return super()._read_query_result(unbuffered)
        except pymysql.OperationalError as failure:
            self.is_read_only = self.is_read_only or failure.args[0] in READ_ONLY
            raise
        except pymysql.MySQLError:
            raise
        except Exception:
            # A part of the answer is not read: the next request on this connection would take it for its own.
            self._force_close()
            raise

    def _force_close(self) -> None:
        # PyMySQL would try to read the rest of a stream from the lost connection, and trip over it.
        if getattr(self, "_result", None) is not None:
            self._result.unbuffered_active = False
        super()._force_close()

    @property
    def is_dropped(self) -> bool:
        """Whether the server has ended this idle connection, on which it has nothing else to say. Sends nothing."""
        if not self.open or self.has_unread:
            return True
        # gevent's own poll is a turn of its loop: another request would go on in the middle of a look.
        poll = patches.original("select", "poll")()
        poll.register(self._sock, select.POLLIN)
        return bool(poll.poll(0))


class PoolExhausted(pymysql.OperationalError):
    """All connections were in use for as long as a request may wait for one."""


class Pool:
    """Idle connections, the last used first; with those in use as many as allowed, whoever comes then waits."""

    def __init__(
        self,
        connect: Callable[[], Connection],
        size: int,
        patience: float,
        waiting: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        """Prepare it, without a connection yet.

        Parameters: connect, opens one; size, the most there may be; patience, seconds that somebody waits for one;
        waiting, entered meanwhile.
        """
        self._connect = connect
        self._allowed = threading.Semaphore(size)
        self._patience = patience
        self._waiting = waiting
        self._idle: deque[Connection] = deque()

    def take(self) -> Connection:
        """Hold a connection that works.

        Returns: it; whoever takes it gives it back.
        Raises: pymysql.MySQLError when there is none and none can be opened, PoolExhausted when none comes in time.
        """
        deadline = time.monotonic() + self._patience
        self._wait_for_a_place()
        try:
            return self._idle_one() or self._new_one(deadline)
        except BaseException:
            self._allowed.release()
            raise

    def give_back(self, connection: Connection) -> None:
        """Let others have it. Parameters: connection, forgotten when it is lost."""
        if connection.open and connection.is_read_only:
            self._close_all(connection)
        if connection.open and connection.is_doubtful:
            connection.close()
        if connection.open:
            connection.idle_since = time.monotonic()
            self._idle.append(connection)
            self._close_the_oldest(connection.idle_since)
        self._allowed.release()

    def _wait_for_a_place(self) -> None:
        if self._allowed.acquire(blocking=False):
            return
        with self._waiting():
            if not self._allowed.acquire(timeout=self._patience):
                raise PoolExhausted(0, f"all connections were in use for {self._patience:g} seconds")

    def _new_one(self, deadline: float) -> Connection:
        while True:
            try:
                return self._connect()
            except pymysql.OperationalError as error:
                # The server has none left for anybody; one of ours may become free before one of its own does.
                if error.args[0] != ER.CON_COUNT_ERROR or time.monotonic() > deadline:
                    raise
            with self._waiting():
                time.sleep(PAUSE_BETWEEN_TRIES)
            if connection := self._idle_one():
                return connection

    def _close_all(self, connection: Connection) -> None:
        # Who connects anew gets to the server that has taken over; the idle ones lead where this one did.
        connection.close()
        with suppress(IndexError):
            while True:
                self._idle.popleft().close()

    def _close_the_oldest(self, now: float) -> None:
        try:
            # Taken out first: two threads must not both look at it.
            oldest = self._idle.popleft()
        except IndexError:
            return
        if now - oldest.idle_since < LONGEST_IDLE:
            self._idle.appendleft(oldest)
        else:
            oldest.close()

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
