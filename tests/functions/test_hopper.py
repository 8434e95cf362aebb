"""The hopper functions: long hoppers, requests at once, and what odd input does."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pymysql
import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]
Explain = Callable[[str], list[dict[str, Any]]]

NOT_FOUND = "NOTICE: hopper_bulk_insert NOT ADDED TO HOPPER, LEAD NOT FOUND - "
ALREADY = "NOTICE: hopper_bulk_insert NOT ADDED TO HOPPER, LEAD IS ALREADY IN THE HOPPER - "


def insert(api: AppProcess, lead_ids: str | None, **more: Any) -> list[str]:
    answer = api(function="hopper_bulk_insert", lead_ids=lead_ids, **more)
    assert answer.status_code == 200
    return answer.text.splitlines()


def listed(api: AppProcess, campaign: str = "TESTCAMP", **more: Any) -> list[list[str]]:
    answer = api(function="hopper_list", campaign_id=campaign, **more)
    assert answer.status_code == 200
    return [line.split("|") for line in answer.text.splitlines()]


def fill(database: WorkingDatabase, rows: int, leads: int) -> None:
    """Put rows into TESTCAMP's hopper, the later the higher up, and leads for the last of them."""
    limit_hopper(database, 1 << 28)
    database.run(
        "INSERT INTO vicidial_hopper (lead_id, campaign_id, status, list_id, gmt_offset_now, state, priority, source)"
        " SELECT 200000 + seq, 'TESTCAMP', 'READY', 101, '-4.00', 'FL', CAST(seq DIV 1000 AS SIGNED) - 50, 'S'"
        f" FROM seq_1_to_{rows}"
    )
    database.run(
        "INSERT INTO vicidial_list (lead_id, entry_date, status, list_id, phone_code, phone_number)"
        " SELECT 200000 + seq, '2025-07-01 12:00:00', 'NEW', 101, '1', '7275550000'"
        f" FROM seq_1_to_{rows} WHERE seq > {rows - leads}"
    )


def limit_hopper(database: WorkingDatabase, size: int) -> None:
    """Let the hopper's table grow to that many bytes."""
    database.run(f"SET SESSION max_heap_table_size = {size}")
    database.run("ALTER TABLE vicidial_hopper ENGINE=MEMORY")
    database.run("SET SESSION max_heap_table_size = DEFAULT")


# -- hopper_bulk_insert ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("lead_ids", [None, "", "abc"])
def test_no_lead_ids_are_one_that_is_not_found(api: AppProcess, lead_ids: str | None) -> None:
    assert insert(api, lead_ids) == [
        NOT_FOUND,
        "ERROR: hopper_bulk_insert NO LEADS HAVE BEEN INSERTED INTO THE HOPPER - 0|1|6666",
    ]


def test_lead_ids_as_an_array_are_missing(api: AppProcess) -> None:
    answer = api({"function": "hopper_bulk_insert", "lead_ids[]": "1002"})
    assert answer.text.startswith(NOT_FOUND + "\n")


def test_each_empty_place_between_commas_is_not_found_and_the_others_go_on(
    api: AppProcess, database: WorkingDatabase
) -> None:
    lines = insert(api, ",1002,,1003,")
    assert [line == NOT_FOUND for line in lines] == [True, False, True, False, True, False]
    assert lines[-1].startswith("SUCCESS: ")
    assert database.value("SELECT data FROM vicidial_api_log").split("|")[3] == "3"


def test_a_lead_named_twice_is_in_the_hopper_the_second_time(api: AppProcess, database: WorkingDatabase) -> None:
    lines = insert(api, "1002,1002")
    assert lines[1] == ALREADY + "1002"
    assert lines[2].startswith("SUCCESS: hopper_bulk_insert LEADS HAVE BEEN INSERTED INTO THE HOPPER - 1|1|")
    assert database.value("SELECT COUNT(*) FROM vicidial_hopper WHERE lead_id = 1002") == 1


@pytest.mark.parametrize("status", ["QUEUE", "INCALL", "DONE", "DNC"])
def test_a_hopper_row_of_any_status_and_campaign_keeps_a_lead_out(
    api: AppProcess, database: WorkingDatabase, status: str
) -> None:
    database.run(
        "INSERT INTO vicidial_hopper (lead_id, campaign_id, status, list_id) VALUES (1002, 'OLDCAMP', %s, 301)",
        status,
    )
    assert insert(api, "1002")[0] == ALREADY + "1002"


