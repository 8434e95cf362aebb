"""Adds a lead to a list, with checks before and alternate phones, custom fields, hopper and callback after.

Source: spec/add_lead.md
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from nonagent.api import lead_steps
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.clock import leading_number
from nonagent.database import Row
from nonagent.functions.leads import new_lead_url
from nonagent.rules import words
from nonagent.rules.calls import callbacks, hopper
from nonagent.rules.custom_fields import custom_fields
from nonagent.rules.leads import duplicates, facts, leads, number_checks, timezones

DEFAULT_PHONE_CODE = "1"
DEFAULT_GENDER = "U"
#: status of a lead that waits for its callback
HELD_FOR_CALLBACK = "CBHOLD"


@dataclass
class NewLead:
    """The lead on its way in: the parameters with their defaults, and what the checks found out."""

    phone: str
    list_id: str
    phone_code: str
    state: str
    tz_method: str
    gmt_offset: str = ""
    lead_id: int = 0


@function(
    "add_lead",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM",
            level=8,
            columns={"vdc_agent_api_access": "1", "modify_leads": "1234"},
        ),
    ),
    list_restriction=True,
)
def add_lead(call: Call[AnyParameters]) -> None:
    check_allowed_list(call)
    checks = duplicates.wanted(call.params.duplicate_check)
    found, campaign_lists = look_up(call, checks)
    check_list_exists(call, found)
    lead = with_defaults(call)
    check_number(call, lead, found)
    if call.params.lookup_state == "Y" and not lead.state:
        lead.state = found["state_of_area"]
    check_dnc(call, lead, found)

    compared, wanted = compared_fields(call, lead), call.params.duplicate_check
    with duplicates.looked_for(call.db, call.now, compared, campaign_lists, checks, wanted) as found_lead:
        if found_lead:
            raise call.error(f"add_lead {found_lead.reason}", found_lead.data)
        lead.gmt_offset = look_up_gmt_offset(call, lead)
        custom = custom_definition(call, lead)
        insert_lead(call, lead, custom)

    lead_steps.insert_alt_phones(call, lead.lead_id)
    stored_custom = None
    with call.secondary("add_lead CUSTOM FIELDS NOT ADDED", f"{lead.phone}|{lead.lead_id}|{lead.list_id}"):
        stored_custom = custom if insert_custom_fields(call, lead, custom) else None
    add_to_hopper(call, lead)
    schedule_callback(call, lead)
    with call.secondary("add_lead NEW LEAD URL NOT SENT", f"{lead.phone}|{lead.lead_id}|{lead.list_id}"):
        ask_new_lead_url(call, lead, found, stored_custom)


def check_allowed_list(call: Call[AnyParameters]) -> None:
    # legacy: looked at before the default list, so a restricted user has to name a list.
    if call.allowed_lists is None or f" {words.digits(call.params.list_id)} " in call.allowed_lists:
        return
    raise call.error(
        "add_lead NOT AN ALLOWED LIST ID", f"{call.params.phone_number}|{words.digits(call.params.list_id)}"
    )


def look_up(call: Call[AnyParameters], checks: list[duplicates.Check]) -> tuple[Row, list[str]]:
    """What the checks need to know, in one round trip: facts, and the lists of the list's campaign."""
    params = call.params
    list_id = leads.list_or_default(params.list_id)
    wanted = replace(lead_steps.wanted_checks(call), nanpa=needs_nanpa(call))
    asked = number_checks.questions(lead_steps.number(call), wanted)
    if wants_existing_list(call):
        sql = "EXISTS (SELECT 1 FROM vicidial_lists WHERE list_id = %s)"
        asked.append(facts.Question("list_exists", sql, (words.digits(params.list_id) or None,)))
    if params.lookup_state == "Y" and not params.state:
        sql = "(SELECT state FROM vicidial_phone_codes WHERE country_code = %s AND areacode = %s LIMIT 1)"
        values = (params.phone_code or DEFAULT_PHONE_CODE, params.area_code)
        asked.append(facts.Question("state_of_area", sql, values))
    if not duplicates.asks_for_campaign(checks):
        # Most leads are added without any check: then the URL is asked for once there is a lead.
        return facts.ask(call.db, [*asked, *new_lead_url.questions(list_id)] if asked else []), []
    asked += new_lead_url.questions(list_id)
    # A row for each list of the campaign; the facts are worked out once.
    rows = call.db.all(
        f"""
        SELECT {facts.columns(asked)}, campaign_list.list_id AS campaign_list
        FROM (SELECT 1) AS request
        LEFT JOIN vicidial_lists AS campaign_list
          ON campaign_list.campaign_id = (SELECT campaign_id FROM vicidial_lists WHERE list_id = %s)
        """,  # noqa: S608
        *facts.values(asked), list_id,
    )  # fmt: skip
    return rows[0], [row["campaign_list"] for row in rows if row["campaign_list"]]


