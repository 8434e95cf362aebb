"""`nonagent check`: whether this installation has what nonagent needs, and what about it is odd."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from nonagent import clock, schema
from nonagent.database import Database, Session, Unavailable, address
from nonagent.settings import Settings

#: tables that an installation may do without; the functions that want them say so
OPTIONAL_TABLES = {"vicidial_list_archive": "made when lead archiving is turned on"}

#: columns that callers search by and that ought to have an index, and what a caller asks for to do so
SEARCHED = (
    ("vicidial_list", "phone_number", "duplicate_check, search_method=PHONE_NUMBER"),
    ("vicidial_list", "vendor_lead_code", "search_method=VENDOR_LEAD_CODE"),
    # The title stands beside it in one of the checks, and has no index either.
    ("vicidial_list", "alt_phone", "duplicate_check=DUPPHONEALT... and DUPTITLEALTPHONE..."),
    ("vicidial_dnc", "phone_number", "dnc_check"),
    ("vicidial_campaign_dnc", "phone_number", "campaign_dnc_check"),
    ("vicidial_hopper", "lead_id", "add_to_hopper"),
    ("vicidial_callbacks", "lead_id", "callback"),
)

NEEDED_PRIVILEGES = ("SELECT", "INSERT", "UPDATE", "DELETE")
#: for update_list and add_list, which change the tables of custom fields
CUSTOM_FIELD_PRIVILEGES = ("CREATE", "ALTER", "DROP")

#: seconds that the clocks of this host and the database may differ
CLOCK_TOLERANCE = 2

#: requests that Apache answers at once by default
AT_ONCE = 150

# A table's name behind a word of SQL, or alone between quotes where a statement is put together.
_TABLE_IN_SQL = re.compile(r"(?:\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+`?|\")([a-z][a-z0-9_]+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """One line of the report."""

    level: str
    text: str

    def __str__(self) -> str:
        return f"{self.level:7} {self.text}"


def report(settings: Settings) -> tuple[list[str], int]:
    """Connect and look around.

    Parameters: settings, the process's.
    Returns: the lines to show, and the exit code: 1 when there are errors.
    """
    database = Database(settings)
    findings: list[Finding] = []
    try:
        with database.session() as db:
            findings.extend(_findings(db, settings))
    except Unavailable as error:
        findings.append(Finding("ERROR", f"database {_where(settings)} cannot be used: {error}"))
    errors = sum(finding.level == "ERROR" for finding in findings)
    warnings = sum(finding.level == "WARNING" for finding in findings)
    lines = [str(finding) for finding in findings]
    return [*lines, f"{errors} errors, {warnings} warnings"], 1 if errors else 0


def needed_tables() -> set[str]:
    """Every table of VICIdial's schema that a statement of nonagent names."""
    sources = [path for path in _walk(files("nonagent")) if path.name.endswith(".py")]
    named = {name for path in sources for name in _TABLE_IN_SQL.findall(path.read_text(encoding="utf8"))}
    return named & _schema_columns().keys()


def _walk(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry)
        else:
            yield entry


def _findings(db: Session, settings: Settings) -> Iterator[Finding]:
    row = db.one("SELECT VERSION() AS server, CURRENT_USER() AS user, DATABASE() AS name") or {}
    yield Finding("OK", f"connected to {row['name']} at {_where(settings)} as {row['user']}, server {row['server']}")
    yield from _tables(db)
    yield from _indexes(db)
    yield from _schema_version(db)
    yield from _privileges(db)
    yield from _clocks(db, settings)
    yield from _connections(db)


def _tables(db: Session) -> Iterator[Finding]:
    there: dict[str, set[str]] = {}
    for row in db.all(
        """
        SELECT table_name AS name, column_name AS col
        FROM information_schema.columns
        WHERE table_schema = DATABASE()
        """
    ):
        there.setdefault(row["name"].lower(), set()).add(row["col"].lower())
    for name in sorted(needed_tables()):
        if name in there:
            missing = sorted(_schema_columns()[name] - there[name])
            if missing:
                yield Finding("WARNING", f"table {name} lacks columns: {', '.join(missing)}")
        elif name in OPTIONAL_TABLES:
            yield Finding("OK", f"no table {name}: {OPTIONAL_TABLES[name]}")
        else:
            yield Finding("ERROR", f"no table {name}")


