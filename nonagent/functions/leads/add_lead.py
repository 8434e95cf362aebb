"""Adds a lead to a list, with checks before and alternate phones, custom fields, hopper and callback after.

Source: docs/functions/add_lead.md
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from nonagent.api import lead_steps
from nonagent.api.answers import FIELDS_ONLY, USER_LAST
from nonagent.api.call import Call
from nonagent.api.common_parameters import CUSTOM_FIELDS, LIST_EXISTS_CHECK
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import flag, parameter
from nonagent.api.registry import function
from nonagent.clock import leading_number
from nonagent.database import Row, Sql
from nonagent.functions.leads import checked_number, new_lead_url
from nonagent.functions.leads.lead_fields import LeadFields
from nonagent.rules import words
from nonagent.rules.calls import callbacks, hopper
from nonagent.rules.custom_fields import custom_fields
from nonagent.rules.leads import duplicates, facts, leads, number_checks, timezones

#: status of a lead that waits for its callback
HELD_FOR_CALLBACK = "CBHOLD"


class Asked(
    checked_number.NumberChecksAsked, lead_steps.NewLeadAsked, lead_steps.AltPhonesAsked, lead_steps.HopperAsked,
    lead_steps.CallbackAsked, LeadFields,
):  # fmt: skip
    """What add_lead is asked with."""

    campaign_id = parameter("The campaign of the callback; also the one that campaign_dnc_check is about.")
    phone_code = parameter("The country's code.", default="1")
    gender = parameter("The gender; `U` is unknown.", values=("M", "F", "U"), default="U")
    rank = parameter("The rank, a number.", default="0")
    entry_list_id = parameter("The list whose custom fields the lead has.", default="0")
    list_exists_check = LIST_EXISTS_CHECK
    duplicate_check = parameter(
        "What no other lead may be equal in, and where: `DUPLIST`, `DUPCAMP` or `DUPSYS` and the like; `90DAY` looks "
        "at newer leads only."
    )
    lookup_state = flag("Fills a blank state in from the area code.")
    tz_method = parameter("How to look the time zone up, other than by the area code.",
                          values=("POSTAL", "TZCODE", "NANPA"))  # fmt: skip
    custom_fields = CUSTOM_FIELDS
    callback = flag("Schedules a callback; the lead has the status CBHOLD until then.")


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

    @property
    def named(self) -> dict[str, str]:
        """The lead as notices name it."""
        return {"phone_number": self.phone, "lead_id": str(self.lead_id), "list_id": self.list_id}


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
def add_lead(call: Call[Asked]) -> None:
    check_allowed_list(call)
    checks = duplicates.wanted(call.params.duplicate_check)
    found, campaign_lists = look_up(call, checks)
    check_list_exists(call, found)
    lead = with_defaults(call)
    check_number(call, lead, found)
    if call.params.lookup_state == "Y" and not lead.state:
        lead.state = found["state_of_area"]
    checked_number.check_dnc(call, found)

    compared, wanted = compared_fields(call, lead), call.params.duplicate_check
    with duplicates.looked_for(call.db, call.now, compared, campaign_lists, checks, wanted) as found_lead:
        if found_lead:
            raise call.error(found_lead.reason, form=FIELDS_ONLY, **found_lead.fields)
        lead.gmt_offset = look_up_gmt_offset(call, lead)
        custom = custom_definition(call, lead)
        insert_lead(call, lead, custom)

    lead_steps.insert_alt_phones(call, lead.lead_id)
    stored_custom = None
    with call.secondary("CUSTOM FIELDS NOT ADDED", form=FIELDS_ONLY, **lead.named):
        stored_custom = custom if insert_custom_fields(call, lead, custom) else None
    add_to_hopper(call, lead)
    schedule_callback(call, lead)
    with call.secondary("NEW LEAD URL NOT SENT", form=FIELDS_ONLY, **lead.named):
        ask_new_lead_url(call, lead, found, stored_custom)


def check_allowed_list(call: Call[Asked]) -> None:
    # legacy: looked at before the default list, so a restricted user has to name a list.
    list_id = words.digits(call.params.list_id)
    if call.allowed_lists is None or f" {list_id} " in call.allowed_lists:
        return
    phone = call.params.phone_number
    raise call.error("NOT AN ALLOWED LIST ID", form=FIELDS_ONLY, phone_number=phone, list_id=list_id)


def look_up(call: Call[Asked], checks: list[duplicates.Check]) -> tuple[Row, list[str]]:
    """What the checks need to know, in one round trip: facts, and the lists of the list's campaign."""
    params = call.params
    list_id = leads.list_or_default(params.list_id)
    wanted = replace(checked_number.wanted_checks(call), nanpa=needs_nanpa(call))
    asked = number_checks.questions(checked_number.number(call), wanted)
    if wants_existing_list(call):
        asked.append(facts.Question("list_exists", list_exists(words.digits(params.list_id))))
    if params.lookup_state == "Y" and not params.state:
        asked.append(facts.Question("state_of_area", state_of_area(params.phone_code, params.area_code)))
    if not duplicates.asks_for_campaign(checks):
        # Most leads are added without any check: then the URL is asked for once there is a lead.
        return facts.ask(call.db, [*asked, *new_lead_url.questions(list_id)] if asked else []), []
    asked += new_lead_url.questions(list_id)
    # A row for each list of the campaign; the facts are worked out once.
    rows = call.db.all(
        """
        SELECT %s, campaign_list.list_id AS campaign_list
        FROM (SELECT 1) AS request
        LEFT JOIN vicidial_lists AS campaign_list
          ON campaign_list.campaign_id = (SELECT campaign_id FROM vicidial_lists WHERE list_id = %s)
        """,
        facts.columns(asked), list_id,
    )  # fmt: skip
    return rows[0], [row["campaign_list"] for row in rows if row["campaign_list"]]


