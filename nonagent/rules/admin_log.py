"""The admin log: one row for every change to users, phones, lists, campaigns, DIDs and do-not-call numbers.

Source: docs/protocol.md#admin-log, and "Rows written" of each function's document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from nonagent.database import DatabaseError, Session, Sql


@dataclass(frozen=True)
class Actor:
    """Who makes a change, from where and when."""

    user: str
    address: str
    #: `YYYY-MM-DD HH:MM:SS`
    now: str
    #: has the answer say what is missing behind a change, as `ADMIN LOG NOT WRITTEN`, and takes why it is
    missed: Callable[[str, Exception], None]

    @contextmanager
    def behind(self, missing: str) -> Iterator[None]:
        """Take a step behind a change that is made: should the database refuse it, the change stands and is told.

        Parameters: missing, what is missing then, in capitals.
        """
        try:
            yield
        except DatabaseError as error:
            self.missed(missing, error)


def record(
    db: Session, actor: Actor, section: str, event_type: str, record_id: str, code: str, notes: str, *ran: str | Sql
) -> None:
    """Write one row of vicidial_admin_log, behind the change that it is about.

    Parameters: db; actor; section, as `LISTS`; event_type, one of the column's own words, as `MODIFY`; record_id of
    what was changed; code, as `ADMIN API ADD LIST`; notes; ran, the statements that made the change: those that were
    run, which are shown with their values in place and passwords masked.
    """
    shown = (db.text(each) if isinstance(each, Sql) else each for each in ran)
    statements = "; ".join(re.sub(r"\s+", " ", statement).strip() for statement in shown)
    with actor.behind("ADMIN LOG NOT WRITTEN"):
        db.run(
            """
            INSERT INTO vicidial_admin_log
              (event_date, user, ip_address, event_section, event_type, record_id, event_code, event_sql, event_notes)
            VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
            """,
            actor.now, actor.user, actor.address, section, event_type, record_id, code, statements, notes,
        )  # fmt: skip
