"""update_remote_agent and user_details: branches and hostile values that no recorded case shows."""

from __future__ import annotations

import pytest

from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

LIMITED = {"user": "7777", "pass": "mgrpass1"}


def update(api: AppProcess, **parameters: str) -> str:
    answer = api({"function": "update_remote_agent", "agent_user": "1004", **parameters})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def test_a_remote_agent_without_a_user_is_nobodys_to_change(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_remote_agents SET user_start = 'ghost'")
    assert update(api, agent_user="ghost", number_of_lines="2") == (
        "ERROR: update_remote_agent USER DOES NOT HAVE PERMISSION TO UPDATE THIS REMOTE AGENT: |6666|ghost|<=|9\n\n"
    )
    assert database.value("SELECT data FROM vicidial_api_log") == "ghost|<=|9\n"


def test_one_row_of_that_status_is_enough_to_leave_all_of_them(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "INSERT INTO vicidial_remote_agents (user_start, server_ip, status, campaign_id)"
        " VALUES ('1004', '10.10.10.16', 'ACTIVE', 'TESTCAMP')"
    )
    assert update(api, status="ACTIVE", number_of_lines="9") == (
        "NOTICE: update_remote_agent REMOTE AGENT IS ALREADY ACTIVE: |6666|1004\n"
        "SUCCESS: update_remote_agent REMOTE AGENT HAS BEEN UPDATED - 6666|1004|\n"
    )
    rows = database.all("SELECT status, number_of_lines FROM vicidial_remote_agents ORDER BY remote_agent_id")
    assert [(row["status"], row["number_of_lines"]) for row in rows] == [("INACTIVE", 9), ("ACTIVE", 9)]
    assert [row["result"] for row in database.all("SELECT result FROM vicidial_api_log")] == ["NOTICE", "SUCCESS"]
    sql = database.value("SELECT event_sql FROM vicidial_admin_log")
    assert sql == "UPDATE vicidial_remote_agents SET `number_of_lines` = '9' WHERE user_start = '1004'"


@pytest.mark.parametrize("lines", ["0", "000", "1000", "9" * 5000])
def test_a_number_of_lines_outside_the_limits_is_refused(api: AppProcess, lines: str) -> None:
    assert "YOU MUST USE A VALID NUMBER OF LINES, " in update(api, number_of_lines=lines)


@pytest.mark.parametrize(
    ("allowed", "accepted"),
    [(" SALESCMP TESTCAMP - ", True), (" -ALL-CAMPAIGNS- - -", True), (" -all ", True), (" TESTCAMP -", False)],
)
def test_the_campaign_must_be_one_of_the_callers(
    api: AppProcess, database: WorkingDatabase, allowed: str, accepted: bool
) -> None:
    database.run("UPDATE vicidial_user_groups SET allowed_campaigns = %s WHERE user_group = 'MANAGER'", allowed)
    answer = update(api, **LIMITED, campaign_id="SALESCMP")
    assert answer.startswith("SUCCESS") is accepted
    assert answer.endswith("|1004|\n" if accepted else "THIS IS AN OPTIONAL FIELD: |7777|SALESCMP|0\n")


def details(api: AppProcess, **parameters: str) -> str:
    answer = api({"function": "user_details", "agent_user": "1001", **parameters})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def test_quotes_and_backslashes_are_printed_and_logged_as_they_are(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_users SET full_name = %s WHERE user = '1001'", r"O'Brien \n | x")
    line = "1001|O'Brien \\n | x|AGENTS|1|Y\n"
    assert details(api) == line
    row = database.one("SELECT result, result_reason, data FROM vicidial_api_log")
    assert row == {"result": "SUCCESS", "result_reason": f"user_details {line}", "data": "6666|1001|pipe"}


def test_values_that_are_null_print_as_nothing(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "UPDATE vicidial_users SET full_name = NULL, user_group = NULL, user_level = NULL WHERE user = '1001'"
    )
    assert details(api, stage="tab") == "1001\t\t\t\tY\n"
    assert details(api, **LIMITED) == "ERROR: user_details USER NOT FOUND: 7777|1001\n"


@pytest.mark.parametrize("header", ["yes", "Y", "YES1"])
def test_only_one_word_asks_for_a_header(api: AppProcess, header: str) -> None:
    assert details(api, header=header) == "1001|Alice Agent|AGENTS|1|Y\n"


def test_a_user_without_a_group_is_seen_by_everybody(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET user_group = '' WHERE user = '1001'")
    assert details(api, **LIMITED) == "1001|Alice Agent||1|Y\n"
