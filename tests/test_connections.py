"""Connections: statements that travel together, prepared ones, and the pool that keeps connections."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import Mock

import pymysql
import pytest
from pymysql.constants import CR

from nonagent.database import (
    Database,
    Duplicate,
    Missing,
    MissingTable,
    Session,
    Unavailable,
    Undone,
    connection_arguments,
    connections,
    quick_connection,
)
from nonagent.database.connections import Connection, Pool
from nonagent.settings import Settings
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.undone import TRIES, undone
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase

ADD = {"function": "add_lead", "phone_number": "7275551234", "list_id": "101"}
COUNT = "SELECT COUNT(*) AS n FROM custom_tries"


@pytest.fixture
def settings(database: WorkingDatabase) -> Settings:
    return Settings(
        db_socket=str(database.mariadb.socket), db_name=database.name, db_user=APP_USER, db_password=APP_PASSWORD
    )


@pytest.fixture
def connect(settings: Settings) -> Iterator[Callable[[], Connection]]:
    opened: list[Connection] = []

    def connection() -> Connection:
        opened.append(Connection(**connection_arguments(settings)))
        return opened[-1]

    yield connection
    for each in opened:
        if each.open:
            each.close()


@pytest.fixture
def session(connect: Callable[[], Connection]) -> Session:
    return Session(connect())


@pytest.fixture
def tries(database: WorkingDatabase) -> Iterator[None]:
    database.run("CREATE TABLE custom_tries (n INT UNIQUE) ENGINE=MyISAM")
    yield
    database.run("DROP TABLE custom_tries")


def insert(session: Session, number: int) -> None:
    session.soon("INSERT INTO custom_tries VALUES (%s)", number)


def prepared_by(session: Session) -> str:
    """How many statements its connection ever had prepared."""
    return session.scalar(
        "SELECT variable_value FROM information_schema.session_status WHERE variable_name = 'COM_PREPARE_SQL'"
    )


# -- statements that travel together ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("tries")
def test_what_runs_soon_runs_before_the_next_statement(session: Session) -> None:
    insert(session, 1)
    insert(session, 2)
    assert session.scalar(COUNT) == "2"
    insert(session, 3)
    assert session.run("UPDATE custom_tries SET n = n + 10") == 3
    insert(session, 4)
    assert [row["seq"] for row in session.stream("SELECT seq FROM seq_1_to_3")] == ["1", "2", "3"]
    assert session.scalar(COUNT) == "4"
    assert session.statements == 8


@pytest.mark.usefixtures("tries")
def test_nothing_is_sent_until_it_must(session: Session, database: WorkingDatabase) -> None:
    insert(session, 1)
    assert database.value(COUNT) == 0
    session.end()
    assert database.value(COUNT) == 1


@pytest.mark.usefixtures("tries")
def test_they_are_one_round_trip(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    send, read = Connection._execute_command, Connection._read_query_result  # type: ignore[attr-defined]
    monkeypatch.setattr(Connection, "_execute_command", lambda *of: (seen.append("send"), send(*of))[1])
    monkeypatch.setattr(
        Connection, "_read_query_result", lambda *of, **how: (seen.append("read"), read(*of, **how))[1]
    )
    insert(session, 1)
    insert(session, 2)
    session.scalar(COUNT)
    assert seen == ["send"] * 3 + ["read"] * 3


@pytest.mark.usefixtures("tries")
def test_behind_a_proxy_each_statement_goes_alone(
    connect: Callable[[], Connection], database: WorkingDatabase
) -> None:
    session = Session(connect(), direct=False)
    insert(session, 1)
    assert database.value(COUNT) == 1
    assert session.one_prepared("SELECT %s AS a", "x") == {"a": "x"}
    assert prepared_by(session) == "0"


@pytest.mark.usefixtures("tries")
def test_an_error_is_raised_once_all_answers_are_read(session: Session) -> None:
    insert(session, 1)
    insert(session, 1)
    insert(session, 2)
    with pytest.raises(Duplicate):
        session.scalar(COUNT)
    assert session.scalar(COUNT) == "2"


@pytest.mark.usefixtures("tries")
def test_the_first_error_is_the_one_that_is_raised(session: Session) -> None:
    insert(session, 1)
    insert(session, 1)
    with pytest.raises(Duplicate):
        session.scalar("SELECT nonsense")
    insert(session, 2)
    with pytest.raises(Missing):
        session.scalar("SELECT nonsense")
    assert session.scalar(COUNT) == "2"


@pytest.mark.usefixtures("tries")
def test_what_fails_at_the_end_is_only_logged(session: Session, caplog: pytest.LogCaptureFixture) -> None:
    insert(session, 1)
    insert(session, 1)
    session.end()
    assert "not written at the end of a request" in caplog.text
    assert session.scalar(COUNT) == "1"


@pytest.mark.usefixtures("tries")
def test_one_undone_for_anothers_sake_is_sent_again_and_the_rows_asked_for_stay(
    session: Session, database: WorkingDatabase
) -> None:
    with undone(database, "custom_tries", "INSERT", 2):
        insert(session, 1)
        assert session.all("SELECT seq FROM seq_1_to_2") == [{"seq": "1"}, {"seq": "2"}]
    assert session.scalar(COUNT) == "1"


@pytest.mark.usefixtures("tries")
def test_the_last_of_them_is_sent_again_too(session: Session, database: WorkingDatabase) -> None:
    with undone(database, "custom_tries", "INSERT", 2):
        insert(session, 1)
        session.flush()
    assert session.scalar(COUNT) == "1"


@pytest.mark.usefixtures("tries")
def test_one_undone_every_time_is_an_error(session: Session, database: WorkingDatabase) -> None:
    with undone(database, "custom_tries", "INSERT", 9):
        insert(session, 1)
        with pytest.raises(Undone):
            session.scalar("SELECT 1")
        assert database.value(f"SELECT n FROM {TRIES}") == connections.MOST_TRIES
    assert session.scalar("SELECT 1") == "1"


@pytest.mark.usefixtures("tries")
def test_a_connection_lost_with_statements_under_way_is_unavailable(
    connect: Callable[[], Connection], database: WorkingDatabase
) -> None:
    connection = connect()
    session = Session(connection)
    database.run(f"KILL {connection.thread_id()}")
    insert(session, 1)
    with pytest.raises(Unavailable):
        session.scalar(COUNT)
    assert not connection.open
    insert(session, 2)
    with pytest.raises(Unavailable):
        session.flush()


def test_a_failed_log_row_leaves_no_url_under_another_rows_id(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "CREATE TRIGGER refuse BEFORE INSERT ON vicidial_api_log FOR EACH ROW"
        " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Not today'"
    )
    try:
        # Its lead has an id of its own, which the URL must not be written under.
        answer = api(ADD)
    finally:
        database.run("DROP TRIGGER refuse")
    assert answer.text.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED")
    assert "API log not written" in api.log_since()
    assert database.value("SELECT COUNT(*) FROM vicidial_api_urls") == 0


def test_a_login_undone_for_anothers_sake_is_still_written(api: AppProcess, database: WorkingDatabase) -> None:
    with undone(database, "vicidial_users", "UPDATE", 2):
        assert api(function="list_info", list_id="101").text.startswith("101|")
    assert database.value("SELECT last_login_date FROM vicidial_users WHERE user = '6666'") is not None
    assert str(database.value("SELECT last_login_date FROM vicidial_users WHERE user = '6666'")).startswith(
        "2025-07-15"
    )


# -- prepared statements ---------------------------------------------------------------------------------------------


def test_a_prepared_statement_is_parsed_once(
    session: Session, count_statements: Callable[[], Any], database: WorkingDatabase
) -> None:
    sql = "SELECT user_level FROM vicidial_users WHERE user = %s"
    assert session.one_prepared(sql, "6666") == {"user_level": "9"}
    sent: Statements
    with count_statements() as sent:
        assert session.one_prepared(sql, "6666") == {"user_level": "9"}
        assert session.one_prepared(sql, "it's nobody; --") is None
    assert [text.split()[0] for text in sent] == ["EXECUTE", "EXECUTE"]
    database.run("ALTER TABLE vicidial_users ADD COLUMN custom_x INT")
    assert session.one_prepared(sql, "6666") == {"user_level": "9"}


def test_a_prepared_statement_that_the_server_forgot_runs_all_the_same(session: Session) -> None:
    assert session.one_prepared("SELECT %s AS a", "x") == {"a": "x"}
    assert prepared_by(session) == "1"
    session.run("DEALLOCATE PREPARE nonagent_0")
    assert session.one_prepared("SELECT %s AS a", "y") == {"a": "y"}


def test_a_server_that_binds_no_values_gets_plain_statements(session: Session) -> None:
    session._connection.server_version = "8.0.36"
    assert session.one_prepared("SELECT %s AS a", "x") == {"a": "x"}
    assert prepared_by(session) == "0"


def test_an_error_in_a_prepared_statement_is_an_error(session: Session) -> None:
    with pytest.raises(MissingTable):
        session.one_prepared("SELECT %s FROM no_such_table", "x")


def test_a_connection_lost_in_a_prepared_statement_is_unavailable(
    connect: Callable[[], Connection], database: WorkingDatabase
) -> None:
    connection = connect()
    database.run(f"KILL {connection.thread_id()}")
    with pytest.raises(Unavailable):
        Session(connection).one_prepared("SELECT %s", "x")


def test_columns_of_one_name_and_two_kinds_are_told_apart(session: Session) -> None:
    assert session.one("SELECT 'é' AS a, 1 AS b") == {"a": "é", "b": "1"}
    assert session.one("SELECT 2 AS a, x'C3A9' AS b") == {"a": "2", "b": "é"}
    assert session.one("SELECT 'é' AS a, 1 AS b") == {"a": "é", "b": "1"}


# -- the pool --------------------------------------------------------------------------------------------------------


def test_the_last_connection_given_back_is_the_next(connect: Callable[[], Connection]) -> None:
    pool = Pool(connect, 2, 5.0)
    one, other = pool.take(), pool.take()
    pool.give_back(one)
    pool.give_back(other)
    assert pool.take() is other
    assert pool.take() is one


def test_a_connection_that_the_server_ended_is_replaced(
    connect: Callable[[], Connection], database: WorkingDatabase
) -> None:
    pool = Pool(connect, 1, 5.0)
    ended = pool.take()
    pool.give_back(ended)
    database.run(f"KILL {ended.thread_id()}")
    taken = pool.take()
    assert taken is not ended
    assert Session(taken).scalar("SELECT 1") == "1"


def test_a_lost_connection_is_not_kept(connect: Callable[[], Connection]) -> None:
    pool = Pool(connect, 1, 5.0)
    lost = pool.take()
    lost.close()
    pool.give_back(lost)
    assert pool.take() is not lost


def test_a_lock_got_behind_a_statement_that_failed_ends_with_its_request(
    settings: Settings, database: WorkingDatabase
) -> None:
    pool = Database(settings)
    with pool.session() as session:
        session.soon("UPDATE vicidial_list SET no_such_column = 1")
        with pytest.raises(Missing, match="no_such_column"):
            # The server gives it, and nobody is told.
            session.scalar("SELECT GET_LOCK('a test', 0)")
        assert session.scalar("SELECT 1") == "1"
    with pool.session() as session:
        assert session.scalar("SELECT GET_LOCK('a test', 1)") == "1"
        assert session.scalar("SELECT RELEASE_LOCK('a test') + IS_FREE_LOCK('a test')") == "2"


def test_one_that_was_idle_for_long_is_asked_first(
    connect: Callable[[], Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = Pool(connect, 1, 5.0)
    idle = pool.take()
    asked: list[Connection] = []

    def ping(connection: Connection) -> None:
        asked.append(connection)
        if len(asked) > 1:
            raise pymysql.OperationalError(CR.CR_SERVER_GONE_ERROR, "gone")

    monkeypatch.setattr(Connection, "ping", ping)
    pool.give_back(idle)
    assert pool.take() is idle
    assert asked == []
    for expected in (True, False):
        pool.give_back(idle)
        idle.idle_since -= connections.LONGEST_TRUSTED
        assert (pool.take() is idle) is expected
    assert asked == [idle, idle]


def test_who_comes_when_all_are_in_use_waits(connect: Callable[[], Connection]) -> None:
    pool = Pool(connect, 1, 5.0)
    taken, got = pool.take(), threading.Event()
    second: list[Connection] = []
    waiting = threading.Thread(target=lambda: (second.append(pool.take()), got.set()), daemon=True)
    waiting.start()
    assert not got.wait(0.2)
    pool.give_back(taken)
    assert got.wait(5)
    assert second == [taken]


def test_a_failed_connect_takes_no_place(connect: Callable[[], Connection]) -> None:
    answers: list[Callable[[], Connection]] = [connect]

    def first_fails() -> Connection:
        if answers:
            answers.pop()
            raise pymysql.OperationalError(CR.CR_CONN_HOST_ERROR, "away")
        return connect()

    pool = Pool(first_fails, 1, 5.0)
    with pytest.raises(pymysql.OperationalError):
        pool.take()
    assert pool.take().open


def test_requests_at_once_are_never_given_the_same_connection(settings: Settings) -> None:
    database = Database(settings)
    held: set[int] = set()
    mixed: list[int] = []

    def work() -> None:
        for _ in range(50):
            with database.session() as session:
                number = session._connection.thread_id()
                if number in held:
                    mixed.append(number)
                held.add(number)
                assert session.scalar("SELECT CONNECTION_ID()") == str(number)
                held.discard(number)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert mixed == []
    assert not any(thread.is_alive() for thread in threads)


def test_a_connection_whose_answer_cannot_be_read_to_its_end_is_not_kept(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = Pool(lambda: Connection(**connection_arguments(settings)), 1, patience=1)
    connection = pool.take()
    with monkeypatch.context() as patched:
        patched.setattr(quick_connection, "_values", Mock(side_effect=MemoryError))
        with pytest.raises(MemoryError):
            connection.query("SELECT 1 UNION ALL SELECT 2")
    pool.give_back(connection)
    again = pool.take()
    assert again.query("SELECT 1") == 1
    again.close()
