"""Duplicate checks of many requests at once: which wait for each other, and which do not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import APP_USER, WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

ADD = {"function": "add_lead", "list_id": "101"}
NUMBERS = [f"72755500{place:02}" for place in range(20)]


@pytest.fixture
def app(start_app: StartApp, database: WorkingDatabase) -> Iterator[AppProcess]:
    """An application that lets letters beyond ASCII through, with a connection for each of 20 requests."""
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    # Or who reads a locked table would wait as soon as one waits to write it.
    database.run("SET GLOBAL low_priority_updates = 1")
    yield start_app({"NONAGENT_POOL_SIZE": "24"})
    database.run("SET GLOBAL low_priority_updates = 0")


def at_once(app: AppProcess, database: WorkingDatabase, leads: list[dict[str, str]]) -> tuple[list[str], list[str]]:
    """Send the leads while no row can be inserted, so that every request gets as far as the others let it.

    Returns: the answers, and what the requests waited for, as the database's list of processes has it.
    """
    app(function="version")
    with ThreadPoolExecutor(len(leads)) as many:
        database.run("LOCK TABLES vicidial_list READ")
        try:
            answers = [many.submit(app, ADD | lead) for lead in leads]
            waiting = waited_for(database, len(leads))
        finally:
            database.run("UNLOCK TABLES")
        return [answer.result().text for answer in answers], waiting


def waited_for(database: WorkingDatabase, requests: int) -> list[str]:
    deadline = time.monotonic() + 8
    while True:
        rows = database.all("SHOW PROCESSLIST")
        states = [row["State"] or "" for row in rows if row["User"] == APP_USER and row["Command"] == "Query"]
        waiting = [state for state in states if "lock" in state.lower()]
        if len(waiting) == requests or time.monotonic() > deadline:
            return waiting
        time.sleep(0.02)


def added(answers: list[str]) -> int:
    assert all(answer.startswith(("SUCCESS: ", "ERROR: add_lead DUPLICATE ")) for answer in answers), answers
    return sum(answer.startswith("SUCCESS") for answer in answers)


@pytest.mark.parametrize(
    ("title", "spellings"), [("Mr", ("12é", "12e", "12È")), ("", ("Œ 1", "OE 1", "oe 1 ")), ("é", ("ß", "SS "))]
)
def test_of_titles_and_alternate_numbers_that_the_database_calls_equal_one_is_added(
    app: AppProcess, database: WorkingDatabase, title: str, spellings: tuple[str, ...]
) -> None:
    leads = [
        {"phone_number": number, "alt_phone": spellings[place % len(spellings)],
         "title": (title, title.upper())[place % 2], "duplicate_check": "DUPTITLEALTPHONESYS"}
        for place, number in enumerate(NUMBERS)
    ]  # fmt: skip
    answers, _ = at_once(app, database, leads)
    assert added(answers) == 1


def test_leads_of_one_title_without_alternate_number_are_equal_to_that_check(
    app: AppProcess, database: WorkingDatabase
) -> None:
    same = {"title": "Zz", "duplicate_check": "DUPTITLEALTPHONESYS"}
    answers, _ = at_once(app, database, [same | {"phone_number": number} for number in NUMBERS])
    assert added(answers) == 1


def test_of_names_that_the_database_calls_equal_one_is_added(app: AppProcess, database: WorkingDatabase) -> None:
    names = [{"first_name": first, "last_name": last} for first, last in (("René", "Weiß"), ("RENE", "weiss "))]
    same = {"phone_number": NUMBERS[0], "duplicate_check": "DUPNAMEPHONELIST"}
    answers, _ = at_once(app, database, [same | names[place % 2] for place in range(20)])
    assert added(answers) == 1


def test_of_leads_that_different_checks_call_equal_one_is_added(app: AppProcess, database: WorkingDatabase) -> None:
    same = {"phone_number": NUMBERS[0], "alt_phone": NUMBERS[1], "title": "Mr", "first_name": "A", "last_name": "B"}
    checks = ("DUPLIST", "DUPCAMP", "DUPPHONEALTLIST", "DUPTITLEALTPHONESYS", "DUPNAMEPHONECAMP")
    answers, _ = at_once(app, database, [same | {"duplicate_check": checks[place % 5]} for place in range(20)])
    assert added(answers) == 1


def test_a_number_is_found_in_the_alternate_number_of_a_lead_that_is_added_at_the_same_time(
    app: AppProcess, database: WorkingDatabase
) -> None:
    # What of an alternate number is beyond its column is not stored, and the number then found.
    one = {"phone_number": "7275550001", "alt_phone": "123456789012345"}
    other = {"phone_number": "123456789012", "alt_phone": "7275550001 "}
    check = {"duplicate_check": "DUPPHONEALTSYS"}
    answers, _ = at_once(app, database, [one | check, other | check] * 10)
    assert added(answers) == 1


def test_a_lead_that_many_look_for_by_spellings_of_its_vendor_code_is_inserted_once(
    app: AppProcess, database: WorkingDatabase
) -> None:
    codes = ("Grün 1", "GRUN 1", "grùn 1 ")
    same = {
        "function": "update_lead",
        "search_method": "VENDOR_LEAD_CODE",
        "insert_if_not_found": "Y",
        "phone_code": "1",
    }
    leads = [
        same | {"vendor_lead_code": codes[place % 3], "phone_number": number} for place, number in enumerate(NUMBERS)
    ]
    answers, _ = at_once(app, database, leads)
    assert sum("LEAD HAS BEEN ADDED" in answer for answer in answers) == 1
    assert sum(answer.startswith("SUCCESS: update_lead LEAD HAS BEEN UPDATED") for answer in answers) == 19


@pytest.mark.parametrize(
    ("check", "alt_phone"), [("DUPPHONEALTSYS", ""), ("DUPPHONEALTLIST", "  "), ("DUPSYS-DUPPHONEALTCAMP", "")]
)
def test_different_numbers_without_an_alternate_one_do_not_wait_for_each_other(
    app: AppProcess, database: WorkingDatabase, check: str, alt_phone: str
) -> None:
    leads = [{"phone_number": number, "alt_phone": alt_phone, "duplicate_check": check} for number in NUMBERS[:16]]
    answers, waiting = at_once(app, database, leads)
    assert added(answers) == 16
    # Each got as far as its INSERT, which waited for the table.
    assert len(waiting) == 16
    assert "User lock" not in waiting


@pytest.mark.parametrize(
    "word", ["DUPSYS", "DUPPHONEALTSYS", "DUPPHONEALTLIST", "DUPTITLEALTPHONESYS", "DUPNAMEPHONESYS"]
)
def test_with_the_indexes_that_the_check_command_asks_for_no_check_reads_every_lead(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements,
    explain: Callable[[str], list[dict[str, Any]]], word: str,
) -> None:  # fmt: skip
    database.run("ALTER TABLE vicidial_list ADD INDEX (alt_phone)")
    database.run(
        "INSERT INTO vicidial_list (list_id, phone_number, alt_phone, title)"
        " SELECT 101, 6000000000 + seq, 7000000000 + seq, 'Mr' FROM seq_1_to_20000"
    )
    database.run("ANALYZE TABLE vicidial_list")
    api(function="version")
    lead = {"phone_number": "6000000005", "alt_phone": "7000000005", "title": "Mr", "duplicate_check": word}
    with count_statements() as sent:
        api(ADD | lead)
    plan = explain(next(text for text in sent if "FROM vicidial_list AS lead" in text))
    assert max(int(row["rows"]) for row in plan if row["table"] == "lead") < 50
