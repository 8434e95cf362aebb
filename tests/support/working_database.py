"""The database that the application under test works on: brought to one state, and asked what has changed.

Beside it lies an untouched copy, the base. Which tables were written is read from the server's binary log (row
format), which holds every change of every table whatever its engine: far quicker than looking at 336 tables, and
`tests/conformance/test_runner.py` holds it against CHECKSUM TABLE.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pymysql
from pymysql.cursors import DictCursor

from nonagent import schema
from nonagent.private_mariadb import PrivateMariaDB
from tests.support.app import TIMEZONE
from tests.support.rows import Change, Row, diff, text_row

EPOCH = 1752604200  # 2025-07-15 14:30:00 America/New_York
APP_USER, APP_PASSWORD = "nonagent", "test"

# Options of a server that this works on. The application's user has no SUPER, so init_connect holds for it.
SERVER_ARGUMENTS = ("--log-bin=binlog", "--binlog-format=ROW", "--server-id=1", "--sync-binlog=0")
INIT_CONNECT = f"SET timestamp={EPOCH}"
FROZEN_ARGUMENTS = (f"--init-connect={INIT_CONNECT}",)
#: where the first event of a binary log stands
START_OF_LOG = 4

# Measured durations, and the text of SQL statements: an implementation's own.
IGNORED_COLUMNS = {
    "vicidial_api_log": {"run_time"},
    "vicidial_admin_log": {"event_sql"},
    "vicidial_report_log": {"run_time"},
}
Shape = dict[str, list[list[Any]]]


def frozen_server(folder: Path) -> PrivateMariaDB:
    """A server in that folder, not started yet, whose clock stands still at EPOCH for the application."""
    return PrivateMariaDB(
        folder,
        durable=False,
        arguments=(*SERVER_ARGUMENTS, *FROZEN_ARGUMENTS),
        environment={"TZ": TIMEZONE},
    )


class WorkingDatabase:
    """A base and a working copy on one server, and what was changed in the copy since it was last looked at."""

    def __init__(self, mariadb: PrivateMariaDB, name: str = "nonagent_test", *, loaded: bool = False) -> None:
        """Load the server, or with `loaded` take over what another process has loaded, and written since."""
        self.mariadb, self.name, self.base = mariadb, name, f"{name}_base"
        self._connect()
        if not loaded:
            self._load()
            self.run(f"CREATE USER '{APP_USER}'@'localhost' IDENTIFIED BY '{APP_PASSWORD}'")
            self.run(f"GRANT ALL PRIVILEGES ON `{self.name}`.* TO '{APP_USER}'@'localhost'")
        self._use_working()
        self._learn_base()
        self._dirty: set[str] = set()  # written since the last reset
        self._redefined: set[str] = set()  # made, altered, emptied or dropped since then
        self._forget()
        if loaded:
            self._position = (self._log_position()[0], START_OF_LOG)
            self.reset()
            self.run("RESET MASTER")
            self._position = self._log_position()

    # -- plain SQL, for tests ---------------------------------------------------------------------------------

    def run(self, sql: str, *values: Any) -> int:
        """Run one or more statements on the working database; return the row count of the first."""
        with self._connection.cursor() as cursor:
            count = cursor.execute(sql, values or None)
            while cursor.nextset():
                pass
        return count

    def all(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        """The rows of a query, each a dict."""
        with self._connection.cursor(DictCursor) as cursor:
            cursor.execute(sql, values or None)
            return list(cursor.fetchall())

    def one(self, sql: str, *values: Any) -> dict[str, Any]:
        """The first row of a query; the test fails when there is none."""
        rows = self.all(sql, *values)
        assert rows, f"no row: {sql}"
        return rows[0]

    def value(self, sql: str, *values: Any) -> Any:
        """The first column of the first row of a query."""
        return next(iter(self.one(sql, *values).values()))

    def reconnect(self) -> None:
        """Go on over a new connection: behind a failed text of several statements answers may be left to read."""
        self._connection.close()
        self._connect()
        self._use_working()

    # -- state ------------------------------------------------------------------------------------------------

    def reset(self) -> None:
        """Bring every table back to the base's rows, their order and their next AUTO_INCREMENT value."""
        if self._restarted():
            self._load()
        else:
            self._written()
        self.run("SET sql_log_bin=0, sql_mode='NO_AUTO_VALUE_ON_ZERO'")
        for table in sorted(self._dirty):
            self._restore(table)
        self._use_working()
        self._forget()

    def adopt(self) -> None:
        """Take the working copy as it is now, tables of its own included, as what reset() leads back to."""
        self._written()
        self.run("SET sql_log_bin=0, sql_mode='NO_AUTO_VALUE_ON_ZERO'")
        for table in sorted(self._dirty):
            work, base = f"`{self.name}`.`{table}`", f"`{self.base}`.`{table}`"
            self.run(f"DROP TABLE IF EXISTS {base}; CREATE TABLE {base} LIKE {work}")
            self.run(f"INSERT INTO {base} SELECT * FROM {work}")
        self._use_working()
        self._learn_base()
        self._forget()

    def fixture(self, sql: str | None) -> None:
        """Run a case's own SQL; what it changes is part of the state, not of the changes."""
        if not sql:
            return
        self.run(sql)
        self.changes()

    def changes(self) -> list[Change]:
        """Every row changed since reset() or the last changes(), as the transcripts write it."""
        written, redefined = self._written()
        return [*(self._redefinitions() if redefined else ()), *self._row_changes(written)]

    def changes_by_checksum(self, before: dict[str, int | None]) -> set[str]:
        """The tables whose checksum differs from `before`, one of checksums(): the slow way, to prove changes()."""
        after = self.checksums()
        return {table for table in before.keys() | after.keys() if before.get(table) != after.get(table)}

    def checksums(self) -> dict[str, int | None]:
        """CHECKSUM TABLE of every table of the working database."""
        names = ", ".join(f"`{table}`" for table in sorted(self._listed(self.name)))
        return {row[0].split(".", 1)[1]: row[1] for row in self._query(f"CHECKSUM TABLE {names}")}

    # -- in parts ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._connection = self.mariadb.connect()

    def _learn_base(self) -> None:
        self._tables = self._listed(self.base)
        self._auto = self._auto_increments(self.base)
        self._base_shapes = self._shapes(self.base)
        self._base_rows: dict[str, list[Row]] = {}
        self._meta: dict[str, tuple[list[str], list[str]]] = {}
        self._defaults: dict[str, dict[str, str | None]] = {}
        self._keeps_auto: dict[str, bool] = {}

    def _load(self) -> None:
        for database in (self.base, self.name):
            self.run(f"DROP DATABASE IF EXISTS `{database}`")
            schema.load(self._connection, database)
        # From here on nothing may be passed over: what is written during a reset (by an answer's late work) belongs
        # to the next case and must be seen and undone. Resets themselves are not logged.
        self._position = self._log_position()

    def _use_working(self) -> None:
        self.run(f"USE `{self.name}`; SET sql_log_bin=1, sql_mode='', timestamp={EPOCH}, lock_wait_timeout=20")

    def _forget(self) -> None:
        """Take the present moment as the start: everything is as in the base."""
        self._dirty, self._redefined = set(), set()
        self._state: dict[str, list[Row]] = {}
        self._live = set(self._tables)
        self._shape = dict(self._base_shapes)

    def _restarted(self) -> bool:
        """Whether the server was restarted; tables kept in memory are empty then, others perhaps broken."""
        try:
            return self._log_position()[0] != self._position[0]
        except (pymysql.OperationalError, pymysql.InterfaceError):
            self._connect()
            return True

    def _log_position(self) -> tuple[str, int]:
        row = self._query("SHOW MASTER STATUS")[0]
        return row[0], row[1]

    def _written(self) -> tuple[set[str], bool]:
        """The tables of the working database written since the last call, and whether any was (re)defined."""
        events = self._query("SHOW BINLOG EVENTS IN %s FROM %s", *self._position)
        tables: set[str] = set()
        redefined: set[str] = set()
        statements = 0
        for _, _, kind, _, end, text in events:
            if kind == "Table_map":
                database, table = re.findall(r"\((.*?)\.(.*)\)", text)[0]
                if database == self.name:
                    tables.add(table)
            elif kind == "Query" and text not in ("BEGIN", "COMMIT", "ROLLBACK"):
                statements += 1
                redefined |= set(re.findall(r"\w+", text)) & (self._live | self._tables)
            self._position = (self._position[0], end)
        if statements:
            redefined |= self._listed(self.name) ^ self._tables
        self._redefined = self._redefined | redefined
        self._dirty = self._dirty | tables | redefined
        return tables | redefined, statements > 0

    def _redefinitions(self) -> Iterable[Change]:
        live = self._listed(self.name)
        for table in sorted(live - self._live):
            columns = [list(row[:5]) for row in self._query(f"SHOW COLUMNS FROM `{table}`")]
            yield {"table": table, "op": "create", "columns": columns}
            self._state[table] = []
        for table in sorted(self._live - live):
            yield {"table": table, "op": "drop"}
            self._state.pop(table, None)
        self._live = live
        shapes = self._shapes(self.name)
        for table in sorted(shapes.keys() & self._shape.keys()):
            if shapes[table] != self._shape[table]:
                yield {"table": table, "op": "alter", "columns": shapes[table]}
        self._shape = shapes

    def _row_changes(self, written: set[str]) -> Iterable[Change]:
        for table in sorted(written & self._live):
            before, after = self._before(table), self._rows(table, self.name)
            self._state[table] = after
            for change in diff(table, before, after, self._columns(table, self.name)[1]):
                yield self._lean(table, change)

    def _before(self, table: str) -> list[Row]:
        if table in self._state:
            return self._state[table]
        if table not in self._tables:
            return []
        if table not in self._base_rows:
            self._base_rows[table] = self._rows(table, self.base)
        return self._base_rows[table]

    def _lean(self, table: str, change: Change) -> Change:
        """Leave out of an inserted row the columns that hold their declared default."""
        if change["op"] != "insert":
            return change
        if table not in self._defaults or table.startswith("custom_"):
            self._defaults[table] = {row[0]: row[4] for row in self._query(f"SHOW COLUMNS FROM `{table}`")}
        defaults = self._defaults[table]
        lean = {column: value for column, value in change["row"].items() if value != defaults.get(column, "")}
        return {**change, "row": lean}

    def _restore(self, table: str) -> None:
        work, base = f"`{self.name}`.`{table}`", f"`{self.base}`.`{table}`"
        if table not in self._tables:
            self.run(f"DROP TABLE IF EXISTS {work}")
            return
        if table in self._redefined:
            self.run(f"DROP TABLE IF EXISTS {work}; CREATE TABLE {work} LIKE {base}")
        else:
            self.run(f"TRUNCATE {work}")
        self.run(f"INSERT INTO {work} SELECT * FROM {base}")
        if not self._keeps_auto_increment(table):
            self.run(f"ALTER TABLE {work} AUTO_INCREMENT={self._auto[table]}")

    def _keeps_auto_increment(self, table: str) -> bool:
        """Whether the base's rows alone lead to its next value; asked of the server once a table."""
        if table not in self._auto:
            return True
        if table not in self._keeps_auto:
            now = self._auto_increments(self.name, table)
            self._keeps_auto[table] = now.get(table) == self._auto[table]
        return self._keeps_auto[table]

    def _columns(self, table: str, database: str) -> tuple[list[str], list[str]]:
        """Columns and primary key; custom_NNN tables change shape while the cases run."""
        if table in self._meta and not table.startswith("custom_"):
            return self._meta[table]
        if table in self._tables and not table.startswith("custom_"):
            database = self.base
        columns = self._query(f"SHOW COLUMNS FROM `{database}`.`{table}`")
        self._meta[table] = [row[0] for row in columns], [row[0] for row in columns if row[3] == "PRI"]
        return self._meta[table]

    def _rows(self, table: str, database: str) -> list[Row]:
        columns, ignored = self._columns(table, database)[0], IGNORED_COLUMNS.get(table, set())
        rows = [text_row(columns, values) for values in self._query(f"SELECT * FROM `{database}`.`{table}`")]
        return [{name: value for name, value in row.items() if name not in ignored} for row in rows]

    def _listed(self, database: str) -> set[str]:
        return {
            row[0]
            for row in self._query(
                "SELECT table_name FROM information_schema.tables"
                " WHERE table_schema = %s AND table_type = 'BASE TABLE'",
                database,
            )
        }

    def _auto_increments(self, database: str, table: str = "%") -> dict[str, int]:
        return {
            row[0]: row[1]
            for row in self._query(
                "SELECT table_name, auto_increment FROM information_schema.tables"
                " WHERE table_schema = %s AND table_name LIKE %s AND auto_increment IS NOT NULL",
                database,
                table.replace("_", r"\_"),
            )
        }

    def _shapes(self, database: str) -> Shape:
        rows = self._query(
            "SELECT table_name, column_name, column_type, is_nullable, column_key, column_default"
            " FROM information_schema.columns"
            r" WHERE table_schema = %s AND table_name LIKE 'custom\_%%' ORDER BY table_name, ordinal_position",
            database,
        )
        shapes: Shape = {}
        for table, *shape in rows:
            shapes.setdefault(table, []).append(shape)
        return shapes

    def _query(self, sql: str, *values: Any) -> list[Any]:
        with self._connection.cursor() as cursor:
            cursor.execute(sql, values or None)
            return list(cursor.fetchall())
