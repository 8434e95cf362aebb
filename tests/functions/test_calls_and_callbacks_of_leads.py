"""ccc_lead_info and lead_callback_info: what is found where, who sees it, and values as they are."""

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

CALL_ID = "V7151426400000001001"
PARTNER = {"user": "8002", "pass": "partner1"}
NOT_ALLOWED = "LEAD NOT FOUND: |8002|1|\n"


def add_call(database: WorkingDatabase, lead_id: int | None, date: str = "2025-07-15 14:26:40") -> None:
    number = database.value("SELECT COUNT(*) FROM vicidial_log_extended")
    database.run(
        "INSERT INTO vicidial_log_extended (uniqueid, call_date, lead_id, caller_code) VALUES (%s, %s, %s, %s)",
        f"9.{number}", date, lead_id, CALL_ID,
    )  # fmt: skip


def lead_of_call(api: AppProcess, **more: str) -> str:
    answer = api(function="ccc_lead_info", **{"call_id": CALL_ID, **more})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def callbacks(api: AppProcess, **more: str) -> str:
    answer = api(function="lead_callback_info", **{"lead_id": "1004", **more})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def logged(database: WorkingDatabase) -> tuple[str, str, str]:
    row = database.one("SELECT result, result_reason, data FROM vicidial_api_log ORDER BY api_id DESC LIMIT 1")
    return row["result"], row["result_reason"], row["data"]


@pytest.fixture
def restricted(database: WorkingDatabase) -> None:
    """User 8002, restricted to lists of SALESCMP, may view reports."""
    database.run("UPDATE vicidial_users SET view_reports = '1' WHERE user = '8002'")


# -- ccc_lead_info ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "found"),
    [("2025-07-15 04:30:00", False), ("2025-07-15 04:30:01", True), ("2025-07-15 14:30:00", True)],
)
def test_a_call_is_found_for_ten_hours(api: AppProcess, database: WorkingDatabase, date: str, found: bool) -> None:
    add_call(database, 1001, date)
    assert lead_of_call(api).startswith("NEW||VLC-1001|") is found


def test_of_several_calls_with_one_code_the_newest_counts(api: AppProcess, database: WorkingDatabase) -> None:
    add_call(database, 1003, "2025-07-15 09:00:00")
    add_call(database, 1002, "2025-07-15 11:00:00")
    add_call(database, 1004, "2025-07-15 10:00:00")
    assert lead_of_call(api).startswith("SALE|1001|VLC-1002|")


@pytest.mark.parametrize("lead_id", [None, 0, 424242])
def test_a_call_without_a_lead_answers_lead_not_found(
    api: AppProcess, database: WorkingDatabase, lead_id: int | None
) -> None:
    add_call(database, lead_id)
    assert lead_of_call(api) == "ERROR: ccc_lead_info LEAD NOT FOUND: 6666|\n"
    assert logged(database) == ("ERROR", "ccc_lead_info LEAD NOT FOUND", "6666|")


@pytest.mark.parametrize(
    ("call_id", "is_valid"),
    [
        ("V" + "1" * 17, True), ("V" + "1" * 16, False), ("V" + "1" * 38, True), ("V" + "1" * 39, False),
        ("DC" + "1" * 18, True), ("D" + "1" * 18, False), ("VH" + "1" * 18, True), ("XL" + "1" * 18, True),
        ("X" + "1" * 18, False), ("LP" + "1" * 18, True), ("L" + "1" * 18, False), ("y" + "1" * 18, False),
        ("", False),
    ],
)  # fmt: skip
def test_a_caller_code_is_known_by_its_length_and_beginning(api: AppProcess, call_id: str, is_valid: bool) -> None:
    reason = "CALL NOT FOUND: 6666|" if is_valid else f"INVALID SEARCH PARAMETERS: 6666|{call_id}"
    assert lead_of_call(api, call_id=call_id) == f"ERROR: ccc_lead_info {reason}\n"


