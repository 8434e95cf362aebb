"""The client's end of a connection: bytes out, answers in, each held against what HTTP says an answer is."""

from __future__ import annotations

import re
import socket
import time
from contextlib import suppress
from dataclasses import dataclass

#: seconds that an answer may take
PATIENCE = 30.0

_STATUS = re.compile(rb"HTTP/1\.[01] ([1-5][0-9]{2}) [\x20-\x7e]*")
_HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e\x80-\xff\t]*)")


class NoAnswer(Exception):
    """The connection ended, or nothing came in time; its text says which."""

    #: whether it is the orderly end behind whole answers
    is_end = False


class BadAnswer(Exception):
    """What came is no answer of HTTP; its text says why."""


@dataclass(frozen=True)
class Answer:
    """One answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content_type(self) -> str:
        """The header, blank where it is missing."""
        return self.headers.get("content-type", "")


class Line:
    """A connection, opened when the first bytes are sent, and again after the server has closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: socket.socket | None = None
        self._buffer = b""

    def ask(self, raw: bytes) -> Answer:
        """Send a request and read its answer. Raises: NoAnswer, BadAnswer."""
        was_open = self._socket is not None
        try:
            self.send(raw)
            return self._ask_rest(raw)
        except NoAnswer:
            # A kept connection may be closed by the server at any moment; only a new one must answer.
            if not was_open:
                raise
        self.send(raw)
        return self._ask_rest(raw)

    def send(self, raw: bytes) -> None:
        """Send bytes. Raises: NoAnswer when the connection has ended."""
        try:
            if self._socket is None:
                self._buffer = b""
                self._socket = socket.create_connection(("127.0.0.1", self._port), timeout=PATIENCE)
                self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.sendall(raw)
        except OSError as error:
            self.close()
            raise NoAnswer(str(error)) from error

    def read(self, method: bytes, patience: float = PATIENCE) -> Answer:
        """Read the next answer.

        Parameters: method of the request, since the answer to HEAD has no body; patience, in seconds.
        Raises: NoAnswer, BadAnswer.
        """
        assert self._socket is not None
        self._socket.settimeout(patience)
        status, headers = self._head()
        while status == 100:
            status, headers = self._head()
        if method == b"HEAD" or status in (204, 304):
            body = b""
        elif "chunked" in headers.get("transfer-encoding", "").lower():
            if "content-length" in headers:
                raise BadAnswer("both Content-Length and Transfer-Encoding")
            body = self._chunks()
        elif "content-length" in headers:
            body = self._exactly(int(headers["content-length"]))
        else:
            body = self._to_the_end()
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Answer(status, headers, body)

    def end_of_sending(self) -> None:
        """Say that nothing more will be sent."""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_WR)

    @property
    def is_open(self) -> bool:
        """Whether neither side has closed it, as far as is known."""
        return self._socket is not None

    def close(self, *, hard: bool = False) -> None:
        """Close it. Parameters: hard, by a reset."""
        if self._socket is None:
            return
        if hard:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self._socket.close()
        self._socket = None

    def _ask_rest(self, raw: bytes) -> Answer:
        return self.read(raw.partition(b" ")[0])

    def _head(self) -> tuple[int, dict[str, str]]:
        lines = self._until(b"\r\n\r\n").split(b"\r\n")
        status = _STATUS.fullmatch(lines[0])
        if not status:
            raise BadAnswer(f"status line {lines[0]!r}")
        headers: dict[str, str] = {}
        for line in lines[1:]:
            found = _HEADER.fullmatch(line)
            if not found:
                raise BadAnswer(f"header line {line!r}")
            headers[found[1].decode().lower()] = found[2].decode("latin-1")
        return int(status[1]), headers

    def _chunks(self) -> bytes:
        body = b""
        while True:
            size = self._until(b"\r\n")
            if not re.fullmatch(rb"[0-9A-Fa-f]+", size):
                raise BadAnswer(f"chunk size {size!r}")
            part = self._exactly(int(size, 16) + 2)
            if part[-2:] != b"\r\n":
                raise BadAnswer(f"a chunk ends in {part[-2:]!r}")
            if part == b"\r\n":
                return body
            body += part[:-2]

    def _until(self, end: bytes) -> bytes:
        while end not in self._buffer:
            self._more()
        found, _, self._buffer = self._buffer.partition(end)
        return found

    def _exactly(self, size: int) -> bytes:
        while len(self._buffer) < size:
            self._more()
        found, self._buffer = self._buffer[:size], self._buffer[size:]
        return found

    def _to_the_end(self) -> bytes:
        with suppress(NoAnswer):
            while True:
                self._more()
        found, self._buffer = self._buffer, b""
        self.close()
        return found

    def _more(self) -> None:
        if self._socket is None:
            raise NoAnswer("closed")
        started = time.monotonic()
        try:
            part = self._socket.recv(65536)
        except TimeoutError as error:
            self.close()
            raise NoAnswer(f"nothing for {time.monotonic() - started:.1f} s") from error
        except ConnectionResetError as error:
            # What was sent beyond an answer was not read.
            self.close()
            raise self._ended() from error
        if not part:
            self.close()
            raise self._ended()
        self._buffer += part

    def _ended(self) -> NoAnswer:
        if self._buffer:
            return NoAnswer(f"closed within an answer: {self._buffer[:200]!r}")
        ended = NoAnswer("closed")
        ended.is_end = True
        return ended
