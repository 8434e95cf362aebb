"""Tells which leads belong to each of several phone numbers or vendor lead codes.

Source: spec/lead_search.md
"""

from __future__ import annotations

from collections.abc import Iterator

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import placeholders
from nonagent.rules import batches, loose_equality
from nonagent.rules.leads import lead_table, leads
from nonagent.rules.words import digits

DEFAULT_METHOD = "PHONE_NUMBER"
SHORTEST_METHOD = 6
SHORTEST_LOCATION = 4
#: what is taken for a phone number; the parameter as a whole needs the least as well
PHONE_LENGTHS = range(6, 19)
#: lists below it are none, and neither restricted nor searched
LOWEST_LIST_ID = 99
SHORTEST_LIST_ID = 3
DEFAULT_RECORDS = 1000
MOST_RECORDS = 2**63 - 1

HEADER = "search_keyrecords_foundlead_ids\n"
LINES_AT_ONCE = 200

#: lead ids by what they were found by, as loose_equality.key gives it
Found = dict[str | float, list[str]]


@function(
    "lead_search",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO SEARCH FOR LEADS", level=8,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "12345"})),
    list_restriction=True,
)  # fmt: skip
def lead_search(call: Call[AnyParameters]) -> None:
    params = call.params
    method = params.search_method if size(params.search_method) >= SHORTEST_METHOD else DEFAULT_METHOD
    searches = _searches(params, method)
    if not searches:
        data = f"{method}|{params.lead_id}(0)|{params.vendor_lead_code}(0)|{params.phone_number}(0)"
        raise call.error("lead_search NO VALID SEARCH METHOD", f"{call.user.name}|{data}", data=data)
    list_id = digits(params.list_id)
    if not _may_search_list(call, list_id):
        raise call.error("lead_search NOT AN ALLOWED LIST ID", f"{params.phone_number}|{list_id}")
    asked = f"{params.lead_id}|{params.vendor_lead_code}|{params.phone_number}"
    found = _find(call, searches, list_id)
    if not found:
        raise call.refusal("NO MATCHES FOUND IN THE SYSTEM", asked)
    if params.header == "YES":
        # legacy: without separators between the three words.
        call.print(HEADER)
    elements = searches.get("phone_number", []) + searches.get("vendor_lead_code", [])
    call.print_rest(_blocks(elements, found))
    call.log("SUCCESS", "lead_search LEADS FOUND IN THE SYSTEM", f"{asked}|{sum(map(len, found.values()))}")


def _searches(params: AnyParameters, method: str) -> dict[str, list[str]]:
    """What is searched for, by column, in the order the columns are tried."""
    searches: dict[str, list[str]] = {}
    if "LEAD_ID" in method and params.lead_id:
        # legacy: lead_id turns the search on, lead_ids are what it looks for.
        searches["lead_id"] = _elements(params.lead_ids)
    if "VENDOR_LEAD_CODE" in method and params.vendor_lead_code:
        searches["vendor_lead_code"] = _elements(params.vendor_lead_code)
    if "PHONE_NUMBER" in method and size(params.phone_number) >= PHONE_LENGTHS.start:
        searches["phone_number"] = [one for one in _elements(params.phone_number) if size(one) in PHONE_LENGTHS]
    return searches


def _elements(text: str) -> list[str]:
    return [element for element in text.split(",") if element]


def _may_search_list(call: Call[AnyParameters], list_id: str) -> bool:
    # legacy: a restricted user who names no list may search all of them.
    if call.allowed_lists is None or float(list_id or 0) < LOWEST_LIST_ID:
        return True
    return f" {list_id} " in call.allowed_lists


def _find(call: Call[AnyParameters], searches: dict[str, list[str]], list_id: str) -> Found:
    """The leads of the first search that finds any."""
    table = lead_table.named(call.db, call.params.archived_lead)
    lists = _lists(call, list_id)
    for column, elements in searches.items():
        found = _leads(call, table, column, elements, lists) if table and elements else {}
        if found:
            return found
    return {}


def _lists(call: Call[AnyParameters], list_id: str) -> list[str] | None:
    """The lists to look in, None for all."""
    location = call.params.search_location
    if size(location) < SHORTEST_LOCATION or size(list_id) < SHORTEST_LIST_ID or float(list_id) < LOWEST_LIST_ID:
        return None
    if "LIST" in location:
        return [list_id]
    if "CAMPAIGN" in location:
        # legacy: a list that is not defined stands for the whole system.
        return leads.lists_of_campaign_of(call.db, list_id) or None
    return None


def _leads(call: Call[AnyParameters], table: str, column: str, elements: list[str], lists: list[str] | None) -> Found:
    wanted = list(dict.fromkeys(elements))
    in_lists = f"AND list_id IN ({placeholders(lists)})" if lists else ""
    # Only texts of this code go into the statement. IGNORE: VICIdial has no index on vendor codes, and then reading
    # the table through is several times faster than fetching each of its rows by PRIMARY, in order.
    rows = call.db.stream(
        f"""
        SELECT lead_id, {column} AS search_key
        FROM {table} IGNORE INDEX FOR ORDER BY (PRIMARY)
        WHERE {column} IN ({placeholders(wanted)}) {in_lists}
        ORDER BY lead_id DESC
        LIMIT %s
        """,  # noqa: S608
        *wanted, *(lists or ()), _most(call.params.records),
    )  # fmt: skip
    found: Found = {}
    for row in rows:
        found.setdefault(loose_equality.key(row["search_key"]), []).append(row["lead_id"])
    return found


def _most(records: str) -> int:
    if not records:
        return DEFAULT_RECORDS
    # More digits than the limit has are more than the limit.
    return min(int(records.lstrip("0")[:20] or 0), MOST_RECORDS)


def _blocks(elements: list[str], found: Found) -> Iterator[str]:
    """A line for each element, some at a time."""
    for some in batches.of(elements, LINES_AT_ONCE):
        yield "".join(_line(element, found.get(loose_equality.key(element), [])) for element in some)


def _line(element: str, lead_ids: list[str]) -> str:
    return f"{element}|{len(lead_ids)}|{'-'.join(lead_ids)}\n"
