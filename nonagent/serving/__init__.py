"""How nonagent is put into gunicorn: the same for `nonagent serve` and for the demo."""

from __future__ import annotations

import sys


def command(bind: str, workers: int, threads: int, *further: str) -> list[str]:
    """The command that serves the application.

    Parameters: bind, gunicorn's address, `HOST:PORT` or `unix:PATH`; workers, processes; threads, of each of them;
    further, more options of gunicorn.
    Returns: the program and its arguments.
    """
    return [
        *(sys.executable, "-m", "gunicorn", "--config", "python:nonagent.gunicorn_defaults"),
        *("--bind", bind, "--workers", str(workers), "--threads", str(threads)),
        *further,
        "nonagent:create_app()",
    ]
