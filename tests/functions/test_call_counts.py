"""call_status_stats and call_dispo_report: names and statuses that look alike, and who may ask."""

from __future__ import annotations

import pytest

from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

DAY = {"query_date": "2025-07-14"}


def outbound(database: WorkingDatabase, *calls: tuple[str, str | None]) -> None:
    """Make calls at nine o'clock, each of a campaign and a status, and no others."""
    database.run("DELETE FROM vicidial_log")
    for number, (campaign, status) in enumerate(calls):
        database.run(
            "INSERT INTO vicidial_log (uniqueid, lead_id, campaign_id, call_date, status, user)"
            " VALUES (%s, 1, %s, '2025-07-14 09:00:00', %s, '1001')",
            number, campaign, status,
        )  # fmt: skip


def stats(api: AppProcess, **parameters: str) -> list[list[str]]:
    """Lines of call_status_stats: name, calls, human answered, hours, statuses."""
    answer = api(function="call_status_stats", **{**DAY, **parameters}).text
    return [line.split("|")[:5] for line in answer.splitlines()]


def table(api: AppProcess, **parameters: str) -> list[list[str]]:
    """Rows of call_dispo_report."""
    answer = api(function="call_dispo_report", **{**DAY, **parameters}).text
    return [line.split(",") for line in answer.split("\n")]


