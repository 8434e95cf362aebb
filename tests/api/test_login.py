"""Login: what conformance cannot see."""

from __future__ import annotations

import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from zoneinfo import ZoneInfo

import pytest

from nonagent.api.passwords import pass_hash
from nonagent.clock import Moment
from tests.conftest import StartApp
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

# -- attempts at once ------------------------------------------------------------------------------------------------

LOCKED_LINE = "ERROR: Too many login attempts, try again in 15 minutes: |6666|LOCK|\n"
JUST_NOW = "2025-07-15 14:29:00"


@pytest.fixture
def held_users(database: WorkingDatabase) -> Iterator[Callable[..., None]]:
    """Whoever writes to user 6666 waits until it is called, with SQL to run before; who reads does not."""
    database.run("ALTER TABLE vicidial_users ENGINE = InnoDB")
    database.run("UPDATE vicidial_users SET last_login_date = %s WHERE user = '6666'", JUST_NOW)
    database.changes()
    with database.mariadb.connect(database.name) as blocker, blocker.cursor() as cursor:
        cursor.execute("START TRANSACTION")
        cursor.execute("SELECT * FROM vicidial_users WHERE user = '6666' FOR UPDATE")

        def let_go(*statements: str) -> None:
            for statement in statements:
                cursor.execute(statement)
            cursor.execute("COMMIT")

        yield let_go


def wait_for_updates(database: WorkingDatabase, count: int) -> None:
    """Wait until so many requests wait to write to users."""
    waiting = "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'UPDATE vicidial_users%'"
    deadline = time.monotonic() + 30
    while database.value(waiting.replace("UPDATE", "%UPDATE")) < count:
        assert time.monotonic() < deadline, "they do not come"
        time.sleep(0.01)


def kind(text: str) -> str:
    return text.rstrip("|\n").rpartition("|")[2]


def guess(api: AppProcess, number: int) -> str:
    return kind(api({"pass": f"guess{number}", "function": "x"}).text)