def wants_existing_list(call: Call[AnyParameters]) -> bool:
    return "Y" in call.params.list_exists_check.upper()


def needs_nanpa(call: Call[AnyParameters]) -> bool:
    return call.params.nanpa_ac_prefix_check == "Y" or "NANPA" in call.params.tz_method.upper()


def check_list_exists(call: Call[AnyParameters], found: Row) -> None:
    if not wants_existing_list(call) or found["list_exists"] == "1":
        return
    raise call.error(
        "add_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED",
        f"{call.params.phone_number}|{words.digits(call.params.list_id)}",
    )


def with_defaults(call: Call[AnyParameters]) -> NewLead:
    params = call.params
    return NewLead(
        phone=params.phone_number,
        list_id=leads.list_or_default(params.list_id),
        phone_code=params.phone_code or DEFAULT_PHONE_CODE,
        state=params.state,
        tz_method=params.tz_method,
    )


def check_number(call: Call[AnyParameters], lead: NewLead, found: Row) -> None:
    wanted = lead_steps.wanted_checks(call)
    if needs_nanpa(call) and not number_checks.is_nanpa_loaded(found):
        call.notice(
            "add_lead NANPA options disabled, NANPA prefix data not loaded",
            f"{found['nanpa_rows']}|{call.user.name}",
            data=f"|{call.params.lead_id}",
        )
        wanted = replace(wanted, nanpa=False)
        # legacy: only the capitals go, so nanpa in small letters is still used.
        lead.tz_method = lead.tz_method.replace("NANPA", "")
    fault = number_checks.numbering_fault(lead.phone, wanted, found)
    if fault:
        raise call.error(f"add_lead {fault}", f"{lead.phone}|{call.user.name}", data=lead.phone)


def check_dnc(call: Call[AnyParameters], lead: NewLead, found: Row) -> None:
    if number_checks.is_in_dnc(found):
        raise call.error("add_lead PHONE NUMBER IN DNC", f"{lead.phone}|{call.user.name}", data=lead.phone)
    if number_checks.is_in_campaign_dnc(found):
        data = f"{lead.phone}|{call.params.campaign_id}"
        raise call.error("add_lead PHONE NUMBER IN CAMPAIGN DNC", f"{data}|{call.user.name}", data=data)


def compared_fields(call: Call[AnyParameters], lead: NewLead) -> duplicates.Lead:
    params = call.params
    return duplicates.Lead(
        lead.phone, lead.list_id, params.alt_phone, params.title, params.first_name, params.last_name
    )


def look_up_gmt_offset(call: Call[AnyParameters], lead: NewLead) -> str:
    params = call.params
    place = timezones.Place(
        phone_code=lead.phone_code,
        area_code=params.area_code,
        # legacy: after the prefix check only its one digit is left, so NANPA data does not match.
        prefix=lead.phone[3:4] if params.usacan_prefix_check == "Y" else params.prefix,
        state=lead.state,
        postal_code=params.postal_code,
        owner=params.owner,
    )
    return timezones.gmt_offset(call.db, call.now, call.local_offset, place, lead.tz_method)


def custom_definition(call: Call[AnyParameters], lead: NewLead) -> custom_fields.Definition | None:
    """The list's custom fields, when the request wants them filled and the system has them turned on."""
    if call.params.custom_fields != "Y" or not custom_fields.are_enabled(call.system):
        return None
    return custom_fields.read(call.db, lead.list_id)


