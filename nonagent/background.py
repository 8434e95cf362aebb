"""Work behind answers: a queue for each host that is asked, so that a slow one keeps nothing of another waiting.

Threads start when there is work and end with it; under gevent they are greenlets. A process that ends does what it
can in the time that gunicorn gives it, and has it written down of the rest that it was not done.
"""

from __future__ import annotations

import _thread
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

from nonagent import metrics

#: what one process does at once; so much for one host, as long as half of it all is free
MOST = 64
MOST_FOR_HOST = 8

#: seconds that a process has at its end where nobody says otherwise
PATIENCE = 30.0
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
        self._is_closed = False
        self._closing = threading.Lock()

    def submit(self, work: Work) -> None:
        """Have work done; nobody waits for it. Parameters: work."""
        with self._lock:
            is_closed = self._is_closed
            starting, dropped = (None, work) if is_closed else self._line_up(work)
        if starting:
            threading.Thread(target=self._run, args=(starting,), name="behind answers", daemon=True).start()
        if dropped:
            _drop(dropped, NOT_BEGUN if is_closed else FULL)

    def expect_end(self, seconds: float) -> None:
        """Take notice when this process is told to end. Call it in the main thread, behind the server's own handlers.

        Parameters: seconds that it then has, before it is killed.
        """
        self._patience = seconds
        # With the others it is to end at once.
        for number, limit in ((signal.SIGTERM, seconds), (signal.SIGINT, 0.0), (signal.SIGQUIT, 0.0)):
            signal.signal(number, partial(self._told_to_end, limit, signal.getsignal(number)))

    def finish(self) -> None:
        """Wait for what is begun and what waits, as long as there is time; have the rest dropped."""
        self._ends_at = self._ends_at or time.monotonic() + self._patience
        while self._running and time.monotonic() < self._closes_at():
            time.sleep(0.02)
        self._close()

    def _told_to_end(self, limit: float, handler: object, number: int, frame: FrameType | None) -> None:
        self._ends_at = min(self._ends_at or float("inf"), time.monotonic() + limit)
        # Requests that do not end may keep the process from finish() until it is killed. In a signal's handler gevent
        # cannot wait, as Thread.start would.
        _thread.start_new_thread(self._close_in_time, ())
        if callable(handler):
            handler(number, frame)

    def _close_in_time(self) -> None:
        time.sleep(max(0.0, self._closes_at() - time.monotonic()))
        self._close()

    def _closes_at(self) -> float:
        ends_at = self._ends_at or 0.0
        return ends_at - min(LONGEST_WRITING, self._patience * PART_FOR_WRITING)

    def _close(self) -> None:
        # Whoever comes second waits, so that the process does not end in the middle.
        with self._closing:
            if self._is_closed:
                return
            with self._lock:
                self._is_closed = True
                not_ended = list(self._running)
                not_begun = [work for queue in self._queues.values() for work in queue]
                self._queues.clear()
                self._count()
            for work in not_begun:
                _drop(work, NOT_BEGUN)
            for work in not_ended:
                _drop(work, NOT_ENDED)

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

    def _line_up(self, work: Work) -> tuple[Work | None, Work | None]:
        """Let work wait for its turn. Returns: what may begin, and what has to make room, if anything."""
        self._queues.setdefault(work.host, deque()).append(work)
        starting = self._take()
        dropped = self._drop_one() if self._waiting > work.most_waiting else None
        self._count()
        return starting, dropped

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
