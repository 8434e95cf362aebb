"""Reports on a read replica: two MariaDB servers, the one replicating the other."""

from __future__ import annotations

import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from pymysql.cursors import DictCursor

from nonagent.database import replica
from nonagent.database.replica import Replica
from nonagent.private_mariadb import PrivateMariaDB
from nonagent.settings import Settings
from tests.conftest import StartApp
from tests.support.app import TIMEZONE, AppProcess
from tests.support.working_database import (
    APP_PASSWORD,
    APP_USER,
    FROZEN_ARGUMENTS,
    SERVER_ARGUMENTS,
    WorkingDatabase,
)

ON_PRIMARY, ON_REPLICA = "on the primary", "on the replica"
LOOKUP = {"function": "recording_lookup", "lead_id": "1002"}


class Pair:
    """A primary, and a replica that says of the recording of lead 1002 that it lies elsewhere."""

    def __init__(self, primary: PrivateMariaDB, primary_port: int, server: PrivateMariaDB, port: int) -> None:
        self.server, self.port = server, port
        with closing(primary.connect()) as connection, connection.cursor() as cursor:
            cursor.execute("CREATE USER copy@127.0.0.1 IDENTIFIED BY 'copy'")
            cursor.execute("GRANT REPLICATION SLAVE ON *.* TO copy@127.0.0.1")
        self.ask(
            f"CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT={primary_port}, MASTER_USER='copy',"
            " MASTER_PASSWORD='copy', MASTER_CONNECT_RETRY=1, MASTER_USE_GTID=slave_pos",
            "START SLAVE",
        )
        self.database = WorkingDatabase(primary)
        self.database.run(f"CREATE USER '{APP_USER}'@'127.0.0.1' IDENTIFIED BY '{APP_PASSWORD}'")
        for host in ("localhost", "127.0.0.1"):
            self.database.run(f"GRANT SELECT, SLAVE MONITOR ON *.* TO '{APP_USER}'@'{host}'")
        self.database.run("UPDATE recording_log SET location = %s WHERE lead_id = 1002", ON_PRIMARY)
        self.catch_up()
        self.ask(
            "SET sql_log_bin=0",
            f"UPDATE {self.database.name}.recording_log SET location = '{ON_REPLICA}' WHERE lead_id = 1002",
        )

    def ask(self, *statements: str) -> list[dict[str, Any]]:
        """Run statements on the replica. Returns: the rows of the last."""
        with closing(self.server.connect()) as connection, connection.cursor(DictCursor) as cursor:
            for statement in statements:
                cursor.execute(statement)
            return list(cursor.fetchall())

    def catch_up(self) -> None:
        """Wait until the replica has all that the primary has."""
        position = self.database.value("SELECT @@gtid_binlog_pos")
        (row,) = self.ask(f"SELECT MASTER_GTID_WAIT('{position}', 60) AS outcome")
        assert row["outcome"] == 0, "the replica did not get there"

    def restore(self) -> None:
        """Have the replica run and follow again."""
        self.server.start()
        self.ask("STOP SLAVE", "CHANGE MASTER TO MASTER_DELAY=0", "START SLAVE")
        self.catch_up()


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture(scope="module")
def servers() -> Iterator[Pair]:
    """The two servers, made once."""
    with ExitStack() as running:

        def start(number: int, port: int) -> PrivateMariaDB:
            folder = Path(tempfile.mkdtemp(prefix="nonagent-"))
            running.callback(shutil.rmtree, folder, ignore_errors=True)
            network = ("--skip-networking=0", "--bind-address=127.0.0.1", f"--port={port}", f"--server-id={number}")
            arguments = (*SERVER_ARGUMENTS, *FROZEN_ARGUMENTS, *network)
            server = PrivateMariaDB(
                folder / "mariadb", durable=False, arguments=arguments, environment={"TZ": TIMEZONE}
            )
            return running.enter_context(server)

        ports = free_port(), free_port()
        yield Pair(start(1, ports[0]), ports[0], start(2, ports[1]), ports[1])


@pytest.fixture
def pair(servers: Pair) -> Iterator[Pair]:
    """The two servers, the one following the other."""
    yield servers
    servers.restore()


@pytest.fixture
def app(pair: Pair, start_app: StartApp) -> AppProcess:
    """The application on the primary, with the replica named."""
    return start_app({"NONAGENT_DB_REPLICA_SOCKET": str(pair.server.socket)}, database=pair.database)


def wait(condition: Callable[[], bool], patience: float = 30) -> None:
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def read_from(app: AppProcess) -> str:
    """Where a report was read."""
    answer = app(**LOOKUP)
    assert answer.status_code == 200
    return answer.text.strip().rpartition("|")[2]


