"""Requests as bytes on a socket: what no client library would send."""

from __future__ import annotations

import socket
from dataclasses import dataclass

HEAD = b"Host: dialer.example.com\r\nConnection: close\r\n"


@dataclass(frozen=True)
class Answer:
    """What came back until the connection ended."""

    status: int
    head: str
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf8", "surrogateescape")

    def header(self, name: str) -> str | None:
        """The value of a header, None when it is not there."""
        for line in self.head.split("\r\n")[1:]:
            found, _, value = line.partition(":")
            if found.lower() == name.lower():
                return value.strip()
        return None


def get(target: bytes, method: bytes = b"GET", head: bytes = HEAD) -> bytes:
    """A request without a body. Parameters: target, as it stands in the first line; method; head, further lines."""
    return b"%b %b HTTP/1.1\r\n%b\r\n" % (method, target, head)


def ask(port: int, request: bytes, timeout: float = 20) -> Answer:
    """Send bytes and read to the end of the connection, which the request has to ask for unless it is refused."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as connection:
        connection.sendall(request)
        return read(connection)


def read(connection: socket.socket) -> Answer:
    """Read an answer to the end of its connection."""
    received = b""
    while piece := connection.recv(65536):
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    first = head.split(b" ", 2)
    return Answer(int(first[1]) if len(first) > 1 else 0, head.decode("latin-1"), body)
