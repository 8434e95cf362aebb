"""Look-ups of names that somebody waits for only so long, and that keep nobody else's waiting.

The C library's look-up cannot be broken off. One that hangs keeps a native thread until its resolver gives up.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from nonagent import patches

#: names looked up at once by one process
MOST = 32

#: family and address for socket.connect
Address = tuple[socket.AddressFamily, tuple[Any, ...]]


Outcome = list[Address] | Exception


@dataclass
class _Lookup:
    """One that is under way, for everybody who wants the same."""

    done: threading.Event = field(default_factory=threading.Event)
    outcome: Outcome = field(default_factory=list)


_lock = threading.Lock()
_under_way: dict[tuple[str, int], _Lookup] = {}


def addresses(host: str, port: int, seconds: float) -> list[Address]:
    """Where a host is.

    Parameters: host, its name or address; port; seconds to wait.
    Returns: at least one address.
    Raises: OSError, TimeoutError when nothing is known in time, ValueError for what is no name.
    """
    try:
        version = ipaddress.ip_address(host).version
    except ValueError:
        return _looked_up(host, port, seconds)
    return [(socket.AF_INET if version == 4 else socket.AF_INET6, (host, port))]


def _looked_up(host: str, port: int, seconds: float) -> list[Address]:
    lookup = _joined(host, port)
    if not lookup.done.wait(seconds):
        raise TimeoutError(f"looking {host} up timed out")
    if isinstance(lookup.outcome, Exception):
        raise lookup.outcome
    return lookup.outcome


def _joined(host: str, port: int) -> _Lookup:
    with _lock:
        lookup = _under_way.get((host, port))
        if lookup:
            return lookup
        if len(_under_way) >= MOST:
            raise OSError(f"{host} is not looked up: {MOST} other names are")
        lookup = _under_way[host, port] = _Lookup()
    threading.Thread(target=_run, args=(lookup, host, port), name="name look-up", daemon=True).start()
    return lookup


def _run(lookup: _Lookup, host: str, port: int) -> None:
    lookup.outcome = _asking()(host, port)
    with _lock:
        del _under_way[host, port]
    lookup.done.set()


@cache
def _asking() -> Callable[[str, int], Outcome]:
    """What to look a name up with: it holds the native thread that it is called in, and no other."""
    if not patches.applied("socket"):
        return partial(_ask, socket.getaddrinfo)
    from gevent.threadpool import ThreadPool

    # gevent has ten native threads for all its look-ups, those of the database's host among them.
    pool = ThreadPool(MOST)
    original = patches.original("socket", "getaddrinfo")
    return lambda host, port: pool.apply(_ask, (original, host, port))


def _ask(getaddrinfo: Callable[..., list[Any]], host: str, port: int) -> Outcome:
    try:
        return [(row[0], row[4]) for row in getaddrinfo(host, port, 0, socket.SOCK_STREAM)]
    except Exception as error:
        # Returned: of what is raised, gevent's threads print a trace.
        return error
