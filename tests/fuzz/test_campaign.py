"""The fuzzing campaign: hostile requests by the thousand, and nothing that may not happen.

`tests/README.md` says how to run it longer, and how to have a finding again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from nonagent.private_mariadb import PrivateMariaDB
from tests.fuzz import campaign
from tests.fuzz.actions import Action, Part, Sql
from tests.fuzz.campaign import Plan, Report
from tests.fuzz.functions import Functions
from tests.fuzz.hostile import MARK
from tests.fuzz.json_endpoints import JsonEndpoints
from tests.fuzz.raw_http import RawHttp
from tests.fuzz.sql_text import leaked
from tests.fuzz.stored import Stored
from tests.fuzz.target import Held, Target
from tests.support.app import TIMEZONE
from tests.support.working_database import APP_PASSWORD, APP_USER, FROZEN_ARGUMENTS, SERVER_ARGUMENTS

#: of all parts together, in `make test`
REQUESTS = 7000

#: the parts, and how much of the whole each is
PARTS: dict[str, tuple[Callable[[Target], Part], float]] = {
    "functions": (lambda target: Functions(target.database), 0.4),
    "stored": (lambda target: Stored(target.database), 0.25),
    "json": (lambda target: JsonEndpoints(target.database.base, target.keys), 0.15),
    "raw": (lambda target: RawHttp(), 0.2),
}


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory, short_folder: Path, web_root: Path) -> Iterator[Target]:
    """A server, database and application of the campaign's own: it watches every statement of the server."""
    arguments = (*SERVER_ARGUMENTS, *FROZEN_ARGUMENTS)
    with PrivateMariaDB(
        short_folder / "fuzzed", durable=False, arguments=arguments, environment={"TZ": TIMEZONE}
    ) as mariadb:
        found = Target(mariadb, tmp_path_factory.mktemp("fuzz"), web_root)
        yield found
        found.stop()


@pytest.mark.parametrize("name", PARTS)
def test_hostile_requests_find_nothing(name: str, target: Target) -> None:
    make, share = PARTS[name]
    report = campaign.run(make(target), target, Plan.from_environment(REQUESTS).share(share))
    print(report)
    if report.findings:
        pytest.fail(str(report), pytrace=False)


@pytest.mark.parametrize("name", PARTS)
def test_what_a_block_does_follows_from_the_seed_alone(name: str, target: Target) -> None:
    make, _ = PARTS[name]
    first, again = (list(islice(make(target).actions(Random("1")), 300)) for _ in range(2))
    assert first == again
    assert first != list(islice(make(target).actions(Random("2")), 300))


class WithoutTable(Functions):
    """The part `functions` on a database that lacks a table."""

    def actions(self, chance: Random) -> Iterator[Action]:
        yield Sql("DROP TABLE vicidial_campaigns")
        yield from super().actions(chance)


def test_a_server_that_fails_is_found_out(target: Target) -> None:
    plan = Plan(seed="1", requests=150, seconds=None, only_block=None)
    report = campaign.run(WithoutTable(target.database), target, plan)
    target.reset()
    assert any(about.startswith("status 500") for about in report.findings.values())
    assert any("doesn't exist" in about for about in report.findings.values())


def test_a_statement_with_a_payload_outside_of_quotes_is_read_from_the_servers_log(target: Target) -> None:
    target.reset()
    list(target.general_log.take())
    with target.database.mariadb.connect(target.database.name) as connection, connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 AS {MARK}1x, '{MARK}2x'")
        cursor.execute(f"SELECT '\n{MARK}3x'")
    assert [leaked(statement) is not None for statement in target.general_log.take()] == [True, False]


def test_a_connection_that_still_works_for_the_application_is_found(target: Target) -> None:
    as_app = {"user": APP_USER, "password": APP_PASSWORD}
    with (
        target.database.mariadb.connect(target.database.name, **as_app) as connection,
        connection.cursor() as cursor,
    ):
        sleeping = threading.Thread(target=cursor.execute, args=("SELECT SLEEP(2)",))
        sleeping.start()
        time.sleep(0.3)
        assert any("SLEEP(2)" in sign for sign in target.busy_connections(patience=0))
        sleeping.join()
    assert target.busy_connections() == []


@pytest.mark.parametrize("now", [Held(30, 20, 60_000), Held(10, 40, 60_000), Held(10, 20, 600_000)])
def test_more_threads_files_or_memory_than_before_are_found(now: Held) -> None:
    before, report = Held(10, 20, 60_000), Report("part", "1")
    campaign.compare(before, before, 1, report)
    assert not report.findings
    campaign.compare(before, now, 1, report)
    assert len(report.findings) == 1