def list_exists(list_id: str) -> Sql:
    return Sql("EXISTS (SELECT 1 FROM vicidial_lists WHERE list_id = %s)", list_id or None)


def state_of_area(phone_code: str, area_code: str) -> Sql:
    return Sql(
        "(SELECT state FROM vicidial_phone_codes WHERE country_code = %s AND areacode = %s LIMIT 1)",
        phone_code, area_code,
    )  # fmt: skip


def wants_existing_list(call: Call[Asked]) -> bool:
    return "Y" in call.params.list_exists_check.upper()


def needs_nanpa(call: Call[Asked]) -> bool:
    return call.params.nanpa_ac_prefix_check == "Y" or "NANPA" in call.params.tz_method.upper()


def check_list_exists(call: Call[Asked], found: Row) -> None:
    if not wants_existing_list(call) or found["list_exists"] == "1":
        return
    raise call.error(
        "NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED",
        form=FIELDS_ONLY, phone_number=call.params.phone_number, list_id=words.digits(call.params.list_id),
    )  # fmt: skip


def with_defaults(call: Call[Asked]) -> NewLead:
    params = call.params
    return NewLead(
        phone=params.phone_number,
        list_id=leads.list_or_default(params.list_id),
        phone_code=params.phone_code,
        state=params.state,
        tz_method=params.tz_method,
    )


def check_number(call: Call[Asked], lead: NewLead, found: Row) -> None:
    wanted = checked_number.wanted_checks(call)
    if needs_nanpa(call) and not number_checks.is_nanpa_loaded(found):
        call.notice(
            "NANPA options disabled, NANPA prefix data not loaded",
            form=USER_LAST, rows=found["nanpa_rows"], logged=("", call.params.lead_id),
        )  # fmt: skip
        wanted = replace(wanted, nanpa=False)
        # legacy: only the capitals go, so nanpa in small letters is still used.
        lead.tz_method = lead.tz_method.replace("NANPA", "")
    checked_number.check_numbering(call, wanted, found)


def compared_fields(call: Call[Asked], lead: NewLead) -> duplicates.Lead:
    params = call.params
    return duplicates.Lead(
        lead.phone, lead.list_id, params.alt_phone, params.title, params.first_name, params.last_name
    )


def look_up_gmt_offset(call: Call[Asked], lead: NewLead) -> str:
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


def custom_definition(call: Call[Asked], lead: NewLead) -> custom_fields.Definition | None:
    """The list's custom fields, when the request wants them filled and the system has them turned on."""
    if call.params.custom_fields != "Y" or not custom_fields.are_enabled(call.system):
        return None
    return custom_fields.read(call.db, lead.list_id)


