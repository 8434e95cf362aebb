"""Long reports: handed out while they are read, logged once, cut short by callers and by the database."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.working_database import APP_USER, WorkingDatabase

MANY = 40_000
LONG = 250
LOOKUP = {"function": "recording_lookup", "lead_id": "77"}


@pytest.fixture
def long_report(database: WorkingDatabase) -> None:
    """Recordings of one lead, more than a worker should hold in memory."""
    database.run(f"""
        INSERT INTO recording_log (start_time, lead_id, user, location)
        SELECT '2025-07-14' + INTERVAL seq SECOND, 77, '1001', REPEAT('x', {LONG}) FROM seq_1_to_{MANY}
    """)


def reasons(database: WorkingDatabase) -> list[str]:
    return [row["result_reason"] for row in database.all("SELECT result_reason FROM vicidial_api_log")]


def peak_memory(app: AppProcess) -> int:
    """The most memory that the application's one worker has had, in bytes."""
    children = Path(f"/proc/{app.pid}/task/{app.pid}/children").read_text().split()
    status = Path(f"/proc/{children[0]}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


@contextmanager
def begun(app: AppProcess) -> Iterator[Iterator[bytes]]:
    """Ask for the long report and read no more than its beginning; gives the rest."""
    caller = {"source": "test", "user": "6666", "pass": "1234"}
    with requests.get(app.url, {**caller, **LOOKUP}, stream=True, timeout=60) as answer:
        pieces = answer.iter_content(1000)
        assert next(pieces).startswith(b"2025-07-14")
        yield pieces


@pytest.mark.usefixtures("long_report")
def test_a_worker_does_not_grow_with_the_answer(start_app: StartApp) -> None:
    app = start_app()
    app(function="recording_lookup", lead_id="1002")
    before = peak_memory(app)
    length = len(app(**LOOKUP).content)
    assert length > MANY * LONG
    assert peak_memory(app) - before < length / 4


@pytest.mark.usefixtures("long_report")
def test_a_long_report_is_whole_and_logged_once_it_is_read(api: AppProcess, database: WorkingDatabase) -> None:
    answer = api(**LOOKUP)
    assert "Content-Length" not in answer.headers
    assert reasons(database) == [f"recording_lookup RECORDINGS FOUND: {MANY}"]
    assert answer.text.count("\n") == MANY
    assert answer.text.endswith("x\n")


def test_head_does_all_the_work_and_is_logged(api: AppProcess, database: WorkingDatabase) -> None:
    params = {"source": "test", "user": "6666", "pass": "1234", "function": "recording_lookup", "lead_id": "1002"}
    answer = api.request("HEAD", "/vicidial/non_agent_api.php", params=params)
    assert (answer.status_code, answer.text) == (200, "")
    assert reasons(database) == ["recording_lookup RECORDINGS FOUND: 1"]


@pytest.mark.usefixtures("long_report")
def test_a_caller_that_hangs_up_is_logged_with_what_was_read_for_it(
    api: AppProcess, database: WorkingDatabase
) -> None:
    with begun(api):
        pass
    deadline = time.monotonic() + 20
    while not (found := reasons(database)):
        assert time.monotonic() < deadline, "not logged"
        time.sleep(0.05)
    assert found[0].startswith("recording_lookup RECORDINGS FOUND: ")
    assert int(found[0].rpartition(" ")[2]) < MANY
    assert api(function="recording_lookup", lead_id="1002").text.count("\n") == 1


@pytest.mark.usefixtures("long_report")
def test_a_report_that_the_database_breaks_off_ends_in_an_error(api: AppProcess, database: WorkingDatabase) -> None:
    running = "SELECT id FROM information_schema.processlist WHERE user = %s AND command = 'Query'"
    with begun(api) as rest:
        database.run(f"KILL {database.value(running, APP_USER)}")
        assert b"".join(rest).endswith(b"\nERROR: DATABASE UNAVAILABLE, TRY AGAIN\n")
    assert not any("FOUND" in reason for reason in reasons(database))
    assert api(function="recording_lookup", lead_id="1002").text.count("\n") == 1
