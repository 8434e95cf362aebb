"""Measures resetting and deleting a list of a million leads, and how long the dialer waits for the table meanwhile.

    .venv/bin/python benchmarks/big_list.py [--leads 1000000] [--engine MyISAM] [--batch 10000]

Starts a MariaDB of its own. Each piece of work is done in batches, as update_list does it, and then in one statement
for comparison. The list's leads alternate with another list's, and all have been called. "Longest wait" is the
longest that an update of one other lead took in the meantime, as an agent's client makes it.

"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pymysql.connections import Connection

from nonagent import schema
from nonagent.database import Database, Session
from nonagent.functions.lists import list_leads
from nonagent.private_mariadb import PrivateMariaDB
from nonagent.settings import Settings

NAME = "asterisk"
LIST_ID, OTHER_LIST_ID = "5001", "5002"
SERVER_ARGUMENTS = ("--key-buffer-size=384M", "--innodb-buffer-pool-size=1G", "--innodb-log-file-size=512M")
PAUSE = 0.01

Work = Callable[[Session, str, str], list_leads.Done]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--leads", type=int, default=1_000_000)
    parser.add_argument("--engine", choices=("MyISAM", "InnoDB"), default="MyISAM")
    parser.add_argument("--batch", type=int, default=list_leads.BATCH)
    options = parser.parse_args()
    print(f"{options.leads:,} leads, {options.engine}")
    print(f"{'work':8} {'batch':>12} {'leads':>10} {'seconds':>9} {'longest wait':>13}")
    with (
        tempfile.TemporaryDirectory(prefix="nonagent-") as folder,
        PrivateMariaDB(Path(folder) / "mariadb", durable=False, arguments=SERVER_ARGUMENTS) as server,
    ):
        connection = server.connect(client_flag=schema.CLIENT_FLAG)
        schema.load(connection, NAME)
        make_user(connection)
        database = Database(Settings(db_socket=str(server.socket), db_name=NAME, db_user="big", db_password="big"))
        for batch in (options.batch, 10 * options.leads):
            list_leads.BATCH = batch
            fill(connection, options.engine, options.leads)
            for name, work in (("reset", list_leads.reset), ("delete", list_leads.delete)):
                measure(database, name, work, batch)


def make_user(connection: Connection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE USER big@localhost IDENTIFIED BY 'big'")
        cursor.execute(f"GRANT ALL ON {NAME}.* TO big@localhost")


def fill(connection: Connection, engine: str, leads: int) -> None:
    """Make the list and another one of the same size, all leads called."""
    with connection.cursor() as cursor:
        cursor.execute(f"USE {NAME}")
        cursor.execute("TRUNCATE vicidial_list")
        cursor.execute(f"ALTER TABLE vicidial_list ENGINE={engine}")
        cursor.execute("SET unique_checks = 0")
        cursor.execute(
            """
            INSERT INTO vicidial_list
              (list_id, status, phone_number, called_since_last_reset, gmt_offset_now, entry_date, modify_date,
               first_name, last_name, city, state, postal_code, vendor_lead_code)
            SELECT IF(seq % 2, %s, %s), IF(seq % 3, 'NEW', 'NA'), 2000000000 + seq * 7, 'Y', -5, NOW(), NOW(),
                   CONCAT('First', seq), CONCAT('Last', seq), 'Springfield', 'FL', 10000 + seq % 80000, seq
            FROM seq_1_to_%s
            """.replace("% ", "%% "),
            (LIST_ID, OTHER_LIST_ID, 2 * leads),
        )


def measure(database: Database, name: str, work: Work, batch: int) -> None:
    with database.session() as db, an_agent_at_work(database) as waits:
        before = time.perf_counter()
        done = work(db, "vicidial_list", LIST_ID)
        seconds = time.perf_counter() - before
    print(f"{name:8} {batch:12,} {done.leads:10,} {seconds:9.1f} {max(waits):13.2f}", flush=True)


@contextmanager
def an_agent_at_work(database: Database) -> Iterator[list[float]]:
    """Update a lead of the other list again and again. Returns: how long each took, filled meanwhile."""
    waits = [0.0]
    over = threading.Event()

    def update() -> None:
        with database.session() as db:
            db.run("SET SESSION innodb_lock_wait_timeout = 600")
            while not over.wait(PAUSE):
                before = time.perf_counter()
                db.run("UPDATE vicidial_list SET called_count = called_count + 1 WHERE lead_id = 2")
                waits.append(time.perf_counter() - before)

    agent = threading.Thread(target=update)
    agent.start()
    try:
        yield waits
    finally:
        over.set()
        agent.join()


if __name__ == "__main__":
    main()
