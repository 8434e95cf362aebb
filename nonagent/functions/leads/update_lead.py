"""Changes, deletes or reports leads found by id, vendor code or phone; may insert one that is not there.

Source: docs/functions/update_lead.md
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from nonagent.api import lead_steps, list_restriction, text
from nonagent.api.answers import BLANK, FIELDS_ONLY, REFUSAL, USER_FIRST, USER_LAST, Form, Unnamed
from nonagent.api.call import Call
from nonagent.api.common_parameters import ARCHIVED_LEAD, CUSTOM_FIELDS, LIST_EXISTS_CHECK, UNLIMITED, PhoneNumber
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import flag, parameter, size
from nonagent.api.registry import function
from nonagent.database import Row
from nonagent.functions.leads.lead_fields import LeadChanges
from nonagent.rules import locks, words
from nonagent.rules.calls import callbacks, hopper
from nonagent.rules.custom_fields import custom_fields
from nonagent.rules.leads import leads, timezones

SHORTEST_LIST_ID = 3
#: an entry list up to this one says nothing about custom fields, the lead's list does
LAST_IDLE_ENTRY_LIST = 99
#: hopper rows in these states stay
BEYOND_REMOVAL = ("INCALL", "DONE", "HOLD", "DNC")

NO_MATCHES = "NO MATCHES FOUND IN THE SYSTEM"
NO_CUSTOM_FIELDS = "CUSTOM FIELDS NOT ADDED, NO CUSTOM FIELDS DEFINED FOR THIS LIST"

#: as USER_FIRST, the user logged too
USER_FIRST_AND_LOGGED = Form(" - {user}|{fields}", "{user}|{fields}")


class Asked(LeadChanges, PhoneNumber, lead_steps.AltPhonesAsked, lead_steps.HopperAsked, lead_steps.CallbackAsked):
    """What update_lead is asked with."""

    search_method = parameter(
        "How leads are looked for, one way after the other until some are found: one or more of the words.",
        values=("LEAD_ID", "VENDOR_LEAD_CODE", "PHONE_NUMBER"), length=(6, UNLIMITED),
    )  # fmt: skip
    search_location = parameter(
        "Where: in the list, in all lists of its campaign, or everywhere.",
        values=("LIST", "CAMPAIGN", "SYSTEM"), length=(4, UNLIMITED),
    )  # fmt: skip
    lead_id = parameter("The lead to look for.")
    vendor_lead_code = parameter("The id in the caller's own system, to look for and to write.")
    phone_number = parameter("The phone number to look for; written with update_phone_number.", length=(6, 18))
    list_id = parameter("The list of search_location, of an inserted lead and of its place in the hopper.")
    records = parameter("How many of the leads found are worked on at the most.", default="1")
    archived_lead = ARCHIVED_LEAD
    list_exists_check = LIST_EXISTS_CHECK
    no_update = flag("Only says which leads are found.")
    insert_if_not_found = flag("Inserts a lead where none is found.")
    tz_method = parameter("How to look an inserted lead's time zone up, other than by the area code.",
                          values=("POSTAL", "TZCODE", "NANPA"))  # fmt: skip
    delete_lead = flag("Deletes the leads found.")
    delete_cf_data = flag("Deletes what their custom fields hold.")
    update_phone_number = flag("Writes phone_number too.")
    entry_list_id = parameter("The list whose custom fields the lead has; written unless custom_fields is `Y`.")
    force_entry_list_id = parameter("Stands for entry_list_id, and for the list whose custom fields are written.",
                                    length=(2, UNLIMITED))  # fmt: skip
    custom_fields = CUSTOM_FIELDS
    callback = parameter("Changes the lead's callback, or adds one; or removes it.", values=("Y", "REMOVE"))
    remove_from_hopper = flag("Takes the lead out of the hopper.")


@dataclass
class Request:
    """The parameters as this function reads them."""

    lead_id: str
    vendor_lead_code: str
    phone: str
    list_id: str
    search_method: str
    search_location: str
    records: int
    #: force_entry_list_id where it has two digits or more, else blank
    forced_list: str
    entry_list_id: str
    #: how many leads were changed while they were looked for, None when none was
    changed_at_once: int | None = None

    def take_over(self, lead: Row) -> None:
        """Let the first lead found stand for what the request does not name."""
        self.lead_id = self.lead_id or lead["lead_id"]
        self.list_id = self.list_id or lead["list_id"]

    @property
    def searched(self) -> dict[str, str]:
        """The three values searched for, by name."""
        return {"lead_id": self.lead_id, "vendor_lead_code": self.vendor_lead_code, "phone_number": self.phone}


@dataclass
class Progress:
    """What the work on one lead leaves behind for the next ones of the same request."""

    # legacy: counts of an earlier lead are shown again, and what one lead's new callback was given goes for the next.
    archived_callbacks: str = ""
    deleted_custom_rows: str = ""
    writes_fields: bool = True
    callback_type: str = ""
    callback_user: str = ""
    callback_status: str = ""


@function(
    "update_lead",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE LEADS IN THE SYSTEM",
            level=8,
            columns={"vdc_agent_api_access": "1", "modify_leads": "1234"},
        ),
    ),
    list_restriction=True,
)
def update_lead(call: Call[Asked]) -> None:
    request = read_request(call)
    searches = usable_searches(call, request)
    check_lists(call, request)
    with serialised(call, request, searches):
        found = search(call, request, searches)
        if call.params.no_update == "Y":
            report(call, request, found)
        elif not change_leads(call, request, found):
            insert(call, request)
    add_to_hopper(call, request)
    remove_from_hopper(call, request)


def read_request(call: Call[Asked]) -> Request:
    params = call.params
    list_id = words.digits(params.list_id)
    forced = params.force_entry_list_id if Asked.force_entry_list_id.fits(params.force_entry_list_id) else ""
    return Request(
        lead_id=params.lead_id,
        vendor_lead_code=params.vendor_lead_code,
        phone=params.phone_number,
        list_id=list_id,
        search_method=params.search_method if Asked.search_method.fits(params.search_method) else "LEAD_ID",
        search_location=params.search_location if limits_search(call, list_id) else "SYSTEM",
        records=leads.most(params.records),
        forced_list=forced,
        entry_list_id=forced or params.entry_list_id,
    )


def limits_search(call: Call[Asked], list_id: str) -> bool:
    """Whether the search may be kept to a list, or a campaign. Parameters: call; list_id, digits or blank."""
    if not Asked.search_location.fits(call.params.search_location) or size(list_id) < SHORTEST_LIST_ID:
        return False
    # Numbers are compared as float, since int refuses one of thousands of digits.
    return float(list_id) >= list_restriction.FIRST_CHECKED_LIST


def usable_searches(call: Call[Asked], request: Request) -> dict[str, str]:
    """The columns to search by, in order, each with its value."""
    method, searches = request.search_method, {}
    if "LEAD_ID" in method and request.lead_id:
        searches["lead_id"] = request.lead_id
    if "VENDOR_LEAD_CODE" in method and request.vendor_lead_code:
        searches["vendor_lead_code"] = request.vendor_lead_code
    if "PHONE_NUMBER" in method and Asked.phone_number.fits(request.phone):
        searches["phone_number"] = request.phone
    if not searches:
        raise call.error("NO VALID SEARCH METHOD", form=USER_FIRST, search_method=method, **request.searched)
    return searches


def check_lists(call: Call[Asked], request: Request) -> None:
    if not list_restriction.may_update_in(call, request.list_id):
        raise call.error(
            "NOT AN ALLOWED LIST ID, SEARCH",
            form=FIELDS_ONLY, phone_number=request.phone, list_id=request.list_id,
        )  # fmt: skip
    target = call.params.list_id_field
    if "Y" in call.params.list_exists_check.upper() and target and not leads.is_list_defined(call.db, target):
        raise call.error(
            "NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED",
            form=FIELDS_ONLY, phone_number=request.phone, list_id_field=target,
        )  # fmt: skip


def serialised(call: Call[Asked], request: Request, searches: dict[str, str]) -> AbstractContextManager[object]:
    """Keep other requests that may insert the same lead waiting, so that one of them inserts and the others find."""
    if call.params.insert_if_not_found != "Y" or not Asked.phone_number.fits(request.phone):
        return nullcontext()
    wanted = [locks.LEAD_NUMBER.of(request.phone)]
    if vendor_code := searches.get("vendor_lead_code"):
        wanted.append(locks.LEAD_VENDOR_CODE.of(vendor_code))
    return locks.all_held(call.db, wanted)


def search(call: Call[Asked], request: Request, searches: dict[str, str]) -> list[Row]:
    table = leads.table(call.params.archived_lead)
    lists = scope(call, request)
    for column, value in searches.items():
        if lists is None and is_plain_update(call, request, searches) and (values := changed_fields(call, request)):
            found, request.changed_at_once = leads.find_and_update(call.db, table, value, values)
        else:
            found = leads.find(call.db, table, column, value, lists, request.records)
        if found:
            return [lead | {"entry_list_id": request.forced_list or lead["entry_list_id"]} for lead in found]
    return []


def is_plain_update(call: Call[Asked], request: Request, searches: dict[str, str]) -> bool:
    """Whether nothing but the lead's being there decides about its change: then both are one round trip."""
    params = call.params
    return (
        [*searches] == ["lead_id"]
        and request.records > 0
        and call.allowed_lists is None
        and params.no_update != "Y"
        and params.delete_lead != "Y"
        and params.delete_cf_data != "Y"
    )


