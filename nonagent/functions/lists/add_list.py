"""Adds a list to a campaign, with the custom fields of another list where asked for.

Source: docs/functions/add_list.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.list_ids import LONGEST, SHORTEST
from nonagent.api.optional_fields import OPTIONAL, changes
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.database import Duplicate, Row, Sql, assigned
from nonagent.functions.lists import copied_fields, list_settings
from nonagent.functions.lists.copied_fields import CopiedFields
from nonagent.functions.lists.list_settings import ListSettings
from nonagent.rules import admin_log, words
from nonagent.rules.custom_fields import sources as custom_field_sources
from nonagent.rules.people import allowed_campaigns

NEVER_EXPIRES = "2099-12-31"


class Asked(ListSettings, CopiedFields):
    """What add_list is asked with; update_list, which goes on here where no list is found, has all of it too."""

    list_id = parameter("The new list's id, of which only the digits count.", required=True,
                        length=(SHORTEST, LONGEST))  # fmt: skip
    list_name = parameter("What the list is called.", required=True, length=(2, 30))
    campaign_id = parameter("The campaign that dials its leads.", required=True, length=(1, 8))
    active = parameter("Whether leads are dialled; `N` unless it is given.", values=("Y", "N"))
    outbound_cid = parameter("The caller id of its calls, in place of the campaign's.")
    am_message = parameter("The message for answering machines, in place of the campaign's.")


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
def add_list(call: Call[Asked]) -> None:
    params = call.params
    list_id, name, campaign = words.digits(params.list_id), params.list_name, params.campaign_id
    # By this function's own declarations: the call may be one of update_list.
    if not (Asked.list_id.fits(list_id) and Asked.list_name.fits(name) and Asked.campaign_id.fits(campaign)):
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS", list_id=list_id, list_name=name, campaign_id=campaign
        )  # fmt: skip
    found = look_up(call, list_id)
    if found["campaign_exists"] != "1":
        raise call.refusal("CAMPAIGN DOES NOT EXIST", campaign_id=campaign)
    if found["list_exists"] == "1":
        raise call.refusal("LIST ALREADY EXISTS", list_id=list_id)
    given = changes(call, (*list_settings.script_and_in_group(found), list_settings.RESET_TIME))
    check_copy(call, list_id, found)
    given |= changes(call, (*list_settings.TEXTS, *list_settings.times_and_transfers(found)))

    insert = insert_list(call, list_id, given)
    copied = ""
    with call.actor.behind("CUSTOM FIELDS NOT COPIED"):
        copied = copy_custom_fields(call, list_id)
    notes = f"list: {list_id}|{campaign}|{params.custom_fields_copy}|{copied}"
    admin_log.record(call.db, call.actor, "LISTS", "ADD", list_id, "ADMIN API ADD LIST", notes, insert)
    call.success("LIST HAS BEEN ADDED", list_id=list_id, list_name=name, campaign_id=campaign)


def look_up(call: Call[Asked], list_id: str) -> Row:
    """Everything that the checks ask for, in one round trip."""
    row = call.db.one(
        """
        SELECT
          %s,
          EXISTS (SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s AND %s) AS campaign_exists,
          EXISTS (SELECT 1 FROM vicidial_lists WHERE list_id = %s) AS list_exists,
          %s
        """,
        list_settings.references(call),
        call.params.campaign_id, allowed_campaigns.allowed(call.group),
        list_id,
        custom_field_sources.facts(copied_fields.source(call)),
    )  # fmt: skip
    return row or {}


def check_copy(call: Call[Asked], list_id: str, found: Row) -> None:
    source = copied_fields.source(call)
    if not source:
        return
    fault = custom_field_sources.fault(found, call.user.holds("custom_fields_modify"))
    if fault:
        raise call.refusal(f"{fault}{OPTIONAL}", list_id=list_id, custom_fields_copy=source, count=0)


def insert_list(call: Call[Asked], list_id: str, given: dict[str, str]) -> Sql:
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
        "expiration_date": list_settings.expiration_date(call) or NEVER_EXPIRES,
        **given,
    }
    insert = Sql("INSERT INTO vicidial_lists SET %s", assigned(columns))
    try:
        call.db.run(insert)
    except Duplicate as error:
        # Another request has added it since the check.
        raise call.refusal("LIST ALREADY EXISTS", list_id=list_id) from error
    return insert


def copy_custom_fields(call: Call[Asked], list_id: str) -> str:
    """Copy the custom fields of another list where asked for. Returns: the outcome for the admin log, else blank."""
    source = copied_fields.source(call)
    return copied_fields.copy(call, list_id, source).told("Fields", "copied") if source else ""
