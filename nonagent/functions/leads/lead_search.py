"""Tells which leads belong to each of several phone numbers or vendor lead codes.

Source: docs/functions/lead_search.md
"""

from __future__ import annotations

from nonagent.api.answers import FIELDS_ONLY, Hyphenated, Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import ARCHIVED_LEAD, HEADER, UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter, size
from nonagent.api.registry import function
from nonagent.database import ALWAYS, Sql, identifier, listed
from nonagent.rules import loose_equality
from nonagent.rules.leads import lead_table, leads
from nonagent.rules.words import digits

#: what is taken for a phone number; the parameter as a whole needs the least as well
PHONE_LENGTHS = range(6, 19)
#: lists below it are none, and neither restricted nor searched
LOWEST_LIST_ID = 99
MOST_RECORDS = 2**63 - 1

COLUMNS = ("search_key", "records_found", "lead_ids")
# legacy: without separators between the three words; callers skip the line as it is.
HEADER_LINE = ("search_keyrecords_foundlead_ids",)

#: lead ids by what they were found by, as loose_equality.key gives it
Found = dict[str | float, list[str]]


class Asked(Parameters):
    """What lead_search is asked with."""

    phone_number = parameter("The phone numbers, separated by commas; those of 6 to 18 digits are searched for.",
                             length=(PHONE_LENGTHS.start, UNLIMITED))  # fmt: skip
    vendor_lead_code = parameter("The vendor lead codes, separated by commas.")
    lead_id = parameter("Anything here has the leads of lead_ids searched for.")
    lead_ids = parameter("The leads, separated by commas.")
    search_method = parameter("What to search by: one or more of the words `LEAD_ID`, `VENDOR_LEAD_CODE` and"
                              " `PHONE_NUMBER`.", length=(6, UNLIMITED), default="PHONE_NUMBER")  # fmt: skip
    search_location = parameter("Where to look: everywhere, in the lists of the list's campaign, or in the list.",
                                length=(4, UNLIMITED), values=("SYSTEM", "CAMPAIGN", "LIST"))  # fmt: skip
    list_id = parameter("The list that search_location speaks of, from 99 on.", length=(3, UNLIMITED))
    records = parameter("The most leads to find.", default="1000")
    archived_lead = ARCHIVED_LEAD
    header = HEADER


@function(
    "lead_search",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO SEARCH FOR LEADS", level=8,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "12345"})),
    list_restriction=True,
)  # fmt: skip
def lead_search(call: Call[Asked]) -> None:
    params = call.params
    asked_method, own = params.search_method, Asked.search_method
    method = asked_method if own.fits(asked_method) else own.default
    searches = _searches(params, method)
    if not searches:
        # legacy: each with a count of what is searched for, which is always 0 here.
        raise call.error(
            "NO VALID SEARCH METHOD",
            search_method=method, lead_id=f"{params.lead_id}(0)", vendor_lead_code=f"{params.vendor_lead_code}(0)",
            phone_number=f"{params.phone_number}(0)",
        )  # fmt: skip
    list_id = digits(params.list_id)
    if not _may_search_list(call, list_id):
        raise call.error(
            "NOT AN ALLOWED LIST ID", form=FIELDS_ONLY, phone_number=params.phone_number, list_id=list_id
        )
    lead_id, code, phone = params.lead_id, params.vendor_lead_code, params.phone_number
    found = _find(call, searches, list_id)
    if not found:
        raise call.refusal(
            "NO MATCHES FOUND IN THE SYSTEM", lead_id=lead_id, vendor_lead_code=code, phone_number=phone
        )
    elements = searches.get("phone_number", []) + searches.get("vendor_lead_code", [])
    rows = (_row(element, found.get(loose_equality.key(element), [])) for element in elements)
    count = sum(map(len, found.values()))
    call.stream(
        Rows(COLUMNS, rows, header=HEADER_LINE if params.header == "YES" else None),
        lambda _: call.log("SUCCESS", "lead_search LEADS FOUND IN THE SYSTEM", lead_id, code, phone, count),
    )


def _searches(params: Asked, method: str) -> dict[str, list[str]]:
    """What is searched for, by column, in the order the columns are tried."""
    searches: dict[str, list[str]] = {}
    if "LEAD_ID" in method and params.lead_id:
        # legacy: lead_id turns the search on, lead_ids are what it looks for.
        searches["lead_id"] = _elements(params.lead_ids)
    if "VENDOR_LEAD_CODE" in method and params.vendor_lead_code:
        searches["vendor_lead_code"] = _elements(params.vendor_lead_code)
    if "PHONE_NUMBER" in method and Asked.phone_number.fits(params.phone_number):
        searches["phone_number"] = [one for one in _elements(params.phone_number) if size(one) in PHONE_LENGTHS]
    return searches


def _elements(text: str) -> list[str]:
    return [element for element in text.split(",") if element]


def _may_search_list(call: Call, list_id: str) -> bool:
    # legacy: a restricted user who names no list may search all of them.
    if call.allowed_lists is None or float(list_id or 0) < LOWEST_LIST_ID:
        return True
    return f" {list_id} " in call.allowed_lists


def _find(call: Call[Asked], searches: dict[str, list[str]], list_id: str) -> Found:
    """The leads of the first search that finds any."""
    table = lead_table.named(call.db, call.params.archived_lead)
    lists = _lists(call, list_id)
    for column, elements in searches.items():
        found = _leads(call, table, column, elements, lists) if table and elements else {}
        if found:
            return found
    return {}


def _lists(call: Call[Asked], list_id: str) -> list[str] | None:
    """The lists to look in, None for all."""
    location = call.params.search_location
    if not Asked.search_location.fits(location) or not Asked.list_id.fits(list_id) or float(list_id) < LOWEST_LIST_ID:
        return None
    if "LIST" in location:
        return [list_id]
    if "CAMPAIGN" in location:
        # legacy: a list that is not defined stands for the whole system.
        return leads.lists_of_campaign_of(call.db, list_id) or None
    return None


def _leads(call: Call[Asked], table: str, column: str, elements: list[str], lists: list[str] | None) -> Found:
    wanted = list(dict.fromkeys(elements))
    in_lists = Sql("list_id IN (%s)", listed(lists)) if lists else ALWAYS
    by = identifier(column, leads.SEARCHED)
    # IGNORE: VICIdial has no index on vendor codes, and then reading the table through is several times faster than
    # fetching each of its rows by PRIMARY, in order.
    rows = call.db.stream(
        """
        SELECT lead_id, %s AS search_key
        FROM %s IGNORE INDEX FOR ORDER BY (PRIMARY)
        WHERE %s IN (%s) AND %s
        ORDER BY lead_id DESC
        LIMIT %s
        """,
        by, identifier(table, leads.TABLES), by, listed(wanted), in_lists, _most(call.params.records),
    )  # fmt: skip
    found: Found = {}
    for row in rows:
        found.setdefault(loose_equality.key(row["search_key"]), []).append(row["lead_id"])
    return found


def _most(records: str) -> int:
    # More digits than the limit has are more than the limit.
    return min(int(records.lstrip("0")[:20] or 0), MOST_RECORDS)


def _row(element: str, lead_ids: list[str]) -> tuple[object, ...]:
    return (element, len(lead_ids), Hyphenated(lead_ids))
