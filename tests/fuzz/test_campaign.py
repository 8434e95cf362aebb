"""The fuzzing campaign: hostile requests by the thousand, and nothing that may not happen.

`tests/README.md` says how to run it longer, and how to have a finding again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from nonagent.private_mariadb import PrivateMariaDB
from tests.fuzz import campaign
from tests.fuzz.actions import Action, Part, Sql
from tests.fuzz.campaign import Plan
from tests.fuzz.functions import Functions
from tests.fuzz.json_endpoints import JsonEndpoints
from tests.fuzz.raw_http import RawHttp
from tests.fuzz.stored import Stored
from tests.fuzz.target import Target
from tests.support.app import TIMEZONE
from tests.support.working_database import FROZEN_ARGUMENTS, SERVER_ARGUMENTS

#: of all parts together, in `make test`
REQUESTS = 5000

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
