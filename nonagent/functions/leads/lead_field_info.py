"""Prints the value of one field, standard or custom, of a lead.

Source: spec/lead_field_info.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row
from nonagent.rules.custom_fields import values as custom_field_values
from nonagent.rules.leads import leads
from nonagent.rules.people import allowed_campaigns

LONGEST_LEAD_ID = 11
SHORTEST_LIST_ID = 2


@function(
    "lead_field_info",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO GET LEAD INFO", level=7,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "1234"})),
)  # fmt: skip
def lead_field_info(call: Call[AnyParameters]) -> None:
    params = call.params
    lead_id, field_name = params.lead_id, params.field_name
    if not lead_id or size(lead_id) > LONGEST_LEAD_ID or not field_name:
        raise call.failure("INVALID SEARCH PARAMETERS", lead_id, field_name)
    lead = _find_lead(call)
    if lead is None:
        raise call.failure("LEAD NOT FOUND", lead_id)
    if lead["list.known"] == "0":
        raise call.failure("LIST NOT FOUND", lead_id, lead["list_id"])
    value = _custom_value(call, lead) if params.custom_fields == "Y" else _standard_value(lead, field_name)
    if value is None:
        raise call.failure("LIST FIELD NOT FOUND", lead_id)
    # legacy: the bare value, without a line end, is what callers read.
    call.print(value)
    call.log("SUCCESS", f"lead_field_info {value}", f"{call.user.name}|{lead_id}|{params.stage}")


def _find_lead(call: Call[AnyParameters]) -> Row | None:
    """The lead with all its columns, and whether its list is one of the user's."""
    table = leads.table(call.params.archived_lead)
    in_campaigns, campaigns = allowed_campaigns.condition(call.group, "list.campaign_id")
    with leads.archive_may_be_missing(table):
        # A field name has no dot, so that list.known cannot be asked for.
        return call.db.one(
            f"""
            SELECT lead.*, list.list_id IS NOT NULL AS `list.known`
            FROM {table} AS lead
            LEFT JOIN vicidial_lists AS list ON list.list_id = lead.list_id AND {in_campaigns}
            WHERE lead.lead_id = %s
            """,  # noqa: S608
            *campaigns, call.params.lead_id,
        )  # fmt: skip
    return None


def _standard_value(lead: Row, field_name: str) -> str | None:
    """The column of that name, in any case; None when there is none."""
    # safer: a name is looked up, never computed as an expression.
    columns = {column.lower(): column for column in lead}
    column = columns.get(field_name.lower())
    return lead[column] if column else None


def _custom_value(call: Call[AnyParameters], lead: Row) -> str | None:
    """The custom field of that name as far as the user may see it; None when table, column or row are missing."""
    list_id = call.params.list_id
    if size(list_id) < SHORTEST_LIST_ID:
        list_id = lead["entry_list_id"]
    found = custom_field_values.value_of(call.db, list_id, lead["lead_id"], call.params.field_name)
    if found is None:
        return None
    screen = custom_field_values.Screen(call.system, call.user.row)
    if screen.minds_fields:
        screen.learn(custom_field_values.described(call.db, list_id, found[0]))
    return screen.shown(*found)
