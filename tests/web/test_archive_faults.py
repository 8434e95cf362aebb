"""The lead archive when things go wrong in between: no lead is ever lost. Source: docs/lead-archive.md."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pymysql
import pytest
import requests
from pymysql.constants import ER

from nonagent.database import Database
from nonagent.private_mariadb import PrivateMariaDB
from nonagent.settings import Settings
from nonagent.web import tables
from nonagent.web.keys import keys
from tests.conftest import NewMariaDB, StartApp
from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase
from tests.web.conftest import NOW
from tests.web.statement_gate import StatementGate

V1, V2 = "/vicidial/lead/archive/", "/vicidial/leads/archive"
LEADS = (1001, 1002, 1003)
BATCH = {"insert_leads": True, "update_leads": True, "delete_leads": True, "lead_ids": LEADS}
TABLES = ("vicidial_list", "vicidial_list_archive")

Rows = dict[int, tuple[Any, ...]]


def post(
    app: AppProcess, key: str, path: str = V2, batch: dict[str, Any] = BATCH, **headers: str
) -> requests.Response:
    return app.request("POST", path, data=json.dumps(batch), headers={"Authorization": f"Key={key}", **headers})


def counts(answer: requests.Response) -> list[int]:
    """select, insert, update, delete."""
    assert answer.status_code == 200, answer.text
    return [answer.json()[f"{step}_count"] for step in ("select", "insert", "update", "delete")]


def use_engine(database: WorkingDatabase, engine: str) -> None:
    for table in TABLES:
        database.run(f"ALTER TABLE {table} ENGINE={engine}")


@pytest.fixture
def gate(database: WorkingDatabase, short_folder: Path) -> Iterator[StatementGate]:
    """A gate before the test's MariaDB."""
    path = short_folder / f"gate{time.monotonic_ns()}.sock"
    gate = StatementGate(path, database.mariadb.socket)
    yield gate
    gate.close()


@pytest.fixture
def app(start_app: StartApp, gate: StatementGate, archive_key: str) -> AppProcess:
    """The application behind the gate, its first request done."""
    app = start_app({"NONAGENT_DB_SOCKET": str(gate.path)})
    assert app.request("POST", V2, data="{}", headers={"Authorization": f"Key={archive_key}"}).status_code == 400
    return app


# -- a dialer that changes a lead in between ------------------------------------------------------------------------


def before(statement: str, change: Callable[[], object]) -> Callable[[str], bool]:
    """Do something once, when the application is about to send a statement that begins so."""
    done: list[str] = []

    def asked(sql: str) -> bool:
        if sql.strip().startswith(statement) and not done:
            done.append(sql)
            change()
        return True

    return asked


@pytest.mark.parametrize(
    "change",
    ["status = 'SALE'", "first_name = UPPER(first_name)", "comments = NULL", "last_name = CONCAT(last_name, ' ')"],
)
@pytest.mark.parametrize("at", ["UPDATE vicidial_list_archive", "DELETE lead"])
def test_a_lead_changed_before_it_is_deleted_stays_or_is_archived_as_changed(
    app: AppProcess, gate: StatementGate, database: WorkingDatabase, archive_key: str, change: str, at: str
) -> None:
    database.run("UPDATE vicidial_list SET comments = 'c', first_name = 'ann', status = 'NEW' WHERE lead_id = 1002")
    changed: dict[str, Any] = {}

    def dialer() -> None:
        assert database.run(f"UPDATE vicidial_list SET {change} WHERE lead_id = 1002") == 1
        changed.update(database.one("SELECT * FROM vicidial_list WHERE lead_id = 1002"))

    gate.asked = before(at, dialer)
    deleted = counts(post(app, archive_key))[3]
    left = database.all("SELECT * FROM vicidial_list WHERE lead_id IN (1001, 1002, 1003)")
    if at == "DELETE lead":
        assert (deleted, left) == (2, [changed])
    else:
        assert (deleted, left) == (3, [])
        assert database.one("SELECT * FROM vicidial_list_archive WHERE lead_id = 1002") == changed


def test_on_innodb_a_dialer_waits_until_the_lead_is_moved(
    app: AppProcess, gate: StatementGate, database: WorkingDatabase, archive_key: str
) -> None:
    use_engine(database, "InnoDB")
    refused: list[int] = []

    def change() -> None:
        database.run("SET innodb_lock_wait_timeout = 1")
        with pytest.raises(pymysql.OperationalError) as caught:
            database.run("UPDATE vicidial_list SET status = 'X' WHERE lead_id = 1002")
        database.run("SET innodb_lock_wait_timeout = 50")
        refused.append(caught.value.args[0])

    gate.asked = before("DELETE lead", change)
    assert counts(post(app, archive_key))[3] == 3
    assert refused == [ER.LOCK_WAIT_TIMEOUT]


