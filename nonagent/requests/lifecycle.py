"""The end of every request: a line in the log, the counts, and a second line when it was slow."""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass

from flask import Blueprint, Flask, Response, g, request
from werkzeug.wrappers import Request

from nonagent import logs, metrics
from nonagent.requests import peer
from nonagent.settings import Settings

#: what a proxy's request id may be made of; anything else is not taken into the log
REQUEST_ID = re.compile(r"[\w.:/+=@-]{1,128}", re.ASCII)

#: statements sent for the request that this thread answers, where its view does not count them itself
sent_statements: ContextVar[int] = ContextVar("sent_statements", default=0)
_finished: ContextVar[bool] = ContextVar("finished", default=False)

log = logging.getLogger("nonagent.requests")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a request ended."""

    function: str
    #: the same out of a closed set, for the counts
    counted_as: str
    user: str
    address: str
    status: int
    #: SUCCESS, NOTICE, ERROR, LOGIN (refused), FAILED (status 500 and up), NONE (nothing that is logged)
    result: str
    #: every result with its number, as `SUCCESS:1,NOTICE:2`
    results: str
    statements: int
    seconds: float


def begin(request: Request, sender: peer.Peer) -> None:
    """Give the request its id: every line of the log that is about it carries it.

    Parameters: request; sender, who sent it: of a trusted proxy the X-Request-Id is taken over.
    """
    given = request.environ.get("HTTP_X_REQUEST_ID", "") if sender.by_proxy else ""
    logs.request_id.set(given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8))
    sent_statements.set(0)
    _finished.set(False)


def result_of(counts: Mapping[str, int], status: int, refused: bool) -> str:
    """The result in a word.

    Parameters: counts, of the results logged; status, of HTTP; refused, whether the login was.
    Returns: the worst that can be said of it.
    """
    if status >= 500:
        return "FAILED"
    if refused:
        return "LOGIN"
    return next((word for word in ("ERROR", "SUCCESS", "NOTICE") if counts.get(word)), "NONE")


def finish(outcome: Outcome, settings: Settings, query: Callable[[], str]) -> None:
    """Log and count a request.

    Parameters: outcome; settings, with the seconds from which on it is slow; query, makes what was asked, passwords
    masked, for the line about a slow one.
    """
    _finished.set(True)
    metrics.count_request(outcome.counted_as, outcome.result, outcome.seconds, outcome.statements)
    slow = settings.slow_request_seconds and outcome.seconds >= settings.slow_request_seconds
    if not slow and not log.isEnabledFor(logging.INFO):
        return
    fields: dict[str, logs.Field] = {
        "function": outcome.function, "user": outcome.user, "from": outcome.address, "status": outcome.status,
        "result": outcome.result, "results": outcome.results, "statements": outcome.statements,
        "ms": round(outcome.seconds * 1000, 1),
    }  # fmt: skip
    log.info(logs.Event("request", fields))
    if slow:
        log.warning(logs.Event("slow request", {**fields, "query": query()}))


def name_anew() -> None:
    """Give an id to a request that cannot be read."""
    logs.request_id.set(secrets.token_hex(8))


def refused(address: str, status: int, reason: str) -> None:
    """Log and count a request that no function or endpoint sees.

    Parameters: address of the caller, or of the proxy; status of HTTP; reason, a word of our own.
    """
    _finished.set(True)
    metrics.count_request("none", "REFUSED", 0.0, 0)
    fields: dict[str, logs.Field] = {
        "function": "-", "user": "-", "from": address, "status": status, "result": "REFUSED", "results": reason,
        "statements": 0, "ms": 0.0,
    }  # fmt: skip
    log.info(logs.Event("request", fields))


def watch_the_rest(app: Flask, settings: Settings) -> None:
    """Log and count the requests that no view answers: unknown paths, and methods that a path does not take.

    Parameters: app; settings.
    """

    def end(response: Response) -> Response:
        if request.url_rule is None:
            sender = peer.of(request, settings.trusted_proxies)
            begin(request, sender)
            refused(sender.address, response.status_code, type(request.routing_exception).__name__)
        return response

    app.after_request(end)


def watch(blueprint: Blueprint, settings: Settings) -> None:
    """Log and count the requests of a blueprint whose views do not do it themselves: the JSON endpoints.

    Its views may say in `flask.g.user` whose request it is.

    Parameters: blueprint, not registered yet; settings.
    """

    def start() -> None:
        g.started = time.perf_counter()
        g.peer = peer.of(request, settings.trusted_proxies)
        begin(request, g.peer)

    def end(response: Response) -> Response:
        # Load Lead answers among the JSON endpoints in the legacy protocol, which finishes its requests itself.
        if "started" not in g or _finished.get():
            return response
        # The endpoint's name, not the path: a path may hold ids.
        name = (request.endpoint or "").rpartition(".")[2]
        status = response.status_code
        result = {2: "SUCCESS", 4: "ERROR", 5: "FAILED"}.get(status // 100, "NONE")
        seconds = time.perf_counter() - g.started
        if status in (401, 403):
            result = "LOGIN"
        user, address = str(g.get("user", "")), g.peer.address
        outcome = Outcome(name, name, user, address, status, result, "-", sent_statements.get(), seconds)
        # Without the query: a key may stand in it.
        finish(outcome, settings, lambda: request.path)
        return response

    blueprint.before_request(start)
    blueprint.after_request(end)
