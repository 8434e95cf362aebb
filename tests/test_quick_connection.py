"""The quick way to read answers, beside PyMySQL's own: the same values, however large, and the same faults."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from typing import Any

import pymysql
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymysql.connections import Connection as PyMySQLConnection
from pymysql.constants import CR, ER
from pymysql.protocol import MysqlPacket

from nonagent.database import connection_arguments, quick_connection
from nonagent.database.quick_connection import QuickConnection
from nonagent.settings import Settings
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase


@pytest.fixture(scope="module")
def arguments(shared_database: WorkingDatabase) -> dict[str, Any]:
    where = str(shared_database.mariadb.socket)
    return connection_arguments(
        Settings(db_socket=where, db_name=shared_database.name, db_user=APP_USER, db_password=APP_PASSWORD)
    )


@pytest.fixture(scope="module")
def quick(arguments: dict[str, Any]) -> Iterator[QuickConnection]:
    with QuickConnection(**arguments) as connection:
        yield connection


@pytest.fixture(scope="module")
def plain(arguments: dict[str, Any]) -> Iterator[PyMySQLConnection[Any]]:
    with PyMySQLConnection(**arguments) as connection:
        yield connection


def outcome(connection: Any, sql: str) -> dict[str, Any]:
    """All that the application reads of an answer."""
    affected = connection.query(sql)
    result = connection._result
    names = ["affected_rows", "insert_id", "warning_count", "has_next", "message", "description", "rows"]
    if result.rows is None:
        names.append("server_status")
    # PyMySQL has None for what an answer has no place for.
    return {name: getattr(result, name) or None for name in names} | {"affected": affected}


READING = (
    "SELECT 1 AS one, NULL AS nothing, '' AS blank, 'Müller' AS name, -4.00 AS zone, NOW(6) > 0 AS later",
    "SELECT * FROM system_settings",
    "SELECT * FROM vicidial_users",
    "SELECT * FROM vicidial_users WHERE user = 'nobody'",
    "SELECT REPEAT('a', 250), REPEAT('b', 251), REPEAT('c', 65535), REPEAT('d', 65536), NULL",
    "SELECT seq, REPEAT('x', seq) FROM seq_1_to_300",
    "SELECT 'a' + 1, 1 / 0",
    "DO 0",
)
WRITING = (
    "INSERT INTO vicidial_lists (list_id) VALUES (990001), (990002)",
    "UPDATE vicidial_lists SET list_name = 'changed' WHERE list_id > 990000",
    "UPDATE vicidial_lists SET list_name = 'changed' WHERE list_id > 990000",
    "DELETE FROM vicidial_lists WHERE list_id > 990000",
)


@pytest.mark.parametrize("sql", READING)
def test_rows_are_read_as_pymysql_reads_them(sql: str, quick: QuickConnection, plain: Any) -> None:
    assert outcome(quick, sql) == outcome(plain, sql)


def test_changes_are_told_as_pymysql_tells_them(quick: QuickConnection, plain: Any) -> None:
    assert [outcome(quick, sql) for sql in WRITING] == [outcome(plain, sql) for sql in WRITING]


VALUES = st.one_of(st.none(), st.binary(max_size=300), st.integers(240, 260).map(lambda size: b"v" * size))


@given(st.lists(st.lists(VALUES, min_size=3, max_size=3), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_values_come_as_they_are(rows: list[list[bytes | None]]) -> None:
    with QuickConnection(**_arguments) as connection:
        selects = ("SELECT " + ", ".join("NULL" if v is None else f"X'{v.hex()}'" for v in row) for row in rows)
        connection.query(" UNION ALL ".join(selects))
        assert connection._result.rows == tuple(map(tuple, rows))


_arguments: dict[str, Any] = {}


@pytest.fixture(autouse=True)
def share_arguments(arguments: dict[str, Any]) -> None:
    """For the test above: hypothesis and fixtures of a function do not go together."""
    _arguments.update(arguments)


def test_a_value_of_many_packets(arguments: dict[str, Any], database: WorkingDatabase) -> None:
    allowed = database.value("SELECT @@GLOBAL.max_allowed_packet")
    database.run(f"SET GLOBAL max_allowed_packet = {1 << 26}")
    try:
        with QuickConnection(**arguments) as connection:
            for size in ((1 << 24) - 5, (1 << 24) - 1, (1 << 24) + 7, 40_000_000):
                connection.query(f"SELECT REPEAT('z', {size}), 'behind'")
                ((value, behind),) = connection._result.rows
                assert (len(value), value.strip(b"z"), behind) == (size, b"", b"behind")
            assert connection.query("SELECT 1") == 1
    finally:
        database.run(f"SET GLOBAL max_allowed_packet = {allowed}")


class Recorder:
    """A connection's socket that notes what is written."""

    def __init__(self, sock: Any, at_once: int | None = None) -> None:
        self.sock, self.at_once, self.written = sock, at_once, []

    def send(self, data: bytes) -> int:
        self.written.append(data[: self.at_once])
        return int(self.sock.send(data[: self.at_once]))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.sock, name)