def scope(call: Call[Asked], request: Request) -> list[str] | None:
    """The lists to search in, None for all."""
    if "LIST" in request.search_location:
        return [request.list_id]
    if "CAMPAIGN" in request.search_location:
        # legacy: a list that is not defined limits nothing.
        return leads.lists_of_campaign_of(call.db, request.list_id) or None
    return None


def report(call: Call[Asked], request: Request, found: list[Row]) -> None:
    if not found:
        call.notice(NO_MATCHES, form=REFUSAL, **request.searched)
        raise call.stop()
    first = found[0]
    request.take_over(first)
    call.notice(
        "LEADS FOUND IN THE SYSTEM",
        form=REFUSAL, **request.searched, list_id=first["list_id"], entry_list_id=first["entry_list_id"],
    )  # fmt: skip


def change_leads(call: Call[Asked], request: Request, found: list[Row]) -> bool:
    """Change or delete the leads found. Returns: whether one was there; another request may have deleted them."""
    params = call.params
    progress = Progress(
        callback_type=params.callback_type, callback_user=params.callback_user, callback_status=params.callback_status
    )
    there = [lead for lead in found if change_lead(call, request, lead, progress)]
    if there:
        request.take_over(there[0])
    return bool(there)


def change_lead(call: Call[Asked], request: Request, lead: Row, progress: Progress) -> bool:
    """Change or delete one lead. Returns: False when it was to be deleted and is gone."""
    if not list_restriction.may_update_in(call, lead["list_id"]):
        raise call.error("NOT AN ALLOWED LIST ID, RESULTS", form=FIELDS_ONLY, list_id=lead["list_id"])
    delete_custom_data(call, request, lead, progress)
    if call.params.delete_lead != "Y":
        update(call, request, lead, progress)
    elif not delete(call, request, lead, progress):
        return False
    change_callback(call, lead, progress)
    remove_callbacks(call, lead, progress)
    with call.secondary(
        "CUSTOM FIELDS NOT UPDATED",
        form=FIELDS_ONLY, phone_number=request.phone, lead_id=lead["lead_id"], list_id=lead["list_id"],
    ):  # fmt: skip
        change_custom_fields(call, request, lead, progress)
    return True


