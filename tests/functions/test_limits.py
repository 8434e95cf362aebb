"""Every limit of a parameter, tried below, at and above it: lengths, ranges, and the few words of a list.

The tables are docs/functions/NAME.md written down a second time, so that the code cannot agree with itself alone. A
value that is refused is answered with the reason in the table; PASSED_OVER is one that counts as if it had not been
sent.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from itertools import product

import pytest

from nonagent.api.common_parameters import STAGE
from nonagent.api.parameters import Parameter, Parameters
from nonagent.api.registry import registered
from tests.conformance.transcript import cases
from tests.support.app import CALLER, AppProcess
from tests.support.working_database import WorkingDatabase

Length = tuple[int, int, str]
Range = tuple[int, int, str]
Words = tuple[tuple[str, ...], str]

REQUIRED = "YOU MUST USE ALL REQUIRED FIELDS"
SEARCH = "INVALID SEARCH PARAMETERS"
OPTIONAL = ", THIS IS AN OPTIONAL FIELD"
PASSED_OVER = "passed over"
#: there is no most
NONE = sys.maxsize
#: what is sent where there is none
LONG = 3000

NUMBERS = ("one", "two", "three", "four", "five")
DID: dict[str, Length] = {
    "did_pattern": (2, 50, REQUIRED),
    "did_description": (6, 50, f"DID DESCRIPTION MUST BE FROM 6 TO 50 CHARACTERS{OPTIONAL}"),
    "extension": (1, 50, f"EXTENSION MUST BE FROM 1 TO 50 CHARACTERS{OPTIONAL}"),
    "exten_context": (1, 50, f"EXTENSION CONTEXT MUST BE FROM 1 TO 50 CHARACTERS{OPTIONAL}"),
    "voicemail_ext": (1, 10, f"VOICEMAIL EXTENSION MUST BE FROM 1 TO 10 CHARACTERS{OPTIONAL}"),
    "phone_extension": (1, 100, f"PHONE EXTENSION MUST BE FROM 1 TO 100 CHARACTERS{OPTIONAL}"),
    "filter_clean_cid_number": (1, 20, f"CLEAN CID NUMBER MUST BE FROM 1 TO 20 CHARACTERS{OPTIONAL}"),
    "call_handle_method": (3, 20, f"CALL HANDLE METHOD MUST BE FROM 3 TO 20 CHARACTERS{OPTIONAL}"),
    "agent_search_method": (2, 2, f"AGENT SEARCH METHOD MUST BE 2 CHARACTERS{OPTIONAL}"),
    "list_id": (3, 14, f"LIST ID MUST BE FROM 3 TO 14 DIGITS{OPTIONAL}"),
    "entry_list_id": (1, 14, f"ENTRY LIST ID MUST BE FROM 1 TO 14 DIGITS{OPTIONAL}"),
    "campaign_id": (1, 8, f"CAMPAIGN MUST BE FROM 1 TO 8 CHARACTERS{OPTIONAL}"),
    "phone_code": (1, 10, f"PHONE CODE MUST BE FROM 1 TO 10 CHARACTERS{OPTIONAL}"),
}
LIST_TRANSFERS: dict[str, Length] = {
    f"xferconf_{number}": (1, 50, f"TRANSFER CONF OVERRIDE {number.upper()} IS NOT VALID{OPTIONAL}")
    for number in NUMBERS
}
SCREENED: dict[str, Length] = {"phone_number": (6, NONE, REQUIRED)}

#: least and most bytes, and what a value of another length leads to
LENGTHS: dict[str, dict[str, Length]] = {
    "update_alt_url": {
        "campaign_id": (2, 20, REQUIRED),
        "url_address": (5, 65000, f"URL ADDRESS IS NOT VALID{OPTIONAL}"),
        "url_rank": (1, 5, f"URL RANK IS NOT VALID{OPTIONAL}"),
        "url_call_length": (1, 5, f"URL CAL LENGTH IS NOT VALID{OPTIONAL}"),
        "url_statuses": (1, 1000, f"URL STATUSES IS NOT VALID{OPTIONAL}"),
        "url_description": (1, 255, f"URL DESCRIPTION IS NOT VALID{OPTIONAL}"),
        "url_lists": (1, 1000, f"URL LISTS IS NOT VALID{OPTIONAL}"),
    },
    "update_campaign": {
        "campaign_id": (2, 8, REQUIRED),
        "adaptive_maximum_level": (1, 5, f"ADAPT MAXIMUM DIAL LEVEL MUST BE FROM 1 TO 5 CHARACTERS{OPTIONAL}"),
        "campaign_vdad_exten": (3, 20, f"ROUTING EXTENSION MUST BE FROM 3 TO 20 CHARACTERS{OPTIONAL}"),
        "campaign_name": (6, 40, f"CAMPAIGN NAME MUST BE FROM 6 TO 40 CHARACTERS{OPTIONAL}"),
        "outbound_cid": (6, 20, f"CAMPAIGN CID MUST BE FROM 6 TO 20 CHARACTERS{OPTIONAL}"),
        **{
            f"xferconf_{number}": (1, 50, f"TRANSFER CONF NUMBER {number.upper()} IS NOT VALID{OPTIONAL}")
            for number in NUMBERS
        },
        "dispo_call_url": (3, 65000, f"DISPO CALL URL IS NOT VALID{OPTIONAL}"),
        "webform_one": (3, 65000, f"WENFORM 1 URL IS NOT VALID{OPTIONAL}"),
        "webform_two": (3, 65000, f"WENFORM 2 URL IS NOT VALID{OPTIONAL}"),
        "webform_three": (3, 65000, f"WENFORM 3 URL IS NOT VALID{OPTIONAL}"),
        "dial_status_add": (1, 6, f"DIAL STATUS ADD IS NOT VALID{OPTIONAL}"),
        "dial_status_remove": (1, 6, f"DIAL STATUS REMOVE IS NOT VALID{OPTIONAL}"),
    },
    "update_cid_group_entry": {
        "cid_group_id": (1, 20, REQUIRED),
        "areacode": (1, 9, REQUIRED),
        "stage": (3, 6, REQUIRED),
    },
    "update_presets": {
        "campaign_id": (2, 8, REQUIRED),
        "preset_number": (1, 50, f"PRESET NUMBER IS NOT VALID{OPTIONAL}"),
        "preset_dtmf": (1, 50, f"PRESET DTMF IS NOT VALID{OPTIONAL}"),
    },
    "add_did": DID,
    "update_did": DID,
    "copy_did": {
        "source_did_pattern": (2, 50, REQUIRED),
        "new_dids": (2, 2000, REQUIRED),
        "did_description": (
            6, 50, f"DID DESCRIPTION MUST BE EITHER BLANK OR FROM 6 TO 50 CHARACTERS{OPTIONAL}"
        ),
    },
    "add_dnc_phone": {**SCREENED, "campaign_id": (1, NONE, REQUIRED)},
    "delete_dnc_phone": {**SCREENED, "campaign_id": (1, NONE, REQUIRED)},
    "add_fpg_phone": {**SCREENED, "group": (1, NONE, REQUIRED)},
    "delete_fpg_phone": {**SCREENED, "group": (1, NONE, REQUIRED)},
    "add_lead": {"phone_number": (6, 16, "INVALID PHONE NUMBER LENGTH")},
    "batch_update_lead": {"lead_ids": (1, NONE, "NO LEADS DEFINED")},
    "ccc_lead_info": {"call_id": (18, 39, SEARCH)},
    "check_phone_number": {
        "phone_number": (6, 16, "INVALID PHONE NUMBER LENGTH"),
        "postal_code": (5, 5, PASSED_OVER),
        "owner": (1, 6, PASSED_OVER),
    },
    "lead_all_info": {"phone_number": (6, 19, "LEAD NOT FOUND")},
    "lead_callback_info": {"lead_id": (1, 11, SEARCH)},
    "lead_dearchive": {"lead_id": (1, 11, SEARCH)},
    "lead_field_info": {
        "lead_id": (1, 11, SEARCH),
        "field_name": (1, NONE, SEARCH),
        "list_id": (2, NONE, PASSED_OVER),
    },
    "lead_search": {
        "phone_number": (6, NONE, "NO VALID SEARCH METHOD"),
        "search_method": (6, NONE, PASSED_OVER),
        "search_location": (4, NONE, PASSED_OVER),
        "list_id": (3, NONE, PASSED_OVER),
    },
    "lead_status_search": {"date": (10, 10, PASSED_OVER)},
    "update_lead": {
        "phone_number": (6, 18, "INVALID DATA FOR LEAD INSERTION"),
        "search_method": (6, NONE, PASSED_OVER),
        "search_location": (4, NONE, PASSED_OVER),
        "force_entry_list_id": (2, NONE, PASSED_OVER),
    },
    "add_list": {
        "list_id": (2, 14, REQUIRED),
        "list_name": (2, 30, REQUIRED),
        "campaign_id": (1, 8, REQUIRED),
        "custom_fields_copy": (2, 14, PASSED_OVER),
        **LIST_TRANSFERS,
    },
    "list_custom_fields": {"list_id": (2, 14, REQUIRED)},
    "list_info": {"list_id": (2, 14, REQUIRED)},
    "update_list": {
        "list_id": (2, 14, REQUIRED),
        "list_name": (6, 30, f"LIST NAME MUST BE FROM 6 TO 30 CHARACTERS{OPTIONAL}"),
        "outbound_cid": (6, 18, f"OUTBOUND CID MUST BE FROM 6 TO 18 DIGITS{OPTIONAL}"),
        "am_message": (1, 100, f"ANSWERING MACHINE MESSAGE MUST LESS THAN 101 DIGITS{OPTIONAL}"),
        "custom_fields_copy": (2, 14, PASSED_OVER),
        **LIST_TRANSFERS,
    },
    "add_group_alias": {
        "caller_id_number": (6, NONE, REQUIRED),
        "group_alias_id": (2, NONE, PASSED_OVER),
        "group_alias_name": (2, NONE, PASSED_OVER),
    },
    "add_phone": {
        "extension": (2, NONE, REQUIRED),
        "dialplan_number": (2, NONE, REQUIRED),
        "voicemail_id": (1, NONE, REQUIRED),
        "phone_login": (1, NONE, REQUIRED),
        "phone_pass": (1, NONE, REQUIRED),
        "server_ip": (1, NONE, REQUIRED),
        "registration_password": (1, NONE, REQUIRED),
        "phone_full_name": (1, NONE, REQUIRED),
        "local_gmt": (1, NONE, REQUIRED),
        "outbound_cid": (1, NONE, REQUIRED),
        "template_id": (2, NONE, PASSED_OVER),
    },
    "add_phone_alias": {
        "alias_id": (2, NONE, REQUIRED),
        "alias_name": (1, NONE, REQUIRED),
        "phone_logins": (2, NONE, REQUIRED),
    },
    "update_phone": {
        "extension": (2, NONE, REQUIRED),
        "server_ip": (1, NONE, REQUIRED),
        "email": (5, 300, "YOU MUST USE A VALID EMAIL"),
        "phone_context": (2, 30, "YOU MUST USE A VALID PHONE CONTEXT"),
        "phone_full_name": (2, 30, "YOU MUST USE A VALID PHONE NAME"),
        "registration_password": (2, 30, "YOU MUST USE A VALID REGISTRATION PASSWORD"),
        "phone_pass": (2, 30, "YOU MUST USE A VALID PHONE PASSWORD"),
        "voicemail_id": (2, 30, "YOU MUST USE A VALID VOICEMAIL NUMBER"),
        "dialplan_number": (3, 30, "YOU MUST USE A VALID DIALPLAN NUMBER"),
        "outbound_cid": (6, 18, f"OUTBOUND CID MUST BE FROM 6 TO 18 DIGITS{OPTIONAL}"),
        "admin_user_group": (2, 20, f"USER GROUP MUST BE FROM 2 TO 20 CHARACTERS{OPTIONAL}"),
        "outbound_alt_cid": (6, 18, f"OUTBOUND ALT CID MUST BE FROM 6 TO 18 DIGITS{OPTIONAL}"),
        "template_id": (2, NONE, PASSED_OVER),
    },
    "update_phone_alias": {
        "alias_id": (2, NONE, REQUIRED),
        "alias_name": (2, 50, "YOU MUST USE A VALID ALIAS NAME"),
        "phone_logins": (2, NONE, PASSED_OVER),
    },
    "agent_status": {"agent_user": (1, 99, SEARCH)},
    "in_group_status": {"in_groups": (1, 9999, SEARCH)},
    "logged_in_agents": {"campaigns": (1, 9999, PASSED_OVER), "user_groups": (1, 9999, PASSED_OVER)},
    "user_group_status": {"user_groups": (1, 9999, SEARCH)},
    "agent_stats_export": {
        "datetime_start": (19, 19, SEARCH),
        "datetime_end": (19, 19, SEARCH),
        "agent_user": (1, 20, PASSED_OVER),
        "campaign_id": (1, 8, PASSED_OVER),
    },
    "callid_info": {"call_id": (18, 39, SEARCH)},
    "did_log_export": {"phone_number": (1, 20, SEARCH), "date": (10, 10, SEARCH)},
    "recording_lookup": {
        "agent_user": (3, 20, PASSED_OVER),
        "extension": (3, 100, PASSED_OVER),
        "date": (10, 10, PASSED_OVER),
        "lead_id": (1, 10, PASSED_OVER),
    },
    "add_user": {
        "agent_user": (2, NONE, REQUIRED),
        "agent_pass": (2, NONE, REQUIRED),
        "agent_user_level": (1, NONE, REQUIRED),
        "agent_full_name": (1, NONE, REQUIRED),
        "agent_user_group": (1, NONE, REQUIRED),
    },
    "copy_user": {
        "agent_user": (2, NONE, REQUIRED),
        "agent_pass": (2, NONE, REQUIRED),
        "agent_full_name": (1, NONE, REQUIRED),
        "source_user": (1, NONE, REQUIRED),
    },
    "update_remote_agent": {
        "agent_user": (2, 20, REQUIRED),
        "campaign_id": (1, 8, f"YOU MUST USE A VALID CAMPAIGN ID{OPTIONAL}"),
    },
    "update_user": {
        "agent_user": (2, 20, REQUIRED),
        "agent_full_name": (1, 50, f"YOU MUST USE A VALID FULL NAME{OPTIONAL}"),
        "agent_user_group": (1, 20, f"YOU MUST USE A VALID USER GROUP{OPTIONAL}"),
        "phone_login": (1, 20, f"YOU MUST USE A VALID PHONE LOGIN{OPTIONAL}"),
        "phone_pass": (1, 20, f"YOU MUST USE A VALID PHONE PASSWORD{OPTIONAL}"),
        "voicemail_id": (2, 10, f"YOU MUST USE A VALID VOICEMAIL ID{OPTIONAL}"),
        "email": (5, 100, f"YOU MUST USE A VALID EMAIL{OPTIONAL}"),
        **{
            f"custom_{number}": (1, 100, f"YOU MUST USE A VALID CUSTOM {number.upper()}{OPTIONAL}")
            for number in NUMBERS
        },
    },
    "user_details": {"agent_user": (1, 99, SEARCH)},
}  # fmt: skip

#: least and most of a number, and what any other leads to
RANGES: dict[str, dict[str, Range]] = {
    "update_campaign": {
        "hopper_level": (1, 5000, f"HOPPER LEVEL MUST BE FROM 1 TO 2000{OPTIONAL}"),
        "dial_timeout": (1, 120, f"DIAL TIMEOUT MUST BE FROM 1 TO 120{OPTIONAL}"),
    },
    "update_phone": {
        "phone_ring_timeout": (2, 180, f"PHONE RING TIMEOUT MUST BE FROM 2 TO 180 SECONDS{OPTIONAL}")
    },
    "update_remote_agent": {"number_of_lines": (1, 999, f"YOU MUST USE A VALID NUMBER OF LINES{OPTIONAL}")},
    "update_user": {
        "agent_user_level": (1, 9, f"YOU MUST USE A VALID USER LEVEL{OPTIONAL}"),
        "hotkeys_active": (0, 1, f"YOU MUST USE A VALID HOTKEYS SETTING{OPTIONAL}"),
        "wrapup_seconds_override": (
            -1, 9999, f"wrapup_seconds_override MUST BE A VALID DIGIT BETWEEN -1 AND 9999{OPTIONAL}"
        ),
        "campaign_rank": (-9, 9, f"YOU MUST USE A VALID CAMPAIGN RANK{OPTIONAL}"),
        "campaign_grade": (1, 10, f"YOU MUST USE A VALID CAMPAIGN GRADE{OPTIONAL}"),
        "ingroup_rank": (-9, 9, f"YOU MUST USE A VALID IN-GROUP RANK{OPTIONAL}"),
        "ingroup_grade": (1, 10, f"YOU MUST USE A VALID IN-GROUP GRADE{OPTIONAL}"),
    },
}  # fmt: skip
#: what is not refused but becomes the limit, in cleaning: tests/api/test_cleaning.py, test_hopper.py
CUT_RANGES = {
    ("add_lead", "hopper_priority"): (-99, 99),
    ("update_lead", "hopper_priority"): (-99, 99),
    ("hopper_bulk_insert", "hopper_priority"): (-99, 99),
}

YES_NO = ("Y", "N")
ACTIVE: Words = (YES_NO, f"ACTIVE MUST BE Y OR N{OPTIONAL}")
DID_WORDS: dict[str, Words] = {
    "active": ACTIVE,
    "did_route": (
        ("EXTEN", "VOICEMAIL", "AGENT", "PHONE", "IN_GROUP", "CALLMENU", "VMAIL_NO_INST"),
        f"DID ROUTE IS NOT VALID{OPTIONAL}",
    ),
    "record_call": ((*YES_NO, "Y_QUEUESTOP"), f"RECORD CALL MUST BE Y OR N{OPTIONAL}"),
}
TIME_ZONE_METHODS: Words = (
    ("COUNTRY_AND_AREA_CODE", "POSTAL_CODE", "NANPA_PREFIX", "OWNER_TIME_ZONE_CODE"),
    f"TIME ZONE METHOD IS NOT VALID{OPTIONAL}",
)
PROTOCOLS = ("IAX2", "SIP", "Zap", "EXTERNAL")
ORDERS = ("", " PHONE", " LAST NAME", " COUNT", " LAST CALL TIME", " RANK", " OWNER", " TIMEZONE")
NEW_LEADS = ("", " 2nd NEW", " 3rd NEW", " 4th NEW", " 5th NEW", " 6th NEW")

#: the words that are taken, and what any other leads to
WORDS: dict[str, dict[str, Words]] = {
    "update_alt_url": {
        "entry_type": (("campaign", "ingroup", "list"), "NO ENTRY TYPE DEFINED:"),
        "url_type": (("dispo", "start", "noagent", "addlead"), "NO VALID URL TYPE DEFINED:"),
        "active": ACTIVE,
    },
    "update_campaign": {
        "dial_method": (
            ("MANUAL", "RATIO", "INBOUND_MAN", "ADAPT_AVERAGE", "ADAPT_HARD_LIMIT", "ADAPT_TAPERED"),
            f"DIAL METHOD IS NOT VALID{OPTIONAL}",
        ),
        "active": ACTIVE,
        "list_order": (
            tuple(map("".join, product(("DOWN", "UP"), ORDERS, NEW_LEADS))), f"LIST ORDER IS NOT VALID{OPTIONAL}"
        ),
        "list_order_randomize": (YES_NO, f"LIST ORDER RANDOMIZE IS NOT VALID{OPTIONAL}"),
        "list_order_secondary": (
            (
                "LEAD_ASCEND", "LEAD_DESCEND", "CALLTIME_ASCEND", "CALLTIME_DESCEND", "VENDOR_ASCEND",
                "VENDOR_DESCEND",
            ),
            f"LIST ORDER SECONDARY IS NOT VALID{OPTIONAL}",
        ),
    },
    "update_presets": {"preset_hide_number": (YES_NO, f"PRESET HIDE NUMBER MUST BE Y OR N{OPTIONAL}")},
    "add_did": DID_WORDS,
    "update_did": DID_WORDS,
    "lead_callback_info": {
        "search_location": (("CURRENT", "ARCHIVE", "ALL"), "CALLBACK NOT FOUND"),
        "header": (("YES", "NO"), "CALLBACK NOT FOUND"),
    },
    "add_list": {"tz_method": TIME_ZONE_METHODS},
    "update_list": {"active": ACTIVE, "tz_method": TIME_ZONE_METHODS},
    "add_phone": {"protocol": (PROTOCOLS, REQUIRED)},
    "update_phone": {
        "protocol": (PROTOCOLS, "YOU MUST USE A VALID PROTOCOL"),
        "active": ACTIVE,
        "delete_vm_after_email": (YES_NO, f"DELETE VOICEMAIL AFTER EMAIL MUST BE Y OR N{OPTIONAL}"),
    },
    "update_remote_agent": {
        "status": (("ACTIVE", "INACTIVE"), f"STATUS MUST BE ACTIVE OR INACTIVE{OPTIONAL}")
    },
    "update_user": {"active": ACTIVE},
}  # fmt: skip
#: words of which any other is no error: it is taken as another word, or passed over; not tried here
LENIENT_WORDS = {
    "agent_ingroup_info": {"stage"},
    "update_cid_group_entry": {"stage", "active"},
    "update_presets": {"action"},
    "add_lead": {"gender", "callback_type", "dnc_check", "campaign_dnc_check", "tz_method"},
    "batch_update_lead": {"gender"},
    "ccc_lead_info": {"stage"},
    "check_phone_number": {"dnc_check", "campaign_dnc_check", "tz_method"},
    "lead_all_info": {"stage"},
    "lead_callback_info": {"stage"},
    "lead_search": {"search_location"},
    "update_lead": {"callback_type", "gender", "search_method", "search_location", "tz_method", "callback"},
    "add_list": {"custom_copy_method", "active"},
    "list_custom_fields": {"custom_order"},
    "update_list": {
        "custom_copy_method", "field_type", "field_required", "name_position", "multi_position", "field_encrypt",
        "field_show_hide", "field_duplicate",
    },
    "add_phone": {"is_webphone", "webphone_auto_answer", "use_external_server_ip", "on_hook_agent"},
    "update_phone": {"is_webphone", "webphone_auto_answer", "use_external_server_ip", "on_hook_agent"},
    "agent_stats_export": {"time_format"},
    "call_dispo_report": {"status_breakdown", "show_percentages"},
    "phone_number_log": {"type"},
    "blind_monitor": {"stage"},
    "sounds_list": {"format", "stage"},
}  # fmt: skip

#: what to begin with where the shortest recorded success will not do
BASES = {
    "update_alt_url": {
        "campaign_id": "TESTCAMP", "entry_type": "campaign", "url_type": "dispo", "alt_url_id": "NEW",
        "url_rank": "1",
    },
    "update_cid_group_entry": {"stage": "INFO", "cid_group_id": "CIDGRP1", "areacode": "727"},
    "update_presets": {"campaign_id": "TESTCAMP", "preset_name": "Verifier", "preset_dtmf": "1"},
    "lead_all_info": {"phone_number": "7275551111"},
    "copy_did": {"source_did_pattern": "3125551212", "new_dids": "7275553338"},
    "ccc_lead_info": {"call_id": "V7151426400000001001"},
    "update_phone_alias": {"alias_id": "pair1", "alias_name": "Renamed pair"},
    "update_user": {"agent_user": "1001", "custom_two": "me"},
}  # fmt: skip
#: further parameters that make a parameter count, or one word of it
BESIDE: dict[tuple[str, ...], dict[str, str]] = {
    ("update_alt_url", "url_type", "addlead"): {"entry_type": "ingroup"},
    ("check_phone_number", "postal_code"): {"tz_method": "POSTAL"},
    ("check_phone_number", "owner"): {"tz_method": "TZCODE"},
    ("lead_field_info", "list_id"): {"lead_id": "1001", "field_name": "lead_id", "custom_fields": "Y"},
    ("lead_search", "search_location"): {"list_id": "777"},
    ("lead_search", "list_id"): {"search_location": "LIST"},
    ("lead_status_search", "date"): {"status": "NOSUCH"},
    ("update_lead", "phone_number"): {
        "lead_id": "999999", "insert_if_not_found": "Y", "list_id": "101", "phone_code": "1",
    },
    ("update_lead", "search_location"): {"list_id": "777"},
    ("update_lead", "force_entry_list_id"): {"no_update": "Y"},
    ("recording_lookup", "lead_id"): {"agent_user": "1001", "date": "2025-07-14", "lead_id": ""},
}  # fmt: skip
#: what values begin with; the rest are sevens
BEGINNINGS = {
    "agent_search_method": "LOL",
    "call_id": "V",
    "date": "2025-07-13",
    "datetime_start": "2025-07-14 00:00:00",
    "datetime_end": "2025-07-14 23:59:59",
    # Two digits of the least number that is a list.
    "list_id": "99",
    "search_location": "LIST",
}
#: rows without which a function gets no further, or a value of that length is not known
ROWS = {
    "update_alt_url": (
        "UPDATE vicidial_campaigns SET dispo_call_url = 'ALT', start_call_url = 'ALT', na_call_url = 'ALT'",
    ),
    "ccc_lead_info": (
        "INSERT INTO vicidial_log_extended (uniqueid, server_ip, call_date, lead_id, caller_code, custom_call_id)"
        " VALUES ('1752604000.100', '10.10.10.15', '2025-07-15 14:26:40', 1001, 'V7151426400000001001', '')",
    ),
    "lead_all_info": (
        "INSERT INTO vicidial_list (list_id, phone_number)"
        f" VALUES (101, '77777'), (101, '777777'), (101, '{'7' * 18}')",
    ),
    "update_remote_agent": (
        "INSERT INTO vicidial_campaigns (campaign_id) VALUES ('7'), ('77777777')",
    ),
    "update_user": (
        f"INSERT INTO vicidial_user_groups (user_group, group_name) VALUES ('7', 'x'), ('{'7' * 20}', 'x')",
        f"INSERT INTO phones_alias (alias_id, alias_name) VALUES ('7', 'x'), ('{'7' * 20}', 'x')",
    ),
}  # fmt: skip
#: the most is a byte more than the column holds: only one below it can be there
UNKNOWN_AT_MOST = {("lead_all_info", "phone_number")}
#: not required, but needed for what is tried here
NEEDED = {("lead_all_info", "phone_number"), ("lead_search", "phone_number"), ("update_lead", "phone_number")}


def recorded_successes() -> dict[str, dict[str, str]]:
    """The shortest recorded request of each function that succeeds as it is."""
    found: dict[str, dict[str, str]] = {}
    for case in cases():
        step = case.steps[0]
        asked = dict([*step["query"], *(step.get("form") or ())])
        body = step["expect"]["body"]
        if len(case.steps) > 1 or case.fixture or step.get("path") or step.get("raw"):
            continue
        if asked.pop("function", "") != case.subject or asked.pop("user", "") != CALLER["user"]:
            continue
        if not body or body.startswith(("ERROR", "NOTICE")):
            continue
        params = {name: value for name, value in asked.items() if name not in CALLER}
        if case.subject not in found or len(str(params)) < len(str(found[case.subject])):
            found[case.subject] = params
    return found


RECORDED = recorded_successes()


def declared(function: str) -> dict[str, Parameter]:
    """A function's own parameters."""
    asked = registered()[function].asked.declared
    return {name: each for name, each in asked.items() if name not in Parameters.declared}


