"""The faults: what happens, while callers go on, to the database and to nonagent."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import pymysql

from tests.faults.site import Site


def nothing(site: Site) -> None:
    """A time without a fault, to compare with."""
    time.sleep(3)


def worker_killed(site: Site) -> None:
    """Each of the two, twice."""
    for _ in range(2):
        for pid in site.service.workers:
            os.kill(pid, signal.SIGKILL)
            time.sleep(1)


def worker_stopped(site: Site) -> None:
    """One of the two hangs, then the other."""
    for pid in site.service.workers:
        stopped(pid)


def nonagent_killed(site: Site) -> None:
    """All of its processes; systemd starts it again."""
    site.service.kill()
    time.sleep(1)
    site.service.start()


def nonagent_reloaded(site: Site) -> None:
    """systemctl reload, twice."""
    for _ in range(2):
        site.service.reload()
        time.sleep(1)


def nonagent_restarted(site: Site) -> None:
    """systemctl restart."""
    site.service.stop()
    site.service.start()


def database_killed(site: Site) -> None:
    """Twice, and each time away for a second."""
    for _ in range(2):
        site.server.kill()
        time.sleep(1)
        site.server.start()
        time.sleep(1)


def database_stopped(site: Site) -> None:
    """It hangs."""
    assert site.server.pid
    stopped(site.server.pid)


def database_restarted(site: Site) -> None:
    """In order."""
    site.server.stop()
    site.server.start()


def read_only(site: Site) -> None:
    """As in the middle of a failover."""
    site.run("SET GLOBAL read_only = 1")
    time.sleep(3)
    site.run("SET GLOBAL read_only = 0")


def connections_killed(site: Site) -> None:
    """All of the application's, again and again."""
    for _ in range(20):
        for connection in site.connections:
            with suppress(pymysql.MySQLError):
                site.run(f"KILL CONNECTION {connection}")
        time.sleep(0.1)


def disk_full(site: Site) -> None:
    """The database's, for five seconds."""
    filling = site.server.data / "filling"
    with filling.open("wb") as file, suppress(OSError):
        while True:
            file.write(bytes(1 << 20))
            file.flush()
    time.sleep(5)
    filling.unlink()
    # Now and then MariaDB aborts over a full disk; systemd starts it again, as this does.
    site.server.start()


def stopped(pid: int) -> None:
    """Stop a process for three seconds."""
    os.kill(pid, signal.SIGSTOP)
    try:
        time.sleep(3)
    finally:
        os.kill(pid, signal.SIGCONT)


@dataclass(frozen=True)
class Fault:
    """One fault."""

    name: str
    happen: Callable[[Site], None]
    #: whether callers are to notice nothing at all
    unnoticed: bool = False
    #: seconds behind it within which every caller must have been answered again
    recovery: float = 10
    small_disk: bool = False


FAULTS = {
    fault.name: fault
    for fault in (
        Fault("none", nothing, unnoticed=True),
        Fault("worker killed", worker_killed),
        Fault("worker stopped", worker_stopped, unnoticed=True),
        Fault("nonagent killed", nonagent_killed),
        Fault("nonagent reloaded", nonagent_reloaded, unnoticed=True),
        Fault("nonagent restarted", nonagent_restarted, unnoticed=True),
        Fault("database killed", database_killed),
        Fault("database stopped", database_stopped, unnoticed=True),
        Fault("database restarted", database_restarted),
        Fault("database read-only", read_only),
        Fault("connections killed", connections_killed),
        # MariaDB looks once a minute whether there is space again.
        Fault("database's disk full", disk_full, recovery=75, small_disk=True),
    )
}
ENGINES = ("MyISAM", "InnoDB")
#: what `make test` tries
FEW = (("database killed", "MyISAM"), ("database read-only", "InnoDB"))
