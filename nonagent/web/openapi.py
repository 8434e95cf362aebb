"""/openapi.json: the OpenAPI 3.1 document of the JSON endpoints and the Load Lead alias.

Made of the marshmallow schemas that the views use (requests) and that the tests hold them to (answers).
Source: docs/lead-archive.md, docs/lead-submission.md.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Blueprint, Response, jsonify
from marshmallow import Schema, fields

from nonagent import __version__
from nonagent.database import Database
from nonagent.settings import Settings
from nonagent.web import answer_schemas as answers
from nonagent.web import idempotency, load_lead
from nonagent.web.archive.schemas import ArchiveRequest
from nonagent.web.submission.schemas import CancelRequest, LeadRequest

PATH = "/openapi.json"

Json = dict[str, Any]
Body = type[Schema] | Json
#: by status
Responses = dict[int, Json]

KEY_IN_HEADER: Json = {
    "type": "apiKey", "in": "header", "name": "Authorization",
    "description": "`Key=THEKEY`; `nonagent keys create` makes one.",
}  # fmt: skip
KEY_IN_URL: Json = {"type": "apiKey", "in": "query", "name": "key", "description": "the same key in the URL"}
IDEMPOTENCY_KEY: Json = {
    "in": "header", "name": "Idempotency-Key", "required": False,
    "schema": {"type": "string", "maxLength": idempotency.LONGEST},
    "description": "The same key with the same body answers the first answer again for 24 hours, and does nothing; a"
    " batch that was cut off is finished, and answered as if it had not been.",
}  # fmt: skip
ARCHIVE_EXAMPLE: Json = {
    "insert_leads": True, "update_leads": True, "delete_leads": True, "lead_ids": [12345, 67890],
}  # fmt: skip
LEAD_EXAMPLE: Json = {
    "first_name": "John", "surname": "Doe", "mobile": "07840258823", "email": "john@example.com",
    "type": "motor-trade", "subtype": "valeter", "delays": 600, "data": '{"vehicle_make":"Ford"}',
}  # fmt: skip
ARCHIVE_ERRORS = {
    432: "insert_leads must be a boolean value",
    433: "update_leads must be a boolean value",
    434: "delete_leads must be a boolean value",
    435: "lead_ids must only contain integer values",
    436: "lead_ids must contain atleast 1 value",
    437: "lead_ids cannot exceed 500 values",
    438: "lead_ids cannot contain duplicate values",
    439: "anything else that is wrong, in a sentence",
}
LISTING_IDS = (435, 438)


def add_routes(blueprint: Blueprint, settings: Settings, database: Database) -> None:
    """Add the document's route. Parameters: blueprint; settings and database, which it does not need."""

    @blueprint.get(PATH)
    def openapi() -> Response:
        return jsonify(document())


@cache
def document() -> Json:
    """The document, made once. Returns: it, as JSON values."""
    schemas = MarshmallowPlugin()
    spec = APISpec(
        "nonagent", __version__, "3.1.0", plugins=[schemas],
        info={"description": "Archives leads, takes leads in and takes them back."}, servers=[{"url": "/"}],
    )  # fmt: skip
    assert schemas.converter is not None
    schemas.converter.add_attribute_function(_types_once)  # type: ignore[no-untyped-call]
    spec.components.security_scheme("keyInHeader", KEY_IN_HEADER)
    spec.components.security_scheme("keyInUrl", KEY_IN_URL)
    spec.path("/vicidial/lead/archive/", operations={"post": _archive_1()})
    spec.path("/vicidial/leads/archive", operations={"post": _archive_2()})
    spec.path("/lead/add", operations={"post": _lead_add()})
    spec.path("/lead/cancel", operations={"post": _lead_cancel()})
    for number, path in enumerate(load_lead.PATHS):
        spec.path(path, operations=_load_lead(number))
    return spec.to_dict()


def _archive_1() -> Json:
    errors = {
        status: _json(about, answers.ArchiveIdsError1 if status in LISTING_IDS else answers.ArchiveError1)
        for status, about in ARCHIVE_ERRORS.items()
    }
    return {
        "operationId": "archiveLeads1",
        "summary": "Archives leads, version 1: statuses of its own, unknown leads are passed over.",
        "security": [{"keyInHeader": []}],
        "parameters": [IDEMPOTENCY_KEY],
        "requestBody": _request(ArchiveRequest, ARCHIVE_EXAMPLE),
        "responses": {
            200: _json("done", answers.ArchiveDone1),
            401: _json("unable to validate api user", answers.ArchiveError1),
            **errors,
            500: _json("the server failed", answers.ArchiveError1), **_common(answers.ArchiveError1),
        },
    }  # fmt: skip


