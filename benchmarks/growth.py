"""Measures what must not grow: with the leads of the installation, with the callers, with the rows of a report.

    .venv/bin/python benchmarks/growth.py [--leads 10000,100000,1000000,5000000] [--callers 1,4,16,64,256]
        [--rows 100,10000,100000,1000000]

Needs Debian's packages nginx and wrk. The figures kept are in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import requests

from benchmarks.stand import (
    CALLER,
    CALLS,
    NAME,
    Stand,
    add_leads,
    check,
    database,
    drive,
    options_of_the_server,
    stand,
)
from nonagent.private_mariadb import PrivateMariaDB

SECONDS = 3
#: the DID that the report is about, and the most lines that it has of one day
DID, MOST_LINES = "3125550000", 100_000
PIECE = 1 << 16


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="nonagent-") as name:
        folder = Path(name)
        with database(folder, options.leads[0]) as server:
            with stand(folder / "app", server, options) as ours:
                _callers(ours, options.callers)
            with stand(folder / "reports", server, options) as ours:
                _rows(ours, options.rows)
            _leads(folder, server, options)


def _options() -> argparse.Namespace:
    def numbers(text: str) -> list[int]:
        return [int(each) for each in text.split(",")]

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--leads", type=numbers, default=numbers("10000,100000,1000000,5000000"))
    parser.add_argument("--callers", type=numbers, default=numbers("1,4,16,64,256"))
    parser.add_argument("--rows", type=numbers, default=numbers("100,10000,100000,1000000"))
    options_of_the_server(parser)
    return parser.parse_args()


def _callers(ours: Stand, callers: list[int]) -> None:
    print("| callers | update_lead/s | p50, ms | p99, ms | CPU app, ms | memory of a process, MB | connections |")
    print("|---" * 7 + "|")
    call, _ = CALLS["update_lead"]
    for count in callers:
        drive(ours.url, call, count, SECONDS)
        before = ours.spent()
        driven = drive(ours.url, call, count, SECONDS)
        cpu = (ours.spent()[1] - before[1]) / driven.requests * 1000
        with ours.mariadb.connect() as connection, connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM information_schema.processlist WHERE db IS NOT NULL")
            (connections,) = cursor.fetchone() or (0,)
        memory = max(_memory(pid, "VmRSS") for pid in ours.workers())
        print(f"| {count} | {driven.rate:.0f} | {driven.middle:.1f} | {driven.slow:.1f} | {cpu:.2f} | {memory:.0f} "
              f"| {connections} |", flush=True)  # fmt: skip


def _rows(ours: Stand, rows: list[int]) -> None:
    print("\n| report | rows | first byte, s | all, s | lines | peak memory grew by, MB |\n" + "|---" * 6 + "|")
    for count in rows:
        # Each count of rows on a day of its own.
        day = f"2025-06-{rows.index(count) + 1:02d}"
        moment = f"'{day}' + INTERVAL FLOOR(seq * {86399 / count}) SECOND"
        with ours.mariadb.connect(NAME) as connection, connection.cursor() as cursor:
            cursor.execute(
                f"""
                INSERT INTO vicidial_did_log (uniqueid, channel, server_ip, caller_id_number, extension, call_date)
                SELECT CONCAT('{day}.', seq), '', '', 7000000000 + seq, {DID}, {moment} FROM seq_1_to_{count}
                """
            )
            cursor.execute(
                f"""
                INSERT INTO vicidial_log (uniqueid, lead_id, campaign_id, call_date, length_in_sec, status, user)
                SELECT CONCAT('{day}.', seq), seq, 'TESTCAMP', {moment}, seq % 300,
                  ELT(1 + seq % 3, 'SALE', 'NA', 'B'), '1001'
                FROM seq_1_to_{count}
                """
            )
        # The original gives no more lines than that.
        _report(ours, count, min(count, MOST_LINES), {"function": "did_log_export", "phone_number": DID, "date": day})
        period = {"query_date": day, "end_date": day}
        _report(ours, count, 1, {"function": "call_status_stats", "campaigns": "TESTCAMP", **period})


def _report(ours: Stand, rows: int, lines: int, sent: dict[str, str]) -> None:
    requests.get(ours.url, CALLER | {"function": "version"}, timeout=30)
    before = max(_memory(pid, "VmHWM") for pid in ours.workers())
    began = time.perf_counter()
    with requests.get(ours.url, CALLER | sent, stream=True, timeout=300) as answer:
        pieces = answer.iter_content(PIECE)
        found = next(pieces).count(b"\n")
        first = time.perf_counter() - began
        found += sum(piece.count(b"\n") for piece in pieces)
    taken = time.perf_counter() - began
    grown = max(_memory(pid, "VmHWM") for pid in ours.workers()) - before
    if found < lines:
        sys.exit(f"{found} lines of {lines} of {sent}")
    print(f"| {sent['function']} | {rows:,} | {first:.3f} | {taken:.2f} | {found:,} | {grown:.1f} |", flush=True)


def _leads(folder: Path, server: PrivateMariaDB, options: argparse.Namespace) -> None:
    print("\n| leads | " + " | ".join(f"{name}, p50 ms" for name in CALLS) + " | memory of a process, MB |")
    print("|---" * (len(CALLS) + 2) + "|")
    there = options.leads[0]
    for leads in options.leads:
        if leads > there:
            with server.connect(NAME) as connection, connection.cursor() as cursor:
                add_leads(cursor, there + 1, leads)
            there = leads
        with stand(folder / f"leads-{leads}", server, options) as ours:
            line = f"| {leads:,} |"
            for call, expected in CALLS.values():
                check(ours.url, call, expected)
                drive(ours.url, call, 1, 1)
                line += f" {drive(ours.url, call, 1, SECONDS).middle:.2f} |"
            print(line + f" {max(_memory(pid, 'VmRSS') for pid in ours.workers()):.0f} |", flush=True)


def _memory(pid: int, what: str) -> float:
    """Memory of a process in MB. Parameters: pid; what, VmRSS for now, VmHWM for the most it ever had."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition(f"{what}:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
