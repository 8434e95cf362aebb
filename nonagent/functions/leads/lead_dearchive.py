"""Moves a lead from the archive back to the live leads.

Source: docs/functions/lead_dearchive.md
"""

from __future__ import annotations

from nonagent.api.answers import FAILURE
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Sql, identifiers
from nonagent.rules.leads.leads import ARCHIVE, LIVE, archive_may_be_missing
from nonagent.rules.people import allowed_campaigns


class Asked(Parameters):
    """What lead_dearchive is asked with."""

    lead_id = parameter("The lead.", required=True, length=(1, 11))
    stage = parameter("Only shown where there is no such lead.")
    search_location = parameter("Only shown where there is no such lead.")


@function(
    "lead_dearchive",
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO MODIFY LEAD INFO", level=8,
                                 columns={"vdc_agent_api_access": "1", "modify_leads": "1"})),
)  # fmt: skip
def lead_dearchive(call: Call[Asked]) -> None:
    params, lead_id = call.params, call.params.lead_id
    if not params.are_complete():
        raise call.failure("INVALID SEARCH PARAMETERS", lead_id=lead_id)
    lead = _find_archived(call)
    if lead is None:
        raise call.failure(
            "ARCHIVED LEAD NOT FOUND",
            lead_id=lead_id, stage=params.stage, search_location=params.search_location,
        )  # fmt: skip
    if lead["is_live"] == "1":
        raise call.failure("NON-ARCHIVED LEAD FOUND", lead_id=lead_id, list_id=lead["list_id"])
    inserted = _copy(call)
    if not inserted:
        raise call.failure("LEAD INSERT FAILED", lead_id=lead_id, list_id=lead["list_id"])
    deleted = call.db.run("DELETE FROM vicidial_list_archive WHERE lead_id = %s", lead_id)
    # legacy: laid out as its errors are.
    call.success("LEAD DE-ARCHIVED", form=FAILURE, lead_id=lead_id, inserted=inserted, deleted=deleted)


def _find_archived(call: Call[Asked]) -> Row | None:
    """The archived lead's list, and whether a live lead has its id; None unless the user's campaigns allow it."""
    # legacy: limits every user, whatever api_list_restrict says. safer: also where the campaigns have no list at all.
    with archive_may_be_missing(ARCHIVE):
        return call.db.one(
            """
            SELECT archived.list_id, live.lead_id IS NOT NULL AS is_live
            FROM vicidial_list_archive AS archived
            LEFT JOIN vicidial_list AS live ON live.lead_id = archived.lead_id
            LEFT JOIN vicidial_lists AS list ON list.list_id = archived.list_id
            WHERE archived.lead_id = %s AND %s
            """,
            call.params.lead_id, allowed_campaigns.allowed(call.group, Sql("list.campaign_id")),
        )  # fmt: skip
    return None


def _copy(call: Call[Asked]) -> int:
    """Copy the archived row, column by column. Returns: how many rows that made, 0 when it cannot be copied whole."""
    columns: dict[str, set[str]] = {ARCHIVE: set(), LIVE: set()}
    # Asked each time: what a column added since is not copied would be lost with the archived row.
    for row in call.db.all(
        """
        SELECT table_name AS `table`, column_name AS name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name IN (%s, %s)
        """,
        ARCHIVE, LIVE,
    ):  # fmt: skip
        columns[row["table"]].add(row["name"])
    if not columns[ARCHIVE] or columns[ARCHIVE] - columns[LIVE]:
        return 0
    names = identifiers(sorted(columns[ARCHIVE]), columns[LIVE])
    # IGNORE: another request may have brought the lead back in the meantime; then nothing is deleted here.
    return call.db.run(
        "INSERT IGNORE INTO vicidial_list (%s) SELECT %s FROM vicidial_list_archive WHERE lead_id = %s",
        names, names, call.params.lead_id,
    )  # fmt: skip
