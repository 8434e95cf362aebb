"""Shows, adds, changes or deletes entries of a CID group or of a campaign's areacode CIDs.

Source: spec/update_cid_group_entry.md
"""

from __future__ import annotations

from nonagent.api.answers import Stop
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row, assignments
from nonagent.rules import admin_log
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.user_groups import named_condition

ALL = "---ALL---"

#: the entries meant: of a group, and of one areacode and one CID unless all are
SELECTED = "campaign_id = %s AND %s IN ('---ALL---', areacode) AND %s IN ('---ALL---', '', outbound_cid)"


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
def update_cid_group_entry(call: Call[AnyParameters]) -> None:
    group, areacode, stage = call.params.cid_group_id, call.params.areacode, call.params.stage
    if not (1 <= size(group) <= 20 and 3 <= size(stage) <= 6 and 1 <= size(areacode) <= 9):
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{group}|{areacode}|{stage}")
    if not _exists(call):
        raise call.refusal("CID GROUP DOES NOT EXIST", group)

    if stage == "INFO":
        _show(call)
    elif stage == "ADD":
        _add(call)
    elif stage == "DELETE":
        _delete(call)
    elif stage == "UPDATE":
        _update(call)
    # legacy: any other stage gets an empty answer, and no row in the API log.


def _exists(call: Call[AnyParameters]) -> bool:
    """Whether the id is a CID group the user may look at, or a campaign the user may use."""
    group = call.params.cid_group_id
    visible, user_groups = named_condition(call.group)
    allowed, campaigns = allowed_campaigns.condition(call.group)
    found = call.db.scalar(
        f"""
        SELECT
          EXISTS (SELECT 1 FROM vicidial_cid_groups WHERE cid_group_id = %s AND {visible})
          OR EXISTS (SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s AND {allowed})
        """,  # noqa: S608
        group, *user_groups, group, *campaigns,
    )  # fmt: skip
    return found == "1"


def _show(call: Call[AnyParameters]) -> None:
    entries = _entries(call)
    shown = f"{_asked(call)}|{len(entries)}"
    call.success("update_cid_group_entry CID GROUP INFO AS FOLLOWS", shown, separator=" ")
    call.print(_lines(entries))


def _add(call: Call[AnyParameters]) -> None:
    group, areacode, cid = call.params.cid_group_id, call.params.areacode, call.params.outbound_cid
    if areacode == ALL:
        raise call.refusal("YOU MUST DEFINE AN AREACODE WHEN ADDING AND ENTRY", f"{group}|{areacode}")
    if size(cid) < 4:
        raise call.refusal("YOU MUST DEFINE A CID NUMBER WHEN ADDING AND ENTRY", f"{group}|{cid}")
    active = "Y" if call.params.active == "Y" else ""

    # safer: the unique key says whether it exists, also once the columns have cut the values, and to two at once.
    insert = """
        INSERT IGNORE INTO vicidial_campaign_cid_areacodes
          (campaign_id, areacode, outbound_cid, active, cid_description)
        VALUES (%s, %s, %s, %s, %s)
        """
    values = (group, areacode, cid, active, call.params.cid_description)
    if not call.db.run(insert, *values):
        raise call.refusal("THIS CID GROUP ENTRY ALREADY EXISTS", _asked(call))
    notes = f"areacode: {areacode} outbound_cid: {cid} active: {active} inserted: 1"
    _log_for_admins(call, "ADD", "ADMIN API ADD CID", notes, call.db.text(insert, *values))
    _succeed(call, "CID GROUP ENTRY HAS BEEN ADDED", 1)


def _delete(call: Call[AnyParameters]) -> None:
    entries = _entries(call)
    delete = f"DELETE FROM vicidial_campaign_cid_areacodes WHERE {SELECTED}"  # noqa: S608
    deleted = call.db.run(delete, *_selection(call))
    if not deleted:
        # Another request has deleted them since they were found.
        raise _none(call)
    notes = f"{_notes(call)} deleted: {deleted}\n{_lines(entries)}"
    _log_for_admins(call, "DELETE", "ADMIN API DELETE CID", notes, call.db.text(delete, *_selection(call)))
    _succeed(call, "CID GROUP ENTRIES HAVE BEEN DELETED", deleted)


def _update(call: Call[AnyParameters]) -> None:
    before = _entries(call)
    given = _given(call)
    update = f"UPDATE vicidial_campaign_cid_areacodes SET {assignments(given)} WHERE {SELECTED}"  # noqa: S608
    values = (*given.values(), *_selection(call))
    modified = call.db.run(update, *values)
    notes = f"{_notes(call)} modified: {modified}\n{_lines(before)}"
    _log_for_admins(call, "MODIFY", "ADMIN API MODIFY CID", notes, call.db.text(update, *values))
    _succeed(call, "CID GROUP ENTRIES HAVE BEEN UPDATED", modified)


def _given(call: Call[AnyParameters]) -> dict[str, str]:
    active, description = call.params.active, call.params.cid_description
    given = {}
    if active in ("Y", "N"):
        # legacy: an entry that is off is stored as blank.
        given["active"] = "Y" if active == "Y" else ""
    if description:
        given["cid_description"] = description
    if not given:
        raise call.refusal("NO UPDATES WERE DEFINED", f"{_asked(call)}|{active}|{description}")
    return given


def _entries(call: Call[AnyParameters]) -> list[Row]:
    entries = call.db.all(
        f"""
        SELECT areacode, outbound_cid, active, cid_description, call_count_today
        FROM vicidial_campaign_cid_areacodes
        WHERE {SELECTED}
        ORDER BY areacode, outbound_cid
        """,  # noqa: S608
        *_selection(call),
    )
    if not entries:
        raise _none(call)
    return entries


def _none(call: Call[AnyParameters]) -> Stop:
    return call.refusal("THIS CID GROUP HAS NO ENTRIES", call.params.cid_group_id)


def _selection(call: Call[AnyParameters]) -> tuple[str, str, str]:
    return call.params.cid_group_id, call.params.areacode, call.params.outbound_cid


def _asked(call: Call[AnyParameters]) -> str:
    return "|".join(_selection(call))


def _lines(entries: list[Row]) -> str:
    rows = (entry | {"active": entry["active"] or "N"} for entry in entries)
    return "".join("|".join((str(number), *row.values())) + "\n" for number, row in enumerate(rows, 1))


def _notes(call: Call[AnyParameters]) -> str:
    return f"areacode: {call.params.areacode} outbound_cid: {call.params.outbound_cid}"


def _log_for_admins(call: Call[AnyParameters], event_type: str, code: str, notes: str, statement: str) -> None:
    admin_log.record(call.db, call.actor, "CIDGROUPS", event_type, call.params.cid_group_id, code, notes, statement)


def _succeed(call: Call[AnyParameters], reason: str, count: int) -> None:
    shown = f"{_asked(call)}|{count}"
    call.success(f"update_cid_group_entry {reason}", f"{call.user.name}|{shown}", data=shown)
