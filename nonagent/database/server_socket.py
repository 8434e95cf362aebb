"""The Unix socket of the database server on this machine: where option files say, or where it usually is.

To PHP and to MySQL's own clients the host `localhost` is this socket; VICIdial's configuration names its database so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

#: read in this order, as the clients do; what a later one says counts more
OPTION_FILES = ("/etc/my.cnf", "/etc/mysql/my.cnf", "/usr/etc/my.cnf", "~/.my.cnf")
#: the groups that tell a client where to go, then those that tell a server where to be
GROUPS = ("client", "client-server", "client-mariadb", "mysql", "mysqld", "mariadb", "server")
PLACES = (
    "/run/mysqld/mysqld.sock",
    "/var/run/mysqld/mysqld.sock",
    "/run/mysql/mysql.sock",  # openSUSE, and so ViciBox
    "/var/lib/mysql/mysql.sock",
    "/tmp/mysql.sock",
)

_OPTION = re.compile(r"""socket\s*=\s*["']?(.*?)["']?\s*(?:\s#.*)?""")
_INCLUDE = re.compile(r"!include(dir)?\s+(\S.*)")


def find(option_files: Iterable[str] = OPTION_FILES, places: Iterable[str] = PLACES) -> str | None:
    """Look for the socket.

    Parameters: option_files, paths of my.cnf files, `~` for home; places, paths to try when these name none.
    Returns: the path of a socket that is there, None when there is none.
    """
    seen: set[Path] = set()
    # Not Path.expanduser(), which fails for a user without a home.
    named = [option for path in option_files for option in _options(Path(os.path.expanduser(path)), seen)]
    told = [path for wanted in GROUPS for group, path in reversed(named) if group == wanted]
    return next((path for path in (*told, *places) if _is_socket(path)), None)


def _is_socket(path: str) -> bool:
    try:
        return Path(path).is_socket()
    except OSError:
        return False


def _options(path: Path, seen: set[Path]) -> Iterator[tuple[str, str]]:
    """The sockets named by a file and those it includes, each with its group; none by a file that cannot be read."""
    if path in seen:
        return
    seen.add(path)
    try:
        lines = path.read_text("utf8", "replace").splitlines()
    except OSError:
        return
    group = ""
    for line in map(str.strip, lines):
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1].strip()
        elif option := _OPTION.fullmatch(line):
            yield group, option[1]
        elif include := _INCLUDE.fullmatch(line):
            for included in sorted(Path(include[2]).glob("*.cnf")) if include[1] else [Path(include[2])]:
                yield from _options(included, seen)
