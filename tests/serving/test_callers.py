"""Requests that PHP answers behind Apache: unencoded bytes, other spellings of the path, any method, long URLs."""

from __future__ import annotations

import socket
from urllib.parse import quote

import pytest
from gunicorn.config import Config

from nonagent.serving import worker
from tests.support import raw_http
from tests.support.app import API_PATH, AppProcess
from tests.support.working_database import WorkingDatabase

CALLER = b"source=test&user=6666&pass=1234"
SCRIPT = API_PATH.encode()
VERSION = b"?function=version"

SPELLINGS = (
    b"/vicidial/non_agent_api.php/foo",
    b"/vicidial/non_agent_api.php/foo//bar/../x.php",
    b"/vicidial/non_agent_api.php/",
    b"//vicidial///non_agent_api.php",
    b"/vicidial/./x/../non_agent_api.php",
    b"/vicidial/%6eon_agent_api.php",
    b"http://dialer.example.com/vicidial/non_agent_api.php",
)


@pytest.mark.parametrize("name", ["José".encode(), "José".encode("latin-1"), b"\x80\xff\xc3"], ids=repr)
def test_unencoded_bytes_in_the_url_are_read_as_encoded_ones_are(
    name: bytes, api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    encoded = quote(name).encode()
    answers, leads, urls = [], [], []
    for number, first_name in ((b"7275551231", name), (b"7275551232", encoded)):
        lead = b"?%b&function=add_lead&list_id=101&comments=%b&phone_number=%b" % (CALLER, first_name, number)
        answers.append(raw_http.ask(api.port, raw_http.get(SCRIPT + lead)))
        leads.append(database.one("SELECT comments FROM vicidial_list ORDER BY lead_id DESC LIMIT 1"))
        urls.append(database.value("SELECT url FROM vicidial_api_urls ORDER BY api_id DESC LIMIT 1"))
    assert [answer.status for answer in answers] == [200, 200]
    assert all(answer.text.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED") for answer in answers)
    assert leads[0] == leads[1]
    assert urls[0].replace("7275551231", "") == urls[1].replace("7275551232", "")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_that_leads_to_the_script_is_answered(
    spelling: bytes, api: AppProcess, database: WorkingDatabase
) -> None:
    answer = raw_http.ask(api.port, raw_http.get(spelling + VERSION))
    assert (answer.status, answer.text[:9]) == (200, "VERSION: ")
    logged = "http://dialer.example.com/vicidial/non_agent_api.php"
    assert database.value("SELECT url FROM vicidial_urls ORDER BY url_id DESC LIMIT 1") == logged


@pytest.mark.parametrize("path", [b"/vicidial/non_agent_api.phpx", b"/vicidial/x.php/non_agent_api.php", b"/.."])
def test_a_path_that_leads_elsewhere_is_not_found(path: bytes, api: AppProcess) -> None:
    assert raw_http.ask(api.port, raw_http.get(path + VERSION)).status == 404


@pytest.mark.parametrize("method", [b"get", b"Post", b"PUT", b"PROPFIND", b"FOO", b"X"])
def test_any_method_runs_the_script(method: bytes, api: AppProcess) -> None:
    answer = raw_http.ask(api.port, raw_http.get(SCRIPT + VERSION, method))
    assert (answer.status, answer.text[:9]) == (200, "VERSION: ")


def test_a_first_line_as_long_as_apaches_is_answered_and_a_longer_one_is_too_large(api: AppProcess) -> None:
    target = SCRIPT + VERSION + b"&x="
    longest = target + b"y" * (8190 - len(b"GET  HTTP/1.1") - len(target))
    fits = raw_http.ask(api.port, raw_http.get(longest))
    beyond = raw_http.ask(api.port, raw_http.get(longest + b"y"))
    assert (fits.status, fits.text[:9]) == (200, "VERSION: ")
    assert (beyond.status, beyond.text) == (414, "ERROR: REQUEST TOO LARGE\n")


def test_a_hundred_headers_beside_those_of_a_proxy_are_taken(api: AppProcess) -> None:
    head = raw_http.HEAD + b"".join(b"X-Number-%d: 1\r\n" % number for number in range(110))
    assert raw_http.ask(api.port, raw_http.get(SCRIPT + VERSION, head=head)).status == 200


def test_a_line_end_behind_the_form_does_not_cost_the_answer(api: AppProcess) -> None:
    form = CALLER + b"&function=version"
    head = raw_http.HEAD + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n" % len(form)
    for _ in range(20):
        answer = raw_http.ask(api.port, raw_http.get(SCRIPT, b"POST", head) + form + b"\r\n")
        assert answer.text.startswith("VERSION: ")


def test_a_report_of_one_block_has_its_length_and_a_longer_one_comes_in_chunks(
    api: AppProcess, database: WorkingDatabase
) -> None:
    lookup = SCRIPT + b"?" + CALLER + b"&function=recording_lookup&lead_id="
    for lead_id, count in ((78, 150), (79, 5000)):
        database.run(
            "INSERT INTO recording_log (start_time, lead_id, user, location)"
            f" SELECT '2025-07-14' + INTERVAL seq SECOND, {lead_id}, '1001', 'x' FROM seq_1_to_{count}"
        )
    short = raw_http.ask(api.port, raw_http.get(lookup + b"78"))
    long = raw_http.ask(api.port, raw_http.get(lookup + b"79"))
    assert short.body.count(b"\n") == 150
    assert short.header("Content-Length") == str(len(short.body))
    assert (long.header("Content-Length"), long.header("Transfer-Encoding")) == (None, "chunked")


@pytest.mark.parametrize("function", ["lead_search", "lead_status_search", "did_log_export", "phone_number_log"])
def test_reports_of_few_lines_have_their_length(function: str, api: AppProcess) -> None:
    asked = {
        "lead_search": {"phone_number": "7275550101", "header": "YES"},
        "lead_status_search": {"lead_id": "1001", "header": "YES"},
        "did_log_export": {"phone_number": "7275559001", "date": "2025-07-15"},
        "phone_number_log": {"phone_number": "7275550101"},
    }[function]
    answer = api(asked, function=function)
    assert answer.headers["Content-Length"] == str(len(answer.content))


def test_head_and_body_of_an_answer_are_one_packet(api: AppProcess) -> None:
    with socket.create_connection(("127.0.0.1", api.port)) as caller:
        caller.sendall(raw_http.get(SCRIPT + VERSION))
        first = caller.recv(1 << 16)
    assert b"Content-Length: " in first
    assert first.endswith(b"|\n")


def test_the_same_header_lines_are_read_as_before(api: AppProcess) -> None:
    request = raw_http.get(SCRIPT + VERSION)
    answers = [raw_http.ask(api.port, request) for _ in range(3)]
    assert {(answer.status, answer.text[:9]) for answer in answers} == {(200, "VERSION: ")}


def test_who_asks_to_be_told_to_go_on_is_told_each_time(api: AppProcess) -> None:
    form = b"function=version"
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
    head = b"POST %b HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + kind
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", api.port), timeout=20) as caller:
            caller.sendall(head % SCRIPT + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(form))
            assert caller.recv(1 << 16).startswith(b"HTTP/1.1 100 ")
            caller.sendall(form)
            said = b"".join(iter(lambda: caller.recv(1 << 16), b""))
            assert said.startswith(b"HTTP/1.1 200 ")
            assert b"VERSION: " in said


def test_header_lines_that_are_remembered_are_few_and_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_headers", {})
    monkeypatch.setattr(worker, "MOST_KNOWN", 3)
    request = worker.Request.__new__(worker.Request)
    request.cfg, request.peer_addr = Config(), ("127.0.0.1", 1)
    request.limit_request_fields, request.limit_request_field_size = 100, 8190
    for number in range(10):
        line = b"X-Number: %d" % number
        assert request.parse_headers(line) == request.parse_headers(line) == [("X-NUMBER", str(number))]
        assert line in worker._headers
        assert len(worker._headers) <= 3
    request.parse_headers(b"X-Long: " + b"x" * worker.LONGEST_KNOWN)
    request.parse_headers(b"X-Behind: a-body", from_trailer=True)
    request.parse_headers(b"Authorization: Key=secret")
    assert all(line.startswith(b"X-Number") for line in worker._headers)
