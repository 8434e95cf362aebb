"""Adds, changes or lists the alternate URLs of a campaign, in-group or list.

Source: docs/functions/update_alt_url.md
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

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


@dataclass(frozen=True)
class Section:
    """What an alternate URL can belong to: its table, its key, and the setting that must be ALT for each url_type."""

    name: str
    table: Sql
    key: Sql
    settings: dict[str, Sql]


SECTIONS = {
    "campaign": Section(
        "CAMPAIGNS", Sql("vicidial_campaigns"), Sql("campaign_id"),
        {"dispo": Sql("dispo_call_url"), "start": Sql("start_call_url"), "noagent": Sql("na_call_url")},
    ),
    "ingroup": Section(
        "INGROUPS", Sql("vicidial_inbound_groups"), Sql("group_id"),
        {
            "dispo": Sql("dispo_call_url"), "start": Sql("start_call_url"), "noagent": Sql("na_call_url"),
            "addlead": Sql("add_lead_url"),
        },
    ),
    "list": Section("LISTS", Sql("vicidial_lists"), Sql("list_id"), {"noagent": Sql("na_call_url")}),
}  # fmt: skip


class Asked(ListingAsked):
    """What update_alt_url is asked with."""

    campaign_id = parameter("The campaign, in-group or list, by its id.", required=True, length=(2, 20))
    campaign_name = parameter("Shown in the answer to a call without a campaign_id.")
    entry_type = parameter("What the id is one of.", values=tuple(SECTIONS))
    url_type = parameter(
        "When the URL is called; `addlead` is for in-groups, and a list has `noagent` only.",
        values=tuple(SECTIONS["ingroup"].settings),
    )
    alt_url_id = parameter("`LIST` to list the URLs, `NEW` for a new one, or the id of the one to change.")
    active = parameter("Whether the URL is called.", values=("Y", "N"))
    url_address = parameter("The URL; `--BLANK--` for none.", length=(5, 65000))
    url_rank = parameter("Its place among the others.", length=(1, 5))
    url_call_length = parameter("How many seconds a call must last for it.", length=(1, 5))
    url_statuses = parameter("The statuses that it is called for.", length=(1, 1000))
    url_description = parameter("What it is; `--BLANK--` for nothing.", length=(1, 255))
    url_lists = parameter("The lists that it is called for; `--BLANK--` for all.", length=(1, 1000))


class Target(TypedDict):
    """What the URLs belong to, as the answers show it."""

    url_type: str
    entry_type: str
    campaign_id: str


FIELDS = (
    Field(Asked.active, "ACTIVE MUST BE Y OR N", "active"),
    Field(Asked.url_address, "URL ADDRESS IS NOT VALID", "url_address", blank=BLANK),
    Field(Asked.url_rank, "URL RANK IS NOT VALID", "url_rank"),
    Field(Asked.url_call_length, "URL CAL LENGTH IS NOT VALID", "url_call_length"),
    Field(Asked.url_statuses, "URL STATUSES IS NOT VALID", "url_statuses"),
    Field(Asked.url_description, "URL DESCRIPTION IS NOT VALID", "url_description", blank=BLANK),
    Field(Asked.url_lists, "URL LISTS IS NOT VALID", "url_lists", blank=BLANK),
)

# legacy: only the id of a new one has a label.
NEW = Form(" - {user}|NEW URL ID: {fields}", "NEW URL ID: {fields}")
DISPLAYED = "update_alt_url ALT URL LIST DISPLAYED"


@function(
    "update_alt_url",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE CAMPAIGNS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_campaigns": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_alt_url(call: Call[Asked]) -> None:
    params = call.params
    campaign = params.campaign_id
    if not params.are_complete():
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS",
            campaign_id=campaign, campaign_name=params.campaign_name, again=Unnamed(campaign),
        )  # fmt: skip
    # legacy: whatever the entry_type; an in-group or list needs a campaign of the same id.
    if not allowed_campaigns.exists(call.db, call.group, campaign):
        raise call.refusal("CAMPAIGN DOES NOT EXIST", campaign_id=campaign)
    if params.alt_url_id == "LIST":
        _list(call)
        return

    section = _section(call)
    _check_setting(call, section)
    is_new = params.alt_url_id == "NEW"
    url_id = "" if is_new else _entry_meant(call)
    given = changes(call, FIELDS)
    if not given:
        call.notice("NO UPDATES DEFINED", form=REFUSAL)
    elif is_new:
        _add(call, section, given)
    else:
        _update(call, section, url_id, given)


def _list(call: Call[Asked]) -> None:
    target = _target(call)
    urls = call.db.all(
        """
        SELECT
          url_id, campaign_id, entry_type, active, url_type, url_rank, url_statuses, url_description, url_lists,
          url_call_length, url_address
        FROM vicidial_url_multi
        WHERE campaign_id = %s AND entry_type = %s AND url_type = %s
        ORDER BY url_id
        LIMIT %s
        """,
        target["campaign_id"], target["entry_type"], target["url_type"], LONGEST_LIST,
    )  # fmt: skip
    if not urls:
        reason = "update_alt_url LIST, No Records Found"
        call.show(Line("NOTICE", reason, call.user.name, {**target, "count": 0}))
        call.log("SUCCESS", DISPLAYED, *target.values(), 0)
        return
    call.show(listing(call, urls))
    last = urls[-1]
    call.log("SUCCESS", DISPLAYED, last["url_type"], last["entry_type"], last["campaign_id"], len(urls))


def _section(call: Call[Asked]) -> Section:
    params = call.params
    section = SECTIONS.get(params.entry_type)
    # legacy: the texts end in a colon of their own, so that two follow each other.
    if section is None:
        raise call.refusal("NO ENTRY TYPE DEFINED:", entry_type=params.entry_type, campaign_id=params.campaign_id)
    if params.url_type not in section.settings:
        raise call.refusal("NO VALID URL TYPE DEFINED:", **_target(call))
    return section


def _check_setting(call: Call[Asked], section: Section) -> None:
    params = call.params
    found = call.db.one(
        "SELECT 1 AS found FROM %s WHERE %s = %s AND %s = 'ALT'",
        section.table, section.key, params.campaign_id, section.settings[params.url_type],
    )  # fmt: skip
    if not found:
        raise call.refusal(f"{section.name} {params.url_type} URL IS NOT SET TO ALT", **_target(call))


def _entry_meant(call: Call[Asked]) -> str:
    """The entry's id as sent where there is such an entry, else the id of the only one there is, else blank."""
    params = call.params
    urls = call.db.all(
        """
        SELECT url_id, url_id = %s AS is_meant
        FROM vicidial_url_multi
        WHERE campaign_id = %s AND entry_type = %s AND url_type = %s
        ORDER BY is_meant DESC
        LIMIT 2
        """,
        params.alt_url_id, params.campaign_id, params.entry_type, params.url_type,
    )  # fmt: skip
    if urls and urls[0]["is_meant"] == "1":
        return params.alt_url_id
    if len(urls) > 1:
        raise call.refusal("ALT URL ID DOES NOT EXIST", alt_url_id=params.alt_url_id, **_target(call), count=2)
    # legacy: a wrong id means the only entry there is; with none the answer still says SUCCESS.
    return urls[0]["url_id"] if urls else ""


