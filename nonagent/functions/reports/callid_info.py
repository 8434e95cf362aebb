"""Shows how long the customer talked on a call, and more, found by its caller code.

Source: spec/callid_info.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import Row, Session
from nonagent.rules import delimited

#: what a caller code begins with says what kind of call it is; VH before V, which it begins with too
KINDS = {
    "VH": "INBOUND", "LP": "INBOUND", "Y": "INBOUND", "J": "INBOUND",
    "V": "OUTBOUND_AUTO", "M": "OUTBOUND_MANUAL",
    "DC": "OUTBOUND_OTHER", "S": "OUTBOUND_OTHER", "XL": "OUTBOUND_OTHER",
}  # fmt: skip
INBOUND_LOG = "vicidial_closer_log AS log ON log.call_date = code.call_date AND"
OUTBOUND_LOG = "vicidial_log AS log ON"
DETAIL = ("call_date", "phone", "call_type", "campaign_id", "list_id", "status", "user")


@function(
    "callid_info",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET CALL INFO")),
    reads_replica=True,
)
def callid_info(call: Call[AnyParameters]) -> None:
    params = call.params
    call_id = params.call_id
    kind = _kind(call_id)
    if kind is None:
        raise call.failure("INVALID SEARCH PARAMETERS", call_id)
    row = _find(call.db, call_id, INBOUND_LOG if kind == "INBOUND" else OUTBOUND_LOG)
    # legacy: both show agent_user, not the call id.
    if row is None:
        raise call.failure("CALL NOT FOUND", params.agent_user)
    if row["is_logged"] == "0":
        raise call.failure("CALL LOG NOT FOUND", params.agent_user)
    head, fields = ["call_id", "custtime"], [call_id, _customer_seconds(row)]
    if params.detail == "YES":
        head += DETAIL
        fields += [
            row["call_date"], row["phone_number"], kind, row["campaign_id"], row["list_id"], row["status"],
            row["user"],
        ]  # fmt: skip
    text = delimited.line(params.stage, *fields)
    if params.header == "YES":
        text = delimited.line(params.stage, *head) + text
    call.print(text)
    data = "|".join([call.user.name, call_id, delimited.known_stage(params.stage)])
    call.log("SUCCESS", f"callid_info {text}", data)


def _kind(call_id: str) -> str | None:
    if not 18 <= size(call_id) <= 39:
        return None
    return next((kind for beginning, kind in KINDS.items() if call_id.startswith(beginning)), None)


def _find(db: Session, call_id: str, log: str) -> Row | None:
    """The call of a caller code, its log row and its agent's, as far as they are there."""
    # Only texts of this module go into the statement.
    return db.one(
        f"""
        SELECT code.call_date, log.lead_id IS NOT NULL AS is_logged, log.phone_number, log.campaign_id, log.list_id,
          log.status, log.user, agent.talk_sec, agent.dead_sec
        FROM (
          SELECT uniqueid, call_date, lead_id FROM vicidial_log_extended WHERE caller_code = %s LIMIT 1
        ) AS code
        LEFT JOIN {log} log.uniqueid = code.uniqueid AND log.lead_id = code.lead_id
        LEFT JOIN vicidial_agent_log AS agent
          ON agent.uniqueid = code.uniqueid AND agent.lead_id = code.lead_id AND agent.user = log.user
        LIMIT 1
        """,  # noqa: S608
        call_id,
    )


def _customer_seconds(row: Row) -> str:
    return str(int(row["talk_sec"] or 0) - int(row["dead_sec"] or 0))
