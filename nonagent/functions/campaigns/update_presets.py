"""Adds, changes, deletes or lists the transfer presets of a campaign.

Source: docs/functions/update_presets.md
"""

from __future__ import annotations

from nonagent.api.answers import REFUSAL, Form, Line, Unnamed
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.listings import ListingAsked, listing
from nonagent.api.optional_fields import OptionalField as Field
from nonagent.api.optional_fields import changes
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.database import Sql, assigned
from nonagent.rules import admin_log
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.words import BLANK

LONGEST_LIST = 1000


class Asked(ListingAsked):
    """What update_presets is asked with."""

    campaign_id = parameter("The campaign of the presets.", required=True, length=(2, 8))
    campaign_name = parameter("Shown in the answer to a call without a campaign_id.")
    action = parameter(
        "What to do: `LIST`, `NEW`, `DELETE`, anything else changes one.", values=("LIST", "NEW", "DELETE")
    )
    preset_name = parameter("The preset; the campaign's only one where it has none of that name.")
    preset_number = parameter("The number that a call is transferred to.", length=(1, 50))
    preset_dtmf = parameter("The tones that are sent then; `--BLANK--` for none.", length=(1, 50))
    preset_hide_number = parameter("Whether agents do not see the number.", values=("Y", "N"))


FIELDS = (
    Field(Asked.preset_hide_number, "PRESET HIDE NUMBER MUST BE Y OR N", "preset_hide_number"),
    Field(Asked.preset_number, "PRESET NUMBER IS NOT VALID", "preset_number"),
    Field(Asked.preset_dtmf, "PRESET DTMF IS NOT VALID", "preset_dtmf", blank=BLANK),
)

# legacy: only the name of a new one has a label.
NEW = Form(" - {user}|NEW PRESET: {fields}", "NEW PRESET: {fields}")
DISPLAYED = "update_presets PRESET LIST DISPLAYED"


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
def update_presets(call: Call[Asked]) -> None:
    params = call.params
    campaign, action = params.campaign_id, params.action
    if not params.are_complete():
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS",
            campaign_id=campaign, campaign_name=params.campaign_name, again=Unnamed(campaign),
        )  # fmt: skip
    if not allowed_campaigns.exists(call.db, call.group, campaign):
        raise call.refusal("CAMPAIGN DOES NOT EXIST", campaign_id=campaign)
    if action == "LIST":
        _list(call)
        return

    name = params.preset_name if action == "NEW" else _preset_meant(call)
    given = changes(call, FIELDS)
    if action == "DELETE":
        _delete(call, name)
    elif not given:
        call.notice("NO UPDATES DEFINED", form=REFUSAL)
    elif action == "NEW":
        _add(call, name, given)
    else:
        _update(call, name, given)


def _list(call: Call[Asked]) -> None:
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
        reason = "update_presets LIST, No Records Found"
        call.show(Line("NOTICE", reason, call.user.name, {"campaign_id": campaign, "count": 0}))
        call.log("SUCCESS", DISPLAYED, campaign, 0)
        return

    call.show(listing(call, presets))
    call.log("SUCCESS", DISPLAYED, presets[-1]["campaign_id"], len(presets))


def _preset_meant(call: Call[Asked]) -> str:
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
        raise call.refusal("PRESET NAME DOES NOT EXIST", preset_name=name, campaign_id=campaign, count=2)
    # legacy: a wrong name means the only preset there is; with none the answers still say SUCCESS.
    return presets[0]["preset_name"] if presets else ""


def _delete(call: Call[Asked], name: str) -> None:
    campaign = call.params.campaign_id
    delete = Sql("DELETE FROM vicidial_xfer_presets WHERE campaign_id = %s AND preset_name = %s", campaign, name)
    # legacy: a preset without a name is the one that a campaign without presets has. Of several requests at once that
    # find another one deletes it.
    if not call.db.run(delete) and name:
        raise call.refusal("PRESET NAME DOES NOT EXIST", preset_name=name, campaign_id=campaign, count=0)
    _log_for_admins(call, "DELETE", "ADMIN API DELETE PRESET", name, delete)
    call.success("PRESET HAS BEEN DELETED", preset_name=name, campaign_id=campaign)


def _add(call: Call[Asked], name: str, given: dict[str, str]) -> None:
    campaign = call.params.campaign_id
    # preset_number has no default in the table.
    columns = {"campaign_id": campaign, "preset_name": name, "preset_number": "", **given}
    insert = Sql("INSERT INTO vicidial_xfer_presets SET %s", assigned(columns))
    call.db.run(insert)
    _log_for_admins(call, "ADD", "ADMIN API UPDATE PRESET", name, insert)
    call.success("PRESET HAS BEEN ADDED", form=NEW, preset_name=name, campaign_id=campaign)


def _update(call: Call[Asked], name: str, given: dict[str, str]) -> None:
    campaign = call.params.campaign_id
    update = Sql(
        "UPDATE vicidial_xfer_presets SET %s WHERE campaign_id = %s AND preset_name = %s",
        assigned(given), campaign, name,
    )  # fmt: skip
    call.db.run(update)
    _log_for_admins(call, "MODIFY", "ADMIN API UPDATE PRESET", name, update)
    call.success("PRESET HAS BEEN UPDATED", preset_name=name, campaign_id=campaign)


def _log_for_admins(call: Call[Asked], event_type: str, code: str, name: str, change: Sql) -> None:
    campaign = call.params.campaign_id
    # legacy: presets have no section of their own in the admin log.
    section = ""
    notes = f"campaign: {campaign}|preset_name: {name}"
    admin_log.record(call.db, call.actor, section, event_type, campaign, code, notes, change)
