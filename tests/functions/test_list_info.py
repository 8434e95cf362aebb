"""list_info and list_custom_fields: who is dialable, and odd requests."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]
Explain = Callable[[str], list[dict[str, Any]]]

# Two leads of list 101 are dialable: 1001 in Florida at -4, 1007 in London, without a state, at +1.
FLORIDA, LONDON = 1001, 1007
HOLIDAY = """
    INSERT INTO vicidial_call_time_holidays
      (holiday_id, holiday_name, holiday_date, holiday_status, ct_default_start, ct_default_stop)
    VALUES ('HOL1', 'One', '2025-07-15', 'ACTIVE', 1900, 2000), ('HOL2', 'Two', '2025-07-15', 'ACTIVE', 1400, 1500),
           ('XX', 'Short', '2025-07-15', 'ACTIVE', 2400, 2400);
    UPDATE vicidial_lists SET local_call_time = '24hours' WHERE list_id = 101;
    """
FLORIDA_RULE = "UPDATE vicidial_call_times SET ct_state_call_times = '|florida|' WHERE call_time_id = '24hours';"


def dialable(api: AppProcess, list_id: str = "101", **more: str) -> str:
    answer = api({"function": "list_info", "list_id": list_id, "dialable_count": "Y"} | more)
    assert answer.status_code == 200
    return answer.text.rstrip("\n").split("|")[-1]


def with_filter(database: WorkingDatabase, lead_filter: str) -> None:
    database.run("INSERT INTO vicidial_lead_filters SET lead_filter_id = 'F1', lead_filter_sql = %s", lead_filter)
    database.run("UPDATE vicidial_campaigns SET lead_filter_id = 'F1'")


@pytest.mark.parametrize(
    ("fixture", "count"),
    [
        ("UPDATE vicidial_lists SET expiration_date = '2025-07-15'", "2"),
        ("UPDATE vicidial_lists SET expiration_date = '2025-07-14'", "0"),
        ("UPDATE vicidial_lists SET expiration_date = NULL", "2"),
        ("UPDATE vicidial_campaigns SET dial_statuses = ' -'", ""),
        ("UPDATE vicidial_campaigns SET dial_statuses = ' B -'", "0"),
        ("UPDATE vicidial_campaigns SET dial_statuses = ' B -'; UPDATE vicidial_list SET status = ''", "3"),
        ("UPDATE vicidial_campaigns SET dial_statuses = ' NEW -x'", "2"),
        ("UPDATE vicidial_campaigns SET drop_lockout_time = 'x', call_count_limit = NULL", "2"),
        ("UPDATE vicidial_list SET gmt_offset_now = NULL WHERE lead_id = 1007", "1"),
        ("UPDATE vicidial_campaigns SET local_call_time = ''", "0"),
        ("UPDATE vicidial_lists SET local_call_time = 'nosuch'", "2"),
        ("UPDATE vicidial_lists SET local_call_time = ''", "2"),
    ],
)
def test_list_and_campaign_decide_what_is_dialable(
    api: AppProcess, database: WorkingDatabase, fixture: str, count: str
) -> None:
    database.run("UPDATE vicidial_list SET called_since_last_reset = 'N' WHERE list_id = 101")
    database.run(fixture)
    assert dialable(api) == count


@pytest.mark.parametrize(("hours", "count"), [(".25", "1"), ("1.51", "1"), ("1.49", "2")])
def test_dropped_calls_wait_for_a_fraction_of_an_hour(
    api: AppProcess, database: WorkingDatabase, hours: str, count: str
) -> None:
    called = "14:20:00" if hours == ".25" else "13:00:00"
    database.run("UPDATE vicidial_campaigns SET dial_statuses = ' NEW DROP -', drop_lockout_time = %s", hours)
    database.run(
        "UPDATE vicidial_list SET status = 'drop', last_local_call_time = %s WHERE lead_id = %s",
        f"2025-07-15 {called}", FLORIDA,
    )  # fmt: skip
    assert dialable(api) == count


@pytest.mark.parametrize(
    ("fixture", "count"),
    [
        # 14:30 in Florida, 19:30 in London; HOL1 is open from 19:00, HOL2 from 14:00 to 15:00
        ("UPDATE vicidial_call_times SET ct_holidays = '|HOL2|HOL1|' WHERE call_time_id = '24hours'", "1"),
        ("UPDATE vicidial_call_times SET ct_holidays = '|hol2|' WHERE call_time_id = '24hours'", "1"),
        ("UPDATE vicidial_call_times SET ct_holidays = '|XX|' WHERE call_time_id = '24hours'", "2"),
        ("UPDATE vicidial_call_times SET ct_holidays = '|NOSUCH|' WHERE call_time_id = '24hours'", "2"),
        # Florida's own holiday counts there instead
        (
            FLORIDA_RULE + "UPDATE vicidial_call_times SET ct_holidays = '|HOL1|' WHERE call_time_id = '24hours';"
            "UPDATE vicidial_state_call_times SET ct_holidays = '|HOL2|' WHERE state_call_time_id = 'florida'",
            "2",
        ),
        (
            FLORIDA_RULE
            + "UPDATE vicidial_state_call_times SET ct_holidays = '|HOL1|' WHERE state_call_time_id = 'florida'",
            "1",
        ),
    ],
)
def test_a_holiday_narrows_the_hours_of_the_list(
    api: AppProcess, database: WorkingDatabase, fixture: str, count: str
) -> None:
    database.run(HOLIDAY + fixture)
    assert dialable(api) == count


def test_a_day_without_hours_falls_back_to_the_narrowed_default(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(HOLIDAY)
    database.run(
        "UPDATE vicidial_call_times SET ct_holidays = '|HOL1|', ct_tuesday_start = 0, ct_tuesday_stop = 0"
        " WHERE call_time_id = '24hours'"
    )
    assert dialable(api) == "1"


@pytest.mark.parametrize(
    ("lead_filter", "count"),
    [
        ("first_name LIKE '%' and 5 % 2 = 1", "2"),
        ("state = 'FL' -- only Florida", "1"),
        ("state = 'FL' # only Florida", "1"),
        (r"state = \'FL\' AND", "1"),
        ("or state = 'FL'", "1"),
        ("FALSE) OR (TRUE", "2"),
        ("and1=1", "2"),
        ("1=0", "2"),
        ("1 =0", "2"),
        ("1 = 0", "0"),
    ],
)
def test_the_lead_filter_runs_as_it_is(
    api: AppProcess, database: WorkingDatabase, lead_filter: str, count: str
) -> None:
    with_filter(database, lead_filter)
    assert dialable(api) == count


@pytest.mark.parametrize(
    "lead_filter", ["no such SQL", "nosuchcolumn = 1", "title = vendor", "(((((", "TRUE; DROP x"]
)
def test_a_broken_lead_filter_leaves_the_count_blank(
    api: AppProcess, database: WorkingDatabase, lead_filter: str
) -> None:
    with_filter(database, lead_filter)
    assert dialable(api) == ""
    assert database.value("SELECT result FROM vicidial_api_log") == "SUCCESS"


def test_a_list_number_of_one_digit_is_never_dialled(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_lists SET list_id = 9 WHERE list_id = 101; UPDATE vicidial_list SET list_id = 9")
    assert dialable(api, "09") == "0"
    database.run("UPDATE vicidial_lists SET list_id = 10 WHERE list_id = 9; UPDATE vicidial_list SET list_id = 10")
    assert dialable(api, "10") != "0"


def test_an_archive_that_is_not_there_holds_no_leads(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_list_archive")
    answer = api(function="list_info", list_id="101", leads_counts="Y", archived_lead="Y")
    assert answer.text.endswith("|0|0|0|\n")


@pytest.mark.parametrize("list_id", ["1e2", "-1", "__", "---ALL---"])
def test_a_text_that_names_no_list_finds_none(api: AppProcess, list_id: str) -> None:
    answer = api(function="list_info", list_id=list_id)
    assert answer.text == f"ERROR: list_info LIST DOES NOT EXIST: |6666|{list_id}\n"


@pytest.mark.parametrize("function", ["list_info", "list_custom_fields", "update_list", "add_list"])
def test_an_array_is_no_list_id(api: AppProcess, function: str) -> None:
    answer = api({"function": function, "list_id[]": "101"})
    assert answer.text == f"ERROR: {function} YOU MUST USE ALL REQUIRED FIELDS: |6666|||\n"


@pytest.mark.parametrize("order", ["alpha_up", "alpha_down"])
def test_a_list_without_a_table_before_all_others_has_no_fields_in_any_order(
    api: AppProcess, database: WorkingDatabase, order: str
) -> None:
    database.run("INSERT INTO vicidial_lists (list_id, list_name, campaign_id) VALUES (100, 'First', 'TESTCAMP')")
    lines = api(function="list_custom_fields", list_id="---ALL---", custom_order=order).text.split("\n")
    assert lines[0] == "100|First|TESTCAMP||||"
    assert lines[1].endswith("|" + " ".join(sorted(lines[1].split("|")[-1].split(), reverse=order == "alpha_down")))


def test_names_carried_over_are_sorted_downwards_too(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("CREATE TABLE custom_102 (lead_id INT PRIMARY KEY, Zeta INT, alpha INT) ENGINE=MyISAM")
    answer = api(function="list_custom_fields", list_id="---ALL---", custom_order="alpha_down").text
    assert answer.split("\n")[1].endswith("|favorite_color alpha Zeta")


def test_a_table_that_only_looks_like_a_custom_table_is_not_one(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("CREATE TABLE customX102 (lead_id INT PRIMARY KEY, strange INT) ENGINE=MyISAM")
    assert "strange" not in api(function="list_custom_fields", list_id="---ALL---").text


def test_the_leads_are_found_by_their_list(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements, explain: Explain
) -> None:
    database.run(
        "INSERT INTO vicidial_list (list_id, phone_number, status) SELECT 999, seq, 'NEW' FROM seq_1_to_2000"
    )
    with_filter(database, "state = 'FL'")
    with count_statements() as sent:
        dialable(api)
    plan = explain(next(statement for statement in sent if "called_since_last_reset" in statement))
    assert [(step["table"], step["key"].split("_")[0]) for step in plan] == [("vicidial_list", "list")]


def test_few_statements_are_sent(api: AppProcess, count_statements: CountStatements) -> None:
    api(function="version")
    with count_statements() as info:
        dialable(api, leads_counts="Y")
    with count_statements() as fields:
        api(function="list_custom_fields", list_id="---ALL---")
    assert len(info) <= 8, info
    assert len(fields) <= 6, fields
