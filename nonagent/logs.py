"""What the process writes about itself: one line an event on standard error, name=value pairs, no secrets."""

from __future__ import annotations

import logging
import sys


def set_up(level: str) -> None:
    """Send nonagent's log lines to standard error, once a process.

    Parameters: level, a name of the logging module (DEBUG, INFO, WARNING, ERROR).
    """
    logger = logging.getLogger("nonagent")
    logger.setLevel(level)
    if logger.handlers:
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    logger.propagate = False
