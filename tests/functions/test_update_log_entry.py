"""update_log_entry: which record a call id means, and which it does not."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]
Explain = Callable[[str], list[dict[str, Any]]]


def update(api: AppProcess, group: str, call_id: str, status: str, **more: str) -> str:
    answer = api(function="update_log_entry", group=group, call_id=call_id, status=status, **more)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("call_id", ["", "Y", "Y1002", "Y714100000000000100x", "1002ABCDEF", "12E5", "1e3", "٣٣"])
@pytest.mark.parametrize("group", ["SALESLINE", "TESTCAMP"])
def test_a_call_id_that_ends_in_no_number_finds_no_record(
    api: AppProcess, database: WorkingDatabase, group: str, call_id: str
) -> None:
    answer = update(api, group, call_id, "NI")
    kept = call_id if call_id.isascii() else ""
    assert answer == f"ERROR: update_log_entry NO RECORDS FOUND: 6666|{group}|{kept}|NI\n"
    assert not [change for change in database.changes() if change["table"] in ("vicidial_log", "vicidial_closer_log")]


def test_only_what_is_long_throughout_is_refused(api: AppProcess) -> None:
    assert update(api, "AB", "12345678", "EIGHTCHR").startswith("ERROR: update_log_entry INVALID SEARCH PARAMETERS: ")
    for one_is_shorter in (
        ("A", "12345678", "EIGHTCHR"),
        ("AB", "1234567", "EIGHTCHR"),
        ("AB", "12345678", "SEVENCH"),
    ):
        assert update(api, *one_is_shorter).startswith("ERROR: update_log_entry GROUP NOT FOUND: ")


def test_a_name_that_is_in_group_and_campaign_is_inbound(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("INSERT INTO vicidial_inbound_groups (group_id) VALUES ('TESTCAMP')")
    assert update(api, "TESTCAMP", "1003", "NI").startswith("ERROR: update_log_entry NO RECORDS FOUND: ")


def test_a_status_that_was_never_set_is_shown_blank(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_closer_log SET status = NULL WHERE closecallid = 1")
    answer = update(api, "SALESLINE", "1002", "NI")
    assert answer == "SUCCESS: update_log_entry RECORD HAS BEEN UPDATED - 6666|6666|SALESLINE|1002|NI||1|\n"


def test_a_status_that_is_the_same_once_cut_is_not_updated(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_closer_log SET status = 'CALLBK' WHERE closecallid = 1")
    answer = update(api, "SALESLINE", "1002", "CALLBKX")
    assert answer == "ERROR: update_log_entry NO RECORDS UPDATED: 6666|SALESLINE|1002|CALLBKX|CALLBK|1\n"


def test_only_the_record_of_that_campaign_is_touched(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_log SET campaign_id = 'OLDCAMP' WHERE uniqueid = '1752498310.11'")
    assert "|SALE|1752498050.10|" in update(api, "TESTCAMP", "1002", "NI")
    assert database.value("SELECT status FROM vicidial_log WHERE uniqueid = '1752498310.11'") == "NA"


def test_arrays_count_as_missing(api: AppProcess) -> None:
    answer = api({"function": "update_log_entry", "group[]": "SALESLINE", "call_id": "1002", "status": "NI"})
    assert answer.text == "ERROR: update_log_entry GROUP NOT FOUND: 6666|\n"


def test_letters_of_any_alphabet_in_a_group_find_nothing_and_break_nothing(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    assert update(api, "漢字'\"\\", "1002", "é") == "ERROR: update_log_entry GROUP NOT FOUND: 6666|漢字\n"


def test_updates_of_one_record_at_once_all_go_through(api: AppProcess, database: WorkingDatabase) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda number: update(api, "SALESLINE", "1002", f"S{number}"), range(16)))
    assert all(answer.startswith("SUCCESS: update_log_entry ") for answer in answers)
    assert database.value("SELECT status FROM vicidial_closer_log WHERE closecallid = 1") in {
        f"S{number}" for number in range(16)
    }


def test_big_logs_are_searched_by_lead(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements, explain: Explain
) -> None:
    database.run(
        "INSERT INTO vicidial_log (uniqueid, lead_id, campaign_id, call_date)"
        " SELECT seq, seq % 2000, 'TESTCAMP', NOW() - INTERVAL seq SECOND FROM seq_1_to_10000"
    )
    database.run(
        "INSERT INTO vicidial_closer_log (lead_id, campaign_id, call_date)"
        " SELECT seq % 2000, 'SALESLINE', NOW() - INTERVAL seq SECOND FROM seq_1_to_10000"
    )
    update(api, "SALESLINE", "1002", "NI")
    for group in ("TESTCAMP", "SALESLINE"):
        with count_statements() as sent:
            update(api, group, "V7140900500000001003", "XX")
        assert len(sent) == 7, sent
        find_record = next(text for text in sent if "LIMIT 1" in text and "AS id" in text)
        assert explain(find_record)[0]["key"] == "lead_id"
