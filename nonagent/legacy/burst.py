"""A caller's opening, shared by requests of that caller which overlap.

Whoever sends one request after the other finds settings and permissions as they are in the database each time. Only
under load, when a request begins before the last has ended, is the opening used again, for a quarter of a second.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from nonagent.legacy.opening import Opening

KEPT_SECONDS = 0.25

_secret = secrets.token_bytes(32)


def caller(user: str, password: str, webserver: str, url: str, *, needs_login: bool) -> bytes:
    """What an opening depends on, as a fingerprint that gives no password away.

    Parameters: user and password, cleaned; webserver and url, as the API log names this server; needs_login, since
    what was found about a password that nobody judged must not be used to judge one.
    """
    parts = repr((user, password, webserver, url, needs_login)).encode("utf8", "surrogateescape")
    return hashlib.blake2b(parts, key=_secret, digest_size=16).digest()


@dataclass
class _Burst:
    """Requests of one caller that are being answered, and the opening they share."""

    requests: int = 0
    opening: Opening | None = None
    read_at: float = 0.0


class Bursts:
    """The callers whose requests one process is answering."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Parameters: clock, in seconds."""
        self._clock = clock
        self._lock = threading.Lock()
        self._bursts: dict[bytes, _Burst] = {}

    def enter(self, caller: bytes) -> Opening | None:
        """Begin a request; leave() ends it.

        Parameters: caller, its fingerprint.
        Returns: the opening, if an overlapping request read it a moment ago.
        """
        with self._lock:
            burst = self._bursts.setdefault(caller, _Burst())
            burst.requests += 1
            return burst.opening if self._clock() - burst.read_at < KEPT_SECONDS else None

    def keep(self, caller: bytes, opening: Opening, read_at: float) -> None:
        """Share an opening that let its caller in.

        Parameters: caller, whose request is not ended yet; opening; read_at, now() just before it was asked for.
        """
        burst = self._bursts[caller]
        burst.opening, burst.read_at = opening, read_at

    def leave(self, caller: bytes) -> None:
        """End a request. With a caller's last the opening is forgotten. Parameters: caller."""
        with self._lock:
            burst = self._bursts[caller]
            burst.requests -= 1
            if not burst.requests:
                del self._bursts[caller]

    def now(self) -> float:
        """The time that openings grow old by, in seconds."""
        return self._clock()
