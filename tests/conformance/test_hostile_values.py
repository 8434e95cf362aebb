"""Recorded requests with one value made hostile: a defined answer, and an error leaves nothing half-written."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conformance import transcript
from tests.support.app import API_PATH, AppProcess
from tests.support.working_database import WorkingDatabase

Request = dict[str, str | bytes]

#: what every request may write, refused or not
LOG_TABLES = {
    "vicidial_api_log", "vicidial_api_urls", "vicidial_urls", "vicidial_users", "vicidial_webservers",
    "vicidial_report_log",
}  # fmt: skip

HOSTILE: tuple[str | bytes, ...] = (
    "9" * 5000, "18446744073709551616", "-1", "0", "1e5", "'", '"', "\\", "a'b\"c\\", "' OR '1'='1", "`", "%", "%s",
    "\x00x", "\n", " ", "+", "|a||b|", "1,2,,3", "NULL", "Y", "---ALL---", "--BLANK--", "2025-02-30", "A" * 300,
    "é漢😀", b"\xff\xfe", "<script>alert(1)</script>", "../../etc/passwd",
)  # fmt: skip

#: requests tried of each function, and hostile values of each request
REQUESTS, VALUES = 4, 5


def is_form(step: dict[str, Any]) -> bool:
    return not any(step.get(part) for part in ("path", "raw", "json", "headers", "method"))


def hostile_requests(function: str) -> Iterator[Request]:
    """Some recorded requests of a function, each with one value replaced; the same ones every time."""
    chance = random.Random(function)
    cases = [case for case in transcript.cases() if case.subject == function and not case.fixture]
    steps = [step for case in cases for step in case.steps if is_form(step)]
    for step in chance.sample(steps, min(REQUESTS, len(steps))):
        sent: Request = dict(step["query"]) | dict(step.get("form") or [])
        names = [name for name in sent if name not in ("user", "pass", "function")]
        for _ in range(VALUES if names else 0):
            yield sent | {chance.choice(names): chance.choice(HOSTILE)}


@pytest.mark.parametrize("function", sorted(transcript.FUNCTIONS))
def test_a_hostile_value_gets_a_defined_answer(api: AppProcess, database: WorkingDatabase, function: str) -> None:
    for sent in hostile_requests(function):
        answer = api.request("POST", API_PATH, data=sent)
        changed = {change["table"] for change in database.changes()}
        assert answer.status_code in (200, 418), sent
        assert "INTERNAL ERROR" not in answer.text, sent
        if answer.text.startswith("ERROR:") and answer.text.count("\n") == 1:
            assert changed <= LOG_TABLES, sent
