"""What is counted, for Prometheus. Under gunicorn every process counts into files that whoever is asked adds up.

gunicorn_defaults names the folder of those files in PROMETHEUS_MULTIPROC_DIR, before this module is loaded; without
it (another server, the tests) the process shows its own counts.
"""

from __future__ import annotations

import os
import time
from functools import cache

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

__all__ = [
    "CONTENT_TYPE_LATEST",
    "background_running",
    "background_waiting",
    "count_database_error",
    "count_request",
    "lost_log_rows",
    "new_lead_urls",
    "pool_limit",
    "pool_used",
    "pool_waiting",
    "text",
    "under_way",
    "write_levels",
]

#: seconds; from a plain lookup to the longest report
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)

_registry = CollectorRegistry()
_labels = ("function", "result")

_requests = Counter("nonagent_requests", "Requests answered.", _labels, registry=_registry)
_seconds = Histogram(
    "nonagent_request_seconds", "Seconds until the answer was complete.", _labels, buckets=BUCKETS, registry=_registry
)
_statements = Counter("nonagent_statements", "Statements sent to the database.", _labels, registry=_registry)
_errors = Counter(
    "nonagent_database_errors",
    "Requests that failed for the database: unavailable, or a statement in error.",
    ("kind",),
    registry=_registry,
)

lost_log_rows = Counter(
    "nonagent_log_rows_lost",
    "Rows of vicidial_api_log that were not written for answers that were given.",
    registry=_registry,
)

#: by what became of them: `answered`, `failed`, or `dropped` without an answer to wait for
new_lead_urls = Counter("nonagent_new_lead_urls", "URLs asked for new leads.", ("result",), registry=_registry)

#: work behind answers, the new-lead URLs: what waits for its turn, and what is begun
background_waiting = Gauge(
    "nonagent_background_waiting",
    "Work behind answers (new-lead URLs) that waits for its turn.",
    registry=_registry,
    multiprocess_mode="livesum",
)
background_running = Gauge(
    "nonagent_background_running",
    "Work behind answers (new-lead URLs) that is being done.",
    registry=_registry,
    multiprocess_mode="livesum",
)


class Level:
    """How many of something there are now: one more for as long as a `with` of it lasts.

    It changes twice a request, and a gauge that all processes share costs as much as a short statement: it is written
    once a second, and when this process is asked.
    """

    def __init__(self, name: str, what: str) -> None:
        """Parameters: name and what, of the gauge, all processes together."""
        self._gauge = Gauge(name, what, registry=_registry, multiprocess_mode="livesum")
        self._now = 0
        self._written_at = 0.0

    def __enter__(self) -> None:
        self._now += 1

    def __exit__(self, *_: object) -> None:
        self._now -= 1
        if time.monotonic() - self._written_at > 1:
            self.write()

    def write(self) -> None:
        """Let others see it."""
        self._gauge.set(self._now)
        self._written_at = time.monotonic()


#: requests being answered now, those that wait for anything included; and connections in use
under_way = Level("nonagent_requests_under_way", "Requests that are being answered.")
pool_used = Level("nonagent_pool_connections_in_use", "Database connections held by requests.")
#: requests that wait for a connection of the pool, all of them being in use
pool_waiting = Gauge(
    "nonagent_pool_requests_waiting",
    "Requests that wait for a database connection.",
    registry=_registry,
    multiprocess_mode="livesum",
)
#: connections that there may be, of all processes together
pool_limit = Gauge(
    "nonagent_pool_connections_limit",
    "Most database connections of all processes together.",
    registry=_registry,
    multiprocess_mode="livesum",
)


def count_request(function: str, result: str, seconds: float, statements: int) -> None:
    """Count one request.

    Parameters: function and result, each out of a closed set and never a caller's own text, or the counts would grow
    without end; seconds it took; statements it sent.
    """
    requests, histogram, sent = _children(function, result)
    requests.inc()
    histogram.observe(seconds)
    sent.inc(statements)


def write_levels() -> None:
    """Let others see how much is going on here. The server's worker calls it every second."""
    under_way.write()
    pool_used.write()


def count_database_error(kind: str) -> None:
    """Count a request that failed for the database. Parameters: kind, `unavailable` or `statement`."""
    _errors.labels(kind).inc()


def text() -> bytes:
    """Everything counted, of all processes, as Prometheus reads it."""
    write_levels()
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(_registry)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return generate_latest(together)


@cache
def _children(function: str, result: str) -> tuple[Counter, Histogram, Counter]:
    # Looked up once: labels() takes a lock.
    return _requests.labels(function, result), _seconds.labels(function, result), _statements.labels(function, result)