def delete_custom_data(call: Call[Asked], request: Request, lead: Row, progress: Progress) -> None:
    params = call.params
    if params.delete_cf_data != "Y":
        return
    list_id = params.force_entry_list_id or params.entry_list_id or lead["entry_list_id"]
    custom = custom_fields.read(call.db, list_id)
    if custom.exists:
        progress.deleted_custom_rows = str(custom_fields.delete(call.db, custom, lead["lead_id"]))
    table = leads.table(params.archived_lead)
    changed = leads.update(call.db, table, [lead["lead_id"]], {"entry_list_id": "0"})
    deleted = progress.deleted_custom_rows
    call.notice(
        "CUSTOM FIELDS DATA HAS BEEN DELETED",
        lead_id=lead["lead_id"], list_id=list_id, changed=changed, deleted=deleted,
        logged=(request.phone, lead["list_id"], lead["lead_id"], list_id, changed, deleted),
    )  # fmt: skip


def delete(call: Call[Asked], request: Request, lead: Row, progress: Progress) -> bool:
    """Delete a lead. Returns: whether it was there: of several requests at once one deletes it."""
    lead_id = lead["lead_id"]
    deleted, archived = callbacks.archive(call.db, lead_id)
    progress.archived_callbacks = str(archived)
    gone = leads.delete(call.db, leads.table(call.params.archived_lead), lead_id)
    if not gone:
        return False
    call.success(
        # legacy: the counts of its callbacks stand in the reason, and in the API log's column of that name.
        f"LEAD HAS BEEN DELETED {text.joined((deleted, archived))}",
        lead_id=lead_id, deleted=gone, archived_callbacks=archived, archived_again=Unnamed(archived), end=BLANK,
        logged=(request.phone, lead["list_id"], lead_id, BLANK),
    )  # fmt: skip
    return True


