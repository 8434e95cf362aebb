"""What is refused before any function sees it: answered, counted, a line in the log, and no password anywhere."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import StartApp
from tests.support import raw_http
from tests.support.app import API_PATH, AppProcess
from tests.support.watching import metrics

SECRET = b"Se5cr3tWord"
TARGET = API_PATH.encode() + b"?source=test&user=6666&function=version&pass=" + SECRET
REFUSED = ("nonagent_requests_total", "none", "REFUSED")
UNREADABLE, TOO_LARGE = "ERROR: REQUEST CANNOT BE READ\n", "ERROR: REQUEST TOO LARGE\n"


def with_head(*lines: bytes) -> bytes:
    return raw_http.get(TARGET, head=raw_http.HEAD + b"".join(line + b"\r\n" for line in lines))


def posted(head: bytes, body: bytes) -> bytes:
    form = b"Content-Type: application/x-www-form-urlencoded\r\n"
    return raw_http.get(TARGET, b"POST", raw_http.HEAD + form + head + b"\r\n") + body


CHUNKED = b"Transfer-Encoding: chunked"
SHAPES = {
    "a blank in the target": (raw_http.get(TARGET + b" x"), 400, UNREADABLE),
    "a control character in the target": (raw_http.get(TARGET + b"\x01"), 400, UNREADABLE),
    "no version": (b"GET " + TARGET + b"\r\n\r\n", 400, UNREADABLE),
    "an unknown version": (b"GET " + TARGET + b" HTTP/9.9\r\n\r\n", 400, UNREADABLE),
    "lines that end in a bare line feed": (b"GET " + TARGET + b" HTTP/1.1\nHost: x\n\n", 400, UNREADABLE),
    "a method that is none": (raw_http.get(TARGET, b"G(T"), 400, UNREADABLE),
    "no target at all": (b"GET  HTTP/1.1\r\npass: " + SECRET + b"\r\n\r\n", 400, UNREADABLE),
    "a target without a slash": (raw_http.get(TARGET[1:]), 400, UNREADABLE),
    "a header without a name": (with_head(b": " + SECRET), 400, UNREADABLE),
    "a header with a blank in its name": (with_head(b"pass " + SECRET + b": 1"), 400, UNREADABLE),
    "a header with a null byte": (with_head(b"X-Pass: " + SECRET + b"\0"), 400, UNREADABLE),
    "a header too long": (with_head(b"X-Pass: " + SECRET * 1000), 431, TOO_LARGE),
    "too many headers": (with_head(*[b"X-Pass: " + SECRET] * 300), 431, TOO_LARGE),
    "a first line too long": (raw_http.get(TARGET * 200), 414, TOO_LARGE),
    "a length that is no number": (with_head(b"Content-Length: x"), 400, UNREADABLE),
    "two lengths": (with_head(b"Content-Length: 1", b"Content-Length: 2"), 400, UNREADABLE),
    "a length beside chunks": (with_head(b"Content-Length: 1", CHUNKED), 400, UNREADABLE),
    "a coding nobody knows": (with_head(b"Transfer-Encoding: rot13"), 501, UNREADABLE),
    "an expectation nobody meets": (with_head(b"Expect: " + SECRET), 417, UNREADABLE),
    "a chunk size that is no number": (posted(CHUNKED, b"zz\r\npass=" + SECRET), 400, UNREADABLE),
    "a chunk size below zero": (posted(CHUNKED, b"-30\r\npass=" + SECRET), 400, UNREADABLE),
    "a chunk without its end": (posted(CHUNKED, b"4\r\npass=" + SECRET), 400, UNREADABLE),
    "a form too large": (posted(b"Content-Length: 9000000", (b"pass=" + SECRET * 818182)[:9000000]), 413, TOO_LARGE),
    "a form too large in chunks": (posted(CHUNKED, b"899999\r\n" + SECRET * 900000), 413, TOO_LARGE),
}  # fmt: skip


@pytest.mark.parametrize("style", ["text", "json"])
def test_every_refusal_is_answered_counted_and_logged_without_a_password(style: str, start_app: StartApp) -> None:
    app = start_app({"NONAGENT_LOG_FORMAT": style, "GUNICORN_CMD_ARGS": "--log-level debug --access-logfile -"})
    for shape, (request, status, line) in SHAPES.items():
        answer = raw_http.ask(app.port, request)
        assert (answer.status, answer.text) == (status, line), shape
    assert metrics(app)[REFUSED] == len(SHAPES)
    log = app.log_since()
    assert SECRET.decode() not in log
    assert "Traceback" not in log
    ids = request_ids(log, style)
    assert len(ids) == len(set(ids)) == len(SHAPES)


def request_ids(log: str, style: str) -> list[str]:
    if style == "text":
        return re.findall(r"\[([0-9a-f]{16})\] request function=- .* result=REFUSED ", log)
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    return [line["request_id"] for line in lines if line.get("result") == "REFUSED"]


def test_a_connection_cut_in_its_head_shows_nothing_of_it(start_app: StartApp) -> None:
    app = start_app({"GUNICORN_CMD_ARGS": "--log-level debug"})
    for cut in (b"GET " + TARGET, with_head()[:-4]):
        raw = raw_http.socket.create_connection(("127.0.0.1", app.port))
        raw.sendall(cut)
        raw.close()
    assert raw_http.ask(app.port, raw_http.get(API_PATH.encode() + b"?function=version")).status == 200
    assert SECRET.decode() not in app.log_since()


@pytest.mark.parametrize("path", ["/lead/add", "/vicidial/leads/archive", "/vicidial/lead/archive/"])
def test_malformed_chunks_are_a_bad_request_for_the_json_endpoints_too(path: str, start_app: StartApp) -> None:
    app = start_app()
    for size in (b"zz", b"-30"):
        head = raw_http.HEAD + b"Content-Type: application/json\r\n" + CHUNKED + b"\r\n"
        answer = raw_http.ask(app.port, raw_http.get(path.encode(), b"POST", head) + size + b"\r\n{}\r\n0\r\n\r\n")
        assert answer.status == 400
        json.loads(answer.text)
    assert "Traceback" not in app.log_since()


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nothing", 404), ("DELETE", "/lead/add", 405)])
def test_what_no_view_answers_is_counted_and_logged(method: str, path: str, status: int, start_app: StartApp) -> None:
    app = start_app()
    assert app.request(method, f"{path}?pass={SECRET.decode()}").status_code == status
    assert metrics(app)[REFUSED] == 1
    assert f" status={status} result=REFUSED" in app.log_since()
    assert SECRET.decode() not in app.log_since()


def test_a_body_that_nobody_reads_is_taken_before_the_answer(api: AppProcess) -> None:
    """Whoever goes on sending would find the connection broken, and never read why."""
    for path, status in (("/nothing", 404), (API_PATH, 200)):
        body = b"x" * 5_000_000
        head = raw_http.HEAD + b"Content-Length: %d\r\n" % len(body)
        target = f"{path}?function=version".encode()
        assert raw_http.ask(api.port, raw_http.get(target, b"PUT", head) + body).status == status
