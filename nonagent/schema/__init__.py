"""The tables of a VICIdial database and the rows of a small call centre: what the demo and the tests run on."""

from __future__ import annotations

from importlib.resources import files

from pymysql.connections import Connection
from pymysql.constants import CLIENT

# The flag a connection needs to be given to load(): the SQL files are sent whole.
CLIENT_FLAG = CLIENT.MULTI_STATEMENTS


def tables_sql() -> str:
    """Return the CREATE TABLE statements, one table after the other in the order of their names."""
    return _text("tables.sql")


def rows_sql() -> str:
    """Return the INSERT statements of the sample call centre."""
    return _text("rows.sql")


def load(connection: Connection, database: str, *, durable: bool = False) -> None:
    """Create a database with all tables and the sample rows.

    Parameters: connection, one made with CLIENT_FLAG that may create databases; it keeps its current database.
    database, the name of a database that does not exist yet.
    durable, make tables kept in memory (hopper, calls in progress) on disk, so that their rows survive a restart.
    Raises: pymysql.MySQLError when the database is there already or the server refuses.
    """
    tables = tables_sql()
    if durable:
        tables = tables.replace(") ENGINE=MEMORY ", ") ENGINE=MyISAM ")
    with connection.cursor() as cursor:
        cursor.execute("SELECT DATABASE(), @@SESSION.sql_mode")
        before, sql_mode = cursor.fetchone() or (None, "")
        cursor.execute(f"CREATE DATABASE `{database}` CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci")
        cursor.execute(f"USE `{database}`")
        # The rows hold zeros in AUTO_INCREMENT columns and zero dates, as VICIdial's do.
        cursor.execute("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'")
        try:
            for script in (tables, rows_sql()):
                cursor.execute(script)
                while cursor.nextset():
                    pass
        finally:
            cursor.execute("SET SESSION sql_mode = %s", (sql_mode,))
            if before:
                cursor.execute(f"USE `{before}`")
    connection.commit()


def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
