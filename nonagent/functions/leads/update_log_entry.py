"""Sets the status of one outbound or inbound call record.

Source: spec/update_log_entry.md
"""

from __future__ import annotations

import re

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row

#: how many characters at the end of a call id are the lead id
LEAD_ID_CHARACTERS = 10


@function(
    "update_log_entry",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO UPDATE LOGS", level=8,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "1234"})),
)  # fmt: skip
def update_log_entry(call: Call[AnyParameters]) -> None:
    group, call_id, status = call.params.group, call.params.call_id, call.params.status
    given = (group, call_id, status)
    # legacy: refuses only what is long throughout; callers with short ids depend on getting through.
    if size(group) >= 2 and size(call_id) >= 8 and size(status) >= 8:
        raise call.failure("INVALID SEARCH PARAMETERS", *given)
    known = _known_as(call, group)
    if not known:
        raise call.failure("GROUP NOT FOUND", group)
    record = _find_record(call, known, group, call_id)
    if record is None:
        raise call.failure("NO RECORDS FOUND", *given)
    if not _set_status(call, known, record["id"], group, status):
        raise call.failure("NO RECORDS UPDATED", *given, record["status"], record["id"])
    shown = "|".join([call.user.name, *given, record["status"], record["id"], ""])
    call.success("update_log_entry RECORD HAS BEEN UPDATED", f"{call.user.name}|{shown}", data=shown)


def _known_as(call: Call[AnyParameters], group: str) -> str:
    """`inbound` for an in-group, `outbound` for a campaign, blank for neither."""
    return call.db.scalar(
        """
        SELECT CASE
            WHEN EXISTS (SELECT 1 FROM vicidial_inbound_groups WHERE group_id = %s) THEN 'inbound'
            WHEN EXISTS (SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s) THEN 'outbound'
            ELSE ''
        END
        """,
        group, group,
    )  # fmt: skip


def _find_record(call: Call[AnyParameters], known: str, group: str, call_id: str) -> Row | None:
    """The newest record of the call's lead: its id and its status."""
    lead_id = call_id[-LEAD_ID_CHARACTERS:]
    # safer: only a whole number names a lead; the original takes the digits that it finds in front.
    if not re.fullmatch("[0-9]+", lead_id):
        return None
    if known == "inbound":
        return call.db.one(
            """
            SELECT closecallid AS id, status FROM vicidial_closer_log
            WHERE campaign_id = %s AND lead_id = %s
            ORDER BY closecallid DESC
            LIMIT 1
            """,
            group, lead_id,
        )  # fmt: skip
    return call.db.one(
        """
        SELECT uniqueid AS id, status FROM vicidial_log
        WHERE campaign_id = %s AND lead_id = %s
        ORDER BY call_date DESC
        LIMIT 1
        """,
        group, lead_id,
    )  # fmt: skip


def _set_status(call: Call[AnyParameters], known: str, record_id: str, group: str, status: str) -> bool:
    """Write the status. Returns: whether that changed it."""
    if known == "inbound":
        changed = call.db.run(
            "UPDATE vicidial_closer_log SET status = %s WHERE closecallid = %s",
            status, record_id,
        )  # fmt: skip
    else:
        changed = call.db.run(
            "UPDATE vicidial_log SET status = %s WHERE uniqueid = %s AND campaign_id = %s",
            status, record_id, group,
        )  # fmt: skip
    return changed > 0
