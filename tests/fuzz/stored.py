"""Hostile values that are in the database already, as dialers, imports and other programs leave them there."""

from __future__ import annotations

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

TEXTS = {"char", "varchar", "text", "tinytext", "mediumtext", "longtext", "blob", "mediumblob", "longblob"}
NUMBERS = {"tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double"}
DATES = {"date", "datetime", "timestamp", "time"}
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

    def actions(self, chance: Random) -> Iterator[Action]:
        """Rows made hostile here and there, then every function over them."""
        for column in self._columns:
            if chance.random() < SHARE:
                yield _made_hostile(chance, column)
        for function in endless(chance, self._functions.names):
            yield LETS_CALLER_IN
            yield from self._functions.episode(chance, function, FIXTURES, GENTLE)


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
        SELECT c.table_name AS `table`, c.column_name AS name, c.data_type AS kind,
          (SELECT column_name FROM information_schema.columns AS f
           WHERE f.table_schema = c.table_schema AND f.table_name = c.table_name AND f.ordinal_position = 1) AS first
        FROM information_schema.columns AS c
        WHERE c.table_schema = %s AND c.extra NOT LIKE '%%auto_increment%%'
        ORDER BY c.table_name, c.ordinal_position
        """,
        database.base,
    )
    filled = {
        table for table in {row["table"] for row in rows} if database.all(f"SELECT 1 FROM {database.base}.`{table}` LIMIT 1")
    }
    known = TEXTS | NUMBERS | DATES
    return [
        Column(**row)
        for row in rows
        if row["table"] in filled and row["kind"] in known and not row["table"].startswith(OWN)
    ]
