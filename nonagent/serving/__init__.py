"""How nonagent is put into gunicorn: the same for `nonagent serve` and for the demo."""

from __future__ import annotations

import sys


def command(bind: str, workers: int, *further: str) -> list[str]:
    """The command that serves the application.

    Parameters: bind, gunicorn's address, `HOST:PORT` or `unix:PATH`; workers, processes; further, more options of
    gunicorn.
    Returns: the program and its arguments.
    """
    return [
        *(sys.executable, "-m", "gunicorn", "--config", "python:nonagent.gunicorn_defaults"),
        *("--bind", bind, "--workers", str(workers)),
        *further,
        "nonagent:create_app()",
    ]