def insert_lead(call: Call[AnyParameters], lead: NewLead, custom: custom_fields.Definition | None) -> None:
    params = call.params
    # The custom row comes after the lead: should it never come, the lead can be dialled all the same.
    entry_list_id = lead.list_id if custom and custom.is_writable else params.entry_list_id or "0"
    fields = {name: getattr(params, name) for name in leads.FIELDS}
    fields |= {"state": lead.state, "gender": params.gender or DEFAULT_GENDER, "rank": params.rank or "0"}
    lead.lead_id = leads.insert(
        call.db, call.now, lead.phone_code, lead.phone, lead.list_id,
        HELD_FOR_CALLBACK if params.callback == "Y" else "NEW", call.user.name, lead.gmt_offset, entry_list_id,
        fields,
    )  # fmt: skip
    data = f"{lead.phone}|{lead.list_id}|{lead.lead_id}|{lead.gmt_offset}"
    call.success("add_lead LEAD HAS BEEN ADDED", f"{data}|{call.user.name}", data=data)


def insert_custom_fields(call: Call[AnyParameters], lead: NewLead, custom: custom_fields.Definition | None) -> bool:
    """Store the request's custom values. Returns: whether the lead has a row in the custom table now."""
    if call.params.custom_fields != "Y":
        return False
    data = f"{lead.phone}|{lead.lead_id}|{lead.list_id}"
    if custom is None:
        setting = call.system.get("custom_fields_enabled", "")
        call.notice(
            "add_lead CUSTOM FIELDS NOT ADDED, CUSTOM FIELDS DISABLED", f"{lead.phone}|{lead.lead_id}|Y|{setting}"
        )
        return False
    if not custom.exists:
        call.notice("add_lead CUSTOM FIELDS NOT ADDED, NO CUSTOM FIELDS DEFINED FOR THIS LIST", data)
        return False
    if not custom.fields:
        call.notice("add_lead CUSTOM FIELDS NOT ADDED, NO FIELDS DEFINED", data)
        return False
    values = custom_fields.values_of(custom.fields, call.params.raw, call.system.get("active_modules", ""))
    if not custom.is_writable or not custom_fields.insert(call.db, custom, lead.lead_id, values):
        # safer: a row of that lead, or a field without a column, ended in a crash.
        leads.update(call.db, leads.LIVE, [str(lead.lead_id)], {"entry_list_id": call.params.entry_list_id or "0"})
        call.notice("add_lead CUSTOM FIELDS NOT ADDED, NO FIELDS TO UPDATE DEFINED", data)
        return False
    changed = int(leading_number(call.params.entry_list_id) != leading_number(lead.list_id))
    call.notice("add_lead CUSTOM FIELDS VALUES ADDED", f"{data}|{changed}", data=data)
    return True


def add_to_hopper(call: Call[AnyParameters], lead: NewLead) -> None:
    if call.params.add_to_hopper != "Y":
        return
    hopper_lead = hopper.HopperLead(
        str(lead.lead_id), lead.list_id, lead.gmt_offset, lead.state, call.params.vendor_lead_code
    )
    with lead_steps.hopper_step(call, lead.phone, hopper_lead.lead_id):
        lead_steps.add_to_hopper(call, lead.phone, hopper_lead)


def schedule_callback(call: Call[AnyParameters], lead: NewLead) -> None:
    params = call.params
    if params.callback != "Y":
        return
    callback = callbacks.asked_for(
        call.now, params.campaign_id, params.callback_datetime, params.callback_type, params.callback_user,
        params.callback_status, params.callback_comments,
    )  # fmt: skip
    with call.secondary("add_lead SCHEDULED CALLBACK NOT ADDED", f"{lead.lead_id}|{params.campaign_id}"):
        lead_steps.schedule_callback(call, str(lead.lead_id), lead.list_id, callback, params.callback_user)


def ask_new_lead_url(
    call: Call[AnyParameters], lead: NewLead, found: Row, custom: custom_fields.Definition | None
) -> None:
    url = new_lead_url.chosen(found or facts.ask(call.db, new_lead_url.questions(lead.list_id)))
    if not url:
        return
    request = new_lead_url.prepare(call.db, call.now, url, lead.lead_id, custom)
    if request:
        call.afterwards(new_lead_url.work(call.database, request, call.settings))
