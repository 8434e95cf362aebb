"""Bursts: requests of one caller that overlap or follow without a pause share their opening; others never do."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

import pytest

from nonagent.api import burst
from nonagent.api.opening import NOTHING
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

OPENING = replace(NOTHING, url_id="1")
HELD = {"function": "list_info", "list_id": "101"}
ASKED = {"function": "agent_status", "agent_user": "1001"}


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bursts(clock: Clock) -> burst.Bursts:
    return burst.Bursts(clock)


CALLER = burst.caller("6666", "1234", "host", "url", "127.0.0.1", needs_login=True)


def test_overlapping_requests_share_what_the_first_read(bursts: burst.Bursts, clock: Clock) -> None:
    assert bursts.enter(CALLER) is None
    bursts.keep(CALLER, OPENING, clock())
    assert bursts.enter(CALLER) is OPENING
    bursts.leave(CALLER)
    assert bursts.enter(CALLER) is OPENING


def one_after_the_other(bursts: burst.Bursts, clock: Clock, pause: float, requests: int) -> list[bool]:
    """Send requests that never overlap. Returns: which of them shared an opening."""
    shared: list[bool] = []
    for _ in range(requests):
        opening = bursts.enter(CALLER)
        shared.append(opening is not None)
        if opening is None:
            bursts.keep(CALLER, OPENING, clock())
        clock.time += 0.001
        bursts.leave(CALLER)
        clock.time += pause
    return shared


def test_one_after_the_other_share_nothing(bursts: burst.Bursts, clock: Clock) -> None:
    assert not any(one_after_the_other(bursts, clock, pause=burst.PAUSE_SECONDS, requests=100))


def test_without_a_pause_they_are_a_burst_after_a_while(bursts: burst.Bursts, clock: Clock) -> None:
    shared = one_after_the_other(bursts, clock, pause=0.001, requests=200)
    assert not any(shared[: burst.FEWEST_REQUESTS])
    assert shared[burst.FEWEST_REQUESTS]
    # Read anew every quarter of a second, 125 of these requests.
    assert shared[burst.FEWEST_REQUESTS :].count(False) == 1


def test_a_pause_ends_a_burst(bursts: burst.Bursts, clock: Clock) -> None:
    assert one_after_the_other(bursts, clock, pause=0.001, requests=30)[-1]
    clock.time += burst.PAUSE_SECONDS
    assert not one_after_the_other(bursts, clock, pause=0.001, requests=1)[0]


def test_on_a_clock_that_stands_still_nothing_is_a_burst(bursts: burst.Bursts, clock: Clock) -> None:
    for _ in range(100):
        assert bursts.enter(CALLER) is None
        bursts.keep(CALLER, OPENING, clock())
        bursts.leave(CALLER)


def test_callers_of_the_past_are_forgotten(bursts: burst.Bursts, clock: Clock) -> None:
    bursts.enter(CALLER)
    bursts.keep(CALLER, OPENING, clock())
    for number in range(3 * burst.MOST_CALLERS):
        caller = burst.caller(str(number), "", "", "", "", needs_login=True)
        bursts.enter(caller)
        bursts.leave(caller)
    assert len(bursts._bursts) <= burst.MOST_CALLERS
    assert bursts.enter(CALLER) is OPENING


def test_it_grows_old(bursts: burst.Bursts, clock: Clock) -> None:
    bursts.enter(CALLER)
    bursts.keep(CALLER, OPENING, clock() - 0.2)
    assert bursts.enter(CALLER) is OPENING
    clock.time += 0.06
    assert bursts.enter(CALLER) is None


def test_what_one_request_read_is_not_shared_until_it_is_kept(bursts: burst.Bursts) -> None:
    assert bursts.enter(CALLER) is None
    assert bursts.enter(CALLER) is None


@pytest.mark.parametrize(
    ("different", "needs_login"),
    [
        (("6667", "1234", "host", "url", "127.0.0.1"), True),
        (("6666", "12345", "host", "url", "127.0.0.1"), True),
        (("6666", "1234", "other", "url", "127.0.0.1"), True),
        (("6666", "1234", "host", "other", "127.0.0.1"), True),
        (("6666", "1234", "host", "url", "127.0.0.2"), True),
        (("6666", "1234", "host", "url", "127.0.0.1"), False),
    ],
)
def test_others_read_their_own(
    bursts: burst.Bursts, clock: Clock, different: tuple[str, str, str, str, str], needs_login: bool
) -> None:
    bursts.enter(CALLER)
    bursts.keep(CALLER, OPENING, clock())
    assert bursts.enter(burst.caller(*different, needs_login=needs_login)) is None


def test_a_fingerprint_shows_no_password() -> None:
    assert b"1234" not in CALLER
    assert burst.caller("6666", "1234", "host", "url", "127.0.0.1", needs_login=True) == CALLER


# -- over HTTP -------------------------------------------------------------------------------------------------------


@contextmanager
def one_under_way(app: AppProcess, database: WorkingDatabase) -> Iterator[None]:
    """Hold a request in the middle of its work."""
    with database.mariadb.connect(database.name) as blocker, blocker.cursor() as cursor:
        cursor.execute("LOCK TABLES vicidial_lists WRITE")
        held = threading.Thread(target=lambda: app(HELD))
        held.start()
        waiting = "SELECT COUNT(*) FROM information_schema.processlist WHERE state LIKE 'Waiting for table%'"
        while not database.value(waiting):
            time.sleep(0.005)
        try:
            yield
        finally:
            cursor.execute("UNLOCK TABLES")
            held.join(30)


def test_a_request_beside_another_needs_no_opening_of_its_own(
    api: AppProcess, database: WorkingDatabase, count_statements: Callable[[], AbstractContextManager[Statements]]
) -> None:
    api(ASKED)
    counts: list[int] = []
    # On a slow machine the second one may come too late.
    while len(counts) < 30 and counts[-3:] != [5, 3, 5]:
        with one_under_way(api, database):
            for _ in range(2):
                with count_statements() as sent:
                    assert "1001|" in api(ASKED).text
                # Opening and login are those of the one before.
                counts.append(len(sent))
        with count_statements() as sent:
            api(ASKED)
        counts.append(len(sent))
    assert counts[-3:] == [5, 3, 5]


def test_nothing_is_shared_of_a_login_that_is_not_written_yet(
    api: AppProcess, database: WorkingDatabase, count_statements: Callable[[], AbstractContextManager[Statements]]
) -> None:
    with one_under_way(api, database), count_statements() as sent:
        assert "1001|" in api(ASKED).text
    assert "failed_login_count = 0" in str(list(sent))


def test_a_change_counts_while_another_request_is_under_way(api: AppProcess, database: WorkingDatabase) -> None:
    with one_under_way(api, database):
        assert "1001|" in api(ASKED).text
        assert "1001|" in api(ASKED).text
        database.run("UPDATE vicidial_users SET api_allowed_functions = 'none' WHERE user = '6666'")
        time.sleep(burst.KEPT_SECONDS)
        assert "PERMISSION" in api(ASKED).text


def test_a_wrong_password_is_refused_beside_a_right_one(api: AppProcess, database: WorkingDatabase) -> None:
    with one_under_way(api, database):
        for attempt in (1, 2):
            assert "Login incorrect" in api({**ASKED, "pass": "wrong"}).text
            assert database.value("SELECT failed_login_count FROM vicidial_users WHERE user = '6666'") == attempt
        assert "1001|" in api(ASKED).text
        assert database.value("SELECT failed_login_count FROM vicidial_users WHERE user = '6666'") == 0