def test_after_a_deadlock_everything_is_done_anew_and_counted_once(
    app: AppProcess, gate: StatementGate, database: WorkingDatabase, archive_key: str
) -> None:
    use_engine(database, "InnoDB")
    database.run("INSERT INTO vicidial_list_archive SELECT * FROM vicidial_list WHERE lead_id = 1002")
    other = database.mariadb.connect(database.name, autocommit=False)
    seen: list[str] = []

    def dialer() -> None:
        # It holds the copy that the application waits for, and now wants a lead that the application holds.
        time.sleep(0.5)
        other.cursor().execute("UPDATE vicidial_list SET status = 'X' WHERE lead_id = 1001")
        other.rollback()

    def asked(sql: str) -> bool:
        seen.append(sql.split()[0])
        if sql.strip().startswith("INSERT IGNORE") and seen.count("INSERT") == 1:
            # More is changed here than there, so it is the application that is undone.
            other.cursor().execute("UPDATE vicidial_list_archive SET comments = 'held' WHERE lead_id = 1002")
            many = [(500_000 + number,) for number in range(200)]
            other.cursor().executemany("INSERT INTO vicidial_list_archive (lead_id) VALUES (%s)", many)
            threading.Thread(target=dialer, daemon=True).start()
        return True

    gate.asked = asked
    assert counts(post(app, archive_key)) == [3, 2, 0, 3]
    assert seen.count("SAVEPOINT") == 2
    other.close()


def test_the_connection_goes_back_clean_after_a_failure(
    app: AppProcess, gate: StatementGate, database: WorkingDatabase, archive_key: str
) -> None:
    use_engine(database, "InnoDB")
    database.run(
        "CREATE TRIGGER refuse BEFORE DELETE ON vicidial_list FOR EACH ROW"
        " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Not today'"
    )
    assert post(app, archive_key).status_code == 500
    database.run("DROP TRIGGER refuse")
    assert database.value("SELECT COUNT(*) FROM vicidial_list_archive WHERE lead_id IN (1001, 1002, 1003)") == 0
    sent: list[str] = []

    def asked(sql: str) -> bool:
        sent.append(sql)
        return True

    gate.asked = asked
    assert counts(post(app, archive_key)) == [3, 3, 0, 3]
    assert "SET autocommit = 1" in sent


# -- a batch that is cut off, and sent again with its Idempotency-Key ------------------------------------------------


#: version 1 passes over a lead that is not there
CUT_OFF = {V1: {**BATCH, "lead_ids": [*LEADS, 999999]}, V2: BATCH}


def put_back(database: WorkingDatabase) -> None:
    """Bring the leads back; one of them has an old copy in the archive, another an equal one."""
    database.run("REPLACE INTO vicidial_list SELECT * FROM originals")
    database.run("DELETE FROM vicidial_list_archive")
    database.run("INSERT INTO vicidial_list_archive SELECT * FROM originals WHERE lead_id <> 1001")
    database.run("UPDATE vicidial_list_archive SET first_name = 'Old' WHERE lead_id = 1002")


def leads_everywhere(database: WorkingDatabase) -> list[list[dict[str, Any]]]:
    return [database.all(f"SELECT * FROM {table} ORDER BY lead_id") for table in TABLES]


class KillerAt:
    """Kills the application's worker at a statement, as the kernel does when memory runs out."""

    def __init__(self, number: int, app: AppProcess) -> None:
        self.number, self.app = number, app
        self.sent: list[str] = []

    def __call__(self, sql: str) -> bool:
        self.sent.append(sql)
        if len(self.sent) == self.number:
            # gunicorn's arbiter starts another.
            for pid in Path(f"/proc/{self.app.pid}/task/{self.app.pid}/children").read_text().split():
                os.kill(int(pid), signal.SIGKILL)
        # The server gets it all the same, and nobody reads what it says.
        return True


def until_answered(send: Callable[[], requests.Response]) -> requests.Response:
    """Send again as a client does that is told to, or whose connection breaks."""
    while True:
        with suppress(requests.ConnectionError):
            answer = send()
            if answer.status_code != 503:
                return answer


