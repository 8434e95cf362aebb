"""Which table holds the leads a request means, for statements that cannot be tried to see whether it is there.

Source: docs/protocol.md#cleaning.
"""

from __future__ import annotations

from nonagent.database import Session, column_names
from nonagent.rules.leads.leads import ARCHIVE, LIVE


def named(db: Session, archived_lead: str) -> str | None:
    """The lead table, by its name.

    Parameters: db; archived_lead, the parameter as cleaned, `Y` for the archive.
    Returns: one of leads.TABLES; None for the archive of an installation that has none.
    """
    if archived_lead != "Y":
        return LIVE
    # Asked each time: archiving may be turned on, and its table dropped, while this process runs.
    return ARCHIVE if column_names(db, ARCHIVE) else None
