"""/healthz, /readyz and /metrics; for everybody but those who may ask they are not there."""

from __future__ import annotations

import logging
from collections.abc import Callable

from flask import Blueprint, Response, abort, request

from nonagent import metrics
from nonagent.database import DatabaseError, session_alone
from nonagent.operations import access, writable
from nonagent.settings import Settings

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

#: seconds that the database has to answer the probe; whoever asks has its answer within a second
PATIENCE = 0.8

log = logging.getLogger("nonagent.operations")


def blueprint(settings: Settings) -> Blueprint:
    """The pages of this module.

    Parameters: settings, with those who may ask.
    Returns: the blueprint.
    """
    operations = Blueprint("operations", __name__)

    def guarded(page: Callable[[], Response]) -> Callable[[], Response]:
        def answer() -> Response:
            if not access.may_ask(request, settings):
                abort(404)
            if request.method not in ("GET", "HEAD"):
                abort(405)
            return page()

        return answer

    pages = {"/healthz": healthy, "/readyz": lambda: ready(settings), "/metrics": counted}
    for path, page in pages.items():
        # Every method, or a stranger could tell by the answer to another one that the page is there.
        operations.add_url_rule(path, endpoint=path.strip("/"), view_func=guarded(page), methods=METHODS,
                                provide_automatic_options=False)  # fmt: skip
    return operations


def healthy() -> Response:
    """Say that the process answers, whatever the database does."""
    return _plain("ok\n", 200)


def ready(settings: Settings) -> Response:
    """Say whether the database answers and takes writes.

    Parameters: settings, with the database.
    Returns: 200 when it does, 503 when it does not, soon either way; the log says why.
    """
    # A connection of its own: for one of the pool the probe might have to wait.
    try:
        with session_alone(settings, PATIENCE) as db:
            refusal = writable.refusal(db)
    except (DatabaseError, OSError) as error:
        refusal = str(error)
    if refusal:
        log.warning("not ready: %s", refusal)
        return _plain("database unavailable\n", 503)
    return _plain("ready\n", 200)


def counted() -> Response:
    """Everything that was counted."""
    return Response(metrics.text(), content_type=metrics.CONTENT_TYPE_LATEST)


def _plain(text: str, status: int) -> Response:
    return Response(text, status, {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"})
