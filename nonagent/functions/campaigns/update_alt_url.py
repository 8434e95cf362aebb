"""Adds, changes or lists the alternate URLs of a campaign, in-group or list.

Source: spec/update_alt_url.md
"""

from __future__ import annotations

from dataclasses import dataclass

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
    Field("active", "ACTIVE MUST BE Y OR N", among("Y", "N"), "active"),
    Field("url_address", "URL ADDRESS IS NOT VALID", sized(5, 65000), "url_address", blank=BLANK),
    Field("url_rank", "URL RANK IS NOT VALID", sized(1, 5), "url_rank"),
    Field("url_call_length", "URL CAL LENGTH IS NOT VALID", sized(1, 5), "url_call_length"),
    Field("url_statuses", "URL STATUSES IS NOT VALID", sized(1, 1000), "url_statuses"),
    Field("url_description", "URL DESCRIPTION IS NOT VALID", sized(1, 255), "url_description", blank=BLANK),
    Field("url_lists", "URL LISTS IS NOT VALID", sized(1, 1000), "url_lists", blank=BLANK),
)


@dataclass(frozen=True)
class Section:
    """What an alternate URL can belong to: its table, its key, and the setting that must be ALT for each url_type."""

    name: str
    table: str
    key: str
    settings: dict[str, str]


SECTIONS = {
    "campaign": Section(
        "CAMPAIGNS", "vicidial_campaigns", "campaign_id",
        {"dispo": "dispo_call_url", "start": "start_call_url", "noagent": "na_call_url"},
    ),
    "ingroup": Section(
        "INGROUPS", "vicidial_inbound_groups", "group_id",
        {"dispo": "dispo_call_url", "start": "start_call_url", "noagent": "na_call_url", "addlead": "add_lead_url"},
    ),
    "list": Section("LISTS", "vicidial_lists", "list_id", {"noagent": "na_call_url"}),
}  # fmt: skip


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
def update_alt_url(call: Call[AnyParameters]) -> None:
    params = call.params
    campaign = params.campaign_id
    if not 2 <= size(campaign) <= 20:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{campaign}|{params.campaign_name}|{campaign}")
    # legacy: whatever the entry_type; an in-group or list needs a campaign of the same id.
    if not allowed_campaigns.exists(call.db, call.group, campaign):
        raise call.refusal("CAMPAIGN DOES NOT EXIST", campaign)
    if params.alt_url_id == "LIST":
        _list(call)
        return

    section = _section(call)
    _check_setting(call, section)
    is_new = params.alt_url_id == "NEW"
    url_id = "" if is_new else _entry_meant(call)
    given = changes(call, FIELDS)
    if not given:
        call.notice("update_alt_url NO UPDATES DEFINED", f"|{call.user.name}|", data="", separator=": ")
    elif is_new:
        _add(call, section, given)
    else:
        _update(call, section, url_id, given)


def _list(call: Call[AnyParameters]) -> None:
    params = call.params
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
        params.campaign_id, params.entry_type, params.url_type, LONGEST_LIST,
    )  # fmt: skip
    if not urls:
        call.print(f"NOTICE: update_alt_url LIST, No Records Found - {call.user.name}|{_target(call)}|0\n")
        call.log("SUCCESS", "update_alt_url ALT URL LIST DISPLAYED", f"{_target(call)}|0")
        return
    call.print(listing(urls, params.stage, params.header))
    last = urls[-1]
    stored = f"{last['url_type']}|{last['entry_type']}|{last['campaign_id']}"
    call.log("SUCCESS", "update_alt_url ALT URL LIST DISPLAYED", f"{stored}|{len(urls)}")


def _section(call: Call[AnyParameters]) -> Section:
    params = call.params
    section = SECTIONS.get(params.entry_type)
    # legacy: the texts end in a colon of their own, so that two follow each other.
    if section is None:
        raise call.refusal("NO ENTRY TYPE DEFINED:", f"{params.entry_type}|{params.campaign_id}")
    if params.url_type not in section.settings:
        raise call.refusal("NO VALID URL TYPE DEFINED:", _target(call))
    return section


def _check_setting(call: Call[AnyParameters], section: Section) -> None:
    setting = section.settings[call.params.url_type]
    found = call.db.one(
        f"SELECT 1 AS found FROM {section.table} WHERE {section.key} = %s AND {setting} = 'ALT'",  # noqa: S608
        call.params.campaign_id,
    )
    if not found:
        raise call.refusal(f"{section.name} {call.params.url_type} URL IS NOT SET TO ALT", _target(call))


def _entry_meant(call: Call[AnyParameters]) -> str:
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
        raise call.refusal("ALT URL ID DOES NOT EXIST", f"{params.alt_url_id}|{_target(call)}|2")
    # legacy: a wrong id means the only entry there is; with none the answer still says SUCCESS.
    return urls[0]["url_id"] if urls else ""


def _add(call: Call[AnyParameters], section: Section, given: dict[str, str]) -> None:
    params = call.params
    columns = {
        "campaign_id": params.campaign_id, "entry_type": params.entry_type, "url_type": params.url_type, **given,
    }  # fmt: skip
    insert = f"INSERT INTO vicidial_url_multi SET {assignments(columns)}"
    url_id = str(call.db.insert(insert, *columns.values()))
    _log_for_admins(call, section, "ADD", url_id, call.db.text(insert, *columns.values()))
    shown = f"NEW URL ID: {url_id}|{_target(call)}"
    call.success("update_alt_url ALT URL HAS BEEN ADDED", f"{call.user.name}|{shown}", data=shown)


def _update(call: Call[AnyParameters], section: Section, url_id: str, given: dict[str, str]) -> None:
    update = f"UPDATE vicidial_url_multi SET {assignments(given)} WHERE campaign_id = %s AND url_id = %s"  # noqa: S608
    values = (*given.values(), call.params.campaign_id, url_id)
    call.db.run(update, *values)
    _log_for_admins(call, section, "MODIFY", url_id, call.db.text(update, *values))
    shown = f"{url_id}|{_target(call)}"
    call.success("update_alt_url ALT URL HAS BEEN UPDATED", f"{call.user.name}|{shown}", data=shown)


def _target(call: Call[AnyParameters]) -> str:
    return f"{call.params.url_type}|{call.params.entry_type}|{call.params.campaign_id}"


def _log_for_admins(
    call: Call[AnyParameters], section: Section, event_type: str, url_id: str, statement: str
) -> None:
    params = call.params
    notes = (
        f"campaign: {params.campaign_id}|url_id: {url_id}|entry_type: {params.entry_type}|url_type:{params.url_type}"
    )
    code = "ADMIN API UPDATE ALT URL"
    admin_log.record(call.db, call.actor, section.name, event_type, params.campaign_id, code, notes, statement)
