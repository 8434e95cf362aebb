"""A server that undoes changes for another's sake, as InnoDB does in a deadlock and a cluster in a conflict."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.working_database import WorkingDatabase

#: counts what was tried, whatever became of it
TRIES = "custom_undone"


@contextmanager
def undone(database: WorkingDatabase, table: str, event: str, times: int) -> Iterator[None]:
    """Let the next changes of a table end as a deadlock does.

    Parameters: database; table; event, INSERT, UPDATE or DELETE; times, how many of them.
    """
    database.run(f"CREATE TABLE {TRIES} (n INT) ENGINE=MyISAM SELECT 0 AS n")
    database.run(
        f"""
        CREATE TRIGGER undone BEFORE {event} ON {table} FOR EACH ROW
        BEGIN
          UPDATE {TRIES} SET n = n + 1;
          IF (SELECT n FROM {TRIES}) <= {times} THEN
            SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock found';
          END IF;
        END
        """
    )
    try:
        yield
    finally:
        database.run("DROP TRIGGER undone")
        database.run(f"DROP TABLE {TRIES}")
