"""What update_list does to the custom fields of a list: one is added, changed or deleted, or another list's copied.

Source: docs/functions/update_list.md.
"""

from __future__ import annotations

from nonagent.api.answers import BLANK
from nonagent.api.call import Call
from nonagent.api.list_ids import LONGEST
from nonagent.api.optional_fields import OPTIONAL
from nonagent.api.parameters import flag
from nonagent.database import Row
from nonagent.functions.lists import copied_fields, custom_field_requests
from nonagent.functions.lists.copied_fields import CopiedFields
from nonagent.functions.lists.custom_field_requests import CustomFieldAsked
from nonagent.functions.lists.found_list import FoundList, confirm, remark
from nonagent.rules.custom_fields import definitions, sources

#: those that are needed to add a field, in the order they are shown where one is missing
NEEDED = ("field_label", "field_name", "field_size", "field_type", "field_rank")


class CustomFieldWork(CustomFieldAsked, CopiedFields):
    """What is to be done to the list's custom fields."""

    custom_fields_add = flag("Adds a custom field.")
    custom_fields_update = flag("Changes a custom field.")
    custom_fields_delete = flag("Deletes a custom field, with the values that leads have in it.")


def is_asked_for(call: Call[CustomFieldWork]) -> bool:
    """Whether custom fields are to be added, changed, deleted or copied. Parameters: call."""
    params = call.params
    if "Y" in (params.custom_fields_add, params.custom_fields_update, params.custom_fields_delete):
        return True
    # legacy: a list to copy from of one digit too, from which nothing is copied.
    return 1 <= len(params.custom_fields_copy) <= LONGEST


def run(call: Call[CustomFieldWork], target: FoundList) -> None:
    """Add, change and delete, each as far as it is asked for. Parameters: call; target."""
    if call.params.custom_fields_add == "Y":
        _add(call, target)
    if call.params.custom_fields_update == "Y":
        _update(call, target)
    if call.params.custom_fields_delete == "Y":
        _delete(call, target)


def copy(call: Call[CustomFieldWork], target: FoundList) -> None:
    """Copy the fields of the list that is named. Parameters: call, which names one; target."""
    source = copied_fields.source(call)
    fault = sources.fault(sources.read(call.db, source), call.user.holds("custom_fields_modify"))
    if fault:
        remark(call, f"{fault}{OPTIONAL}", list_id=target.list_id, custom_fields_copy=source, count=0)
        return
    outcome = copied_fields.copy(call, target.list_id, source)
    confirm(
        call, "COPY CUSTOM FIELDS COMMAND SENT", target, custom_fields_copy=source,
        custom_copy_method=copied_fields.method(call), outcome=outcome.told("Fields", "copied"), end=BLANK,
    )  # fmt: skip


def _add(call: Call[CustomFieldWork], target: FoundList) -> None:
    if not _may_work(call, target, "ADD"):
        return
    needed = {name: call.params.value(name) for name in NEEDED}
    if "" in needed.values():
        remark(
            call, f"REQUIRED CUSTOM FIELDS VARIABLES ARE MISSING, FIELD NOT ADDED{OPTIONAL}",
            list_id=target.list_id, **needed, end=BLANK,
        )  # fmt: skip
        return
    field = custom_field_requests.new(call.params)
    outcome = definitions.barred(call.user.row, call.system, target.list_id)
    outcome = outcome or definitions.add(call.db, call.actor, target.list_id, field, _is_rerank(call))
    confirm(
        call, "ADD CUSTOM FIELD COMMAND SENT", target, field_label=needed["field_label"],
        field_type=needed["field_type"], outcome=outcome.told("Field", "added"), end=BLANK,
    )  # fmt: skip


def _update(call: Call[CustomFieldWork], target: FoundList) -> None:
    stored = _field_meant(call, target, "UPDATE", "UPDATED")
    if stored is None:
        return
    field = custom_field_requests.changed(call.params, stored)
    outcome = definitions.barred(call.user.row, call.system, target.list_id)
    outcome = outcome or definitions.change(
        call.db, call.actor, target.list_id, stored["field_id"], field, _is_rerank(call)
    )
    confirm(
        call, "UPDATE CUSTOM FIELD COMMAND SENT", target, field_label=field.field_label,
        field_type=field.field_type, outcome=outcome.told("Field", "updated"), end=BLANK,
    )  # fmt: skip


def _delete(call: Call[CustomFieldWork], target: FoundList) -> None:
    stored = _field_meant(call, target, "DELETE", "DELETED")
    if stored is None:
        return
    label = call.params.field_label
    outcome = definitions.barred(call.user.row, call.system, target.list_id)
    try:
        outcome = outcome or definitions.delete(call.db, call.actor, target.list_id, stored["field_id"], label)
    except definitions.Gone:
        _tell_missing(call, target, "DELETE", "DELETED")
        return
    # legacy: where the field's id was meant to be there is nothing.
    confirm(
        call, "DELETE CUSTOM FIELD COMMAND SENT", target, field_label=label, field_id=BLANK,
        outcome=outcome.told("Field", "deleted"), end=BLANK,
    )  # fmt: skip


def _may_work(call: Call[CustomFieldWork], target: FoundList, action: str) -> bool:
    if not target.has_custom_fields:
        no_fields = f"CUSTOM FIELDS LIST ID TO {action} TO HAS NO CUSTOM FIELDS{OPTIONAL}"
        remark(call, no_fields, list_id=target.list_id, count=0)
        return False
    if not call.user.holds("custom_fields_modify"):
        refused = f"USER DOES NOT HAVE PERMISSION TO MODIFY CUSTOM FIELDS{OPTIONAL}"
        source = call.params.custom_fields_copy
        remark(call, refused, list_id=target.list_id, custom_fields_copy=source, count=0)
        return False
    return True


def _field_meant(call: Call[CustomFieldWork], target: FoundList, action: str, done: str) -> Row | None:
    """The stored field that is to be changed or deleted; None, answered, when it cannot be."""
    if not _may_work(call, target, action):
        return None
    label = call.params.field_label
    if not label:
        missing = f"REQUIRED CUSTOM FIELDS VARIABLES ARE MISSING, FIELD NOT {done}{OPTIONAL}"
        remark(call, missing, list_id=target.list_id, field_label=label, end=BLANK)
        return None
    stored = definitions.find(call.db, target.list_id, label)
    if stored is None:
        _tell_missing(call, target, action, done)
    return stored


def _tell_missing(call: Call[CustomFieldWork], target: FoundList, action: str, done: str) -> None:
    asked = {name: call.params.value(name) for name in (NEEDED if action == "UPDATE" else NEEDED[:1])}
    remark(call, f"FIELD DOES NOT EXIST, FIELD NOT {done}{OPTIONAL}", list_id=target.list_id, **asked, end=BLANK)


def _is_rerank(call: Call[CustomFieldWork]) -> bool:
    return call.params.field_rerank == "YES"
