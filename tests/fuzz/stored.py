"""Hostile values that are in the database already, as dialers, imports and other programs leave them there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.fuzz import hostile
from tests.fuzz.actions import Action, Sql
from tests.fuzz.functions import Functions, endless
from tests.support.working_database import WorkingDatabase

#: of the columns, those that get a hostile value in a block
SHARE = 0.25
#: of the cases, those whose own state is brought about over the hostile rows
FIXTURES = 0.3
#: of the requests, those that are sent as they were recorded
GENTLE = 0.6
#: columns made hostile of what a case's own state holds
MOST_OF_FIXTURE = 6
#: the list whose custom fields get hostile names
CUSTOM_LIST = 101

TEXTS = {"char", "varchar", "text", "tinytext", "mediumtext", "longtext", "blob", "mediumblob", "longblob"}
NUMBERS = {"tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double"}
DATES = {"date", "datetime", "timestamp", "time"}
#: what holds SQL on purpose: administrators write lead filters so
SQL_ITSELF = ("lead_filter_sql",)
#: keys and lead types of the project's own, which its commands alone write
OWN = ("nonagent_",)

LETS_CALLER_IN = Sql(
    """
    UPDATE vicidial_users
    SET pass = %s, active = 'Y', user_level = 9, failed_login_count = 0, api_allowed_functions = ' ALL_FUNCTIONS ',
        api_list_restrict = '0', ignore_ip_list = '1', vdc_agent_api_access = '1', two_factor_override = 'DISABLED'
    WHERE user = '6666';
    UPDATE system_settings SET pass_hash_enabled = '0', allow_ip_lists = '0'
    """,
    (hostile.SECRET,),
)


@dataclass(frozen=True)
class Column:
    """A column of a table that has rows."""

    table: str
    #: the table's first, by which rows are told apart
    first: str
    name: str
    kind: str


class Stored:
    """The part `stored`."""

    name = "stored"

    def __init__(self, database: WorkingDatabase) -> None:
        """Parameters: database, whose base says which columns there are."""
        self._functions = Functions(database)
        self._columns = _columns(database)
        filled = {table for table in {column.table for column in self._columns} if _has_rows(database, table)}
        self._filled = [column for column in self._columns if column.table in filled]

    def actions(self, chance: Random) -> Iterator[Action]:
        """Rows made hostile here and there, then every function over them."""
        for column in self._filled:
            if chance.random() < SHARE:
                yield _made_hostile(chance, column)
        labels = [hostile.payload(chance, f"{hostile.MARK}{place}c")[:40] for place in range(chance.randrange(4))]
        for label in labels:
            yield from _custom_field(label)
        fields = [(b"custom_fields", b"Y"), *((label, b"x") for label in labels)]
        for function in endless(chance, self._functions.turns):
            yield LETS_CALLER_IN
            more = fields if chance.random() < 0.3 else []
            for action in self._functions.episode(chance, function, FIXTURES, GENTLE, more):
                yield action
                if isinstance(action, Sql):
                    yield from self._hostile_fixture(chance, action)

    def _hostile_fixture(self, chance: Random, fixture: Sql) -> Iterator[Sql]:
        tables = set(re.findall(r"(?:INTO|UPDATE)\s+`?(\w+)", fixture.text, re.IGNORECASE))
        columns = [column for column in self._columns if column.table in tables]
        for column in chance.sample(columns, min(len(columns), chance.randrange(MOST_OF_FIXTURE))):
            yield _made_hostile(chance, column)


def _custom_field(label: bytes) -> Iterator[Sql]:
    """A custom field of a hostile name: the only names that come into statements as names."""
    name = label.decode("utf8", "ignore").replace("\0", "").rstrip()
    quoted = name.replace("`", "``")
    yield Sql(f"ALTER TABLE custom_{CUSTOM_LIST} ADD `{quoted}` VARCHAR(20)")
    yield Sql(
        """
        INSERT INTO vicidial_lists_fields (list_id, field_label, field_name, field_type, field_rank, field_max)
        VALUES (%s, %s, %s, 'TEXT', 9, 20)
        """,
        (CUSTOM_LIST, name, name),
    )


def _made_hostile(chance: Random, column: Column) -> Sql:
    mark = f"{hostile.MARK}DBx"
    if column.kind in TEXTS:
        value: bytes | None = hostile.value(chance, mark)
    else:
        value = chance.choice(hostile.NUMBERS if column.kind in NUMBERS else hostile.DATES).encode()
    if chance.random() < 0.1:
        value = None
    # Most rows stay as they are, so that the hostile ones are reached beside them.
    rows = f"CRC32(CONCAT(`{column.first}`, '{chance.random()}')) %% 3 = 0"
    spared = " AND user <> '6666'" if column.table == "vicidial_users" else ""
    return Sql(f"UPDATE IGNORE `{column.table}` SET `{column.name}` = %s WHERE {rows}{spared}", (value,))


def _columns(database: WorkingDatabase) -> list[Column]:
    rows = database.all(
        """
        SELECT table_name AS `table`, column_name AS name, data_type AS kind, extra
        FROM information_schema.columns
        WHERE table_schema = %s
        ORDER BY table_name, ordinal_position
        """,
        database.base,
    )
    first: dict[str, str] = {}
    for row in rows:
        first.setdefault(row["table"], row["name"])
    return [
        Column(row["table"], first[row["table"]], row["name"], row["kind"])
        for row in rows
        if row["kind"] in TEXTS | NUMBERS | DATES
        and row["extra"] != "auto_increment"
        and row["name"] not in SQL_ITSELF
        and not row["table"].startswith(OWN)
    ]


def _has_rows(database: WorkingDatabase, table: str) -> bool:
    return bool(database.all(f"SELECT 1 FROM {database.base}.`{table}` LIMIT 1"))