@pytest.fixture
def originals(database: WorkingDatabase) -> None:
    """The leads of the batch, kept to be put back."""
    database.run("CREATE TABLE originals LIKE vicidial_list")
    database.run("INSERT INTO originals SELECT * FROM vicidial_list WHERE lead_id IN (1001, 1002, 1003)")


@pytest.mark.usefixtures("originals")
@pytest.mark.parametrize(("path", "engine"), [(V1, "MyISAM"), (V2, "MyISAM"), (V2, "InnoDB")])
def test_a_batch_whose_worker_is_killed_at_any_statement_is_finished_and_told_whole_by_its_retry(
    app: AppProcess, gate: StatementGate, database: WorkingDatabase, archive_key: str, path: str, engine: str
) -> None:
    use_engine(database, engine)
    put_back(database)
    whole = post(app, archive_key, path, CUT_OFF[path])
    assert counts(whole) == ([3, 1, 3, 3] if path == V1 else [3, 1, 1, 3])
    moved = leads_everywhere(database)
    for number in range(1, 100):
        put_back(database)
        gate.asked = killer = KillerAt(number, app)
        send = partial(post, app, archive_key, path, CUT_OFF[path], **{"Idempotency-Key": f"batch {number}"})
        with suppress(requests.ConnectionError):
            assert send().text == whole.text
        gate.asked = lambda sql: True
        with ThreadPoolExecutor(2) as clients:
            retries = [retry.result() for retry in [clients.submit(until_answered, send) for _ in range(2)]]
        assert [retry.text for retry in retries] == [whole.text] * 2, f"killed at {killer.sent[-1]}"
        assert leads_everywhere(database) == moved, f"killed at {killer.sent[-1]}"
        if len(killer.sent) < number:
            break
    assert 10 < number < 99


@pytest.mark.usefixtures("originals")
@pytest.mark.parametrize("engine", ["MyISAM", "InnoDB"])
@pytest.mark.parametrize("event", ["INSERT", "UPDATE", "DELETE"])
def test_a_batch_that_the_database_refuses_half_way_is_told_whole_once_it_is_finished(
    app: AppProcess, database: WorkingDatabase, archive_key: str, event: str, engine: str
) -> None:
    use_engine(database, engine)
    put_back(database)
    table = "vicidial_list" if event == "DELETE" else "vicidial_list_archive"
    database.run(
        f"CREATE TRIGGER refuse BEFORE {event} ON {table} FOR EACH ROW"
        " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Not today'"
    )
    again = {"Idempotency-Key": "refused"}
    assert post(app, archive_key, **again).json() == {"message": "Not today"}
    database.run("DROP TRIGGER refuse")
    assert counts(post(app, archive_key, **again)) == [3, 1, 1, 3]
    assert [
        row["lead_id"] for row in database.all("SELECT lead_id FROM vicidial_list_archive ORDER BY lead_id")
    ] == list(LEADS)


def test_steps_that_were_not_asked_for_stay_undone_when_a_batch_is_finished(
    app: AppProcess, database: WorkingDatabase, archive_key: str
) -> None:
    database.run("INSERT INTO vicidial_list_archive SELECT * FROM vicidial_list WHERE lead_id IN (1002, 1003)")
    batch = {**BATCH, "insert_leads": False, "update_leads": False}
    again = {"Idempotency-Key": "delete only"}
    first = post(app, archive_key, V1, batch, **again)
    assert counts(first) == [3, 0, 0, 2]
    # As the row stands while a batch is at work.
    found = {"found": list(LEADS), "copied": 2, "outdated": 1}
    database.run("UPDATE nonagent_idempotency SET status = NULL, body = %s", json.dumps(found))
    assert post(app, archive_key, V1, batch, **again).text == first.text
    assert database.value("SELECT COUNT(*) FROM vicidial_list_archive WHERE lead_id = 1001") == 0


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_being_altered_or_repaired_is_not_taken_for_missing_or_blank(
    json_api: AppProcess, database: WorkingDatabase, archive_key: str, table: str
) -> None:
    # What is asked once a process is known then.
    assert post(json_api, archive_key).status_code == 200
    with database.mariadb.connect(database.name) as other, other.cursor() as cursor:
        # The table's name is there, and nobody else may open it, as in the middle of a repair.
        remake = f"CREATE OR REPLACE TABLE {table} ENGINE = MyISAM AS SELECT SLEEP(2) AS lead_id"
        thread = threading.Thread(target=cursor.execute, args=(remake,))
        thread.start()
        until_sleeping(database)
        answer = post(json_api, archive_key)
        thread.join()
    assert (answer.status_code, answer.json()["message"]) == (503, "database unavailable, try again")


