"""What is wrong with an answer, and what the log of the server says that it must never say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from nonagent.web.archive import schemas as archive_schemas
from tests.fuzz.actions import Request
from tests.fuzz.hostile import SECRET
from tests.fuzz.wire import Answer
from tests.support.choose_page import TAGS, Page

LEGACY_TYPES = {"text/html; charset=utf-8", "text/plain;charset=UTF-8", "application/octet-stream"}
#: 413 over the limit; 400 a form that cannot be read; 405 what Load Lead does not take; 418 coffee
LEGACY_STATUSES = {200, 400, 405, 413, 418}
#: 431 to 439 are the archive's own
JSON_STATUSES = {200, 400, 401, 404, 405, 413, *range(432, 440)}
#: what says that a request failed, whatever its status
FAILURES = (
    "INTERNAL ERROR", "DATABASE UNAVAILABLE", "OR COLUMN MISSING", "internal error", "database unavailable",
    "table or column missing", "Traceback (most recent", "You have an error in your SQL",
)  # fmt: skip

#: tags that change how a name looks, as installations use them, and one of the page's own
LOOKS = {"b", "i", "u", "s", "em", "strong", "small", "big", "sub", "sup", "tt", "br", "hr", "p", "del"}
_CHOOSE = re.compile(r"javascript:choose_file\('(?:[^'\\]|\\.)*','(.*)'\);", re.S)
_IN_QUOTES = re.compile(r"(?:[^'\\]|\\.)*", re.S)
_ABLE_TO_ACT = re.compile(r"""["`(={\[]""")
#: nonagent's lines begin with their time, gunicorn's with it in brackets
_BEGINS_A_LINE = re.compile(r"\[?\d{4}-\d\d-\d\d ")
_BAD_LINES = re.compile(
    r"Traceback \(most recent call last\)|Error handling request|\b(?:ERROR|CRITICAL)\b.*nonagent"
    r"|\[(?:ERROR|CRITICAL)\]|Exception in thread|Exception ignored|never awaited"
)


def legacy(answer: Answer) -> str | None:
    """Judge an answer of the legacy protocol. Parameters: answer. Returns: what is wrong with it, if anything."""
    if answer.status not in LEGACY_STATUSES:
        return f"status {answer.status}"
    if answer.content_type not in LEGACY_TYPES and answer.status != 405:
        return f"Content-Type {answer.content_type!r}"
    text = answer.body.decode("utf8", "replace")
    return _failure(text) or _unsafe_page(text)


def json_answer(answer: Answer, sent: bytes) -> str | None:
    """Judge an answer of a JSON endpoint.

    Parameters: answer; sent, the request's body.
    Returns: what is wrong with it, if anything.
    """
    if answer.status not in JSON_STATUSES and not _says_body_is_wrong(answer, sent):
        return f"status {answer.status}"
    if failed := _failure(answer.body.decode("utf8", "replace")):
        return failed
    if not answer.body:
        return None
    if answer.content_type != "application/json":
        return f"Content-Type {answer.content_type!r}"
    try:
        json.loads(answer.body, parse_constant=_refuse)
    except ValueError as error:
        return f"no JSON: {error}"
    return None


def any_answer(answer: Answer) -> str | None:
    """Judge an answer of any page, or of the server before any. Parameters: answer. Returns: what is wrong."""
    # 501 refuses a transfer coding that nobody here speaks, as HTTP has it.
    if answer.status >= 500 and answer.status != 501:
        return f"status {answer.status}"
    return _failure(answer.body.decode("utf8", "replace"))


def of(request: Request, answer: Answer) -> str | None:
    """Judge the answer to a request. Parameters: request; answer. Returns: what is wrong with it, if anything."""
    if request.door == "legacy":
        return legacy(answer)
    if request.door == "json":
        return json_answer(answer, request.raw.partition(b"\r\n\r\n")[2])
    return any_answer(answer)


def log(text: str, secrets: tuple[str, ...]) -> Iterator[str]:
    """Judge what the server has logged.

    Parameters: text of its log; secrets, which it must not hold.
    Returns: what is wrong with it, in one text each.
    """
    if found := _BAD_LINES.search(text):
        yield f"logged: {text[text.rfind(chr(10), 0, found.start()) + 1 :][-4000:]}"
    elif line := next((line for line in text.split("\n") if line and not _BEGINS_A_LINE.match(line)), None):
        yield f"a caller's text begins a line of the log: {line[:300]!r}"
    for secret in (SECRET, *secrets):
        if secret in text:
            yield f"a secret is logged: {next(line for line in text.splitlines() if secret in line)[:1000]}"


def _says_body_is_wrong(answer: Answer, sent: bytes) -> bool:
    """Whether it is the 500 that the document of archive version 2 has for a body that cannot be parsed."""
    try:
        archive_schemas.parse(sent)
    except archive_schemas.BodyError as error:
        return answer.status == 500 and json.loads(answer.body) == {"message": str(error)}
    return False


def _failure(text: str) -> str | None:
    return next((f"answered {failure!r}" for failure in FAILURES if failure in text), None)


def _unsafe_page(text: str) -> str | None:
    if not text.lstrip().lower().startswith("<html"):
        return None
    page = Page(text)
    tags = [tag for tag, _ in page.tags]
    if strange := set(tags) - TAGS - LOOKS:
        return f"a page with the tags {strange}"
    if tags.count("script") != 1:
        return "a page with another script"
    if page.handlers:
        return f"a page that would run {page.handlers}"
    links = (unquote(attributes["href"] or "") for tag, attributes in page.tags if tag == "a")
    acting = next((link for link in links if "choose_file" in link and not _only_chooses(link)), None)
    return acting and f"a page whose link does more than choose: {acting[:300]}"


def _only_chooses(link: str) -> bool:
    found = _CHOOSE.fullmatch(re.sub(r"[\n\r\t]", "", link))
    # legacy: a field's name comes back as it was sent, quotes and all; out of its quotes it must do nothing.
    return found is not None and (_IN_QUOTES.fullmatch(found[1]) is not None or not _ABLE_TO_ACT.search(found[1]))


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")
