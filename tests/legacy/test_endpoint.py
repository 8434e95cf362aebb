"""The endpoint: whatever is sent gets a defined answer, and a lost database is said and survived."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from typing import Any

import pytest
import requests

from tests.conftest import NewMariaDB, StartApp
from tests.support.app import API_PATH, AppProcess
from tests.support.working_database import WorkingDatabase

VERSION = "VERSION: 2.14-202|"


def test_an_unknown_path_is_not_found(api: AppProcess) -> None:
    assert api.request("GET", "/vicidial/other.php").status_code == 404


def test_a_teapot_says_so_in_its_own_words(api: AppProcess) -> None:
    answer = api(function="coffee")
    assert (answer.status_code, answer.reason) == (418, "I'm a teapot")


def test_every_answer_forbids_caching(api: AppProcess) -> None:
    answer = api(function="version")
    assert answer.headers["Content-Type"].replace(" ", "") == "text/html;charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-cache, must-revalidate"
    assert answer.headers["Pragma"] == "no-cache"


@pytest.mark.parametrize(
    "query",
    [
        "function[]=version",
        "function=version%00",
        "function=version&user[]=1&pass[x]=2",
        "function=%FF%FE&user=%C3%28",
        "function=add_lead&phone_number[]=7275551234&source=test&user=6666&pass=1234",
        "%",
        "&&&===&&",
        "function=add_lead&comments=%00%00&source=te&user=6666&pass=1234&phone_number=7275551234",
        "a" * 5000,
    ],
)
def test_odd_requests_get_a_defined_answer(api: AppProcess, query: str) -> None:
    answer = api.request("GET", f"{API_PATH}?{query}")
    assert answer.status_code == 200
    assert answer.text.startswith(("VERSION", "ERROR:", "SUCCESS:"))
    assert "Traceback" not in answer.text


def test_an_array_is_a_missing_parameter(api: AppProcess) -> None:
    assert api(**{"function": "add_lead", "phone_number[]": "7275551234"}).text == (
        "ERROR: add_lead INVALID PHONE NUMBER LENGTH - |6666\n"
    )


def test_a_body_over_the_limit_is_refused(start_app: StartApp) -> None:
    app = start_app({"NONAGENT_MAX_REQUEST_BYTES": "2048"})
    answer = app(function="version", form={"comments": "x" * 3000})
    assert (answer.status_code, answer.text) == (413, "ERROR: REQUEST TOO LARGE\n")
    assert app(function="version", form={"comments": "x" * 1000}).status_code == 200


def test_a_body_in_chunks_over_the_limit_is_refused(start_app: StartApp) -> None:
    app = start_app({"NONAGENT_MAX_REQUEST_BYTES": "2048"})
    parts = (part for part in (b"function=version&comments=", b"x" * 3000))
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert app.request("POST", API_PATH, data=parts, headers=headers).status_code == 413


def test_a_multipart_body_over_the_limit_is_refused(start_app: StartApp) -> None:
    app = start_app({"NONAGENT_MAX_REQUEST_BYTES": "2048"})
    answer = app.request("POST", API_PATH, files={"comments": (None, "x" * 3000)})
    assert answer.status_code == 413


def test_a_multipart_form_is_read_byte_for_byte_and_as_long_as_any_other(
    api: AppProcess, database: WorkingDatabase
) -> None:
    parts = {
        "vendor_lead_code": (None, b"a\xffb"),
        "upload": ("notes.txt", b"no field"),
        "last": (None, "x" * 600_000),
    }
    query = "?source=test&user=6666&pass=1234&function=add_lead&phone_number=7275551234"
    assert api.request("POST", API_PATH + query, files=parts).text.startswith("SUCCESS")
    assert database.value("SELECT vendor_lead_code FROM vicidial_list WHERE lead_id = 1008") == "a?b"
    assert database.value("SELECT value FROM vicidial_api_log") == "x" * 255


def test_a_body_that_cannot_be_read_is_no_form(api: AppProcess) -> None:
    headers = {"Content-Type": "multipart/form-data"}
    answer = api.request("POST", API_PATH + "?function=version", data=b"no boundary", headers=headers)
    assert (answer.status_code, answer.text[: len(VERSION)]) == (200, VERSION)


def test_a_body_that_breaks_off_is_no_request(api: AppProcess, database: WorkingDatabase) -> None:
    with socket.create_connection(("127.0.0.1", api.port), timeout=20) as connection:
        head = f"POST {API_PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        connection.sendall(f"{head}Content-Length: 500\r\n\r\nfunction=add_lead&phone_numb".encode())
        connection.shutdown(socket.SHUT_WR)
        answer = connection.makefile("rb").read().decode()
    assert answer.startswith("HTTP/1.1 400 ")
    assert answer.endswith("ERROR: REQUEST CANNOT BE READ\n")
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log") == 0


def test_a_body_in_chunks_is_read(api: AppProcess, database: WorkingDatabase) -> None:
    parts = (part for part in (b"function=vers", b"ion&agent_user=chunked"))
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert api.request("POST", API_PATH, data=parts, headers=headers).text.startswith(VERSION)
    assert database.value("SELECT agent_user FROM vicidial_api_log") == "chunked"


def test_a_quote_in_the_query_string_is_logged_as_it_is(api: AppProcess, database: WorkingDatabase) -> None:
    # Sent by hand: a well-behaved client would encode the quote.
    connection = http.client.HTTPConnection("127.0.0.1", api.port)
    connection.request("GET", API_PATH + "?function=version&x='a\"b\\")
    assert connection.getresponse().read().decode().startswith(VERSION)
    assert database.value("SELECT url FROM vicidial_api_urls").endswith("?function=version&x='a\"b\\")


@pytest.mark.parametrize("value", ["O'Brien", "C:\\new\\", '"; DROP TABLE vicidial_list; --', "%s %(x)s {}"])
def test_the_last_form_value_is_logged_as_it_is(api: AppProcess, database: WorkingDatabase, value: str) -> None:
    assert api(function="version", form={"anything": value}).status_code == 200
    assert database.value("SELECT value FROM vicidial_api_log") == value


def test_several_paths_may_answer(start_app: StartApp) -> None:
    app = start_app({"NONAGENT_PATHS": "/vicidial/non_agent_api.php,/api.php"})
    assert app.request("GET", "/api.php?function=version").text.startswith(VERSION)
    assert app.request("GET", API_PATH + "?function=version").text.startswith(VERSION)


FORWARDED = {
    "X-Forwarded-For": "203.0.113.7, 198.51.100.9",
    "X-Forwarded-Host": "Dialer.Example.org",
    "X-Forwarded-Proto": "https",
}


def logged(database: WorkingDatabase) -> dict[str, Any]:
    row = database.one("SELECT remote_ip, url FROM vicidial_api_urls ORDER BY api_id DESC LIMIT 1")
    assert row is not None
    return row


def test_forwarded_headers_of_a_stranger_are_not_believed(api: AppProcess, database: WorkingDatabase) -> None:
    api(function="version", headers=FORWARDED)
    row = logged(database)
    assert row["remote_ip"] == "127.0.0.1"
    assert row["url"].startswith("http://dialer.example.com/")


def test_forwarded_headers_of_a_trusted_proxy_are_believed(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app({"NONAGENT_TRUSTED_PROXIES": "127.0.0.1"})
    app(function="version", headers=FORWARDED)
    row = logged(database)
    assert row["remote_ip"] == "198.51.100.9"
    assert row["url"].startswith("https://dialer.example.org/vicidial/non_agent_api.php?")
    app(function="version", headers=FORWARDED | {"X-Forwarded-Port": "8443"})
    assert logged(database)["url"].startswith("https://dialer.example.org:8443/")


def test_a_chain_of_trusted_proxies_is_followed_to_the_client(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app({"NONAGENT_TRUSTED_PROXIES": "127.0.0.1,198.51.100.0/24"})
    app(function="version", headers=FORWARDED)
    assert logged(database)["remote_ip"] == "203.0.113.7"
    app(function="version", headers=FORWARDED | {"X-Forwarded-For": "<script>"})
    assert logged(database)["remote_ip"] == "127.0.0.1"


PASSWORD = {"user": "6666", "source": "test", "function": "version", "pass": "S3cretWord"}


def test_other_passwords_are_masked_where_none_may_stay(start_app: StartApp, database: WorkingDatabase) -> None:
    for setting, kept in (("none", False), ("value", True)):
        app = start_app({"NONAGENT_PASSWORDS_IN_LOG": setting})
        app(function="update_user", agent_user="1001", form={"phone_pass": "Ph0ne", "agent_pass": "Ag3nt"})
        row = database.one("SELECT value, url FROM vicidial_api_log JOIN vicidial_api_urls USING (api_id)"
                           " ORDER BY api_id DESC LIMIT 1")  # fmt: skip
        assert ("Ag3nt" in row["value"], "Ag3nt" in row["url"], "Ph0ne" in row["url"]) == (kept, kept, kept)


@pytest.mark.parametrize(
    ("setting", "in_url", "in_value"), [("none", False, False), ("value", False, True), ("all", True, True)]
)
def test_passwords_stay_in_the_log_only_as_asked(
    start_app: StartApp, database: WorkingDatabase, setting: str, in_url: bool, in_value: bool
) -> None:
    app = start_app({"NONAGENT_PASSWORDS_IN_LOG": setting})
    app(bare=True, form=PASSWORD)
    row = database.one("SELECT value, url FROM vicidial_api_log JOIN vicidial_api_urls USING (api_id)")
    assert row is not None
    assert ("S3cretWord" in row["url"]) == in_url
    assert ("S3cretWord" in row["value"]) == in_value


def test_the_process_log_holds_no_password(start_app: StartApp) -> None:
    app = start_app({"NONAGENT_LOG_LEVEL": "DEBUG"})
    app(PASSWORD | {"function": "add_lead"})
    app(PASSWORD | {"pass": "1234", "function": "add_lead", "phone_number": "7275551234", "vendor_lead_code": "a'b"})
    assert "function=add_lead" in app.log_since(0)
    assert "S3cretWord" not in app.log_since(0)


ALLOW = {
    "NONAGENT_CORS_ALLOWED_ORIGIN": "https://crm.example.com|https://.*[.]example[.]net",
    "NONAGENT_CORS_ALLOWED_METHODS": "GET, POST",
    "NONAGENT_CORS_AFFECTED_SCRIPTS": "agc.php NON_AGENT_API.php",
    "NONAGENT_CORS_ALLOWED_HEADERS": "X-Requested-With",
    "NONAGENT_CORS_CREDENTIALS": "yes",
    "NONAGENT_CORS_FRAME_OPTIONS": "DENY",
}


def test_cors_is_off_unless_set(api: AppProcess) -> None:
    answer = api(function="version", headers={"Origin": "https://crm.example.com"})
    assert not [name for name in answer.headers if name.startswith("Access-Control")]
    assert api.request("OPTIONS", API_PATH + "?function=version").text.startswith(VERSION)


def test_cors_lets_the_named_origins_in(start_app: StartApp) -> None:
    app = start_app(ALLOW)
    for origin in ("https://crm.example.com", "https://a.example.net"):
        headers = app(function="version", headers={"Origin": origin}).headers
        assert headers["Access-Control-Allow-Origin"] == origin
        assert headers["Access-Control-Allow-Methods"] == "GET, POST"
        assert headers["Access-Control-Allow-Headers"] == "X-Requested-With"
        assert headers["Access-Control-Allow-Credentials"] == "true"
        assert headers["X-Frame-Options"] == "DENY"
    assert (
        "Access-Control-Allow-Origin" not in app(function="version", headers={"Origin": "https://evil.org"}).headers
    )
    delete = app.request("DELETE", API_PATH + "?function=version", headers={"Origin": "https://crm.example.com"})
    assert "Access-Control-Allow-Origin" not in delete.headers


def test_a_preflight_ends_with_an_empty_body(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app(ALLOW)
    headers = {"Origin": "https://crm.example.com", "Access-Control-Request-Method": "POST"}
    answer = app.request("OPTIONS", API_PATH + "?function=version", headers=headers)
    assert (answer.status_code, answer.text) == (200, "")
    assert answer.headers["Access-Control-Allow-Origin"] == "https://crm.example.com"
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log") == 0


def test_a_missing_table_is_said_without_a_stack_trace(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app()
    database.run("DROP TABLE vicidial_phone_codes")
    answer = app(function="add_lead", phone_number="7275551234", list_id="101")
    assert answer.status_code == 500
    assert answer.text == "ERROR: TABLE OR COLUMN MISSING IN THE DATABASE, RUN nonagent check\n"


def test_a_lead_that_is_stored_is_told_so_whatever_fails_behind_it(
    start_app: StartApp, database: WorkingDatabase
) -> None:
    app = start_app()
    database.run("DROP TABLE vicidial_hopper")
    answer = app(function="add_lead", phone_number="7275551234", list_id="101", add_to_hopper="Y")
    assert answer.text.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551234|101|")
    assert "\nNOTICE: add_lead NOT ADDED TO HOPPER - 7275551234|" in answer.text
    assert answer.status_code == 200
    assert database.value("SELECT status FROM vicidial_list WHERE phone_number = '7275551234'") == "NEW"
    assert [row["result"] for row in database.all("SELECT result FROM vicidial_api_log")] == ["SUCCESS", "NOTICE"]


def test_a_database_away_is_said_and_survived(new_mariadb: NewMariaDB, start_app: StartApp) -> None:
    server = new_mariadb()
    app = start_app(database=WorkingDatabase(server))
    assert app(function="version").status_code == 200
    server.kill()
    answer = app(function="add_lead", phone_number="7275551234")
    assert (answer.status_code, answer.text) == (503, "ERROR: DATABASE UNAVAILABLE, TRY AGAIN\n")
    assert int(answer.headers["Retry-After"]) > 0
    assert "database unavailable" in app.log_since(0)
    assert "function=add_lead" in app.log_since(0)
    server.start()
    assert app(function="version").status_code == 200


def test_a_database_that_goes_away_in_mid_request_is_said_and_survived(
    new_mariadb: NewMariaDB, start_app: StartApp
) -> None:
    server = new_mariadb()
    working = WorkingDatabase(server)
    app = start_app(database=working)
    app(function="version")
    # The lock holds the request in the middle of its way, behind the login and before the insert.
    answers: list[requests.Response] = []
    with server.connect(working.name) as blocker, blocker.cursor() as cursor:
        cursor.execute("LOCK TABLES vicidial_list WRITE")
        asking = threading.Thread(
            target=lambda: answers.append(app(function="add_lead", phone_number="7275551234", list_id="101"))
        )
        asking.start()
        wait_until_blocked(server)
        server.kill()
    asking.join(timeout=30)
    assert [(answer.status_code, answer.text) for answer in answers] == [
        (503, "ERROR: DATABASE UNAVAILABLE, TRY AGAIN\n")
    ]
    server.start()
    assert app(function="version").status_code == 200


def wait_until_blocked(server: Any) -> None:
    with server.connect() as watcher, watcher.cursor() as cursor:
        for _ in range(200):
            cursor.execute(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE state LIKE 'Waiting for table%'"
            )
            if cursor.fetchone()[0]:
                return
            time.sleep(0.05)
    pytest.fail("the request never came to its insert")


def test_a_wrong_password_for_the_database_is_said_as_unavailable(start_app: StartApp) -> None:
    app = start_app({"NONAGENT_DB_PASSWORD": "wrong"})
    answer = app(function="version")
    assert (answer.status_code, answer.text) == (503, "ERROR: DATABASE UNAVAILABLE, TRY AGAIN\n")


def test_many_log_rows_of_a_long_request_are_written_in_parts(start_app: StartApp, database: WorkingDatabase) -> None:
    ids = range(100_000, 100_700)
    rows = ", ".join(f"({lead_id}, 101, '7275550000')" for lead_id in ids)
    database.run(f"INSERT INTO vicidial_list (lead_id, list_id, phone_number) VALUES {rows}")
    database.run("SET GLOBAL max_allowed_packet = 1048576")
    try:
        filler = ",".join(map(str, ids))
        answer = start_app()(function="lead_all_info", form={"phone_number": "7275550000", "filler": filler})
    finally:
        database.run("SET GLOBAL max_allowed_packet = DEFAULT")
    assert answer.text.count("|7275550000|") == 700
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log JOIN vicidial_api_urls USING (api_id)") == 700
    assert database.value("SELECT COUNT(*) FROM vicidial_api_urls WHERE url LIKE %s", f"%{filler}") == 700


# -- what a browser may do with an answer ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{API_PATH}?function=version", 200),
        (f"{API_PATH}?function=nonsense&user=6666&pass=1234", 200),
        (f"{API_PATH}?function=sounds_list&user=6666&pass=1234&format=link&stage=name", 200),
        (f"{API_PATH}?function=call_dispo_report&user=6666&pass=1234&campaigns=TESTCAMP&file_download=1", 200),
        (f"{API_PATH}?function=recording_lookup&source=test&user=6666&pass=1234&lead_id=1002", 200),
        ("/API/lmapi.php?user=6666&pass=1234&source=test", 200),
    ],
)
def test_an_answer_runs_and_loads_nothing_where_it_is_shown(api: AppProcess, path: str, status: int) -> None:
    answer = api.request("GET", path)
    assert answer.status_code == status
    policy = answer.headers["Content-Security-Policy"]
    # No scripts, no forms; a page of the same server may read it, and a link in it may download.
    assert policy == "default-src 'none'; sandbox allow-same-origin allow-downloads"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/openapi.json", 200), ("DELETE", "/lead/add", 405),
        ("GET", "/nothing/here", 404), ("GET", "/healthz", 200),
    ],
)  # fmt: skip
def test_no_answer_is_taken_for_another_type(api: AppProcess, method: str, path: str, status: int) -> None:
    answer = api.request(method, path)
    assert (answer.status_code, answer.headers["X-Content-Type-Options"]) == (status, "nosniff")
