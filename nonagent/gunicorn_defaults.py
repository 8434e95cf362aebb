"""gunicorn's settings for `nonagent serve` and `nonagent demo`; options of the command line come over them."""

from typing import Any

from nonagent.operations import metrics_folder

metrics_folder.provide()

worker_class = "gthread"
keepalive = 30
control_socket_disable = True  # newer versions share one in the home folder; older ones pass over this name
limit_request_line = 8190  # as long as Apache lets a GET be
forwarded_allow_ips = ""  # which proxies are believed is NONAGENT_TRUSTED_PROXIES alone


def child_exit(server: object, worker: Any) -> None:
    """A worker that ended holds no connections any more."""
    metrics_folder.forget(worker.pid)