def test_of_wrong_passwords_at_once_ten_are_judged(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET last_login_date = %s WHERE user = '6666'", JUST_NOW)
    with ThreadPoolExecutor(40) as threads:
        answers = Counter(threads.map(lambda number: guess(api, number), range(200)))
    assert answers == {"BAD": 10, "LOCK": 190}
    row = database.one("SELECT * FROM vicidial_users WHERE user = '6666'")
    assert (row["failed_login_count"], row["failed_login_count_today"], row["failed_login_attempts_today"]) == (
        10, 10, 200,
    )  # fmt: skip


def test_it_is_ten_though_all_were_read_before_the_first_was_written(
    api: AppProcess, database: WorkingDatabase, held_users: Callable[..., None]
) -> None:
    with ThreadPoolExecutor(30) as threads:
        answers = threads.map(lambda number: guess(api, number), range(30))
        wait_for_updates(database, 30)
        held_users()
    assert Counter(answers) == {"BAD": 10, "LOCK": 20}


def test_of_a_user_who_was_not_here_lately_ten_more_are_judged(
    api: AppProcess, database: WorkingDatabase, held_users: Callable[..., None]
) -> None:
    with ThreadPoolExecutor(30) as threads:
        answers = threads.map(lambda number: guess(api, number), range(30))
        wait_for_updates(database, 30)
        held_users("UPDATE vicidial_users SET last_login_date = NULL WHERE user = '6666'")
    # As of thirty that come one after the other: the eleventh begins the fifteen minutes.
    assert Counter(answers) == {"BAD": 20, "LOCK": 10}


ADD = {"function": "add_lead", "phone_number": "3125550199", "phone_code": "1", "list_id": "101"}
ADD_ONCE = {**ADD, "duplicate_check": "DUPSYS"}
TENTH = "UPDATE vicidial_users SET failed_login_count = 10 WHERE user = '6666'"


def overtaken(
    app: AppProcess, database: WorkingDatabase, held_users: Callable[..., None], asked: dict[str, str]
) -> str:
    """Send a right password; the tenth wrong one is counted between its being read and its being written."""
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(lambda: app(asked).text)
        wait_for_updates(database, 1)
        held_users(TENTH)
    return answer.result()


@pytest.mark.parametrize(
    "asked",
    [
        ADD,
        ADD_ONCE,
        {"function": "agent_status", "agent_user": "1001"},
        {"function": "lead_search", "phone_number": "3125551001"},
        {"function": "recording_lookup", "lead_id": "1002"},
        {"function": "update_user", "agent_user": "1001"},
        {"function": "nonsense"},
    ],
)
def test_a_right_password_after_the_tenth_wrong_one_is_not_let_in(
    api: AppProcess, database: WorkingDatabase, held_users: Callable[..., None], asked: dict[str, str]
) -> None:
    assert overtaken(api, database, held_users, asked) == LOCKED_LINE
    (change,) = database.changes()
    change["set"].pop("modify_stamp", None)
    assert change["set"] == {
        "failed_login_count": "10", "failed_login_attempts_today": "1", "failed_last_type_today": "aLOCK",
    }  # fmt: skip


def test_nor_through_a_proxy_of_the_database(
    start_app: StartApp, database: WorkingDatabase, held_users: Callable[..., None]
) -> None:
    assert overtaken(start_app({"NONAGENT_DB_DIRECT": "no"}), database, held_users, ADD) == LOCKED_LINE


def test_nor_where_the_server_speaks_another_language(
    start_app: StartApp, database: WorkingDatabase, held_users: Callable[..., None]
) -> None:
    database.run("SET GLOBAL lc_messages = 'de_DE'")
    try:
        assert overtaken(start_app(), database, held_users, ADD) == LOCKED_LINE
        database.run("UPDATE vicidial_users SET failed_login_count = 0 WHERE user = '6666'")
        assert start_app()(function="nonsense").text == "ERROR: NO FUNCTION SPECIFIED\n"
    finally:
        database.run("SET GLOBAL lc_messages = 'en_US'")


def test_who_is_locked_out_in_the_middle_of_a_check_keeps_nobody_else_from_it(
    api: AppProcess, start_app: StartApp, database: WorkingDatabase, held_users: Callable[..., None]
) -> None:
    other = start_app()
    assert overtaken(api, database, held_users, ADD_ONCE) == LOCKED_LINE
    database.run("UPDATE vicidial_users SET failed_login_count = 0 WHERE user = '6666'")
    assert other(ADD_ONCE).text.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED")


def test_a_right_password_from_a_blocked_address_is_not_told_from_a_wrong_one_after_the_tenth(
    api: AppProcess, database: WorkingDatabase, held_users: Callable[..., None]
) -> None:
    database.run("UPDATE system_settings SET allow_ip_lists = '1', system_ip_blacklist = 'BLACK'")
    database.run("INSERT INTO vicidial_ip_list_entries (ip_list_id, ip_address) VALUES ('BLACK', '127.0.0.x')")
    assert overtaken(api, database, held_users, {"function": "x"}) == LOCKED_LINE
    database.run("UPDATE vicidial_users SET failed_login_count = 9 WHERE user = '6666'")
    assert kind(api(function="x").text) == "IPBLOCK"


# -- the time it takes -----------------------------------------------------------------------------------------------


@pytest.fixture
def slowly_hashed(database: WorkingDatabase) -> None:
    """Passwords are hashed, and that takes a good part of a second."""
    database.run("UPDATE system_settings SET pass_hash_enabled = '1', pass_key = %s, pass_cost = '12'", KEY)


def seconds(api: AppProcess, user: str) -> float:
    """How long it takes to refuse a password that was never sent before."""
    password = secrets.token_hex(8)
    begun = time.perf_counter()
    assert api({"user": user, "pass": password, "function": "x"}).text.startswith("ERROR: ")
    return time.perf_counter() - begun


@pytest.mark.usefixtures("slowly_hashed")
def test_the_time_of_a_refusal_tells_nobody_which_users_there_are(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET active = 'N' WHERE user = '7777'")
    database.run("UPDATE vicidial_users SET user_level = 1 WHERE user = '1001'")
    # The shortest of three: a busy machine makes some longer, none shorter.
    known, *others = (min(seconds(api, user) for _ in range(3)) for user in ("6666", "nobody", "7777", "1001"))
    assert known > 0.1
    for other in others:
        assert 0.5 * known < other < 2 * known


@pytest.mark.usefixtures("slowly_hashed")
def test_a_locked_user_costs_no_hash(api: AppProcess, database: WorkingDatabase) -> None:
    known = seconds(api, "6666")
    database.run("UPDATE vicidial_users SET failed_login_count = 10, last_login_date = %s", JUST_NOW)
    assert min(seconds(api, "6666") for _ in range(3)) < 0.5 * known


def test_others_are_answered_while_a_password_is_hashed(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET pass_hash_enabled = '1', pass_key = %s, pass_cost = '15'", KEY)
    with ThreadPoolExecutor() as threads:
        hashed = threads.submit(seconds, api, "6666")
        time.sleep(0.1)
        begun = time.perf_counter()
        for _ in range(10):
            assert api(function="version").text.startswith("VERSION")
        others = time.perf_counter() - begun
        assert not hashed.done()
    assert others < 0.5 * hashed.result()


def test_fifteen_minutes_are_counted_across_the_change_to_daylight_saving() -> None:
    three_in_the_morning = Moment(1741503600, ZoneInfo("America/New_York"))
    assert three_in_the_morning.text == "2025-03-09 03:00:00"
    assert three_in_the_morning.later(-900).text == "2025-03-09 01:45:00"
