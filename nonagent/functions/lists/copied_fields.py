"""Copying the custom fields of another list, which add_list and update_list do.

Source: docs/functions/add_list.md, docs/functions/update_list.md.
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.list_ids import LONGEST, SHORTEST
from nonagent.api.parameters import Parameters, parameter
from nonagent.rules.custom_fields import definitions
from nonagent.rules.custom_fields.definitions import Outcome


class CopiedFields(Parameters):
    """Which list's custom fields to copy, and how."""

    custom_fields_copy = parameter("The list to copy all custom fields from.", length=(SHORTEST, LONGEST))
    custom_copy_method = parameter(
        "`UPDATE` changes the fields that both lists have, `REPLACE` deletes those of the list first, and with them "
        "their values; anything else adds those that are missing.",
        values=definitions.METHODS,
    )


def source(call: Call[CopiedFields]) -> str:
    """The list to copy from, blank when none is. Parameters: call."""
    value = call.params.custom_fields_copy
    return value if CopiedFields.custom_fields_copy.fits(value) else ""


def method(call: Call[CopiedFields]) -> str:
    """The way to copy that is meant. Parameters: call."""
    return definitions.method(call.params.custom_copy_method)


def copy(call: Call[CopiedFields], list_id: str, source_id: str) -> Outcome:
    """Copy the custom fields. Parameters: call; list_id of the target and source_id, digits. Returns: the outcome."""
    outcome = definitions.barred(call.user.row, call.system, list_id, source_id)
    return outcome or definitions.copy(call.db, call.actor, list_id, source_id, method(call))