@pytest.mark.parametrize("code", ['say "hi"', "back\\slash", "O'Neil", "%s %(x)s", "'); DROP TABLE x; --"])
def test_a_vendor_lead_code_is_copied_unchanged(api: AppProcess, database: WorkingDatabase, code: str) -> None:
    database.run("UPDATE vicidial_list SET vendor_lead_code = %s WHERE lead_id = 1002", code)
    insert(api, "1002")
    assert database.value("SELECT vendor_lead_code FROM vicidial_hopper WHERE lead_id = 1002") == code[:20]


@pytest.mark.parametrize("lead_id", ["99999999999999999999", "9" * 6000, "4294967296", "0", "00"])
def test_an_id_that_no_lead_can_have_is_not_found(api: AppProcess, lead_id: str) -> None:
    assert insert(api, f"{lead_id},1002")[0] == NOT_FOUND + lead_id


def test_the_highest_id_of_a_lead_is_found(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET lead_id = 4294967295 WHERE lead_id = 1002")
    assert insert(api, "4294967295")[-1].startswith("SUCCESS: ")


def test_beyond_a_thousand_leads_the_lowest_ids_are_not_found(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "INSERT INTO vicidial_list (lead_id, list_id, phone_number) SELECT 5000 + seq, 101, '1' FROM seq_1_to_1001"
    )
    lines = api(
        {"function": "hopper_bulk_insert"}, form={"lead_ids": ",".join(str(5000 + n) for n in range(1, 1002))}
    ).text.splitlines()
    assert lines[0] == NOT_FOUND + "5001"
    assert lines[-1].startswith("SUCCESS: hopper_bulk_insert LEADS HAVE BEEN INSERTED INTO THE HOPPER - 1000|0|")


@pytest.mark.parametrize(
    ("sent", "stored"),
    [("99", 99), ("100", 99), ("-99", -99), ("-0100", -99), ("-", -99), ("9-", 9), ("5-3", 5), ("0007", 7)],
)
def test_a_priority_is_cut_as_a_number_or_as_a_text(
    api: AppProcess, database: WorkingDatabase, sent: str, stored: int
) -> None:
    insert(api, "1002", hopper_priority=sent)
    assert database.value("SELECT priority FROM vicidial_hopper WHERE lead_id = 1002") == stored


def test_a_lead_of_a_list_that_is_gone_counts_twice(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET list_id = 999999 WHERE lead_id = 1002")
    assert insert(api, "1002") == [
        "NOTICE: hopper_bulk_insert CAMPAIGN DOES NOT EXIST - 999999|1002",
        NOT_FOUND + "1002",
        "ERROR: hopper_bulk_insert NO LEADS HAVE BEEN INSERTED INTO THE HOPPER - 1|1|6666",
    ]
    assert database.value("SELECT data FROM vicidial_api_log") == "0||1|1"


@pytest.mark.parametrize("call_time", ["", "campaign", "CAMPAIGN"])
def test_a_list_without_a_call_time_has_the_campaigns(
    api: AppProcess, database: WorkingDatabase, call_time: str
) -> None:
    database.run("UPDATE vicidial_campaigns SET local_call_time = '5pm-9pm'")
    database.run("UPDATE vicidial_lists SET local_call_time = %s", call_time)
    assert "OUTSIDE OF LOCAL TIME, - 1002|-5.00|IL|0" in insert(api, "1002", hopper_local_call_time_check="Y")[0]


def test_a_call_time_that_does_not_exist_is_closed(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_lists SET local_call_time = 'nosuch'")
    assert "OUTSIDE OF LOCAL TIME," in insert(api, "1002", hopper_local_call_time_check="Y")[0]


def test_the_hours_are_not_looked_at_unasked(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_lists SET local_call_time = 'nosuch'")
    assert "LEAD ADDED TO HOPPER" in insert(api, "1002", hopper_local_call_time_check="YES")[0]


def test_half_hours_of_an_offset_count(api: AppProcess, database: WorkingDatabase) -> None:
    # 18:30 UTC is 00:00 where the offset is 5.50.
    database.run("UPDATE vicidial_list SET gmt_offset_now = '5.50', state = '' WHERE lead_id IN (1002, 1003)")
    database.run("UPDATE vicidial_list SET gmt_offset_now = '5.25' WHERE lead_id = 1003")
    database.run(
        "UPDATE vicidial_call_times SET ct_wednesday_start = 0, ct_wednesday_stop = 15, ct_tuesday_start = 0,"
        " ct_tuesday_stop = 2345 WHERE call_time_id = '9am-9pm'"
    )
    lines = insert(api, "1002,1003", hopper_local_call_time_check="Y")
    assert "LEAD ADDED TO HOPPER" in lines[0]
    assert "OUTSIDE OF LOCAL TIME," in lines[1]


def test_what_a_full_hopper_does_not_take_is_told_and_the_rest_stays_told(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("DELETE FROM vicidial_hopper")
    limit_hopper(database, 16384)
    with pytest.raises(pymysql.OperationalError, match="is full"):
        database.run("INSERT INTO vicidial_hopper (lead_id, list_id) SELECT seq, 1 FROM seq_1_to_100000")
    database.run("DELETE FROM vicidial_hopper LIMIT 1")
    lines = insert(api, "1002,1003,55555")
    assert "LEAD ADDED TO HOPPER - 3125552222|1002|" in lines[0]
    assert lines[1] == "NOTICE: hopper_bulk_insert NOT ADDED TO HOPPER, LEAD HOPPER INSERT ERROR - 1003"
    assert lines[2] == NOT_FOUND + "55555"
    assert lines[3].startswith("SUCCESS: hopper_bulk_insert LEADS HAVE BEEN INSERTED INTO THE HOPPER - 1|1|")


def test_requests_at_once_put_a_lead_into_the_hopper_once(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "INSERT INTO vicidial_list (lead_id, list_id, phone_number) SELECT 5000 + seq, 101, '1' FROM seq_1_to_30"
    )
    lead_ids = ",".join(str(5000 + n) for n in range(1, 31))
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: insert(api, lead_ids), range(8)))
    added = sum("LEAD ADDED TO HOPPER" in line for lines in answers for line in lines)
    assert added == 30
    assert database.value("SELECT COUNT(*) FROM vicidial_hopper WHERE lead_id > 5000") == 30
    assert all(len(lines) == 31 for lines in answers)


def test_a_bulk_insert_asks_for_all_leads_at_once(
    api: AppProcess, count_statements: CountStatements, explain: Explain
) -> None:
    api(function="version")
    with count_statements() as sent:
        insert(api, "1002,1003,1007,55555", hopper_local_call_time_check="Y")
    # Three leads of three lists and states: a look at the list, and a row, for each.
    assert sum("FROM vicidial_list AS lead" in text for text in sent) == 1
    assert sum("INSERT INTO vicidial_hopper" in text for text in sent) == 3
    assert len(sent) == 11, sent
    plan = explain(next(text for text in sent if "FROM vicidial_list AS lead" in text))
    assert [step["key"] for step in plan] == ["PRIMARY", "lead_id"]


# -- hopper_list ----------------------------------------------------------------------------------------------


def test_a_hopper_of_100000_rows_is_listed_to_its_limit_in_little_memory(
    start_app: StartApp, database: WorkingDatabase
) -> None:
    fill(database, 100_000, leads=10_000)
    app = start_app()
    app(function="version")
    before = peak_memory(app)
    for method in ("", "BLOCK"):
        rows = listed(app, search_method=method)
        assert [row[0] for row in rows] == [str(order) for order in range(10_000)]
        # Priorities from 50 down; of those with 49, the first in come first.
        assert [row[1:3] for row in rows[:3]] == [["50", "300000"], ["49", "299000"], ["49", "299001"]]
    logged = database.all("SELECT result_reason FROM vicidial_api_log WHERE function = 'hopper_list'")
    assert [row["result_reason"] for row in logged] == ["hopper_list RESULTS FOUND: 10000"] * 2
    assert peak_memory(app) - before < 64_000


def test_a_hopper_of_leads_that_are_gone_has_no_leads_for_block(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DELETE FROM vicidial_list WHERE lead_id = 1001")
    assert listed(api)[0][2:8] == ["1001", "101", "", "", "FL", ""]
    assert listed(api, search_method="xBLOCKx")[0][0].startswith("ERROR: hopper_list THERE ARE NO LEADS")


def test_ten_thousand_rows_of_leads_that_are_gone_do_not_hide_the_others_from_block(
    api: AppProcess, database: WorkingDatabase
) -> None:
    fill(database, 60_000, leads=0)
    assert [row[2] for row in listed(api, search_method="BLOCK")] == ["1001"]


@pytest.mark.parametrize("date", ["0000-00-00 00:00:00", None])
def test_a_lead_without_dates_is_as_old_as_1970_and_never_called(
    api: AppProcess, database: WorkingDatabase, date: str | None
) -> None:
    database.run("UPDATE vicidial_list SET entry_date = %s, last_local_call_time = %s", date, date)
    assert listed(api)[0][-2:] == ["20284", "NEVER    "]


def test_a_lead_west_of_the_server_looks_called_earlier(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET last_local_call_time = '2025-07-15 14:00:00'")
    database.run("UPDATE vicidial_hopper SET gmt_offset_now = '-7.00'")
    assert listed(api)[0][-1] == "3 HOURS "


@pytest.mark.parametrize(
    ("called", "shown"),
    [
        ("'2025-07-15 14:30:00'", "0 HOURS "), ("'2025-07-15 13:30:01'", "0 HOURS "),
        ("'2025-07-15 13:30:00'", "1 HOURS "),
        ("'2025-07-14 14:30:01'", "23 HOURS "), ("'2025-07-14 14:30:00'", "1 DAYS  "),
        ("'2025-07-15 14:30:00' - INTERVAL 365 DAY + INTERVAL 1 SECOND", "364 DAYS  "),
        ("'2025-07-15 14:30:00' - INTERVAL 365 DAY", "1 YEARS "),
        ("'2025-07-15 14:30:00' - INTERVAL 365 * 30 DAY + INTERVAL 1 SECOND", "29 YEARS "),
        ("'2025-07-15 14:30:00' - INTERVAL 365 * 30 DAY", "NEVER    "),
    ],
)  # fmt: skip
def test_a_call_was_hours_days_or_years_ago_or_never(
    api: AppProcess, database: WorkingDatabase, called: str, shown: str
) -> None:
    database.run(f"UPDATE vicidial_list SET last_local_call_time = {called} WHERE lead_id = 1001")
    assert listed(api)[0][-1] == shown


@pytest.mark.parametrize(("entered", "days"), [("2025-07-14 14:30:01", "0"), ("2025-07-14 14:30:00", "1")])
def test_a_lead_is_a_day_old_after_24_hours(
    api: AppProcess, database: WorkingDatabase, entered: str, days: str
) -> None:
    database.run("UPDATE vicidial_list SET entry_date = %s WHERE lead_id = 1001", entered)
    assert listed(api)[0][-2] == days


def test_no_active_server_leaves_the_web_servers_own_offset(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE servers SET active = 'N'")
    database.run("UPDATE vicidial_list SET last_local_call_time = '2025-07-15 12:30:00'")
    assert listed(api)[0][-1] == "2 HOURS "


def test_words_of_another_language_are_cut_to_their_field_in_bytes(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE system_settings SET enable_languages = '1', language_method = 'MYSQL'")
    database.run("UPDATE vicidial_users SET selected_language = 'xx' WHERE user = '6666'")
    database.run(
        "INSERT INTO vicidial_language_phrases (language_id, english_text, translated_text)"
        " VALUES ('xx', 'NEVER', 'niemals wieder'), ('xx', 'DAYS', 'ééé1'), ('xx', 'HOURS', 'h'), ('xx', 'YEARS', '')"
    )
    database.run("UPDATE vicidial_list SET last_local_call_time = '2025-07-10 14:00:00' WHERE lead_id = 1001")
    assert listed(api)[0][-1] == "5 ééé"
    database.run("UPDATE vicidial_list SET last_local_call_time = '2025-07-15 13:00:00' WHERE lead_id = 1001")
    assert listed(api)[0][-1] == "1 h     "
    database.run("UPDATE vicidial_list SET last_local_call_time = '2020-07-15 13:00:00' WHERE lead_id = 1001")
    assert listed(api)[0][-1] == "5       "
    database.run("UPDATE vicidial_list SET last_local_call_time = NULL WHERE lead_id = 1001")
    assert listed(api)[0][-1] == "niemals w"


def test_a_letter_at_the_edge_of_its_field_is_cut_in_two(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET enable_languages = '1', language_method = 'MYSQL'")
    database.run("UPDATE vicidial_users SET selected_language = 'xx' WHERE user = '6666'")
    database.run(
        "INSERT INTO vicidial_language_phrases (language_id, english_text, translated_text)"
        " VALUES ('xx', 'DAYS', '1éééé')"
    )
    database.run("UPDATE vicidial_list SET last_local_call_time = '2025-07-10 14:00:00' WHERE lead_id = 1001")
    answer = api(function="hopper_list", campaign_id="TESTCAMP")
    assert answer.content.endswith("|5 1éé".encode() + b"\xc3\n")


@pytest.mark.parametrize("campaign", ["testcamp", "TestCamp"])
def test_a_campaigns_case_does_not_matter(api: AppProcess, campaign: str) -> None:
    assert listed(api, campaign)[0][2] == "1001"


def test_a_hopper_is_listed_in_two_statements(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements
) -> None:
    fill(database, 2000, leads=100)
    listed(api)
    with count_statements() as sent:
        assert len(listed(api)) == 2001
    assert sum("vicidial_hopper" in text for text in sent) == 1
    assert len(sent) == 6, sent


def peak_memory(app: AppProcess) -> int:
    """The most memory that the worker has used so far, in KiB."""
    worker = Path(f"/proc/{app.pid}/task/{app.pid}/children").read_text().split()[0]
    status = Path(f"/proc/{worker}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])
