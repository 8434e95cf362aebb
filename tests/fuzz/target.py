"""What is fuzzed: a MariaDB, the working database on it with keys and a known password, and the application."""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

import pymysql
import requests

from nonagent.clock import Moment
from nonagent.database import Database
from nonagent.private_mariadb import PrivateMariaDB
from nonagent.settings import Settings
from nonagent.web import tables
from nonagent.web.keys import keys
from nonagent.web.submission import lead_types
from nonagent.web.submission.lead_types import LeadType
from tests.fuzz.actions import Sql
from tests.fuzz.hostile import SECRET
from tests.fuzz.sql_text import GeneralLog
from tests.support.app import AppProcess
from tests.support.working_database import APP_PASSWORD, APP_USER, EPOCH, WorkingDatabase

#: bodies over this are refused: the limit is reached without sending megabytes
MOST_BYTES = 200_000

ENVIRONMENT = {
    "NONAGENT_TIMEZONE": "America/New_York",
    # The campaign comes from many addresses, or wrong keys of one would have to wait.
    "NONAGENT_TRUSTED_PROXIES": "127.0.0.1",
    "NONAGENT_MAX_REQUEST_BYTES": str(MOST_BYTES),
    "NONAGENT_SENDMAIL": "cat",
    "NONAGENT_NEW_LEAD_URL_TIMEOUT": "0.5",
    # Every request is a slow one, so that what it asked is logged, and no password may stand there.
    "NONAGENT_SLOW_REQUEST_SECONDS": "0.000001",
}


@dataclass(frozen=True)
class Held:
    """What the processes of the application hold at a moment when nobody asks anything."""

    threads: int
    files: int
    kilobytes: int


class Target:
    """Everything that a part of the campaign works on."""

    def __init__(self, mariadb: PrivateMariaDB, folder: Path, web_root: Path) -> None:
        """Load the database and start the application. Parameters: mariadb; folder, for logs; web_root."""
        self.database = WorkingDatabase(mariadb)
        self.keys = self._prepare_rows()
        self.general_log = GeneralLog(folder / "general.log")
        self.database.run(
            f"SET GLOBAL log_output='FILE', general_log_file='{self.general_log.path}'; SET GLOBAL general_log=ON"
        )
        environment = {
            "NONAGENT_DB_SOCKET": str(mariadb.socket),
            "NONAGENT_DB_NAME": self.database.name,
            "NONAGENT_DB_USER": APP_USER,
            "NONAGENT_DB_PASSWORD": APP_PASSWORD,
            "NONAGENT_WEB_ROOT": str(web_root),
        }
        self.app = AppProcess(folder, environment | ENVIRONMENT, frozen_at=EPOCH)
        self._log = self.app.log.open("rb")

    def reset(self) -> None:
        """Bring the rows back to the start."""
        self.database.reset()
        # The state's own statements are none of the application's.
        self.database.run("SET SESSION sql_log_off=1")

    def run(self, sql: Sql) -> None:
        """Bring about a state, or not where its statements do not fit the rows there are."""
        try:
            self.database.run(sql.text, *sql.values)
        except pymysql.MySQLError:
            # What is left of a text of several statements must not be taken for the answer to the next.
            self.database.reconnect()
            self.database.run("SET SESSION sql_log_off=1")

    def new_log(self) -> str:
        """What the application has logged since the last call."""
        return self._log.read().decode("utf8", "replace")

    def held(self) -> Held:
        """What the application holds now, its workers together."""
        folders = [Path("/proc") / pid for pid in self._workers()]
        status = [(folder / "status").read_text() for folder in folders]
        return Held(
            threads=sum(int(re.findall(r"^Threads:\s*(\d+)", text, re.M)[0]) for text in status),
            files=sum(len(os.listdir(folder / "fd")) for folder in folders),
            kilobytes=sum(int(re.findall(r"^VmRSS:\s*(\d+)", text, re.M)[0]) for text in status),
        )

    def busy_connections(self, patience: float = 5) -> list[str]:
        """Database connections that are held or work although nobody asks anything.

        Parameters: patience, seconds that background work has to end.
        Returns: a line for each sign of them.
        """
        deadline = time.monotonic() + patience
        while signs := self._signs_of_work():
            if time.monotonic() > deadline:
                return signs
            time.sleep(0.05)
        return []

    def stop(self) -> None:
        """Stop the application."""
        self._log.close()
        self.app.stop()

    def _signs_of_work(self) -> list[str]:
        working = self.database.all(
            "SELECT id, command, time, state, info FROM information_schema.processlist"
            " WHERE user = %s AND command <> 'Sleep'",
            APP_USER,
        )
        signs = [f"the database works for the application: {row}" for row in working]
        page = requests.get(f"{self.app.origin}/metrics", timeout=30)
        gauges = dict(re.findall(r"^(nonagent_\w+) (\S+)$", page.text, re.M))
        # The request for this page is under way itself.
        for name, most in (("pool_connections_in_use", 0), ("pool_requests_waiting", 0), ("requests_under_way", 1)):
            if float(gauges[f"nonagent_{name}"]) > most:
                signs.append(f"/metrics has nonagent_{name} {gauges[f'nonagent_{name}']}")
        return signs

    def _workers(self) -> list[str]:
        arbiter = self.app.pid
        return Path(f"/proc/{arbiter}/task/{arbiter}/children").read_text().split()

    def _prepare_rows(self) -> dict[str, str]:
        """Give the caller a password that is known again, and make keys and lead types. Returns: keys by scope."""
        database = self.database
        database.run("UPDATE vicidial_users SET pass = %s WHERE pass = '1234'", SECRET)
        settings = Settings(
            db_socket=str(database.mariadb.socket), db_name=database.name, db_user=APP_USER, db_password=APP_PASSWORD
        )
        now = Moment(EPOCH, settings.timezone)
        with Database(settings).session() as db:
            tables.make(db, with_archive=True)
            made = {
                name: keys.create(db, "6666", scopes, now, region)[1]
                for name, scopes, region in (
                    ("archive", ["archive"], ""), ("lead", ["lead"], "GB"), ("both", ["archive", "lead"], ""),
                )
            }  # fmt: skip
            for kind in (
                LeadType(type="motor", subtype="", list_id=101, campaign_id="TESTCAMP", phone_code="44", region="GB"),
                LeadType(
                    type="motor", subtype="valet", list_id=102, campaign_id="TESTCAMP", phone_code="1", region="US"
                ),
            ):
                lead_types.add(db, kind)
        database.adopt()
        return made
