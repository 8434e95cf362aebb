"""A recorded case: its request as it is sent, what is compared of the answer, and how a difference reads.

Cases whose id begins with `unsafe-` record a crash or a hole of the original and are left out.
"""

from __future__ import annotations

import json
import re
import socket
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.support.app import API_PATH, AppProcess
from tests.support.rows import in_order

FOLDER = Path(__file__).parent / "transcripts"
FUNCTIONS = frozenset(path.stem for path in FOLDER.glob("*.json")) - {"common"}
COMPARED = ("status", "content_type", "body", "disposition")


@dataclass(frozen=True)
class Case:
    """One case of a transcript: rows over the base rows, then one request or more with what they must lead to."""

    subject: str
    id: str
    steps: list[dict[str, Any]]
    fixture: str | None = None
    why: str | None = None

    @property
    def name(self) -> str:
        """The case's name in test ids: subject/id."""
        return f"{self.subject}/{self.id}"

    @property
    def functions(self) -> frozenset[str]:
        """The functions it needs: its transcript's, and those its requests name."""
        named = set(re.findall(r"[?&]function=(\w+)", " ".join(step.get("path", "") for step in self.steps)))
        named |= {
            value
            for step in self.steps
            for name, value in (*step["query"], *(step.get("form") or ()))
            if name == "function"
        }
        return (frozenset(named) | {self.subject}) & FUNCTIONS


def cases() -> Iterator[Case]:
    """Every case of every transcript, in the order of their files."""
    for path in sorted(FOLDER.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf8")):
            if not case["id"].startswith("unsafe-"):
                yield Case(path.stem, **case)


def send(app: AppProcess, step: Mapping[str, Any], web_root: str) -> dict[str, Any]:
    """Send one recorded request; return what came back, masked as in the recording."""
    options: dict[str, Any] = {"headers": step.get("headers")}
    if step.get("json") is not None:
        options["json"] = step["json"]
    elif step.get("raw") is not None:
        options["data"] = step["raw"].encode()
    elif step.get("form"):
        options["data"] = [tuple(pair) for pair in step["form"]]
    has_body = "json" in options or "data" in options
    query = "?" + urlencode([tuple(pair) for pair in step["query"]]) if step["query"] else ""
    method = step.get("method") or ("POST" if has_body else "GET")
    response = app.request(method, (step.get("path") or API_PATH) + query, **options)
    got: dict[str, Any] = {
        "status": response.status_code,
        "content_type": response.headers.get("Content-Type", ""),
        "body": response.content.decode("utf8", "replace"),
    }
    if response.headers.get("Content-Disposition"):
        got["disposition"] = response.headers["Content-Disposition"]
    return {name: mask(value, app, web_root) for name, value in got.items()}


def mask(value: Any, app: AppProcess, web_root: str) -> Any:
    """Replace what differs from machine to machine, at any depth."""
    if isinstance(value, list):
        return [mask(item, app, web_root) for item in value]
    if isinstance(value, dict):
        return {name: mask(item, app, web_root) for name, item in value.items()}
    if not isinstance(value, str):
        return value
    value = value.replace(app.url, "{{URL}}").replace(app.origin, "{{ORIGIN}}")
    if web_root:
        value = value.replace(web_root, "{{WEBROOT}}")
    # The pages' script is an implementation's own, and a logged URL may hide the password or not.
    value = re.sub(r"(<script[^>]*>).*?(</script>)", r"\1{{SCRIPT}}\2", value, flags=re.S | re.I)
    value = re.sub(r"(?<=[?&])pass=[^&]*", "pass=***", value)
    return "{{HOSTNAME}}" if value == socket.gethostname() else value


def differences(want: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    """What differs between an answer with its row changes and the recorded one, in readable lines."""
    lines: list[str] = []
    for part in COMPARED:
        if _comparable(part, want) != _comparable(part, got):
            lines += _difference(part, want.get(part), got.get(part))
    wanted, found = Counter(map(in_order, want["changes"])), Counter(map(in_order, got["changes"]))
    lines += [f"row change missing:    {change}" for change in sorted((wanted - found).elements())]
    lines += [f"row change unexpected: {change}" for change in sorted((found - wanted).elements())]
    return lines


def _comparable(part: str, answer: Mapping[str, Any]) -> Any:
    if part == "content_type":
        return (answer.get(part) or "").replace(" ", "").lower()
    return answer.get(part)


def _difference(part: str, want: Any, got: Any) -> list[str]:
    if part != "body" or want.count("\n") < 2:
        return [f"{part} want: {want!r}", f"{part} got:  {got!r}"]
    lines = [f"{part}:"]
    wanted, found = want.split("\n"), got.split("\n")
    for number in range(max(len(wanted), len(found))):
        left = wanted[number] if number < len(wanted) else None
        right = found[number] if number < len(found) else None
        if left != right:
            lines += [f"  line {number + 1} want: {left!r}", f"  line {number + 1} got:  {right!r}"]
    return lines
