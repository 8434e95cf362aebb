"""Measures the busiest functions through nginx, in turns with a yardstick that does the PHP script's work.

    make benchmark [YARDSTICK=FOLDER] [OPTIONS="--rounds 5 --seconds 2 --only version,agent_status ..."]

Needs Debian's packages nginx and wrk. The yardstick's folder holds `yardstick`, which starts it, and `far.c`, a
database that stands 0.25 ms away; both are started here. Without a folder the application is measured alone.
The figures kept are in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.stand import (
    CALLS,
    NAME,
    Driven,
    Stand,
    check,
    database,
    drive,
    free_port,
    options_of_the_server,
    stand,
)
from nonagent.private_mariadb import PrivateMariaDB, end_with_parent

#: seconds that a server is driven before it is measured: its first ones are not its speed
WARMING = 2
#: what the aim is about; the others are measured by name
ASKED = ("version", "agent_status", "list_info, with counts", "update_lead", "add_lead, refused duplicate")
NEAR, FAR = "one machine", "database 0.25 ms away"
CALLERS = {NEAR: (1, 4, 16, 64), FAR: (1, 8)}
LATE_MICROSECONDS = 250
#: a user of the database who may log in over TCP
YARDSTICK_USER, YARDSTICK_PASSWORD = "yardstick", "yardstick"


@dataclass(frozen=True)
class Pair:
    """Both servers on the same database, at the same distance from it."""

    ours: Stand
    yardstick: str | None


def main() -> None:
    options = _options()
    names = [name for name in CALLS if name.startswith(tuple(options.only.split(","))) if options.only] or ASKED
    with tempfile.TemporaryDirectory(prefix="nonagent-") as name, ExitStack() as stack:
        folder = Path(name)
        folder.chmod(0o755)  # php-fpm's workers are another user
        server = stack.enter_context(database(folder, options.leads, options.calls))
        pairs = {NEAR: stack.enter_context(_near(folder, server, options))}
        if options.yardstick:
            pairs[FAR] = stack.enter_context(_far(folder, server, options))
        _print_head()
        for distance in (each for each in options.distances.split(",") if each in pairs):
            rows = [
                _measure(distance, pairs[distance], call, callers, options)
                for call in names
                for callers in (options.callers or CALLERS[distance])
            ]
            _print_averages(rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--yardstick", metavar="FOLDER", type=Path, help="of the yardstick; none measures ours alone")
    parser.add_argument("--leads", type=int, default=10_000)
    parser.add_argument("--calls", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=2)
    parser.add_argument("--callers", type=lambda text: [int(each) for each in text.split(",")], help="1,4,16,64")
    parser.add_argument("--distances", default=f"{NEAR},{FAR}", help=f"of the database: {NEAR},{FAR}")
    parser.add_argument("--only", default="", help="names of calls, or their beginnings, separated by commas")
    options_of_the_server(parser)
    return parser.parse_args()


@contextmanager
def _near(folder: Path, server: PrivateMariaDB, options: argparse.Namespace) -> Iterator[Pair]:
    with ExitStack() as stack:
        ours = stack.enter_context(stand(folder / "near", server, options))
        there = options.yardstick and stack.enter_context(
            _yardstick(options.yardstick, folder / "near", server, str(server.socket))
        )
        yield Pair(ours, there)


@contextmanager
def _far(folder: Path, server: PrivateMariaDB, options: argparse.Namespace) -> Iterator[Pair]:
    port = free_port()
    program = folder / "distance"
    subprocess.run(["cc", "-O2", "-pthread", "-o", program, options.yardstick / "far.c"], check=True)
    distance = subprocess.Popen([program, str(port), server.socket, str(LATE_MICROSECONDS)],
                                preexec_fn=end_with_parent())  # fmt: skip
    where = {"NONAGENT_DB_HOST": "127.0.0.1", "NONAGENT_DB_PORT": str(port)}
    try:
        with (
            stand(folder / "far", server, options, where) as ours,
            _yardstick(options.yardstick, folder / "far", server, f"127.0.0.1:{port}") as there,
        ):
            yield Pair(ours, there)
    finally:
        distance.terminate()
        distance.wait(20)


@contextmanager
def _yardstick(program: Path, folder: Path, server: PrivateMariaDB, where: str) -> Iterator[str]:
    """The yardstick on its own port. Parameters: where, the database's socket, or its host and port."""
    with server.connect() as connection, connection.cursor() as cursor:
        for host in ("%", "localhost"):
            account = f"{YARDSTICK_USER}@'{host}'"
            cursor.execute(f"CREATE USER IF NOT EXISTS {account} IDENTIFIED BY '{YARDSTICK_PASSWORD}'")
            cursor.execute(f"GRANT ALL ON {NAME}.* TO {account}")
    server.socket.parent.chmod(0o711)
    environment = os.environ | {"TMPDIR": str(folder)}
    command = [str(program / "yardstick"), "start", where, NAME, YARDSTICK_USER, YARDSTICK_PASSWORD,
               str(free_port())]  # fmt: skip
    with (folder / "yardstick.log").open("w+") as said:
        # Into a file: what it starts keeps its output open.
        subprocess.run(command, env=environment, stdout=said, stderr=subprocess.STDOUT, check=True)
        said.seek(0)
        url = said.read().split()[-1]
    try:
        yield url
    finally:
        subprocess.run([str(program / "yardstick"), "stop"], env=environment, check=True)


