"""Prints all fields of the leads that had a call with a status on a day, or of one lead that was ever called.

Source: spec/lead_status_search.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row, placeholders
from nonagent.rules import batches
from nonagent.rules.custom_fields import values as custom_field_values
from nonagent.rules.leads import lead_columns, lead_table
from nonagent.rules.lists import allowed_lists
from nonagent.rules.people import allowed_campaigns

DATE_SIZE = len("2025-07-14")
#: how many leads are taken from each of the two logs
MOST_LEADS = 1000
LEADS_AT_ONCE = 200
#: a smaller entry_list_id is none
LOWEST_LIST_ID = 100
#: how much of an answer vicidial_api_log keeps
LOGGED_CHARACTERS = 255

COLUMNS = ("lead_id", *lead_columns.SHOWN, "entry_list_id")


@function(
    "lead_status_search",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO GET LEAD INFO", level=7,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "1234"})),
)  # fmt: skip
def lead_status_search(call: Call[AnyParameters]) -> None:
    params = call.params
    if not _is_by_day(params) and not params.lead_id:
        raise call.failure("INVALID SEARCH PARAMETERS", params.status, params.date, params.lead_id)
    pages = _pages(call, _called_leads(call))
    first = next(pages, None)
    if first is None:
        # legacy: never with the date.
        raise call.failure("NO RESULTS FOUND", params.lead_id, params.status, "")
    # A record is longer than what the log keeps.
    reason = f"lead_status_search {first}"[:LOGGED_CHARACTERS]
    call.log("SUCCESS", reason, f"{call.user.name}|{params.lead_id}|{params.stage}")
    call.print(first)
    call.print_rest(pages)


def _is_by_day(params: AnyParameters) -> bool:
    return params.status != "" and size(params.date) == DATE_SIZE


def _called_leads(call: Call[AnyParameters]) -> list[str]:
    """The leads of matching calls, latest call first; those of outbound calls before those with inbound ones only."""
    params = call.params
    matches, values = "lead_id = %s", [params.lead_id]
    if _is_by_day(params):
        matches = "status = %s AND call_date BETWEEN %s AND %s"
        values = [params.status, f"{params.date} 00:00:00", f"{params.date} 23:59:59"]
    # legacy: campaigns limit outbound calls only.
    in_campaigns, campaigns = allowed_campaigns.condition(call.group)
    # Only texts of this code go into the statement. The second part may have to make up for leads of the first.
    rows = call.db.all(
        f"""
        (SELECT 'outbound' AS log, lead_id, MAX(call_date) AS latest FROM vicidial_log
         WHERE {matches} AND {in_campaigns}
         GROUP BY lead_id ORDER BY latest DESC LIMIT {MOST_LEADS})
        UNION ALL
        (SELECT 'inbound' AS log, lead_id, MAX(call_date) AS latest FROM vicidial_closer_log
         WHERE {matches}
         GROUP BY lead_id ORDER BY latest DESC LIMIT {MOST_LEADS * 2})
        ORDER BY log DESC, latest DESC
        """,  # noqa: S608
        *values, *campaigns, *values,
    )  # fmt: skip
    outbound = [row["lead_id"] for row in rows if row["log"] == "outbound"]
    known = set(outbound)
    inbound = [row["lead_id"] for row in rows if row["log"] == "inbound" and row["lead_id"] not in known]
    return outbound + inbound[:MOST_LEADS]


def _pages(call: Call[AnyParameters], lead_ids: list[str]) -> Iterator[str]:
    """The records, some at a time, each time with at least one."""
    table = lead_table.named(call.db, call.params.archived_lead)
    if table is None:
        return
    numbers = count(1)
    for some in batches.of(lead_ids, LEADS_AT_ONCE):
        leads = _leads(call, table, some)
        custom = _custom_lines(call, leads)
        if leads:
            yield "".join(_record(next(numbers), lead) + custom.get(lead["lead_id"], "") for lead in leads)


def _leads(call: Call[AnyParameters], table: str, lead_ids: list[str]) -> list[Row]:
    """Those of the leads that there are and that the user may see, in the order of their ids."""
    allowed, campaigns = allowed_lists.condition(call.user.row, call.group, "lead.list_id", everything="-ALL")
    rows = call.db.all(
        f"""
        SELECT lead.lead_id, {lead_columns.selected("lead")}, lead.entry_list_id
        FROM {table} AS lead
        WHERE lead.lead_id IN ({placeholders(lead_ids)}) AND {allowed}
        """,  # noqa: S608
        *lead_ids, *campaigns,
    )  # fmt: skip
    found = {row["lead_id"]: row for row in rows}
    return [found[lead_id] for lead_id in lead_ids if lead_id in found]


def _record(number: int, lead: Row) -> str:
    fields = "".join(f"{column} => {lead[column]}\n" for column in COLUMNS)
    return f";---------- START OF RECORD {number} ----------\n{fields}"


def _custom_lines(call: Call[AnyParameters], leads: list[Row]) -> dict[str, str]:
    """By lead id the lines of its custom fields: every column of the table, whatever the list says of it."""
    if call.params.custom_fields != "Y" or not leads:
        return {}
    lists = {lead["lead_id"]: _custom_list(lead) for lead in leads}
    tables = custom_field_values.whole_tables_of(call.db, lists.values())
    rows = custom_field_values.rows_of(call.db, tables, lists)
    # legacy: admin_hide_lead_data hides nothing here.
    user = call.user.row | {"admin_hide_lead_data": "0"}
    found: dict[str, str] = {}
    for lead_id, row in rows.items():
        fields = tables[lists[lead_id]].fields
        screen = custom_field_values.Screen(call.system, user)
        screen.learn(fields)
        found[lead_id] = "".join(
            f"{field.column} => {_one_line(screen.shown(field.column, row[field.column]))}\n" for field in fields
        )
    return found


def _custom_list(lead: Row) -> str:
    return lead["entry_list_id"] if int(lead["entry_list_id"]) >= LOWEST_LIST_ID else lead["list_id"]


def _one_line(value: str) -> str:
    return re.sub("\r?\n", "!N", value.replace("\t", " -- "))
