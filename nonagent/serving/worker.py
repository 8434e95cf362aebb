"""The gunicorn worker: gevent's, with a deadline for whoever sends, and a line in the log for whoever is refused.

A request waits for the database most of its time, and may wait long for a slow caller. A greenlet that waits costs a
few kilobytes, so one process holds hundreds of requests, and none of them keeps another one waiting.
"""

from __future__ import annotations

import logging
import re
import resource
import signal
import time
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import gevent
from gevent.event import Event
from gevent.pool import Pool
from gevent.server import StreamServer
from gunicorn import util
from gunicorn.http import errors, message, wsgi
from gunicorn.http.body import Body
from gunicorn.http.parser import RequestParser
from gunicorn.workers.ggevent import GeventWorker

#: how long a stopping worker waits for a request that somebody may just be sending on a connection that is kept open
STOP_LINGER_SECONDS = 2
log = logging.getLogger("nonagent.serving")

#: header lines that are remembered, and the most bytes of them
MOST_KNOWN, LONGEST_KNOWN = 1000, 500
_headers: dict[bytes, tuple[tuple[str, str], ...]] = {}

#: what waits for the next request of its connection
_idle: set[gevent.Greenlet] = set()


class HeadTimeout(errors.ParseException):  # type: ignore[misc]  # gunicorn has no types
    """The caller began a request and did not finish its head in time."""


#: what is refused with another status than 400
STATUSES = {
    HeadTimeout: 408,
    errors.LimitRequestLine: 414,
    errors.LimitRequestHeaders: 431,
    errors.ExpectationFailed: 417,
    errors.UnsupportedTransferCoding: 501,
}


class Request(message.Request):  # type: ignore[misc]
    """A request whose target may hold the unencoded bytes that Apache lets through, and whose head has a deadline."""

    #: seconds for the head; the worker puts the setting here
    patience = 30.0
    _deadline = 0.0

    @property
    def has_body(self) -> bool:
        """Whether a body follows."""
        return any(name in ("CONTENT-LENGTH", "TRANSFER-ENCODING") for name, _ in self.headers)

    def parse_request_line(self, line_bytes: bytes) -> None:
        """Read the first line as if its target were percent-encoded. Raises: errors.ParseException."""
        # legacy: old CRMs send names in UTF-8 or Latin-1 as they are.
        super().parse_request_line(line_bytes if line_bytes.isascii() else _with_encoded_target(line_bytes))

    def parse_headers(self, data: bytes, from_trailer: bool = False) -> list[tuple[str, str]]:
        """Read the header lines; a proxy sends the same ones with most requests.

        Parameters: data, all of them; from_trailer, whether they stand behind a body.
        Returns: names in capitals, and values.
        Raises: errors.ParseException.
        """
        if not from_trailer and (known := _headers.get(data)):
            return [*known]
        headers: list[tuple[str, str]] = super().parse_headers(data, from_trailer)
        # Who asks to be told to go on has had another effect too; keys are not kept longer than they are needed.
        is_plain = not self._expected_100_continue and b"authorization" not in data.lower()
        if is_plain and not from_trailer and len(data) <= LONGEST_KNOWN:
            if len(_headers) >= MOST_KNOWN:
                _headers.clear()
            _headers[data] = tuple(headers)
        return headers

    def read_into(self, unreader: Any, buf: bytearray, stop: bool = False) -> None:
        """Read on.

        Parameters: unreader and buf, of gunicorn; stop, whether nothing of this request has come yet.
        Raises: StopIteration when no request comes, HeadTimeout when only a part of one does.
        """
        if not stop:
            self._read_on(unreader, buf)
            return
        waiting = gevent.getcurrent()
        _idle.add(waiting)
        try:
            with gevent.Timeout(self.cfg.keepalive, StopIteration):
                super().read_into(unreader, buf, stop)
        finally:
            _idle.discard(waiting)
        self._deadline = time.monotonic() + self.patience

    def _read_on(self, unreader: Any, buf: bytearray) -> None:
        try:
            with _until(self._deadline, HeadTimeout):
                super().read_into(unreader, buf)
        except errors.NoMoreData:
            # Without what came until then, which gunicorn would log where it is told to log much.
            raise errors.NoMoreData from None


class Response(wsgi.Response):  # type: ignore[misc]
    """An answer whose head goes out with the first of its body: one system call, and one turn of the proxy."""

    sock: Any

    def write(self, arg: bytes) -> None:
        """Send a part. Parameters: arg, the part. Raises: OSError."""
        if self.headers_sent:
            super().write(arg)
            return
        sock, held = self.sock, _Held()
        self.sock = held
        try:
            super().write(arg)
        finally:
            self.sock = sock
        sock.sendall(b"".join(held.pieces))


class _Held:
    """What would have been sent."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def sendall(self, piece: bytes) -> None:
        self.pieces.append(piece)


class TimedBody:
    """A request's body, with a deadline for the whole of it."""

    def __init__(self, body: Body, seconds: float) -> None:
        """Parameters: body, of gunicorn; seconds from now on."""
        self._body = body
        self._deadline = time.monotonic() + seconds

    @property
    def failed(self) -> bool:
        """Whether the connection can serve no further request; gunicorn asks."""
        return bool(self._body.failed)

    def read(self, size: int | None = None) -> bytes:
        """Read. Parameters: size, at most, in bytes. Raises: TimeoutError behind the deadline, ParseException."""
        try:
            with _until(self._deadline, TimeoutError):
                return bytes(self._body.read(size))
        except BaseException:
            self._body.failed = True
            raise