def each_of(table: Mapping[str, Mapping[str, object]]) -> list[tuple[str, str]]:
    return [(function, name) for function, names in table.items() for name in names]


class Trial:
    """Calls of one function that differ in one parameter, each on fresh rows."""

    def __init__(self, api: AppProcess, database: WorkingDatabase, function: str, name: str) -> None:
        self.api, self.database, self.function, self.name = api, database, function, name
        self.base = (BASES.get(function) or RECORDED[function]) | self._beside()

    def answer(self, value: str | None) -> str:
        """The answer with that value, or without the parameter."""
        self.database.reset()
        for statement in ROWS.get(self.function, ()):
            self.database.run(statement)
        form = self.base | ({} if value is None else {self.name: value} | self._beside(value))
        return self.api(function=self.function, form=form).text

    def _beside(self, *value: str) -> dict[str, str]:
        return BESIDE.get((self.function, self.name, *value), {})

    def is_refused(self, value: str, reason: str) -> bool:
        """Whether an answer gives that reason; where values are passed over, whether it is as if there was none."""
        answer = self.answer(value)
        if reason == PASSED_OVER:
            # What stands behind # repeats the parameters.
            return answer.partition("#")[0] == self.answer(None).partition("#")[0]
        line = re.escape(f"ERROR: {self.function} {reason}") + "( -|:)"
        return re.search(f"^{line}", answer, flags=re.MULTILINE) is not None


