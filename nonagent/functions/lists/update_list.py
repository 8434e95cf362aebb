"""Changes a list, resets or deletes its leads, deletes it, and maintains its custom fields.

Source: spec/update_list.md
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from nonagent.api.answers import Stop
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, check_allowed_function, permission
from nonagent.api.list_ids import check_allowed, check_length
from nonagent.api.optional_fields import changes
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function, registered
from nonagent.database import Row, assignments
from nonagent.functions.lists import list_leads
from nonagent.rules import admin_log, locks, words
from nonagent.rules.custom_fields import (
    definitions as custom_field_definitions,
)
from nonagent.rules.custom_fields import (
    requests as custom_field_requests,
)
from nonagent.rules.custom_fields import (
    sources as custom_field_sources,
)
from nonagent.rules.leads import lead_table
from nonagent.rules.lists import list_settings, visible_lists
from nonagent.rules.optional_fields import Field, among, sized
from nonagent.rules.words import BLANK

YES = "Y"
OPTIONAL = "THIS IS AN OPTIONAL FIELD"


@dataclass(frozen=True)
class Target:
    """The list a request is about, as it was found."""

    list_id: str
    #: REFERENCES, and the list's row in part
    found: Row

    @property
    def exists(self) -> bool:
        """Whether there is such a list that the user may see."""
        return self.found["is_visible"] == "1"

    @property
    def is_hidden(self) -> bool:
        """Whether there is such a list, but not for this user."""
        return self.found["is_there"] == "1" and not self.exists

    @property
    def has_custom_fields(self) -> bool:
        """Whether custom fields can be worked on: a deleted list may have left some."""
        return self.exists or self.found["has_custom_fields"] == "1"


@function(
    "update_list",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE LISTS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_lists": "1"}, shown="0",
        ),
    ),
    list_restriction=True,
)  # fmt: skip
def update_list(call: Call[AnyParameters]) -> None:
    list_id = words.digits(call.params.list_id)
    check_length(call, list_id)
    check_allowed(call, list_id)
    with only_deletion(call, list_id):
        target = Target(list_id, look_up(call, list_id))
        # legacy: work on custom fields goes on without a list, and with it all other steps, which then change
        # nothing. safer: not for a list that is there but belongs to a campaign the user may not see.
        if not target.exists and (target.is_hidden or not is_custom_field_work(call)):
            add_instead(call, target)
            return
        change(call, target)
    if call.params.delete_leads == YES:
        with step(call, target, "LEADS IN LIST HAVE NOT BEEN DELETED"):
            delete_leads(call, target)
    if custom_field_sources.is_asked_for(call.params.custom_fields_copy):
        with step(call, target, "CUSTOM FIELDS NOT COPIED"):
            copy_custom_fields(call, target)


def only_deletion(call: Call[AnyParameters], list_id: str) -> AbstractContextManager[None]:
    """Keep other requests that delete the list waiting, so that one of them finds it."""
    if call.params.delete_list != YES:
        return nullcontext()
    return locks.held(call.db, locks.LIST, str(int(list_id)))


def step(call: Call[AnyParameters], target: Target, missing: str) -> AbstractContextManager[None]:
    """A step behind the change of the settings. Parameters: call; target; missing, what is told should it fail."""
    data = f"{target.list_id}|"
    return call.secondary(f"update_list {missing}", f"{call.user.name}|{data}", data)


def change(call: Call[AnyParameters], target: Target) -> None:
    if call.params.custom_fields_add == YES:
        add_custom_field(call, target)
    if call.params.custom_fields_update == YES:
        update_custom_field(call, target)
    if call.params.custom_fields_delete == YES:
        delete_custom_field(call, target)
    update_settings(call, target)
    if call.params.reset_list == YES:
        with step(call, target, "LEADS IN LIST HAVE NOT BEEN RESET"):
            reset_leads(call, target)
    if call.params.delete_list == YES:
        with step(call, target, "LIST HAS NOT BEEN DELETED"):
            delete_list(call, target)


def look_up(call: Call[AnyParameters], list_id: str) -> Row:
    """The list, whether the user may see it, and whether what the request refers to is there, in one round trip."""
    params = call.params
    visible, campaigns = visible_lists.condition(call.group, "list.campaign_id")
    row = call.db.one(
        f"""
        SELECT {list_settings.REFERENCES},
          EXISTS (SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s) AS campaign_exists,
          EXISTS (SELECT 1 FROM vicidial_lists_fields WHERE list_id = %s) AS has_custom_fields,
          list.list_id IS NOT NULL AS is_there, list.campaign_id, list.list_id IS NOT NULL AND {visible} AS is_visible
        FROM (SELECT 1) AS request
        LEFT JOIN vicidial_lists AS list ON list.list_id = %s
        """,  # noqa: S608
        *list_settings.references(params.script, params.drop_inbound_group, params.local_call_time),
        params.campaign_id, list_id, *campaigns, list_id,
    )  # fmt: skip
    return row or {}


def is_custom_field_work(call: Call[AnyParameters]) -> bool:
    """Whether custom fields are to be added, changed, deleted or copied, the last as loosely as it is meant here."""
    params = call.params
    actions = (params.custom_fields_add, params.custom_fields_update, params.custom_fields_delete)
    return YES in actions or 1 <= len(params.custom_fields_copy) <= 14


def add_instead(call: Call[AnyParameters], target: Target) -> None:
    """Go on as add_list where asked for, with its answers and under its name in the log."""
    if call.params.insert_if_not_found != YES or is_custom_field_work(call):
        raise call.refusal("LIST DOES NOT EXIST", target.list_id)
    remark(call, "LIST DOES NOT EXIST, SENDING TO add_list FUNCTION", target.list_id)
    call.function = "add_list"
    # Source and permission, the other gates of add_list, are those that were passed already.
    check_allowed_function(call, "1")
    registered()[call.function].handler(call)


def add_custom_field(call: Call[AnyParameters], target: Target) -> None:
    if not may_work_on_custom_fields(call, target, "ADD"):
        return
    params = call.params
    required = (params.field_label, params.field_name, params.field_size, params.field_type, params.field_rank)
    if "" in required:
        missing = f"REQUIRED CUSTOM FIELDS VARIABLES ARE MISSING, FIELD NOT ADDED, {OPTIONAL}"
        remark(call, missing, f"{target.list_id}|{'|'.join(required)}|")
        return
    field = custom_field_requests.new(asked_custom_field(call))
    outcome = custom_field_definitions.barred(call.user.row, call.system, target.list_id)
    outcome = outcome or custom_field_definitions.add(call.db, call.actor, target.list_id, field, is_rerank(call))
    told = outcome.told("Field", "added")
    confirm(call, "ADD CUSTOM FIELD COMMAND SENT", target, f"{params.field_label}|{params.field_type}|{told}|")


def update_custom_field(call: Call[AnyParameters], target: Target) -> None:
    stored = custom_field_meant(call, target, "UPDATE", "UPDATED")
    if stored is None:
        return
    field = custom_field_requests.changed(asked_custom_field(call), stored)
    outcome = custom_field_definitions.barred(call.user.row, call.system, target.list_id)
    outcome = outcome or custom_field_definitions.change(
        call.db, call.actor, target.list_id, stored["field_id"], field, is_rerank(call)
    )
    told = outcome.told("Field", "updated")
    confirm(call, "UPDATE CUSTOM FIELD COMMAND SENT", target, f"{field.field_label}|{field.field_type}|{told}|")


def delete_custom_field(call: Call[AnyParameters], target: Target) -> None:
    stored = custom_field_meant(call, target, "DELETE", "DELETED")
    if stored is None:
        return
    label = call.params.field_label
    outcome = custom_field_definitions.barred(call.user.row, call.system, target.list_id)
    try:
        outcome = outcome or custom_field_definitions.delete(
            call.db, call.actor, target.list_id, stored["field_id"], label
        )
    except custom_field_definitions.Gone:
        no_such_field(call, target, "DELETE", "DELETED")
        return
    # legacy: where the field's id was meant to be there is nothing.
    confirm(call, "DELETE CUSTOM FIELD COMMAND SENT", target, f"{label}||{outcome.told('Field', 'deleted')}|")


def may_work_on_custom_fields(call: Call[AnyParameters], target: Target, action: str) -> bool:
    if not target.has_custom_fields:
        no_fields = f"CUSTOM FIELDS LIST ID TO {action} TO HAS NO CUSTOM FIELDS, {OPTIONAL}"
        remark(call, no_fields, f"{target.list_id}|0")
        return False
    if not call.user.holds("custom_fields_modify"):
        refused = f"USER DOES NOT HAVE PERMISSION TO MODIFY CUSTOM FIELDS, {OPTIONAL}"
        remark(call, refused, f"{target.list_id}|{call.params.custom_fields_copy}|0")
        return False
    return True


def custom_field_meant(call: Call[AnyParameters], target: Target, action: str, done: str) -> Row | None:
    """The stored field that is to be changed or deleted; None, answered, when it cannot be."""
    if not may_work_on_custom_fields(call, target, action):
        return None
    params = call.params
    if not params.field_label:
        missing = f"REQUIRED CUSTOM FIELDS VARIABLES ARE MISSING, FIELD NOT {done}, {OPTIONAL}"
        remark(call, missing, f"{target.list_id}||")
        return None
    stored = custom_field_definitions.find(call.db, target.list_id, params.field_label)
    if stored is None:
        no_such_field(call, target, action, done)
    return stored


def no_such_field(call: Call[AnyParameters], target: Target, action: str, done: str) -> None:
    params = call.params
    more = (params.field_name, params.field_size, params.field_type, params.field_rank)
    asked = [target.list_id, params.field_label, *(more if action == "UPDATE" else ())]
    remark(call, f"FIELD DOES NOT EXIST, FIELD NOT {done}, {OPTIONAL}", "|".join(asked) + "|")


def asked_custom_field(call: Call[AnyParameters]) -> dict[str, str]:
    return {name: getattr(call.params, name) for name in custom_field_requests.NAMES}


def is_rerank(call: Call[AnyParameters]) -> bool:
    return call.params.field_rerank == "YES"


def update_settings(call: Call[AnyParameters], target: Target) -> None:
    given = checked_settings(call, target)
    if not given:
        call.notice("update_list NO UPDATES DEFINED", f"|{call.user.name}|", data="", separator=": ")
        return
    left = leave_hopper(call, target, given)
    columns = {"list_changedate": call.now.text, **given}
    update = f"UPDATE vicidial_lists SET {assignments(columns)} WHERE list_id = %s"  # noqa: S608
    call.db.run(update, *columns.values(), target.list_id)
    updated = call.db.text(update, *columns.values(), target.list_id)
    record(call, target, "MODIFY", "ADMIN API UPDATE LIST", f"list: {target.list_id}", left, updated)
    call.success("update_list LIST HAS BEEN UPDATED", f"{call.user.name}|{target.list_id}", data=target.list_id)


def checked_settings(call: Call[AnyParameters], target: Target) -> dict[str, str]:
    """The settings to change, by column. Raises: Stop, answered, at the first that is not right."""
    found = target.found
    given = changes(
        call,
        (
            Field("campaign_id", "CAMPAIGN DOES NOT EXIST", list_settings.exists(found, "campaign"), "campaign_id"),
            *list_settings.script_and_in_group(found, BLANK),
            Field("list_name", "LIST NAME MUST BE FROM 6 TO 30 CHARACTERS", sized(6, 30), "list_name"),
            Field("active", "ACTIVE MUST BE Y OR N", among("Y", "N"), "active"),
            Field(
                "outbound_cid", "OUTBOUND CID MUST BE FROM 6 TO 18 DIGITS", sized(6, 18), "campaign_cid_override"
            ),
            Field(
                "am_message", "ANSWERING MACHINE MESSAGE MUST LESS THAN 101 DIGITS", sized(1, 100),
                "am_message_exten_override", BLANK,
            ),
            list_settings.RESET_TIME,
            *list_settings.TEXTS,
            *list_settings.times_and_transfers(found, BLANK),
        ),
    )  # fmt: skip
    if size(call.params.expiration_date) >= 10:
        # legacy: an expiration date takes the place of a reset time.
        given.pop("reset_time", None)
        given["expiration_date"] = call.params.expiration_date
    return given


def leave_hopper(call: Call[AnyParameters], target: Target, given: dict[str, str]) -> str:
    """Take the leads of a list that changes its campaign out of the old one's hopper. Returns: the statement."""
    old = target.found["campaign_id"]
    if not target.exists or given.get("campaign_id", old) == old:
        return ""
    delete = "DELETE FROM vicidial_hopper WHERE list_id = %s AND campaign_id = %s"
    call.db.run(delete, target.list_id, old)
    return call.db.text(delete, target.list_id, old)


