"""Keys: who is let in, the refusal that tells nothing, and what failing too often costs."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from flask import Request
from werkzeug.test import EnvironBuilder

from nonagent.clock import Moment
from nonagent.database import Session
from nonagent.web.keys import keys, slow_down
from nonagent.web.keys.keys import Key
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase
from tests.web.conftest import NOW, MakeKey

ADDRESS = "192.0.2.7"
Counted = Callable[[], AbstractContextManager[Statements]]


def asked(header: str | None = None, **query: str) -> Request:
    headers = [] if header is None else [("Authorization", header)]
    return Request(EnvironBuilder("/lead/add", query_string=query, headers=headers, method="POST").get_environ())


def let_in(db: Session, request: Request, scope: str = "archive", now: Moment = NOW) -> Key | None:
    return keys.authenticate(db, request, ADDRESS, scope, now)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """How long refusals would have waited; none does."""
    found: list[float] = []
    monkeypatch.setattr(time, "sleep", found.append)
    slow_down.forget()
    yield found
    slow_down.forget()


# -- let in ---------------------------------------------------------------------------------------------------


def test_a_good_key_says_whose_it_is(own_tables: Session, make_key: MakeKey) -> None:
    key = make_key("archive", "lead")
    expected = Key(1, "6666", "ADMIN", frozenset({"archive", "lead"}), "GB")
    assert let_in(own_tables, asked(f"Key={key}")) == expected


@pytest.mark.parametrize("form", ["Key={}", "key={}", "KEY = {}", "Key= {}", "  Key ={}  "])
def test_the_word_key_is_read_whatever_its_case_and_the_spaces_around(
    own_tables: Session, archive_key: str, form: str
) -> None:
    assert let_in(own_tables, asked(form.format(archive_key)))


@pytest.mark.parametrize("form", ["{}", "Bearer {}", "Key {}", "Key={} more", "Key={0}{0}", "Key={}0", "Key:{}", ""])
def test_another_header_is_no_key(own_tables: Session, archive_key: str, form: str, waits: list[float]) -> None:
    assert let_in(own_tables, asked(form.format(archive_key))) is None


def test_a_key_in_the_url_does_for_leads_alone(own_tables: Session, make_key: MakeKey, waits: list[float]) -> None:
    key = make_key("archive", "lead")
    assert let_in(own_tables, asked(key=key), "lead")
    assert let_in(own_tables, asked(key=key), "archive") is None


def test_another_applications_header_does_not_hide_the_key_of_the_url(own_tables: Session, lead_key: str) -> None:
    assert let_in(own_tables, asked("Basic dXNlcjpwYXNz", key=lead_key), "lead")


def test_the_header_counts_before_the_url(own_tables: Session, lead_key: str, waits: list[float]) -> None:
    assert let_in(own_tables, asked(f"Key={'0' * 64}", key=lead_key), "lead") is None


def test_only_the_hash_of_a_key_is_kept(own_tables: Session, archive_key: str, database: WorkingDatabase) -> None:
    row = database.one("SELECT * FROM nonagent_api_keys")
    assert row["key_hash"] == hashlib.sha256(archive_key.encode()).hexdigest()
    assert row["prefix"] == archive_key[:8]
    assert not [value for value in row.values() if archive_key[8:] in str(value)]


def test_the_last_use_is_written_down_once_a_minute(
    own_tables: Session, archive_key: str, database: WorkingDatabase
) -> None:
    def last_used(seconds: int) -> str:
        assert let_in(own_tables, asked(f"Key={archive_key}"), now=NOW.later(seconds))
        own_tables.flush()
        return str(database.value("SELECT last_used FROM nonagent_api_keys"))

    assert last_used(0) == "2025-07-15 14:30:00"
    assert last_used(60) == "2025-07-15 14:30:00"
    assert last_used(61) == "2025-07-15 14:31:01"


def test_keys_that_begin_alike_are_made_anew(own_tables: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["ab" * 32, "ab" * 4 + "cd" * 28, "ef" * 32])
    monkeypatch.setattr(secrets, "token_hex", lambda size: next(drawn))
    assert keys.create(own_tables, "6666", ["lead"], NOW)[1] == "ab" * 32
    assert keys.create(own_tables, "6666", ["lead"], NOW)[1] == "ef" * 32


# -- refused alike --------------------------------------------------------------------------------------------

#: what is wrong with a key, and how it comes to be so
WRONG = {
    "unknown, though its beginning is another's": "",
    "revoked": "UPDATE nonagent_api_keys SET revoked = '2025-07-15 14:00:00'",
    "expired": "UPDATE nonagent_api_keys SET expires = '2025-07-15 14:30:00'",
    "of another scope": "UPDATE nonagent_api_keys SET scopes = 'lead'",
    "of a scope that is only part of the word": "UPDATE nonagent_api_keys SET scopes = 'archives'",
    "of an inactive user": "UPDATE vicidial_users SET active = 'N' WHERE user = '6666'",
    "of a user of level 7": "UPDATE vicidial_users SET user_level = 7 WHERE user = '6666'",
    "of a user who may not modify leads": "UPDATE vicidial_users SET modify_leads = '0' WHERE user = '6666'",
    "of a user who may only look at leads": "UPDATE vicidial_users SET modify_leads = '5' WHERE user = '6666'",
    "of a user whose right is NULL": "UPDATE vicidial_users SET modify_leads = NULL WHERE user = '6666'",
    "of a user who is gone": "DELETE FROM vicidial_users WHERE user = '6666'",
    "of nobody": "DELETE FROM nonagent_api_keys",
}


def work_of_a_refusal(
    db: Session, count_statements: Counted, key: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], int, int]:
    """The statements sent, values taken out; the comparisons made, and the hashes."""
    compared: list[tuple[str, str]] = []
    hashed: list[bytes] = []
    compare, sha256 = hmac.compare_digest, hashlib.sha256

    def counted_compare(a: str, b: str) -> bool:
        compared.append((a, b))
        return compare(a, b)

    def counted_sha256(text: bytes) -> Any:
        hashed.append(text)
        return sha256(text)

    with monkeypatch.context() as patch, count_statements() as sent:
        patch.setattr(hmac, "compare_digest", counted_compare)
        patch.setattr(hashlib, "sha256", counted_sha256)
        assert let_in(db, asked(f"Key={key}")) is None
    assert all(len(a) == len(b) == 64 for a, b in compared)
    return [re.sub(r"'[^']*'", "?", text) for text in sent], len(compared), len(hashed)


@pytest.mark.parametrize("wrong", WRONG)
def test_whatever_is_wrong_with_a_key_the_refusal_takes_the_same_work(
    own_tables: Session, archive_key: str, database: WorkingDatabase, count_statements: Counted, wrong: str,
    monkeypatch: pytest.MonkeyPatch, waits: list[float],
) -> None:  # fmt: skip
    usual = work_of_a_refusal(own_tables, count_statements, "f" * 64, monkeypatch)
    assert len(usual[0]) == 2
    assert usual[1:] == (1, 1)
    if WRONG[wrong]:
        database.run(WRONG[wrong])
    key = archive_key if WRONG[wrong] else archive_key[:8] + "0" * 56
    assert work_of_a_refusal(own_tables, count_statements, key, monkeypatch) == usual


def test_a_key_is_good_until_the_second_it_expires(
    own_tables: Session, make_key: MakeKey, waits: list[float]
) -> None:
    key = make_key("archive", expires=NOW.later(10).text)
    assert let_in(own_tables, asked(f"Key={key}"), now=NOW.later(9))
    assert let_in(own_tables, asked(f"Key={key}"), now=NOW.later(10)) is None


@pytest.mark.parametrize("text", ["", "0", "é" * 64, "'; DROP TABLE x; --", "x" * 5000, "%", "\x7f"])
def test_what_cannot_be_a_key_is_refused_like_one(
    own_tables: Session, lead_key: str, text: str, waits: list[float]
) -> None:
    assert let_in(own_tables, asked(key=text), "lead") is None


# -- over HTTP ------------------------------------------------------------------------------------------------

ARCHIVE = {"insert_leads": False, "update_leads": False, "delete_leads": False, "lead_ids": [1001]}


def archived(api: AppProcess, header: str | None) -> Any:
    headers = {} if header is None else {"Authorization": header}
    return api.request("POST", "/vicidial/leads/archive", json=ARCHIVE, headers=headers)


@pytest.mark.parametrize("wrong", WRONG)
def test_every_wrong_key_gets_the_same_answer(
    json_api: AppProcess, archive_key: str, database: WorkingDatabase, wrong: str
) -> None:
    without = archived(json_api, None)
    assert without.status_code == 401
    if WRONG[wrong]:
        assert archived(json_api, f"Key={archive_key}").status_code == 200
        database.run(WRONG[wrong])
    key = archive_key if WRONG[wrong] else archive_key[:8] + "0" * 56
    answer = archived(json_api, f"Key={key}")
    same = ("Content-Type", "Content-Length")
    assert (answer.status_code, answer.content) == (without.status_code, without.content)
    assert [answer.headers[name] for name in same] == [without.headers[name] for name in same]
    assert set(answer.headers) == set(without.headers)


# -- slowed down ----------------------------------------------------------------------------------------------


def fail(times: int, address: str = ADDRESS, at: float = 0.0) -> list[float]:
    found: list[float] = []
    for _ in range(times):
        slow_down.failed(address, at, found.append)
    return found


@pytest.fixture
def forgotten() -> Iterator[None]:
    slow_down.forget()
    yield
    slow_down.forget()


def test_an_address_that_fails_too_often_waits_longer_and_longer(own_tables: Session, waits: list[float]) -> None:
    for _ in range(slow_down.FREE_FAILURES):
        let_in(own_tables, asked("Key=wrong"))
    assert waits == []
    for _ in range(10):
        let_in(own_tables, asked("Key=wrong"))
    assert waits == [0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.0, 2.0]


def test_a_good_key_never_waits(own_tables: Session, archive_key: str, waits: list[float]) -> None:
    for _ in range(slow_down.FREE_FAILURES + 5):
        let_in(own_tables, asked("Key=wrong"))
    del waits[:]
    assert let_in(own_tables, asked(f"Key={archive_key}"))
    assert waits == []


@pytest.mark.usefixtures("forgotten")
def test_failures_are_those_of_one_address() -> None:
    assert fail(slow_down.FREE_FAILURES) == []
    assert fail(1, "192.0.2.8") == []
    assert fail(1) == [0.25]


@pytest.mark.usefixtures("forgotten")
def test_addresses_of_one_ipv6_network_are_one() -> None:
    for number in range(slow_down.FREE_FAILURES):
        assert fail(1, f"2001:db8:0:1::{number:x}") == []
    assert fail(1, "2001:db8:0:1:ffff::1") == [0.25]
    assert fail(1, "2001:db8:0:2::1") == []


@pytest.mark.usefixtures("forgotten")
def test_failures_are_forgotten_when_their_window_is_over() -> None:
    assert fail(slow_down.FREE_FAILURES) == []
    assert fail(1, at=slow_down.WINDOW_SECONDS - 1) == [0.25]
    assert fail(1, at=slow_down.WINDOW_SECONDS) == []


@pytest.mark.usefixtures("forgotten")
def test_waiting_refusals_leave_threads_to_those_who_hold_good_keys() -> None:
    fail(slow_down.FREE_FAILURES)
    release, waiting = threading.Event(), threading.Semaphore(0)

    def sleep(seconds: float) -> None:
        waiting.release()
        assert release.wait(30)

    threads = [
        threading.Thread(target=slow_down.failed, args=(ADDRESS, 0.0, sleep)) for _ in range(slow_down.MOST_WAITING)
    ]
    try:
        for thread in threads:
            thread.start()
            assert waiting.acquire(timeout=30)
        assert fail(1) == []
    finally:
        release.set()
        for thread in threads:
            thread.join()
    assert len(fail(1)) == 1


@pytest.mark.usefixtures("forgotten")
def test_the_memory_of_failures_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow_down, "MOST_ADDRESSES", 2)
    fail(slow_down.FREE_FAILURES, "192.0.2.1")
    fail(1, "192.0.2.2")
    fail(1, "192.0.2.3")
    assert fail(1, "192.0.2.1") == []
