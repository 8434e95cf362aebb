"""Which table holds the leads a request means: the live ones, or those that were archived.

Source: spec/common.md section 3.
"""

from __future__ import annotations

from nonagent.database import Database, Session

LIVE = "vicidial_list"
ARCHIVE = "vicidial_list_archive"


def named(database: Database, db: Session, archived_lead: str) -> str | None:
    """The lead table, as a name to put into a statement.

    Parameters: database; db; archived_lead, the parameter as cleaned, `Y` for the archive.
    Returns: its name; None for the archive of an installation that has none.
    """
    if archived_lead != "Y":
        return LIVE
    return ARCHIVE if database.columns(db, ARCHIVE) else None
