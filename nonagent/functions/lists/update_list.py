"""Changes a list, resets or deletes its leads, deletes it, and maintains its custom fields.

Source: docs/functions/update_list.md
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from nonagent.api.answers import BLANK, REFUSAL, Stop
from nonagent.api.call import Call
from nonagent.api.common_parameters import ARCHIVED_LEAD
from nonagent.api.gates import STANDARD, check_allowed_function, permission
from nonagent.api.list_ids import LONGEST, SHORTEST, check_allowed, check_length
from nonagent.api.optional_fields import OptionalField as Field
from nonagent.api.optional_fields import changes
from nonagent.api.parameters import flag, parameter
from nonagent.api.registry import function, registered
from nonagent.database import Row, Sql, assigned
from nonagent.functions.lists import copied_fields, custom_field_steps, list_leads, list_settings
from nonagent.functions.lists.custom_field_steps import CustomFieldWork
from nonagent.functions.lists.found_list import FoundList, confirm, remark
from nonagent.functions.lists.list_settings import ListSettings
from nonagent.rules import admin_log, locks, words
from nonagent.rules.leads import lead_table
from nonagent.rules.lists import visible_lists


class Asked(ListSettings, CustomFieldWork):
    """What update_list is asked with; it has all that add_list is asked with, which may go on with the call."""

    list_id = parameter("The list's id, of which only the digits count.", required=True,
                        length=(SHORTEST, LONGEST))  # fmt: skip
    list_name = parameter("What the list is called.", length=(6, 30))
    campaign_id = parameter("The campaign that dials its leads.")
    active = parameter("Whether leads are dialled.", values=("Y", "N"))
    outbound_cid = parameter("The caller id of its calls, in place of the campaign's.", length=(6, 18))
    am_message = parameter("The message for answering machines, in place of the campaign's.", length=(1, 100))
    archived_lead = ARCHIVED_LEAD
    insert_if_not_found = flag("Adds the list, as add_list does, where there is none.")
    reset_list = flag("Marks the list's leads as not called.")
    delete_list = flag("Deletes the list; its leads and custom fields stay.")
    delete_leads = flag("Deletes the list's leads.")


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
def update_list(call: Call[Asked]) -> None:
    list_id = words.digits(call.params.list_id)
    check_length(call, list_id)
    check_allowed(call, list_id)
    with only_deletion(call, list_id):
        target = FoundList(list_id, look_up(call, list_id))
        # legacy: work on custom fields goes on without a list, and with it all other steps, which then change
        # nothing. safer: not for a list that is there but belongs to a campaign the user may not see.
        if not target.exists and (target.is_hidden or not custom_field_steps.is_asked_for(call)):
            add_instead(call, target)
            return
        change(call, target)
    if call.params.delete_leads == "Y":
        with step(call, target, "LEADS IN LIST HAVE NOT BEEN DELETED"):
            delete_leads(call, target)
    if copied_fields.source(call):
        with step(call, target, "CUSTOM FIELDS NOT COPIED"):
            custom_field_steps.copy(call, target)


def only_deletion(call: Call[Asked], list_id: str) -> AbstractContextManager[None]:
    """Keep other requests that delete the list waiting, so that one of them finds it."""
    if call.params.delete_list != "Y":
        return nullcontext()
    return locks.held(call.db, locks.LIST, str(int(list_id)))


def step(call: Call[Asked], target: FoundList, missing: str) -> AbstractContextManager[None]:
    """A step behind the change of the settings. Parameters: call; target; missing, what is told should it fail."""
    return call.secondary(missing, list_id=target.list_id, end=BLANK)


def change(call: Call[Asked], target: FoundList) -> None:
    custom_field_steps.run(call, target)
    update_settings(call, target)
    if call.params.reset_list == "Y":
        with step(call, target, "LEADS IN LIST HAVE NOT BEEN RESET"):
            reset_leads(call, target)
    if call.params.delete_list == "Y":
        with step(call, target, "LIST HAS NOT BEEN DELETED"):
            delete_list(call, target)


def look_up(call: Call[Asked], list_id: str) -> Row:
    """The list, whether the user may see it, and whether what the request refers to is there, in one round trip."""
    row = call.db.one(
        """
        SELECT
          %s,
          EXISTS (SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s) AS campaign_exists,
          EXISTS (SELECT 1 FROM vicidial_lists_fields WHERE list_id = %s) AS has_custom_fields,
          list.list_id IS NOT NULL AS is_there, list.campaign_id, list.list_id IS NOT NULL AND %s AS is_visible
        FROM (SELECT 1) AS request
        LEFT JOIN vicidial_lists AS list ON list.list_id = %s
        """,
        list_settings.references(call), call.params.campaign_id, list_id,
        visible_lists.visible(call.group, Sql("list.campaign_id")), list_id,
    )  # fmt: skip
    return row or {}


def add_instead(call: Call[Asked], target: FoundList) -> None:
    """Go on as add_list where asked for, with its answers and under its name in the log."""
    if call.params.insert_if_not_found != "Y" or custom_field_steps.is_asked_for(call):
        raise call.refusal("LIST DOES NOT EXIST", list_id=target.list_id)
    remark(call, "LIST DOES NOT EXIST, SENDING TO add_list FUNCTION", list_id=target.list_id)
    call.function = "add_list"
    # Source and permission, the other gates of add_list, are those that were passed already.
    check_allowed_function(call, 1)
    registered()[call.function].handler(call)


def update_settings(call: Call[Asked], target: FoundList) -> None:
    given = checked_settings(call, target)
    if not given:
        call.notice("NO UPDATES DEFINED", form=REFUSAL, end=BLANK)
        return
    left = leave_hopper(call, target, given)
    columns = {"list_changedate": call.now.text, **given}
    update = Sql("UPDATE vicidial_lists SET %s WHERE list_id = %s", assigned(columns), target.list_id)
    call.db.run(update)
    record(call, target, "MODIFY", "ADMIN API UPDATE LIST", f"list: {target.list_id}", left, update)
    call.success("LIST HAS BEEN UPDATED", list_id=target.list_id)


def checked_settings(call: Call[Asked], target: FoundList) -> dict[str, str]:
    """The settings to change, by column. Raises: Stop, answered, at the first that is not right."""
    found = target.row
    given = changes(
        call,
        (
            Field(
                Asked.campaign_id, "CAMPAIGN DOES NOT EXIST", "campaign_id", list_settings.exists(found, "campaign")
            ),
            *list_settings.script_and_in_group(found, words.BLANK),
            Field(Asked.list_name, "LIST NAME MUST BE FROM 6 TO 30 CHARACTERS", "list_name"),
            Field(Asked.active, "ACTIVE MUST BE Y OR N", "active"),
            Field(Asked.outbound_cid, "OUTBOUND CID MUST BE FROM 6 TO 18 DIGITS", "campaign_cid_override"),
            Field(
                Asked.am_message, "ANSWERING MACHINE MESSAGE MUST LESS THAN 101 DIGITS",
                "am_message_exten_override", blank=words.BLANK,
            ),
            list_settings.RESET_TIME,
            *list_settings.TEXTS,
            *list_settings.times_and_transfers(found, words.BLANK),
        ),
    )  # fmt: skip
    expires = list_settings.expiration_date(call)
    if expires:
        # legacy: an expiration date takes the place of a reset time.
        given.pop("reset_time", None)
        given["expiration_date"] = expires
    return given


def leave_hopper(call: Call[Asked], target: FoundList, given: dict[str, str]) -> Sql | None:
    """Take the leads of a list that changes its campaign out of the old one's hopper. Returns: the statement."""
    old = target.row["campaign_id"]
    if not target.exists or given.get("campaign_id", old) == old:
        return None
    delete = Sql("DELETE FROM vicidial_hopper WHERE list_id = %s AND campaign_id = %s", target.list_id, old)
    call.db.run(delete)
    return delete


