"""A database that takes no writes: what asks to write is told to come again, what only reads is answered."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nonagent.database import Session, Unavailable, connection_arguments
from nonagent.database.connections import Connection, Pool
from nonagent.private_mariadb import PrivateMariaDB
from nonagent.settings import Settings
from tests.conftest import NewMariaDB, StartApp
from tests.support.app import AppProcess
from tests.support.watching import metrics, until
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase
from tests.web.conftest import MakeKey, archive_key, db, lead_key, make_key, own_tables  # noqa: F401
from tests.web.statement_gate import StatementGate

ADD = {"function": "add_lead", "phone_number": "7275551234", "list_id": "101"}
UNAVAILABLE = "ERROR: DATABASE UNAVAILABLE, TRY AGAIN\n"
GALERA = Path("/usr/lib/galera/libgalera_smm.so")
LOST = ("nonagent_log_rows_lost_total",)
READS = [
    {"function": "version"},
    {"function": "list_info", "list_id": "101"},
    {"function": "agent_status", "agent_user": "6666"},
    {"function": "lead_all_info", "lead_id": "1001"},
    {"function": "user_details", "agent_user": "6666"},
    {"function": "check_phone_number", "phone_number": "7275551234", "phone_code": "1"},
    {"function": "phone_number_log", "phone_number": "7275551234"},
    {"function": "campaigns_list"},
    {"function": "moh_list", "format": "selectframe"},
]


@contextmanager
def refusing(database: WorkingDatabase, setting: str) -> Iterator[None]:
    """Have the server take no writes: `read_only` binds who lacks the privilege, `tx_read_only` new connections."""
    database.run(f"SET GLOBAL {setting} = 1")
    try:
        yield
    finally:
        database.run(f"SET GLOBAL {setting} = 0")


@pytest.fixture
def settings(database: WorkingDatabase) -> Settings:
    return Settings(
        db_socket=str(database.mariadb.socket), db_name=database.name, db_user=APP_USER, db_password=APP_PASSWORD
    )


def is_ready(app: AppProcess) -> bool:
    answer = app.request("GET", "/readyz")
    assert (answer.status_code, answer.text) in ((200, "ready\n"), (503, "database unavailable\n"))
    return answer.status_code == 200


def assert_unavailable(app: AppProcess) -> None:
    answer = app(ADD)
    assert (answer.status_code, answer.text, answer.headers["Retry-After"]) == (503, UNAVAILABLE, "5")


@pytest.mark.parametrize("setting", ["read_only", "tx_read_only"])
def test_a_function_that_writes_is_unavailable_while_nothing_can_be_written(
    start_app: StartApp, database: WorkingDatabase, setting: str
) -> None:
    app = start_app()
    with refusing(database, setting):
        assert_unavailable(app)
        assert not is_ready(app)
    assert app(ADD).text.startswith("SUCCESS")
    assert is_ready(app)
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE phone_number = '7275551234'") == 1
    assert "Traceback" not in app.log_since()
    assert metrics(app)["nonagent_database_errors_total", "unavailable"] == 1


@pytest.mark.parametrize("direct", ["yes", "no"])
def test_a_function_that_reads_is_answered_and_the_loss_of_its_log_is_said_and_counted(
    start_app: StartApp, database: WorkingDatabase, direct: str
) -> None:
    app = start_app({"NONAGENT_DB_DIRECT": direct})
    before = [app(each).text for each in READS]
    written = database.value("SELECT COUNT(*) FROM vicidial_api_log")
    with refusing(database, "read_only"):
        size = app.log_size()
        answers = [app(each) for each in READS]
        said = [line for line in app.log_since(size).splitlines() if "not written" in line]
    assert [answer.status_code for answer in answers] == [200] * len(READS)
    assert [answer.text for answer in answers[1:]] == before[1:]
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log") == written
    # A picker page has no row in the API log: its login alone is lost.
    assert len(said) == len(READS)
    assert metrics(app)[LOST] == written
    assert "Traceback" not in app.log_since()


def test_the_first_request_to_a_new_name_reads_too(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app()
    with refusing(database, "read_only"):
        # Its webserver and URL have no row yet.
        assert app(function="version", headers={"Host": "new.example.com"}).text.startswith("VERSION")
    assert metrics(app)[LOST] == 1


def test_a_wrong_password_that_cannot_be_counted_is_not_judged(api: AppProcess, database: WorkingDatabase) -> None:
    with refusing(database, "read_only"):
        answer = api({"function": "list_info", "list_id": "101", "pass": "wrong"})
    assert (answer.status_code, answer.text) == (503, UNAVAILABLE)


def test_a_user_whom_read_only_does_not_bind_goes_on(start_app: StartApp, database: WorkingDatabase) -> None:
    database.run(f"GRANT READ ONLY ADMIN ON *.* TO '{APP_USER}'@'localhost'")
    try:
        app = start_app()
        with refusing(database, "read_only"):
            assert is_ready(app)
            assert app(ADD).text.startswith("SUCCESS")
    finally:
        database.run(f"REVOKE READ ONLY ADMIN ON *.* FROM '{APP_USER}'@'localhost'")


def test_the_probe_waits_for_no_lock_and_writes_nothing(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app()
    position = database.one("SHOW MASTER STATUS")
    with database.mariadb.connect(database.name) as blocker, blocker.cursor() as cursor:
        cursor.execute("FLUSH TABLES WITH READ LOCK")
        assert is_ready(app)
        # Of root alone: nobody may set it while tables are locked by another.
        cursor.execute("UNLOCK TABLES")
    with refusing(database, "read_only"):
        assert not is_ready(app)
    assert database.one("SHOW MASTER STATUS") == position


def test_an_innodb_that_is_read_only_is_not_ready_where_leads_are_in_it(
    new_mariadb: NewMariaDB, start_app: StartApp
) -> None:
    server = new_mariadb()
    database = WorkingDatabase(server)
    for engine in ("MyISAM", "InnoDB"):
        database.run(f"ALTER TABLE vicidial_list ENGINE = {engine}")
        server.stop()
        with read_only_innodb(server):
            app = start_app(database=database)
            assert is_ready(app) is (engine == "MyISAM")
            if engine == "InnoDB":
                assert_unavailable(app)
            assert app(READS[1]).status_code == 200
        server.start()
        database.reconnect()


@contextmanager
def read_only_innodb(server: PrivateMariaDB) -> Iterator[None]:
    same = PrivateMariaDB(server.folder, durable=False, arguments=("--innodb-read-only=1", "--skip-log-bin"))
    with same:
        yield


def test_a_node_that_lost_its_cluster_is_unavailable(new_mariadb: NewMariaDB, start_app: StartApp) -> None:
    if not GALERA.exists():
        pytest.skip("MariaDB's clustering is not installed (galera-4)")
    database = WorkingDatabase(new_mariadb(*galera_arguments()))
    app = start_app(database=database)
    assert is_ready(app)
    assert app(ADD).text.startswith("SUCCESS")
    database.run("SET GLOBAL wsrep_cluster_address = 'gcomm://127.0.0.1:1'")
    # It answers a SELECT without a table all the same.
    assert database.value("SELECT 1") == 1
    assert not is_ready(app)
    assert_unavailable(app)
    database.run("SET GLOBAL wsrep_cluster_address = 'gcomm://'")
    until(lambda: is_ready(app))
    assert app(READS[1]).status_code == 200


def galera_arguments() -> list[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return [
        "--wsrep-on=ON", f"--wsrep-provider={GALERA}", "--wsrep-cluster-address=gcomm://",
        "--wsrep-node-address=127.0.0.1", "--innodb-autoinc-lock-mode=2", "--default-storage-engine=InnoDB",
        f"--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:{port}",
    ]  # fmt: skip


def test_json_endpoints_are_unavailable_too(
    api: AppProcess,
    database: WorkingDatabase,
    make_key: MakeKey,  # noqa: F811
) -> None:
    key = make_key("archive", "lead")
    batch = {"insert_leads": True, "update_leads": True, "delete_leads": True, "lead_ids": [1001]}
    submission = {"email": "a@example.com", "first_name": "A", "surname": "B", "mobile": "07840258823", "type": "x"}
    with refusing(database, "read_only"):
        for path, body in {
            "/vicidial/leads/archive": batch, "/vicidial/lead/archive": batch, "/lead/add": submission,
        }.items():  # fmt: skip
            answer = api.request("POST", path, data=json.dumps(body), headers={"Authorization": f"Key={key}"})
            assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5"), (path, answer.text)
            assert "database unavailable, try again" in answer.text
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE lead_id = 1001") == 1


# -- the server that takes over --------------------------------------------------------------------------------------


def test_after_a_failover_the_next_request_reaches_the_new_server(
    database: WorkingDatabase, new_mariadb: NewMariaDB, start_app: StartApp, short_folder: Path
) -> None:
    other = WorkingDatabase(new_mariadb())
    gate = StatementGate(short_folder / "vip.sock", database.mariadb.socket)
    app = start_app({"NONAGENT_DB_SOCKET": str(gate.path)})
    assert app(READS[1]).status_code == 200
    with refusing(database, "read_only"):
        assert_unavailable(app)
        # The address moves on, and nothing cuts the connections to the old server.
        gate.server = other.mariadb.socket
        assert app(ADD).text.startswith("SUCCESS")
    assert other.value("SELECT COUNT(*) FROM vicidial_list WHERE phone_number = '7275551234'") == 1
    gate.close()


def test_connections_to_a_server_that_became_read_only_are_not_kept(
    settings: Settings, database: WorkingDatabase
) -> None:
    pool = Pool(lambda: Connection(**connection_arguments(settings)), 3, 5.0)
    told, idle, busy = pool.take(), pool.take(), pool.take()
    pool.give_back(idle)
    with refusing(database, "read_only"), pytest.raises(Unavailable):
        Session(told).run("UPDATE vicidial_list SET comments = 'x' WHERE lead_id = 1001")
    pool.give_back(told)
    pool.give_back(busy)
    assert (told.open, idle.open, busy.open) == (False, False, True)
    assert pool.take() is busy


# -- statements that may be given up ---------------------------------------------------------------------------------


@pytest.fixture
def session(settings: Settings) -> Iterator[Session]:
    connection = Connection(**connection_arguments(settings))
    yield Session(connection)
    if connection.open:
        connection.close()


def mark(session: Session, comment: str, *, dispensable: bool) -> None:
    sql = "UPDATE vicidial_list SET comments = %s WHERE lead_id = 1001"
    session.soon(sql, comment, dispensable=dispensable)


def test_only_what_is_dispensable_is_given_up(session: Session, database: WorkingDatabase) -> None:
    with refusing(database, "read_only"):
        mark(session, "one", dispensable=True)
        assert session.scalar("SELECT 1") == "1"
        assert session.given_up
        mark(session, "two", dispensable=False)
        mark(session, "three", dispensable=True)
        with pytest.raises(Unavailable):
            session.flush()
        mark(session, "four", dispensable=True)
        mark(session, "five", dispensable=False)
        with pytest.raises(Unavailable):
            session.scalar("SELECT 1")
    mark(session, "six", dispensable=True)
    session.end()
    assert database.value("SELECT comments FROM vicidial_list WHERE lead_id = 1001") == "six"


def test_a_statement_that_is_wrong_is_never_given_up(session: Session) -> None:
    session.soon("UPDATE vicidial_list SET no_such_column = 1", dispensable=True)
    with pytest.raises(Exception, match="no_such_column"):
        session.scalar("SELECT 1")
    assert session.given_up is None


def test_a_full_table_is_unavailable_and_its_connection_is_kept(session: Session, database: WorkingDatabase) -> None:
    database.run("SET GLOBAL max_heap_table_size = 16384")
    try:
        database.run("SET max_heap_table_size = 16384")
        database.run("CREATE TABLE custom_tries (n CHAR(250)) ENGINE=MEMORY")
        with pytest.raises(Unavailable, match="is full"):
            session.run("INSERT INTO custom_tries SELECT seq FROM seq_1_to_1000")
        session.soon("INSERT INTO custom_tries SELECT seq FROM seq_1_to_1000", dispensable=True)
        assert session.scalar("SELECT 1") == "1"
        assert session.given_up
        assert not session._connection.is_read_only
    finally:
        database.run("SET GLOBAL max_heap_table_size = DEFAULT; SET max_heap_table_size = DEFAULT")
        database.run("DROP TABLE custom_tries")
