"""Moves a lead from the archive back to the live leads.

Source: spec/lead_dearchive.md
"""

from __future__ import annotations

from nonagent.database import Row, identifier
from nonagent.legacy.call import Call
from nonagent.legacy.gates import STANDARD, permission
from nonagent.legacy.parameters import size
from nonagent.legacy.registry import function
from nonagent.rules import allowed_campaigns
from nonagent.rules.lead_table import ARCHIVE, LIVE

LONGEST_LEAD_ID = 11


@function(
    "lead_dearchive",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO MODIFY LEAD INFO", level=8,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "1"})),
)  # fmt: skip
def lead_dearchive(call: Call) -> None:
    params, lead_id = call.params, call.params.lead_id
    if not lead_id or size(lead_id) > LONGEST_LEAD_ID:
        raise call.failure("INVALID SEARCH PARAMETERS", lead_id)
    lead = _find_archived(call)
    if lead is None:
        raise call.failure("ARCHIVED LEAD NOT FOUND", lead_id, params.stage, params.search_location)
    if lead["is_live"] == "1":
        raise call.failure("NON-ARCHIVED LEAD FOUND", lead_id, lead["list_id"])
    inserted = _copy(call)
    if not inserted:
        raise call.failure("LEAD INSERT FAILED", lead_id, lead["list_id"])
    deleted = call.db.run("DELETE FROM vicidial_list_archive WHERE lead_id = %s", lead_id)
    shown = f"{call.user.name}|{lead_id}|{inserted}|{deleted}"
    call.success("lead_dearchive LEAD DE-ARCHIVED", shown, separator=": ")


def _find_archived(call: Call) -> Row | None:
    """The archived lead's list, and whether a live lead has its id; None unless the user's campaigns allow it."""
    if not call.database.columns(call.db, ARCHIVE):
        return None
    # legacy: always limits, whatever api_list_restrict says. safer: also a group whose campaigns have no list.
    in_campaigns, campaigns = allowed_campaigns.condition(call.group, "list.campaign_id")
    return call.db.one(
        f"""
        SELECT archived.list_id, live.lead_id IS NOT NULL AS is_live
        FROM vicidial_list_archive AS archived
        LEFT JOIN vicidial_list AS live ON live.lead_id = archived.lead_id
        LEFT JOIN vicidial_lists AS list ON list.list_id = archived.list_id
        WHERE archived.lead_id = %s AND {in_campaigns}
        """,  # noqa: S608
        call.params.lead_id, *campaigns,
    )  # fmt: skip


def _copy(call: Call) -> int:
    """Copy the archived row, column by column. Returns: how many rows that made, 0 when it cannot be copied whole."""
    archived, live = (call.database.columns(call.db, table) for table in (ARCHIVE, LIVE))
    if not archived <= live:
        return 0
    names = ", ".join(identifier(column, live) for column in sorted(archived))
    # IGNORE: another request may have brought the lead back in the meantime; then nothing is deleted here.
    return call.db.run(
        f"INSERT IGNORE INTO vicidial_list ({names}) "  # noqa: S608
        f"SELECT {names} FROM vicidial_list_archive WHERE lead_id = %s",
        call.params.lead_id,
    )
