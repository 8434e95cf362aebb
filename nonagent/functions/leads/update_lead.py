"""Changes, deletes or reports leads found by id, vendor code or phone; may insert one that is not there.

Source: spec/update_lead.md
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from nonagent.api import lead_steps, list_restriction
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row
from nonagent.rules import locks, words
from nonagent.rules.calls import callbacks, hopper
from nonagent.rules.custom_fields import custom_fields
from nonagent.rules.leads import leads, timezones

SHORTEST_PHONE, LONGEST_PHONE = 6, 18
DEFAULT_RECORDS = 1
#: an entry list up to this one says nothing about custom fields, the lead's list does
LAST_IDLE_ENTRY_LIST = 99
#: hopper rows in these states stay
BEYOND_REMOVAL = ("INCALL", "DONE", "HOLD", "DNC")


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
    def searched(self) -> str:
        """The three values searched for, as they are printed."""
        return f"{self.lead_id}|{self.vendor_lead_code}|{self.phone}"


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
def update_lead(call: Call[AnyParameters]) -> None:
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


def read_request(call: Call[AnyParameters]) -> Request:
    params = call.params
    list_id = words.digits(params.list_id)
    forced = params.force_entry_list_id if size(params.force_entry_list_id) >= 2 else ""
    location = params.search_location
    # Numbers are compared as float, since int refuses one of thousands of digits.
    if size(location) < 4 or size(list_id) < 3 or float(list_id) < list_restriction.FIRST_CHECKED_LIST:
        location = "SYSTEM"
    return Request(
        lead_id=params.lead_id,
        vendor_lead_code=params.vendor_lead_code,
        phone=params.phone_number,
        list_id=list_id,
        search_method=params.search_method if size(params.search_method) >= 6 else "LEAD_ID",
        search_location=location,
        records=leads.most(params.records, DEFAULT_RECORDS),
        forced_list=forced,
        entry_list_id=forced or params.entry_list_id,
    )


def usable_searches(call: Call[AnyParameters], request: Request) -> dict[str, str]:
    """The columns to search by, in order, each with its value."""
    method, searches = request.search_method, {}
    if "LEAD_ID" in method and request.lead_id:
        searches["lead_id"] = request.lead_id
    if "VENDOR_LEAD_CODE" in method and request.vendor_lead_code:
        searches["vendor_lead_code"] = request.vendor_lead_code
    if "PHONE_NUMBER" in method and is_phone(request.phone):
        searches["phone_number"] = request.phone
    if not searches:
        data = f"{method}|{request.searched}"
        raise call.error("update_lead NO VALID SEARCH METHOD", f"{call.user.name}|{data}", data=data)
    return searches


def check_lists(call: Call[AnyParameters], request: Request) -> None:
    if not list_restriction.may_update_in(call, request.list_id):
        raise call.error("update_lead NOT AN ALLOWED LIST ID, SEARCH", f"{request.phone}|{request.list_id}")
    target = call.params.list_id_field
    if "Y" in call.params.list_exists_check.upper() and target and not leads.is_list_defined(call.db, target):
        reason = "update_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED"
        raise call.error(reason, f"{request.phone}|{target}")


def serialised(
    call: Call[AnyParameters], request: Request, searches: dict[str, str]
) -> AbstractContextManager[object]:
    """Keep other requests that may insert the same lead waiting, so that one of them inserts and the others find."""
    if call.params.insert_if_not_found != "Y" or not is_phone(request.phone):
        return nullcontext()
    wanted = [locks.LEAD_NUMBER.of(request.phone)]
    if vendor_code := searches.get("vendor_lead_code"):
        wanted.append(locks.LEAD_VENDOR_CODE.of(vendor_code))
    return locks.all_held(call.db, wanted)


def search(call: Call[AnyParameters], request: Request, searches: dict[str, str]) -> list[Row]:
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


def is_plain_update(call: Call[AnyParameters], request: Request, searches: dict[str, str]) -> bool:
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


def scope(call: Call[AnyParameters], request: Request) -> list[str] | None:
    """The lists to search in, None for all."""
    if "LIST" in request.search_location:
        return [request.list_id]
    if "CAMPAIGN" in request.search_location:
        # legacy: a list that is not defined limits nothing.
        return leads.lists_of_campaign_of(call.db, request.list_id) or None
    return None


def report(call: Call[AnyParameters], request: Request, found: list[Row]) -> None:
    if not found:
        no_matches(call, request, "NOTICE")
        raise call.stop()
    request.take_over(found[0])
    data = f"{request.searched}|{found[0]['list_id']}|{found[0]['entry_list_id']}"
    call.notice("update_lead LEADS FOUND IN THE SYSTEM", f"|{call.user.name}|{data}", data=data, separator=": ")


def no_matches(call: Call[AnyParameters], request: Request, result: str) -> None:
    answer = call.error if result == "ERROR" else call.notice
    reason = "update_lead NO MATCHES FOUND IN THE SYSTEM"
    answer(reason, f"|{call.user.name}|{request.searched}", data=request.searched, separator=": ")


def change_leads(call: Call[AnyParameters], request: Request, found: list[Row]) -> bool:
    """Change or delete the leads found. Returns: whether one was there; another request may have deleted them."""
    params = call.params
    progress = Progress(
        callback_type=params.callback_type, callback_user=params.callback_user, callback_status=params.callback_status
    )
    there = [lead for lead in found if change_lead(call, request, lead, progress)]
    if there:
        request.take_over(there[0])
    return bool(there)


def change_lead(call: Call[AnyParameters], request: Request, lead: Row, progress: Progress) -> bool:
    """Change or delete one lead. Returns: False when it was to be deleted and is gone."""
    if not list_restriction.may_update_in(call, lead["list_id"]):
        raise call.error("update_lead NOT AN ALLOWED LIST ID, RESULTS", lead["list_id"])
    delete_custom_data(call, request, lead, progress)
    if call.params.delete_lead != "Y":
        update(call, request, lead, progress)
    elif not delete(call, request, lead, progress):
        return False
    change_callback(call, lead, progress)
    remove_callbacks(call, lead, progress)
    shown = f"{request.phone}|{lead['lead_id']}|{lead['list_id']}"
    with call.secondary("update_lead CUSTOM FIELDS NOT UPDATED", shown):
        change_custom_fields(call, request, lead, progress)
    return True


def delete_custom_data(call: Call[AnyParameters], request: Request, lead: Row, progress: Progress) -> None:
    params = call.params
    if params.delete_cf_data != "Y":
        return
    list_id = params.force_entry_list_id or params.entry_list_id or lead["entry_list_id"]
    custom = custom_fields.read(call.db, list_id)
    if custom.exists:
        progress.deleted_custom_rows = str(custom_fields.delete(call.db, custom, lead["lead_id"]))
    table = leads.table(params.archived_lead)
    changed = leads.update(call.db, table, [lead["lead_id"]], {"entry_list_id": "0"})
    counted = f"{lead['lead_id']}|{list_id}|{changed}|{progress.deleted_custom_rows}"
    call.notice(
        "update_lead CUSTOM FIELDS DATA HAS BEEN DELETED",
        f"{call.user.name}|{counted}",
        data=f"{request.phone}|{lead['list_id']}|{counted}",
    )


def delete(call: Call[AnyParameters], request: Request, lead: Row, progress: Progress) -> bool:
    """Delete a lead. Returns: whether it was there: of several requests at once one deletes it."""
    lead_id = lead["lead_id"]
    deleted, archived = callbacks.archive(call.db, lead_id)
    progress.archived_callbacks = str(archived)
    gone = leads.delete(call.db, leads.table(call.params.archived_lead), lead_id)
    if not gone:
        return False
    call.success(
        f"update_lead LEAD HAS BEEN DELETED {deleted}|{archived}",
        f"{call.user.name}|{lead_id}|{gone}|{archived}|{archived}|",
        data=f"{request.phone}|{lead['list_id']}|{lead_id}|",
    )
    return True


def update(call: Call[AnyParameters], request: Request, lead: Row, progress: Progress) -> None:
    values = changed_fields(call, request) if progress.writes_fields else {}
    if not values:
        return
    lead_id = lead["lead_id"]
    changed = request.changed_at_once
    if changed is None:
        changed = leads.update(call.db, leads.table(call.params.archived_lead), [lead_id], values)
    archived_before = progress.archived_callbacks
    call.success(
        "update_lead LEAD HAS BEEN UPDATED",
        f"{call.user.name}|{lead_id}|{changed}|{archived_before}|{archived_before}|",
        data=f"{request.phone}|{lead['list_id']}|{lead_id}|",
    )


def changed_fields(call: Call[AnyParameters], request: Request) -> dict[str, str]:
    params = call.params
    values = leads.changes(lambda name: getattr(params, name))
    if params.update_phone_number == "Y" and request.phone:
        values["phone_number"] = request.phone
    if params.custom_fields != "Y" and request.entry_list_id:
        values["entry_list_id"] = request.entry_list_id
    return values


def change_callback(call: Call[AnyParameters], lead: Row, progress: Progress) -> None:
    if call.params.callback != "Y":
        return
    with call.secondary("update_lead SCHEDULED CALLBACK NOT ADDED", f"{lead['lead_id']}|{call.params.campaign_id}"):
        while not (callback_id := callbacks.first_of_lead(call.db, lead["lead_id"])):
            if add_callback(call, lead, progress):
                return
        update_callback(call, lead, callback_id, progress)


def update_callback(call: Call[AnyParameters], lead: Row, callback_id: str, progress: Progress) -> None:
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
        call.notice("update_lead SCHEDULED CALLBACK NOT UPDATED, NO FIELDS SPECIFIED", f"{lead['lead_id']}|")
        return
    callbacks.update(call.db, call.now, callback_id, values)
    call.notice(
        "update_lead SCHEDULED CALLBACK UPDATED",
        f"{lead['lead_id']}|{params.campaign_id}|{shown}|{progress.callback_type}|{progress.callback_user}"
        f"|{progress.callback_status}",
    )


def add_callback(call: Call[AnyParameters], lead: Row, progress: Progress) -> bool:
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


def remove_callbacks(call: Call[AnyParameters], lead: Row, progress: Progress) -> None:
    if call.params.callback != "REMOVE":
        return
    who = f"{call.user.name}|{lead['lead_id']}"
    with call.secondary("update_lead SCHEDULED CALLBACK NOT DELETED", who):
        deleted, archived = callbacks.archive(call.db, lead["lead_id"])
        progress.archived_callbacks = str(archived)
        call.notice("update_lead SCHEDULED CALLBACK DELETED", f"{who}|{deleted}|{archived}")


def change_custom_fields(call: Call[AnyParameters], request: Request, lead: Row, progress: Progress) -> None:
    if call.params.custom_fields != "Y":
        return
    found_list, entry_list, lead_id = lead["list_id"], lead["entry_list_id"], lead["lead_id"]
    list_id = entry_list if float(entry_list or 0) > LAST_IDLE_ENTRY_LIST else request.forced_list or found_list
    custom = custom_fields.read(call.db, list_id)
    data = f"{request.phone}|{lead_id}|{found_list}"
    if not custom.exists:
        call.notice("update_lead CUSTOM FIELDS NOT ADDED, NO CUSTOM FIELDS DEFINED FOR THIS LIST", data)
        return
    if call.params.delete_lead == "Y":
        rows = custom_fields.delete(call.db, custom, lead_id)
        if rows:
            shown = f"{data}|{entry_list}|{list_id}|{rows}"
            call.notice("update_lead CUSTOM FIELDS ENTRY DELETED", shown, data=f"{data}|{rows}")
        return
    # legacy: the leads after this one get their custom fields only.
    progress.writes_fields = False
    values = sent_custom_values(call, custom)
    if not values:
        return
    rows = custom_fields.save(call.db, custom, lead_id, values)
    call.notice("update_lead CUSTOM FIELDS VALUES UPDATED", f"{data}|{entry_list}|{list_id}|{rows}", data=data)
    if rows:
        table = leads.table(call.params.archived_lead)
        leads.update(call.db, table, [lead_id], {"entry_list_id": list_id})


def sent_custom_values(call: Call[AnyParameters], custom: custom_fields.Definition) -> dict[str, str]:
    query = call.params.query_text
    # legacy: a field counts as sent by its place in the text, so the first of the query string is not seen.
    sent = tuple(
        field
        for field in custom.fields
        if field.has_column and (f"&{field.label}=" in query or f"?{field.label}=" in query)
    )
    return custom_fields.values_of(sent, call.params.raw, call.system.get("active_modules", ""))


def insert(call: Call[AnyParameters], request: Request) -> None:
    params = call.params
    if params.insert_if_not_found != "Y":
        no_matches(call, request, "ERROR")
        raise call.stop()
    no_matches(call, request, "NOTICE")
    request.list_id = params.list_id_field or request.list_id
    phone, list_id = request.phone, request.list_id
    if not is_phone(phone) or not params.phone_code or size(list_id) < 3:
        data = f"{phone}|{params.phone_code}|{list_id}|Y"
        raise call.error("update_lead INVALID DATA FOR LEAD INSERTION", f"{call.user.name}|{data}", data=data)
    if not list_restriction.may_update_in(call, list_id):
        raise call.error("update_lead NOT AN ALLOWED LIST ID, INSERT", f"{phone}|{list_id}")
    gmt_offset = look_up_gmt_offset(call)
    lead_id = leads.insert(
        call.db, call.now, params.phone_code, phone, list_id, params.status or "NEW", call.user.name, gmt_offset,
        request.entry_list_id if params.custom_fields != "Y" and request.entry_list_id else "0",
        {name: getattr(params, name) for name in leads.FIELDS},
    )  # fmt: skip
    request.lead_id = str(lead_id)
    data = f"{phone}|{list_id}|{lead_id}|{gmt_offset}"
    call.success("update_lead LEAD HAS BEEN ADDED", f"{data}|{call.user.name}", data=data)
    lead_steps.insert_alt_phones(call, lead_id)
    with call.secondary("update_lead CUSTOM FIELDS NOT ADDED", f"{phone}|{lead_id}|{list_id}"):
        insert_custom_fields(call, request, lead_id)


def look_up_gmt_offset(call: Call[AnyParameters]) -> str:
    params = call.params
    place = timezones.Place(
        params.phone_code, params.area_code, params.prefix, params.state, params.postal_code, params.owner
    )
    return timezones.gmt_offset(call.db, call.now, call.local_offset, place, params.tz_method)


def insert_custom_fields(call: Call[AnyParameters], request: Request, lead_id: int) -> None:
    if call.params.custom_fields != "Y":
        return
    data = f"{request.phone}|{lead_id}|{request.list_id}"
    if not custom_fields.are_enabled(call.system):
        reason = "update_lead CUSTOM FIELDS NOT ADDED, CUSTOM FIELDS DISABLED"
        call.notice(reason, f"{request.phone}|{lead_id}|Y|{call.system.get('custom_fields_enabled', '')}")
        return
    own = custom_fields.read(call.db, request.list_id)
    if not own.exists:
        call.notice("update_lead CUSTOM FIELDS NOT ADDED, NO CUSTOM FIELDS DEFINED FOR THIS LIST", data)
        return
    forced = request.forced_list
    written = custom_fields.read(call.db, request.list_id, forced) if forced else own
    fields = tuple(field for field in written.fields if field.has_column)
    if not fields:
        call.notice("update_lead CUSTOM FIELDS NOT ADDED, NO FIELDS DEFINED", data)
        return
    values = custom_fields.values_of(fields, call.params.raw, call.system.get("active_modules", ""))
    custom_fields.save(call.db, written, str(lead_id), values)
    table = leads.table(call.params.archived_lead)
    changed = leads.update(call.db, table, [str(lead_id)], {"entry_list_id": forced or request.list_id})
    call.notice("update_lead CUSTOM FIELDS VALUES ADDED", f"{data}|{changed}", data=data)


def add_to_hopper(call: Call[AnyParameters], request: Request) -> None:
    if call.params.add_to_hopper != "Y":
        return
    with lead_steps.hopper_step(call, request.phone, request.lead_id):
        add_candidate(call, request)


def add_candidate(call: Call[AnyParameters], request: Request) -> None:
    lead_id = request.lead_id
    lead = hopper.candidate(call.db, leads.table(call.params.archived_lead), lead_id)
    if lead.get("in_hopper") == "1":
        lead_steps.already_in_hopper(call, request.phone, lead_id)
        return
    if not lead.get("lead_id"):
        reason = "update_lead NOT ADDED TO HOPPER, LEAD NOT FOUND"
        call.notice(reason, f"{request.phone}|{lead_id}|{call.user.name}")
        return
    hopper_lead = hopper.HopperLead(
        lead_id, request.list_id, lead["gmt_offset_now"], lead["state"], lead["vendor_lead_code"]
    )
    lead_steps.add_to_hopper(call, request.phone, hopper_lead, hopper.insert_once)


def remove_from_hopper(call: Call[AnyParameters], request: Request) -> None:
    if call.params.remove_from_hopper != "Y":
        return
    data = f"{request.phone}|{request.lead_id}|"
    with call.secondary("update_lead NOT REMOVED FROM HOPPER", f"{data}|{call.user.name}", data):
        remove(call, request)


def remove(call: Call[AnyParameters], request: Request) -> None:
    data = f"{request.phone}|{request.lead_id}"
    status = hopper.first_status(call.db, request.lead_id)
    removed = hopper.remove(call.db, request.lead_id, BEYOND_REMOVAL) if status else 0
    if status and not removed:
        # Another request may have removed it since.
        status = hopper.first_status(call.db, request.lead_id)
    if not status:
        reason = "update_lead NOT REMOVED FROM HOPPER, LEAD IS NOT IN THE HOPPER"
        call.notice(reason, f"{data}|{call.user.name}")
        return
    outcome = "REMOVED FROM HOPPER" if removed else "NOT REMOVED FROM HOPPER"
    call.notice(f"update_lead {outcome}", f"{data}|{status}|{call.user.name}", data=f"{data}|{status}")


def is_phone(phone: str) -> bool:
    return SHORTEST_PHONE <= size(phone) <= LONGEST_PHONE
