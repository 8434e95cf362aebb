"""gunicorn's settings for `nonagent serve` and `nonagent demo`; options of the command line come over them."""

import gc
from typing import Any

from nonagent import metrics_folder

metrics_folder.provide()

worker_class = "nonagent.serving.worker.Worker"
# Callers at once of one process. Each is a greenlet of a few kilobytes; the database connections are fewer.
worker_connections = 4000
keepalive = 30
control_socket_disable = True  # newer versions share one in the home folder; older ones pass over this name
limit_request_line = 8190  # as long as Apache lets a GET be
limit_request_fields = 200  # Apache lets a caller send 100, and a proxy adds its own
# legacy: PHP answers `get` as it does GET.
permit_unconventional_http_method = True
casefold_http_method = True
# Which proxies are believed is NONAGENT_TRUSTED_PROXIES alone, over a Unix socket too.
forwarded_allow_ips = ""
forwarder_headers = ""
secure_scheme_headers: dict[str, str] = {}
# Where somebody turns gunicorn's own log of requests on: no query, since passwords stand in it.
access_log_format = '%(h)s %(l)s %(u)s %(t)s "%(m)s %(U)s %(H)s" %(s)s %(b)s "%(a)s"'
http_parser = "python"  # the one that nonagent.serving.worker extends


def post_worker_init(worker: Any) -> None:
    """What waits behind answers when a worker is told to end has as long as the worker itself."""
    from nonagent.background import behind_answers

    # What is loaded stays: to look through it for garbage, again and again, holds up every request for 27 ms.
    gc.collect()
    gc.freeze()
    behind_answers.expect_end(worker.cfg.graceful_timeout)


def child_exit(server: object, worker: Any) -> None:
    """A worker that ended holds no connections any more."""
    metrics_folder.forget(worker.pid)
