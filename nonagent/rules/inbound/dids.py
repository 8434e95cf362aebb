"""Inbound DIDs by their pattern."""

from __future__ import annotations

from nonagent.database import Row, Session
from nonagent.rules.people.user_groups import named


def exists(db: Session, pattern: str) -> bool:
    """Whether a DID has this pattern, whoever may look at it. Parameters: db; pattern. Returns: so."""
    return db.one("SELECT did_id FROM vicidial_inbound_dids WHERE did_pattern = %s", pattern) is not None


def visible_id(db: Session, group: Row, pattern: str) -> str:
    """The DID of a pattern, if the user may look at it.

    Parameters: db; group, the row of vicidial_user_groups of the user's group; pattern.
    Returns: its did_id, blank when there is none to be seen.
    Source: docs/functions/update_did.md.
    """
    sql = "SELECT did_id FROM vicidial_inbound_dids WHERE did_pattern = %s AND %s"
    return db.scalar(sql, pattern, named(group))