def of_length(name: str, length: int) -> str:
    return (BEGINNINGS.get(name, "") + "7" * length)[:length]


@pytest.mark.parametrize("function", sorted(LENGTHS.keys() | RANGES.keys() | WORDS.keys()))
def test_what_values_are_tried_on_succeeds(function: str, api: AppProcess, database: WorkingDatabase) -> None:
    trial = Trial(api, database, function, "")
    answer = trial.answer(None)
    assert not answer.splitlines()[-1].startswith("ERROR")


@pytest.mark.parametrize(("function", "name"), each_of(LENGTHS))
def test_a_length(function: str, name: str, api: AppProcess, database: WorkingDatabase) -> None:
    least, most, reason = LENGTHS[function][name]
    trial = Trial(api, database, function, name)
    required = declared(function)[name].required or (function, name) in NEEDED
    if least > 1 or required:
        assert trial.is_refused(of_length(name, least - 1), reason)
    if required:
        assert trial.is_refused("", reason)
    elif reason != PASSED_OVER:
        assert not trial.is_refused("", reason)
    assert not trial.is_refused(of_length(name, least), reason)
    known = LONG if most == NONE else most - ((function, name) in UNKNOWN_AT_MOST)
    assert not trial.is_refused(of_length(name, known), reason)
    if most != NONE:
        assert trial.is_refused(of_length(name, most + 1), reason)


