"""Whether the custom fields of a list can be copied. Source: spec/add_list.md step 7."""

from __future__ import annotations

from collections.abc import Mapping

from nonagent.database import Session, Value

# One row about the list to copy from.
FACTS = """
  EXISTS (SELECT 1 FROM vicidial_lists WHERE list_id = %s) AS source_exists,
  EXISTS (SELECT 1 FROM vicidial_lists_fields WHERE list_id = %s) AS source_has_fields
"""


def is_asked_for(source_id: str) -> bool:
    """Whether custom_fields_copy names a list. Parameters: source_id, the parameter, digits."""
    return 2 <= len(source_id) <= 14


def fact_values(source_id: str) -> list[Value]:
    """The values that FACTS binds, in order. Parameters: source_id, as for is_asked_for."""
    # NULL is no list; a blank would be list 0.
    list_id = source_id if is_asked_for(source_id) else None
    return [list_id, list_id]


def read(db: Session, source_id: str) -> Mapping[str, str]:
    """Ask for FACTS alone. Parameters: db; source_id, as for is_asked_for."""
    return db.one(f"SELECT {FACTS}", *fact_values(source_id)) or {}


def fault(facts: Mapping[str, str], may_modify: bool) -> str:
    """Why the fields of a list cannot be copied.

    Parameters: facts, a row of FACTS; may_modify, whether the user may modify custom fields.
    Returns: the reason as it is printed, empty when nothing is in the way.
    """
    if facts["source_exists"] != "1":
        return "CUSTOM FIELDS LIST ID TO COPY FROM DOES NOT EXIST"
    if facts["source_has_fields"] != "1":
        return "CUSTOM FIELDS LIST ID TO COPY FROM HAS NO CUSTOM FIELDS"
    return "" if may_modify else "USER DOES NOT HAVE PERMISSION TO MODIFY CUSTOM FIELDS"
