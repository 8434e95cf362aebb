"""The folder where the processes of one gunicorn count together."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from pathlib import Path

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
SHARED_MEMORY = Path("/dev/shm")


def provide() -> None:
    """Make the folder and name it to the workers, unless somebody named one; it goes when this process ends."""
    named = os.environ.get(VARIABLE)
    if named is not None and not _is_anothers(named):
        return
    # In memory where there is such a place: a counter then never waits for a disk.
    parent = SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK | os.X_OK) else None
    owner = os.getpid()
    folder = tempfile.mkdtemp(prefix=f"nonagent-metrics-{owner}-", dir=parent)
    os.environ[VARIABLE] = folder

    def remove() -> None:
        # Workers inherit this duty by the fork, and must not do it.
        if os.getpid() == owner:
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(remove)


def forget(pid: int) -> None:
    """Take what a process that ended held out of the counts; what it counted stays.

    Parameters: pid, the process's.
    """
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(pid)  # type: ignore[no-untyped-call]


def _is_anothers(folder: str) -> bool:
    """Whether another gunicorn made it: the one that this one takes over from (USR2), and that will remove it."""
    made_by = re.match(r"nonagent-metrics-(\d+)-", Path(folder).name)
    return made_by is not None and int(made_by[1]) != os.getpid()
