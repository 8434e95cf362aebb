"""Advisory locks: one request waits for another, and a database without them is put up with."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import cast

import pytest

from nonagent.database import Database, Refused, Session, Unavailable
from nonagent.rules import locks
from nonagent.settings import Settings
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase


@pytest.fixture
def sessions(shared_database: WorkingDatabase) -> Iterator[tuple[Session, Session]]:
    """Two connections to the working database."""
    connections = pool(shared_database)
    with connections.session() as one, connections.session() as other:
        yield one, other


def pool(database: WorkingDatabase) -> Database:
    settings = Settings(
        db_socket=str(database.mariadb.socket), db_name=database.name, db_user=APP_USER, db_password=APP_PASSWORD
    )
    return Database(settings)


def test_a_value_is_held_by_one_request_at_a_time(
    sessions: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    one, other = sessions
    with locks.held(one, locks.PHONE_LOGIN, "Abc "):
        with pytest.raises(Unavailable), locks.held(other, locks.PHONE_LOGIN, "aBC"):
            pytest.fail("two requests hold it")
        with locks.held(other, locks.PHONE_LOGIN, "abcd"), locks.held(other, locks.DIAL_STATUSES, "abc"):
            pass
    one.flush()
    with locks.held(other, locks.PHONE_LOGIN, "abc"):
        pass


def test_it_is_given_back_with_the_next_statement_or_at_the_end(
    sessions: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    one, other = sessions
    for then in (lambda: one.scalar("SELECT 1"), lambda: one.run("DO 1"), one.end):
        with locks.held(one, locks.PHONE_LOGIN, "abc"):
            pass
        then()
        with locks.held(other, locks.PHONE_LOGIN, "abc"):
            pass
        other.flush()


def test_of_several_values_none_is_kept_when_one_is_not_to_be_had(
    sessions: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    one, other = sessions
    values = [str(number) for number in range(6)]
    for taken in values:
        with locks.held(one, locks.LEAD_NUMBER, taken):
            with pytest.raises(Unavailable), locks.held(other, locks.LEAD_NUMBER, *values):
                pytest.fail("two requests hold it")
            with locks.held(one, locks.LEAD_NUMBER, *(set(values) - {taken})):
                pass
        one.flush()


def test_it_is_given_back_when_the_work_fails(
    sessions: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    one, other = sessions
    with pytest.raises(KeyError), locks.held(one, locks.PHONE_LOGIN, "abc"):
        raise KeyError
    one.flush()
    with locks.held(other, locks.PHONE_LOGIN, "abc"):
        pass


TEXTS = (
    "12é", "12e", "12E", "12È ", "12e  ", "12", "ß", "ss", "SS", "s", "ﬁ", "FI", "ü", "u", "y", "Œ", "oe", "Ǆ", "dž",
    "１２", "", " ", "a", "a \0", "A\0", "a b", "ab", "1234567890123", "123456789012", "İ", "i", "ς", "Σ",
)  # fmt: skip


@pytest.mark.parametrize(
    ("charset", "collation"),
    [
        ("utf8mb3", "utf8mb3_unicode_ci"),
        ("utf8mb4", "utf8mb4_unicode_520_ci"),
        ("utf8mb4", "utf8mb4_general_ci"),
        ("latin1", "latin1_swedish_ci"),
        ("utf8mb3", "utf8mb3_bin"),
    ],
)
def test_what_the_column_calls_equal_is_one_lock_and_nothing_else_is(
    sessions: tuple[Session, Session], database: WorkingDatabase, monkeypatch: pytest.MonkeyPatch,
    charset: str, collation: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    monkeypatch.setattr(locks, "_texts", {})
    kind = f"VARCHAR(12) CHARACTER SET {charset} COLLATE {collation}"
    database.run(f"ALTER TABLE phones MODIFY login {kind}")
    database.run(f"CREATE TABLE given (place INT, login {kind}, sent {kind})")
    for place, text in enumerate(TEXTS):
        database.run("INSERT INTO given VALUES (%s, %s, %s)", place, text, text)
    rows = database.all("SELECT g.place AS one, o.place AS other, g.login = o.sent AS same FROM given g JOIN given o")
    equal = {(TEXTS[row["one"]], TEXTS[row["other"]]) for row in rows if row["same"]}
    one, other = sessions
    shared = set()
    for held in TEXTS:
        with locks.held(one, locks.PHONE_LOGIN, held):
            shared |= {(held, text) for text in TEXTS if not is_free(other, text)}
        one.flush()
    assert shared == equal


def is_free(db: Session, login: str) -> bool:
    try:
        with locks.held(db, locks.PHONE_LOGIN, login):
            pass
    except Unavailable:
        return False
    db.flush()
    return True


def test_locks_are_got_in_one_order_whatever_the_order_asked(
    sessions: tuple[Session, Session], shared_database: WorkingDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    logins = ["first", "middle", "last"]
    # While the middle one is taken each would get the one it asks for first, and wait for the other's afterwards.
    with pool(shared_database).session() as third, ThreadPoolExecutor(2) as both:
        with locks.held(third, locks.PHONE_LOGIN, "middle"):
            orders = zip(sessions, (logins, logins[::-1]), strict=True)
            waiting = [both.submit(hold, db, order) for db, order in orders]
            wait_until_two_wait(shared_database)
        third.flush()
        for each in waiting:
            each.result()
    # Of two that wait for each other one is undone and asks again: then it has more than it gives back.
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    assert all(is_free(db, login) for db in sessions for login in logins)


def hold(db: Session, logins: list[str]) -> None:
    with locks.held(db, locks.PHONE_LOGIN, *logins):
        pass
    db.flush()


def wait_until_two_wait(database: WorkingDatabase) -> None:
    deadline = time.monotonic() + 10
    waiting = "SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User lock'"
    while database.value(waiting) < 2:
        assert time.monotonic() < deadline, "they do not wait"
        time.sleep(0.01)


class Refusing:
    """A session of a cluster that has no advisory locks."""

    def all(self, *_: object) -> None:
        raise AssertionError("nothing else is asked")

    def together(self, *_: object) -> None:
        raise Refused(1105, "GET_LOCK is not supported")


def test_a_database_that_refuses_locks_does_the_work_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    done = False
    with caplog.at_level(logging.WARNING), locks.held(cast(Session, Refusing()), locks.PHONE_LOGIN, "abc"):
        done = True
    assert done
    assert "login of a phone is not serialised" in caplog.text
