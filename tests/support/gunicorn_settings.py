"""gunicorn's settings for an application under test; with FROZEN_EPOCH set its clock stands still at that moment."""

import os

import time_machine

from nonagent.gunicorn_defaults import *  # noqa: F403

timeout = 60
keepalive = 60
graceful_timeout = 2


def post_fork(server: object, worker: object) -> None:
    """Stop the worker's clock before it loads the application; the arbiter's goes on, and so do monotonic clocks."""
    epoch = os.environ.get("FROZEN_EPOCH")
    if epoch is None:
        return
    # A plain number: a datetime would change the process's time zone to its own as well.
    time_machine.travel(int(epoch), tick=False).start()
