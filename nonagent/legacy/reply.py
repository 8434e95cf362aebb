"""A reply as WSGI has it: what is left of a request's answer when nothing more is to be decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from werkzeug.http import HTTP_STATUS_CODES
from werkzeug.wrappers import Request
from werkzeug.wsgi import ClosingIterator

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass
class Reply:
    """Status, headers and body of one reply. It is a WSGI application, which Flask takes from a view, too."""

    status: int
    headers: dict[str, str]
    #: a list where its length is known
    body: Iterable[bytes]
    #: called when the body is sent, or nobody takes it any more
    afterwards: list[Callable[[], None]] = field(default_factory=list)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Reply, as WSGI has it."""
        if isinstance(self.body, list):
            self.headers["Content-Length"] = str(sum(map(len, self.body)))
        start_response(f"{self.status} {HTTP_STATUS_CODES[self.status]}", [*self.headers.items()])
        body = [] if environ["REQUEST_METHOD"] == "HEAD" else self.body
        return ClosingIterator(body, self.afterwards) if self.afterwards else body


def application(view: Callable[[Request], Reply]) -> Wsgi:
    """A WSGI application of a view, with nothing around it. Parameters: view. Returns: the application."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return view(Request(environ))(environ, start_response)

    return answer
