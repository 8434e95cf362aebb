"""Leads of a list reset and deleted in batches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from nonagent.database import Database, Session
from nonagent.functions.lists import list_leads
from nonagent.settings import Settings
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase

LEADS = 25


@pytest.fixture
def db(database: WorkingDatabase, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """The application's session; list 777 has leads in batches of ten, those of list 778 between them."""
    monkeypatch.setattr(list_leads, "BATCH", 10)
    database.run(
        "INSERT INTO vicidial_list (lead_id, list_id, phone_number, called_since_last_reset, modify_date)"
        " SELECT 5000 + seq, 777 + seq %% 2, seq, ELT(1 + seq DIV 2 %% 4, 'Y', 'N', '', 'Y3'), '2020-01-01'"
        " FROM seq_1_to_%s",
        2 * LEADS,
    )
    settings = Settings(
        db_socket=str(database.mariadb.socket), db_name=database.name, db_user=APP_USER, db_password=APP_PASSWORD
    )
    with Database(settings).session() as session:
        yield session


def count(database: WorkingDatabase, condition: str) -> int:
    found: int = database.value(f"SELECT COUNT(*) FROM vicidial_list WHERE {condition}")
    return found


def test_every_lead_of_the_list_is_reset_and_no_other(db: Session, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET called_since_last_reset = NULL WHERE lead_id = 5002")
    waiting = count(database, "list_id = 777 AND NOT (called_since_last_reset <=> 'N')")
    others = count(database, "list_id = 778 AND called_since_last_reset = 'N'")

    done = list_leads.reset(db, "vicidial_list", "777")

    assert done.leads == waiting > 10
    assert count(database, "list_id = 777 AND called_since_last_reset = 'N'") == LEADS
    assert count(database, "list_id = 778 AND called_since_last_reset = 'N'") == others


def test_a_lead_that_needs_no_reset_keeps_its_date(db: Session, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET modify_date = '2020-01-01' WHERE list_id = 777")
    unchanged = count(database, "list_id = 777 AND called_since_last_reset = 'N'")

    list_leads.reset(db, "vicidial_list", "777")

    assert count(database, "list_id = 777 AND modify_date = '2020-01-01'") == unchanged


def test_every_lead_of_the_list_is_deleted_and_no_other(db: Session, database: WorkingDatabase) -> None:
    assert list_leads.delete(db, "vicidial_list", "777").leads == LEADS
    assert count(database, "list_id = 777") == 0
    assert count(database, "list_id = 778") == LEADS


def test_no_statement_changes_more_than_a_batch(db: Session) -> None:
    before = db.statements
    list_leads.delete(db, "vicidial_list", "777")
    assert db.statements - before == 1 + 3


def test_leads_far_apart_share_a_batch(db: Session, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET lead_id = lead_id * 1000 WHERE list_id = 777 ORDER BY lead_id DESC")
    before = db.statements
    assert list_leads.delete(db, "vicidial_list", "777").leads == LEADS
    assert db.statements - before == 1 + 3


def test_an_empty_list_costs_one_look(db: Session) -> None:
    before = db.statements
    assert list_leads.delete(db, "vicidial_list", "4711") == list_leads.Done(0, None)
    assert db.statements - before == 1


def test_what_is_left_after_a_failure_is_done_the_next_time(
    db: Session, database: WorkingDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, left = db.run, iter([True, False])

    def fail_second(sql: str, *values: str) -> int:
        if not next(left):
            raise ConnectionError
        return run(sql, *values)

    with monkeypatch.context() as patched:
        patched.setattr(db, "run", fail_second)
        with pytest.raises(ConnectionError):
            list_leads.delete(db, "vicidial_list", "777")
    remaining = count(database, "list_id = 777")
    assert 0 < remaining < LEADS
    assert list_leads.delete(db, "vicidial_list", "777").leads == remaining
