"""Errors that no view answers itself: JSON on our paths, and nothing changed on the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from nonagent.web import MOST_BYTES
from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

V1, V2 = "/vicidial/lead/archive", "/vicidial/leads/archive"
JSON_PATHS = (V1, V2, "/lead/add", "/lead/cancel")


def as_worded(path: str, message: str, status: int) -> dict[str, object]:
    return {"error": message, "status_code": status} if path.startswith(V1) else {"message": message}


@pytest.mark.parametrize("path", JSON_PATHS)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_a_wrong_method_is_405_in_json(json_api: AppProcess, path: str, method: str) -> None:
    answer = json_api.request(method, path)
    assert answer.status_code == 405
    assert answer.headers["Content-Type"] == "application/json"
    assert "POST" in answer.headers["Allow"]
    assert answer.json() == as_worded(path, "Method Not Allowed", 405)


@pytest.mark.parametrize("path", JSON_PATHS)
def test_a_path_below_ours_is_404_in_json(json_api: AppProcess, path: str) -> None:
    answer = json_api.request("POST", f"{path}/further/down")
    assert answer.status_code == 404
    assert answer.json() == as_worded(path, "Not Found", 404)


@pytest.mark.parametrize("path", ["/", "/lead", "/lead/adder", "/vicidial/leads/archived", "/openapi.jsonx"])
def test_a_path_of_nobodys_stays_as_it_was(json_api: AppProcess, path: str) -> None:
    answer = json_api.request("GET", path)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("path", JSON_PATHS)
def test_a_body_beyond_a_mebibyte_is_413_in_json(json_api: AppProcess, path: str) -> None:
    answer = json_api.request("POST", path, data=b" " * (MOST_BYTES + 1))
    assert answer.status_code == 413
    assert answer.json() == as_worded(path, "Request Entity Too Large", 413)


@pytest.mark.parametrize("path", JSON_PATHS)
def test_a_body_of_unknown_length_is_cut_off_too(
    json_api: AppProcess, path: str, archive_key: str, lead_key: str
) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(17):
            yield b" " * (MOST_BYTES // 16)

    key = archive_key if "archive" in path else lead_key
    answer = json_api.request("POST", path, data=parts(), headers={"Authorization": f"Key={key}"})
    assert answer.status_code == 413
    assert answer.json() == as_worded(path, "Request Entity Too Large", 413)


@pytest.mark.parametrize("path", JSON_PATHS)
def test_without_a_database_the_answer_is_503_and_when_to_try_again(start_app: StartApp, path: str) -> None:
    app = start_app({"NONAGENT_DB_SOCKET": "/nowhere/mysqld.sock"})
    answer = app.request("POST", path, json={})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert answer.json() == as_worded(path, "database unavailable, try again", 503)


@pytest.mark.parametrize("path", JSON_PATHS)
def test_before_init_db_the_answer_names_it(api: AppProcess, path: str) -> None:
    answer = api.request("POST", path, json={}, headers={"Authorization": "Key=1"})
    status = 439 if path == V1 else 500
    assert answer.status_code == status
    message = "table or column missing in the database, run nonagent init-db"
    assert answer.json() == as_worded(path, message, status)


def test_a_legacy_answer_stays_plain_text(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_users")
    answer = api(function="list_info", list_id="101")
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.text.startswith("ERROR: ")
