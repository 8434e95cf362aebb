"""lead_search: which search runs where, what counts as a match, and that searches use an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]
Explain = Callable[[str], list[dict[str, Any]]]

PARTNER = {"user": "8002", "pass": "partner1"}
BY_VENDOR = {"search_method": "VENDOR_LEAD_CODE"}
MANY_LEADS = """
    INSERT INTO vicidial_list (lead_id, list_id, phone_number, vendor_lead_code, entry_date)
    SELECT 100000 + seq, 101 + seq MOD 2, CONCAT('2', LPAD(seq, 9, '0')), CONCAT('C-', seq), '2025-01-01 00:00:00'
    FROM seq_1_to_4000
    """


def ask(api: AppProcess, **parameters: str) -> str:
    answer = api(function="lead_search", **parameters)
    assert answer.status_code == 200
    return answer.content.decode("utf8", "surrogateescape")


def logged(database: WorkingDatabase) -> tuple[str, str]:
    row = database.one("SELECT result_reason, data FROM vicidial_api_log ORDER BY api_id DESC LIMIT 1")
    return row["result_reason"], row["data"]


def searches(sent: Statements) -> Iterator[str]:
    return (statement for statement in sent if "AS search_key" in statement)


def test_each_of_several_methods_runs_only_while_nothing_is_found(
    api: AppProcess, count_statements: CountStatements
) -> None:
    every = "LEAD_ID,VENDOR_LEAD_CODE,PHONE_NUMBER"
    with count_statements() as sent:
        answer = ask(
            api, search_method=every, lead_id="1", lead_ids="7", vendor_lead_code="NO", phone_number="3125552222"
        )
    assert answer == "3125552222|1|1002\nNO|0|\n"
    assert len(list(searches(sent))) == 3
    with count_statements() as sent:
        answer = ask(api, search_method=every, lead_id="1", vendor_lead_code="VLC-1002", phone_number="7275551111")
    assert answer == "7275551111|0|\nVLC-1002|1|1002\n"
    assert len(list(searches(sent))) == 1


@pytest.mark.parametrize(("digits", "shown"), [(5, False), (6, True), (18, True), (19, False)])
def test_each_number_of_6_to_18_digits_is_searched_for(
    api: AppProcess, database: WorkingDatabase, digits: int, shown: bool
) -> None:
    number = "7" * digits
    database.run("UPDATE vicidial_list SET phone_number = %s WHERE lead_id = 1001", number[:18])
    row = f"{number}|1|1001\n" if shown else ""
    assert ask(api, phone_number=f"3125552222,{number}") == f"3125552222|1|1002\n{row}"


@pytest.mark.parametrize(("list_id", "everywhere"), [("99", True), ("098", True), ("099", False), ("100", False)])
def test_a_search_is_kept_to_a_list_of_three_digits_from_99_on(
    api: AppProcess, list_id: str, everywhere: bool
) -> None:
    answer = ask(api, phone_number="3125552222", search_location="LIST", list_id=list_id)
    assert (answer == "3125552222|1|1002\n") == everywhere


@pytest.mark.parametrize(("list_id", "allowed"), [("98", True), ("098", True), ("99", False), ("099", False)])
def test_lists_from_99_on_are_held_against_a_restricted_users(api: AppProcess, list_id: str, allowed: bool) -> None:
    answer = ask(api, **PARTNER, phone_number="3125552222", list_id=list_id)
    assert answer.startswith("ERROR: lead_search NOT AN ALLOWED LIST ID - ") != allowed


def test_numbers_that_are_equal_share_their_leads(api: AppProcess, database: WorkingDatabase) -> None:
    assert ask(api, phone_number="07275551111,7275551111") == "07275551111|2|1005-1001\n7275551111|2|1005-1001\n"
    database.run("UPDATE vicidial_list SET vendor_lead_code = '7' WHERE lead_id = 1001")
    codes = "007,7,7.0, 7,+7,.7e1,7x,0x7"
    answer = ask(api, **BY_VENDOR, vendor_lead_code=codes).splitlines()
    assert [line.endswith("|1|1001") for line in answer] == [True] * 6 + [False] * 2


def test_long_numbers_are_not_rounded_into_each_other(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET vendor_lead_code = '12345678901234567890' WHERE lead_id = 1001")
    answer = ask(api, **BY_VENDOR, vendor_lead_code="12345678901234567890,12345678901234567891," + "9" * 5000)
    assert answer.startswith("12345678901234567890|1|1001\n12345678901234567891|0|\n999")


def test_a_lead_found_by_its_id_shows_where_a_number_equals_the_id(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_list SET lead_id = 123456 WHERE lead_id = 1002")
    answer = ask(
        api, search_method="LEAD_ID PHONE_NUMBER", lead_id="1", lead_ids="123456", phone_number="123456,654321"
    )
    assert answer == "123456|1|123456\n654321|0|\n"


@pytest.mark.parametrize(
    "parameters",
    [
        {"phone_number": "12345,678"},
        {"phone_number": ",,,,,,,"},
        {**BY_VENDOR, "vendor_lead_code": ",,"},
        {"search_method": "LEAD_ID", "lead_id": "1", "lead_ids": ""},
        {"search_method": "LEAD_ID", "lead_id": "1", "lead_ids": ",,"},
    ],
    ids=["short phones", "only commas", "no code", "no lead ids", "empty lead ids"],
)
def test_a_search_without_a_usable_element_finds_nothing(api: AppProcess, parameters: dict[str, str]) -> None:
    assert ask(api, **parameters).startswith("ERROR: lead_search NO MATCHES FOUND IN THE SYSTEM: |6666|")


def test_a_search_without_a_usable_element_leaves_the_next_one_its_turn(api: AppProcess) -> None:
    both = {"search_method": "LEAD_ID+PHONE_NUMBER", "lead_id": "1", "phone_number": "3125552222"}
    assert ask(api, **both, lead_ids="") == "3125552222|1|1002\n"
    assert ask(api, **both, lead_ids=",1003,") == "3125552222|0|\n"


@pytest.mark.parametrize("code", ["\\", "a\\,OR 1=1 -- ", "O'Brien", "' OR ''='", "100%", "_LC-1001", "日本", "😀"])
def test_a_vendor_code_is_only_ever_a_code(api: AppProcess, database: WorkingDatabase, code: str) -> None:
    answer = ask(api, **BY_VENDOR, vendor_lead_code=code)
    assert answer == f"ERROR: lead_search NO MATCHES FOUND IN THE SYSTEM: |6666||{code}|\n"
    first = code.split(",")[0]
    stored = first.replace("😀", "????")
    database.run("UPDATE vicidial_list SET vendor_lead_code = %s WHERE lead_id = 1001", stored)
    answer = ask(api, **BY_VENDOR, vendor_lead_code=code)
    assert answer.startswith(f"{first}|1|1001\n" if first == stored else f"{first}|0|\n")


def test_bytes_that_are_no_utf8_come_back_as_they_were_sent(api: AppProcess) -> None:
    query = "source=test&user=6666&pass=1234&function=lead_search&search_method=VENDOR_LEAD_CODE"
    answer = api.request("GET", f"/vicidial/non_agent_api.php?{query}&vendor_lead_code=VLC-1001,%ff%fe")
    assert answer.content == b"VLC-1001|1|1001\n\xff\xfe|0|\n"


def test_arrays_count_as_missing(api: AppProcess) -> None:
    answer = api({"function": "lead_search", "phone_number[]": "3125552222"})
    assert answer.text == "ERROR: lead_search NO VALID SEARCH METHOD - 6666|PHONE_NUMBER|(0)|(0)|(0)\n"


@pytest.mark.parametrize(
    ("records", "found"),
    [("1", "1|1005"), ("0001", "1|1005"), ("2", "2|1005-1001"), ("9" * 40, "2|1005-1001"), ("", "2|1005-1001")],
)
def test_records_limits_the_leads_found(api: AppProcess, database: WorkingDatabase, records: str, found: str) -> None:
    assert ask(api, phone_number="7275551111", records=records) == f"7275551111|{found}\n"
    assert logged(database) == ("lead_search LEADS FOUND IN THE SYSTEM", f"||7275551111|{found[0]}")


@pytest.mark.parametrize(
    ("location", "list_id", "found"),
    [
        ("LIST", "101", "1|1001"),
        ("LIST", "0101", "1|1001"),
        ("LIST", "list-101", "1|1001"),
        ("LIST", "abc", "2|1005-1001"),
        ("LIST", "98", "2|1005-1001"),
        ("LIST", "098", "2|1005-1001"),
        ("LIST", "99", "2|1005-1001"),
        ("LIST", "", "2|1005-1001"),
        ("LST", "101", "2|1005-1001"),
        ("list", "101", "2|1005-1001"),
        ("CAMPAIGN", "102", "1|1001"),
        ("XCAMPAIGNX", "102", "1|1001"),
        ("ANYWHERE", "101", "2|1005-1001"),
    ],
)
def test_the_location_says_where_to_look(api: AppProcess, location: str, list_id: str, found: str) -> None:
    answer = ask(api, phone_number="7275551111", search_location=location, list_id=list_id)
    assert answer == f"7275551111|{found}\n"


def test_a_list_id_of_any_length_is_only_a_list_without_leads(api: AppProcess) -> None:
    answer = ask(api, phone_number="7275551111", search_location="LIST", list_id="9" * 5000)
    assert answer == "ERROR: lead_search NO MATCHES FOUND IN THE SYSTEM: |6666|||7275551111\n"


def test_a_restricted_user_may_name_allowed_lists_only(api: AppProcess, database: WorkingDatabase) -> None:
    for list_id, answer in [
        ("201", "7275551111|1|1005\n"),
        ("list-201", "7275551111|1|1005\n"),
        ("101", "ERROR: lead_search NOT AN ALLOWED LIST ID - 7275551111|101\n"),
        ("1x-01", "ERROR: lead_search NOT AN ALLOWED LIST ID - 7275551111|101\n"),
        ("99", "ERROR: lead_search NOT AN ALLOWED LIST ID - 7275551111|99\n"),
    ]:
        assert ask(api, **PARTNER, phone_number="7275551111", list_id=list_id, search_location="LIST") == answer


def test_without_an_archive_nothing_is_found_there(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_list_archive")
    answer = ask(api, phone_number="7275550901", archived_lead="Y")
    assert answer == "ERROR: lead_search NO MATCHES FOUND IN THE SYSTEM: |6666|||7275550901\n"


def test_thousands_of_elements_come_back_in_the_order_sent(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(MANY_LEADS)
    phones = [f"2{number:09}" for number in range(3000, 0, -1)]
    form = {
        "source": "test", "user": "6666", "pass": "1234", "function": "lead_search", "records": "5000",
        "phone_number": ",".join(phones),
    }  # fmt: skip
    lines = api(bare=True, form=form).text.splitlines()
    assert lines == [f"{phone}|1|{100000 + int(phone[1:])}" for phone in phones]


def test_every_search_uses_an_index(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements, explain: Explain
) -> None:
    # VICIdial itself has no index on vendor codes; installations that search for them add one.
    database.run("ALTER TABLE vicidial_list ADD INDEX vendor_lead_code (vendor_lead_code)")
    database.run(MANY_LEADS)
    database.run("ANALYZE TABLE vicidial_list")
    in_list = {"phone_number": "2000000007", "list_id": "101"}
    for parameters, keys in [
        ({"phone_number": "2000000007,2000000009,07275551111"}, {"phone_number", "phone_list"}),
        ({**in_list, "search_location": "LIST"}, {"phone_number", "list_phone", "phone_list"}),
        ({**in_list, "search_location": "CAMPAIGN"}, {"phone_number", "list_phone", "phone_list"}),
        ({"search_method": "LEAD_ID", "lead_id": "1", "lead_ids": "100007,100009"}, {"PRIMARY"}),
        ({**BY_VENDOR, "vendor_lead_code": "C-7,C-9,\\"}, {"vendor_lead_code"}),
        ({"phone_number": ",".join(f"2{number:09}" for number in range(300)), "records": "5"},
         {"phone_number", "phone_list"}),
    ]:  # fmt: skip
        with count_statements() as sent:
            ask(api, **parameters)
        (statement,) = searches(sent)
        (plan,) = explain(statement)
        assert (plan["key"] in keys, int(plan["rows"]) <= 400) == (True, True), (statement[:300], plan)


def test_without_an_index_on_vendor_codes_the_table_is_read_through(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements, explain: Explain
) -> None:
    database.run(MANY_LEADS)
    database.run("ANALYZE TABLE vicidial_list")
    with count_statements() as sent:
        ask(api, **BY_VENDOR, vendor_lead_code="C-7,C-9")
    (statement,) = searches(sent)
    assert [(plan["type"], plan["key"]) for plan in explain(statement)] == [("ALL", None)]


def test_a_search_takes_five_statements_and_one_more_for_a_restricted_user(
    api: AppProcess, count_statements: CountStatements
) -> None:
    ask(api, phone_number="3125552222")
    with count_statements() as sent:
        ask(api, phone_number="3125552222")
    assert len(sent) <= 5, str(sent)
    with count_statements() as sent:
        ask(api, **PARTNER, phone_number="3125552222")
    assert len(sent) <= 6, str(sent)