def reset_leads(call: Call[AnyParameters], target: Target) -> None:
    # Counted before it is done: of two requests at once only one may take the last reset of the day.
    count = """
        UPDATE vicidial_lists
        SET list_changedate = %s, resets_today = LAST_INSERT_ID(IFNULL(resets_today, 0) + 1)
        WHERE list_id = %s AND (daily_reset_limit < 0 OR daily_reset_limit > IFNULL(resets_today, 0)) AND
        """
    visible, campaigns = visible_lists.condition(call.group)
    values = (call.now.text, target.list_id, *campaigns)
    resets = call.db.insert(count + visible, *values)
    if not resets:
        refuse_reset(call, target)
        return
    table = lead_table.named(call.db, call.params.archived_lead)
    done = list_leads.reset(call.db, table, target.list_id)
    notes = f"{done.leads} leads reset, list resets today: {resets}"
    statements = (call.db.text(count + visible, *values), done.statement)
    record(call, target, "RESET", "ADMIN API RESET LIST", notes, *statements)
    # legacy: where the number of leads was meant to be there is nothing.
    confirm(call, "LEADS IN LIST HAVE BEEN RESET", target, "")


def refuse_reset(call: Call[AnyParameters], target: Target) -> None:
    visible, campaigns = visible_lists.condition(call.group)
    limits = call.db.one(
        f"SELECT resets_today, daily_reset_limit FROM vicidial_lists WHERE list_id = %s AND {visible}",  # noqa: S608
        target.list_id, *campaigns,
    )  # fmt: skip
    used = " / ".join(limits.values()) if limits else " / "
    record(call, target, "RESET", "ADMIN API RESET LIST FAILED", f"daily list resets limit reached: {used}")
    reason = f"update_list LIST RESET FAILED, daily reset limit reached: {used}"
    call.notice(reason, f"{call.user.name}|{target.list_id}", data=target.list_id)