def test_a_restricted_user_sees_the_lead_of_an_allowed_list_only(
    api: AppProcess, database: WorkingDatabase, restricted: None
) -> None:
    add_call(database, 1004)
    assert lead_of_call(api, **PARTNER).startswith("CALLBK|1002|")
    database.run("UPDATE vicidial_list SET list_id = 101 WHERE lead_id = 1004")
    assert lead_of_call(api, **PARTNER) == f"ERROR: ccc_lead_info {NOT_ALLOWED}"
    assert logged(database) == ("ERROR", "ccc_lead_info LEAD NOT FOUND", "1")


def test_all_alone_lifts_no_restriction_here(api: AppProcess, database: WorkingDatabase, restricted: None) -> None:
    add_call(database, 1001)
    for campaigns, is_seen in [(" -ALL- -", False), ("all-campaigns", True)]:
        database.run("UPDATE vicidial_user_groups SET allowed_campaigns = %s WHERE user_group = 'PARTNER'", campaigns)
        assert lead_of_call(api, **PARTNER).startswith("NEW|") is is_seen


def test_a_restricted_user_without_a_group_sees_no_lead(
    api: AppProcess, database: WorkingDatabase, restricted: None
) -> None:
    add_call(database, 1004)
    database.run("DELETE FROM vicidial_user_groups WHERE user_group = 'PARTNER'")
    assert lead_of_call(api, **PARTNER) == f"ERROR: ccc_lead_info {NOT_ALLOWED}"


@pytest.mark.parametrize("value", ["O'Brien", "back\\slash", '"', "100%s", "日本"])
def test_any_value_of_the_lead_is_printed_and_logged_as_it_is(
    api: AppProcess, database: WorkingDatabase, value: str
) -> None:
    add_call(database, 1001)
    database.run("UPDATE vicidial_list SET last_name = %s WHERE lead_id = 1001", value)
    answer = lead_of_call(api, stage="csv")
    assert f",Walter,Q,{value}," in answer
    assert logged(database) == ("SUCCESS", f"ccc_lead_info {answer}"[:255], f"6666|{CALL_ID}|csv")


def test_with_newline_the_header_words_stand_before_the_fields(api: AppProcess, database: WorkingDatabase) -> None:
    add_call(database, 1001)
    lines = lead_of_call(api, stage="newline", header="YES").split("\n")
    assert (lines[0], lines[29], lines[30], lines[59], lines[60]) == ("status", "owner", "NEW", "1001", "")
    assert logged(database)[2] == f"6666|{CALL_ID}|newline"


# -- lead_callback_info -----------------------------------------------------------------------------------------