def _print_head() -> None:
    columns = (
        "database", "request", "callers", "requests/s", "p50, ms", "p99, ms", "statements", "CPU app, ms",
        "CPU database", "CPU nginx", "yardstick/s", "p50, ms", "p99, ms", "times",
    )  # fmt: skip
    print(f"| {' | '.join(columns)} |\n" + "|---" * len(columns) + "|")


def _measure(distance: str, pair: Pair, name: str, callers: int, options: argparse.Namespace) -> tuple[int, float]:
    """Measure one call in turns and print its row. Returns: callers, and the median ratio, 0 without a yardstick."""
    call, expected = CALLS[name]
    check(pair.ours.url, call, expected)
    for url in filter(None, (pair.ours.url, pair.yardstick)):
        drive(url, call, callers, WARMING)
    ours: list[Driven] = []
    theirs: list[Driven] = []
    for _ in range(options.rounds):
        ours.append(drive(pair.ours.url, call, callers, options.seconds))
        if pair.yardstick:
            theirs.append(drive(pair.yardstick, call, callers, options.seconds))
    # The database works for both: its share is told by a run of ours alone.
    before = pair.ours.spent()
    alone = drive(pair.ours.url, call, callers, options.seconds).requests
    own = [(after - was) / alone for after, was in zip(pair.ours.spent(), before, strict=True)]
    line = f"| {distance} | {name} | {callers} {_shown(ours)} {own[0]:.1f} |"
    line += "".join(f" {seconds * 1000:.2f} |" for seconds in own[1:])
    ratio = 0.0
    if theirs:
        ratio = statistics.median(our.rate / their.rate for our, their in zip(ours, theirs, strict=True))
        line += f"{_shown(theirs)[1:]} {ratio:.2f} |"
    else:
        line += " | | | |"
    print(line, flush=True)
    return callers, ratio


def _shown(driven: Sequence[Driven]) -> str:
    rate, middle, slow = (
        statistics.median(getattr(each, name) for each in driven) for name in ("rate", "middle", "slow")
    )
    return f"| {rate:.0f} | {middle:.2f} | {slow:.2f} |"


def _print_averages(rows: Sequence[tuple[int, float]]) -> None:
    print()
    for callers in dict.fromkeys(callers for callers, _ in rows):
        ratios = [ratio for each, ratio in rows if each == callers]
        if any(ratios):
            print(f"{callers} callers: {statistics.mean(ratios):.2f} times on average, {min(ratios):.2f} at least")


if __name__ == "__main__":
    main()
