"""Failed keys by address: who fails too often waits for each further refusal.

Counted in the memory of each process: a stranger's guesses write nothing into the database. A good key never waits,
so that a partner with a wrong key does not shut out another behind the same address.
"""

from __future__ import annotations

import ipaddress
import threading
from collections import OrderedDict
from collections.abc import Callable

#: failures that are let pass within the window
FREE_FAILURES = 20
WINDOW_SECONDS = 60.0
#: how much longer each failure beyond these takes, and the longest wait
STEP_SECONDS = 0.25
LONGEST_SECONDS = 2.0
#: waits at one moment of one process; more would keep its threads from those who hold good keys
MOST_WAITING = 2
#: addresses remembered; the one that failed longest ago is forgotten first
MOST_ADDRESSES = 10_000

_lock = threading.Lock()
_failures: OrderedDict[str, tuple[int, float]] = OrderedDict()
_waiting = threading.BoundedSemaphore(MOST_WAITING)


def failed(address: str, at: float, sleep: Callable[[float], None]) -> None:
    """Count a failure of an address, and wait when it has failed too often of late.

    Parameters: address; at, seconds of a clock that nobody sets; sleep, which waits for so many seconds.
    """
    wait = _wait(_count(_network(address), at))
    if wait and _waiting.acquire(blocking=False):
        try:
            sleep(wait)
        finally:
            _waiting.release()


def forget() -> None:
    """Forget every failure."""
    with _lock:
        _failures.clear()


def _count(network: str, at: float) -> int:
    with _lock:
        count, since = _failures.pop(network, (0, at))
        if at >= since + WINDOW_SECONDS:
            count, since = 0, at
        _failures[network] = (count + 1, since)
        if len(_failures) > MOST_ADDRESSES:
            _failures.popitem(last=False)
        return count + 1


def _wait(count: int) -> float:
    return min(max(count - FREE_FAILURES, 0) * STEP_SECONDS, LONGEST_SECONDS)


def _network(address: str) -> str:
    """The address itself; of IPv6 the network that one customer is given, addresses of which cost nothing."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else address
