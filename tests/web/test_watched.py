"""What the log and the counts tell of the JSON endpoints: whose key it was, and when the database failed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase
from tests.web.conftest import MakeKey

ARCHIVES = ("/vicidial/lead/archive/", "/vicidial/leads/archive")
BATCH = json.dumps({"insert_leads": True, "update_leads": False, "delete_leads": False, "lead_ids": [1001]})


@pytest.fixture
def app(start_app: StartApp) -> AppProcess:
    return start_app({"NONAGENT_LOG_FORMAT": "json"})


def users(app: AppProcess) -> list[Any]:
    """Who the requests were from, as the log has it."""
    found = [json.loads(line) for line in app.log_since().splitlines() if line.startswith("{")]
    return [line["user"] for line in found if line["message"] == "request" and line["function"] != "metrics"]


def errors(app: AppProcess, kind: str) -> str:
    """How many database errors of a kind were counted."""
    name = f'nonagent_database_errors_total{{kind="{kind}"}} '
    return next((line for line in app.request("GET", "/metrics").text.splitlines() if line.startswith(name)), "0")


def archive(app: AppProcess, path: str, key: str) -> int:
    return app.request("POST", path, data=BATCH, headers={"Authorization": f"Key={key}"}).status_code


def submit(app: AppProcess, key: str) -> int:
    return app.request("POST", f"/lead/add?key={key}", data="{}").status_code


def test_the_log_names_the_keys_owner(app: AppProcess, make_key: MakeKey) -> None:
    key = make_key("archive", "lead")
    assert [archive(app, path, key) for path in ARCHIVES] == [200, 200]
    assert submit(app, key) == 400
    assert submit(app, "wrong") == 401
    assert users(app) == ["6666", "6666", "6666", ""]
    assert key not in app.log_since()


def test_a_statement_in_error_is_counted(app: AppProcess, make_key: MakeKey, database: WorkingDatabase) -> None:
    key = make_key("archive", "lead")
    database.run("ALTER TABLE vicidial_list_archive DROP COLUMN lead_id")
    assert archive(app, ARCHIVES[1], key) == 500
    assert errors(app, "statement").endswith(" 1.0")
    database.run("DROP TABLE nonagent_api_keys")
    assert submit(app, key) == 500
    assert errors(app, "statement").endswith(" 2.0")


def test_a_database_away_is_counted(start_app: StartApp, make_key: MakeKey) -> None:
    app = start_app({"NONAGENT_DB_PASSWORD": "wrong"})
    assert submit(app, make_key("lead")) == 503
    assert errors(app, "unavailable").endswith(" 1.0")