def update(call: Call[Asked], request: Request, lead: Row, progress: Progress) -> None:
    values = changed_fields(call, request) if progress.writes_fields else {}
    if not values:
        return
    lead_id = lead["lead_id"]
    changed = request.changed_at_once
    if changed is None:
        changed = leads.update(call.db, leads.table(call.params.archived_lead), [lead_id], values)
    archived_before = progress.archived_callbacks
    call.success(
        "LEAD HAS BEEN UPDATED",
        lead_id=lead_id, changed=changed, archived_callbacks=archived_before,
        archived_again=Unnamed(archived_before), end=BLANK,
        logged=(request.phone, lead["list_id"], lead_id, BLANK),
    )  # fmt: skip


def changed_fields(call: Call[Asked], request: Request) -> dict[str, str]:
    params = call.params
    values = leads.changes(params.value)
    if params.update_phone_number == "Y" and request.phone:
        values["phone_number"] = request.phone
    if params.custom_fields != "Y" and request.entry_list_id:
        values["entry_list_id"] = request.entry_list_id
    return values


def change_callback(call: Call[Asked], lead: Row, progress: Progress) -> None:
    if call.params.callback != "Y":
        return
    with lead_steps.callback_step(call, lead["lead_id"]):
        while not (callback_id := callbacks.first_of_lead(call.db, lead["lead_id"])):
            if add_callback(call, lead, progress):
                return
        update_callback(call, lead, callback_id, progress)


def update_callback(call: Call[Asked], lead: Row, callback_id: str, progress: Progress) -> None:
    params = call.params
    shown, stored = callbacks.resolve_datetime(call.now, params.callback_datetime)
    sent = {
        "callback_time": stored,
        "lead_status": progress.callback_status,
        "campaign_id": params.campaign_id,
        "list_id": params.list_id_field,
        "recipient": progress.callback_type,
        "comments": params.callback_comments,
        "user": progress.callback_user,
    }
    values = {column: value for column, value in sent.items() if value}
    if not values:
        call.notice(
            "SCHEDULED CALLBACK NOT UPDATED, NO FIELDS SPECIFIED",
            form=FIELDS_ONLY, lead_id=lead["lead_id"], end=BLANK,
        )  # fmt: skip
        return
    callbacks.update(call.db, call.now, callback_id, values)
    call.notice(
        "SCHEDULED CALLBACK UPDATED",
        form=FIELDS_ONLY, lead_id=lead["lead_id"], campaign_id=params.campaign_id, callback_datetime=shown,
        callback_type=progress.callback_type, callback_user=progress.callback_user,
        callback_status=progress.callback_status,
    )  # fmt: skip


def add_callback(call: Call[Asked], lead: Row, progress: Progress) -> bool:
    """Add a callback and say so, or why not. Returns: False when another request has added one since."""
    params = call.params
    callback = callbacks.asked_for(
        call.now, params.campaign_id, params.callback_datetime, progress.callback_type, progress.callback_user,
        progress.callback_status, params.callback_comments,
    )  # fmt: skip
    outcome = lead_steps.schedule_callback(
        call, lead["lead_id"], lead["list_id"], callback, progress.callback_user, callbacks.insert_once
    )
    if outcome == callbacks.ADDED:
        progress.callback_type, progress.callback_user = callback.recipient, callback.user
        progress.callback_status = callback.status
    return outcome != callbacks.THERE


def remove_callbacks(call: Call[Asked], lead: Row, progress: Progress) -> None:
    if call.params.callback != "REMOVE":
        return
    lead_id = lead["lead_id"]
    with call.secondary("SCHEDULED CALLBACK NOT DELETED", form=USER_FIRST_AND_LOGGED, lead_id=lead_id):
        deleted, archived = callbacks.archive(call.db, lead_id)
        progress.archived_callbacks = str(archived)
        call.notice(
            "SCHEDULED CALLBACK DELETED",
            form=USER_FIRST_AND_LOGGED, lead_id=lead_id, deleted=deleted, archived=archived,
        )  # fmt: skip


