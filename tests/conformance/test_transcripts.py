"""Every recorded case against the running application: the whole answer, and every row that changed.

One case: `pytest "tests/conformance/test_transcripts.py::test_case[add_lead/CASE-ID]"`; a function: `-k add_lead/`.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from nonagent.api.registry import registered
from tests.conformance import transcript
from tests.conformance.transcript import Case
from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

SKIPPED_AT_MOST = Path(__file__).with_name("skipped_at_most.txt")
# The one table that is written after the answer, in the background.
LATE_TABLE = "vicidial_url_log"


def not_built(case: Case) -> list[str]:
    """The functions a case needs that are not there yet."""
    return sorted(case.functions - registered().keys())


def parameter(case: Case) -> Any:
    """A case as pytest's parameter, skipped when a function it needs is not there yet."""
    missing = not_built(case)
    marks = [pytest.mark.skip(reason=f"not built yet: {', '.join(missing)}")] if missing else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", [parameter(case) for case in transcript.cases()])
def test_case(case: Case, database: WorkingDatabase, api: AppProcess, web_root: Path) -> None:
    logged = api.log_size()
    database.fixture(case.fixture)
    lines: list[str] = []
    for number, step in enumerate(case.steps):
        got = transcript.send(api, step, str(web_root))
        await_late_rows(step["expect"], database)
        got["changes"] = transcript.mask(database.changes(), api, str(web_root))
        lines += [f"step {number}: {line}" for line in transcript.differences(step["expect"], got)]
    if not lines:
        return
    about = [f"{case.name} differs from the recording", *([f"why: {case.why}"] if case.why else [])]
    about += [f"fixture: {case.fixture}"] if case.fixture else []
    about += [f"request {number}: {step['query']} {step.get('form') or ''}" for number, step in enumerate(case.steps)]
    log = api.log_since(logged).splitlines()[-40:]
    pytest.fail("\n".join([*about, *lines, *(["log of the application:", *log] if log else [])]), pytrace=False)


def test_skipped_cases_only_become_fewer() -> None:
    skipped = [case.name for case in transcript.cases() if not_built(case)]
    assert len(skipped) <= int(SKIPPED_AT_MOST.read_text()), "more recorded cases are skipped than before"


def await_late_rows(expected: dict[str, Any], database: WorkingDatabase) -> None:
    """Give the background a moment when a row of it is expected."""
    wanted = sum(change["table"] == LATE_TABLE for change in expected["changes"])
    deadline = time.monotonic() + 2
    while wanted and time.monotonic() < deadline:
        if database.value(f"SELECT COUNT(*) FROM {LATE_TABLE}") >= wanted:
            return
        time.sleep(0.01)
