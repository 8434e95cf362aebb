"""Shows the lead of a recent call, found by the call's caller code.

Source: docs/functions/ccc_lead_info.md
"""

from __future__ import annotations

from datetime import timedelta

from nonagent.api import styles
from nonagent.api.answers import BLANK, Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE_WITH_NEWLINE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import Row, Sql
from nonagent.rules.leads import lead_columns
from nonagent.rules.lists import allowed_lists

BEGINNINGS = ("Y", "J", "V", "M", "DC", "S", "LP", "VH", "XL")
DIALED_BEGINNING = "DC"
OLDEST_CALL = timedelta(hours=10)


class Asked(Parameters):
    """What ccc_lead_info is asked with."""

    call_id = parameter("The caller code of the call.", required=True, length=(18, 39))
    agent_user = parameter("Who asks; shown where the call or its lead is not found.")
    stage = STAGE_WITH_NEWLINE
    header = HEADER


@function("ccc_lead_info", gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET LEAD INFO")))
def ccc_lead_info(call: Call[Asked]) -> None:
    params, call_id = call.params, call.params.call_id
    if not params.are_complete() or not call_id.startswith(BEGINNINGS):
        raise call.failure("INVALID SEARCH PARAMETERS", call_id=call_id)
    lead = _find(call, call_id)
    # legacy: both show agent_user, not the call id.
    if lead is None:
        raise call.failure("CALL NOT FOUND", agent_user=params.agent_user)
    if not lead["lead_id"]:
        raise call.failure("LEAD NOT FOUND", agent_user=params.agent_user)
    if lead["list_allowed"] == "0":
        # legacy: the count of the permission gate, which was passed.
        raise call.refusal("LEAD NOT FOUND", logged=(1,), count=1, end=BLANK)
    columns, style = lead_columns.SHOWN, styles.style(params.stage, styles.WITH_NEWLINE)
    row = [lead[column] for column in columns]
    shown = Rows(columns, [row], style, columns if params.header == "YES" else None)
    call.show(shown)
    call.log("SUCCESS", shown, call.user.name, call_id, styles.known_stage(params.stage, styles.WITH_NEWLINE))


def _find(call: Call, call_id: str) -> Row | None:
    """The lead of the call, without its lead_id when there is none, and whether the user may see its list."""
    since = call.now.wall - OLDEST_CALL
    allowed = allowed_lists.allowed(call.user.row, call.group, Sql("lead.list_id"))
    log = Sql("vicidial_dial_log" if call_id.startswith(DIALED_BEGINNING) else "vicidial_log_extended")
    return call.db.one(
        """
        SELECT lead.lead_id, %s, %s AS list_allowed
        FROM (
          SELECT lead_id FROM %s
          WHERE caller_code = %s AND call_date > %s
          ORDER BY call_date DESC
          LIMIT 1
        ) AS recent
        LEFT JOIN vicidial_list AS lead ON lead.lead_id = recent.lead_id
        """,
        lead_columns.OF_LEAD, allowed, log, call_id, f"{since:%Y-%m-%d %H:%M:%S}",
    )  # fmt: skip
