"""Measures archiving 500 leads out of a million, over HTTP.

    .venv/bin/python benchmarks/lead_archive.py [--leads 1000000] [--batches 10] [--engine MyISAM]

Starts a MariaDB and the application of its own. The ids of a batch are spread over the whole table; half of the
batches go to each version. The figures kept are in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from pymysql.connections import Connection

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from nonagent import clock, schema
from nonagent.database import Database
from nonagent.private_mariadb import PrivateMariaDB
from nonagent.settings import Settings
from nonagent.web import tables
from nonagent.web.keys import keys
from tests.support.app import AppProcess

NAME = "asterisk"
SERVER_ARGUMENTS = ("--key-buffer-size=384M", "--innodb-buffer-pool-size=1G", "--innodb-log-file-size=512M")
FIRST, SIZE = 10_000, 500
VERSIONS = ("/vicidial/lead/archive/", "/vicidial/leads/archive")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--leads", type=int, default=1_000_000)
    parser.add_argument("--batches", type=int, default=10)
    parser.add_argument("--engine", choices=("MyISAM", "InnoDB"), default="MyISAM")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="nonagent-") as name:
        folder = Path(name)
        with PrivateMariaDB(folder / "mariadb", durable=False, arguments=SERVER_ARGUMENTS) as server:
            connection = server.connect(client_flag=schema.CLIENT_FLAG)
            schema.load(connection, NAME)
            fill(connection, options.engine, options.leads)
            key = make_key(connection, server)
            measure(server, folder, key, options.leads, options.batches, options.engine)


def fill(connection: Connection, engine: str, leads: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"USE {NAME}")
        for table in ("vicidial_list", "vicidial_list_archive"):
            cursor.execute(f"ALTER TABLE {table} ENGINE={engine}")
        cursor.execute("SET unique_checks = 0")
        cursor.execute(
            """
            INSERT INTO vicidial_list
              (lead_id, list_id, status, phone_number, entry_date, first_name, last_name, city, state, postal_code)
            SELECT %s + seq, 5001, IF(seq %% 3, 'NEW', 'NA'), 2000000000 + seq * 7, NOW(), CONCAT('First', seq),
                   CONCAT('Last', seq), 'Springfield', 'FL', 10000 + seq %% 80000
            FROM seq_1_to_%s
            """,
            (FIRST, leads),
        )


def make_key(connection: Connection, server: PrivateMariaDB) -> str:
    with connection.cursor() as cursor:
        cursor.execute("CREATE USER bench@localhost IDENTIFIED BY 'bench'")
        cursor.execute(f"GRANT ALL ON {NAME}.* TO bench@localhost")
    settings = Settings(db_socket=str(server.socket), db_name=NAME, db_user="bench", db_password="bench")
    with Database(settings).session() as db:
        tables.make(db, with_archive=True)
        return keys.create(db, "6666", ["archive"], clock.now(None))[1]


def measure(server: PrivateMariaDB, folder: Path, key: str, leads: int, batches: int, engine: str) -> None:
    environment = {"NONAGENT_DB_SOCKET": str(server.socket), "NONAGENT_DB_NAME": NAME, "NONAGENT_DB_USER": "bench",
                   "NONAGENT_DB_PASSWORD": "bench", "NONAGENT_LOG_LEVEL": "WARNING"}  # fmt: skip
    app = AppProcess(folder, environment)
    try:
        for path in VERSIONS:
            taken = []
            for number in range(batches):
                # Every batch takes leads of its own, as far apart as the table allows.
                start = FIRST + 1 + number * len(VERSIONS) + VERSIONS.index(path)
                ids = list(range(start, FIRST + leads, leads // SIZE))[:SIZE]
                taken.append(seconds(app, key, path, ids))
            print(f"{engine} {path}: median {statistics.median(taken):.3f} s, longest {max(taken):.3f} s")
    finally:
        app.stop()


def seconds(app: AppProcess, key: str, path: str, ids: list[int]) -> float:
    body = {"insert_leads": True, "update_leads": True, "delete_leads": True, "lead_ids": ids}
    before = time.perf_counter()
    answer = app.request("POST", path, data=json.dumps(body), headers={"Authorization": f"Key={key}"})
    taken = time.perf_counter() - before
    assert answer.json()["delete_count"] == len(ids) == SIZE, answer.text
    return taken


if __name__ == "__main__":
    main()