def change_custom_fields(call: Call[Asked], request: Request, lead: Row, progress: Progress) -> None:
    if call.params.custom_fields != "Y":
        return
    phone, lead_id = request.phone, lead["lead_id"]
    found_list, entry_list = lead["list_id"], lead["entry_list_id"]
    list_id = entry_list if float(entry_list or 0) > LAST_IDLE_ENTRY_LIST else request.forced_list or found_list
    custom = custom_fields.read(call.db, list_id)
    if not custom.exists:
        call.notice(NO_CUSTOM_FIELDS, form=FIELDS_ONLY, phone_number=phone, lead_id=lead_id, list_id=found_list)
        return
    if call.params.delete_lead == "Y":
        rows = custom_fields.delete(call.db, custom, lead_id)
        if rows:
            call.notice(
                "CUSTOM FIELDS ENTRY DELETED",
                form=FIELDS_ONLY, phone_number=phone, lead_id=lead_id, list_id=found_list, entry_list_id=entry_list,
                custom_list_id=list_id, deleted=rows, logged=(phone, lead_id, found_list, rows),
            )  # fmt: skip
        return
    # legacy: the leads after this one get their custom fields only.
    progress.writes_fields = False
    values = sent_custom_values(call, custom)
    if not values:
        return
    rows = custom_fields.save(call.db, custom, lead_id, values)
    call.notice(
        "CUSTOM FIELDS VALUES UPDATED",
        form=FIELDS_ONLY, phone_number=phone, lead_id=lead_id, list_id=found_list, entry_list_id=entry_list,
        custom_list_id=list_id, changed=rows, logged=(phone, lead_id, found_list),
    )  # fmt: skip
    if rows:
        table = leads.table(call.params.archived_lead)
        leads.update(call.db, table, [lead_id], {"entry_list_id": list_id})


def sent_custom_values(call: Call[Asked], custom: custom_fields.Definition) -> dict[str, str]:
    query = call.params.query_text
    # legacy: a field counts as sent by its place in the text, so the first of the query string is not seen.
    sent = tuple(
        field
        for field in custom.fields
        if field.has_column and (f"&{field.label}=" in query or f"?{field.label}=" in query)
    )
    return custom_fields.values_of(sent, call.params.raw, call.system.get("active_modules", ""))


def insert(call: Call[Asked], request: Request) -> None:
    params = call.params
    if params.insert_if_not_found != "Y":
        raise call.error(NO_MATCHES, form=REFUSAL, **request.searched)
    call.notice(NO_MATCHES, form=REFUSAL, **request.searched)
    request.list_id = params.list_id_field or request.list_id
    phone, list_id = request.phone, request.list_id
    if not Asked.phone_number.fits(phone) or not params.phone_code or size(list_id) < SHORTEST_LIST_ID:
        raise call.error(
            "INVALID DATA FOR LEAD INSERTION",
            phone_number=phone, phone_code=params.phone_code, list_id=list_id, insert_if_not_found="Y",
        )  # fmt: skip
    if not list_restriction.may_update_in(call, list_id):
        raise call.error("NOT AN ALLOWED LIST ID, INSERT", form=FIELDS_ONLY, phone_number=phone, list_id=list_id)
    gmt_offset = look_up_gmt_offset(call)
    lead_id = leads.insert(
        call.db, call.now, params.phone_code, phone, list_id, params.status or "NEW", call.user.name, gmt_offset,
        request.entry_list_id if params.custom_fields != "Y" and request.entry_list_id else "0",
        {name: params.value(name) for name in leads.FIELDS},
    )  # fmt: skip
    request.lead_id = str(lead_id)
    call.success(
        "LEAD HAS BEEN ADDED",
        form=USER_LAST, phone_number=phone, list_id=list_id, lead_id=lead_id, gmt_offset=gmt_offset,
    )  # fmt: skip
    lead_steps.insert_alt_phones(call, lead_id)
    with call.secondary(
        "CUSTOM FIELDS NOT ADDED", form=FIELDS_ONLY, phone_number=phone, lead_id=lead_id, list_id=list_id
    ):
        insert_custom_fields(call, request, lead_id)


