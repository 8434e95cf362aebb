"""Who may use which function: a level below is refused, and so is whoever lacks one of the permissions it asks for.

The table is docs/functions/NAME.md's "Permissions", written down a second time, so that the code cannot agree with
itself alone.
"""

from __future__ import annotations

import time

import pytest

from nonagent.api.registry import registered
from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

ACCESS = {"vdc_agent_api_access": "1"}
REPORTS = ACCESS | {"view_reports": "1"}
LEADS = ACCESS | {"modify_leads": "1234"}
LISTS = ACCESS | {"modify_lists": "1"}
CAMPAIGNS = ACCESS | {"modify_campaigns": "1"}
USERS = ACCESS | {"modify_users": "1"}
DIDS = ACCESS | {"modify_inbound_dids": "1"}
PHONES = ACCESS | {"ast_admin_access": "1"}

#: the least level, and by column the values that are enough
NEEDED: dict[str, tuple[int, dict[str, str]]] = {
    "add_lead": (8, LEADS), "update_lead": (8, LEADS), "batch_update_lead": (8, LEADS),
    "update_log_entry": (8, LEADS),
    "lead_search": (8, ACCESS | {"modify_leads": "12345"}), "lead_dearchive": (8, ACCESS | {"modify_leads": "1"}),
    "lead_field_info": (7, LEADS), "lead_status_search": (7, LEADS),
    "lead_all_info": (7, REPORTS | {"modify_leads": "12345"}), "lead_callback_info": (7, REPORTS),
    "ccc_lead_info": (7, REPORTS), "check_phone_number": (8, ACCESS),
    "add_dnc_phone": (8, {"modify_lists": "1"}),
    "delete_dnc_phone": (8, {"modify_lists": "1", "delete_from_dnc": "1"}),
    "add_fpg_phone": (8, {"modify_lists": "1"}), "delete_fpg_phone": (8, {"modify_lists": "1"}),
    "hopper_list": (8, REPORTS), "hopper_bulk_insert": (8, CAMPAIGNS),
    "add_list": (8, LISTS), "update_list": (8, LISTS), "list_info": (8, LISTS), "list_custom_fields": (8, LISTS),
    "add_user": (8, USERS), "copy_user": (8, USERS), "update_user": (8, USERS), "user_details": (7, REPORTS),
    "update_remote_agent": (8, ACCESS | {"modify_remoteagents": "1"}),
    "add_phone": (8, PHONES), "update_phone": (8, PHONES), "add_phone_alias": (8, PHONES),
    "update_phone_alias": (8, PHONES), "add_group_alias": (8, PHONES), "server_refresh": (8, PHONES),
    "add_did": (8, DIDS), "copy_did": (8, DIDS), "update_did": (8, DIDS),
    "agent_campaigns": (8, REPORTS | {"modify_users": "1"}), "agent_ingroup_info": (7, ACCESS),
    "campaigns_list": (8, REPORTS), "update_campaign": (8, CAMPAIGNS), "update_alt_url": (8, CAMPAIGNS),
    "update_presets": (8, CAMPAIGNS), "update_cid_group_entry": (8, CAMPAIGNS),
    "agent_stats_export": (7, REPORTS), "callid_info": (7, REPORTS), "did_log_export": (7, REPORTS),
    "phone_number_log": (7, REPORTS), "recording_lookup": (7, REPORTS),
    "call_status_stats": (9, {"view_reports": "1"}), "call_dispo_report": (9, {"view_reports": "1"}),
    "agent_status": (7, REPORTS), "in_group_status": (7, REPORTS), "logged_in_agents": (7, REPORTS),
    "user_group_status": (7, REPORTS), "blind_monitor": (7, ACCESS),
}  # fmt: skip
#: that a login is enough for, or not even that is needed
UNGUARDED = {"callmenu_list", "container_list", "ingroup_list", "moh_list", "sounds_list", "vm_list", "version"}
#: what a function must be asked with to get as far as its permissions
WITH = {"call_status_stats": {"campaigns": "---ALL---"}, "call_dispo_report": {"campaigns": "---ALL---"}}
#: values that the permission columns hold anywhere
VALUES = {"modify_leads": "0123456"}


def is_refused(api: AppProcess, function: str) -> bool:
    # Longer than a burst's pause: whoever asks next must not be given what was found a moment ago.
    time.sleep(0.005)
    line = api(function=function, **WITH.get(function, {})).text.partition("\n")[0]
    # The login itself asks for level 7.
    return "USER DOES NOT HAVE PERMISSION" in line or line.startswith("ERROR: Login incorrect")


def give(database: WorkingDatabase, level: int, columns: dict[str, str]) -> None:
    shown = "".join(f", {column} = '{value}'" for column, value in columns.items())
    database.run(f"UPDATE vicidial_users SET user_level = {level}{shown} WHERE user = '6666'")


def test_every_function_is_in_the_table() -> None:
    names = {name for name in registered() if not name.endswith("coffee")}
    assert names == NEEDED.keys() | UNGUARDED


@pytest.mark.parametrize("function", NEEDED)
def test_a_level_below_is_refused(function: str, api: AppProcess, database: WorkingDatabase) -> None:
    level, columns = NEEDED[function]
    enough = {column: values[0] for column, values in columns.items()}
    give(database, level - 1, enough)
    assert is_refused(api, function)
    give(database, level, enough)
    assert not is_refused(api, function)


@pytest.mark.parametrize("function", NEEDED)
def test_whoever_lacks_a_permission_is_refused(function: str, api: AppProcess, database: WorkingDatabase) -> None:
    level, columns = NEEDED[function]
    enough = {column: values[0] for column, values in columns.items()}
    for column, values in columns.items():
        for value in VALUES.get(column, "01"):
            give(database, level, enough | {column: value})
            assert is_refused(api, function) == (value not in values), (column, value)


@pytest.mark.parametrize("function", NEEDED)
def test_what_is_not_asked_for_is_not_missed(function: str, api: AppProcess, database: WorkingDatabase) -> None:
    level, columns = NEEDED[function]
    asked_anywhere = {column for _, each in NEEDED.values() for column in each}
    give(database, level, dict.fromkeys(asked_anywhere, "0") | {name: each[0] for name, each in columns.items()})
    assert not is_refused(api, function)


@pytest.mark.parametrize("function", NEEDED)
def test_whoever_is_not_active_is_refused(function: str, api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET active = 'N' WHERE user = '6666'")
    answer = api(function=function, **WITH.get(function, {})).text
    assert answer.startswith("ERROR: Login incorrect")
