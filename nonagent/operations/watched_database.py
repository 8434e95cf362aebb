"""The database with its pool counted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from nonagent import metrics
from nonagent.database import Database, Session
from nonagent.settings import Settings


class WatchedDatabase(Database):
    """Says in the metrics how many of its connections are in use."""

    def __init__(self, settings: Settings) -> None:
        """Parameters: settings, the process's."""
        super().__init__(settings, metrics.pool_waiting.track_inprogress)
        self._limit = settings.pool_size
        self._process = 0

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Hold one connection for the length of a request.

        Returns: a context manager that gives the session.
        Raises: Unavailable when there is no connection to be had.
        """
        with super().session() as session:
            # Here and not at the start, which may be another process's (gunicorn's preload_app).
            if self._process != os.getpid():
                self._process = os.getpid()
                metrics.pool_limit.set(self._limit)
            with metrics.pool_used:
                yield session
