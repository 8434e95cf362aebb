"""The table of the fault suite: printed when all of it has run."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import outcome
from tests.faults.outcome import Row

_rows: list[Row] = []


@pytest.fixture
def table() -> list[Row]:
    """Where a test puts its row."""
    return _rows


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short path, for sockets."""
    path = Path(tempfile.mkdtemp(prefix="nonagent-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print it."""
    if _rows:
        terminalreporter.section("faults")
        terminalreporter.write_line(outcome.table(_rows))