def _add(call: Call[Asked], section: Section, given: dict[str, str]) -> None:
    target = _target(call)
    columns = {
        "campaign_id": target["campaign_id"], "entry_type": target["entry_type"], "url_type": target["url_type"],
        **given,
    }  # fmt: skip
    insert = Sql("INSERT INTO vicidial_url_multi SET %s", assigned(columns))
    url_id = str(call.db.insert(insert))
    _log_for_admins(call, section, "ADD", url_id, insert)
    call.success("ALT URL HAS BEEN ADDED", form=NEW, url_id=url_id, **target)


def _update(call: Call[Asked], section: Section, url_id: str, given: dict[str, str]) -> None:
    update = Sql(
        "UPDATE vicidial_url_multi SET %s WHERE campaign_id = %s AND url_id = %s",
        assigned(given), call.params.campaign_id, url_id,
    )  # fmt: skip
    call.db.run(update)
    _log_for_admins(call, section, "MODIFY", url_id, update)
    call.success("ALT URL HAS BEEN UPDATED", url_id=url_id, **_target(call))


def _target(call: Call[Asked]) -> Target:
    params = call.params
    return {"url_type": params.url_type, "entry_type": params.entry_type, "campaign_id": params.campaign_id}


def _log_for_admins(call: Call[Asked], section: Section, event_type: str, url_id: str, change: Sql) -> None:
    params = call.params
    notes = (
        f"campaign: {params.campaign_id}|url_id: {url_id}|entry_type: {params.entry_type}|url_type:{params.url_type}"
    )
    code = "ADMIN API UPDATE ALT URL"
    admin_log.record(call.db, call.actor, section.name, event_type, params.campaign_id, code, notes, change)
