"""Shows a list's name, campaign and dates, and how many leads it has or can dial now.

Source: spec/list_info.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.list_ids import check_allowed, check_length
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.database import Row, Statement
from nonagent.functions.lists import dialable_leads
from nonagent.rules import delimited
from nonagent.rules.leads import lead_table
from nonagent.rules.lists import visible_lists

HEADER = (
    "list_id", "list_name", "campaign_id", "active", "list_changedate", "list_lastcalldate", "expiration_date",
    "resets_today",
)  # fmt: skip
COUNTS_HEADER = ("all_leads_count", "new_leads_count")
DIALABLE_HEADER = "dialable_count"


@function(
    "list_info",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO MODIFY LISTS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_lists": "1"}, shown="0",
        ),
    ),
    list_restriction=True,
)  # fmt: skip
def list_info(call: Call[AnyParameters]) -> None:
    list_id = call.params.list_id
    check_length(call, list_id)
    check_allowed(call, list_id)
    found, counts = read_list(call)
    if found is None:
        raise call.refusal("LIST DOES NOT EXIST", list_id)

    with_counts, with_dialable = call.params.leads_counts == "Y", call.params.dialable_count == "Y"
    # legacy: the list id as it was given, and always a separator before the dialable count.
    line = [list_id, *(found[column] for column in HEADER[1:])]
    header = [*HEADER]
    if with_counts:
        line += counts
        header += COUNTS_HEADER
    if with_dialable:
        header.append(DIALABLE_HEADER)
    line.append(dialable_leads.count(call.db, call.now, found["list_id"]) if with_dialable else "")

    if call.params.header == "YES":
        call.print(delimited.line(call.params.stage, *header))
    call.print(delimited.line(call.params.stage, *line))
    call.log("SUCCESS", "list_info LIST INFORMATION SENT", list_id)


def read_list(call: Call[AnyParameters]) -> tuple[Row | None, list[str]]:
    """The list, None when there is none to be seen; and how many leads it has, and how many of them are new."""
    list_id = call.params.list_id
    visible, campaigns = visible_lists.condition(call.group)
    # legacy: a text against a number, so that 101abc and 0101 find list 101.
    wanted = Statement(
        f"""
        SELECT
          list_id, list_name, campaign_id, active, list_changedate, list_lastcalldate, expiration_date, resets_today
        FROM vicidial_lists
        WHERE list_id = %s AND {visible}
        """,  # noqa: S608
        [list_id, *campaigns],
    )
    if call.params.leads_counts != "Y" or (table := lead_table.named(call.db, call.params.archived_lead)) is None:
        return call.db.one(wanted.sql, *wanted.values), ["0", "0"]
    # Together, since most lists asked for are there; what is counted of one that may not be seen is not told.
    counted = Statement(
        f"""
        SELECT COUNT(*), COUNT(IF(status = 'NEW', 1, NULL))
        FROM {table}
        WHERE list_id = (SELECT list_id FROM vicidial_lists WHERE list_id = %s)
        """,  # noqa: S608
        [list_id],
    )
    lists, (counts,) = call.db.together(wanted, counted)
    return (lists[0] if lists else None), list(counts.values())
