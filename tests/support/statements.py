"""Which SQL statements the application sends, as the server's general log has them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.support.working_database import APP_USER, INIT_CONNECT, WorkingDatabase


@dataclass
class Statements:
    """The statements of a `with count_statements()` block, filled when it ends."""

    texts: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __str__(self) -> str:
        return f"{len(self)} statements:\n" + "\n".join(f"{n}. {text}" for n, text in enumerate(self.texts, 1))


@contextmanager
def counted(database: WorkingDatabase) -> Iterator[Statements]:
    """Collect every statement that the application's user sends; pings and connects are none.

    Several statements sent in one packet are counted one by one; what the server logs of a prepared one beside the
    EXECUTE that it was sent is not counted again.
    """
    found = Statements()
    database.run("SET GLOBAL log_output='TABLE'; TRUNCATE mysql.general_log; SET GLOBAL general_log=ON")
    try:
        yield found
    finally:
        database.run("SET GLOBAL general_log=OFF")
        rows = database.all(
            "SELECT argument FROM mysql.general_log"
            " WHERE command_type = 'Query' AND user_host LIKE %s ORDER BY event_time",
            f"{APP_USER}[%",
        )
        # What init_connect sets on a new connection is the tests' own doing.
        found.texts += [text for row in rows if (text := _text(row["argument"])) != INIT_CONNECT]


def _text(argument: str | bytes) -> str:
    return argument.decode("utf8", "replace") if isinstance(argument, bytes) else argument
