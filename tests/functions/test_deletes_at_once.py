"""Of several requests at once that delete the same thing one says so; the others answer as when it is not there."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.working_database import APP_USER, WorkingDatabase

REQUESTS = 10


@pytest.fixture
def app(start_app: StartApp, database: WorkingDatabase) -> Iterator[AppProcess]:
    """An application with a connection for each request, whose user may delete whatever there is."""
    database.run(
        "UPDATE vicidial_users SET delete_users = '1', delete_lists = '1', delete_inbound_dids = '1',"
        " ast_delete_phones = '1', delete_from_dnc = '1', custom_fields_modify = '1' WHERE user = '6666'"
    )
    # Or who reads a locked table would wait as soon as one waits to write it.
    database.run("SET GLOBAL low_priority_updates = 1")
    app = start_app({"NONAGENT_POOL_SIZE": "16"})
    app(function="version")
    yield app
    database.run("SET GLOBAL low_priority_updates = 0")
    database.run("SET GLOBAL TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def at_once(app: AppProcess, database: WorkingDatabase, locks: str, request: dict[str, str]) -> Counter[str]:
    """Send a request several times while tables are locked, so that all get as far before one goes on.

    Returns: the answers.
    """
    with ThreadPoolExecutor(REQUESTS) as many:
        database.run(f"LOCK TABLES {locks}")
        try:
            answers = [many.submit(app, request) for _ in range(REQUESTS)]
            wait_for_all(database)
        finally:
            database.run("UNLOCK TABLES")
        told = [answer.result() for answer in answers]
    assert {answer.status_code for answer in told} == {200}
    return Counter(answer.text for answer in told)


def wait_for_all(database: WorkingDatabase) -> None:
    deadline = time.monotonic() + 8
    waiting = 0
    while waiting < REQUESTS and time.monotonic() < deadline:
        rows = database.all("SHOW PROCESSLIST")
        waiting = sum(row["User"] == APP_USER and "lock" in (row["State"] or "").lower() for row in rows)
        time.sleep(0.02)


DELETES = {
    "lead": (
        "vicidial_list READ",
        {"function": "update_lead", "lead_id": "1001", "delete_lead": "Y"},
        "SUCCESS: update_lead LEAD HAS BEEN DELETED 0|0 - 6666|1001|1|0|0|\n",
        "ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|1001||\n",
    ),
    "archived lead": (
        "vicidial_list_archive READ",
        {"function": "update_lead", "lead_id": "901", "archived_lead": "Y", "delete_lead": "Y"},
        "SUCCESS: update_lead LEAD HAS BEEN DELETED 0|0 - 6666|901|1|0|0|\n",
        "ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|901||\n",
    ),
    "lead by its number": (
        "vicidial_list READ",
        {
            "function": "update_lead",
            "search_method": "PHONE_NUMBER",
            "phone_number": "3125552222",
            "delete_lead": "Y",
        },
        "SUCCESS: update_lead LEAD HAS BEEN DELETED 0|0 - 6666|1002|1|0|0|\n",
        "ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|||3125552222\n",
    ),
    "hopper": (
        "vicidial_hopper READ",
        {"function": "update_lead", "lead_id": "1001", "no_update": "Y", "remove_from_hopper": "Y"},
        "NOTICE: update_lead LEADS FOUND IN THE SYSTEM: |6666|1001|||101|101\n"
        "NOTICE: update_lead REMOVED FROM HOPPER - |1001|READY|6666\n",
        "NOTICE: update_lead LEADS FOUND IN THE SYSTEM: |6666|1001|||101|101\n"
        "NOTICE: update_lead NOT REMOVED FROM HOPPER, LEAD IS NOT IN THE HOPPER - |1001|6666\n",
    ),
    "callbacks": (
        "vicidial_callbacks READ, vicidial_callbacks_archive WRITE",
        {"function": "update_lead", "lead_id": "1004", "callback": "REMOVE"},
        "NOTICE: update_lead SCHEDULED CALLBACK DELETED - 6666|1004|2|2\n",
        "NOTICE: update_lead SCHEDULED CALLBACK DELETED - 6666|1004|0|0\n",
    ),
    "custom values": (
        "custom_101 READ",
        {"function": "update_lead", "lead_id": "1001", "custom_fields": "Y", "delete_lead": "Y"},
        "SUCCESS: update_lead LEAD HAS BEEN DELETED 0|0 - 6666|1001|1|0|0|\n"
        "NOTICE: update_lead CUSTOM FIELDS ENTRY DELETED - |1001|101|101|101|1\n",
        "ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|1001||\n",
    ),
    "number of the system's DNC list": (
        "vicidial_dnc READ",
        {"function": "delete_dnc_phone", "phone_number": "7275550911", "campaign_id": "SYSTEM_INTERNAL"},
        "SUCCESS: delete_dnc_phone DNC NUMBER HAS BEEN DELETED - 6666|7275550911|SYSTEM_INTERNAL\n",
        "ERROR: delete_dnc_phone DNC NUMBER DOES NOT EXIST: |6666|7275550911|SYSTEM_INTERNAL\n",
    ),
    "number of a filter group": (
        "vicidial_filter_phone_numbers READ",
        {"function": "delete_fpg_phone", "phone_number": "5005550001", "group": "BADCALLERS"},
        "SUCCESS: delete_fpg_phone FILTER PHONE GROUP NUMBER HAS BEEN DELETED - 6666|5005550001|BADCALLERS\n",
        "ERROR: delete_fpg_phone FILTER PHONE GROUP NUMBER DOES NOT EXIST: |6666|5005550001|BADCALLERS\n",
    ),
    "user": (
        "phones_alias WRITE",
        {"function": "update_user", "agent_user": "1001", "delete_user": "Y"},
        "SUCCESS: update_user USER HAS BEEN DELETED - 6666|1001|\n",
        "ERROR: update_user USER DOES NOT EXIST: |6666|\n",
    ),
    "DID": (
        "vicidial_inbound_dids READ",
        {"function": "update_did", "did_pattern": "3125551212", "delete_did": "Y"},
        "SUCCESS: update_did DID HAS BEEN DELETED - 6666|3125551212|2\n",
        "ERROR: update_did DID DOES NOT EXIST: |6666|3125551212\n",
    ),
    "phone": (
        "phones READ",
        {"function": "update_phone", "extension": "cc100", "server_ip": "10.10.10.15", "delete_phone": "Y"},
        "SUCCESS: update_phone PHONE HAS BEEN DELETED - 6666|cc100|10.10.10.15|\n",
        "ERROR: update_phone PHONE DOES NOT EXIST ON THIS SERVER: |6666|10.10.10.15|cc100\n",
    ),
    "phone alias": (
        "phones_alias READ",
        {"function": "update_phone_alias", "alias_id": "pair1", "delete_alias": "Y"},
        "SUCCESS: update_phone_alias PHONE ALIAS HAS BEEN DELETED - 6666|pair1\n",
        "ERROR: update_phone_alias PHONE ALIAS DOES NOT EXIST: |6666|pair1\n",
    ),
    "preset": (
        "vicidial_xfer_presets READ",
        {"function": "update_presets", "campaign_id": "TESTCAMP", "action": "DELETE", "preset_name": "Verifier"},
        "SUCCESS: update_presets PRESET HAS BEEN DELETED - 6666|Verifier|TESTCAMP\n",
        "ERROR: update_presets PRESET NAME DOES NOT EXIST: |6666|Verifier|TESTCAMP|0\n",
    ),
    "CID group entry": (
        "vicidial_campaign_cid_areacodes READ",
        {"function": "update_cid_group_entry", "cid_group_id": "CIDGRP1", "areacode": "813", "stage": "DELETE"},
        "SUCCESS: update_cid_group_entry CID GROUP ENTRIES HAVE BEEN DELETED - 6666|CIDGRP1|813||1\n",
        "ERROR: update_cid_group_entry THIS CID GROUP HAS NO ENTRIES: |6666|CIDGRP1\n",
    ),
    "list": (
        "vicidial_lists READ",
        {"function": "update_list", "list_id": "102", "delete_list": "Y"},
        "NOTICE: update_list NO UPDATES DEFINED: |6666|\nNOTICE: update_list LIST HAS BEEN DELETED - 6666|102|1\n",
        "ERROR: update_list LIST DOES NOT EXIST: |6666|102\n",
    ),
    "custom field": (
        "vicidial_lists_fields READ",
        {"function": "update_list", "list_id": "101", "custom_fields_delete": "Y", "field_label": "policy_type"},
        "NOTICE: update_list DELETE CUSTOM FIELD COMMAND SENT - 6666|101|policy_type||SUCCESS: Field deleted|\n"
        "NOTICE: update_list NO UPDATES DEFINED: |6666|\n",
        "NOTICE: update_list FIELD DOES NOT EXIST, FIELD NOT DELETED, THIS IS AN OPTIONAL FIELD:"
        " |6666|101|policy_type|\nNOTICE: update_list NO UPDATES DEFINED: |6666|\n",
    ),
}


@pytest.mark.parametrize("what", DELETES)
def test_one_request_says_that_it_has_deleted_it(app: AppProcess, database: WorkingDatabase, what: str) -> None:
    locks, request, deleted, not_there = DELETES[what]
    assert at_once(app, database, locks, request) == {deleted: 1, not_there: REQUESTS - 1}


def test_each_of_several_leads_is_deleted_by_one_request(app: AppProcess, database: WorkingDatabase) -> None:
    search = {"search_method": "PHONE_NUMBER", "phone_number": "7275551111", "records": "5", "delete_lead": "Y"}
    answers = at_once(app, database, "vicidial_list READ", {"function": "update_lead", **search})
    lines = [line for text, times in answers.items() for line in text.splitlines() * times]
    deleted = [line for line in lines if line.startswith("SUCCESS")]
    assert len(deleted) == len(set(deleted)) == 2
    assert set(lines) - set(deleted) <= {"ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|||7275551111"}
    assert all("SUCCESS" in text or "NO MATCHES" in text for text in answers)


def test_of_deletes_of_a_lead_that_insert_what_is_not_there_one_deletes(
    app: AppProcess, database: WorkingDatabase
) -> None:
    new = {"phone_number": "7275557777", "phone_code": "1", "list_id": "101", "insert_if_not_found": "Y"}
    answers = at_once(
        app, database, "vicidial_list READ", {"function": "update_lead", "lead_id": "1001", "delete_lead": "Y", **new}
    )
    assert sum(times for text, times in answers.items() if "DELETED" in text) == 1
    assert sum(times for text, times in answers.items() if "NO MATCHES" in text and "ADDED" in text) == REQUESTS - 1


CALLBACK = {
    "function": "update_lead", "lead_id": "1001", "callback": "Y", "callback_datetime": "NOW",
    "campaign_id": "TESTCAMP", "callback_comments": "call back",
}  # fmt: skip


def test_of_requests_at_once_for_a_callback_one_adds_it_and_the_others_change_it(
    app: AppProcess, database: WorkingDatabase
) -> None:
    answers = at_once(app, database, "vicidial_callbacks READ", CALLBACK)
    shown = "- 1001|TESTCAMP|2025-07-15 14:30:00|"
    assert answers == {
        f"NOTICE: update_lead SCHEDULED CALLBACK ADDED {shown}ANYONE||CALLBK\n": 1,
        f"NOTICE: update_lead SCHEDULED CALLBACK UPDATED {shown}||\n": REQUESTS - 1,
    }
    assert database.value("SELECT COUNT(*) FROM vicidial_callbacks WHERE lead_id = 1001") == 1


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"campaign_id": "NONE"}, "CAMPAIGN NOT VALID - 1001|NONE"),
        ({"callback_type": "USERONLY", "callback_user": "no"}, "USER NOT VALID - 1001|TESTCAMP|no|USERONLY"),
    ],
)
def test_a_callback_that_cannot_be_added_says_why(app: AppProcess, wrong: dict[str, str], told: str) -> None:
    assert app(CALLBACK | wrong).text == f"NOTICE: update_lead SCHEDULED CALLBACK NOT ADDED, {told}\n"


@pytest.mark.parametrize("isolation", ["REPEATABLE READ", "READ COMMITTED"])
def test_on_innodb_too_one_callback_is_added(app: AppProcess, database: WorkingDatabase, isolation: str) -> None:
    database.run("ALTER TABLE vicidial_callbacks ENGINE=InnoDB")
    database.run(f"SET GLOBAL TRANSACTION ISOLATION LEVEL {isolation}")
    with ThreadPoolExecutor(REQUESTS) as many:
        for lead_id in range(2001, 2021):
            database.run("INSERT INTO vicidial_list (lead_id, list_id, phone_number) VALUES (%s, 101, '1')", lead_id)
            list(many.map(app, [CALLBACK | {"lead_id": str(lead_id)}] * REQUESTS))
    rows = database.all(
        "SELECT lead_id, COUNT(*) AS added FROM vicidial_callbacks WHERE lead_id > 2000 GROUP BY lead_id"
    )
    assert [row["added"] for row in rows] == [1] * 20
