"""/openapi.json: a valid document, and the running server answers as it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from nonagent.settings import Settings
from nonagent.web.openapi import document
from tests.conftest import StartApp
from tests.support.app import CALLER, AppProcess
from tests.support.working_database import WorkingDatabase
from tests.web.conftest import MakeKey

ARCHIVE_1, ARCHIVE_2, ADD, CANCEL = (
    "/vicidial/lead/archive/", "/vicidial/leads/archive", "/lead/add", "/lead/cancel",
)  # fmt: skip
LOAD_LEAD = "/API/lmapi.php"
CHECKS: list[Any] = [
    status_code_conformance, content_type_conformance, response_schema_conformance, response_headers_conformance,
]  # fmt: skip
BATCH = {"insert_leads": True, "update_leads": True, "delete_leads": True, "lead_ids": [1001]}
LEAD = {
    "first_name": "John", "surname": "Doe", "mobile": "07840258823", "email": "john@example.com", "type": "PPI",
}  # fmt: skip

schema = schemathesis.openapi.from_dict(document())


def fits(path: str, answer: Any, method: str = "POST") -> None:
    """The answer is one that the document knows for its status."""
    schema[path][method].Case().validate_response(answer, checks=CHECKS)


def test_it_is_served_as_it_is_made(api: AppProcess) -> None:
    answer = api.request("GET", "/openapi.json")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == document()


def test_it_is_a_valid_document_of_openapi_3_1() -> None:
    assert document()["openapi"].startswith("3.1.")
    OpenAPIV31SpecValidator(document()).validate()


def test_every_path_of_the_blueprint_is_described() -> None:
    from nonagent import create_app

    rules = create_app(Settings()).url_map.iter_rules()
    served = {rule.rule.rstrip("/") for rule in rules if rule.endpoint.startswith("leads.")} - {"/openapi.json"}
    assert served == {path.rstrip("/") for path in document()["paths"]}


def test_the_examples_of_the_document_are_valid_requests() -> None:
    for path in (ARCHIVE_1, ARCHIVE_2, ADD, CANCEL):
        body = document()["paths"][path]["post"]["requestBody"]["content"]["application/json"]
        reference = body["schema"]["$ref"].rpartition("/")[2]
        assert set(body["example"]) <= set(document()["components"]["schemas"][reference]["properties"])


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (ARCHIVE_1, BATCH, 200),
        (ARCHIVE_1, BATCH | {"insert_leads": 1}, 432),
        (ARCHIVE_1, BATCH | {"update_leads": "true"}, 433),
        (ARCHIVE_1, BATCH | {"delete_leads": None}, 434),
        (ARCHIVE_1, BATCH | {"lead_ids": ["1001", None, 1.5, {}]}, 435),
        (ARCHIVE_1, BATCH | {"lead_ids": []}, 436),
        (ARCHIVE_1, BATCH | {"lead_ids": list(range(1, 502))}, 437),
        (ARCHIVE_1, BATCH | {"lead_ids": [1, 1]}, 438),
        (ARCHIVE_1, [], 439),
        (ARCHIVE_2, BATCH, 200),
        (ARCHIVE_2, BATCH | {"lead_ids": ["1001"]}, 400),
        (ARCHIVE_2, BATCH | {"lead_ids": [4294967295]}, 400),
        (ARCHIVE_2, [], 500),
        (ADD, LEAD, 200),
        (ADD, LEAD | {"test": True}, 200),
        (ADD, LEAD | {"type": "no such type"}, 200),
        (ADD, {}, 400),
        (ADD, [], 400),
        (CANCEL, {"mobile": "07840258823", "type": "PPI"}, 200),
        (CANCEL, {"mobile": "07840258823", "type": "no such type"}, 200),
        (CANCEL, {}, 400),
    ],
)
def test_an_answer_of_each_status_fits(
    json_api: AppProcess, make_key: MakeKey, add_type: Callable[..., object], path: str, body: Any, status: int
) -> None:
    add_type("PPI")
    headers = {"Authorization": f"Key={make_key('archive', 'lead')}"}
    answer = json_api.request("POST", path, json=body, headers=headers)
    assert answer.status_code == status
    fits(path, answer)


def test_a_lead_handed_in_twice_and_taken_back_twice_fits(
    json_api: AppProcess, lead_key: str, add_type: Callable[..., object]
) -> None:
    add_type("PPI")
    answered = []
    for path, body in ((ADD, LEAD), (ADD, LEAD), (CANCEL, LEAD), (CANCEL, LEAD)):
        answer = json_api.request("POST", f"{path}?key={lead_key}", json=body)
        fits(path, answer)
        answered.append(list(answer.json().values()))
    assert answered[:3] == [[True, True], [True, False, "Existing Contact"], [True]]


@pytest.mark.parametrize("path", [ARCHIVE_1, ARCHIVE_2, ADD, CANCEL])
def test_a_refused_key_fits(json_api: AppProcess, path: str) -> None:
    answer = json_api.request("POST", path, json={}, headers={"Authorization": "Key=wrong"})
    assert answer.status_code == 401
    fits(path, answer)


@pytest.mark.parametrize("path", [ARCHIVE_1, ARCHIVE_2, ADD, CANCEL])
def test_a_body_over_the_limit_fits(json_api: AppProcess, path: str) -> None:
    answer = json_api.request("POST", path, data=b" " * (1 << 20) + b"{}")
    assert answer.status_code == 413
    fits(path, answer)


@pytest.mark.parametrize("path", [ARCHIVE_1, ARCHIVE_2, ADD, CANCEL, LOAD_LEAD])
def test_the_answer_without_a_database_fits(start_app: StartApp, path: str) -> None:
    app = start_app({"NONAGENT_DB_SOCKET": "/nowhere/mysqld.sock"})
    answer = app.request("POST", path, json={}, headers={"Authorization": "Key=any"})
    assert answer.status_code == 503
    fits(path, answer)


@schema.include(path_regex="^/(vicidial|lead)/").parametrize()
@settings(
    max_examples=15, deadline=None, derandomize=True, database=None,
    phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_answers_to_whatever_fits_the_document_fit_it_too(
    case: schemathesis.Case[Any], json_api: AppProcess, make_key: MakeKey, add_type: Callable[..., object]
) -> None:
    key = make_key("archive", "lead")
    case.call_and_validate(base_url=json_api.origin, headers={"Authorization": f"Key={key}"}, checks=CHECKS)


@schema.include(path_regex="lmapi").parametrize()
@settings(
    max_examples=10, deadline=None, derandomize=True, database=None,
    phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_so_do_those_of_load_lead(case: schemathesis.Case[Any], api: AppProcess, database: WorkingDatabase) -> None:
    for sent in (case.query, case.body):
        if isinstance(sent, dict):
            sent.update(CALLER)
    case.call_and_validate(base_url=api.origin, checks=CHECKS)