def until_sleeping(database: WorkingDatabase) -> None:
    deadline = time.monotonic() + 10
    while not database.value("SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User sleep'"):
        assert time.monotonic() < deadline
        time.sleep(0.02)


# -- a database that is killed --------------------------------------------------------------------------------------


class Victim:
    """A MariaDB of its own with its application, to be killed at a statement of the test's choice."""

    def __init__(self, server: PrivateMariaDB, start_app: StartApp, engine: str) -> None:
        self.server = server
        database = WorkingDatabase(server)
        use_engine(database, engine)
        database.run("CREATE TABLE originals LIKE vicidial_list")
        database.run("INSERT INTO originals SELECT * FROM vicidial_list WHERE lead_id IN (1001, 1002, 1003)")
        settings = Settings(db_socket=str(server.socket), db_name=database.name, db_user="root", db_password="")
        with Database(settings).session() as db:
            tables.make(db, with_archive=True)
            self.key = keys.create(db, "6666", ["archive"], NOW)[1]
        self.name = database.name
        self.gate = StatementGate(server.folder / "gate.sock", server.socket)
        self.app = start_app({"NONAGENT_DB_SOCKET": str(self.gate.path)}, database=database)
        self.originals = self.rows("originals")
        self.sent = 0

    def rows(self, table: str) -> Rows:
        with self.server.connect(self.name) as connection, connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table} WHERE lead_id IN (1001, 1002, 1003)")
            return {row[0]: row for row in cursor.fetchall()}

    def restore(self) -> None:
        """Bring the leads back; one of them has an old copy in the archive."""
        with self.server.connect(self.name) as connection, connection.cursor() as cursor:
            cursor.execute("REPLACE INTO vicidial_list SELECT * FROM originals")
            cursor.execute("DELETE FROM vicidial_list_archive")
            cursor.execute("INSERT INTO vicidial_list_archive SELECT * FROM originals WHERE lead_id = 1002")
            cursor.execute("UPDATE vicidial_list_archive SET first_name = 'Old' WHERE lead_id = 1002")

    def recover(self) -> None:
        """Start the server again and, as the administrator of MyISAM tables does after a crash, repair them.

        What the server itself mends when it opens a table is now and then not enough: error 126, statements later.
        """
        self.server.start()
        with self.server.connect(self.name) as connection, connection.cursor() as cursor:
            cursor.execute(f"REPAIR TABLE {', '.join([*TABLES, 'vicidial_api_log', 'vicidial_api_urls'])}")

    def killed_at(self, number: int, *, during: bool) -> bool:
        """Send the batch; kill the server before that statement, or once it has it. Returns: if it got so far."""
        self.sent = 0
        killer = threading.Thread(target=self.server.kill)

        def asked(sql: str) -> bool:
            self.sent += 1
            if self.sent != number:
                return True
            killer.start()
            if not during:
                killer.join()
            return during

        self.gate.asked = asked
        answer = post(self.app, self.key)
        self.gate.asked = lambda sql: True
        # What is done before the API log is written stays done and is told.
        assert answer.status_code in (200, 503), answer.text
        if self.sent < number:
            return False
        killer.join()
        return True


@pytest.mark.parametrize("during", [False, True], ids=["between", "during"])
@pytest.mark.parametrize("engine", ["MyISAM", "InnoDB"])
def test_a_database_killed_at_any_statement_loses_no_lead(
    new_mariadb: NewMariaDB, start_app: StartApp, engine: str, during: bool
) -> None:
    victim = Victim(new_mariadb("--innodb-flush-log-at-trx-commit=1"), start_app, engine)
    victim.restore()
    assert counts(post(victim.app, victim.key)) == [3, 2, 1, 3]
    number = 1
    while True:
        victim.restore()
        if not victim.killed_at(number, during=during):
            break
        victim.recover()
        left, kept = victim.rows("vicidial_list"), victim.rows("vicidial_list_archive")
        for lead_id, row in victim.originals.items():
            assert row in (left.get(lead_id), kept.get(lead_id)), f"{lead_id} is lost, killed at statement {number}"
        post(victim.app, victim.key)
        victim.restore()
        assert counts(post(victim.app, victim.key)) == [3, 2, 1, 3], "what a crash leaves can be archived"
        assert victim.rows("vicidial_list_archive") == victim.originals
        number += 1
    assert number > 10
    victim.gate.close()
