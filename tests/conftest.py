"""What the tests share: a private MariaDB, the database on it, and the application running over both.

`tests/README.md` lists the fixtures.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any, Protocol

import pytest

from nonagent.private_mariadb import PrivateMariaDB
from tests.support import sound_store, statements
from tests.support.app import TIMEZONE, AppProcess
from tests.support.working_database import (
    APP_PASSWORD,
    APP_USER,
    EPOCH,
    FROZEN_ARGUMENTS,
    SERVER_ARGUMENTS,
    WorkingDatabase,
    frozen_server,
)

#: the folder of a MariaDB that tools.mutants keeps running for one pytest after another
KEPT_MARIADB = os.environ.get("KEPT_MARIADB")
TRANSCRIPT_TEST = re.compile(r"test_transcripts\.py::test_case\[([^/\]]+)/")


class StartApp(Protocol):
    """start_app(): another application process, stopped when the test ends."""

    def __call__(
        self,
        env: Mapping[str, str] | None = None,
        *,
        freeze: bool = True,
        database: WorkingDatabase | None = None,
        workers: int = 1,
    ) -> AppProcess: ...


class NewMariaDB(Protocol):
    """new_mariadb(): another server of its own, stopped and removed when the test ends."""

    def __call__(self, *arguments: str, freeze: bool = True) -> PrivateMariaDB: ...


@pytest.fixture(scope="session")
def short_folder() -> Iterator[Path]:
    """A folder with a short path: pytest's own may be too long for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="nonagent-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def mariadb(short_folder: Path) -> Iterator[PrivateMariaDB]:
    """This test process's MariaDB, its clock standing at 2025-07-15 14:30:00 in New York for the application."""
    if KEPT_MARIADB:
        yield PrivateMariaDB(KEPT_MARIADB)
        return
    with frozen_server(short_folder / "mariadb") as server:
        yield server


@pytest.fixture(scope="session")
def web_root(short_folder: Path) -> Path:
    """The application's web root, with the audio store under it."""
    folder = short_folder / "web"
    sound_store.make(folder)
    return folder


@pytest.fixture(scope="session")
def shared_database(mariadb: PrivateMariaDB) -> WorkingDatabase:
    """The working database as the last test left it; a test asks for `database`."""
    return WorkingDatabase(mariadb, loaded=bool(KEPT_MARIADB))


@pytest.fixture
def database(shared_database: WorkingDatabase) -> WorkingDatabase:
    """The working database, freshly reset to the sample call centre."""
    shared_database.reset()
    return shared_database


@pytest.fixture(scope="session")
def shared_app(shared_database: WorkingDatabase, web_root: Path, short_folder: Path) -> Iterator[AppProcess]:
    """The application with the frozen clock, started once."""
    app = AppProcess(short_folder, app_environment(shared_database, web_root), frozen_at=EPOCH)
    yield app
    app.stop()


@pytest.fixture
def api(database: WorkingDatabase, shared_app: AppProcess) -> AppProcess:
    """Call the running application, on a freshly reset database: api(function="version").text."""
    return shared_app


@pytest.fixture
def start_app(database: WorkingDatabase, web_root: Path, tmp_path: Path) -> Iterator[StartApp]:
    """Start another application process: start_app({"NONAGENT_POOL_SIZE": "1"}, freeze=False)."""
    started: list[AppProcess] = []

    def start(
        env: Mapping[str, str] | None = None,
        *,
        freeze: bool = True,
        database: WorkingDatabase = database,
        workers: int = 1,
    ) -> AppProcess:
        folder = tmp_path / f"app{len(started)}"
        folder.mkdir()
        app = AppProcess(
            folder,
            {**app_environment(database, web_root), **(env or {})},
            frozen_at=EPOCH if freeze else None,
            workers=workers,
        )
        started.append(app)
        return app

    yield start  # type: ignore[misc]
    for app in started:
        app.stop()


@pytest.fixture
def new_mariadb() -> Iterator[NewMariaDB]:
    """Start another MariaDB: for tests that kill it or need two. WorkingDatabase(server) loads it."""
    with ExitStack() as running:

        def start(*arguments: str, freeze: bool = True) -> PrivateMariaDB:
            folder = Path(tempfile.mkdtemp(prefix="nonagent-"))
            running.callback(shutil.rmtree, folder, ignore_errors=True)
            frozen = FROZEN_ARGUMENTS if freeze else ()
            return running.enter_context(
                PrivateMariaDB(
                    folder / "mariadb",
                    durable=False,
                    arguments=(*SERVER_ARGUMENTS, *frozen, *arguments),
                    environment={"TZ": TIMEZONE},
                )
            )

        yield start


@pytest.fixture
def count_statements(
    database: WorkingDatabase,
) -> Callable[[], AbstractContextManager[statements.Statements]]:
    """`with count_statements() as sent: api(...)`, then len(sent), list(sent), str(sent)."""
    return lambda: statements.counted(database)


@pytest.fixture
def explain(database: WorkingDatabase) -> Callable[[str], list[dict[str, Any]]]:
    """The rows of EXPLAIN for a statement, one of count_statements() for example."""
    return lambda statement: database.all(f"EXPLAIN {statement}")


def app_environment(database: WorkingDatabase, web_root: Path) -> dict[str, str]:
    """The variables an application on that database needs, and no others."""
    return {
        "NONAGENT_DB_SOCKET": str(database.mariadb.socket),
        "NONAGENT_DB_NAME": database.name,
        "NONAGENT_DB_USER": APP_USER,
        "NONAGENT_DB_PASSWORD": APP_PASSWORD,
        "NONAGENT_WEB_ROOT": str(web_root),
    }


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say for each function how many of its recorded cases passed, failed and were skipped."""
    counts: dict[str, Counter[str]] = {}
    for outcome in ("passed", "failed", "error", "skipped"):
        for report in terminalreporter.stats.get(outcome, ()):
            found = TRANSCRIPT_TEST.search(getattr(report, "nodeid", ""))
            if found and not (outcome == "passed" and report.when != "call"):
                counts.setdefault(found[1], Counter())["failed" if outcome == "error" else outcome] += 1
    if not counts:
        return
    terminalreporter.section("recorded cases by function")
    for name, count in [*sorted(counts.items()), ("total", sum(counts.values(), Counter()))]:
        line = f"{name:26} {count['passed']:5} passed {count['failed']:5} failed {count['skipped']:5} skipped"
        terminalreporter.write_line(line, red=count["failed"] > 0)
