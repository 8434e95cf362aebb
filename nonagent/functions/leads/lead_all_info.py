"""Prints all standard fields, and optionally the custom fields, of a lead or of all leads with a phone number.

Source: spec/lead_all_info.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row
from nonagent.rules.custom_fields import values as custom_field_values
from nonagent.rules.delimited import WITH_NEWLINE, known_stage, line
from nonagent.rules.leads import lead_columns
from nonagent.rules.leads.leads import archive_may_be_missing, table
from nonagent.rules.people import allowed_campaigns

COLUMNS = (*lead_columns.SHOWN, "entry_list_id", "lead_id")
MOST_LEADS = 1000
PHONE_LENGTHS = range(6, 20)
#: how much of an answer vicidial_api_log keeps
LOGGED_CHARACTERS = 255

CustomValues = list[tuple[str, str]]


@function(
    "lead_all_info",
    gates=(*STANDARD, permission(
        "USER DOES NOT HAVE PERMISSION TO GET LEAD INFO", level=7,
        columns={"vdc_agent_api_access": "1", "modify_leads": "12345", "view_reports": "1"},
    )),
)  # fmt: skip
def lead_all_info(call: Call[AnyParameters]) -> None:
    params = call.params
    asked = (params.lead_id, params.phone_number)
    stage = known_stage(params.stage, WITH_NEWLINE)
    leads = _find_leads(call)
    if not leads:
        raise call.failure("LEAD NOT FOUND", *asked)
    custom = _custom_values(call, [lead for lead in leads if _is_known(lead)])
    answer: list[str] = []
    logged = "lead_all_info "
    for lead in leads:
        if not _is_known(lead):
            if call.user.holds("api_list_restrict"):
                call.failure("LIST NOT FOUND", *asked)
            continue
        text = _text(lead, custom.get(lead["lead_id"], []), stage, params.header == "YES")
        answer.append(text)
        # legacy: each lead is logged with the whole answer up to and including it.
        logged = (logged + text)[:LOGGED_CHARACTERS]
        call.log("SUCCESS", logged, "|".join([call.user.name, *asked, stage]))
    if not answer:
        raise call.failure("LIST NOT FOUND", *asked, leads[-1]["list_id"])
    call.print("".join(answer))


def _find_leads(call: Call[AnyParameters]) -> list[Row]:
    """The leads asked for, newest first, each with whether its list is one of the user's."""
    lead_id, phone = call.params.lead_id, call.params.phone_number
    if not lead_id and size(phone) not in PHONE_LENGTHS:
        return []
    lead_table = table(call.params.archived_lead)
    in_campaigns, campaigns = allowed_campaigns.condition(call.group, "list.campaign_id", "ALL-CAMPAIGNS")
    with archive_may_be_missing(lead_table):
        return call.db.all(
            f"""
            SELECT
              {lead_columns.selected("lead")}, lead.entry_list_id, lead.lead_id,
              list.list_id IS NOT NULL AS list_known
            FROM {lead_table} AS lead
            LEFT JOIN vicidial_lists AS list ON list.list_id = lead.list_id AND {in_campaigns}
            WHERE {"lead.lead_id" if lead_id else "lead.phone_number"} = %s
            ORDER BY lead.lead_id DESC
            LIMIT {MOST_LEADS}
            """,  # noqa: S608
            *campaigns, lead_id or phone,
        )  # fmt: skip
    return []


def _is_known(lead: Row) -> bool:
    return lead["list_known"] == "1"


def _custom_values(call: Call[AnyParameters], leads: list[Row]) -> dict[str, CustomValues]:
    """By lead id the labels and values of its custom fields as far as the user may see them."""
    if call.params.custom_fields != "Y" or not leads:
        return {}
    lists = {lead["lead_id"]: call.params.force_entry_list_id or lead["entry_list_id"] for lead in leads}
    tables = custom_field_values.tables_of(call.db, lists.values())
    rows = custom_field_values.rows_of(call.db, tables, lists)
    screen = custom_field_values.Screen(call.system, call.user.row)
    found: dict[str, CustomValues] = {}
    for lead_id, list_id in lists.items():
        fields = tables[list_id].fields if list_id in tables else []
        screen.learn(fields)
        if lead_id in rows:
            row = rows[lead_id]
            found[lead_id] = [(field.label, screen.shown(field.column, row[field.column])) for field in fields]
    return found


def _text(lead: Row, custom: CustomValues, stage: str, header: bool) -> str:
    """The lead's row, behind a header where one is asked for."""
    labels, values = [label for label, _ in custom], [value for _, value in custom]
    row = line(stage, *(lead[column] for column in COLUMNS), *values, separators=WITH_NEWLINE)
    # legacy: the header comes again before every lead, since each may have other custom fields.
    return line(stage, *COLUMNS, *labels, separators=WITH_NEWLINE) + row if header else row
