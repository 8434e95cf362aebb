"""Hosts for the application to ask: each does what a test wants with whoever connects."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress

#: what a host does with a connection; it is told the path that was asked for, blank before a request is read
Manner = Callable[[socket.socket, str], None]


class Host:
    """Listens on a port of the loopback interface until it is closed."""

    def __init__(self, manner: Manner, *, reads: bool = True, tls: ssl.SSLContext | None = None) -> None:
        """Parameters: manner; reads, whether it takes a request first; tls, to speak it, with a certificate."""
        self.asked: list[str] = []
        self._manner, self._reads, self._tls = manner, reads, tls
        self._closed = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Its address."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def close(self) -> None:
        """Take no more connections; the threads of those it has end with the test process."""
        self._closed.set()
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            if self._tls:
                client = self._tls.wrap_socket(client, server_side=True)
            path = _path(client) if self._reads else ""
            self.asked.append(path)
            self._manner(client, path)


def _path(client: socket.socket) -> str:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = client.recv(65536)
        if not piece:
            return ""
        head += piece
    return head.split()[1].decode()


def says(text: str | bytes, *headers: str, status: str = "200 OK", after: float = 0) -> Manner:
    """Answers. Parameters: text, the body; further headers; status; after so many seconds."""
    body = text.encode() if isinstance(text, str) else text

    def manner(client: socket.socket, path: str) -> None:
        time.sleep(after)
        head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""])
        client.sendall(head.encode() + body)

    return manner


def sends(data: bytes) -> Manner:
    """Sends bytes as they are, and closes. Parameters: data."""
    return lambda client, path: client.sendall(data)


def silent(client: socket.socket, path: str) -> None:
    """Says nothing and keeps the connection."""
    time.sleep(60)


def drips(first: bytes, drop: bytes) -> Manner:
    """Sends something, and then a little of it every tenth of a second. Parameters: first; drop."""

    def manner(client: socket.socket, path: str) -> None:
        client.sendall(first)
        while True:
            client.sendall(drop)
            time.sleep(0.1)

    return manner
