"""What the faults happen to: a MariaDB that keeps what it has committed, and nonagent over it as deploy/ runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nonagent import clock, schema
from nonagent.database import Database
from nonagent.private_mariadb import PrivateMariaDB
from nonagent.settings import Settings
from nonagent.web import tables
from nonagent.web.keys import keys
from tests.support.app import TIMEZONE
from tests.support.service import Service

NAME, USER, PASSWORD = "call_centre", "nonagent", "test"
#: leads that are there to be archived
FIRST_LEAD, LEADS = 1_000_001, 20_000
#: whose engine is the one that is tried
WRITTEN = (
    "vicidial_list", "vicidial_list_archive", "vicidial_users", "vicidial_api_log", "vicidial_api_urls",
    "vicidial_urls", "vicidial_webservers",
)  # fmt: skip
#: of a disk that is to run full; an empty server takes 130 of them
DISK_MEGABYTES = 400


class Site:
    """One call centre, made for one fault."""

    def __init__(self, folder: Path, engine: str) -> None:
        """Make the database; nothing runs yet. Parameters: folder, with a short path; engine of its tables."""
        self.folder = folder
        repairs = folder / "repairs.sql"
        # What MyISAM mends by itself after a crash is now and then not enough: administrators repair at the start.
        tables = WRITTEN if engine == "MyISAM" else ()
        repairs.write_text("".join(f"REPAIR LOCAL TABLE {NAME}.{table};\n" for table in tables))
        self.server = PrivateMariaDB(
            folder / "mariadb",
            # As a primary with replicas has it, so that a row has two files to get into.
            arguments=("--log-bin=binlog", "--binlog-format=ROW", "--server-id=1", f"--init-file={repairs}"),
            environment={"TZ": TIMEZONE},
        )
        with self.server:
            self._load(engine)
        self.service: Service

    def _load(self, engine: str) -> None:
        with self.server.connect() as connection, connection.cursor() as cursor:
            schema.load(connection, NAME)
            cursor.execute(f"CREATE USER '{USER}'@'localhost' IDENTIFIED BY '{PASSWORD}'")
            cursor.execute(f"GRANT ALL PRIVILEGES ON `{NAME}`.* TO '{USER}'@'localhost'")
        settings = Settings.from_environment(
            {"NONAGENT_DB_SOCKET": str(self.server.socket), "NONAGENT_DB_NAME": NAME, "NONAGENT_DB_USER": USER,
             "NONAGENT_DB_PASSWORD": PASSWORD, "NONAGENT_ASTGUICLIENT_CONF": os.devnull}
        )  # fmt: skip
        with Database(settings).session() as db:
            tables.make(db, with_archive=True)
            self.key = keys.create(db, "6666", ["archive"], clock.now(settings.timezone))[1]
        for table in WRITTEN:
            self.run(f"ALTER TABLE {table} ENGINE = {engine}")
        self.run(
            f"""
            INSERT INTO vicidial_list (lead_id, list_id, phone_code, phone_number, status, entry_date)
            SELECT {FIRST_LEAD} - 1 + seq, 102, '1', 6000000000 + seq, 'NEW', NOW() FROM seq_1_to_{LEADS}
            """
        )

    @contextmanager
    def running(self) -> Iterator[None]:
        """Run the server and nonagent."""
        variables = {
            "NONAGENT_DB_SOCKET": str(self.server.socket), "NONAGENT_DB_NAME": NAME, "NONAGENT_DB_USER": USER,
            "NONAGENT_DB_PASSWORD": PASSWORD, "NONAGENT_TIMEZONE": TIMEZONE,
        }  # fmt: skip
        with self.server:
            self.service = Service(self.folder, variables)
            try:
                yield
            finally:
                self.service.close()

    def run(self, sql: str) -> None:
        """Run a statement as the server's root."""
        with self.server.connect(NAME) as connection, connection.cursor() as cursor:
            cursor.execute(sql)

    def rows(self, sql: str) -> list[tuple[str, ...]]:
        """Run a query as the server's root. Returns: its rows, every value as text."""
        with self.server.connect(NAME) as connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return [tuple(map(str, row)) for row in cursor.fetchall()]

    @property
    def connections(self) -> list[str]:
        """The ids of the application's connections."""
        return [row[0] for row in self.rows(f"SELECT id FROM information_schema.processlist WHERE user = '{USER}'")]

    @contextmanager
    def on_a_small_disk(self) -> Iterator[None]:
        """Keep the server's data, while it does not run, on a disk of its own. Linux alone, as root."""
        data, aside = self.server.data, self.folder / "aside"
        data.rename(aside)
        data.mkdir(mode=0o700)
        disk = ("mount", "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m", "tmpfs", str(data))
        subprocess.run(disk, check=True)
        try:
            shutil.copytree(aside, data, dirs_exist_ok=True)
            yield
        finally:
            subprocess.run(("umount", "--lazy", str(data)), check=True)


def can_mount() -> bool:
    """Whether this process may mount a disk: as root, and where the kernel lets it."""
    if os.geteuid() != 0 or not shutil.which("unshare"):
        return False
    tried = ("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0