def look_up_gmt_offset(call: Call[Asked]) -> str:
    params = call.params
    place = timezones.Place(
        params.phone_code, params.area_code, params.prefix, params.state, params.postal_code, params.owner
    )
    return timezones.gmt_offset(call.db, call.now, call.local_offset, place, params.tz_method)


def insert_custom_fields(call: Call[Asked], request: Request, lead_id: int) -> None:
    if call.params.custom_fields != "Y":
        return
    phone, list_id = request.phone, request.list_id
    if not custom_fields.are_enabled(call.system):
        call.notice(
            "CUSTOM FIELDS NOT ADDED, CUSTOM FIELDS DISABLED",
            form=FIELDS_ONLY, phone_number=phone, lead_id=lead_id, custom_fields="Y",
            custom_fields_enabled=call.system.get("custom_fields_enabled", ""),
        )  # fmt: skip
        return
    own = custom_fields.read(call.db, list_id)
    if not own.exists:
        call.notice(NO_CUSTOM_FIELDS, form=FIELDS_ONLY, phone_number=phone, lead_id=lead_id, list_id=list_id)
        return
    forced = request.forced_list
    written = custom_fields.read(call.db, list_id, forced) if forced else own
    fields = tuple(field for field in written.fields if field.has_column)
    if not fields:
        call.notice(
            "CUSTOM FIELDS NOT ADDED, NO FIELDS DEFINED",
            form=FIELDS_ONLY, phone_number=phone, lead_id=lead_id, list_id=list_id,
        )  # fmt: skip
        return
    values = custom_fields.values_of(fields, call.params.raw, call.system.get("active_modules", ""))
    custom_fields.save(call.db, written, str(lead_id), values)
    table = leads.table(call.params.archived_lead)
    changed = leads.update(call.db, table, [str(lead_id)], {"entry_list_id": forced or list_id})
    call.notice(
        "CUSTOM FIELDS VALUES ADDED",
        form=FIELDS_ONLY, phone_number=phone, lead_id=lead_id, list_id=list_id, changed=changed,
        logged=(phone, lead_id, list_id),
    )  # fmt: skip


def add_to_hopper(call: Call[Asked], request: Request) -> None:
    if call.params.add_to_hopper != "Y":
        return
    with lead_steps.hopper_step(call, request.phone, request.lead_id):
        add_candidate(call, request)


def add_candidate(call: Call[Asked], request: Request) -> None:
    lead_id = request.lead_id
    lead = hopper.candidate(call.db, leads.table(call.params.archived_lead), lead_id)
    if lead.get("in_hopper") == "1":
        lead_steps.already_in_hopper(call, request.phone, lead_id)
        return
    if not lead.get("lead_id"):
        call.notice(
            "NOT ADDED TO HOPPER, LEAD NOT FOUND",
            form=lead_steps.USER_LAST_AND_LOGGED, phone_number=request.phone, lead_id=lead_id,
        )  # fmt: skip
        return
    hopper_lead = hopper.HopperLead(
        lead_id, request.list_id, lead["gmt_offset_now"], lead["state"], lead["vendor_lead_code"]
    )
    lead_steps.add_to_hopper(call, request.phone, hopper_lead, hopper.insert_once)


def remove_from_hopper(call: Call[Asked], request: Request) -> None:
    if call.params.remove_from_hopper != "Y":
        return
    with call.secondary(
        "NOT REMOVED FROM HOPPER", form=USER_LAST, phone_number=request.phone, lead_id=request.lead_id, status=BLANK
    ):
        remove(call, request)


def remove(call: Call[Asked], request: Request) -> None:
    phone, lead_id = request.phone, request.lead_id
    status = hopper.first_status(call.db, lead_id)
    removed = hopper.remove(call.db, lead_id, BEYOND_REMOVAL) if status else 0
    if removed:
        call.notice("REMOVED FROM HOPPER", form=USER_LAST, phone_number=phone, lead_id=lead_id, status=status)
        return
    # Another request may have removed it since.
    if status and (status := hopper.first_status(call.db, lead_id)):
        call.notice("NOT REMOVED FROM HOPPER", form=USER_LAST, phone_number=phone, lead_id=lead_id, status=status)
        return
    call.notice(
        "NOT REMOVED FROM HOPPER, LEAD IS NOT IN THE HOPPER",
        form=lead_steps.USER_LAST_AND_LOGGED, phone_number=phone, lead_id=lead_id,
    )  # fmt: skip
