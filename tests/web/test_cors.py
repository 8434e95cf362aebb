"""CORS of the JSON endpoints: pages of allowed origins may call them and read every answer, refusals too."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import requests

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase
from tests.web.conftest import MakeKey

ORIGIN = "https://crm.example.com"
ON = {
    "NONAGENT_CORS_ALLOWED_ORIGIN": "https://crm.example.com|https://.*[.]example[.]net",
    "NONAGENT_CORS_ALLOWED_METHODS": "GET, POST",
}
PATHS = (
    "/vicidial/lead/archive", "/vicidial/lead/archive/", "/vicidial/leads/archive", "/vicidial/leads/archive/",
    "/lead/add", "/lead/cancel", "/openapi.json",
)  # fmt: skip
WORKING = [path for path in PATHS if path != "/openapi.json"]
READ = "Authorization, Content-Type, Idempotency-Key"
LEAD = {
    "first_name": "John", "surname": "Doe", "mobile": "07840258823", "email": "john.doe@example.com", "type": "PPI",
}  # fmt: skip


@pytest.fixture
def app(start_app: StartApp, own_tables: object) -> AppProcess:
    """The application with CORS on."""
    return start_app(ON)


def preflight(app: AppProcess, path: str, origin: str = ORIGIN, method: str = "POST") -> requests.Response:
    headers = {"Origin": origin, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": READ}
    return app.request("OPTIONS", path, headers=headers)


def may_read(answer: requests.Response, origin: str = ORIGIN) -> bool:
    return answer.headers.get("Access-Control-Allow-Origin") == origin


def test_a_browser_is_told_what_it_may_send(app: AppProcess, database: WorkingDatabase) -> None:
    for path in PATHS:
        answer = preflight(app, path)
        assert (answer.status_code, answer.text, may_read(answer)) == (200, "", True), path
        assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST"
        assert answer.headers["Access-Control-Allow-Headers"] == READ
        assert answer.headers["Vary"] == "Origin"
        assert may_read(preflight(app, path, "https://a.example.net"), "https://a.example.net")
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log") == 0


def test_another_origin_or_method_is_let_in_nowhere(app: AppProcess) -> None:
    for path in PATHS:
        for answer in (preflight(app, path, "https://evil.org"), preflight(app, path, method="DELETE")):
            assert (answer.status_code, answer.text) == (200, "")
            assert not [name for name in answer.headers if name.startswith("Access-Control")]
        answer = app.request("POST", path, json={}, headers={"Origin": "https://evil.org"})
        assert not [name for name in answer.headers if name.startswith("Access-Control")]


def test_what_the_endpoints_answer_can_be_read(
    app: AppProcess, make_key: MakeKey, add_type: Callable[..., object]
) -> None:
    add_type("PPI")
    headers = {"Origin": ORIGIN, "Authorization": f"Key={make_key('archive', 'lead')}"}
    batch = {"insert_leads": True, "update_leads": True, "delete_leads": True, "lead_ids": [1001]}
    for path, sent in ((WORKING[0], batch), ("/lead/add", LEAD), ("/lead/cancel", LEAD)):
        answer = app.request("POST", path, data=json.dumps(sent), headers=headers)
        assert (answer.status_code, may_read(answer)) == (200, True), answer.text
    assert may_read(app.request("GET", "/openapi.json", headers=headers))


def test_a_refusal_can_be_read_too(app: AppProcess) -> None:
    headers = {"Origin": ORIGIN}
    for path in WORKING:
        answers = [
            app.request("POST", path, json={}, headers=headers),
            app.request("POST", path.rstrip("/") + "/further", headers=headers),
            app.request("GET", path, headers=headers),
            app.request("POST", path, data=b" " * (1 << 20) + b"{}", headers=headers),
        ]
        assert [answer.status_code for answer in answers] == [401, 404, 405, 413]
        assert all(map(may_read, answers)), path


def test_the_answer_without_a_database_can_be_read(start_app: StartApp) -> None:
    app = start_app({**ON, "NONAGENT_DB_SOCKET": "/nowhere/mysqld.sock"})
    for path in WORKING:
        answer = app.request("POST", path, json={}, headers={"Origin": ORIGIN})
        assert (answer.status_code, may_read(answer)) == (503, True)


def test_the_answer_before_init_db_can_be_read(start_app: StartApp) -> None:
    app = start_app(ON)
    answer = app.request("POST", "/lead/add", json={}, headers={"Origin": ORIGIN, "Authorization": "Key=1"})
    assert (answer.status_code, may_read(answer)) == (500, True)


def test_credentials_frames_and_further_headers_are_the_settings_own(start_app: StartApp) -> None:
    app = start_app({
        **ON, "NONAGENT_CORS_ALLOWED_HEADERS": "X-Requested-With", "NONAGENT_CORS_CREDENTIALS": "yes",
        "NONAGENT_CORS_FRAME_OPTIONS": "DENY",
    })  # fmt: skip
    answer = preflight(app, "/lead/add")
    assert answer.headers["Access-Control-Allow-Headers"] == f"X-Requested-With, {READ}"
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"
    assert app.request("POST", "/lead/add").headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", PATHS)
def test_cors_is_off_unless_set(json_api: AppProcess, path: str) -> None:
    answer = json_api.request("POST", path, headers={"Origin": ORIGIN})
    assert not [name for name in answer.headers if name.startswith(("Access-Control", "Vary"))]
    assert preflight(json_api, path).status_code == (405 if "archive" in path else 200)
    assert not may_read(preflight(json_api, path))


def test_a_preflight_is_counted_as_what_it_is(app: AppProcess) -> None:
    preflight(app, "/vicidial/leads/archive")
    assert 'nonagent_requests_total{function="preflight",result="SUCCESS"} 1.0' in app.request("GET", "/metrics").text
