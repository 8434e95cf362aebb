"""Whether the custom fields of a list can be copied. Source: docs/functions/add_list.md."""

from __future__ import annotations

from collections.abc import Mapping

from nonagent.database import Session, Sql


def facts(source_id: str) -> Sql:
    """What is asked of the list to copy from, as columns of one row.

    Parameters: source_id, digits; blank where nothing is copied.
    Returns: the columns, for a SELECT.
    """
    # NULL is no list; a blank would be list 0.
    list_id = source_id or None
    return Sql(
        """
          EXISTS (SELECT 1 FROM vicidial_lists WHERE list_id = %s) AS source_exists,
          EXISTS (SELECT 1 FROM vicidial_lists_fields WHERE list_id = %s) AS source_has_fields
        """,
        list_id, list_id,
    )  # fmt: skip


def read(db: Session, source_id: str) -> Mapping[str, str]:
    """Ask for the facts alone. Parameters: db; source_id, digits. Returns: the row."""
    return db.one("SELECT %s", facts(source_id)) or {}


def fault(found: Mapping[str, str], may_modify: bool) -> str:
    """Why the fields of a list cannot be copied.

    Parameters: found, a row of facts; may_modify, whether the user may modify custom fields.
    Returns: the reason as it is printed, empty when nothing is in the way.
    """
    if found["source_exists"] != "1":
        return "CUSTOM FIELDS LIST ID TO COPY FROM DOES NOT EXIST"
    if found["source_has_fields"] != "1":
        return "CUSTOM FIELDS LIST ID TO COPY FROM HAS NO CUSTOM FIELDS"
    return "" if may_modify else "USER DOES NOT HAVE PERMISSION TO MODIFY CUSTOM FIELDS"
