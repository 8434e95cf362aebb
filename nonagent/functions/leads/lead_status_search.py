"""Prints all fields of the leads that had a call with a status on a day, or of one lead that was ever called.

Source: docs/functions/lead_status_search.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from nonagent.api.answers import BLANK, Records
from nonagent.api.call import Call
from nonagent.api.common_parameters import ARCHIVED_LEAD, CUSTOM_FIELDS
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Sql, identifier, listed
from nonagent.rules.custom_fields import values as custom_field_values
from nonagent.rules.leads import lead_columns, lead_table, leads
from nonagent.rules.lists import allowed_lists
from nonagent.rules.people import allowed_campaigns

#: how many leads are taken from each of the two logs
MOST_LEADS = 1000
LEADS_AT_ONCE = 200
#: a smaller entry_list_id is none
LOWEST_LIST_ID = 100

COLUMNS = ("lead_id", *lead_columns.SHOWN, "entry_list_id")

Fields = list[tuple[str, str]]


class Asked(Parameters):
    """What lead_status_search is asked with."""

    status = parameter("The status of the calls; with date only.")
    date = parameter("The day of the calls, `YYYY-MM-DD`; with status only.", length=(10, 10))
    lead_id = parameter("The lead, where status and date are not both given.")
    custom_fields = CUSTOM_FIELDS
    archived_lead = ARCHIVED_LEAD
    stage = parameter("Not looked at: the API log shows it.")


@function(
    "lead_status_search",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO GET LEAD INFO", level=7,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "1234"})),
)  # fmt: skip
def lead_status_search(call: Call[Asked]) -> None:
    params = call.params
    if not _is_by_day(params) and not params.lead_id:
        raise call.failure(
            "INVALID SEARCH PARAMETERS", status=params.status, date=params.date, lead_id=params.lead_id
        )
    records = _records(call, _called_leads(call))
    first = next(records, None)
    if first is None:
        # legacy: never with the date.
        raise call.failure("NO RESULTS FOUND", lead_id=params.lead_id, status=params.status, date=BLANK)
    # A record is longer than what the log keeps.
    logged = Records(COLUMNS, [first])
    call.stream(
        Records(COLUMNS, chain([first], records)),
        lambda _: call.log("SUCCESS", logged, call.user.name, params.lead_id, params.stage),
    )


def _is_by_day(params: Asked) -> bool:
    return params.status != "" and Asked.date.fits(params.date)


def _called_leads(call: Call[Asked]) -> list[str]:
    """The leads of matching calls, latest call first; those of outbound calls before those with inbound ones only."""
    params = call.params
    matches = Sql("lead_id = %s", params.lead_id)
    if _is_by_day(params):
        matches = Sql(
            "status = %s AND call_date BETWEEN %s AND %s",
            params.status, f"{params.date} 00:00:00", f"{params.date} 23:59:59",
        )  # fmt: skip
    # legacy: campaigns limit outbound calls only.
    in_campaigns = allowed_campaigns.allowed(call.group)
    # The second part may have to make up for leads of the first.
    rows = call.db.all(
        """
        (SELECT 'outbound' AS log, lead_id, MAX(call_date) AS latest FROM vicidial_log
         WHERE %s AND %s
         GROUP BY lead_id ORDER BY latest DESC LIMIT %s)
        UNION ALL
        (SELECT 'inbound' AS log, lead_id, MAX(call_date) AS latest FROM vicidial_closer_log
         WHERE %s
         GROUP BY lead_id ORDER BY latest DESC LIMIT %s)
        ORDER BY log DESC, latest DESC
        """,
        matches, in_campaigns, MOST_LEADS, matches, MOST_LEADS * 2,
    )  # fmt: skip
    outbound = [row["lead_id"] for row in rows if row["log"] == "outbound"]
    known = set(outbound)
    inbound = [row["lead_id"] for row in rows if row["log"] == "inbound" and row["lead_id"] not in known]
    return outbound + inbound[:MOST_LEADS]


def _records(call: Call[Asked], lead_ids: list[str]) -> Iterator[Fields]:
    """The fields of each lead, read for some leads at a time."""
    table = lead_table.named(call.db, call.params.archived_lead)
    if table is None:
        return
    for start in range(0, len(lead_ids), LEADS_AT_ONCE):
        found = _leads(call, table, lead_ids[start : start + LEADS_AT_ONCE])
        custom = _custom_fields(call, found)
        for lead in found:
            yield [(column, lead[column]) for column in COLUMNS] + custom.get(lead["lead_id"], [])


def _leads(call: Call[Asked], table: str, lead_ids: list[str]) -> list[Row]:
    """Those of the leads that there are and that the user may see, in the order of their ids."""
    allowed = allowed_lists.allowed(call.user.row, call.group, Sql("lead.list_id"), everything="-ALL")
    rows = call.db.all(
        """
        SELECT lead.lead_id, %s, lead.entry_list_id
        FROM %s AS lead
        WHERE lead.lead_id IN (%s) AND %s
        """,
        lead_columns.OF_LEAD, identifier(table, leads.TABLES), listed(lead_ids), allowed,
    )  # fmt: skip
    found = {row["lead_id"]: row for row in rows}
    return [found[lead_id] for lead_id in lead_ids if lead_id in found]


def _custom_fields(call: Call[Asked], found: list[Row]) -> dict[str, Fields]:
    """By lead id its custom fields: every column of the table, whatever the list says of it."""
    if call.params.custom_fields != "Y" or not found:
        return {}
    lists = {lead["lead_id"]: _custom_list(lead) for lead in found}
    tables = custom_field_values.whole_tables_of(call.db, lists.values())
    rows = custom_field_values.rows_of(call.db, tables, lists)
    # legacy: admin_hide_lead_data hides nothing here.
    user = call.user.row | {"admin_hide_lead_data": "0"}
    custom: dict[str, Fields] = {}
    for lead_id, row in rows.items():
        fields = tables[lists[lead_id]].fields
        screen = custom_field_values.Screen(call.system, user)
        screen.learn(fields)
        custom[lead_id] = [
            (field.column, _one_line(screen.shown(field.column, row[field.column]))) for field in fields
        ]
    return custom


def _custom_list(lead: Row) -> str:
    return lead["entry_list_id"] if int(lead["entry_list_id"]) >= LOWEST_LIST_ID else lead["list_id"]


def _one_line(value: str) -> str:
    return re.sub("\r?\n", "!N", value.replace("\t", " -- "))
