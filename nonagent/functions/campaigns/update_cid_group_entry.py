"""Shows, adds, changes or deletes entries of a CID group or of a campaign's areacode CIDs.

Source: docs/functions/update_cid_group_entry.md
"""

from __future__ import annotations

from typing import TypedDict

from nonagent.api import text
from nonagent.api.answers import Form, Rows, Stop
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter, size
from nonagent.api.registry import function
from nonagent.database import Row, Sql, assigned
from nonagent.rules import admin_log
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.user_groups import named

ALL = "---ALL---"
SHORTEST_NEW_CID = 4
COLUMNS = ("number", "areacode", "outbound_cid", "active", "cid_description", "call_count_today")

# legacy: without the hyphen and the user of other answers.
FIELDS_BEHIND_REASON = Form(" {fields}")


class Asked(Parameters):
    """What update_cid_group_entry is asked with."""

    cid_group_id = parameter("The CID group, or the campaign, of the entries.", required=True, length=(1, 20))
    areacode = parameter(
        "The areacode or state of the entries; `---ALL---` for all, but not for ADD.", required=True, length=(1, 9)
    )
    stage = parameter(
        "What to do with them.", required=True, length=(3, 6), values=("INFO", "ADD", "DELETE", "UPDATE")
    )
    outbound_cid = parameter("The number of the entries; blank or `---ALL---` for all, but not for ADD.")
    active = parameter("Whether calls are made with it.", values=("Y", "N"))
    cid_description = parameter("What it is.")


class Selection(TypedDict):
    """The entries meant, as the answers show them."""

    cid_group_id: str
    areacode: str
    outbound_cid: str


@function(
    "update_cid_group_entry",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE CID GROUPS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_campaigns": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_cid_group_entry(call: Call[Asked]) -> None:
    params = call.params
    group, stage = params.cid_group_id, params.stage
    if not params.are_complete():
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS", cid_group_id=group, areacode=params.areacode, stage=stage
        )
    if not _exists(call):
        raise call.refusal("CID GROUP DOES NOT EXIST", cid_group_id=group)

    if stage == "INFO":
        _show(call)
    elif stage == "ADD":
        _add(call)
    elif stage == "DELETE":
        _delete(call)
    elif stage == "UPDATE":
        _update(call)
    # legacy: any other stage gets an empty answer, and no row in the API log.


def _exists(call: Call[Asked]) -> bool:
    """Whether the id is a CID group the user may look at, or a campaign the user may use."""
    group = call.params.cid_group_id
    found = call.db.scalar(
        """
        SELECT
          EXISTS (SELECT 1 FROM vicidial_cid_groups WHERE cid_group_id = %s AND %s)
          OR EXISTS (SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s AND %s)
        """,
        group, named(call.group), group, allowed_campaigns.allowed(call.group),
    )  # fmt: skip
    return found == "1"


def _show(call: Call[Asked]) -> None:
    entries = _entries(call)
    call.success("CID GROUP INFO AS FOLLOWS", form=FIELDS_BEHIND_REASON, **_selection(call), count=len(entries))
    call.show(_numbered(entries))


def _add(call: Call[Asked]) -> None:
    params = call.params
    group, areacode, cid = params.cid_group_id, params.areacode, params.outbound_cid
    if areacode == ALL:
        raise call.refusal("YOU MUST DEFINE AN AREACODE WHEN ADDING AND ENTRY", cid_group_id=group, areacode=areacode)
    if size(cid) < SHORTEST_NEW_CID:
        raise call.refusal("YOU MUST DEFINE A CID NUMBER WHEN ADDING AND ENTRY", cid_group_id=group, outbound_cid=cid)
    active = "Y" if params.active == "Y" else ""

    # safer: the unique key says whether it exists, also once the columns have cut the values, and to two at once.
    insert = Sql(
        """
        INSERT IGNORE INTO vicidial_campaign_cid_areacodes
          (campaign_id, areacode, outbound_cid, active, cid_description)
        VALUES (%s, %s, %s, %s, %s)
        """,
        group, areacode, cid, active, params.cid_description,
    )  # fmt: skip
    if not call.db.run(insert):
        raise call.refusal("THIS CID GROUP ENTRY ALREADY EXISTS", **_selection(call))
    notes = f"areacode: {areacode} outbound_cid: {cid} active: {active} inserted: 1"
    _log_for_admins(call, "ADD", "ADMIN API ADD CID", notes, insert)
    call.success("CID GROUP ENTRY HAS BEEN ADDED", **_selection(call), count=1)


