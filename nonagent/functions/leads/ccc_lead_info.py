"""Shows the lead of a recent call, found by the call's caller code.

Source: spec/ccc_lead_info.md
"""

from __future__ import annotations

from datetime import timedelta

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import Row
from nonagent.rules.delimited import WITH_NEWLINE, known_stage, line
from nonagent.rules.leads import lead_columns
from nonagent.rules.lists import allowed_lists

BEGINNINGS = ("Y", "J", "V", "M", "DC", "S", "LP", "VH", "XL")
DIALED_BEGINNING = "DC"
SHORTEST_CALL_ID = 18
LONGEST_CALL_ID = 39
OLDEST_CALL = timedelta(hours=10)


@function("ccc_lead_info", gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET LEAD INFO")))
def ccc_lead_info(call: Call[AnyParameters]) -> None:
    params, call_id = call.params, call.params.call_id
    if not SHORTEST_CALL_ID <= size(call_id) <= LONGEST_CALL_ID or not call_id.startswith(BEGINNINGS):
        raise call.failure("INVALID SEARCH PARAMETERS", call_id)
    lead = _find(call, call_id)
    # legacy: both show agent_user, not the call id.
    if lead is None:
        raise call.failure("CALL NOT FOUND", params.agent_user)
    if not lead["lead_id"]:
        raise call.failure("LEAD NOT FOUND", params.agent_user)
    if lead["list_allowed"] == "0":
        raise call.error("ccc_lead_info LEAD NOT FOUND", f"|{call.user.name}|1|", data="1", separator=": ")
    text = line(params.stage, *(lead[column] for column in lead_columns.SHOWN), separators=WITH_NEWLINE)
    if params.header == "YES":
        text = line(params.stage, *lead_columns.SHOWN, separators=WITH_NEWLINE) + text
    call.print(text)
    data = f"{call.user.name}|{call_id}|{known_stage(params.stage, WITH_NEWLINE)}"
    call.log("SUCCESS", f"ccc_lead_info {text}", data)


def _find(call: Call[AnyParameters], call_id: str) -> Row | None:
    """The lead of the call, without its lead_id when there is none, and whether the user may see its list."""
    since = call.now.wall - OLDEST_CALL
    allowed, campaigns = allowed_lists.condition(call.user.row, call.group, "lead.list_id")
    log = "vicidial_dial_log" if call_id.startswith(DIALED_BEGINNING) else "vicidial_log_extended"
    # Only texts of this code go into the statement.
    return call.db.one(
        f"""
        SELECT lead.lead_id, {lead_columns.selected("lead")}, {allowed} AS list_allowed
        FROM (
          SELECT lead_id FROM {log}
          WHERE caller_code = %s AND call_date > %s
          ORDER BY call_date DESC
          LIMIT 1
        ) AS recent
        LEFT JOIN vicidial_list AS lead ON lead.lead_id = recent.lead_id
        """,  # noqa: S608
        *campaigns, call_id, f"{since:%Y-%m-%d %H:%M:%S}",
    )  # fmt: skip
