"""agent_status and logged_in_agents: what an agent is doing behind the live status, and how it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]
Explain = Callable[[str], list[dict[str, Any]]]

MANAGER = {"user": "7777", "pass": "mgrpass1"}
CALL = "V7151426400000001001"

PARKED = (
    "INSERT INTO parked_channels (channel, server_ip, channel_group)"
    f" VALUES ('SIP/1', '10.10.10.15', '{CALL}')"
)  # fmt: skip
NO_CALL = "DELETE FROM vicidial_auto_calls"
UNANSWERED = f"UPDATE vicidial_auto_calls SET uniqueid = NULL, channel = 'SIP' WHERE callerid = '{CALL}'"
SHARED_LEAD = "UPDATE vicidial_live_agents SET status = 'INCALL', lead_id = 1001 WHERE user = '1003'"
LEFT_CHAT = (
    "INSERT INTO vicidial_live_chats (chat_id, chat_start_time, chat_creator, lead_id)"
    " VALUES (31, '2025-07-15 14:20:00', '1001', 1001);"
    "INSERT INTO vicidial_chat_log (chat_id, message, poster) VALUES ('31', 'Walter has left chat', 'x')"
)


def agent(**columns: str | int | None) -> str:
    """Change the live agent 1001, who is in a call with lead 1001."""
    values = ", ".join(
        f"{column} = " + ("NULL" if value is None else f"'{value}'") for column, value in columns.items()
    )
    return f"UPDATE vicidial_live_agents SET {values} WHERE user = '1001'"


def show(api: AppProcess, **more: str) -> list[str]:
    """The fields that agent_status shows of agent 1001."""
    answer = api(function="agent_status", **{"agent_user": "1001", **more})
    assert answer.status_code == 200
    return answer.content.decode("utf8").removesuffix("\n").split("|")


def listed(api: AppProcess, **more: str) -> list[str]:
    """The lines of logged_in_agents."""
    answer = api(function="logged_in_agents", **more)
    assert answer.status_code == 200
    return answer.content.decode("utf8").splitlines()


def logged(database: WorkingDatabase) -> tuple[str, str, str]:
    row = database.one("SELECT result, result_reason, data FROM vicidial_api_log ORDER BY api_id DESC LIMIT 1")
    return row["result"], row["result_reason"], row["data"]


@pytest.mark.parametrize(
    ("setup", "sub_status"),
    [
        ([], ""),
        ([SHARED_LEAD], "3-WAY"),
        ([SHARED_LEAD, agent(lead_id=0), "UPDATE vicidial_live_agents SET lead_id = 0"], ""),
        ([SHARED_LEAD, PARKED], "PARK"),
        ([SHARED_LEAD, NO_CALL], "DEAD"),
        ([SHARED_LEAD, agent(comments="MANUAL"), UNANSWERED], "DIAL"),
        ([SHARED_LEAD, agent(comments="email"), NO_CALL], "3-WAY"),
        ([PARKED, NO_CALL], "PARK"),
        ([PARKED, agent(comments="CHAT"), LEFT_CHAT], "PARK"),
        ([PARKED, agent(callerid="")], "DEAD"),
        ([agent(comments="MANUAL"), UNANSWERED], "DIAL"),
        ([agent(comments="manual"), UNANSWERED], ""),
        ([agent(comments="MANUAL"), UNANSWERED, "UPDATE vicidial_auto_calls SET uniqueid = '12345'"], ""),
        ([agent(comments="MANUAL"), UNANSWERED, "UPDATE vicidial_auto_calls SET uniqueid = '1234'"], "DIAL"),
        ([agent(comments="MANUAL"), UNANSWERED, "UPDATE vicidial_auto_calls SET channel = 'SIP/'"], "DIAL"),
        ([agent(comments="MANUAL"), UNANSWERED, "UPDATE vicidial_auto_calls SET channel = 'SIP/1'"], ""),
        ([agent(comments=None), UNANSWERED], ""),
        ([agent(comments="CHAT"), NO_CALL], ""),
        ([agent(comments="CHAT"), LEFT_CHAT], "DEAD"),
        ([agent(comments="CHAT"), LEFT_CHAT, "UPDATE vicidial_live_chats SET chat_creator = '1002'"], ""),
        ([agent(comments="CHAT"), LEFT_CHAT, "UPDATE vicidial_live_chats SET lead_id = 1002"], ""),
        ([agent(comments="CHAT"), LEFT_CHAT, "UPDATE vicidial_chat_log SET chat_id = '031'"], ""),
        ([agent(comments="EMAIL"), NO_CALL], ""),
        ([agent(callerid=None)], "DEAD"),
        ([agent(status="PAUSED")], "DISPO"),
        ([agent(status="PAUSED", lead_id=0)], ""),
        ([agent(status="PAUSED", lead_id=0, preview_lead_id=1002)], "PREVIEW"),
        ([agent(status="PAUSED", lead_id=0, preview_lead_id=None)], ""),
        ([agent(status="READY")], ""),
        ([agent(status="QUEUE"), NO_CALL], ""),
        ([agent(status="READY", on_hook_agent="Y", ring_callerid="Y" * 19)], "RING"),
        ([agent(status="READY", on_hook_agent="Y", ring_callerid="Y" * 18)], ""),
        ([agent(status="READY", on_hook_agent="N", ring_callerid="Y" * 19)], ""),
        ([agent(status="PAUSED", on_hook_agent="Y", ring_callerid="Y" * 19)], "DISPO"),
        ([agent(on_hook_agent="Y", ring_callerid="Y" * 19)], "RING"),
        ([agent(on_hook_agent="Y", ring_callerid="Y" * 19), NO_CALL], "DEAD"),
    ],
)
def test_both_functions_show_the_same_sub_status(
    api: AppProcess, database: WorkingDatabase, setup: list[str], sub_status: str
) -> None:
    for statement in setup:
        database.run(statement)
    assert show(api)[9] == sub_status
    assert listed(api, show_sub_status="YES")[0].split("|")[11] == sub_status


def test_an_agent_who_previews_a_lead_is_shown_with_it(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(agent(status="PAUSED", preview_lead_id=1002, callerid=""))
    fields = show(api)
    assert (fields[2], fields[10], fields[11]) == ("1002", "3125552222", "VLC-1002")
    assert listed(api, show_sub_status="YES")[0].split("|")[4] == "1002"
    assert listed(api)[0].split("|")[4] == "1001"


@pytest.mark.parametrize(
    ("of_call", "shown"),
    [("7275550000", "7275550000"), ("4110", "4110"), ("411", "7275551111"), (None, "7275551111")],
)
def test_the_number_of_the_call_wins_over_the_leads_unless_it_is_short(
    api: AppProcess, database: WorkingDatabase, of_call: str | None, shown: str
) -> None:
    database.run("UPDATE vicidial_auto_calls SET phone_number = %s WHERE callerid = %s", of_call, CALL)
    assert show(api)[10] == shown


def test_a_call_without_caller_code_is_nobodys(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_auto_calls SET callerid = '', phone_number = '7275550000'")
    database.run(agent(callerid="", status="QUEUE"))
    assert show(api)[10] == "7275551111"


def test_an_agent_of_a_group_that_may_not_be_viewed_is_not_found(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET user_group = 'ADMIN' WHERE user = '1001'")
    assert show(api, **MANAGER) == ["ERROR: agent_status AGENT NOT FOUND: 7777", "1001"]


@pytest.mark.parametrize(("groups", "limits"), [("", False), (" X ", False), (" XY ", True), (" É ", True)])
def test_viewable_groups_of_three_bytes_limit_nothing(
    api: AppProcess, database: WorkingDatabase, groups: str, limits: bool
) -> None:
    database.run("UPDATE vicidial_user_groups SET admin_viewable_groups = %s WHERE user_group = 'MANAGER'", groups)
    assert (show(api, **MANAGER) == ["ERROR: agent_status AGENT NOT FOUND: 7777", "1001"]) is limits


def test_an_inactive_agent_is_shown_and_found_in_any_case(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET user = 'Anna', active = 'N' WHERE user = '1001'")
    database.run(agent(user="ANNA"))
    assert show(api, agent_user="anna")[0] == "INCALL"
    assert logged(database)[2] == "6666|anna|pipe"


LOGIN = "INSERT INTO vicidial_user_log (user, event, event_date, computer_ip) VALUES ('1001', %s, %s, %s)"


def test_the_address_is_that_of_the_newest_login_before_the_last_two_days(
    api: AppProcess, database: WorkingDatabase
) -> None:
    for event, date, address in [
        ("LOGIN", "2025-07-10 09:00:00", "192.0.2.10"),
        ("LOGIN", "2025-07-11 09:00:00", "192.0.2.11"),
        ("LOGOUT", "2025-07-12 09:00:00", "192.0.2.12"),
        ("LOGIN", "2025-07-09 09:00:00", "192.0.2.9"),
    ]:
        database.run(LOGIN, event, date, address)
    assert show(api, include_ip="YES")[13:] == ["192.0.2.11"]
    assert len(show(api)) == 13


def test_without_an_address_the_header_has_a_column_more_than_the_row(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("DELETE FROM vicidial_user_log")
    answer = api(function="agent_status", agent_user="1001", include_ip="YES", header="YES").text
    header, row = answer.splitlines()
    assert (header.split("|")[-1], len(header.split("|")), len(row.split("|"))) == ("computer_ip", 14, 13)


@pytest.mark.parametrize("name", ["Mary O'Brien", "back\\slash", 'a "b"', "100%s %", "日本 Agent"])
def test_any_name_is_shown_and_logged_as_it_is(api: AppProcess, database: WorkingDatabase, name: str) -> None:
    database.run("UPDATE vicidial_users SET full_name = %s WHERE user = '1001'", name)
    answer = api(function="agent_status", agent_user="1001").content.decode("utf8")
    assert f"|{name}|AGENTS|" in answer
    assert logged(database)[:2] == ("SUCCESS", f"agent_status {answer}")
    answer = api(function="logged_in_agents").content.decode("utf8")
    assert f"|{name}|AGENTS|" in answer
    assert logged(database)[:2] == ("SUCCESS", f"logged_in_agents {answer}"[:255])


@pytest.mark.parametrize("agent_user", ["1001' OR '1'='1", "1001\\", "%27--", "\xff\xfe"])
def test_an_agent_name_is_only_ever_a_name(api: AppProcess, agent_user: str) -> None:
    answer = api(function="agent_status", agent_user=agent_user)
    assert answer.status_code == 200
    assert "Bob" not in answer.text


def test_an_array_is_no_agent(api: AppProcess) -> None:
    answer = api({"function": "agent_status", "agent_user[]": "1001"})
    assert answer.text == "ERROR: agent_status INVALID SEARCH PARAMETERS: 6666|\n"


def test_an_agents_letters_beyond_ascii_count_in_bytes(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    assert "AGENT NOT FOUND" in api(function="agent_status", agent_user="é" * 49 + "x").text
    assert "INVALID SEARCH PARAMETERS" in api(function="agent_status", agent_user="é" * 50).text


def test_a_user_group_that_is_asked_for_limits_the_lines_but_not_the_count_in_the_log(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_users SET user_group = 'ADMIN' WHERE user = '1002'")
    assert [line.split("|")[0] for line in listed(api, user_groups="admin|NOSUCH")] == ["1002"]
    assert logged(database)[2] == "6666|3|pipe"


def test_a_blank_name_between_bars_is_the_blank_campaign(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(agent(campaign_id=""))
    assert [line.split("|")[0] for line in listed(api, campaigns="|NOSUCH")] == ["1001"]


def test_agents_without_an_allowed_campaign_are_not_listed(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_user_groups SET allowed_campaigns = '' WHERE user_group = 'MANAGER'")
    assert listed(api, **MANAGER) == ["ERROR: logged_in_agents NO LOGGED IN AGENTS: 7777|"]
    database.run(agent(campaign_id=""))
    assert [line.split("|")[0] for line in listed(api, **MANAGER)] == ["1001"]


def test_an_agents_status_takes_six_statements_at_the_most(
    api: AppProcess, count_statements: CountStatements
) -> None:
    show(api)
    with count_statements() as sent:
        show(api, include_ip="YES", header="YES")
    assert len(sent) <= 6, str(sent)


def test_five_hundred_agents_take_as_many_statements_as_three(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements
) -> None:
    listed(api)
    with count_statements() as for_three:
        listed(api, show_sub_status="YES")
    database.run(
        """
        INSERT INTO vicidial_users (user, pass, full_name, user_level, user_group)
        SELECT CONCAT('agent', seq), '', CONCAT('Agent ', seq), 1, 'AGENTS' FROM seq_1_to_500;
        INSERT INTO vicidial_auto_calls (server_ip, campaign_id, status, lead_id, callerid, uniqueid, channel)
        SELECT '10.10.10.15', 'TESTCAMP', 'LIVE', 5000 + seq, CONCAT('V', seq), '1752604000.1', 'SIP/trunk'
        FROM seq_1_to_400;
        INSERT INTO vicidial_live_agents (user, server_ip, status, campaign_id, lead_id, callerid, comments)
        SELECT CONCAT('agent', seq), '10.10.10.15', 'INCALL', 'TESTCAMP', 5000 + seq, CONCAT('V', seq), 'AUTO'
        FROM seq_1_to_500
        """
    )
    with count_statements() as for_many:
        lines = listed(api, show_sub_status="YES")
    assert len(lines) == 503
    assert sum(line.endswith("|DEAD") for line in lines) == 100
    assert len(for_many) == len(for_three) <= 5, str(for_many)


def test_everything_that_can_grow_is_found_by_an_index(
    start_app: StartApp, database: WorkingDatabase, count_statements: CountStatements, explain: Explain
) -> None:
    # Prepared ones are not in the log with their text.
    app = start_app({"NONAGENT_DB_DIRECT": "no"})
    database.run(
        """
        INSERT INTO vicidial_chat_log (chat_id, message, poster) SELECT CONCAT(seq), 'hello', 'x' FROM seq_1_to_2000;
        INSERT INTO vicidial_live_chats (chat_start_time, chat_creator, lead_id)
        SELECT '2025-07-15 14:00:00', 'x', seq FROM seq_1_to_500;
        INSERT INTO vicidial_agent_log (user, agent_log_id) SELECT 'x', 1000 + seq FROM seq_1_to_2000;
        INSERT INTO vicidial_auto_calls (server_ip, lead_id, callerid)
        SELECT '10.10.10.15', seq, CONCAT('X', seq) FROM seq_1_to_500;
        ANALYZE TABLE vicidial_chat_log, vicidial_live_chats, vicidial_agent_log
        """
    )
    with count_statements() as sent:
        show(app)
    (statement,) = (text for text in sent if "vicidial_live_agents" in text)
    unindexed = {plan["table"] for plan in explain(statement) if plan["type"] == "ALL"}
    # There are never many live agents; VICIdial gives parked_channels no index.
    assert unindexed <= {"agent", "other", "parked_channels"}