def _delete(call: Call[Asked]) -> None:
    entries = _entries(call)
    delete = Sql("DELETE FROM vicidial_campaign_cid_areacodes WHERE %s", _selected(call))
    deleted = call.db.run(delete)
    if not deleted:
        # Another request has deleted them since they were found.
        raise _none(call)
    notes = f"{_notes(call)} deleted: {deleted}\n{text.of(_numbered(entries))}"
    _log_for_admins(call, "DELETE", "ADMIN API DELETE CID", notes, delete)
    call.success("CID GROUP ENTRIES HAVE BEEN DELETED", **_selection(call), count=deleted)


def _update(call: Call[Asked]) -> None:
    before = _entries(call)
    update = Sql("UPDATE vicidial_campaign_cid_areacodes SET %s WHERE %s", assigned(_given(call)), _selected(call))
    modified = call.db.run(update)
    notes = f"{_notes(call)} modified: {modified}\n{text.of(_numbered(before))}"
    _log_for_admins(call, "MODIFY", "ADMIN API MODIFY CID", notes, update)
    call.success("CID GROUP ENTRIES HAVE BEEN UPDATED", **_selection(call), count=modified)


def _given(call: Call[Asked]) -> dict[str, str]:
    active, description = call.params.active, call.params.cid_description
    given = {}
    if Asked.active.accepts(active):
        # legacy: an entry that is off is stored as blank.
        given["active"] = "Y" if active == "Y" else ""
    if description:
        given["cid_description"] = description
    if not given:
        raise call.refusal("NO UPDATES WERE DEFINED", **_selection(call), active=active, cid_description=description)
    return given


def _entries(call: Call[Asked]) -> list[Row]:
    entries = call.db.all(
        """
        SELECT areacode, outbound_cid, active, cid_description, call_count_today
        FROM vicidial_campaign_cid_areacodes
        WHERE %s
        ORDER BY areacode, outbound_cid
        """,
        _selected(call),
    )
    if not entries:
        raise _none(call)
    return entries


def _none(call: Call[Asked]) -> Stop:
    return call.refusal("THIS CID GROUP HAS NO ENTRIES", cid_group_id=call.params.cid_group_id)


def _selected(call: Call[Asked]) -> Sql:
    """The entries meant, as a condition: of a group, and of one areacode and one CID unless all are."""
    params = call.params
    return Sql(
        "campaign_id = %s AND %s IN ('---ALL---', areacode) AND %s IN ('---ALL---', '', outbound_cid)",
        params.cid_group_id, params.areacode, params.outbound_cid,
    )  # fmt: skip


def _selection(call: Call[Asked]) -> Selection:
    params = call.params
    return {
        "cid_group_id": params.cid_group_id, "areacode": params.areacode, "outbound_cid": params.outbound_cid,
    }  # fmt: skip


def _numbered(entries: list[Row]) -> Rows:
    rows = (entry | {"active": entry["active"] or "N"} for entry in entries)
    return Rows(COLUMNS, [(number, *row.values()) for number, row in enumerate(rows, 1)])


def _notes(call: Call[Asked]) -> str:
    return f"areacode: {call.params.areacode} outbound_cid: {call.params.outbound_cid}"


def _log_for_admins(call: Call[Asked], event_type: str, code: str, notes: str, change: Sql) -> None:
    admin_log.record(call.db, call.actor, "CIDGROUPS", event_type, call.params.cid_group_id, code, notes, change)
