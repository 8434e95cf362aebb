"""Work behind answers: a queue for each host that is asked, so that a slow one keeps nothing of another waiting.

Threads start when there is work and end with it; under gevent they are greenlets. A process that ends does what it
can in the time that gunicorn gives it, and has it written down of the rest that it was not done.
"""

from __future__ import annotations

import atexit
import logging
import signal
import threading
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import FrameType

from nonagent.operations import metrics

#: what one process does at once; so much for one host, as long as half of it all is free
MOST = 64
MOST_FOR_HOST = 8

#: seconds that a process has at its end where nobody says otherwise, and when it is to end at once
PATIENCE = 30.0
IMPATIENCE = 1.0
#: what part of them is for writing down, and how many seconds are enough for that
PART_FOR_WRITING = 0.25
LONGEST_WRITING = 5.0

# Why work is dropped, or broken off.
FULL = "not asked, too many wait"
NOT_BEGUN = "not asked, the server was stopped"
NOT_ENDED = "given up, the server was stopped"

log = logging.getLogger("nonagent.background")


@dataclass(frozen=True, eq=False)
class Work:
    """Something to be done once the answer is sent."""

    #: whom it asks
    host: str
    do: Callable[[], None]
    #: called when it is not done, or not to its end, with the reason
    drop: Callable[[str], None]
    #: how much may wait in this process, before what came last for the host with the most is dropped
    most_waiting: int


class Background:
    """The work of one process."""

    def __init__(self) -> None:
        """Nothing runs yet."""
        self._lock = threading.Lock()
        #: by host, the one whose turn it is first
        self._queues: dict[str, deque[Work]] = {}
        self._running: set[Work] = set()
        self._hosts: Counter[str] = Counter()
        self._patience = PATIENCE
        self._ends_at: float | None = None

    def submit(self, work: Work) -> None:
        """Have work done; nobody waits for it. Parameters: work."""
        with self._lock:
            self._queues.setdefault(work.host, deque()).append(work)
            starting = self._take()
            dropped = self._drop_one() if self._waiting > work.most_waiting else None
            self._count()
        if starting:
            threading.Thread(target=self._run, args=(starting,), name="behind answers", daemon=True).start()
        if dropped:
            _drop(dropped, FULL)

    def expect_end(self, seconds: float) -> None:
        """Take notice when this process is told to end. Call it in the main thread, behind the server's own handlers.

        Parameters: seconds that it then has, before it is killed.
        """
        self._patience = seconds
        for number, limit in ((signal.SIGTERM, seconds), (signal.SIGINT, IMPATIENCE), (signal.SIGQUIT, IMPATIENCE)):
            signal.signal(number, partial(self._told_to_end, limit, signal.getsignal(number)))

    def finish(self) -> None:
        """Wait for what is begun and what waits, as long as there is time; have the rest dropped."""
        ends_at = self._ends_at or time.monotonic() + self._patience
        writing = min(LONGEST_WRITING, self._patience * PART_FOR_WRITING)
        while self._running and time.monotonic() < ends_at - writing:
            time.sleep(0.02)
        with self._lock:
            not_ended = list(self._running)
            not_begun = [work for queue in self._queues.values() for work in queue]
            self._queues.clear()
            self._count()
        for work in not_begun:
            _drop(work, NOT_BEGUN)
        for work in not_ended:
            _drop(work, NOT_ENDED)

    def _told_to_end(self, limit: float, handler: object, number: int, frame: FrameType | None) -> None:
        self._ends_at = min(self._ends_at or float("inf"), time.monotonic() + limit)
        if callable(handler):
            handler(number, frame)

    def _run(self, work: Work | None) -> None:
        while work:
            try:
                work.do()
            except Exception:
                log.exception("work behind an answer failed")
            with self._lock:
                self._running.remove(work)
                self._hosts.subtract([work.host])
                self._hosts += Counter()  # forgets the hosts of nothing
                work = self._take()
                self._count()

    def _take(self) -> Work | None:
        """The next that may begin. Its host goes to the end of the row."""
        for host in list(self._queues):
            if self._may_begin(host):
                queue = self._queues.pop(host)
                work = queue.popleft()
                if queue:
                    self._queues[host] = queue
                self._running.add(work)
                self._hosts[host] += 1
                return work
        return None

    def _may_begin(self, host: str) -> bool:
        busy, begun = len(self._running), self._hosts[host]
        return busy < MOST if not begun else begun < MOST_FOR_HOST and busy < MOST // 2

    @property
    def _waiting(self) -> int:
        return sum(map(len, self._queues.values()))

    def _drop_one(self) -> Work:
        host = max(self._queues, key=lambda host: len(self._queues[host]))
        work = self._queues[host].pop()
        if not self._queues[host]:
            del self._queues[host]
        return work

    def _count(self) -> None:
        metrics.background_waiting.set(self._waiting)
        metrics.background_running.set(len(self._running))


def _drop(work: Work, reason: str) -> None:
    try:
        work.drop(reason)
    except Exception:
        log.exception("work behind an answer is dropped (%s), and that is not written down", reason)


#: this process's
behind_answers = Background()
atexit.register(behind_answers.finish)