@dataclass(frozen=True)
class Listener:
    """What gunicorn asks of a listening socket while it serves a connection: that may outlive the socket."""

    name: Any

    def getsockname(self) -> Any:
        """The address that is listened on."""
        return self.name


class Worker(GeventWorker):  # type: ignore[misc]
    """What `worker_class` names in nonagent.gunicorn_defaults."""

    def init_process(self) -> None:
        """Begin, in the new process."""
        # Until gunicorn sets its own handler further on, a signal gets to the parent's, copied with the rest.
        signal.signal(signal.SIGTERM, super().handle_exit)
        # Hundreds of callers and their connections to the database need more files than the usual soft limit.
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        RequestParser.mesg_class = Request
        wsgi.Response = Response
        self._stopping = Event()
        super().init_process()

    def load_wsgi(self) -> None:
        """Load the application, and what of it counts here: not before, since gevent replaces what modules import."""
        super().load_wsgi()
        from nonagent import metrics
        from nonagent.serving import refusals
        from nonagent.settings import Settings

        Request.patience = Settings.from_environment().request_timeout
        self._refuse = refusals.refuse
        self._under_way = metrics.under_way
        self._write_levels = metrics.write_levels

    def handle_exit(self, sig: int, frame: object) -> None:
        """Stop, gracefully."""
        super().handle_exit(sig, frame)
        self._stopping.set()

    def run(self) -> None:
        """Serve until told to stop; then answer what has begun."""
        servers = [self._serving(listener) for listener in self.sockets]
        while self.alive:
            self._tell()
            self._stopping.wait(1.0)
        for server in servers:
            server.close()
        self._finish([server.pool for server in servers])

    def _serving(self, listener: Any) -> StreamServer:
        listener.setblocking(1)
        handle = partial(self.handle, Listener(listener.getsockname()))
        server = StreamServer(listener, handle=handle, spawn=Pool(self.worker_connections))
        # One at a time, so that the processes share a burst.
        server.max_accept = 1
        server.start()
        return server

    def _finish(self, pools: list[Pool]) -> None:
        stopped = time.monotonic()
        while any(pools) and time.monotonic() < stopped + self.cfg.graceful_timeout:
            self._tell()
            gevent.joinall([greenlet for pool in pools for greenlet in pool], timeout=0.2)
            if time.monotonic() > stopped + STOP_LINGER_SECONDS:
                gevent.killall(list(_idle), StopIteration, block=False)
        left = sum(map(len, pools))
        if left:
            log.warning("%d requests broken off after graceful_timeout", left)

    def _tell(self) -> None:
        """Say that this process is alive, and how much is going on."""
        self.notify()
        self._write_levels()

    def timeout_ctx(self) -> AbstractContextManager[None]:
        """No deadline for waiting and reading together: Request has one for each."""
        return nullcontext()

    def handle_request(self, listener_name: Any, req: Request, sock: Any, addr: Any) -> None:
        """Answer a request whose head is read. Raises: StopIteration when the connection ends with it."""
        if req.has_body:
            req.body = TimedBody(req.body, Request.patience)
        # Whoever takes nothing of an answer for so long must not hold what is being read for it.
        sock.settimeout(Request.patience)
        try:
            with self._under_way:
                super().handle_request(listener_name, req, sock, addr)
        except TimeoutError:
            log.warning("%s took nothing of its answer for %g seconds", _address(addr), Request.patience)
            raise StopIteration from None
        except StopIteration:
            _close(sock)
            raise
        if req.body.failed:
            _close(sock)
            raise StopIteration
        sock.settimeout(None)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answer, count and log what gunicorn refuses. Nothing of it goes into the log: it may hold a password."""
        if isinstance(exc, (gevent.GreenletExit, SystemExit)):
            return
        by_caller = isinstance(exc, errors.ParseException) and not isinstance(exc, errors.InvalidResponseHeader)
        if not by_caller:
            log.error("a request failed outside the application", exc_info=exc)
        status = STATUSES.get(type(exc), 400) if by_caller else 500
        with suppress(OSError):
            client.settimeout(Request.patience)
            client.sendall(self._refuse(_address(addr), status, type(exc).__name__))
        _close(client)


def _until(moment: float, otherwise: type[Exception]) -> gevent.Timeout:
    # At least a moment: a deadline that is past has to fire, not to count for no limit.
    return gevent.Timeout(max(0.001, moment - time.monotonic()), otherwise)


def _close(sock: Any) -> None:
    # Closed in the plain way on unread bytes (old clients send a line end behind a form), a connection is reset, and
    # the caller never sees its answer.
    util.close_graceful(sock)


def _with_encoded_target(line: bytes) -> bytes:
    method, space, rest = line.partition(b" ")
    return method + space + re.sub(rb"[\x80-\xff]", lambda byte: b"%%%02X" % byte[0][0], rest)


def _address(addr: Any) -> str:
    # Over a Unix socket nobody has one.
    return str(addr[0]) if addr else ""
