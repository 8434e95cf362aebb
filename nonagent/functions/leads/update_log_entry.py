"""Sets the status of one outbound or inbound call record.

Source: docs/functions/update_log_entry.md
"""

from __future__ import annotations

import re

from nonagent.api.answers import BLANK, Unnamed
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter, size
from nonagent.api.registry import function
from nonagent.database import Row

#: how many characters at the end of a call id are the lead id
LEAD_ID_CHARACTERS = 10
#: how long group, call id and status are together where the request is refused
REFUSED_GROUP, REFUSED_CALL_ID, REFUSED_STATUS = 2, 8, 8


class Asked(Parameters):
    """What update_log_entry is asked with."""

    group = parameter("The in-group or the campaign of the call.", required=True)
    call_id = parameter("The id of the call; its last ten digits are the lead.", required=True)
    status = parameter("The status to set; without it the status is emptied.")


@function(
    "update_log_entry",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO UPDATE LOGS", level=8,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "1234"})),
)  # fmt: skip
def update_log_entry(call: Call[Asked]) -> None:
    group, call_id, status = call.params.group, call.params.call_id, call.params.status
    given = {"group": group, "call_id": call_id, "status": status}
    # legacy: refuses only what is long throughout; callers with short ids depend on getting through.
    if size(group) >= REFUSED_GROUP and size(call_id) >= REFUSED_CALL_ID and size(status) >= REFUSED_STATUS:
        raise call.failure("INVALID SEARCH PARAMETERS", **given)
    known = _known_as(call, group)
    if not known:
        raise call.failure("GROUP NOT FOUND", group=group)
    record = _find_record(call, known, group, call_id)
    if record is None:
        raise call.failure("NO RECORDS FOUND", **given)
    record_id, old_status = record["id"], record["status"]
    if not _set_status(call, known, record_id, group, status):
        raise call.failure("NO RECORDS UPDATED", **given, old_status=old_status, record_id=record_id)
    # legacy: with the user twice; callers read the fields by their places.
    call.success(
        "RECORD HAS BEEN UPDATED",
        user=Unnamed(call.user.name), group=group, call_id=call_id, status=status, old_status=old_status,
        record_id=record_id, end=BLANK,
    )  # fmt: skip


def _known_as(call: Call, group: str) -> str:
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


def _find_record(call: Call, known: str, group: str, call_id: str) -> Row | None:
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


def _set_status(call: Call, known: str, record_id: str, group: str, status: str) -> bool:
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