@pytest.mark.parametrize(("function", "name"), each_of(RANGES))
def test_a_range(function: str, name: str, api: AppProcess, database: WorkingDatabase) -> None:
    least, most, reason = RANGES[function][name]
    trial = Trial(api, database, function, name)
    # Where there are no numbers below 0, a hyphen does not survive cleaning.
    if least != 0:
        assert trial.is_refused(str(least - 1), reason)
    assert not trial.is_refused(str(least), reason)
    assert not trial.is_refused(str(most), reason)
    assert trial.is_refused(str(most + 1), reason)


@pytest.mark.parametrize(("function", "name"), each_of(WORDS))
def test_a_word(function: str, name: str, api: AppProcess, database: WorkingDatabase) -> None:
    taken, reason = WORDS[function][name]
    trial = Trial(api, database, function, name)
    assert trial.is_refused("OTHER", reason)
    for word in taken:
        assert not trial.is_refused(word, reason), word


def test_every_length_is_in_the_table() -> None:
    found = {
        (function, name): each.length
        for function in registered()
        for name, each in declared(function).items()
        if each.length
    }
    assert found == {(function, name): LENGTHS[function][name][:2] for function, name in each_of(LENGTHS)}


def test_every_range_is_in_the_table() -> None:
    found = {
        (function, name): each.between
        for function in registered()
        for name, each in declared(function).items()
        if each.between
    }
    assert found == CUT_RANGES | {(function, name): RANGES[function][name][:2] for function, name in each_of(RANGES)}


def test_every_choice_of_words_is_in_the_table() -> None:
    found = {
        (function, name): each.values
        for function in registered()
        for name, each in declared(function).items()
        # One word is a switch: it is on, or it is not. How rows are laid out is one for all reports.
        if len(each.values) > 1 and each is not STAGE
    }
    lenient = {(function, name) for function, names in LENIENT_WORDS.items() for name in names}
    refused = {(function, name): WORDS[function][name][0] for function, name in each_of(WORDS)}
    assert found.keys() == refused.keys() | lenient
    assert {key: found[key] for key in refused} == refused