def _indexes(db: Session) -> Iterator[Finding]:
    for table, column, by in SEARCHED:
        index = db.one(
            """
            SELECT 1 FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND table_name = %s AND column_name = %s AND seq_in_index = 1
            LIMIT 1
            """,
            table,
            column,
        )
        if index is None:
            yield Finding(
                "WARNING",
                f"no index on {table}.{column}: a search by it ({by}) reads every row; "
                f"to make one: ALTER TABLE {table} ADD INDEX ({column})",
            )


def _schema_version(db: Session) -> Iterator[Finding]:
    if not db.one("SHOW TABLES LIKE 'system_settings'"):
        return
    row = db.one("SELECT db_schema_version, db_schema_update_date, version FROM system_settings LIMIT 1")
    if row is None:
        yield Finding("WARNING", "system_settings has no row: every setting of VICIdial counts as off")
        return
    yield Finding(
        "OK", f"schema version {row['db_schema_version']}, updated {row['db_schema_update_date'] or 'never'}"
    )
    if db.one("SHOW TABLES LIKE 'servers'") and not db.one("SELECT 1 FROM servers WHERE active = 'Y' LIMIT 1"):
        yield Finding("WARNING", "no active server: this machine's own GMT offset is used")


def _privileges(db: Session) -> Iterator[Finding]:
    rows = db.all(
        """
        SELECT privilege_type AS name FROM information_schema.user_privileges
        WHERE grantee = CONCAT("'", REPLACE(CURRENT_USER(), '@', "'@'"), "'")
        UNION
        SELECT privilege_type FROM information_schema.schema_privileges
        WHERE grantee = CONCAT("'", REPLACE(CURRENT_USER(), '@', "'@'"), "'") AND DATABASE() LIKE table_schema
        """
    )
    held = {row["name"].upper() for row in rows}
    if missing := [name for name in NEEDED_PRIVILEGES if name not in held]:
        yield Finding("ERROR", f"the database user lacks {', '.join(missing)}")
    if missing := [name for name in CUSTOM_FIELD_PRIVILEGES if name not in held]:
        yield Finding("WARNING", f"the database user lacks {', '.join(missing)}: custom fields cannot be changed")
    if held.issuperset([*NEEDED_PRIVILEGES, *CUSTOM_FIELD_PRIVILEGES]):
        yield Finding("OK", "the database user holds every privilege needed")


def _clocks(db: Session, settings: Settings) -> Iterator[Finding]:
    row = db.one("SELECT UNIX_TIMESTAMP() AS epoch, NOW() AS wall") or {}
    ahead = int(float(row["epoch"])) - int(time.time())
    if abs(ahead) > CLOCK_TOLERANCE:
        yield Finding("WARNING", f"the database's clock is {ahead:+d} seconds from this host's")
    wall = datetime.strptime(row["wall"][:19], "%Y-%m-%d %H:%M:%S")
    apart = round((wall - clock.now(settings.timezone).wall).total_seconds()) - ahead
    if abs(apart) > CLOCK_TOLERANCE:
        yield Finding(
            "WARNING",
            f"the database's local time is {apart / 3600:+.2f} hours from this host's: set NONAGENT_TIMEZONE",
        )
    if abs(ahead) <= CLOCK_TOLERANCE and abs(apart) <= CLOCK_TOLERANCE:
        yield Finding("OK", "clock and time zone agree with the database's")


def _connections(db: Session) -> Iterator[Finding]:
    most = int(db.scalar("SELECT @@max_connections"))
    # Not by the list of processes, of which a user without further rights sees only its own.
    used = db.one("SHOW GLOBAL STATUS LIKE 'Threads_connected'") or {"Value": "0"}
    spare = most - int(used["Value"])
    text = f"the database has {spare} of its {most} connections to spare (max_connections)"
    if spare < AT_ONCE:
        yield Finding("WARNING", f"{text}: {AT_ONCE} requests at once want as many, and some would wait for others")
    else:
        yield Finding("OK", text)


def _where(settings: Settings) -> str:
    return ":".join(map(str, address(settings).values()))


@cache
def _schema_columns() -> dict[str, set[str]]:
    """The columns of each table of the schema that nonagent was built for."""
    found: dict[str, set[str]] = {}
    for name, body in re.findall(r"CREATE TABLE `(\w+)` \((.*?)\n\) ENGINE", schema.tables_sql(), re.DOTALL):
        found[name] = set(re.findall(r"^\s*`(\w+)` ", body.lower(), re.MULTILINE))
    return found