def reset_leads(call: Call[Asked], target: FoundList) -> None:
    # Counted before it is done: of two requests at once only one may take the last reset of the day.
    count = Sql(
        """
        UPDATE vicidial_lists
        SET list_changedate = %s, resets_today = LAST_INSERT_ID(IFNULL(resets_today, 0) + 1)
        WHERE list_id = %s AND (daily_reset_limit < 0 OR daily_reset_limit > IFNULL(resets_today, 0)) AND %s
        """,
        call.now.text, target.list_id, visible_lists.visible(call.group),
    )  # fmt: skip
    resets = call.db.insert(count)
    if not resets:
        refuse_reset(call, target)
        return
    table = lead_table.named(call.db, call.params.archived_lead)
    done = list_leads.reset(call.db, table, target.list_id)
    notes = f"{done.leads} leads reset, list resets today: {resets}"
    record(call, target, "RESET", "ADMIN API RESET LIST", notes, count, done.statement)
    # legacy: where the number of leads was meant to be there is nothing.
    confirm(call, "LEADS IN LIST HAVE BEEN RESET", target, count=BLANK)


def refuse_reset(call: Call[Asked], target: FoundList) -> None:
    limits = call.db.one(
        "SELECT resets_today, daily_reset_limit FROM vicidial_lists WHERE list_id = %s AND %s",
        target.list_id, visible_lists.visible(call.group),
    )  # fmt: skip
    used = " / ".join(limits.values()) if limits else " / "
    record(call, target, "RESET", "ADMIN API RESET LIST FAILED", f"daily list resets limit reached: {used}")
    call.notice(f"LIST RESET FAILED, daily reset limit reached: {used}", list_id=target.list_id)


def delete_list(call: Call[Asked], target: FoundList) -> None:
    if not call.user.holds("delete_lists"):
        remark(call, "USER DOES NOT HAVE PERMISSION TO DELETE LISTS", count=0)
        raise Stop
    delete = Sql("DELETE FROM vicidial_lists WHERE list_id = %s", target.list_id)
    deleted = call.db.run(delete)
    if target.exists and not deleted:
        raise call.refusal("LIST DOES NOT EXIST", list_id=target.list_id)
    record(call, target, "DELETE", "ADMIN API DELETE LIST", f"list: {target.list_id}", delete)
    confirm(call, "LIST HAS BEEN DELETED", target, count=deleted)


def delete_leads(call: Call[Asked], target: FoundList) -> None:
    if not call.user.holds("delete_lists") or not call.user.holds("modify_leads", "1234"):
        remark(call, "USER DOES NOT HAVE PERMISSION TO DELETE LEADS", count=0)
        raise Stop
    table = lead_table.named(call.db, call.params.archived_lead)
    done = list_leads.delete(call.db, table, target.list_id)
    record(call, target, "DELETE", "ADMIN API DELETE LEADS", f"list: {target.list_id}", done.statement)
    confirm(call, "LEADS IN LIST HAVE BEEN DELETED", target, count=done.leads)


def record(
    call: Call[Asked], target: FoundList, event_type: str, code: str, notes: str, *statements: Sql | None
) -> None:
    ran = [statement for statement in statements if statement]
    admin_log.record(call.db, call.actor, "LISTS", event_type, target.list_id, code, notes, *ran)
