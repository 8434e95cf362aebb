"""What the campaign takes for a finding, and what it lets pass: a judge that cannot condemn is worth nothing."""

from __future__ import annotations

import socket
import threading

import pytest

from tests.fuzz import judge
from tests.fuzz.hostile import MARK, SECRET
from tests.fuzz.sql_text import leaked
from tests.fuzz.wire import Answer, BadAnswer, Line, NoAnswer

PAGE = "\n<HTML><head><script>x</script></head><body>{}</body></HTML>\n"


def answer(body: str, status: int = 200, content_type: str = "text/html; charset=utf-8") -> Answer:
    return Answer(status, {"content-type": content_type}, body.encode())


@pytest.mark.parametrize(
    "statement",
    [
        f"SELECT 1 FROM t WHERE a = {MARK}1x",
        f"SELECT 1 FROM t WHERE a = 'b' {MARK.upper()}1x",
        f"SELECT 1 FROM t WHERE a = 'it\\\\' OR {MARK}1x = '1'",
        f"SELECT 1 FROM t WHERE a = 'it'' OR {MARK}1x = 1",
        f"SELECT 1 FROM `a`{MARK}1x`",
        f"SELECT 1 FROM t WHERE a = '{MARK}1x' -- and so on",
        f"SELECT 1 FROM t WHERE a = '{MARK}1x' /* and so on */",
    ],
)
def test_a_payload_outside_of_quotes_is_found(statement: str) -> None:
    assert leaked(statement.encode()) is not None


@pytest.mark.parametrize(
    "statement",
    [
        f"SELECT 1 FROM t WHERE a = '{MARK}1x'",
        f"SELECT 1 FROM t WHERE a = 'it\\'s -- {MARK}1x' AND b = 1",
        f"SELECT 1 FROM t WHERE a = 'it''s \"`{MARK}1x' AND b = \"'{MARK}\"",
        f"SELECT 1 FROM `a``'{MARK}` WHERE a = '\\\\' AND b = '# {MARK}'",
    ],
)
def test_a_payload_within_quotes_is_none(statement: str) -> None:
    assert leaked(statement.encode()) is None


@pytest.mark.parametrize(
    "line",
    [
        "2025-07-15 14:30:00,000 ERROR nonagent.legacy [x] function version failed",
        "[2025-07-15 14:30:00 -0400] [22784] [ERROR] Error handling request /",
        "Traceback (most recent call last):",
        "Exception ignored in: <generator object>",
        "request function=version made up by a caller",
        f"2025-07-15 14:30:00,000 INFO nonagent.requests [x] request user={SECRET}",
        "2025-07-15 14:30:00,000 INFO nonagent.requests [x] request user=thekey",
    ],
)
def test_a_log_line_that_must_not_be_is_found(line: str) -> None:
    harmless = "2025-07-15 14:30:00,000 INFO nonagent.requests [x] request function=version\n"
    assert list(judge.log(f"{harmless}{line}\n{harmless}", ("thekey",)))


def test_an_ordinary_log_is_none() -> None:
    lines = (
        "2025-07-15 14:30:00,000 INFO nonagent.requests [x] request status=200 result=ERROR results=ERROR:1\n"
        "[2025-07-15 14:30:00 -0400] [1] [INFO] Listening\n"
    )
    assert not list(judge.log(lines, ("thekey",)))


@pytest.mark.parametrize(
    "bad",
    [
        answer("ERROR: INTERNAL ERROR, SEE THE LOG OF THE SERVER\n"),
        answer("SUCCESS: x\n", 503),
        answer("x", content_type="text/html"),
        answer(PAGE.format("<img src=x>")),
        answer(PAGE.format("<b onclick=x>")),
        answer(PAGE.format("<script>y</script>")),
        answer(PAGE.format("<a href=\"javascript:choose_file('a','b');x();\">")),
        answer(PAGE.format("<a href=\"javascript:choose_file('a','',x(),'');\">")),
        answer(
            PAGE.format("<a href=\"javascript:choose_file('a','',name instanceof{[Symbol.hasInstance]:eval},'');\">")
        ),
    ],
)
def test_a_bad_answer_of_the_legacy_protocol_is_found(bad: Answer) -> None:
    assert judge.legacy(bad) is not None


@pytest.mark.parametrize(
    "good",
    [answer("ERROR: Invalid Source\n"), answer(PAGE.format("<b><a href=\"javascript:choose_file('a\\'(','b');\">"))],
)
def test_a_good_answer_of_the_legacy_protocol_is_none(good: Answer) -> None:
    assert judge.legacy(good) is None


@pytest.mark.parametrize(
    ("body", "status"),
    [("{", 200), ('{"a": NaN}', 200), ('{"message": "x"}', 500), ('{"message": "internal error, see the log"}', 439)],
)
def test_a_bad_json_answer_is_found(body: str, status: int) -> None:
    assert judge.json_answer(answer(body, status, "application/json"), b"{}") is not None


def test_a_500_that_a_document_has_for_an_unreadable_body_is_none() -> None:
    said = answer('{"message": "The body must be a JSON object."}', 500, "application/json")
    assert judge.json_answer(said, b"[]") is None
    assert judge.json_answer(said, b"{}") is not None


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (b"HTTP/1.1 20 OK\r\n\r\n", BadAnswer),
        (b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", BadAnswer),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", BadAnswer),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", BadAnswer),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", NoAnswer),
        (b"", NoAnswer),
    ],
)
def test_what_is_no_answer_of_http_is_found(sent: bytes, error: type[Exception]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(sent)

        serving = threading.Thread(target=serve)
        serving.start()
        line = Line(server.getsockname()[1])
        with pytest.raises(error):
            line.ask(b"GET / HTTP/1.1\r\n\r\n")
        serving.join()
        line.close()
