"""agent_stats_export: which rows make one line, and what the recorded cases leave open."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

COLUMNS = (
    "agent_log_id, user, server_ip, event_time, lead_id, campaign_id, pause_epoch, pause_sec, dispo_sec, sub_status"
)
DAY = {"datetime_start": "2025-07-14+00:00:00", "datetime_end": "2025-07-14+23:59:59", "time_format": "S"}


@pytest.fixture
def agent_log(database: WorkingDatabase) -> Any:
    """agent_log("user", ...) makes a row a user, in this order, and no others."""
    database.run("DELETE FROM vicidial_agent_log")

    def fill(*users: str, campaign: str = "TESTCAMP", sub_status: str = "") -> None:
        for number, user in enumerate(users, 1):
            database.run(
                f"INSERT INTO vicidial_agent_log ({COLUMNS})"
                " VALUES (%s, %s, '', '2025-07-14 09:00:00', 1, %s, 1752498000, %s, %s, %s)",
                number, user, campaign, 10 ** number, number, sub_status,
            )  # fmt: skip

    return fill


def stats(api: AppProcess, **parameters: str) -> list[list[str]]:
    """The fields of each line."""
    answer = api(function="agent_stats_export", **{**DAY, **parameters})
    assert answer.status_code == 200
    return [line.split("|") for line in answer.text.splitlines()]


def test_spellings_that_differ_in_case_are_one_agent_called_as_first_met(api: AppProcess, agent_log: Any) -> None:
    agent_log("Ghost", "ghost", "GHOST")
    (line,) = stats(api)
    assert (line[0], line[3], line[9]) == ("Ghost", "3", "1110")


def test_a_dot_in_a_name_stands_for_any_character_of_the_next(api: AppProcess, agent_log: Any) -> None:
    agent_log("abc", "a.c", "abd")
    assert [(line[0], line[9]) for line in stats(api)] == [("a.c", "110"), ("abd", "1000")]


def test_the_whole_name_must_match(api: AppProcess, agent_log: Any) -> None:
    agent_log("10", "1001")
    assert [line[0] for line in stats(api)] == ["10", "1001"]


@pytest.mark.parametrize("name", ["a(b", "a/b", "a[b", "a\\b", "a+b", "a'b", "a|b"])
def test_names_with_signs_of_a_pattern_are_compared_as_they_are(api: AppProcess, agent_log: Any, name: str) -> None:
    agent_log(name, name)
    assert api(function="agent_stats_export", **DAY, stage="tab").text.split("\t")[:4] == [name, "", "", "2"]


def test_names_that_differ_in_an_accent_are_two_agents(api: AppProcess, agent_log: Any) -> None:
    agent_log("Jose", "José", "Jose")
    assert [(line[0], line[9]) for line in stats(api)] == [("Jose", "1010"), ("José", "100")]


def test_sessions_are_rows_with_login_in_capitals(api: AppProcess, database: WorkingDatabase, agent_log: Any) -> None:
    agent_log("1001", "1001", "1001", sub_status="LOGIN")
    database.run("UPDATE vicidial_agent_log SET sub_status = 'login' WHERE agent_log_id = 2")
    database.run("UPDATE vicidial_agent_log SET sub_status = 'XLOGIN' WHERE agent_log_id = 3")
    assert stats(api)[0][10] == "2"


def test_the_first_rows_wrap_up_counts_twice_unless_grouped(api: AppProcess, agent_log: Any) -> None:
    agent_log("1001", "1001")
    assert stats(api)[0][18] == "4"
    assert stats(api, group_by_campaign="YES")[0][19] == "3"


def test_grouped_an_agent_has_a_line_in_each_campaign(
    api: AppProcess, database: WorkingDatabase, agent_log: Any
) -> None:
    agent_log("1001", "1002", "1001")
    database.run("UPDATE vicidial_agent_log SET campaign_id = 'AAA' WHERE agent_log_id = 3")
    lines = stats(api, group_by_campaign="YES")
    assert [line[:2] for line in lines] == [["AAA", "1001"], ["TESTCAMP", "1001"], ["TESTCAMP", "1002"]]


def test_a_row_without_numbers_is_an_agent_without_times(
    api: AppProcess, database: WorkingDatabase, agent_log: Any
) -> None:
    agent_log("1001")
    database.run(
        "UPDATE vicidial_agent_log SET lead_id = NULL, pause_epoch = NULL, pause_sec = NULL, wait_sec = NULL,"
        " talk_sec = NULL, dispo_sec = NULL, dead_sec = NULL, sub_status = NULL"
    )
    (line,) = stats(api)
    assert line[:3] == ["1001", "Alice Agent", "AGENTS"]
    assert line[3:] == ["0", "0", "0", "0", "0", "0%", "0", "1", "0", "0", "0", "100%", "0", "0", "0", "0", "0"]


@pytest.mark.parametrize("campaign", ["TESTCAMP", "testcamp"])
def test_a_campaign_of_eight_characters_is_searched_whatever_its_case(
    api: AppProcess, agent_log: Any, campaign: str
) -> None:
    agent_log("1001", campaign="TESTCAMP")
    assert len(stats(api, campaign_id=campaign)) == 1
    assert stats(api, campaign_id="OTHER")[0][0].startswith("ERROR: agent_stats_export NO RECORDS FOUND")


def test_a_campaign_of_nine_characters_is_passed_over(api: AppProcess, agent_log: Any) -> None:
    agent_log("1001")
    assert len(stats(api, campaign_id="NINECHARS")) == 1
