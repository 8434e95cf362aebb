"""Lists the scheduled callbacks of a lead.

Source: docs/functions/lead_callback_info.md
"""

from __future__ import annotations

from collections import Counter

from nonagent.api import styles
from nonagent.api.answers import BLANK, Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import STAGE_WITH_NEWLINE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import ALWAYS, Row, Sql, identifiers, joined
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
    "ARCHIVE": (Sql("vicidial_callbacks_archive"), ("ARCHIVE", "ALL")),
    "CURRENT": (Sql("vicidial_callbacks"), ("CURRENT", "ALL", "")),
}


class Asked(Parameters):
    """What lead_callback_info is asked with."""

    lead_id = parameter("The lead.", required=True, length=(1, 11))
    search_location = parameter("Where to look; without it among the current ones. Any other word finds nothing.",
                                values=("CURRENT", "ARCHIVE", "ALL"))  # fmt: skip
    stage = STAGE_WITH_NEWLINE
    header = parameter("`YES` puts a line with the names of the columns first. Any other word finds nothing.",
                       values=("YES", "NO"))  # fmt: skip


@function("lead_callback_info", gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET LEAD INFO")))
def lead_callback_info(call: Call[Asked]) -> None:
    params, lead_id = call.params, call.params.lead_id
    if not params.are_complete():
        raise call.failure("INVALID SEARCH PARAMETERS", lead_id=lead_id)
    allowed = allowed_lists.allowed(call.user.row, call.group, Sql("callback.list_id"))
    callbacks = _find(call, allowed)
    if allowed is not ALWAYS and not _are_allowed(callbacks):
        # legacy: the count of the permission gate, which was passed.
        raise call.refusal("LEAD NOT FOUND", logged=(1,), count=1, end=BLANK)
    stage, location = styles.known_stage(params.stage, styles.WITH_NEWLINE), params.search_location
    # legacy: an unknown word for the header hides what was found.
    if not callbacks or (params.header and not Asked.header.accepts(params.header)):
        raise call.failure("CALLBACK NOT FOUND", lead_id=lead_id, stage=stage, search_location=location)
    rows = [_fields(lead_id, callback) for callback in callbacks]
    style = styles.style(params.stage, styles.WITH_NEWLINE)
    shown = Rows(HEADER, rows, style, HEADER if params.header == "YES" else None)
    call.show(shown)
    call.log("SUCCESS", shown, call.user.name, lead_id, stage, location)


def _find(call: Call[Asked], allowed: Sql) -> list[Row]:
    """The callbacks in the location asked for, archived ones first, each with whether its list is allowed."""
    selects = [
        Sql(
            """
            SELECT %s AS callback_type, callback_id, %s AS list_allowed, %s
            FROM %s AS callback
            WHERE lead_id = %s
            """,
            kind, allowed, identifiers(COLUMNS, COLUMNS), table, call.params.lead_id,
        )
        for kind, (table, locations) in TYPES.items()
        if call.params.search_location in locations
    ]  # fmt: skip
    if not selects:
        return []
    return call.db.all("%s ORDER BY callback_type, callback_id", joined("UNION ALL", selects))


def _are_allowed(callbacks: list[Row]) -> bool:
    # legacy: the second callback in a table always counts as one of another list.
    each_alone = max(Counter(callback["callback_type"] for callback in callbacks).values(), default=0) <= 1
    return each_alone and all(callback["list_allowed"] == "1" for callback in callbacks)


def _fields(lead_id: str, callback: Row) -> tuple[str, ...]:
    shown = callback | {"customer_timezone": callback["customer_timezone"].replace(",", "-")}
    return (lead_id, callback["callback_type"], *(shown[column] for column in COLUMNS))
