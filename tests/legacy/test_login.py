"""Login: what conformance cannot see."""

from __future__ import annotations

import threading
from zoneinfo import ZoneInfo

import pytest

from nonagent.clock import Moment
from nonagent.legacy.passwords import pass_hash
from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

KEY = "ABCDEFGHIJKLMNOP"
OTHER_KEY = "q1W2e3R4t5Y6u7I8"


@pytest.mark.parametrize(
    ("password", "key", "cost", "hashed"),
    [
        ("1234", KEY, "2", "jkdWqtG6VyXnALXOuUxNNvCoVsXyAZK"),
        ("test", KEY, "2", "tPZGc/liyZ.9DJwg7sNxOwZaUwe0h4e"),
        ("Secret99", KEY, "2", "1Dl5JSW/twmKcODJ7KABDh7H87lYma2"),
        ("1234", KEY, "10", "vmmk17INJfg.E0VKjL7eBIVro6wJWKm"),
        ("1234", OTHER_KEY, "5", "eWHgdBnrhrjt.YRoxGTOG9vI084Ujv6"),
        ("1234", OTHER_KEY, "2", "CBIv0k7yU8U7psPG6Zzzn4ZB875YLvW"),
    ],
)
def test_passwords_are_hashed_as_the_specification_shows(password: str, key: str, cost: str, hashed: str) -> None:
    assert pass_hash(password, key, cost) == hashed
    assert pass_hash(password, key, cost) == hashed


def test_bytes_behind_the_72nd_do_not_count() -> None:
    assert pass_hash("x" * 72, KEY, "2") == pass_hash("x" * 90, KEY, "2")


@pytest.mark.parametrize(("password", "key", "cost"), [("", KEY, "2"), ("a", "short", "2"), ("a", KEY, "99")])
def test_what_cannot_be_hashed_is_blank(password: str, key: str, cost: str) -> None:
    assert pass_hash(password, key, cost) == ""


@pytest.mark.parametrize("key", ["", "short", "much longer than sixteen bytes"])
@pytest.mark.parametrize("password", ["anything", "--help", ""])
def test_no_password_matches_a_blank_hash(
    api: AppProcess, database: WorkingDatabase, key: str, password: str
) -> None:
    database.run("UPDATE system_settings SET pass_hash_enabled = '1', pass_key = %s", key)
    answer = api({"pass": password, "function": "server_refresh"})
    assert answer.text.endswith("|BAD|\n")
    assert database.value("SELECT failed_login_count FROM vicidial_users WHERE user = '6666'") == 1


def test_a_blank_password_never_logs_in(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET pass = '' WHERE user = '6666'")
    assert api({"pass": "", "function": "server_refresh"}).text.endswith("|BAD|\n")


def test_a_missing_second_factor_is_not_forgiven_without_a_waiting_report(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run(
        "UPDATE system_settings SET two_factor_auth_hours = 24, two_factor_container = 'X', enable_auto_reports = '1'"
    )
    assert api(function="server_refresh").text == "ERROR: Login incorrect, please try again: |6666|1234|2FA|\n"


@pytest.mark.parametrize("user", ["' OR 1=1 --", "6666' OR 'a'='a", "6666\\", "6666%", '6666"'])
def test_a_user_name_cannot_reach_the_statement(api: AppProcess, user: str) -> None:
    answer = api({"user": user, "pass": "' OR ''='", "function": "server_refresh"})
    assert answer.text.startswith("ERROR: Login incorrect")


def test_letters_beyond_ascii_log_in_where_they_are_turned_on(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET user = 'josé', pass = 'señal' WHERE user = '6666'")
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    assert "REQUIRED FIELDS" in api({"user": "josé", "pass": "señal", "function": "server_refresh"}).text
    database.run("UPDATE system_settings SET use_non_latin = '0'")
    assert api({"user": "josé", "pass": "señal", "function": "server_refresh"}).text.endswith("|jos|seal|BAD|\n")


def test_failures_at_once_are_all_counted(api: AppProcess, database: WorkingDatabase) -> None:
    asking = [
        threading.Thread(target=api.request, args=("GET", f"{API}?function=x&user=6666&pass=wrong")) for _ in range(8)
    ]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert database.value("SELECT failed_login_count FROM vicidial_users WHERE user = '6666'") == 8


API = "/vicidial/non_agent_api.php"


def test_fifteen_minutes_are_counted_across_the_change_to_daylight_saving() -> None:
    three_in_the_morning = Moment(1741503600, ZoneInfo("America/New_York"))
    assert three_in_the_morning.text == "2025-03-09 03:00:00"
    assert three_in_the_morning.later(-900).text == "2025-03-09 01:45:00"
