"""/lead/add and /lead/cancel: a partner hands a lead in, and takes it back.

Source: docs/lead-submission.md.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Blueprint, Request, g, jsonify, request
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError

from nonagent import clock
from nonagent.database import Database, Refused, Session
from nonagent.requests import peer
from nonagent.settings import Settings
from nonagent.web.keys import keys
from nonagent.web.submission import lead_types
from nonagent.web.submission import work as submission_work
from nonagent.web.submission.schemas import (
    NO_OBJECT,
    CancelRequest,
    LeadRequest,
    NotAnObject,
    numbered,
    parse_object,
    tidy,
)

SCOPE = "lead"
UNAUTHORISED = {"error": "unable to validate api user"}
NOT_SAVED = {"saved": False, "processed": False, "error": submission_work.FAILED}
UNKNOWN_GROUP = "server error (call group)"

log = logging.getLogger("nonagent.web.submission.endpoint")


def add_routes(blueprint: Blueprint, settings: Settings, database: Database) -> None:
    """Add /lead/add and /lead/cancel.

    Parameters: blueprint; settings; database.
    """
    for name, answer in {"add": add, "cancel": cancel}.items():
        view = partial(_answer, answer, settings, database)
        blueprint.add_url_rule(f"/lead/{name}", f"lead_{name}", view, methods=["POST"])


def add(db: Session, now: clock.Moment, key: keys.Key, request: Request) -> ResponseReturnValue:
    """Take a lead in.

    Parameters: db; now; key of the caller; request.
    Returns: the answer.
    Raises: NotAnObject, ValidationError, Unavailable while nothing is stored.
    """
    text, sent = read_object(request)
    kind = lead_types.find(db, tidy(sent.get("type")), tidy(sent.get("subtype")))
    loaded = LeadRequest(region=kind.region if kind else key.region).load(sent)
    if loaded["test"] is True or loaded["test"] == "true":
        return jsonify({"test": "ok"})
    submission = submission_work.Submission.of(loaded)
    try:
        submission_id = submission_work.store(db, now, key, submission, text)
    except Refused:
        log.exception("a submission with key %d is not stored", key.id)
        return jsonify(NOT_SAVED), 500
    outcome = submission_work.process(db, now, key, submission, kind, submission_id)
    if outcome == submission_work.PROCESSED:
        return jsonify({"saved": True, "processed": True})
    status = 500 if outcome == submission_work.FAILED else 200
    return jsonify({"saved": True, "processed": False, "error": outcome}), status


def cancel(db: Session, now: clock.Moment, key: keys.Key, request: Request) -> ResponseReturnValue:
    """Take a lead back.

    Parameters: db; now; key of the caller; request.
    Returns: the answer.
    Raises: NotAnObject, ValidationError.
    """
    _, sent = read_object(request)
    kind = find_any(db, tidy(sent.get("type")))
    loaded = CancelRequest(region=kind.region if kind else key.region).load(sent)
    warning = submission_work.cancel(db, loaded["type"], loaded["mobile"]) if kind else UNKNOWN_GROUP
    return jsonify({"cancelled": False, "warning": warning} if warning else {"cancelled": True})


def read_object(request: Request) -> tuple[str, dict[str, Any]]:
    """Read the body of a request.

    Parameters: request.
    Returns: its text as received, and the JSON object that it is.
    Raises: NotAnObject.
    """
    try:
        text = request.get_data().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAnObject from None
    return text, parse_object(text)


def find_any(db: Session, type_name: str) -> lead_types.LeadType | None:
    """A type's row whatever its subtype, since a cancellation names none. Parameters: db; type_name."""
    found = lead_types.find(db, type_name)
    if found:
        return found
    return next((one for one in lead_types.listed(db) if one.type == type_name and one.active), None)


def _answer(
    view: Callable[[Session, clock.Moment, keys.Key, Request], ResponseReturnValue],
    settings: Settings,
    database: Database,
) -> ResponseReturnValue:
    now = clock.now(settings.timezone)
    address = peer.of(request, settings.trusted_proxies).address
    with database.session() as db:
        key = keys.authenticate(db, request, address, SCOPE, now)
        if key is None:
            return jsonify(UNAUTHORISED), 401
        g.user = key.user
        try:
            return view(db, now, key, request)
        except NotAnObject:
            return jsonify({"body": {"0": NO_OBJECT}}), 400
        except ValidationError as error:
            return jsonify(numbered(error.messages)), 400
