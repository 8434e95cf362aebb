"""A caller's opening, shared by the requests of a burst: those that overlap, and those that follow without a pause.

Who sends a request now and then finds settings and permissions as they are in the database each time. Only under load
is what one request has read used by the next, for a quarter of a second; so is the login that it wrote.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from nonagent.api.opening import Opening

KEPT_SECONDS = 0.25
#: a caller's request that begins so soon after the last has ended goes on with its burst
PAUSE_SECONDS = 0.003
#: that many make it one, where they do not overlap
FEWEST_REQUESTS = 20
#: callers remembered, for the moment that a burst may go on
MOST_CALLERS = 1000

_secret = secrets.token_bytes(32)


def caller(user: str, password: str, webserver: str, url: str, address: str, *, needs_login: bool) -> bytes:
    """What an opening and its login depend on, as a fingerprint that gives no password away.

    Parameters: user and password, cleaned; webserver and url, as the API log names this server; address, which a
    login is written with; needs_login, since what was found about a password that nobody judged must not be used to
    judge one.
    """
    parts = repr((user, password, webserver, url, address, needs_login)).encode("utf8", "surrogateescape")
    return hashlib.blake2b(parts, key=_secret, digest_size=16).digest()


@dataclass
class _Burst:
    """Requests of one caller, and the opening they share."""

    #: being answered now, and all of them
    under_way: int = 0
    requests: int = 0
    ended_at: float = 0.0
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
        Returns: the opening, if a request of the same burst read it a moment ago.
        """
        with self._lock:
            now = self._clock()
            burst = self._going_on(caller, now) or self._begun(caller)
            overlaps = burst.under_way > 0
            burst.under_way += 1
            burst.requests += 1
            if not overlaps and burst.requests <= FEWEST_REQUESTS:
                return None
            return burst.opening if now - burst.read_at < KEPT_SECONDS else None

    def keep(self, caller: bytes, opening: Opening, read_at: float) -> None:
        """Share an opening that let its caller in.

        Parameters: caller, whose request is not ended yet; opening; read_at, now() just before it was asked for.
        """
        burst = self._bursts[caller]
        burst.opening, burst.read_at = opening, read_at

    def leave(self, caller: bytes) -> None:
        """End a request. Parameters: caller."""
        with self._lock:
            burst = self._bursts[caller]
            burst.under_way -= 1
            burst.ended_at = self._clock()

    def now(self) -> float:
        """The time that openings grow old by, in seconds."""
        return self._clock()

    def _going_on(self, caller: bytes, now: float) -> _Burst | None:
        burst = self._bursts.get(caller)
        # By a clock that stands still no pause can be told from a long one.
        if burst and (burst.under_way or 0 < now - burst.ended_at < PAUSE_SECONDS):
            return burst
        return None

    def _begun(self, caller: bytes) -> _Burst:
        if len(self._bursts) >= MOST_CALLERS:
            self._bursts = {each: burst for each, burst in self._bursts.items() if burst.under_way}
        burst = self._bursts[caller] = _Burst()
        return burst
