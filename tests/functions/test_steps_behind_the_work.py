"""What is stored is told as stored: a step behind it that fails makes a NOTICE, not an error of the server."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.working_database import APP_USER, WorkingDatabase

LEAD = {
    "phone_number": "7275551234", "list_id": "101", "multi_alt_phones": "7275551212_1_work", "custom_fields": "Y",
    "favorite_color": "green", "add_to_hopper": "Y", "campaign_id": "TESTCAMP",
}  # fmt: skip
ADD = {"function": "add_lead", **LEAD, "callback": "Y", "callback_datetime": "NOW"}
INSERT = {"function": "update_lead", **LEAD, "lead_id": "999999", "insert_if_not_found": "Y", "phone_code": "1"}
UPDATE = {
    "function": "update_lead", "lead_id": "1001", "last_name": "New", "callback": "Y", "callback_datetime": "NOW",
    "campaign_id": "TESTCAMP", "custom_fields": "Y", "favorite_color": "green", "add_to_hopper": "Y",
}  # fmt: skip

ALT_PHONES = "MULTI-ALT-PHONE NUMBERS NOT LOADED - 1|1008|6666"
CUSTOM = "CUSTOM FIELDS NOT ADDED - 7275551234|1008|101"
HOPPER = "NOT ADDED TO HOPPER - 7275551234|1008||6666"
CALLBACK = "SCHEDULED CALLBACK NOT ADDED - 1008|TESTCAMP"
URL = "NEW LEAD URL NOT SENT - 7275551234|1008|101"


@pytest.fixture
def app(start_app: StartApp, database: WorkingDatabase) -> AppProcess:
    """An application that has seen all tables, and asks a URL for each new lead."""
    database.run(
        "INSERT INTO vicidial_url_multi (campaign_id, entry_type, active, url_type, url_address)"
        " VALUES ('101', 'list', 'Y', 'apinewlead', 'data:,new--A--lead_id--B--')"
    )
    app = start_app()
    app(function="version")
    return app


def refuse(database: WorkingDatabase, table: str) -> None:
    """Have the database refuse what is written to a table, which stays described as it was."""
    database.run(f"ALTER TABLE {table} RENAME {table}_away")
    database.run(f"CREATE VIEW {table} AS SELECT * FROM {table}_away WHERE 1 = 0 UNION SELECT * FROM {table}_away")


@pytest.fixture
def views(database: WorkingDatabase) -> Iterator[None]:
    """Put back the tables that stand behind a view."""
    yield
    for row in database.all("SHOW FULL TABLES WHERE table_type = 'VIEW'"):
        table = next(iter(row.values()))
        database.run(f"DROP VIEW {table}")
        database.run(f"ALTER TABLE {table}_away RENAME {table}")


def notices(answer: requests.Response) -> list[str]:
    """What the answer says is missing; the answer begins with its SUCCESS and has no error."""
    assert answer.status_code == 200, answer.text
    assert answer.text.startswith("SUCCESS: "), answer.text
    assert "ERROR" not in answer.text
    return re.findall(r"NOTICE: (\S+ (?:\S+ )*NOT [^\n]*)", answer.text)


def errors_counted(app: AppProcess, kind: str) -> float:
    found = re.search(rf'nonagent_database_errors_total{{kind="{kind}"}} (\S+)', app.request("GET", "/metrics").text)
    return float(found[1]) if found else 0


@pytest.mark.usefixtures("views")
@pytest.mark.parametrize(
    ("table", "missing"),
    [
        ("vicidial_list_alt_phones", ALT_PHONES),
        ("custom_101", CUSTOM),
        ("vicidial_hopper", HOPPER),
        ("vicidial_callbacks", CALLBACK),
        ("vicidial_url_log", URL),
    ],
)
def test_a_lead_whose_further_rows_cannot_be_written_is_added_and_says_so(
    app: AppProcess, database: WorkingDatabase, table: str, missing: str
) -> None:
    if table == "custom_101":
        # It is looked at before the lead is stored.
        refuse(database, table)
    else:
        database.run(f"DROP TABLE {table}")
    counted, begin = errors_counted(app, "statement"), app.log_size()
    answer = app(ADD)
    assert notices(answer) == [f"add_lead {missing}"]
    assert answer.text.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551234|101|1008|")
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE lead_id = 1008") == 1
    # Everything else is done, and said.
    done = ("NUMBERS LOADED", "VALUES ADDED", "ADDED TO HOPPER - 7275551234|1008|3", "CALLBACK ADDED")
    assert sum(line in answer.text for line in done) == (4 if missing == URL else 3)
    reason = f"add_lead {missing}".split(" - ")[0]
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log WHERE result_reason = %s", reason) == 1
    assert errors_counted(app, "statement") == counted + 1
    log = app.log_since(begin)
    assert f"add_lead {missing}" in log
    assert "Traceback" in log


def test_a_lead_of_which_nothing_further_can_be_written_is_added_and_says_so(
    app: AppProcess, database: WorkingDatabase
) -> None:
    tables = ("list_alt_phones", "hopper", "callbacks", "url_multi", "call_times")
    database.run("DROP TABLE " + ", ".join(f"vicidial_{table}" for table in tables))
    missing = [f"add_lead {line}" for line in (ALT_PHONES, HOPPER, CALLBACK, URL)]
    assert notices(app(ADD)) == missing


def test_load_lead_says_what_is_missing_too(app: AppProcess, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_hopper, vicidial_callbacks")
    sent = {"source": "test", "user": "6666", "pass": "1234", **ADD, "campaing": "TESTCAMP"}
    answer = app.request("POST", "/API/lmapi.php", data=sent)
    assert notices(answer) == [f"add_lead {HOPPER}", f"add_lead {CALLBACK}"]


@pytest.mark.usefixtures("views")
def test_an_inserted_lead_says_what_is_missing(app: AppProcess, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_list_alt_phones, vicidial_hopper")
    refuse(database, "custom_101")
    answer = app(INSERT)
    assert answer.status_code == 200
    assert answer.text.splitlines()[1:] == [
        "SUCCESS: update_lead LEAD HAS BEEN ADDED - 7275551234|101|1008|-4|6666",
        *(f"NOTICE: update_lead {line}" for line in (ALT_PHONES, CUSTOM, HOPPER)),
    ]


@pytest.mark.usefixtures("views")
def test_a_changed_lead_says_what_is_missing(app: AppProcess, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_callbacks, vicidial_hopper")
    refuse(database, "custom_101")
    answer = app(UPDATE)
    assert notices(answer) == [
        "update_lead SCHEDULED CALLBACK NOT ADDED - 1001|TESTCAMP",
        "update_lead CUSTOM FIELDS NOT UPDATED - |1001|101",
        "update_lead NOT ADDED TO HOPPER - |1001||6666",
    ]
    assert answer.text.startswith("SUCCESS: update_lead LEAD HAS BEEN UPDATED - 6666|1001|1|||\n")
    removal = {"function": "update_lead", "lead_id": "1001", "city": "Tampa", "callback": "REMOVE"}
    assert notices(app(removal | {"remove_from_hopper": "Y"})) == [
        "update_lead SCHEDULED CALLBACK NOT DELETED - 6666|1001",
        "update_lead NOT REMOVED FROM HOPPER - |1001||6666",
    ]


def test_what_fails_without_anything_done_before_is_an_error(app: AppProcess, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_callbacks, vicidial_hopper")
    for parameters in ({"callback": "Y"}, {"add_to_hopper": "Y"}, {"no_update": "Y", "add_to_hopper": "Y"}):
        answer = app({"function": "update_lead", "lead_id": "1001", "campaign_id": "TESTCAMP", **parameters})
        assert answer.status_code == 500
        assert "SUCCESS" not in answer.text


def test_a_connection_that_is_lost_behind_the_lead_leaves_it_told(app: AppProcess, database: WorkingDatabase) -> None:
    counted = errors_counted(app, "unavailable")
    with ThreadPoolExecutor(1) as caller:
        database.run("LOCK TABLES vicidial_hopper WRITE")
        try:
            answer = caller.submit(app, ADD)
            database.run(f"KILL {waiting_connection(database)}")
        finally:
            database.run("UNLOCK TABLES")
        assert notices(answer.result()) == [f"add_lead {line}" for line in (HOPPER, CALLBACK, URL)]
    assert errors_counted(app, "unavailable") == counted + 3
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE phone_number = '7275551234'") == 1


def waiting_connection(database: WorkingDatabase) -> int:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for row in database.all("SHOW PROCESSLIST"):
            if row["User"] == APP_USER and "lock" in (row["State"] or ""):
                return int(row["Id"])
        time.sleep(0.01)
    return pytest.fail("nothing waits")


CHANGES = [
    {"function": "add_user", "agent_user": "newagent", "agent_pass": "secret1", "agent_user_level": "1",
     "agent_full_name": "New", "agent_user_group": "AGENTS"},
    {"function": "copy_user", "agent_user": "newagent", "agent_pass": "secret1", "agent_full_name": "New",
     "source_user": "1001"},
    {"function": "update_user", "agent_user": "1001", "agent_full_name": "Changed"},
    {"function": "update_user", "agent_user": "1001", "delete_user": "Y"},
    {"function": "add_dnc_phone", "phone_number": "7275551234", "campaign_id": "SYSTEM_INTERNAL"},
    {"function": "add_list", "list_id": "4711", "list_name": "New list", "campaign_id": "TESTCAMP"},
    {"function": "update_list", "list_id": "101", "list_name": "Changed"},
    {"function": "update_campaign", "campaign_id": "TESTCAMP", "campaign_name": "Changed"},
    {"function": "add_did", "did_pattern": "7275559999"},
]  # fmt: skip


@pytest.mark.parametrize(
    "change", CHANGES, ids=lambda change: "-".join(list(change.values())[:1] + list(change)[-1:])
)
def test_a_change_that_the_admin_log_does_not_take_is_told_as_made(
    app: AppProcess, database: WorkingDatabase, change: dict[str, str]
) -> None:
    database.run("UPDATE vicidial_users SET delete_users = '1' WHERE user = '6666'")
    database.run("DROP TABLE vicidial_admin_log")
    answer = app(change)
    assert notices(answer) == [f"{change['function']} ADMIN LOG NOT WRITTEN - 6666"]
    assert len(answer.text.splitlines()) == 2


NEW_USER, COPIED_USER = CHANGES[0], CHANGES[1]
NEW_PHONE = {
    "function": "add_phone", "extension": "cc200", "dialplan_number": "200", "voicemail_id": "200",
    "phone_login": "200", "phone_pass": "secret1", "server_ip": "10.10.10.15", "protocol": "SIP",
    "registration_password": "secret1", "phone_full_name": "New", "local_gmt": "-5.00", "outbound_cid": "7275551200",
}  # fmt: skip
MONITOR = {
    "function": "blind_monitor", "phone_login": "350a", "session_id": "8600051", "server_ip": "10.10.10.15",
    "stage": "MONITOR",
}  # fmt: skip


@pytest.mark.usefixtures("views")
@pytest.mark.parametrize(
    ("table", "change", "missing"),
    [
        ("system_settings", NEW_USER | {"agent_user": "AUTOGENERATED"}, "NUMBER OF THE USER NOT NOTED - 6666"),
        ("vicidial_campaign_agents", COPIED_USER, "RANKS NOT COPIED - 6666"),
        ("servers", NEW_PHONE, "SERVER NOT ASKED TO REBUILD ITS CONFIGURATION - 6666"),
        ("vicidial_dnc_log", CHANGES[4], "DNC LOG NOT WRITTEN - 6666"),
        ("vicidial_dial_log", MONITOR, "MONITORING NOT LOGGED - 6666"),
        ("vicidial_hopper", CHANGES[7] | {"reset_hopper": "Y"}, "HOPPER HAS NOT BEEN RESET - 6666|TESTCAMP|"),
        ("vicidial_list", CHANGES[6] | {"reset_list": "Y"}, "LEADS IN LIST HAVE NOT BEEN RESET - 6666|101|"),
        ("vicidial_list", CHANGES[6] | {"delete_leads": "Y"}, "LEADS IN LIST HAVE NOT BEEN DELETED - 6666|101|"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_change_whose_further_steps_fail_is_told_as_made(
    app: AppProcess, database: WorkingDatabase, table: str, change: dict[str, str], missing: str
) -> None:
    database.run("UPDATE vicidial_users SET delete_lists = '1' WHERE user = '6666'")
    database.run(
        "REPLACE INTO vicidial_conferences (conf_exten, server_ip, extension) VALUES ('8600051', '10.10.10.15', 'x')"
    )
    refuse(database, table)
    assert notices(app(change)) == [f"{change['function']} {missing}"]


@pytest.mark.usefixtures("views")
@pytest.mark.parametrize(
    ("table", "change", "notes"),
    [
        ("vicidial_inbound_group_agents", COPIED_USER, "   rows: 1,0,0"),
        ("vicidial_dnc_log", CHANGES[4], "|1|0"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_further_step_that_fails_counts_no_rows_in_the_admin_log(
    app: AppProcess, database: WorkingDatabase, table: str, change: dict[str, str], notes: str
) -> None:
    refuse(database, table)
    app(change)
    logged = database.value("SELECT event_notes FROM vicidial_admin_log ORDER BY admin_log_id DESC LIMIT 1")
    assert logged.endswith(notes)
