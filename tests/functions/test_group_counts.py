"""user_group_status and in_group_status: what is counted where, and what nobody recorded."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

MANAGER = {"user": "7777", "pass": "mgrpass1"}
FUNCTIONS = {"user_group_status": "user_groups", "in_group_status": "in_groups"}
LEFT_CHAT = (
    "INSERT INTO vicidial_live_chats (chat_id, chat_start_time, chat_creator, lead_id)"
    " VALUES (31, '2025-07-15 14:20:00', '1001', 1001);"
    "INSERT INTO vicidial_chat_log (chat_id, message, poster) VALUES ('31', 'Walter has left chat', 'x')"
)


def counts(api: AppProcess, function: str, names: str, **more: str) -> dict[str, str]:
    """The answer by its header."""
    answer = api(function=function, header="YES", **{FUNCTIONS[function]: names}, **more)
    assert answer.status_code == 200
    header, row = answer.content.decode("utf8").splitlines()
    return dict(zip(header.split("|"), row.split("|"), strict=True))


def of_agents(api: AppProcess, **more: str) -> dict[str, str]:
    """What counts for the agents of the group AGENTS, zeros left out."""
    found = counts(api, "user_group_status", "AGENTS", **more)
    return {name: value for name, value in found.items() if name.startswith("agents_in") and value != "0"}


@pytest.mark.parametrize(
    ("setup", "expected"),
    [
        ("DO 0", {"agents_in_calls": "1"}),
        ("UPDATE vicidial_live_agents SET lead_id = 1002 WHERE user = '1002'",
         {"agents_in_calls": "1", "agents_in_dispo": "1"}),
        ("UPDATE vicidial_live_agents SET status = 'READY' WHERE user = '1001'", {"agents_in_dispo": "1"}),
        ("INSERT INTO parked_channels (channel, server_ip, channel_group)"
         " VALUES ('SIP/1', '10.10.10.15', 'V7151426400000001001'); DELETE FROM vicidial_auto_calls",
         {"agents_in_calls": "1"}),
        ("UPDATE vicidial_live_agents SET comments = 'CHAT' WHERE user = '1001'; DELETE FROM vicidial_auto_calls",
         {"agents_in_calls": "1"}),
        ("UPDATE vicidial_live_agents SET comments = 'chat' WHERE user = '1001';" + LEFT_CHAT,
         {"agents_in_dead_calls": "1"}),
        ("UPDATE vicidial_live_agents SET callerid = '1001' WHERE user = '1001'", {"agents_in_calls": "1"}),
        ("UPDATE vicidial_live_agents SET callerid = '100.' WHERE user = '1001'", {"agents_in_dead_calls": "1"}),
        ("UPDATE vicidial_live_agents SET callerid = '(' WHERE user = '1001'", {"agents_in_dead_calls": "1"}),
        ("UPDATE vicidial_live_agents SET callerid = '' WHERE user = '1001'; DELETE FROM vicidial_auto_calls",
         {"agents_in_dead_calls": "1"}),
        ("UPDATE vicidial_live_agents SET comments = 'MANUAL' WHERE user = '1001';"
         "UPDATE vicidial_auto_calls SET uniqueid = NULL, channel = NULL",
         {"agents_in_calls": "1", "agents_in_dial": "1"}),
    ],
    ids=["talking", "paused with a lead", "ready with a lead", "parked", "chat", "chat that was left",
         "end of a caller code", "regular expression", "broken regular expression", "no caller code, no call",
         "dialing"],
)  # fmt: skip
def test_each_state_counts_in_its_columns(
    api: AppProcess, database: WorkingDatabase, setup: str, expected: dict[str, str]
) -> None:
    database.run(setup)
    assert of_agents(api) == expected


def test_a_caller_code_is_compared_exactly_with_the_end_of_a_calls(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_auto_calls SET callerid = 'V715142640000000x' WHERE auto_call_id = 1")
    database.run("UPDATE vicidial_live_agents SET callerid = 'X' WHERE user = '1001'")
    assert of_agents(api) == {"agents_in_dead_calls": "1"}


def test_a_user_limited_in_campaigns_sees_calls_of_in_groups_for_everybody(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_auto_calls SET status = 'LIVE', campaign_id = 'SALESLINE'")
    database.run("UPDATE vicidial_inbound_groups SET user_group = '---ALL---' WHERE group_id = 'SALESLINE'")
    assert counts(api, "user_group_status", "AGENTS", **MANAGER)["calls_waiting"] == "2"
    assert counts(api, "in_group_status", "SALESLINE", **MANAGER)["total_calls"] == "2"
    database.run("UPDATE vicidial_inbound_groups SET user_group = 'ADMIN' WHERE group_id = 'SALESLINE'")
    assert counts(api, "user_group_status", "AGENTS", **MANAGER)["calls_waiting"] == "0"
    assert counts(api, "in_group_status", "SALESLINE", **MANAGER)["total_calls"] == "0"


def test_naming_a_campaign_counts_its_outbound_calls(api: AppProcess) -> None:
    found = counts(api, "in_group_status", "testcamp")
    assert (found["total_calls"], found["agents_logged_in"]) == ("1", "0")


def test_in_group_agents_need_an_account_of_a_viewable_group(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET user_group = 'ADMIN' WHERE user = '1001'")
    assert counts(api, "in_group_status", "SALESLINE", **MANAGER)["agents_logged_in"] == "0"
    assert counts(api, "in_group_status", "SALESLINE")["agents_logged_in"] == "1"
    database.run("DELETE FROM vicidial_users WHERE user = '1001'")
    assert counts(api, "in_group_status", "SALESLINE")["agents_logged_in"] == "0"


@pytest.mark.parametrize("function", FUNCTIONS)
def test_9999_characters_are_names_and_10000_are_refused(
    api: AppProcess, database: WorkingDatabase, function: str
) -> None:
    most = "AGENTS|" + "x" * 9992
    sent = {"function": function, "source": "test", "user": "6666", "pass": "1234"}
    assert api(bare=True, form={**sent, FUNCTIONS[function]: most}).text.startswith("AGENTS xxx")
    refused = api(bare=True, form={**sent, FUNCTIONS[function]: most + "x"}).text
    assert refused == f"ERROR: {function} INVALID SEARCH PARAMETERS: 6666|{most}x\n"
    assert database.value("SELECT MAX(result_reason) FROM vicidial_api_log WHERE result = 'ERROR'") == (
        f"{function} INVALID SEARCH PARAMETERS"
    )


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("names", ["AGENTS') OR ('1'='1", "AGENTS\\", "%27) OR 1=1 -- "])
def test_names_are_only_ever_names(api: AppProcess, function: str, names: str) -> None:
    assert counts(api, function, f"NOSUCH{names}")["agents_logged_in"] == "0"


@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_array_is_no_name(api: AppProcess, function: str) -> None:
    answer = api({"function": function, f"{FUNCTIONS[function]}[]": "AGENTS"})
    assert answer.text == f"ERROR: {function} INVALID SEARCH PARAMETERS: 6666|\n"


@pytest.mark.parametrize("function", FUNCTIONS)
def test_counting_takes_six_statements_at_the_most(
    api: AppProcess, function: str, count_statements: CountStatements
) -> None:
    counts(api, function, "AGENTS")
    with count_statements() as sent:
        counts(api, function, "AGENTS", **MANAGER)
    assert len(sent) <= 6, str(sent)