def delete_list(call: Call[AnyParameters], target: Target) -> None:
    if not call.user.holds("delete_lists"):
        remark(call, "USER DOES NOT HAVE PERMISSION TO DELETE LISTS", "0")
        raise Stop
    delete = "DELETE FROM vicidial_lists WHERE list_id = %s"
    deleted = call.db.run(delete, target.list_id)
    if target.exists and not deleted:
        raise call.refusal("LIST DOES NOT EXIST", target.list_id)
    statement = call.db.text(delete, target.list_id)
    record(call, target, "DELETE", "ADMIN API DELETE LIST", f"list: {target.list_id}", statement)
    confirm(call, "LIST HAS BEEN DELETED", target, str(deleted))


def delete_leads(call: Call[AnyParameters], target: Target) -> None:
    if not call.user.holds("delete_lists") or not call.user.holds("modify_leads", "1234"):
        remark(call, "USER DOES NOT HAVE PERMISSION TO DELETE LEADS", "0")
        raise Stop
    table = lead_table.named(call.db, call.params.archived_lead)
    done = list_leads.delete(call.db, table, target.list_id)
    record(call, target, "DELETE", "ADMIN API DELETE LEADS", f"list: {target.list_id}", done.statement)
    confirm(call, "LEADS IN LIST HAVE BEEN DELETED", target, str(done.leads))