def insert_lead(call: Call[Asked], lead: NewLead, custom: custom_fields.Definition | None) -> None:
    params = call.params
    # The custom row comes after the lead: should it never come, the lead can be dialled all the same.
    entry_list_id = lead.list_id if custom and custom.is_writable else params.entry_list_id
    fields = {name: params.value(name) for name in leads.FIELDS} | {"state": lead.state}
    lead.lead_id = leads.insert(
        call.db, call.now, lead.phone_code, lead.phone, lead.list_id,
        HELD_FOR_CALLBACK if params.callback == "Y" else "NEW", call.user.name, lead.gmt_offset, entry_list_id,
        fields,
    )  # fmt: skip
    call.success(
        "LEAD HAS BEEN ADDED",
        form=USER_LAST, phone_number=lead.phone, list_id=lead.list_id, lead_id=lead.lead_id,
        gmt_offset=lead.gmt_offset,
    )  # fmt: skip


def insert_custom_fields(call: Call[Asked], lead: NewLead, custom: custom_fields.Definition | None) -> bool:
    """Store the request's custom values. Returns: whether the lead has a row in the custom table now."""
    if call.params.custom_fields != "Y":
        return False
    if custom is None:
        call.notice(
            "CUSTOM FIELDS NOT ADDED, CUSTOM FIELDS DISABLED",
            form=FIELDS_ONLY, phone_number=lead.phone, lead_id=lead.lead_id, custom_fields="Y",
            custom_fields_enabled=call.system.get("custom_fields_enabled", ""),
        )  # fmt: skip
        return False
    if not custom.exists:
        reason = "CUSTOM FIELDS NOT ADDED, NO CUSTOM FIELDS DEFINED FOR THIS LIST"
        call.notice(reason, form=FIELDS_ONLY, **lead.named)
        return False
    if not custom.fields:
        call.notice("CUSTOM FIELDS NOT ADDED, NO FIELDS DEFINED", form=FIELDS_ONLY, **lead.named)
        return False
    values = custom_fields.values_of(custom.fields, call.params.raw, call.system.get("active_modules", ""))
    if not custom.is_writable or not custom_fields.insert(call.db, custom, lead.lead_id, values):
        # safer: a row of that lead, or a field without a column, ended in a crash.
        leads.update(call.db, leads.LIVE, [str(lead.lead_id)], {"entry_list_id": call.params.entry_list_id})
        call.notice(
            "CUSTOM FIELDS NOT ADDED, NO FIELDS TO UPDATE DEFINED",
            form=FIELDS_ONLY, phone_number=lead.phone, lead_id=lead.lead_id, list_id=lead.list_id,
        )  # fmt: skip
        return False
    changed = int(leading_number(call.params.entry_list_id) != leading_number(lead.list_id))
    call.notice(
        "CUSTOM FIELDS VALUES ADDED",
        form=FIELDS_ONLY, phone_number=lead.phone, lead_id=lead.lead_id, list_id=lead.list_id, changed=changed,
        logged=(lead.phone, lead.lead_id, lead.list_id),
    )  # fmt: skip
    return True


def add_to_hopper(call: Call[Asked], lead: NewLead) -> None:
    if call.params.add_to_hopper != "Y":
        return
    hopper_lead = hopper.HopperLead(
        str(lead.lead_id), lead.list_id, lead.gmt_offset, lead.state, call.params.vendor_lead_code
    )
    with lead_steps.hopper_step(call, lead.phone, hopper_lead.lead_id):
        lead_steps.add_to_hopper(call, lead.phone, hopper_lead)


def schedule_callback(call: Call[Asked], lead: NewLead) -> None:
    params = call.params
    if params.callback != "Y":
        return
    callback = callbacks.asked_for(
        call.now, params.campaign_id, params.callback_datetime, params.callback_type, params.callback_user,
        params.callback_status, params.callback_comments,
    )  # fmt: skip
    with lead_steps.callback_step(call, str(lead.lead_id)):
        lead_steps.schedule_callback(call, str(lead.lead_id), lead.list_id, callback, params.callback_user)


def ask_new_lead_url(call: Call[Asked], lead: NewLead, found: Row, custom: custom_fields.Definition | None) -> None:
    url = new_lead_url.chosen(found or facts.ask(call.db, new_lead_url.questions(lead.list_id)))
    if not url:
        return
    request = new_lead_url.prepare(call.db, call.now, url, lead.lead_id, custom)
    if request:
        call.afterwards(new_lead_url.work(call.database, request, call.settings))