def test_a_campaign_and_an_in_group_of_one_name_share_their_breakdown(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_closer_log SET campaign_id = 'TESTCAMP' WHERE closecallid = 1")
    campaign, ingroup = stats(api, campaigns="TESTCAMP", ingroups="TESTCAMP")
    assert campaign[:3] == ["TESTCAMP", "3", "2"]
    assert ingroup[:3] == ["TESTCAMP", "1", "1"]
    assert campaign[4] == ingroup[4] == "NA-1,SALE-2,TD-1"
    assert campaign[3] == ingroup[3]


@pytest.mark.parametrize(
    ("function", "name", "least"),
    [
        ("call_status_stats", "campaigns", 2), ("call_dispo_report", "campaigns", 2),
        ("call_dispo_report", "ingroups", 2), ("call_dispo_report", "did_patterns", 2),
        ("call_dispo_report", "did_ids", 1),
    ],
)  # fmt: skip
def test_a_name_is_needed(api: AppProcess, function: str, name: str, least: int) -> None:
    assert api({"function": function, name: "7" * (least - 1)} | DAY).text.startswith(f"ERROR: {function} ")
    assert not api({"function": function, name: "7" * least} | DAY).text.startswith("ERROR: ")


def test_01_counts_as_answered_by_a_person_when_1_does(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("INSERT INTO vicidial_statuses (status, human_answered) VALUES ('1', 'Y')")
    outbound(database, ("TESTCAMP", "01"), ("TESTCAMP", "1"), ("TESTCAMP", "1A"))
    assert stats(api, campaigns="TESTCAMP", ingroups="X")[0][1:3] == ["3", "2"]


def test_without_in_groups_calls_of_the_blank_one_are_counted(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_closer_log SET campaign_id = '' WHERE closecallid = 1")
    assert [line[:2] for line in stats(api, campaigns="OLDCAMP")] == [["OLDCAMP", "0"], ["", "1"]]


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("testcamp", [["testcamp", "0", "0"], ["TESTCAMP", "1", ""]]),
        ("testcamp-TestCamp", [["testcamp", "0", "0"], ["TestCamp", "0", "0"], ["TESTCAMP", "1", ""]]),
        ("testcamp-TESTCAMP", [["testcamp", "0", "0"], ["TESTCAMP", "1", "0"]]),
        ("TESTCAMP", [["TESTCAMP", "1", "0"]]),
    ],
)
def test_a_name_that_was_not_asked_for_so_has_a_blank_for_no_human_answers(
    api: AppProcess, database: WorkingDatabase, asked: str, lines: list[list[str]]
) -> None:
    outbound(database, ("TESTCAMP", "NA"))
    assert [line[:3] for line in stats(api, campaigns=asked, ingroups="X")][:-1] == lines


def test_human_answers_of_a_name_that_was_not_asked_for_so_are_counted(
    api: AppProcess, database: WorkingDatabase
) -> None:
    outbound(database, ("GONE", "NA"), ("GONE", "SALE"), ("LOST", "NA"))
    counted = {line[0]: line[1:3] for line in stats(api, campaigns="---ALL---", ingroups="X")}
    assert (counted["GONE"], counted["LOST"]) == (["2", "1"], ["1", ""])


def test_an_in_group_that_was_not_asked_for_so_has_a_blank_too(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_closer_log SET campaign_id = 'SUPPORT', status = 'NA' WHERE closecallid = 1")
    lines = [line[:3] for line in stats(api, campaigns="XX", ingroups="support", statuses="NA")]
    assert lines == [["XX", "0", "0"], ["support", "0", "0"], ["SUPPORT", "1", ""]]


@pytest.mark.parametrize(
    "period", [{"end_date": "2025-07-13"}, {"query_date": "2025-99-99"}, {"end_time": "99:99:99"}]
)
def test_a_period_that_is_none_counts_nothing(api: AppProcess, period: dict[str, str]) -> None:
    assert stats(api, campaigns="TESTCAMP", ingroups="X")[0][:2] == ["TESTCAMP", "3"]
    assert stats(api, campaigns="TESTCAMP", ingroups="X", **period)[0][:2] == ["TESTCAMP", "0"]


@pytest.mark.parametrize("function", ["call_status_stats", "call_dispo_report"])
def test_level_eight_is_not_enough_and_the_refusal_names_the_first_report(api: AppProcess, function: str) -> None:
    answer = api({"user": "7777", "pass": "mgrpass1"}, function=function, campaigns="TESTCAMP").text
    assert answer == "ERROR: call_status_stats USER DOES NOT HAVE PERMISSION TO VIEW STATS: |7777|0|\n"


def test_loosely_equal_statuses_have_one_title_and_two_counts(api: AppProcess, database: WorkingDatabase) -> None:
    outbound(database, ("A", "01"), ("A", "1"), ("B", "1"), ("B", "1"))
    assert table(api, campaigns="A-B", status_breakdown="Y") == [
        ["CAMPAIGN", "TOTAL CALLS", "01"], ["A", "2", "1", "1"], ["B", "2", "0", "2"], ["TOTAL", "4", "1", "3"],
    ]  # fmt: skip


def test_calls_without_a_status_count_as_blank(api: AppProcess, database: WorkingDatabase) -> None:
    outbound(database, ("AA", None), ("AA", ""), ("AA", "NA"))
    titles, counts, _ = table(api, campaigns="AA", status_breakdown="1")
    assert (titles[2:], counts) == (["", "NA"], ["AA", "3", "2", "1"])
    assert stats(api, campaigns="AA", ingroups="X")[0][4] == "-2,NA-1"


def test_categories_alone_count_calls_with_a_blank_status_too(api: AppProcess, database: WorkingDatabase) -> None:
    outbound(database, ("AA", ""), ("AA", "QCFAIL"), ("AA", "SALE"))
    database.run("UPDATE vicidial_statuses SET category = 'MINE' WHERE status = 'SALE'")
    assert table(api, campaigns="AA", categories="MINE", status_breakdown="1")[1] == ["AA", "2", "1", "1"]


def test_user_groups_and_users_are_united(api: AppProcess, database: WorkingDatabase) -> None:
    assert table(api, campaigns="---ALL---", user_groups="AGENTS", users="VDAD")[-1] == ["TOTAL", "4"]
    assert table(api, campaigns="---ALL---", user_groups="AGENTS")[-1] == ["TOTAL", "3"]
    assert table(api, campaigns="---ALL---", user_groups="NOSUCH")[-1] == ["TOTAL", "0"]


@pytest.mark.parametrize(("file_download", "logged"), [("00", 1), ("", 1), ("9" * 5000, 0)])
def test_a_download_is_not_logged(
    api: AppProcess, database: WorkingDatabase, file_download: str, logged: int
) -> None:
    answer = api(function="call_dispo_report", campaigns="TESTCAMP", file_download=file_download, **DAY)
    assert answer.text == "CAMPAIGN,TOTAL CALLS\nTESTCAMP,3\nTOTAL,3"
    assert ("Content-Disposition" in answer.headers) == (not logged)
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log") == logged


def test_a_download_may_be_kept_but_must_be_asked_for_anew(api: AppProcess) -> None:
    answer = api(function="call_dispo_report", campaigns="TESTCAMP", file_download="1")
    assert answer.headers["Expires"] == "0"
    assert answer.headers["Cache-Control"] == "must-revalidate, post-check=0, pre-check=0"
    assert answer.headers["Pragma"] == "public"
