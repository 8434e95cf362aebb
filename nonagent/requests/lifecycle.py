"""The life of a request, whichever door it comes through: sender, id, faults, line in the log, counts.

A door begins a life, says in words of its own what came of it, and finishes it; whoever takes a request over from
another door (Load Lead, which the JSON endpoints offer in the legacy protocol) goes on with the life that has begun.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from werkzeug.wrappers import Request

from nonagent import logs, metrics
from nonagent.database import DatabaseError, Missing, Unavailable, sent_statements
from nonagent.requests import peer
from nonagent.settings import Settings

#: what a proxy's request id may be made of; anything else is not taken into the log
REQUEST_ID = re.compile(r"[\w.:/+=@-]{1,128}", re.ASCII)
#: where the life of a request is found again
KEY = "nonagent.life"
RETRY_SECONDS = "5"

log = logging.getLogger("nonagent.requests")


@dataclass
class Life:
    """One request from its arrival to its line in the log."""

    peer: peer.Peer
    settings: Settings
    #: by time.perf_counter()
    started: float
    #: who asks, as the door finds out
    user: str = ""
    is_finished: bool = False

    @property
    def seconds(self) -> float:
        """How long it has been answered until now."""
        return time.perf_counter() - self.started

    def finish(
        self, function: str, counted_as: str, status: int, result: str, results: str, query: Callable[[], str]
    ) -> None:
        """Log and count the request.

        Parameters: function, what was asked for; counted_as, the same out of a closed set; status of HTTP; result in
        a word, of result_of; results, every one with its number, as `SUCCESS:1,NOTICE:2`; query, makes what was
        asked, passwords masked, for the line about a slow one.
        """
        self.is_finished = True
        seconds, statements = self.seconds, sent_statements.get()
        metrics.count_request(counted_as, result, seconds, statements)
        slow = self.settings.slow_request_seconds and seconds >= self.settings.slow_request_seconds
        if not slow and not log.isEnabledFor(logging.INFO):
            return
        fields = _fields(function, self.user, self.peer.address, status, result, results, statements, seconds)
        log.info(logs.Event("request", fields))
        if slow:
            log.warning(logs.Event("slow request", {**fields, "query": query()}))


@dataclass(frozen=True)
class Fault:
    """What became of a request that could not be answered; each door words it its own way."""

    status: int
    #: whether a table or column is missing that the installation should have
    is_schema: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


def begin(request: Request, settings: Settings) -> Life:
    """Begin the life of a request, or find the one that has begun.

    Gives the request its id, which every line of the log about it carries; of a trusted proxy the X-Request-Id is
    taken over.

    Parameters: request; settings, with the trusted proxies.
    Returns: its life.
    """
    found: Life | None = request.environ.get(KEY)
    if found is not None:
        return found
    sender = peer.of(request, settings.trusted_proxies)
    given = request.environ.get("HTTP_X_REQUEST_ID", "") if sender.by_proxy else ""
    logs.request_id.set(given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8))
    sent_statements.set(0)
    life = request.environ[KEY] = Life(sender, settings, time.perf_counter())
    return life


def result_of(counts: Mapping[str, int], status: int, refused: bool) -> str:
    """The result in a word.

    Parameters: counts, of the results logged; status, of HTTP; refused, whether the login was.
    Returns: the worst that can be said of it: FAILED (status 500 and up), LOGIN (refused), ERROR, SUCCESS, NOTICE, or
    NONE for nothing that is logged.
    """
    if status >= 500:
        return "FAILED"
    if refused:
        return "LOGIN"
    return next((word for word in ("ERROR", "SUCCESS", "NOTICE") if counts.get(word)), "NONE")


def fault(error: Exception, what: str) -> Fault:
    """Say in the log and in the counts that a request could not be answered.

    Parameters: error, why; what was asked, without passwords.
    Returns: what the door has to tell.
    """
    count(error)
    if isinstance(error, Unavailable):
        log.error("database unavailable, not answered: %s; request: %s", error, what)
        return Fault(503, headers={"Retry-After": RETRY_SECONDS})
    log.error("%s failed", what, exc_info=error)
    return Fault(500, is_schema=isinstance(error, Missing))


def count(error: Exception) -> None:
    """Count an error, if it is one of the database. Parameters: error."""
    if isinstance(error, DatabaseError):
        metrics.count_database_error("unavailable" if isinstance(error, Unavailable) else "statement")


def refused(address: str, status: int, reason: str) -> None:
    """Log and count a request that no function or endpoint sees.

    Parameters: address of the caller, or of the proxy; status of HTTP; reason, a word of our own.
    """
    metrics.count_request("none", "REFUSED", 0.0, 0)
    log.info(logs.Event("request", _fields("-", "-", address, status, "REFUSED", reason, 0, 0.0)))


def refused_unread(address: str, status: int, reason: str) -> None:
    """The same of a request that cannot be read: it gets an id of its own. Parameters: as for refused."""
    logs.request_id.set(secrets.token_hex(8))
    refused(address, status, reason)


def _fields(
    function: str, user: str, address: str, status: int, result: str, results: str, statements: int, seconds: float
) -> dict[str, logs.Field]:
    return {
        "function": function, "user": user, "from": address, "status": status, "result": result, "results": results,
        "statements": statements, "ms": round(seconds * 1000, 1),
    }  # fmt: skip
