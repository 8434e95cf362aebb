"""Shows a list's name, campaign and dates, and how many leads it has or can dial now.

Source: docs/functions/list_info.md
"""

from __future__ import annotations

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import ARCHIVED_LEAD, HEADER, STAGE
from nonagent.api.gates import STANDARD, permission
from nonagent.api.list_ids import LONGEST, SHORTEST, check_allowed, check_length
from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Sql, identifier, identifiers
from nonagent.functions.lists import dialable_leads
from nonagent.rules.leads import lead_table
from nonagent.rules.leads.leads import ARCHIVE, LIVE
from nonagent.rules.lists import visible_lists

COLUMNS = (
    "list_id", "list_name", "campaign_id", "active", "list_changedate", "list_lastcalldate", "expiration_date",
    "resets_today",
)  # fmt: skip
COUNTS = ("all_leads_count", "new_leads_count")
DIALABLE = "dialable_count"


class Asked(Parameters):
    """What list_info is asked with."""

    list_id = parameter("The list.", required=True, length=(SHORTEST, LONGEST))
    leads_counts = flag("Adds how many leads it has, and how many of them are new.")
    dialable_count = flag("Adds how many of its leads could be dialled now.")
    archived_lead = ARCHIVED_LEAD
    stage = STAGE
    header = HEADER


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
def list_info(call: Call[Asked]) -> None:
    params = call.params
    list_id = params.list_id
    check_length(call, list_id)
    check_allowed(call, list_id)
    found, counts = read_list(call)
    if found is None:
        raise call.refusal("LIST DOES NOT EXIST", list_id=list_id)

    with_counts, with_dialable = params.leads_counts == "Y", params.dialable_count == "Y"
    columns = [*COLUMNS, *(COUNTS if with_counts else ())]
    dialable = dialable_leads.count(call.db, call.now, found["list_id"]) if with_dialable else ""
    # legacy: the list id as it was given, and a field for the dialable count in any case.
    row = [list_id, *(found[column] for column in COLUMNS[1:]), *(counts if with_counts else ()), dialable]
    header = [*columns, DIALABLE] if with_dialable else columns
    style = styles.style(params.stage)
    call.show(Rows([*columns, DIALABLE], [row], style, header if params.header == "YES" else None))
    call.log("SUCCESS", "list_info LIST INFORMATION SENT", list_id)


def read_list(call: Call[Asked]) -> tuple[Row | None, list[str]]:
    """The list, None when there is none to be seen; and how many leads it has, and how many of them are new."""
    params = call.params
    # legacy: a text against a number, so that 101abc and 0101 find list 101.
    wanted = Sql(
        "SELECT %s FROM vicidial_lists WHERE list_id = %s AND %s",
        identifiers(COLUMNS, COLUMNS), params.list_id, visible_lists.visible(call.group),
    )  # fmt: skip
    if params.leads_counts != "Y" or (table := lead_table.named(call.db, params.archived_lead)) is None:
        return call.db.one(wanted), ["0", "0"]
    # Together, since most lists asked for are there; what is counted of one that may not be seen is not told.
    counted = Sql(
        """
        SELECT COUNT(*), COUNT(IF(status = 'NEW', 1, NULL))
        FROM %s
        WHERE list_id = (SELECT list_id FROM vicidial_lists WHERE list_id = %s)
        """,
        identifier(table, (LIVE, ARCHIVE)), params.list_id,
    )  # fmt: skip
    lists, (counts,) = call.db.together(wanted, counted)
    return (lists[0] if lists else None), list(counts.values())