def copy_custom_fields(call: Call[AnyParameters], target: Target) -> None:
    source = call.params.custom_fields_copy
    may_modify = call.user.holds("custom_fields_modify")
    fault = custom_field_sources.fault(custom_field_sources.read(call.db, source), may_modify)
    if fault:
        remark(call, f"{fault}, {OPTIONAL}", f"{target.list_id}|{source}|0")
        return
    method = custom_field_definitions.method(call.params.custom_copy_method)
    outcome = custom_field_definitions.barred(call.user.row, call.system, target.list_id, source)
    outcome = outcome or custom_field_definitions.copy(call.db, call.actor, target.list_id, source, method)
    told = outcome.told("Fields", "copied")
    confirm(call, "COPY CUSTOM FIELDS COMMAND SENT", target, f"{source}|{method}|{told}|")


def remark(call: Call[AnyParameters], reason: str, data: str) -> None:
    """Say what was not done, or not as asked: `NOTICE: update_list REASON: |USER|DATA`."""
    call.notice(f"update_list {reason}", f"|{call.user.name}|{data}", data=data, separator=": ")


def confirm(call: Call[AnyParameters], reason: str, target: Target, more: str) -> None:
    """Say what was done: `NOTICE: update_list REASON - USER|LIST_ID|MORE`."""
    data = f"{target.list_id}|{more}"
    call.notice(f"update_list {reason}", f"{call.user.name}|{data}", data=data)


def record(
    call: Call[AnyParameters], target: Target, event_type: str, code: str, notes: str, *statements: str
) -> None:
    ran = [statement for statement in statements if statement]
    admin_log.record(call.db, call.actor, "LISTS", event_type, target.list_id, code, notes, *ran)
