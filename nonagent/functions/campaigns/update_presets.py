"""Adds, changes, deletes or lists the transfer presets of a campaign.

Source: spec/update_presets.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import changes
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import assignments
from nonagent.rules import admin_log
from nonagent.rules.lists.listings import listing
from nonagent.rules.optional_fields import Field, among, sized
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.words import BLANK

LONGEST_LIST = 1000

FIELDS = (
    Field("preset_hide_number", "PRESET HIDE NUMBER MUST BE Y OR N", among("Y", "N"), "preset_hide_number"),
    Field("preset_number", "PRESET NUMBER IS NOT VALID", sized(1, 50), "preset_number"),
    Field("preset_dtmf", "PRESET DTMF IS NOT VALID", sized(1, 50), "preset_dtmf", blank=BLANK),
)


@function(
    "update_presets",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE CAMPAIGNS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_campaigns": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_presets(call: Call[AnyParameters]) -> None:
    params = call.params
    campaign, action = params.campaign_id, params.action
    if not 2 <= size(campaign) <= 8:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{campaign}|{params.campaign_name}|{campaign}")
    if not allowed_campaigns.exists(call.db, call.group, campaign):
        raise call.refusal("CAMPAIGN DOES NOT EXIST", campaign)
    if action == "LIST":
        _list(call)
        return

    name = params.preset_name if action == "NEW" else _preset_meant(call)
    given = changes(call, FIELDS)
    if action == "DELETE":
        _delete(call, name)
    elif not given:
        call.notice("update_presets NO UPDATES DEFINED", f"|{call.user.name}|", data="", separator=": ")
    elif action == "NEW":
        _add(call, name, given)
    else:
        _update(call, name, given)


def _list(call: Call[AnyParameters]) -> None:
    campaign = call.params.campaign_id
    presets = call.db.all(
        """
        SELECT preset_name, campaign_id, preset_number, preset_hide_number, preset_dtmf
        FROM vicidial_xfer_presets
        WHERE campaign_id = %s
        ORDER BY preset_name
        LIMIT %s
        """,
        campaign, LONGEST_LIST,
    )  # fmt: skip
    if not presets:
        call.print(f"NOTICE: update_presets LIST, No Records Found - {call.user.name}|{campaign}|0\n")
        call.log("SUCCESS", "update_presets PRESET LIST DISPLAYED", f"{campaign}|0")
        return

    call.print(listing(presets, call.params.stage, call.params.header))
    call.log("SUCCESS", "update_presets PRESET LIST DISPLAYED", f"{presets[-1]['campaign_id']}|{len(presets)}")


def _preset_meant(call: Call[AnyParameters]) -> str:
    """The preset's name as sent where the campaign has it, else the name of its only one, else blank."""
    name, campaign = call.params.preset_name, call.params.campaign_id
    presets = call.db.all(
        """
        SELECT preset_name, preset_name = %s AS is_named
        FROM vicidial_xfer_presets
        WHERE campaign_id = %s
        ORDER BY is_named DESC
        LIMIT 2
        """,
        name, campaign,
    )  # fmt: skip
    if presets and presets[0]["is_named"] == "1":
        return name
    if len(presets) > 1:
        raise call.refusal("PRESET NAME DOES NOT EXIST", f"{name}|{campaign}|2")
    # legacy: a wrong name means the only preset there is; with none the answers still say SUCCESS.
    return presets[0]["preset_name"] if presets else ""


def _delete(call: Call[AnyParameters], name: str) -> None:
    campaign = call.params.campaign_id
    delete = "DELETE FROM vicidial_xfer_presets WHERE campaign_id = %s AND preset_name = %s"
    # legacy: a preset without a name is the one that a campaign without presets has. Of several requests at once that
    # find another one deletes it.
    if not call.db.run(delete, campaign, name) and name:
        raise call.refusal("PRESET NAME DOES NOT EXIST", f"{name}|{campaign}|0")
    _log_for_admins(call, "DELETE", "ADMIN API DELETE PRESET", name, call.db.text(delete, campaign, name))
    shown = f"{name}|{campaign}"
    call.success("update_presets PRESET HAS BEEN DELETED", f"{call.user.name}|{shown}", data=shown)


def _add(call: Call[AnyParameters], name: str, given: dict[str, str]) -> None:
    campaign = call.params.campaign_id
    # preset_number has no default in the table.
    columns = {"campaign_id": campaign, "preset_name": name, "preset_number": "", **given}
    insert = f"INSERT INTO vicidial_xfer_presets SET {assignments(columns)}"
    call.db.run(insert, *columns.values())
    _log_for_admins(call, "ADD", "ADMIN API UPDATE PRESET", name, call.db.text(insert, *columns.values()))
    shown = f"NEW PRESET: {name}|{campaign}"
    call.success("update_presets PRESET HAS BEEN ADDED", f"{call.user.name}|{shown}", data=shown)


def _update(call: Call[AnyParameters], name: str, given: dict[str, str]) -> None:
    campaign = call.params.campaign_id
    update = f"""
        UPDATE vicidial_xfer_presets SET {assignments(given)}
        WHERE campaign_id = %s AND preset_name = %s
        """  # noqa: S608
    values = (*given.values(), campaign, name)
    call.db.run(update, *values)
    _log_for_admins(call, "MODIFY", "ADMIN API UPDATE PRESET", name, call.db.text(update, *values))
    shown = f"{name}|{campaign}"
    call.success("update_presets PRESET HAS BEEN UPDATED", f"{call.user.name}|{shown}", data=shown)


def _log_for_admins(call: Call[AnyParameters], event_type: str, code: str, name: str, statement: str) -> None:
    campaign = call.params.campaign_id
    # legacy: presets have no section of their own in the admin log.
    section = ""
    notes = f"campaign: {campaign}|preset_name: {name}"
    admin_log.record(call.db, call.actor, section, event_type, campaign, code, notes, statement)
