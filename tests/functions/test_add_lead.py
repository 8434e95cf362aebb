"""add_lead: what conformance cannot see."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

ADD = {"function": "add_lead", "phone_number": "7275551234", "list_id": "101"}

EVERY_OPTION = ADD | {
    "list_exists_check": "Y", "usacan_prefix_check": "Y", "usacan_areacode_check": "Y", "nanpa_ac_prefix_check": "Y",
    "lookup_state": "Y", "dnc_check": "AREACODE", "campaign_dnc_check": "AREACODE", "campaign_id": "TESTCAMP",
    "duplicate_check": "DUPLIST-DUPCAMP-DUPSYS-DUPPHONEALTSYS-DUPTITLEALTPHONESYS-DUPNAMEPHONESYS-90DAY",
    "title": "Ms", "first_name": "New", "last_name": "Lead", "alt_phone": "7275559876",
    "tz_method": "POSTAL-NANPA", "postal_code": "33755", "multi_alt_phones": "7275551212_1_work!7275551213",
    "custom_fields": "Y", "favorite_color": "green", "policy_type": "Auto", "add_to_hopper": "Y",
    "hopper_local_call_time_check": "Y", "callback": "Y", "callback_datetime": "NOW", "callback_type": "USERONLY",
    "callback_user": "1001",
}  # fmt: skip


def test_a_plain_lead_takes_eight_statements(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements
) -> None:
    api(ADD)
    with count_statements() as sent:
        assert api(ADD).text.startswith("SUCCESS")
    assert len(sent) <= 8, str(sent)


def test_a_lead_with_every_option_takes_sixteen_statements(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements
) -> None:
    load_nanpa_data(database)
    api(function="version")
    with count_statements() as sent:
        answer = api(EVERY_OPTION).text
    assert "ADDED TO HOPPER" in answer
    assert "SCHEDULED CALLBACK ADDED" in answer
    assert "CUSTOM FIELDS VALUES ADDED" in answer
    assert len(sent) <= 16, str(sent)


def test_version_takes_three_statements(api: AppProcess, count_statements: CountStatements) -> None:
    api(function="version")
    with count_statements() as sent:
        api(function="version")
    assert len(sent) <= 3, str(sent)


def load_nanpa_data(database: WorkingDatabase) -> None:
    for prefix in range(200, 210):
        database.run(
            "INSERT INTO vicidial_nanpa_prefix_codes (areacode, prefix, GMT_offset, DST)"
            " VALUES ('813', %s, '-5', 'Y')",
            prefix,
        )


@pytest.mark.parametrize(
    "check", ["DUPSYS", "DUPLIST", "DUPCAMP", "DUPPHONEALTSYS", "DUPTITLEALTPHONESYS", "DUPNAMEPHONELIST"]
)
def test_of_many_requests_at_once_that_check_duplicates_one_inserts(
    start_app: StartApp, database: WorkingDatabase, check: str
) -> None:
    app = start_app(workers=2)
    lead = ADD | {"duplicate_check": check, "title": "Mr", "alt_phone": "8135550000", "first_name": "A"}
    with ThreadPoolExecutor(16) as many:
        answers = [answer.text for answer in many.map(lambda _: app(lead), range(24))]
    assert sum(answer.startswith("SUCCESS") for answer in answers) == 1
    assert sum("DUPLICATE" in answer for answer in answers) == 23
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE phone_number = '7275551234'") == 1


def test_a_lead_that_is_there_is_refused_without_waiting_for_anybody(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements
) -> None:
    assert api(ADD).text.startswith("SUCCESS")
    with count_statements() as sent:
        assert "DUPLICATE PHONE NUMBER IN LIST" in api(ADD, duplicate_check="DUPLIST").text
    # Opening, login, the look, the log's two rows: no lock is taken.
    assert len(sent) == 5, str(sent)


def test_numbers_that_are_each_others_alternate_are_serialised_too(
    start_app: StartApp, database: WorkingDatabase
) -> None:
    app = start_app(workers=2)
    one = ADD | {"phone_number": "7275550001", "alt_phone": "7275550002", "duplicate_check": "DUPPHONEALTSYS"}
    two = ADD | {"phone_number": "7275550002", "alt_phone": "7275550001", "duplicate_check": "DUPPHONEALTSYS"}
    with ThreadPoolExecutor(12) as many:
        answers = [answer.text for answer in many.map(app, [one, two] * 10)]
    assert sum(answer.startswith("SUCCESS") for answer in answers) == 1
    assert not [answer for answer in answers if "UNAVAILABLE" in answer]


@pytest.mark.parametrize("table", ["custom_101", "vicidial_hopper", "vicidial_callbacks", "vicidial_list_alt_phones"])
def test_a_crash_behind_the_lead_leaves_one_that_can_be_dialled(
    start_app: StartApp, database: WorkingDatabase, table: str
) -> None:
    app = start_app()
    load_nanpa_data(database)
    # Read by the definition, then refused: as if the server died between two writes.
    database.run(f"ALTER TABLE {table} RENAME {table}_away")
    database.run(f"CREATE VIEW {table} AS SELECT * FROM {table}_away WHERE 1 = 0 UNION SELECT * FROM {table}_away")
    answer = app(EVERY_OPTION).text
    database.run(f"DROP VIEW {table}")
    database.run(f"ALTER TABLE {table}_away RENAME {table}")
    assert answer.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551234|101|1008|")
    lead = database.one("SELECT status, list_id, called_since_last_reset FROM vicidial_list WHERE lead_id = 1008")
    assert lead == {"status": "CBHOLD", "list_id": 101, "called_since_last_reset": "N"}


@pytest.mark.parametrize(
    "text", ["O'Brien", "C:\\new\\", "\\", "a'; DROP TABLE vicidial_list; --", "100%", "%s", "two\nlines", "漢字 é"]
)
def test_free_text_is_stored_as_it_was_sent(api: AppProcess, database: WorkingDatabase, text: str) -> None:
    answer = api(
        ADD | {"custom_fields": "Y", "comments": text, "vendor_lead_code": text[:20], "favorite_color": text}
    )
    assert "CUSTOM FIELDS VALUES ADDED" in answer.text
    stored = text.replace(";", "")
    row = database.one("SELECT comments, vendor_lead_code FROM vicidial_list WHERE lead_id = 1008")
    assert row == {"comments": stored, "vendor_lead_code": text[:20].replace(";", "")}
    color = database.value("SELECT favorite_color FROM custom_101 WHERE lead_id = 1008")
    assert color == stored.removesuffix("\\")


def test_emoji_survive_where_the_column_holds_them(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE custom_101 MODIFY favorite_color VARCHAR(50) CHARACTER SET utf8mb4")
    api(ADD | {"custom_fields": "Y", "favorite_color": "a😀b", "policy_type": "a😀b", "comments": "a😀b"})
    row = database.one("SELECT favorite_color, policy_type FROM custom_101 WHERE lead_id = 1008")
    assert row == {"favorite_color": "a😀b", "policy_type": "a????b"}
    assert database.value("SELECT comments FROM vicidial_list WHERE lead_id = 1008") == "a????b"


def test_an_apostrophe_in_a_duplicate_check_is_compared_literally(api: AppProcess) -> None:
    lead = ADD | {"duplicate_check": "DUPTITLEALTPHONESYS", "title": "O'N", "alt_phone": "' OR 1=1"}
    assert api(lead).text.startswith("SUCCESS")
    assert "DUPLICATE TITLE ALT_PHONE IN SYSTEM" in api(lead).text


@pytest.mark.parametrize("days", [1, 2, 3, 7, 14, 15, 21, 28, 30, 60, 90, 180, 360])
def test_a_lead_is_a_duplicate_until_it_is_as_old_as_the_days_asked_for(
    api: AppProcess, database: WorkingDatabase, days: int
) -> None:
    check = ADD | {"duplicate_check": f"DUPSYS-{days}DAY"}
    enter = (
        "INSERT INTO vicidial_list (phone_number, entry_date)"
        " VALUES ('7275551234', '2025-07-15 14:30:00' - INTERVAL %s DAY + INTERVAL %s SECOND)"
    )
    database.run(enter, days, 0)
    assert api(check).text.startswith("SUCCESS")
    database.run("DELETE FROM vicidial_list WHERE phone_number = '7275551234'")
    database.run(enter, days, 1)
    assert "DUPLICATE PHONE NUMBER IN SYSTEM" in api(check).text


@pytest.mark.parametrize("text", ["4DAY", "5DAY", "6DAY", "8DAY", "9DAY", "10DAY", "45DAY", "360", "DAY"])
def test_days_that_are_no_limit_have_a_lead_of_any_age_count(
    api: AppProcess, database: WorkingDatabase, text: str
) -> None:
    database.run("INSERT INTO vicidial_list (phone_number, entry_date) VALUES ('7275551234', '1999-01-01')")
    assert "DUPLICATE PHONE NUMBER IN SYSTEM" in api(ADD | {"duplicate_check": f"DUPSYS-{text}"}).text


@pytest.mark.parametrize("check", ["DUPCAMP", "DUPPHONEALTCAMP", "DUPTITLEALTPHONECAMP", "DUPNAMEPHONECAMP"])
def test_of_several_duplicates_in_a_campaign_the_one_in_its_lowest_list_is_named(
    api: AppProcess, database: WorkingDatabase, check: str
) -> None:
    for lead_id, list_id in ((2001, 999), (2002, 102), (2003, 101), (2004, 101)):
        database.run(
            "INSERT INTO vicidial_list (lead_id, list_id, phone_number, alt_phone, title, first_name, last_name)"
            " VALUES (%s, %s, '7275551234', '7275559876', 'Ms', 'New', 'Lead')",
            lead_id, list_id,
        )  # fmt: skip
    names = {"title": "Ms", "first_name": "New", "last_name": "Lead", "alt_phone": "7275559876"}
    answer = api(ADD | names | {"list_id": "102", "duplicate_check": check}).text
    assert "IN CAMPAIGN LISTS" in answer
    assert "|102|2003|101" in answer


def test_a_campaign_check_of_an_undefined_list_finds_nothing(api: AppProcess) -> None:
    answer = api(ADD | {"phone_number": "3125552222", "list_id": "87654", "duplicate_check": "DUPCAMP"})
    assert answer.text.startswith("SUCCESS")


def test_a_custom_row_that_is_there_already_is_said(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("INSERT INTO custom_101 (lead_id) VALUES (1008)")
    answer = api(ADD | {"custom_fields": "Y", "favorite_color": "red", "entry_list_id": "7"})
    assert answer.text.endswith(
        "NOTICE: add_lead CUSTOM FIELDS NOT ADDED, NO FIELDS TO UPDATE DEFINED - 7275551234|1008|101\n"
    )
    assert database.value("SELECT entry_list_id FROM vicidial_list WHERE lead_id = 1008") == 7


def test_a_custom_field_without_a_column_is_said(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE custom_101 DROP COLUMN policy_type")
    answer = api(ADD | {"custom_fields": "Y", "favorite_color": "red"})
    assert "NO FIELDS TO UPDATE DEFINED" in answer.text
    assert api(ADD).text.startswith("SUCCESS")


def test_a_callback_beyond_the_calendar_has_a_zero_date(api: AppProcess, database: WorkingDatabase) -> None:
    text = "9" * 30 + "DAYS"
    answer = api(ADD | {"callback": "Y", "campaign_id": "TESTCAMP", "callback_datetime": text})
    assert f"|{text}|ANYONE|" in answer.text
    zero = database.value("SELECT CAST(callback_time AS CHAR) FROM vicidial_callbacks WHERE lead_id = 1008")
    assert zero == "0000-00-00 00:00:00"


def test_a_state_rule_without_bars_is_read_all_the_same(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_call_times SET ct_state_call_times = 'florida' WHERE call_time_id = '9am-9pm'")
    database.run(
        "UPDATE vicidial_state_call_times SET state_call_time_state = 'FL', sct_default_start = 2300,"
        " sct_default_stop = 2400 WHERE state_call_time_id = 'florida'"
    )
    answer = api(ADD | {"state": "FL", "add_to_hopper": "Y", "hopper_local_call_time_check": "Y"})
    assert "OUTSIDE OF LOCAL TIME" in answer.text


class Listener(BaseHTTPRequestHandler):
    """Another system that wants to hear of new leads; slow, as they are."""

    asked: list[str]

    def do_GET(self) -> None:
        time.sleep(0.8)
        type(self).asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"thank you; very much")

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    Listener.asked = []
    server = HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", Listener.asked
    server.shutdown()
    thread.join()
    server.server_close()


def set_new_lead_url(database: WorkingDatabase, url: str) -> None:
    database.run(
        "INSERT INTO vicidial_url_multi (campaign_id, entry_type, active, url_type, url_address)"
        " VALUES ('101', 'list', 'Y', 'apinewlead', %s)",
        url,
    )


def wait_for(database: WorkingDatabase, sql: str) -> Any:
    for _ in range(150):
        if value := database.value(sql):
            return value
        time.sleep(0.1)
    return pytest.fail(f"nothing came of {sql}")


def test_a_new_lead_url_is_asked_behind_the_answer(
    start_app: StartApp, database: WorkingDatabase, listener: tuple[str, list[str]]
) -> None:
    app = start_app()
    app(function="version")
    url, asked = listener
    set_new_lead_url(database, f"{url}/new?id=--A--lead_id--B--&name=--A--comments--B--")
    assert app(ADD | {"comments": " Jo Ann~ "}).text.startswith("SUCCESS")
    assert asked == []
    response = wait_for(database, "SELECT url_response FROM vicidial_url_log WHERE uniqueid = '1008'")
    assert response == "thank you very much"
    assert asked == ["/new?id=1008&name=Jo+Ann%7E"]


def test_tags_of_a_new_lead_url_are_filled_in_behind_one_that_is_not_closed(
    api: AppProcess, database: WorkingDatabase
) -> None:
    set_new_lead_url(database, "data:,--A--oops&phone=--A--phone--B--&text=--A--comments--B--")
    api(ADD | {"comments": "\t\u00a0kept\u00a0 "})
    url = database.value("SELECT url FROM vicidial_url_log WHERE uniqueid = '1008'")
    assert url == "data:,--A--oops&phone=7275551234&text=%C2%A0kept%C2%A0"


def test_a_custom_value_that_is_no_text_goes_into_the_new_lead_url(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("ALTER TABLE custom_101 MODIFY favorite_color BLOB")
    database.run("ALTER TABLE custom_101 MODIFY policy_type BLOB DEFAULT 0xff41")
    database.run("DELETE FROM vicidial_lists_fields WHERE list_id = 101 AND field_label = 'policy_type'")
    set_new_lead_url(database, "data:,--A--policy_type--B--")
    assert api(ADD | {"custom_fields": "Y", "favorite_color": "red"}).text.startswith("SUCCESS")
    assert database.value("SELECT url FROM vicidial_url_log WHERE uniqueid = '1008'") == "data:,%FFA"


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://127.0.0.1:9/nobody-listens-here", "ERROR: "),
        ("file:///etc/hostname", "ERROR: only http and https"),
        ("/etc/hostname-of-this", "ERROR: only http and https"),
    ],
)
def test_a_new_lead_url_that_fails_is_written_down(
    api: AppProcess, database: WorkingDatabase, url: str, error: str
) -> None:
    set_new_lead_url(database, url)
    assert api(ADD).text.startswith("SUCCESS")
    assert wait_for(database, "SELECT url_response FROM vicidial_url_log").startswith(error)


def test_a_new_lead_url_that_hangs_is_given_up(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app({"NONAGENT_NEW_LEAD_URL_TIMEOUT": "0.3"})
    silent = HTTPServer(("127.0.0.1", 0), Listener)
    set_new_lead_url(database, f"http://127.0.0.1:{silent.server_port}/")
    assert app(ADD).text.startswith("SUCCESS")
    assert "timed out" in wait_for(database, "SELECT url_response FROM vicidial_url_log")
    silent.server_close()
