"""A socket between the application and its MariaDB: a test sees each statement before the server does."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

COM_QUERY = 3


class StatementGate:
    """Hands every packet on; of each statement it asks first."""

    def __init__(self, path: Path, server: Path) -> None:
        """Listen at once. Parameters: path of the socket to make; server, MariaDB's own."""
        self.path, self.server = path, server
        #: asked with each statement before it is handed on; False cuts the connection instead
        self.asked: Callable[[str], bool] = lambda sql: True
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen(16)
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        server = socket.socket(socket.AF_UNIX)
        with client, server, suppress(OSError):
            server.connect(str(self.server))
            threading.Thread(target=_copy, args=(server, client), daemon=True).start()
            try:
                self._hand_on(client, server)
            finally:
                # The other thread waits in recv(), which closing alone does not end.
                server.shutdown(socket.SHUT_RDWR)

    def _hand_on(self, client: socket.socket, server: socket.socket) -> None:
        while packet := _packet(client):
            # The first of a command; the handshake's packets are numbered on.
            is_statement = packet[3] == 0 and packet[4] == COM_QUERY
            if is_statement and not self.asked(packet[5:].decode("utf8", "replace")):
                return
            server.sendall(packet)


def _packet(stream: socket.socket) -> bytes:
    head = _exactly(stream, 4)
    return head + _exactly(stream, int.from_bytes(head[:3], "little")) if head else b""


def _exactly(stream: socket.socket, size: int) -> bytes:
    parts = b""
    while len(parts) < size:
        part = stream.recv(size - len(parts))
        if not part:
            return b""
        parts += part
    return parts


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(65536):
            target.sendall(part)
    with suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)