def three_answers(connection: QuickConnection) -> list[Any]:
    connection.send_all([b"SELECT 1", b"SELECT 2", b"SELECT 3"])
    found = []
    for _ in range(3):
        connection._next_seq_id = 1
        connection._read_query_result()
        found.append(connection._result.rows)
    return found


def test_statements_sent_together_are_one_write(quick: QuickConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder(quick._sock)
    monkeypatch.setattr(quick, "_sock", recorder)
    assert three_answers(quick) == [((b"1",),), ((b"2",),), ((b"3",),)]
    assert len(recorder.written) == 1
    assert not quick.has_unread


def test_what_the_socket_does_not_take_at_once_is_sent_too(
    quick: QuickConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder(quick._sock, at_once=5)
    monkeypatch.setattr(quick, "_sock", recorder)
    assert three_answers(quick) == [((b"1",),), ((b"2",),), ((b"3",),)]
    assert recorder.written == [b"\x09\0\0\0\x03"]


def test_a_server_that_is_gone_is_told_when_writing() -> None:
    server = Server()
    server.connection._sock.close()
    with pytest.raises(pymysql.OperationalError) as caught:
        server.connection.send_all([b"SELECT 1"])
    assert caught.value.args[0] == CR.CR_SERVER_GONE_ERROR
    assert not server.connection.open


def test_an_error_among_the_rows_is_raised(quick: QuickConnection) -> None:
    with pytest.raises(pymysql.OperationalError) as caught:
        quick.query("SELECT nonsense")
    assert caught.value.args[0] == ER.BAD_FIELD_ERROR
    with pytest.raises(pymysql.MySQLError) as caught:
        quick.query("SELECT (SELECT seq FROM seq_1_to_2 WHERE seq > limited.seq - 2) FROM seq_2_to_2 AS limited")
    assert caught.value.args[0] == ER.SUBQUERY_NO_1_ROW
    assert quick.query("SELECT 1") == 1


def test_no_file_is_sent_to_a_server_that_asks_for_one(quick: QuickConnection) -> None:
    with pytest.raises(pymysql.MySQLError):
        quick.query("LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE vicidial_lists")


def test_more_than_was_asked_for_is_told(quick: QuickConnection) -> None:
    quick.send_all([b"SELECT 1", b"SELECT 2"])
    quick._next_seq_id = 1
    quick._read_query_result()
    quick._receive(1)
    assert quick.has_unread
    quick._next_seq_id = 1
    quick._read_query_result()
    assert not quick.has_unread


class Server:
    """One that says what a test has it say, to a connection that is open already."""

    def __init__(self, *said: bytes) -> None:
        ours, self.theirs = socket.socketpair()
        self.connection = QuickConnection(defer_connect=True, read_timeout=1)
        self.connection._sock, self.connection._next_seq_id = ours, 1
        self.connection._closed, self.connection._current_timeout = False, None
        threading.Thread(target=self._say, args=said).start()

    def _say(self, *said: bytes) -> None:
        for each in said:
            self.theirs.sendall(each)
        self.theirs.close()


OK_PACKET = b"\x07\0\0\x01\0\0\0\x02\0\0\0"


def test_an_answer_that_comes_byte_by_byte() -> None:
    server = Server(*(OK_PACKET[at : at + 1] for at in range(len(OK_PACKET))))
    assert server.connection._read_query_result() == 0


@pytest.mark.parametrize("said", [b"", OK_PACKET[:3], OK_PACKET[:-1]])
def test_a_server_that_hangs_up_in_between_is_lost(said: bytes) -> None:
    server = Server(said)
    with pytest.raises(pymysql.OperationalError) as caught:
        server.connection._read_query_result()
    assert caught.value.args[0] == CR.CR_SERVER_LOST
    assert not server.connection.open


def test_an_answer_out_of_order_is_not_taken() -> None:
    server = Server(OK_PACKET[:3] + b"\x05" + OK_PACKET[4:])
    with pytest.raises(pymysql.InternalError, match="sequence number"):
        server.connection._read_query_result()
    assert not server.connection.open


def test_what_it_remembers_of_columns_is_bounded(quick: QuickConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_connection, "_columns", {})
    monkeypatch.setattr(quick_connection, "MOST_COLUMNS", 3)
    for number in range(6):
        quick.query(f"SELECT 1 AS column_{number}")
        assert quick._result.description[0][0] == f"column_{number}"
    assert len(quick_connection._columns) == 3


def test_a_packet_is_what_pymysql_would_make_of_it() -> None:
    assert quick_connection._number(b"\xfa", 0) == (MysqlPacket(b"\xfa", "").read_length_encoded_integer(), 1)
    for packet in (b"\xfc\x01\x02", b"\xfd\x01\x02\x03", b"\xfe\x01\x02\x03\x04\x05\x06\x07\x08"):
        assert quick_connection._number(packet, 0) == (
            MysqlPacket(packet, "").read_length_encoded_integer(),
            len(packet),
        )
