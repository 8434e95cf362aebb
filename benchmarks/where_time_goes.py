"""Tells where the time of a request goes inside the application: one caller, no server around it, warm.

    .venv/bin/python benchmarks/where_time_goes.py [--requests 3000]

Starts a MariaDB of its own. Each part is the time spent in its own functions, without that of the parts below it;
"waiting for the database" is from the last byte sent to the first that comes, and the turn of gevent's loop in it.
"""

# ruff: noqa: E402  # as the server does, before anything is loaded that it changes
from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import argparse
import io
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.ratios import ASKED
from benchmarks.stand import CALLER, CALLS, FIRST_NUMBER, OLD_NUMBER, PATH, database, environment_of

#: parts by what they are called, each with the functions whose time it is
PARTS = {
    "waiting for the database": ("nonagent.database.quick_connection.QuickConnection._received",),
    "sending statements": ("nonagent.database.quick_connection.QuickConnection.send_all",),
    "reading answers": ("nonagent.database.quick_connection.QuickConnection._read_query_result",),
    "binding values": ("nonagent.database.Session._bind",),
    "round trips besides": (
        "nonagent.database.connections.Connection.answers", "nonagent.database.connections.Connection.flush",
        "nonagent.database.connections.Connection.send",
    ),
    "taking and giving back a connection": (
        "nonagent.database.connections.Pool.take", "nonagent.database.connections.Pool.give_back",
    ),
    "reading the request": ("nonagent.legacy.endpoint.Conversation.__init__",),
    "opening and login": (
        "nonagent.legacy.endpoint.Conversation._open", "nonagent.api.login.log_in",
    ),
    "the function": (),
    "rows of the API log": ("nonagent.legacy.api_log.write", "nonagent.legacy.endpoint.Conversation._write_log"),
    "line of the log, counts": ("nonagent.legacy.endpoint.Conversation.finish",),
    "all the rest": ("nonagent.legacy.endpoint._answer", "nonagent.legacy.reply.Reply.__call__"),
}  # fmt: skip


class Watch:
    """Adds up what each part takes, without what is taken by a part below it."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._below: list[float] = []

    def over(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, watched. Parameters: part that its time is; function."""

        def watched(*of: Any, **named: Any) -> Any:
            began = time.perf_counter()
            self._below.append(0.0)
            try:
                return function(*of, **named)
            finally:
                taken = time.perf_counter() - began
                self.seconds[part] += taken - self._below.pop()
                if self._below:
                    self._below[-1] += taken

        return watched


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--requests", type=int, default=3000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="nonagent-") as name, database(Path(name), 10_000) as server:
        os.environ |= environment_of({"NONAGENT_DB_SOCKET": str(server.socket)})
        # The line of each request is written, as it is in earnest, but not among these figures.
        kept, sys.stderr = sys.stderr, (Path(name) / "log").open("w")
        try:
            found = {call: _measured(call, options.requests) for call in ASKED}
        finally:
            sys.stderr = kept
    print("| microseconds | " + " | ".join(found) + " |\n" + "|---" * (len(found) + 1) + "|")
    for part in PARTS:
        print(f"| {part} | " + " | ".join(f"{each[part] * 1e6:.0f}" for each in found.values()) + " |")
    print("| together | " + " | ".join(f"{sum(each.values()) * 1e6:.0f}" for each in found.values()) + " |")


def _measured(call: str, requests: int) -> dict[str, float]:
    """Seconds of each part of a request."""
    from nonagent import create_app

    app = create_app()
    watch = Watch()
    with _watched(watch, CALLS[call][0]["function"]):
        for number in range(requests + 200):
            if number == 200:
                watch.seconds.clear()
            reply = app(_environ(call, number), lambda *_: None)
            answer = b"".join(reply)
    assert CALLS[call][1].encode() in answer.replace(b",", b"|"), answer
    return {part: watch.seconds[part] / requests for part in PARTS}


@contextmanager
def _watched(watch: Watch, function: str) -> Iterator[None]:
    """Watch all parts, and the handler of a function."""
    from nonagent.api.registry import registered

    with ExitStack() as stack:
        for part, names in PARTS.items():
            for name in names:
                stack.enter_context(patch(name, watch.over(part, resolve_name(name))))
        handler = registered()[function]
        watched = replace(handler, handler=watch.over("the function", handler.handler))
        stack.enter_context(patch.dict(registered(), {function: watched}))
        yield


def _environ(call: str, number: int) -> dict[str, Any]:
    numbers = {OLD_NUMBER: str(FIRST_NUMBER + 1 + number % 999)}
    sent = CALLER | {name: numbers.get(value, value) for name, value in CALLS[call][0].items()}
    return {
        "REQUEST_METHOD": "GET", "PATH_INFO": PATH, "QUERY_STRING": urlencode(sent), "SERVER_NAME": "localhost",
        "SERVER_PORT": "80", "HTTP_HOST": "localhost", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1",
        "HTTP_X_FORWARDED_FOR": "127.0.0.1", "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }  # fmt: skip


if __name__ == "__main__":
    main()
