"""Lists the scheduled callbacks of a lead.

Source: spec/lead_callback_info.md
"""

from __future__ import annotations

from collections import Counter

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import Row
from nonagent.rules.delimited import WITH_NEWLINE, known_stage, line
from nonagent.rules.lists import allowed_lists

HEADER = (
    "lead_id", "callback_type", "recipient", "callback_status", "lead_status", "callback_date", "entry_date", "user",
    "list_id", "campaign_id", "user_group", "customer_timezone", "customer_time", "comments",
)  # fmt: skip
COLUMNS = (
    "recipient", "status", "lead_status", "callback_time", "entry_time", "user", "list_id", "campaign_id",
    "user_group", "customer_timezone", "customer_time", "comments",
)  # fmt: skip

#: where callbacks of each type stand, and the locations that search there
TYPES = {
    "ARCHIVE": ("vicidial_callbacks_archive", ("ARCHIVE", "ALL")),
    "CURRENT": ("vicidial_callbacks", ("CURRENT", "ALL", "")),
}
LONGEST_LEAD_ID = 11


@function("lead_callback_info", gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET LEAD INFO")))
def lead_callback_info(call: Call[AnyParameters]) -> None:
    params, lead_id = call.params, call.params.lead_id
    if not 1 <= size(lead_id) <= LONGEST_LEAD_ID:
        raise call.failure("INVALID SEARCH PARAMETERS", lead_id)
    allowed, campaigns = allowed_lists.condition(call.user.row, call.group, "callback.list_id")
    callbacks = _find(call, lead_id, allowed, campaigns)
    if campaigns and not _are_allowed(callbacks):
        raise call.error("lead_callback_info LEAD NOT FOUND", f"|{call.user.name}|1|", data="1", separator=": ")
    asked = (lead_id, known_stage(params.stage, WITH_NEWLINE), params.search_location)
    # legacy: an unknown word for the header hides what was found.
    if not callbacks or params.header not in ("", "NO", "YES"):
        raise call.failure("CALLBACK NOT FOUND", *asked)
    rows = [_fields(lead_id, callback) for callback in callbacks]
    if params.header == "YES":
        rows.insert(0, HEADER)
    text = "".join(line(params.stage, *row, separators=WITH_NEWLINE) for row in rows)
    call.print(text)
    call.log("SUCCESS", f"lead_callback_info {text}", "|".join([call.user.name, *asked]))


def _find(call: Call[AnyParameters], lead_id: str, allowed: str, campaigns: list[str]) -> list[Row]:
    """The callbacks in the location asked for, archived ones first, each with whether its list is allowed."""
    # Only texts of this code go into the statement.
    selects = [
        f"""
        SELECT '{kind}' AS callback_type, callback_id, {allowed} AS list_allowed, {", ".join(COLUMNS)}
        FROM {table} AS callback
        WHERE lead_id = %s
        """  # noqa: S608
        for kind, (table, locations) in TYPES.items()
        if call.params.search_location in locations
    ]
    if not selects:
        return []
    return call.db.all("UNION ALL".join(selects) + "ORDER BY callback_type, callback_id",
                       *[*campaigns, lead_id] * len(selects))  # fmt: skip


def _are_allowed(callbacks: list[Row]) -> bool:
    # legacy: the second callback in a table always counts as one of another list.
    each_alone = max(Counter(callback["callback_type"] for callback in callbacks).values(), default=0) <= 1
    return each_alone and all(callback["list_allowed"] == "1" for callback in callbacks)


def _fields(lead_id: str, callback: Row) -> tuple[str, ...]:
    shown = callback | {"customer_timezone": callback["customer_timezone"].replace(",", "-")}
    return (lead_id, callback["callback_type"], *(shown[column] for column in COLUMNS))
