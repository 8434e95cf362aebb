"""Prints the value of one field, standard or custom, of a lead.

Source: docs/functions/lead_field_info.md
"""

from __future__ import annotations

from nonagent.api.answers import Text
from nonagent.api.call import Call
from nonagent.api.common_parameters import ARCHIVED_LEAD, UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Sql, identifier
from nonagent.rules.custom_fields import values as custom_field_values
from nonagent.rules.leads import leads
from nonagent.rules.people import allowed_campaigns


class Asked(Parameters):
    """What lead_field_info is asked with."""

    lead_id = parameter("The lead.", required=True, length=(1, 11))
    field_name = parameter("The column, or the custom field, to show.", required=True, length=(1, UNLIMITED))
    custom_fields = flag("Shows a custom field.")
    list_id = parameter("The list whose custom field it is; the lead's entry list unless given.",
                        length=(2, UNLIMITED))  # fmt: skip
    archived_lead = ARCHIVED_LEAD
    stage = parameter("Not looked at: the API log shows it.")


@function(
    "lead_field_info",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO GET LEAD INFO", level=7,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "1234"})),
)  # fmt: skip
def lead_field_info(call: Call[Asked]) -> None:
    params = call.params
    lead_id, field_name = params.lead_id, params.field_name
    if not params.are_complete():
        raise call.failure("INVALID SEARCH PARAMETERS", lead_id=lead_id, field_name=field_name)
    lead = _find_lead(call)
    if lead is None:
        raise call.failure("LEAD NOT FOUND", lead_id=lead_id)
    if lead["list.known"] == "0":
        raise call.failure("LIST NOT FOUND", lead_id=lead_id, list_id=lead["list_id"])
    value = _custom_value(call, lead) if params.custom_fields == "Y" else _standard_value(lead, field_name)
    if value is None:
        raise call.failure("LIST FIELD NOT FOUND", lead_id=lead_id)
    # legacy: the bare value, without a line end, is what callers read.
    shown = Text(value)
    call.show(shown)
    call.log("SUCCESS", shown, call.user.name, lead_id, params.stage)


def _find_lead(call: Call[Asked]) -> Row | None:
    """The lead with all its columns, and whether its list is one of the user's."""
    table = leads.table(call.params.archived_lead)
    in_campaigns = allowed_campaigns.allowed(call.group, Sql("list.campaign_id"))
    with leads.archive_may_be_missing(table):
        # A field name has no dot, so that list.known cannot be asked for.
        return call.db.one(
            """
            SELECT lead.*, list.list_id IS NOT NULL AS `list.known`
            FROM %s AS lead
            LEFT JOIN vicidial_lists AS list ON list.list_id = lead.list_id AND %s
            WHERE lead.lead_id = %s
            """,
            identifier(table, leads.TABLES), in_campaigns, call.params.lead_id,
        )  # fmt: skip
    return None


def _standard_value(lead: Row, field_name: str) -> str | None:
    """The column of that name, in any case; None when there is none."""
    # safer: a name is looked up, never computed as an expression.
    columns = {column.lower(): column for column in lead}
    column = columns.get(field_name.lower())
    return lead[column] if column else None


def _custom_value(call: Call[Asked], lead: Row) -> str | None:
    """The custom field of that name as far as the user may see it; None when table, column or row are missing."""
    list_id = call.params.list_id
    if not Asked.list_id.fits(list_id):
        list_id = lead["entry_list_id"]
    found = custom_field_values.value_of(call.db, list_id, lead["lead_id"], call.params.field_name)
    if found is None:
        return None
    screen = custom_field_values.Screen(call.system, call.user.row)
    if screen.minds_fields:
        screen.learn(custom_field_values.described(call.db, list_id, found[0]))
    return screen.shown(*found)
