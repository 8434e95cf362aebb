"""One GET with a deadline: for looking the name up, connecting, TLS, redirects and every read together."""

from __future__ import annotations

import io
import socket
import ssl
import time
import urllib.request
from collections.abc import Callable
from functools import cache, partial
from http.client import HTTPConnection, HTTPResponse
from typing import Any, TypeVar

from nonagent import name_lookups

PIECE = 1 << 16

Result = TypeVar("Result")


def get(url: str, seconds: float, most: int) -> bytes:
    """Ask a URL of http or https, and those it redirects to.

    Parameters: url; seconds for all of it; most, bytes of the answer to read.
    Returns: the answer's body, no more of it than that.
    Raises: OSError (TimeoutError behind the deadline, urllib.error.URLError and HTTPError), ValueError, OverflowError
    for a port that is none, http.client.HTTPException.
    """
    with _opener(Deadline(seconds)).open(url) as answer:
        body: bytes = answer.read(most)
    return body


class Deadline:
    """A moment by which something is to be over."""

    def __init__(self, seconds: float) -> None:
        """Parameters: seconds from now."""
        self._moment = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds until then. Raises: TimeoutError when there are none."""
        left = self._moment - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return left


class Wire:
    """A connection until a deadline, as http.client uses a socket: by sendall, makefile and close."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        """Parameters: sock, connected; deadline."""
        self._sock = sock
        self._deadline = deadline
        self._is_read = False

    def sendall(self, data: bytes) -> None:
        """Send. Parameters: data. Raises: OSError."""
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(data)

    def receive(self, size: int) -> bytes:
        """Receive. Parameters: size, at most, in bytes. Returns: what came, nothing at the end. Raises: OSError."""
        self._sock.settimeout(self._deadline.left())
        return self._sock.recv(size)

    def makefile(self, mode: str) -> io.BufferedReader:
        """The answer to come, as a file that closes the connection. Parameters: mode, `rb`."""
        self._is_read = True
        return io.BufferedReader(_Incoming(self))

    def close(self) -> None:
        """Close it, unless an answer is still being read: urllib lets go of the connection before."""
        if not self._is_read:
            self.hang_up()

    def hang_up(self) -> None:
        """Close it."""
        self._sock.close()


class TLSWire(Wire):
    """The same with TLS.

    The standard library's TLS sockets count a time limit anew for each packet, those of gevent do; here the bytes of
    TLS go over the plain socket.
    """

    def __init__(self, sock: socket.socket, deadline: Deadline, host: str) -> None:
        """Shake hands. Parameters: sock, connected; deadline; host, whose certificate is wanted. Raises: OSError."""
        super().__init__(sock, deadline)
        self._received, self._to_send = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = _tls_context().wrap_bio(self._received, self._to_send, server_hostname=host)
        self._carry_out(self._tls.do_handshake)

    def sendall(self, data: bytes) -> None:
        """Send. Parameters: data. Raises: OSError."""
        while data:
            data = data[self._carry_out(partial(self._tls.write, data)) :]

    def receive(self, size: int) -> bytes:
        """Receive. Parameters: size, at most, in bytes. Returns: what came, nothing at the end. Raises: OSError."""
        try:
            return self._carry_out(partial(self._tls.read, size))
        except ssl.SSLEOFError:
            # Many servers end a connection without a word.
            return b""

    def _carry_out(self, step: Callable[[], Result]) -> Result:
        while True:
            try:
                result = step()
            except ssl.SSLWantReadError:
                self._send()
            else:
                self._send()
                return result
            piece = super().receive(PIECE)
            if piece:
                self._received.write(piece)
            else:
                self._received.write_eof()

    def _send(self) -> None:
        if self._to_send.pending:
            super().sendall(self._to_send.read())


class _Incoming(io.RawIOBase):
    """What comes over a wire."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._wire.receive(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._wire.hang_up()
        super().close()


class _Connection(HTTPConnection):
    def __init__(self, host: str, *, deadline: Deadline, timeout: object) -> None:
        super().__init__(host)
        self.deadline = deadline

    def connect(self) -> None:
        self.sock = Wire(_connected(self.host, self.port, self.deadline), self.deadline)


class _TLSConnection(_Connection):
    default_port = 443

    def connect(self) -> None:
        sock = _connected(self.host, self.port, self.deadline)
        try:
            self.sock = TLSWire(sock, self.deadline, self.host)
        except BaseException:
            sock.close()
            raise


class _Handler(urllib.request.HTTPHandler):
    """http and https, every connection of a request until the same deadline."""

    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(partial(_Connection, deadline=self._deadline), req)

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(partial(_TLSConnection, deadline=self._deadline), req)

    https_request = urllib.request.HTTPHandler.http_request


def _opener(deadline: Deadline) -> urllib.request.OpenerDirector:
    # Built from these handlers alone, so that no redirect leads to file: or ftp:.
    opener = urllib.request.OpenerDirector()
    opener.add_handler(_Handler(deadline))
    for handler in (
        urllib.request.HTTPRedirectHandler, urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor,
    ):  # fmt: skip
        opener.add_handler(handler())
    return opener


def _connected(host: str, port: int, deadline: Deadline) -> socket.socket:
    found = name_lookups.addresses(host, port, deadline.left())
    error = OSError(f"{host} has no address")
    for left, (family, address) in zip(range(len(found), 0, -1), found, strict=True):
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            # So that an address where nobody answers leaves time for the next.
            sock.settimeout(deadline.left() / left)
            sock.connect(address)
        except OSError as failure:
            sock.close()
            error = failure
        else:
            return sock
    raise error


@cache
def _tls_context() -> ssl.SSLContext:
    return ssl.create_default_context()