def _archive_2() -> Json:
    return {
        "operationId": "archiveLeads2",
        "summary": "Archives leads, version 2: unknown leads are an error, only equal copies let a lead be deleted.",
        "security": [{"keyInHeader": []}],
        "parameters": [IDEMPOTENCY_KEY],
        "requestBody": _request(ArchiveRequest, ARCHIVE_EXAMPLE),
        "responses": {
            200: _json("done", answers.ArchiveDone2), 400: _json("the request is wrong", answers.ArchiveIdsError2),
            401: _json("unable to validate api user", answers.Message),
            403: _json("within office hours", answers.Message),
            500: _json("anything else that is wrong, in a sentence", answers.Message),
            **_common(answers.Message),
        },
    }  # fmt: skip


def _lead_add() -> Json:
    outcomes = {"oneOf": [answers.Processed, answers.NotProcessed, answers.Tested]}
    return {
        "operationId": "addLead",
        "summary": "Hands a lead in.",
        "security": [{"keyInHeader": []}, {"keyInUrl": []}],
        "requestBody": _request(LeadRequest, LEAD_EXAMPLE),
        "responses": {
            200: _json("kept, and said whether a lead was made of it", outcomes),
            **_submission_errors(),
            500: _json("could not be kept, or not be processed", {"oneOf": [answers.Failed, answers.Message]}),
            **_common(answers.Message),
        },
    }  # fmt: skip


def _lead_cancel() -> Json:
    outcomes = {"oneOf": [answers.Cancelled, answers.NotCancelled]}
    return {
        "operationId": "cancelLead",
        "summary": "Takes a lead back.",
        "security": [{"keyInHeader": []}, {"keyInUrl": []}],
        "requestBody": _request(CancelRequest, {"mobile": "07840258823", "type": "motor-trade"}),
        "responses": {
            200: _json("said whether it was cancelled", outcomes), **_submission_errors(),
            500: _json("the server failed", answers.Message), **_common(answers.Message),
        },
    }  # fmt: skip


def _load_lead(number: int) -> Json:
    text = {"description": "lines of SUCCESS, NOTICE or ERROR", "content": {"text/html": {"schema": _STRING}}}
    responses = dict.fromkeys((200, 400, 413, 500, 503), text)
    about = "Adds a lead in the protocol of non_agent_api.php; takes every parameter of add_lead."
    in_query = [
        {"in": "query", "name": name, "required": name in LOAD_LEAD_NEEDS, "schema": _STRING, "description": what}
        for name, what in LOAD_LEAD.items()
    ]
    form = {
        "type": "object", "required": list(LOAD_LEAD_NEEDS),
        "properties": {name: {"type": "string", "description": what} for name, what in LOAD_LEAD.items()},
    }  # fmt: skip
    return {
        "get": {
            "operationId": f"loadLead{number or ''}", "summary": about, "responses": responses,
            "parameters": in_query,
        },
        "post": {
            "operationId": f"postLoadLead{number or ''}", "summary": about, "responses": responses,
            "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": form}}},
        },
    }  # fmt: skip


_STRING: Json = {"type": "string"}
LOAD_LEAD_NEEDS = ("source", "user", "pass", "phone_number", "campaing")
LOAD_LEAD = {
    "source": "what calls, for the API log; 2 to 20 characters",
    "user": "user name",
    "pass": "password",
    "phone_number": "6 to 16 digits",
    "phone_code": "1 to 4 digits, 1 when not given",
    "list_id": "3 to 12 digits, 999 when not given; of no other campaign",
    "campaing": "the campaign, which must exist; `campaign` too",
    "function": "add_lead, or left out",
}


def _types_once(_: Any, field: fields.Field[Any], ret: Json, **__: Any) -> Json:
    """A field that names `null` among its types and allows None has it twice, which no JSON schema may."""
    types = ret.get("type")
    return {"type": list(dict.fromkeys(types))} if isinstance(types, list) else {}


def _submission_errors() -> Responses:
    return {
        400: _json("per field, numbered messages", answers.INVALID),
        401: _json("the key is not accepted", answers.Problem),
    }


def _common(error: type[Schema]) -> Responses:
    retry = {"Retry-After": {"description": "seconds", "schema": {"type": "integer"}}}
    return {
        413: _json("the body is over 1 MiB", error),
        503: _json("the database is away", error) | {"headers": retry},
    }


def _request(schema: type[Schema], example: Json) -> Json:
    return {"required": True, "content": {"application/json": {"schema": schema, "example": example}}}


def _json(about: str, schema: Body) -> Json:
    return {"description": about, "content": {"application/json": {"schema": schema}}}