def test_all_means_archived_callbacks_before_current_ones_each_by_id(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_callbacks SET callback_id = 11 WHERE callback_id = 1")
    database.run(
        "INSERT INTO vicidial_callbacks_archive (callback_id, lead_id, comments) VALUES (9, 1004, 'ninth'),"
        " (100, 1004, 'hundredth')"
    )
    shown = [line.split("|") for line in callbacks(api, search_location="ALL").splitlines()]
    assert [(line[1], line[13]) for line in shown] == [
        ("ARCHIVE", "ninth"),
        ("ARCHIVE", "first try"),
        ("ARCHIVE", "hundredth"),
        ("CURRENT", ""),
        ("CURRENT", "try Wednesday morning"),
    ]


@pytest.mark.parametrize("header", ["yes", "TRUE", "Y", "no"])
def test_an_unknown_header_hides_the_callbacks(api: AppProcess, database: WorkingDatabase, header: str) -> None:
    answer = callbacks(api, header=header, stage="tab", search_location="ALL")
    assert answer == "ERROR: lead_callback_info CALLBACK NOT FOUND: 6666|1004|tab|ALL\n"
    assert logged(database) == ("ERROR", "lead_callback_info CALLBACK NOT FOUND", "6666|1004|tab|ALL")


def test_what_a_user_may_not_see_is_refused_before_the_header_matters(
    api: AppProcess, database: WorkingDatabase, restricted: None
) -> None:
    assert callbacks(api, **PARTNER, header="yes") == f"ERROR: lead_callback_info {NOT_ALLOWED}"
    assert logged(database) == ("ERROR", "lead_callback_info LEAD NOT FOUND", "1")


def test_the_callback_of_an_undefined_list_is_not_allowed(
    api: AppProcess, database: WorkingDatabase, restricted: None
) -> None:
    database.run("DELETE FROM vicidial_callbacks WHERE callback_id = 2")
    assert callbacks(api, **PARTNER).startswith("1004|CURRENT|USERONLY|")
    database.run("UPDATE vicidial_callbacks SET list_id = 424242")
    assert callbacks(api, **PARTNER) == f"ERROR: lead_callback_info {NOT_ALLOWED}"


def test_a_restricted_user_is_told_when_there_is_no_callback(api: AppProcess, restricted: None) -> None:
    answer = callbacks(api, **PARTNER, lead_id="1001")
    assert answer == "ERROR: lead_callback_info CALLBACK NOT FOUND: 8002|1001|pipe|\n"


@pytest.mark.parametrize("value", ["O'Brien", "back\\slash", '"', "100%s", "日本", "two\nlines"])
def test_any_comment_is_printed_and_logged_as_it_is(api: AppProcess, database: WorkingDatabase, value: str) -> None:
    database.run("UPDATE vicidial_callbacks SET comments = %s WHERE callback_id = 1", value)
    answer = callbacks(api)
    assert f"|2025-07-16 10:00:00|{value}\n" in answer
    assert logged(database)[:2] == ("SUCCESS", f"lead_callback_info {answer}"[:255])


@pytest.mark.parametrize("lead_id", ["", "000000001004", "1' OR '1'='1" + "0" * 11])
def test_a_lead_id_of_no_or_twelve_digits_is_invalid(api: AppProcess, lead_id: str) -> None:
    shown = "".join(character for character in lead_id if character.isdigit())
    assert callbacks(api, lead_id=lead_id) == f"ERROR: lead_callback_info INVALID SEARCH PARAMETERS: 6666|{shown}\n"


@pytest.mark.parametrize(("function", "name"), [("lead_callback_info", "lead_id"), ("ccc_lead_info", "call_id")])
def test_an_array_counts_as_missing(api: AppProcess, function: str, name: str) -> None:
    answer = api({"function": function, f"{name}[]": "1004"})
    assert answer.text == f"ERROR: {function} INVALID SEARCH PARAMETERS: 6666|\n"


def test_both_take_five_statements_and_find_by_index(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements, explain: Explain, restricted: None
) -> None:
    database.run(
        """
        INSERT INTO vicidial_log_extended (uniqueid, call_date, lead_id, caller_code)
        SELECT CONCAT('1.', seq), '2025-07-15 12:00:00', seq, CONCAT('V', 70000000000000000 + seq)
        FROM seq_1_to_3000;
        INSERT INTO vicidial_callbacks (lead_id, list_id, status) SELECT 5000 + seq, 101, 'ACTIVE' FROM seq_1_to_3000;
        ANALYZE TABLE vicidial_log_extended, vicidial_callbacks
        """
    )
    add_call(database, 1004)
    lead_of_call(api)
    for ask, table, key in [
        (lead_of_call, "vicidial_log_extended", "vlecc"),
        (lambda api, **more: callbacks(api, search_location="ALL", **more), "callback", "lead_id"),
    ]:
        with count_statements() as sent:
            ask(api, **PARTNER)
        assert len(sent) <= 5, str(sent)
        (statement,) = (text for text in sent if "list_allowed" in text)
        assert key in {plan["key"] for plan in explain(statement) if plan["table"] == table}