def test_a_report_reads_the_replica_and_is_logged_on_the_primary(pair: Pair, app: AppProcess) -> None:
    pair.database.changes()
    assert read_from(app) == ON_REPLICA
    written = {change["table"] for change in pair.database.changes()}
    assert {"vicidial_users", "vicidial_api_log", "vicidial_api_urls"} <= written
    assert "replica" not in app.log_since()


def test_a_refused_report_does_not_touch_the_replica(pair: Pair, app: AppProcess) -> None:
    pair.server.stop()
    assert "PERMISSION" in app({"user": "7002", "pass": "noreports"}, **LOOKUP).text
    assert "replica" not in app.log_since()


def test_without_the_replica_the_primary_is_read_and_the_log_says_so(pair: Pair, app: AppProcess) -> None:
    assert read_from(app) == ON_REPLICA
    pair.server.stop()
    assert read_from(app) == ON_PRIMARY
    assert read_from(app) == ON_PRIMARY
    # Once for both: the second did not ask again.
    assert app.log_since().count("cannot be read") == 1
    assert f"replica {pair.server.socket} cannot be read" in app.log_since()


def test_a_replica_that_has_stopped_replicating_is_not_read(pair: Pair, app: AppProcess) -> None:
    pair.ask("STOP SLAVE SQL_THREAD")
    assert read_from(app) == ON_PRIMARY
    assert "has stopped replicating" in app.log_since()


def test_a_replica_too_far_behind_is_not_read(pair: Pair, start_app: StartApp) -> None:
    pair.ask("STOP SLAVE", "CHANGE MASTER TO MASTER_DELAY=3600", "START SLAVE")
    pair.database.run("UPDATE vicidial_lists SET list_name = 'late' WHERE list_id = 101")
    wait(lambda: (pair.ask("SHOW SLAVE STATUS")[0]["Seconds_Behind_Master"] or 0) > 1)
    settings = {"NONAGENT_DB_REPLICA_SOCKET": str(pair.server.socket), "NONAGENT_DB_REPLICA_MAX_LAG": "1"}
    app = start_app(settings, database=pair.database)
    assert read_from(app) == ON_PRIMARY
    assert "seconds behind" in app.log_since()


@pytest.mark.parametrize(("behind", "is_read"), [("0", True), ("59", True), ("60", True), ("61", False)])
def test_a_replica_is_read_up_to_the_lag_that_is_allowed(
    monkeypatch: pytest.MonkeyPatch, behind: str, is_read: bool
) -> None:
    session = Mock()
    session.one.return_value = {"Seconds_Behind_Master": behind}
    database = Mock()
    database.session.return_value = nullcontext(session)
    monkeypatch.setattr(replica, "Database", Mock(return_value=database))
    reports = Replica(Settings(db_replica_host="reports.example.com", db_replica_max_lag=60))
    with ExitStack() as stack:
        assert (reports.session(stack, {}) is session) == is_read


def test_the_installations_own_replica_is_read_only_when_asked_for(pair: Pair, start_app: StartApp) -> None:
    pair.database.run("UPDATE system_settings SET slave_db_server = '127.0.0.1', reports_use_slave_db = 'ANY'")
    assert read_from(start_app(database=pair.database)) == ON_PRIMARY
    asked = {"NONAGENT_DB_REPLICA": "system", "NONAGENT_DB_REPLICA_PORT": str(pair.port)}
    assert read_from(start_app(asked, database=pair.database)) == ON_REPLICA
    pair.database.run("UPDATE system_settings SET slave_db_server = ''")
    assert read_from(start_app(asked, database=pair.database)) == ON_PRIMARY


def test_a_server_that_replicates_nothing_is_no_replica(database: WorkingDatabase, start_app: StartApp) -> None:
    database.run(f"GRANT SLAVE MONITOR ON *.* TO '{APP_USER}'@'localhost'")
    try:
        app = start_app({"NONAGENT_DB_REPLICA_SOCKET": str(database.mariadb.socket)})
        assert app(**LOOKUP).status_code == 200
        assert "replicates nothing" in app.log_since()
    finally:
        database.run(f"REVOKE SLAVE MONITOR ON *.* FROM '{APP_USER}'@'localhost'")


def test_a_user_who_may_not_ask_for_the_lag_reads_the_primary(database: WorkingDatabase, start_app: StartApp) -> None:
    app = start_app({"NONAGENT_DB_REPLICA_SOCKET": str(database.mariadb.socket)})
    assert app(**LOOKUP).status_code == 200
    assert "Access denied" in app.log_since()


def test_a_replica_that_failed_is_asked_again_after_a_while(
    database: WorkingDatabase, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(db_replica_socket="/nonexistent/mariadb.sock")
    for seconds, warnings in ((3600, 1), (0, 3)):
        monkeypatch.setattr(replica, "RETRY_SECONDS", seconds)
        reports = Replica(settings)
        with ExitStack() as stack:
            assert reports.session(stack, {}) is None
            assert reports.session(stack, {}) is None
        assert len(caplog.records) == warnings
