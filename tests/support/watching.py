"""Looking at a server from outside: its metrics, and requests that are held up in the middle of their way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import requests
from prometheus_client.parser import text_string_to_metric_families

from tests.support.app import CALLER, AppProcess
from tests.support.working_database import WorkingDatabase

ADD = {"function": "add_lead", "phone_number": "7275551234", "list_id": "101"}


def metrics(app: AppProcess) -> dict[tuple[str, ...], float]:
    """Every sample: its name and the values of its labels."""
    found = text_string_to_metric_families(app.request("GET", "/metrics").text)
    return {(s.name, *s.labels.values()): s.value for family in found for s in family.samples}


def until(true: Callable[[], object], patience: float = 10) -> None:
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.02)


@contextmanager
def held_up(database: WorkingDatabase, app: AppProcess) -> Iterator[list[requests.Response]]:
    """A request in the middle of its way, behind the login and before the insert, until the block ends."""
    answers: list[requests.Response] = []

    def ask() -> None:
        query = {**CALLER, **ADD}
        with suppress(requests.ConnectionError):
            answers.append(requests.get(app.url, params=query, timeout=60))

    caller = threading.Thread(target=ask)
    with database.mariadb.connect(database.name) as blocker, blocker.cursor() as cursor:
        cursor.execute("LOCK TABLES vicidial_list WRITE, vicidial_list AS l WRITE")
        caller.start()
        waits = "SELECT COUNT(*) FROM information_schema.processlist WHERE state LIKE 'Waiting for table%%'"
        until(lambda: database.value(waits))
        yield answers
        cursor.execute("UNLOCK TABLES")
    caller.join(30)
