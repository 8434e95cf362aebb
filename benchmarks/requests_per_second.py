"""Measures the functions that are called most: milliseconds a request, requests a second, statements a request.

    .venv/bin/python benchmarks/requests_per_second.py [--requests 400] [--callers 8]

Starts a MariaDB and the application (two processes) of its own with the sample call centre. The
figures kept are in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.stand import EVERY_OPTION, PLAIN_LEAD
from nonagent import schema
from nonagent.private_mariadb import PrivateMariaDB
from tests.support.app import AppProcess

NAME = "asterisk"
NUMBERS = count(7_275_000_000)

CALLS = {
    "version": {"function": "version"},
    "add_lead, plain": PLAIN_LEAD,
    "add_lead, with most options": PLAIN_LEAD | EVERY_OPTION,
    "check_phone_number": {
        "function": "check_phone_number",
        "phone_number": "7275551234",
        "local_call_time": "24hours",
    },
    "update_lead": {"function": "update_lead", "lead_id": "1001", "city": "Tampa"},
    "lead_field_info": {"function": "lead_field_info", "lead_id": "1001", "field_name": "last_name"},
    "agent_status": {"function": "agent_status", "agent_user": "1001"},
    "logged_in_agents": {"function": "logged_in_agents"},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--callers", type=int, default=8)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="nonagent-") as name:
        folder = Path(name)
        with PrivateMariaDB(folder / "mariadb", durable=False) as server:
            connection = server.connect(client_flag=schema.CLIENT_FLAG)
            schema.load(connection, NAME)
            measure(server, folder, options.requests, options.callers)


def measure(server: PrivateMariaDB, folder: Path, requests: int, callers: int) -> None:
    environment = {"NONAGENT_DB_SOCKET": str(server.socket), "NONAGENT_DB_NAME": NAME, "NONAGENT_DB_USER": "root",
                   "NONAGENT_DB_PASSWORD": "", "NONAGENT_LOG_LEVEL": "WARNING"}  # fmt: skip
    app = AppProcess(folder, environment, workers=2)
    try:
        print("| request | alone, ms | slowest in 20, ms | requests/s | statements |\n|---|---|---|---|---|")
        for name, call in CALLS.items():
            for sent in numbered(call, 20):
                app(sent)
            before = asked(server)
            alone = sorted(seconds(app, sent) * 1000 for sent in numbered(call, requests))
            # The question itself is one too.
            statements = (asked(server) - before - 1) / requests
            begun = time.perf_counter()
            with ThreadPoolExecutor(callers) as many:
                list(many.map(app, numbered(call, requests)))
            rate = requests / (time.perf_counter() - begun)
            slowest = alone[int(len(alone) * 0.95)]
            print(f"| {name} | {statistics.median(alone):.1f} | {slowest:.1f} | {rate:.0f} | {statements:.0f} |")
    finally:
        app.stop()


def numbered(call: dict[str, str], times: int) -> Iterator[dict[str, str]]:
    """The call, with a phone number of its own each time where it has none."""
    for _ in range(times):
        yield {"phone_number": str(next(NUMBERS))} | call if call["function"] == "add_lead" else call


def seconds(app: AppProcess, call: dict[str, str]) -> float:
    begun = time.perf_counter()
    answer = app(call)
    taken = time.perf_counter() - begun
    assert answer.status_code == 200, answer.text
    return taken


def asked(server: PrivateMariaDB) -> int:
    """How many statements the server has been sent; pings do not count."""
    with server.connect() as connection, connection.cursor() as cursor:
        cursor.execute("SHOW GLOBAL STATUS LIKE 'Questions'")
        row = cursor.fetchone()
    return int(row[1]) if row else 0


if __name__ == "__main__":
    main()
