"""Database: what sessions make of values, and of a server that undoes a statement for another's sake."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymysql.connections import Connection as PyMySQLConnection

from nonagent.database import Database, Fitted, Missing, Secret, Session, Sql, identifier, storable
from nonagent.database.connections import Connection, Overtaken
from nonagent.settings import Settings
from tests.support.app import AppProcess
from tests.support.undone import undone
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase

ADD = {"function": "add_lead", "phone_number": "7275551234", "list_id": "101"}


@pytest.fixture
def settings(database: WorkingDatabase) -> Settings:
    return Settings(
        db_socket=str(database.mariadb.socket), db_name=database.name, db_user=APP_USER, db_password=APP_PASSWORD
    )


@pytest.fixture
def session(settings: Settings) -> Iterator[Session]:
    with Database(settings).session() as opened:
        yield opened


@pytest.fixture(params=[True, False], ids=["together", "one by one"])
def either(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Session]:
    """A session straight to the database, and one with a proxy in between."""
    with Database(replace(settings, db_direct=request.param)).session() as opened:
        yield opened


def test_a_statement_undone_for_anothers_sake_is_sent_again(api: AppProcess, database: WorkingDatabase) -> None:
    with undone(database, "vicidial_list", "INSERT", 2):
        assert api(ADD).text.startswith("SUCCESS")
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE phone_number = '7275551234'") == 1


def test_a_statement_undone_every_time_is_an_error(api: AppProcess, database: WorkingDatabase) -> None:
    with undone(database, "vicidial_list", "INSERT", 99):
        answer = api(ADD)
    assert (answer.status_code, answer.text) == (500, "ERROR: INTERNAL ERROR, SEE THE LOG OF THE SERVER\n")


def test_values_come_back_as_mysql_prints_them(session: Session) -> None:
    row = session.one(
        "SELECT CAST(-4 AS DECIMAL(4,2)) AS d, NULL AS n, DATE('2025-07-15') AS t, 7 AS i, x'C3A9' AS b"
    )
    assert row == {"d": "-4.00", "n": "", "t": "2025-07-15", "i": "7", "b": "é"}


def test_text_that_is_no_utf8_is_read_as_the_bytes_that_are_stored(
    api: AppProcess, database: WorkingDatabase, session: Session
) -> None:
    # Half a surrogate pair, as Java programs write emoji; MariaDB's three-byte utf8 takes it.
    database.run("UPDATE vicidial_list SET last_name = x'4AEDA0BD' WHERE lead_id = 1001")
    read = session.scalar("SELECT last_name FROM vicidial_list WHERE lead_id = 1001")
    assert read.encode("utf8", "surrogateescape") == b"J\xed\xa0\xbd"
    assert b"|J\xed\xa0\xbd|" in api(function="lead_all_info", lead_id="1001").content


def test_an_update_to_the_same_values_changes_no_row(session: Session) -> None:
    sql = "UPDATE vicidial_list SET last_name = %s WHERE lead_id = 1001"
    assert [session.run(sql, "New"), session.run(sql, "New")] == [1, 0]


def test_a_stream_gives_all_rows_and_leaves_the_session_usable(session: Session) -> None:
    rows = list(session.stream("SELECT seq FROM seq_1_to_2000"))
    assert [rows[0], rows[-1], len(rows)] == [{"seq": "1"}, {"seq": "2000"}, 2000]
    assert session.scalar("SELECT 1") == "1"


def test_a_stream_that_is_left_early_leaves_the_session_usable(session: Session) -> None:
    stream = session.stream("SELECT seq FROM seq_1_to_2000")
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert session.scalar("SELECT 1") == "1"


def test_a_shown_statement_masks_secrets_but_a_sent_one_does_not(session: Session) -> None:
    assert session.text("SELECT %s, %s", Secret("hidden"), "shown") == "SELECT '***', 'shown'"
    assert session.scalar("SELECT %s", Secret("hidden")) == "hidden"


@given(st.text(max_size=30))
def test_what_is_stored_fits_three_byte_columns(text: str) -> None:
    stored = storable(text)
    assert all(char <= "\uffff" and not "\ud800" <= char <= "\udfff" for char in stored)
    assert storable(stored) == stored


def test_what_does_not_fit_is_a_question_mark_for_each_byte() -> None:
    assert storable("a😀b\udce9é") == "a????b?é"


def test_fitted_text_is_written_as_it_is(session: Session) -> None:
    assert session.scalar("SELECT HEX(%s)", Fitted("😀")) == "F09F9880"


def test_a_name_that_the_schema_does_not_have_never_reaches_a_statement() -> None:
    with pytest.raises(ValueError, match="no such name"):
        identifier("custom_101; DROP TABLE x", ["custom_101"])
    assert identifier("odd`na%me", ["odd`na%me"]).text == "`odd``na%%me`"


CITY = "UPDATE vicidial_list SET city = %s WHERE lead_id = %s"
LEAD = Sql("SELECT lead_id, city FROM vicidial_list WHERE lead_id = %s", 1001)
OTHER = Sql("SELECT COUNT(*) AS users FROM vicidial_users WHERE user = %s", "6666")


def test_statements_together_give_the_rows_of_each(either: Session) -> None:
    either.soon(CITY, "Tampa", 1001)
    before = either.statements
    assert either.together(LEAD, OTHER, Sql("SELECT 1 FROM vicidial_users WHERE FALSE")) == [
        [{"lead_id": "1001", "city": "Tampa"}], [{"users": "1"}], [],
    ]  # fmt: skip
    assert either.statements - before == 3
    assert either.together() == []


def test_of_statements_together_the_first_error_is_told_and_the_session_goes_on(either: Session) -> None:
    with pytest.raises(Missing, match="nonsense"):
        either.together(LEAD, Sql("SELECT nonsense"), Sql("SELECT more nonsense"))
    assert either.together(OTHER) == [[{"users": "1"}]]


def test_a_lead_is_found_and_changed_at_once(either: Session) -> None:
    rows, changed = either.all_then_run(LEAD, Sql(CITY, "Tampa", 1001))
    assert (rows[0]["lead_id"], changed) == ("1001", 1)
    rows, changed = either.all_then_run(LEAD, Sql(CITY, "Tampa", 1001))
    assert (rows[0]["city"], changed) == ("Tampa", 0)


def test_what_is_undone_for_anothers_sake_is_found_and_changed_again(
    session: Session, database: WorkingDatabase
) -> None:
    with undone(database, "vicidial_list", "UPDATE", 2):
        rows, changed = session.all_then_run(LEAD, Sql(CITY, "Tampa", 1001))
    assert (len(rows), changed) == (1, 1)


def test_nothing_is_changed_for_a_login_that_was_overtaken(either: Session, database: WorkingDatabase) -> None:
    def claim_and_change() -> None:
        either.claim("UPDATE vicidial_users SET last_ip = '1' WHERE user = 'nobody'")
        either.all_then_run(LEAD, Sql(CITY, "Nowhere", 1001))

    before = database.value("SELECT city FROM vicidial_list WHERE lead_id = 1001")
    with pytest.raises(Overtaken):
        claim_and_change()
    assert database.value("SELECT city FROM vicidial_list WHERE lead_id = 1001") == before


def test_what_was_sent_is_done_while_nobody_waits(session: Session, database: WorkingDatabase) -> None:
    session.soon(CITY, "Miami", 1001)
    session.send()
    until = time.monotonic() + 10
    while database.value("SELECT city FROM vicidial_list WHERE lead_id = 1001") != "Miami":
        assert time.monotonic() < until
    session.soon(CITY, "Tampa", 1001)
    assert session.together(LEAD) == [[{"lead_id": "1001", "city": "Tampa"}]]


@given(st.text() | st.integers() | st.none())
def test_a_value_is_written_as_pymysql_writes_it(value: str | int | None) -> None:
    connection = PyMySQLConnection(defer_connect=True)
    connection.server_status = 0
    session = Session(cast(Connection, connection))
    expected = storable(value) if isinstance(value, str) else value
    assert session.text("%s", value) == connection.escape(expected)
