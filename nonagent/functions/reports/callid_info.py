"""Shows how long the customer talked on a call, and more, found by its caller code.

Source: docs/functions/callid_info.md
"""

from __future__ import annotations

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.api.report import ONLY_SHOWN, may_view_reports
from nonagent.database import Row, Session, Sql

#: what a caller code begins with says what kind of call it is; VH before V, which it begins with too
KINDS = {
    "VH": "INBOUND", "LP": "INBOUND", "Y": "INBOUND", "J": "INBOUND",
    "V": "OUTBOUND_AUTO", "M": "OUTBOUND_MANUAL",
    "DC": "OUTBOUND_OTHER", "S": "OUTBOUND_OTHER", "XL": "OUTBOUND_OTHER",
}  # fmt: skip
INBOUND_LOG = Sql("vicidial_closer_log AS log ON log.call_date = code.call_date AND")
OUTBOUND_LOG = Sql("vicidial_log AS log ON")
COLUMNS = ("call_id", "custtime")
DETAIL = ("call_date", "phone", "call_type", "campaign_id", "list_id", "status", "user")


class Asked(Parameters):
    """What callid_info is asked with."""

    call_id = parameter("The caller code of the call.", required=True, length=(18, 39))
    detail = flag("Adds what the call's log says.", "YES")
    stage = STAGE
    header = HEADER
    agent_user = parameter(ONLY_SHOWN)


@function(
    "callid_info",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET CALL INFO")),
    reads_replica=True,
)
def callid_info(call: Call[Asked]) -> None:
    params = call.params
    call_id = params.call_id
    kind = _kind(call_id)
    if kind is None:
        raise call.failure("INVALID SEARCH PARAMETERS", call_id=call_id)
    row = _find(call.db, call_id, INBOUND_LOG if kind == "INBOUND" else OUTBOUND_LOG)
    # legacy: both show agent_user, not the call id.
    if row is None:
        raise call.failure("CALL NOT FOUND", agent_user=params.agent_user)
    if row["is_logged"] == "0":
        raise call.failure("CALL LOG NOT FOUND", agent_user=params.agent_user)
    with_detail = params.detail == "YES"
    columns = (*COLUMNS, *DETAIL) if with_detail else COLUMNS
    fields = [call_id, _customer_seconds(row), *(_detail(row, kind) if with_detail else ())]
    shown = Rows(columns, [fields], styles.style(params.stage), columns if params.header == "YES" else None)
    call.show(shown)
    call.log("SUCCESS", shown, call.user.name, call_id, styles.known_stage(params.stage))


def _kind(call_id: str) -> str | None:
    if not Asked.call_id.fits(call_id):
        return None
    return next((kind for beginning, kind in KINDS.items() if call_id.startswith(beginning)), None)


def _find(db: Session, call_id: str, log: Sql) -> Row | None:
    """The call of a caller code, its log row and its agent's, as far as they are there."""
    return db.one(
        """
        SELECT code.call_date, log.lead_id IS NOT NULL AS is_logged, log.phone_number, log.campaign_id, log.list_id,
          log.status, log.user, agent.talk_sec, agent.dead_sec
        FROM (
          SELECT uniqueid, call_date, lead_id FROM vicidial_log_extended WHERE caller_code = %s LIMIT 1
        ) AS code
        LEFT JOIN %s log.uniqueid = code.uniqueid AND log.lead_id = code.lead_id
        LEFT JOIN vicidial_agent_log AS agent
          ON agent.uniqueid = code.uniqueid AND agent.lead_id = code.lead_id AND agent.user = log.user
        LIMIT 1
        """,
        call_id, log,
    )  # fmt: skip


def _customer_seconds(row: Row) -> int:
    return int(row["talk_sec"] or 0) - int(row["dead_sec"] or 0)


def _detail(row: Row, kind: str) -> list[str]:
    return [
        row["call_date"], row["phone_number"], kind, row["campaign_id"], row["list_id"], row["status"], row["user"],
    ]  # fmt: skip
