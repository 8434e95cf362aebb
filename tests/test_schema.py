"""The tables and sample rows: what load() makes of them."""

from __future__ import annotations

from collections.abc import Iterator

import pymysql
import pytest
from pymysql.connections import Connection

from nonagent import schema
from nonagent.private_mariadb import PrivateMariaDB

NAME = "schema_test"


@pytest.fixture
def connection(mariadb: PrivateMariaDB) -> Iterator[Connection]:
    with mariadb.connect() as connection:
        yield connection
        connection.cursor().execute(f"DROP DATABASE IF EXISTS {NAME}")


def rows(connection: Connection, sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def test_load_makes_every_table_and_every_row(connection: Connection) -> None:
    schema.load(connection, NAME)
    tables = rows(connection, f"SELECT table_name FROM information_schema.tables WHERE table_schema = '{NAME}'")
    assert len(tables) == schema.tables_sql().count("CREATE TABLE") == 336
    loaded = sum(int(str(rows(connection, f"SELECT COUNT(*) FROM {NAME}.`{table}`")[0][0])) for (table,) in tables)
    assert loaded == schema.rows_sql().count("\n(") == 243


def test_next_auto_increment_values_are_those_of_the_recordings(connection: Connection) -> None:
    schema.load(connection, NAME)
    values = rows(
        connection,
        "SELECT table_name, auto_increment FROM information_schema.tables"
        f" WHERE table_schema = '{NAME}' AND table_name IN ('vicidial_list', 'vicidial_hopper', 'vicidial_api_log')"
        " ORDER BY table_name",
    )
    assert values == [("vicidial_api_log", 1), ("vicidial_hopper", 3), ("vicidial_list", 1008)]


def test_load_leaves_the_session_as_it_was(connection: Connection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("USE mysql; SET SESSION sql_mode = 'ANSI_QUOTES'")
        cursor.nextset()
    schema.load(connection, NAME)
    assert rows(connection, "SELECT DATABASE(), @@SESSION.sql_mode") == [("mysql", "ANSI_QUOTES")]


def test_an_existing_database_is_not_touched(connection: Connection) -> None:
    connection.cursor().execute(f"CREATE DATABASE {NAME}")
    with pytest.raises(pymysql.MySQLError, match="exists"):
        schema.load(connection, NAME)
    assert rows(connection, f"SHOW TABLES FROM {NAME}") == []


def test_durable_tables_are_on_disk(connection: Connection) -> None:
    schema.load(connection, NAME, durable=True)
    engines = rows(connection, f"SELECT DISTINCT engine FROM information_schema.tables WHERE table_schema = '{NAME}'")
    assert engines == [("MyISAM",)]
