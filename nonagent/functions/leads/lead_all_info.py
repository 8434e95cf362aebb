"""Prints all standard fields, and optionally the custom fields, of a lead or of all leads with a phone number.

Source: docs/functions/lead_all_info.md
"""

from __future__ import annotations

from nonagent.api import styles, text
from nonagent.api.answers import Rows, Text
from nonagent.api.call import Call
from nonagent.api.common_parameters import ARCHIVED_LEAD, CUSTOM_FIELDS, HEADER, STAGE_WITH_NEWLINE
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Sql, identifier
from nonagent.rules.custom_fields import values as custom_field_values
from nonagent.rules.leads import lead_columns, leads
from nonagent.rules.people import allowed_campaigns

COLUMNS = (*lead_columns.SHOWN, "entry_list_id", "lead_id")
MOST_LEADS = 1000
#: how much of an answer vicidial_api_log keeps
LOGGED_CHARACTERS = 255

CustomValues = list[tuple[str, str]]


class Asked(Parameters):
    """What lead_all_info is asked with."""

    lead_id = parameter("The lead.")
    phone_number = parameter("The phone number of the leads; without lead_id only.", length=(6, 19))
    archived_lead = ARCHIVED_LEAD
    custom_fields = CUSTOM_FIELDS
    force_entry_list_id = parameter("The list whose custom fields are shown; each lead's entry list unless given.")
    stage = STAGE_WITH_NEWLINE
    header = HEADER


@function(
    "lead_all_info",
    gates=(*STANDARD, permission(
        "USER DOES NOT HAVE PERMISSION TO GET LEAD INFO", level=7,
        columns={"vdc_agent_api_access": "1", "modify_leads": "12345", "view_reports": "1"},
    )),
)  # fmt: skip
def lead_all_info(call: Call[Asked]) -> None:
    params = call.params
    lead_id, phone = params.lead_id, params.phone_number
    found = _find_leads(call)
    if not found:
        raise call.failure("LEAD NOT FOUND", lead_id=lead_id, phone_number=phone)
    custom = _custom_values(call, [lead for lead in found if _is_known(lead)])
    stage = styles.known_stage(params.stage, styles.WITH_NEWLINE)
    shown: list[Rows] = []
    logged = ""
    for lead in found:
        if not _is_known(lead):
            if call.user.holds("api_list_restrict"):
                call.failure("LIST NOT FOUND", lead_id=lead_id, phone_number=phone)
            continue
        shown.append(_rows(params, lead, custom.get(lead["lead_id"], [])))
        # legacy: each lead is logged with the whole answer up to and including it.
        if len(logged) < LOGGED_CHARACTERS:
            logged = (logged + text.of(shown[-1]))[:LOGGED_CHARACTERS]
        call.log("SUCCESS", Text(logged), call.user.name, lead_id, phone, stage)
    if not shown:
        list_id = found[-1]["list_id"]
        raise call.failure("LIST NOT FOUND", lead_id=lead_id, phone_number=phone, list_id=list_id)
    for rows in shown:
        call.show(rows)


def _find_leads(call: Call[Asked]) -> list[Row]:
    """The leads asked for, newest first, each with whether its list is one of the user's."""
    lead_id, phone = call.params.lead_id, call.params.phone_number
    if not lead_id and not Asked.phone_number.fits(phone):
        return []
    table = leads.table(call.params.archived_lead)
    in_campaigns = allowed_campaigns.allowed(call.group, Sql("list.campaign_id"), "ALL-CAMPAIGNS")
    wanted = Sql("lead.lead_id = %s", lead_id) if lead_id else Sql("lead.phone_number = %s", phone)
    with leads.archive_may_be_missing(table):
        return call.db.all(
            """
            SELECT %s, lead.entry_list_id, lead.lead_id, list.list_id IS NOT NULL AS list_known
            FROM %s AS lead
            LEFT JOIN vicidial_lists AS list ON list.list_id = lead.list_id AND %s
            WHERE %s
            ORDER BY lead.lead_id DESC
            LIMIT %s
            """,
            lead_columns.OF_LEAD, identifier(table, leads.TABLES), in_campaigns, wanted, MOST_LEADS,
        )  # fmt: skip
    return []


def _is_known(lead: Row) -> bool:
    return lead["list_known"] == "1"


def _custom_values(call: Call[Asked], known: list[Row]) -> dict[str, CustomValues]:
    """By lead id the labels and values of its custom fields as far as the user may see them."""
    if call.params.custom_fields != "Y" or not known:
        return {}
    lists = {lead["lead_id"]: call.params.force_entry_list_id or lead["entry_list_id"] for lead in known}
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


def _rows(params: Asked, lead: Row, custom: CustomValues) -> Rows:
    """The lead's row, behind a header where one is asked for."""
    columns = [*COLUMNS, *(label for label, _ in custom)]
    row = [*(lead[column] for column in COLUMNS), *(value for _, value in custom)]
    # legacy: the header comes again before every lead, since each may have other custom fields.
    header = columns if params.header == "YES" else None
    return Rows(columns, [row], styles.style(params.stage, styles.WITH_NEWLINE), header)
