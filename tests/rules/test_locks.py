"""Advisory locks: one request waits for another, and a database without them is put up with."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import cast

import pymysql
import pytest

from nonagent.database import Database, DatabaseUnavailable, Session
from nonagent.rules import locks
from nonagent.settings import Settings
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase


@pytest.fixture
def sessions(shared_database: WorkingDatabase) -> Iterator[tuple[Session, Session]]:
    """Two connections to the working database."""
    settings = Settings(
        db_socket=str(shared_database.mariadb.socket), db_name=shared_database.name,
        db_user=APP_USER, db_password=APP_PASSWORD,
    )  # fmt: skip
    pool = Database(settings)
    with pool.session() as one, pool.session() as other:
        yield one, other


def test_a_value_is_held_by_one_request_at_a_time(
    sessions: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    one, other = sessions
    with locks.held(one, "phone login", "Abc "):
        with pytest.raises(DatabaseUnavailable), locks.held(other, "phone login", "aBC"):
            pytest.fail("two requests hold it")
        with locks.held(other, "phone login", "abcd"), locks.held(other, "user", "abc"):
            pass
    one.flush()
    with locks.held(other, "phone login", "abc"):
        pass


def test_it_is_given_back_with_the_next_statement_or_at_the_end(
    sessions: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    one, other = sessions
    for then in (lambda: one.scalar("SELECT 1"), lambda: one.run("DO 1"), one.end):
        with locks.held(one, "phone login", "abc"):
            pass
        then()
        with locks.held(other, "phone login", "abc"):
            pass
        other.flush()


def test_of_several_values_none_is_kept_when_one_is_not_to_be_had(
    sessions: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    one, other = sessions
    values = [str(number) for number in range(6)]
    for taken in values:
        with locks.held(one, "number", taken):
            with pytest.raises(DatabaseUnavailable), locks.held(other, "number", *values):
                pytest.fail("two requests hold it")
            with locks.held(one, "number", *(set(values) - {taken})):
                pass
        one.flush()


def test_it_is_given_back_when_the_work_fails(
    sessions: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0)
    one, other = sessions
    with pytest.raises(KeyError), locks.held(one, "phone login", "abc"):
        raise KeyError
    one.flush()
    with locks.held(other, "phone login", "abc"):
        pass


class Refusing:
    """A session of a cluster that has no advisory locks."""

    def one(self, *_: object) -> None:
        raise pymysql.err.NotSupportedError(1105, "GET_LOCK is not supported")


def test_a_database_that_refuses_locks_does_the_work_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    done = False
    with caplog.at_level(logging.WARNING), locks.held(cast(Session, Refusing()), "phone login", "abc"):
        done = True
    assert done
    assert "phone login is not serialised" in caplog.text
