"""add_list and update_list: settings of a list, requests at once, and what is not to happen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

NEW = {"function": "add_list", "list_id": "1101", "list_name": "Test API list", "campaign_id": "TESTCAMP"}
ADDED = "SUCCESS: add_list LIST HAS BEEN ADDED - 6666|1101|Test API list|TESTCAMP\n"
UPDATED = "SUCCESS: update_list LIST HAS BEEN UPDATED - 6666|101\n"


def one(database: WorkingDatabase, column: str, list_id: int = 1101) -> object:
    return database.value(f"SELECT {column} FROM vicidial_lists WHERE list_id = %s", list_id)


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("http%3A%2F%2Fx%2F%27%2C+active%3D%27Q", "http://x/',+active='Q"),
        ("http%3A%2F%2Fx%2F%5C", "http://x/\\"),
        ("http%3A%2F%2Fx%2F%22%3Bb%20c", 'http://x/";b+c'),
        ("http%3A%2F%2Fx%2F%FF", "http://x/?"),
        ("http%3A%2F%2Fx%2F%25s%zz", "http://x/%s%zz"),
        ("http%3A//x%27", "http%3A//x%27"),
    ],
)
def test_a_web_form_that_is_encoded_twice_is_stored_as_it_reads(
    api: AppProcess, database: WorkingDatabase, sent: str, stored: str
) -> None:
    assert api(NEW | {"web_form_address": sent}).text == ADDED
    assert one(database, "web_form_address") == stored
    assert one(database, "active") == "N"

    assert api(function="update_list", list_id="101", web_form_address_two=sent).text == UPDATED
    assert one(database, "web_form_address_two", 101) == stored
    assert one(database, "active", 101) == "Y"


@pytest.mark.parametrize(("time", "taken"), [("123", False), ("1234", True)])
def test_a_reset_time_has_four_characters_or_more(
    api: AppProcess, database: WorkingDatabase, time: str, taken: bool
) -> None:
    for asked, done in ((NEW, ADDED), ({"function": "update_list", "list_id": "101"}, UPDATED)):
        answer = api(asked | {"reset_time": time}).text
        refused = f"ERROR: {asked['function']} RESET TIME IS NOT VALID, THIS IS AN OPTIONAL FIELD: |6666|{time}\n"
        assert answer == (done if taken else refused)


@pytest.mark.parametrize(("sent", "taken"), [("2025-12-3", False), ("2025-12-31", True)])
def test_an_expiration_date_has_ten_characters_or_more(
    api: AppProcess, database: WorkingDatabase, sent: str, taken: bool
) -> None:
    before = str(one(database, "expiration_date", 101))
    answer = api(function="update_list", list_id="101", list_name="New name", expiration_date=sent).text
    assert answer == UPDATED
    assert str(one(database, "expiration_date", 101)) == (sent if taken else before)


def test_a_form_that_ends_in_a_quote_is_logged_after_the_list_was_added(
    api: AppProcess, database: WorkingDatabase
) -> None:
    answer = api(form=NEW | {"list_description": "it's \\"})

    assert (answer.status_code, answer.text) == (200, ADDED)
    assert database.value("SELECT value FROM vicidial_api_log") == "it's \\"


def test_of_requests_at_once_one_adds_the_list(api: AppProcess, database: WorkingDatabase) -> None:
    api(function="version")
    with ThreadPoolExecutor(4) as pool:
        answers = Counter(answer.text for answer in pool.map(lambda _: api(NEW), range(12)))

    assert answers == {ADDED: 1, "ERROR: add_list LIST ALREADY EXISTS: |6666|1101\n": 11}
    assert database.value("SELECT COUNT(*) FROM vicidial_admin_log") == 1


def test_the_admin_log_shows_the_statement_that_ran(api: AppProcess, database: WorkingDatabase) -> None:
    api(NEW | {"active": "Y"})
    sql = database.value("SELECT event_sql FROM vicidial_admin_log")
    database.run("DELETE FROM vicidial_lists WHERE list_id = 1101")
    database.run(sql.replace("%", "%%"))

    assert (one(database, "list_name"), one(database, "active")) == ("Test API list", "Y")


def test_the_hopper_of_the_old_campaign_is_left_also_for_another_letter_case(
    api: AppProcess, database: WorkingDatabase
) -> None:
    api(function="update_list", list_id="101", campaign_id="testcamp")

    assert database.value("SELECT COUNT(*) FROM vicidial_hopper WHERE list_id = 101") == 0
    assert "DELETE FROM vicidial_hopper" in database.value("SELECT event_sql FROM vicidial_admin_log")


@pytest.mark.parametrize(
    "work",
    [
        {"custom_fields_add": "Y", "field_label": "extra"},
        {"custom_fields_update": "Y", "field_label": "extra"},
        {"custom_fields_delete": "Y", "field_label": "extra"},
        {"custom_fields_copy": "101"},
        {"custom_fields_copy": "1"},
    ],
    ids=lambda work: "-".join(work),
)
def test_work_on_custom_fields_opens_no_list_of_a_campaign_the_user_may_not_see(
    api: AppProcess, database: WorkingDatabase, work: dict[str, str]
) -> None:
    database.run("UPDATE vicidial_users SET delete_lists='1', modify_leads='1', custom_fields_modify='1'")
    database.changes()
    everything = {"active": "N", "reset_list": "Y", "delete_list": "Y", "delete_leads": "Y"}
    manager = {"user": "7777", "pass": "mgrpass1", "insert_if_not_found": "Y"}

    answer = api({"function": "update_list", "list_id": "301"} | manager | everything | work)

    assert answer.text == "ERROR: update_list LIST DOES NOT EXIST: |7777|301\n"
    assert {change["table"] for change in database.changes()} == {
        "vicidial_api_log", "vicidial_api_urls", "vicidial_urls", "vicidial_users", "vicidial_webservers",
    }  # fmt: skip


def test_a_restricted_user_must_write_the_list_id_as_it_is_stored(api: AppProcess) -> None:
    answer = api({"function": "update_list", "list_id": "0201", "active": "N", "user": "8002", "pass": "partner1"})

    assert answer.text == "ERROR: update_list NOT AN ALLOWED LIST ID - 0201\n"


@pytest.mark.parametrize(("used", "limit", "is_reset"), [(0, 1, True), (1, 1, False), (5, -1, True), (None, 1, True)])
def test_a_list_is_reset_as_often_a_day_as_its_limit_says(
    api: AppProcess, database: WorkingDatabase, used: int | None, limit: int, is_reset: bool
) -> None:
    database.run("UPDATE vicidial_lists SET resets_today = %s, daily_reset_limit = %s", used, limit)

    answer = api(function="update_list", list_id="101", reset_list="Y").text

    assert ("LEADS IN LIST HAVE BEEN RESET" in answer) is is_reset
    assert one(database, "resets_today", 101) == (used or 0) + is_reset


def test_of_resets_at_once_no_more_are_done_than_the_limit_says(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_lists SET daily_reset_limit = 3")

    def reset(_: int) -> bool:
        return "HAVE BEEN RESET" in api(function="update_list", list_id="101", reset_list="Y").text

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(reset, range(10))) == 3
    notes = database.all("SELECT event_notes FROM vicidial_admin_log WHERE event_code = 'ADMIN API RESET LIST'")
    assert sorted(row["event_notes"][-1] for row in notes) == ["1", "2", "3"]


def test_a_list_moved_out_of_sight_is_not_reset_any_more(api: AppProcess, database: WorkingDatabase) -> None:
    request = {"function": "update_list", "list_id": "101", "campaign_id": "OLDCAMP", "reset_list": "Y"}

    answer = api(request | {"user": "7777", "pass": "mgrpass1"}).text

    assert answer.endswith("NOTICE: update_list LIST RESET FAILED, daily reset limit reached:  /  - 7777|101\n")
    assert one(database, "resets_today", 101) == 0


@pytest.mark.parametrize("work", ["reset_list", "delete_leads"])
def test_an_archive_that_is_not_there_holds_no_leads(api: AppProcess, database: WorkingDatabase, work: str) -> None:
    database.run("DROP TABLE vicidial_list_archive")

    answer = api({"function": "update_list", "list_id": "101", "archived_lead": "Y", work: "Y"})

    assert answer.status_code == 200
    assert "LEADS IN LIST HAVE BEEN" in answer.text
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE list_id = 101") == 3


@pytest.mark.parametrize(
    ("request_", "most"),
    [
        (NEW, 7),
        ({"function": "update_list", "list_id": "101", "active": "N"}, 7),
        ({"function": "update_list", "list_id": "101", "reset_list": "Y"}, 9),
        ({"function": "update_list", "list_id": "101", "delete_leads": "Y"}, 8),
    ],
    ids=["add", "update", "reset", "delete leads"],
)
def test_few_statements_are_sent(
    api: AppProcess, count_statements: CountStatements, request_: dict[str, str], most: int
) -> None:
    api(function="version")
    with count_statements() as sent:
        api(request_)
    assert len(sent) <= most, sent
