"""The read replica that reports read, so that they do not slow down the dialer. Without one the primary answers all.

Named by NONAGENT_DB_REPLICA_* or, where NONAGENT_DB_REPLICA says so, by the installation's own slave_db_server.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import ExitStack
from dataclasses import replace

from nonagent.database import Database, DatabaseError, Row, Session
from nonagent.settings import Settings

# A host that does not answer costs every report the connection timeout: ask it again only after this long.
RETRY_SECONDS = 10

log = logging.getLogger("nonagent.database.replica")


class Replica:
    """The replica's connections, and when it may be asked again after it failed."""

    def __init__(self, settings: Settings) -> None:
        """Parameters: settings, the process's."""
        self._settings = settings
        self._lock = threading.Lock()
        self._databases: dict[str, Database] = {}
        self._not_before: dict[str, float] = {}

    def session(self, stack: ExitStack, system: Row) -> Session | None:
        """Hold a connection to the replica for the length of a request.

        Parameters: stack, which gives it back; system, the row of system_settings.
        Returns: the session; None where the primary is to be read: there is no replica, or it is away or too far
        behind, which is said in the log.
        """
        server = self._server(system)
        if not server or time.monotonic() < self._not_before.get(server, 0):
            return None
        with ExitStack() as held:
            try:
                session = held.enter_context(self._database(server).session())
                problem = self._problem(session)
            except DatabaseError as error:
                problem = f"cannot be read: {error}"
            if not problem:
                stack.push(held.pop_all())
                return session
        log.warning("replica %s %s; reports read the primary for %d seconds", server, problem, RETRY_SECONDS)
        self._not_before[server] = time.monotonic() + RETRY_SECONDS
        return None

    def _server(self, system: Row) -> str:
        """Which server it is, as the log shows it: a socket or a host; blank for none."""
        settings = self._settings
        if settings.db_replica_socket or settings.db_replica_host:
            return settings.db_replica_socket or settings.db_replica_host
        return system.get("slave_db_server", "") if settings.db_replica == "system" else ""

    def _database(self, server: str) -> Database:
        with self._lock:
            if server not in self._databases:
                settings = self._settings
                self._databases[server] = Database(
                    replace(
                        settings,
                        db_socket=settings.db_replica_socket,
                        db_host=server,
                        db_port=settings.db_replica_port,
                        db_name=settings.db_replica_name or settings.db_name,
                        db_user=settings.db_replica_user or settings.db_user,
                        db_password=settings.db_replica_password or settings.db_password,
                    )
                )
            return self._databases[server]

    def _problem(self, session: Session) -> str:
        """Why it must not be read, blank when it may."""
        status = session.one("SHOW SLAVE STATUS")
        if status is None:
            return "replicates nothing"
        behind = status["Seconds_Behind_Master"]
        if not behind:
            return "has stopped replicating"
        if int(behind) > self._settings.db_replica_max_lag:
            return f"is {behind} seconds behind"
        return ""
