"""campaigns_list and agent_campaigns: who sees what, odd names, and statements."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

NONE_VIEWABLE = "ERROR: campaigns_list THIS USER HAS NO VIEWABLE CAMPAIGNS: 6666|\n"


def ask(api: AppProcess, function: str, **parameters: str) -> str:
    answer = api(function=function, **parameters)
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def ids(answer: str) -> set[str]:
    return {line.split("|")[0] for line in answer.splitlines()}


@pytest.mark.parametrize(
    ("allowed", "seen"),
    [
        (" -ALL-CAMPAIGNS- - -", {"TESTCAMP", "SALESCMP", "OLDCAMP"}),
        (" x-allied -", {"TESTCAMP", "SALESCMP", "OLDCAMP"}),
        (" testcamp OLDCAMP -", {"TESTCAMP", "OLDCAMP"}),
        ("TESTCAMP", {"TESTCAMP"}),
        (" TEST'CAMP \\' \" TESTCAMP -", {"TESTCAMP"}),
    ],
)
def test_a_user_sees_the_campaigns_of_the_user_group(
    api: AppProcess, database: WorkingDatabase, allowed: str, seen: set[str]
) -> None:
    database.run("UPDATE vicidial_user_groups SET allowed_campaigns = %s WHERE user_group = 'ADMIN'", allowed)
    answer = ask(api, "campaigns_list")
    assert ids(answer) == seen
    data = database.value("SELECT data FROM vicidial_api_log")
    assert sorted(data.removeprefix("6666|").removesuffix("|").split(",")) == sorted(f"'{id_}'" for id_ in seen)


def test_a_campaign_neither_active_nor_inactive_is_left_out(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_campaigns SET active = NULL WHERE campaign_id = 'TESTCAMP'")
    assert ids(ask(api, "campaigns_list")) == {"SALESCMP", "OLDCAMP"}
    assert ask(api, "campaigns_list", campaign_id="TESTCAMP", header="YES") == NONE_VIEWABLE


def test_the_last_field_of_a_form_may_hold_an_apostrophe(api: AppProcess, database: WorkingDatabase) -> None:
    answer = api(form={"function": "campaigns_list", "campaign_id": "OLDCAMP", "note": "it's \\ here"})
    assert answer.text.startswith("OLDCAMP|")
    assert database.value("SELECT value FROM vicidial_api_log") == "it's \\ here"


@pytest.mark.parametrize("closers", [" SUPPORT O'Brien \\ -", ' "SUPPORT" SUPPORT\\ SUPPORT', "SUPPORT -"])
def test_words_with_quotes_are_plain_words(api: AppProcess, database: WorkingDatabase, closers: str) -> None:
    database.run("UPDATE vicidial_campaigns SET closer_campaigns = %s WHERE campaign_id = 'TESTCAMP'", closers)
    database.run(
        "UPDATE vicidial_user_groups SET allowed_campaigns = ' \\' \\\\ TESTCAMP -' WHERE user_group = 'AGENTS'"
    )
    assert ask(api, "agent_campaigns", agent_user="1001") == "1001|TESTCAMP|SUPPORT\n"


@pytest.mark.parametrize(("ignored", "shown"), [("Y", "SUPPORT"), ("y", "AGENTDIRECT-SUPPORT")])
def test_direct_queues_are_left_out_on_request(
    api: AppProcess, database: WorkingDatabase, ignored: str, shown: str
) -> None:
    database.run("UPDATE vicidial_campaigns SET closer_campaigns = ' AGENTDIRECT SUPPORT -'")
    answer = ask(api, "agent_campaigns", agent_user="1001", ignore_agentdirect=ignored)
    assert sorted(answer.strip().split("|")[2].split("-")) == shown.split("-")


@pytest.mark.parametrize("closers", [None, "", " -", "-"])
def test_an_agent_may_have_no_in_group(api: AppProcess, database: WorkingDatabase, closers: str | None) -> None:
    database.run("UPDATE vicidial_campaigns SET closer_campaigns = %s", closers)
    assert ask(api, "agent_campaigns", agent_user="1001", stage="tab") == "1001\tTESTCAMP\t\n"


def test_an_agent_whose_group_is_gone_may_use_no_campaign(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET user_group = 'GHOSTS', active = 'N' WHERE user = '1001'")
    assert ask(api, "agent_campaigns", agent_user="1001", header="YES") == (
        "ERROR: agent_campaigns THIS AGENT USER HAS NO AVAILABLE CAMPAIGNS: 1001|6666|\n"
    )


@pytest.mark.parametrize("function", ["campaigns_list", "agent_campaigns"])
def test_arrays_count_as_missing(api: AppProcess, function: str) -> None:
    answer = api({"function": function, "agent_user": "1001", "campaign_id[]": "NOPE", "stage[]": "csv"})
    assert "TESTCAMP|" in answer.text


@pytest.mark.parametrize(("function", "most"), [("campaigns_list", 5), ("agent_campaigns", 7)])
def test_few_statements(api: AppProcess, count_statements: CountStatements, function: str, most: int) -> None:
    ask(api, "campaigns_list")
    with count_statements() as sent:
        ask(api, function, agent_user="1001")
    assert len(sent) <= most, sent
