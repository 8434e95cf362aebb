"""Adds a list to a campaign, with the custom fields of another list where asked for.

Source: spec/add_list.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import changes
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Duplicate, Row, assignments
from nonagent.rules import admin_log, words
from nonagent.rules.custom_fields import (
    definitions as custom_field_definitions,
)
from nonagent.rules.custom_fields import (
    sources as custom_field_sources,
)
from nonagent.rules.lists import list_settings
from nonagent.rules.people import allowed_campaigns

NEVER_EXPIRES = "2099-12-31"


@function(
    "add_list",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO ADD LISTS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_lists": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def add_list(call: Call[AnyParameters]) -> None:
    list_id = words.digits(call.params.list_id)
    check_required(call, list_id)
    found = look_up(call, list_id)
    if found["campaign_exists"] != "1":
        raise call.refusal("CAMPAIGN DOES NOT EXIST", call.params.campaign_id)
    if found["list_exists"] == "1":
        raise call.refusal("LIST ALREADY EXISTS", list_id)
    given = changes(call, (*list_settings.script_and_in_group(found), list_settings.RESET_TIME))
    check_copy(call, list_id, found)
    given |= changes(call, (*list_settings.TEXTS, *list_settings.times_and_transfers(found)))

    statement = insert_list(call, list_id, given)
    copied = ""
    with call.actor.behind("CUSTOM FIELDS NOT COPIED"):
        copied = copy_custom_fields(call, list_id)
    shown = f"{list_id}|{call.params.list_name}|{call.params.campaign_id}"
    notes = f"list: {list_id}|{call.params.campaign_id}|{call.params.custom_fields_copy}|{copied}"
    admin_log.record(call.db, call.actor, "LISTS", "ADD", list_id, "ADMIN API ADD LIST", notes, statement)
    call.success("add_list LIST HAS BEEN ADDED", f"{call.user.name}|{shown}", data=shown)


def check_required(call: Call[AnyParameters], list_id: str) -> None:
    name, campaign = call.params.list_name, call.params.campaign_id
    if 2 <= len(list_id) <= 14 and 2 <= size(name) <= 30 and 1 <= size(campaign) <= 8:
        return
    raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{list_id}|{name}|{campaign}")


def look_up(call: Call[AnyParameters], list_id: str) -> Row:
    """Everything that the checks ask for, in one round trip."""
    params = call.params
    allowed, campaigns = allowed_campaigns.condition(call.group)
    row = call.db.one(
        f"""
        SELECT {list_settings.REFERENCES},
          EXISTS (SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s AND {allowed}) AS campaign_exists,
          EXISTS (SELECT 1 FROM vicidial_lists WHERE list_id = %s) AS list_exists,
          {custom_field_sources.FACTS}
        """,  # noqa: S608
        *list_settings.references(params.script, params.drop_inbound_group, params.local_call_time),
        params.campaign_id, *campaigns,
        list_id,
        *custom_field_sources.fact_values(params.custom_fields_copy),
    )  # fmt: skip
    return row or {}


def check_copy(call: Call[AnyParameters], list_id: str, found: Row) -> None:
    source = call.params.custom_fields_copy
    if not custom_field_sources.is_asked_for(source):
        return
    fault = custom_field_sources.fault(found, call.user.holds("custom_fields_modify"))
    if fault:
        raise call.refusal(f"{fault}, THIS IS AN OPTIONAL FIELD", f"{list_id}|{source}|0")


def insert_list(call: Call[AnyParameters], list_id: str, given: dict[str, str]) -> str:
    """Insert the row. Returns: the statement."""
    params = call.params
    columns = {
        "list_id": list_id,
        "list_name": params.list_name,
        "campaign_id": params.campaign_id,
        # legacy: other letters than Y and N are stored too, as the column takes them: blank.
        "active": params.active or "N",
        "campaign_cid_override": params.outbound_cid,
        "am_message_exten_override": params.am_message,
        "expiration_date": params.expiration_date if size(params.expiration_date) >= 10 else NEVER_EXPIRES,
        **given,
    }
    insert = f"INSERT INTO vicidial_lists SET {assignments(columns)}"
    try:
        call.db.run(insert, *columns.values())
    except Duplicate as error:
        # Another request has added it since the check.
        raise call.refusal("LIST ALREADY EXISTS", list_id) from error
    return call.db.text(insert, *columns.values())


def copy_custom_fields(call: Call[AnyParameters], list_id: str) -> str:
    """Copy the custom fields of another list where asked for. Returns: the outcome for the admin log, else blank."""
    source = call.params.custom_fields_copy
    if not custom_field_sources.is_asked_for(source):
        return ""
    method = custom_field_definitions.method(call.params.custom_copy_method)
    outcome = custom_field_definitions.barred(call.user.row, call.system, list_id, source)
    outcome = outcome or custom_field_definitions.copy(call.db, call.actor, list_id, source, method)
    return outcome.told("Fields", "copied")
