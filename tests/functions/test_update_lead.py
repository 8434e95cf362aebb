"""update_lead and batch_update_lead: what conformance cannot see."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

UPDATE = {"function": "update_lead", "lead_id": "1001"}
NEW = {"function": "update_lead", "lead_id": "999999", "insert_if_not_found": "Y", "phone_number": "7275557777",
       "phone_code": "1", "list_id": "101"}  # fmt: skip
FREE_TEXTS = ["O'Brien", "C:\\new\\", "\\", "a'); DROP TABLE vicidial_list -- ", "100%s", "漢字 é"]


def test_a_plain_update_takes_seven_statements(api: AppProcess, count_statements: CountStatements) -> None:
    api(function="version")
    with count_statements() as sent:
        assert api(UPDATE | {"last_name": "Smith"}).text.startswith("SUCCESS")
    assert len(sent) <= 7, str(sent)


def test_no_records_are_no_lead(api: AppProcess, database: WorkingDatabase) -> None:
    before = database.one("SELECT * FROM vicidial_list WHERE lead_id = 1001")
    assert "NO MATCHES FOUND" in api(function="update_lead", lead_id="1001", records="0", city="Nowhere").text
    assert database.one("SELECT * FROM vicidial_list WHERE lead_id = 1001") == before


@pytest.mark.parametrize("more", [{}, {"no_update": "Y"}, {"delete_lead": "Y"}, {"search_method": "PHONE_NUMBER"}])
def test_a_lead_in_a_list_that_is_not_allowed_stays_as_it_is(
    api: AppProcess, database: WorkingDatabase, more: dict[str, str]
) -> None:
    database.run("UPDATE vicidial_users SET api_list_restrict = '1' WHERE user = '6666'")
    database.run("UPDATE vicidial_user_groups SET allowed_campaigns = ' NONE -' WHERE user_group = 'ADMIN'")
    before = database.one("SELECT * FROM vicidial_list WHERE lead_id = 1001")
    phone = database.value("SELECT phone_number FROM vicidial_list WHERE lead_id = 1001")
    api({"function": "update_lead", "lead_id": "1001", "phone_number": phone, "city": "Nowhere"} | more)
    assert database.one("SELECT * FROM vicidial_list WHERE lead_id = 1001") == before


def test_updates_at_once_lose_no_column(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app(workers=2)
    changes = [{"first_name": "Anna"}, {"last_name": "Plum"}, {"city": "Tampa"}, {"comments": "called"}] * 6
    with ThreadPoolExecutor(12) as many:
        answers = list(many.map(lambda change: app(UPDATE | change), changes))
    assert {answer.status_code for answer in answers} == {200}
    row = database.one("SELECT first_name, last_name, city, comments FROM vicidial_list WHERE lead_id = 1001")
    assert row == {"first_name": "Anna", "last_name": "Plum", "city": "Tampa", "comments": "called"}


def test_updates_while_the_lead_is_deleted_are_answered(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app(workers=2)
    update = UPDATE | {"last_name": "Late", "custom_fields": "Y", "favorite_color": "red", "callback": "Y",
                       "campaign_id": "TESTCAMP", "callback_datetime": "NOW", "add_to_hopper": "Y"}  # fmt: skip
    delete = UPDATE | {"delete_lead": "Y", "remove_from_hopper": "Y"}
    with ThreadPoolExecutor(12) as many:
        answers = list(many.map(app, [update, update, delete] * 6))
    assert {answer.status_code for answer in answers} == {200}
    assert not [answer for answer in answers if "INTERNAL" in answer.text]
    assert sum("LEAD HAS BEEN DELETED" in answer.text and "|1001|1|" in answer.text for answer in answers) == 1
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE lead_id = 1001") == 0


def test_removals_of_callbacks_at_once_archive_each_of_them_once(
    start_app: StartApp, database: WorkingDatabase
) -> None:
    app = start_app(workers=2)
    for _ in range(5):
        database.run("INSERT INTO vicidial_callbacks (lead_id, list_id, campaign_id) VALUES (1001, 101, 'TESTCAMP')")
    before = database.value("SELECT COUNT(*) FROM vicidial_callbacks WHERE lead_id = 1001")
    with ThreadPoolExecutor(8) as many:
        list(many.map(app, [UPDATE | {"callback": "REMOVE"}] * 8))
    assert database.value("SELECT COUNT(*) FROM vicidial_callbacks WHERE lead_id = 1001") == 0
    assert database.value("SELECT COUNT(*) FROM vicidial_callbacks_archive WHERE lead_id = 1001") == before


def test_a_callback_that_is_in_the_archive_already_does_not_stop_a_delete(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("INSERT INTO vicidial_callbacks (callback_id, lead_id) VALUES (901, 1001), (902, 1001)")
    database.run("INSERT INTO vicidial_callbacks_archive (callback_id, lead_id) VALUES (901, 1001)")
    deleted = database.value("SELECT COUNT(*) FROM vicidial_callbacks WHERE lead_id = 1001")
    answer = api(UPDATE | {"delete_lead": "Y"})
    assert answer.text.startswith(
        f"SUCCESS: update_lead LEAD HAS BEEN DELETED {deleted}|{deleted - 1} - 6666|1001|1|"
    )


@pytest.mark.parametrize("text", FREE_TEXTS)
def test_free_text_is_stored_as_it_was_sent(api: AppProcess, database: WorkingDatabase, text: str) -> None:
    fields = {"comments": text, "source_id": text[:20], "custom_fields": "Y", "favorite_color": text}
    assert "CUSTOM FIELDS VALUES UPDATED" in api(UPDATE | fields).text
    row = database.one("SELECT comments, source_id FROM vicidial_list WHERE lead_id = 1001")
    assert row == {"comments": text.replace(";", ""), "source_id": text[:20].replace(";", "")}
    color = database.value("SELECT favorite_color FROM custom_101 WHERE lead_id = 1001")
    assert color == text.replace(";", "").removesuffix("\\")
    others = database.value("SELECT COUNT(*) FROM vicidial_list WHERE comments = %s", text.replace(";", ""))
    assert others == 1


@pytest.mark.parametrize("text", FREE_TEXTS)
def test_a_batch_stores_free_text_as_it_was_sent(api: AppProcess, database: WorkingDatabase, text: str) -> None:
    api(function="batch_update_lead", lead_ids="1001,1002", comments=text)
    rows = database.all("SELECT comments FROM vicidial_list WHERE lead_id IN (1001, 1002)")
    assert [row["comments"] for row in rows] == [text.replace(";", "")] * 2


@pytest.mark.parametrize("records", ["9" * 25, "18446744073709551616"])
def test_more_records_than_the_database_can_count_are_all(api: AppProcess, records: str) -> None:
    search = {"search_method": "PHONE_NUMBER", "phone_number": "7275551111", "lead_id": None, "records": records}
    assert api(UPDATE | search | {"last_name": "All"}).text.count("LEAD HAS BEEN UPDATED") == 2
    batch = api(function="batch_update_lead", lead_ids="1001,1002", records=records, last_name="Each")
    assert "|2|2|1002,1001" in batch.text


def test_an_archive_that_is_not_there_is_empty(start_app: StartApp, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_list_archive")
    app = start_app()
    answer = app(UPDATE | {"lead_id": "901", "archived_lead": "Y", "last_name": "X"})
    assert answer.text == "ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|901||\n"
    answer = app(function="batch_update_lead", lead_ids="901", archived_lead="Y", last_name="X")
    assert answer.text == "ERROR: batch_update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|901\n"
    assert app(UPDATE | {"archived_lead": "Y", "insert_if_not_found": "Y"}).status_code == 200
    new = NEW | {"archived_lead": "Y", "add_to_hopper": "Y", "custom_fields": "Y", "favorite_color": "red"}
    inserted = app(new).text.splitlines()
    assert inserted[1].startswith("SUCCESS: update_lead LEAD HAS BEEN ADDED - 7275557777|101|1008|")
    assert inserted[2:] == [
        "NOTICE: update_lead CUSTOM FIELDS VALUES ADDED - 7275557777|1008|101|0",
        "NOTICE: update_lead NOT ADDED TO HOPPER, LEAD NOT FOUND - 7275557777|1008|6666",
    ]


LONG_NUMBER = "9" * 5000


@pytest.mark.parametrize(
    "parameters",
    [
        {"list_id": LONG_NUMBER, "search_location": "LIST"},
        {"records": LONG_NUMBER, "last_name": "X"},
        {"lead_id": "1007", "callback": "Y", "campaign_id": "TESTCAMP", "callback_datetime": f"{LONG_NUMBER}DAYS"},
        {"force_entry_list_id": LONG_NUMBER, "custom_fields": "Y", "favorite_color": "red"},
        {"lead_id": "1007", "add_to_hopper": "Y", "hopper_priority": LONG_NUMBER},
        {"function": "batch_update_lead", "lead_ids": "1001", "records": LONG_NUMBER, "last_name": "X"},
        {"function": "batch_update_lead", "lead_ids": "1001", "list_id_field": LONG_NUMBER, "user": "8002",
         "pass": "partner1"},
    ],
    ids=lambda parameters: next(name for name, value in parameters.items() if LONG_NUMBER in value),
)  # fmt: skip
def test_numbers_of_thousands_of_digits_are_numbers(api: AppProcess, parameters: dict[str, str]) -> None:
    answer = api(UPDATE | parameters)
    assert answer.status_code == 200
    assert answer.text.startswith(("SUCCESS: ", "NOTICE: ", "ERROR: update_lead ", "ERROR: batch_update_lead NOT AN"))


def test_a_lead_that_is_not_found_by_many_at_once_is_inserted_once(
    start_app: StartApp, database: WorkingDatabase
) -> None:
    app = start_app(workers=2)
    search = NEW | {"search_method": "PHONE_NUMBER"}
    with ThreadPoolExecutor(8) as many:
        answers = list(many.map(app, [search | {"last_name": "Once"}] * 8))
    assert {answer.status_code for answer in answers} == {200}
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE phone_number = '7275557777'") == 1
    assert sum("LEAD HAS BEEN UPDATED" in answer.text for answer in answers) == 7


def test_alternate_phones_are_measured_in_bytes(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    assert "MULTI-ALT-PHONE NUMBERS LOADED - 1|1008|6666" in api(NEW | {"multi_alt_phones": "7__éé"}).text


@pytest.mark.parametrize(("lead_ids", "found"), [("1001,", True), (",1001,,1002,", True), (",,", False)])
def test_empty_members_of_a_batch_are_passed_over(api: AppProcess, lead_ids: str, found: bool) -> None:
    answer = api(function="batch_update_lead", lead_ids=lead_ids, last_name="X").text
    assert answer.startswith("SUCCESS") == found
    assert found or answer == f"ERROR: batch_update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|{lead_ids}\n"


def test_a_restricted_user_without_lists_finds_nothing(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DELETE FROM vicidial_lists WHERE campaign_id = 'SALESCMP' OR campaign_id = ''")
    partner = {"user": "8002", "pass": "partner1"}
    answer = api(partner | {"function": "batch_update_lead", "lead_ids": "1001,1005", "last_name": "X"})
    assert "NO MATCHES FOUND" in answer.text


def test_a_field_without_a_column_is_left_out(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE custom_101 DROP COLUMN policy_type")
    answer = api(UPDATE | {"custom_fields": "Y", "favorite_color": "black", "policy_type": "Home"})
    assert answer.text == "NOTICE: update_lead CUSTOM FIELDS VALUES UPDATED - |1001|101|101|101|1\n"
    assert api(UPDATE | {"custom_fields": "Y", "policy_type": "Home"}).text == ""


def test_a_forced_list_without_a_table_has_no_fields_for_a_new_lead(api: AppProcess) -> None:
    new = NEW | {"custom_fields": "Y", "favorite_color": "red", "force_entry_list_id": "777"}
    assert "CUSTOM FIELDS NOT ADDED, NO FIELDS DEFINED - 7275557777|1008|101\n" in api(new).text


@pytest.mark.parametrize(("digits", "searched"), [(5, False), (6, True), (18, True), (19, False)])
def test_a_number_of_6_to_18_digits_is_searched_for(
    api: AppProcess, database: WorkingDatabase, digits: int, searched: bool
) -> None:
    number = "7" * digits
    database.run("UPDATE vicidial_list SET phone_number = %s WHERE lead_id = 1001", number[:18])
    answer = api(function="update_lead", search_method="PHONE_NUMBER", phone_number=number, city="Tampa").text
    expected = "SUCCESS: update_lead LEAD HAS" if searched else "ERROR: update_lead NO VALID SEARCH METHOD"
    assert answer.startswith(expected)


@pytest.mark.parametrize(("entry_list", "custom_list"), [("99", "101"), ("100", "100")])
def test_an_entry_list_above_99_names_the_custom_fields(
    api: AppProcess, database: WorkingDatabase, entry_list: str, custom_list: str
) -> None:
    database.run("CREATE TABLE custom_100 LIKE custom_101")
    database.run(
        "INSERT INTO vicidial_lists_fields (list_id, field_label, field_name, field_type)"
        " VALUES (100, 'favorite_color', 'Color', 'TEXT')"
    )
    database.run("UPDATE vicidial_list SET entry_list_id = %s WHERE lead_id = 1001", entry_list)
    answer = api(UPDATE | {"custom_fields": "Y", "favorite_color": "mauve"}).text
    assert answer == f"NOTICE: update_lead CUSTOM FIELDS VALUES UPDATED - |1001|101|{entry_list}|{custom_list}|1\n"


@pytest.mark.parametrize(("list_id", "found"), [("99", True), ("098", True), ("099", False), ("100", False)])
def test_a_search_is_kept_to_a_list_of_three_digits_from_99_on(api: AppProcess, list_id: str, found: bool) -> None:
    answer = api(UPDATE | {"search_location": "LIST", "list_id": list_id, "city": "Tampa"}).text
    assert answer.startswith("SUCCESS") == found


@pytest.mark.parametrize(("list_id", "inserted"), [("99", False), ("098", True), ("099", True)])
def test_a_lead_is_inserted_into_a_list_of_three_digits_or_more(
    api: AppProcess, list_id: str, inserted: bool
) -> None:
    answer = api(NEW | {"list_id": list_id}).text
    assert ("SUCCESS: update_lead LEAD HAS BEEN ADDED" in answer) == inserted
    assert ("ERROR: update_lead INVALID DATA FOR LEAD INSERTION" in answer) != inserted


@pytest.mark.parametrize(("list_id", "allowed"), [("98", True), ("098", True), ("99", False), ("100", False)])
def test_lists_from_99_on_are_held_against_a_restricted_users(
    api: AppProcess, database: WorkingDatabase, list_id: str, allowed: bool
) -> None:
    database.run("UPDATE vicidial_users SET api_list_restrict = '1' WHERE user = '6666'")
    answer = api(UPDATE | {"list_id": list_id, "city": "Tampa"}).text
    assert answer.startswith("ERROR: update_lead NOT AN ALLOWED LIST ID, SEARCH - ") != allowed
    answer = api(function="batch_update_lead", lead_ids="1002", list_id_field=list_id, city="Tampa").text
    assert answer.startswith("ERROR: batch_update_lead NOT AN ALLOWED LIST ID - ") != allowed
    answer = api(NEW | {"list_id": "", "list_id_field": list_id.zfill(3)}).text
    assert ("ERROR: update_lead NOT AN ALLOWED LIST ID, INSERT - " in answer) != allowed


def test_a_double_quote_in_a_vendor_code_goes_into_the_hopper(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET vendor_lead_code = 'a\"b' WHERE lead_id = 1002")
    assert "ADDED TO HOPPER" in api(UPDATE | {"lead_id": "1002", "add_to_hopper": "Y"}).text
    assert database.value("SELECT vendor_lead_code FROM vicidial_hopper WHERE lead_id = 1002") == 'a"b'


def test_an_encrypted_field_is_never_stored_plainly(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET active_modules = 'cf_encrypt'")
    database.run("UPDATE vicidial_lists_fields SET field_encrypt = 'Y' WHERE field_label = 'favorite_color'")
    api(UPDATE | {"custom_fields": "Y", "favorite_color": "secret", "policy_type": "Home"})
    row = database.one("SELECT favorite_color, policy_type FROM custom_101 WHERE lead_id = 1001")
    assert row == {"favorite_color": "", "policy_type": "Home"}


@pytest.mark.parametrize(
    ("column", "value", "keys"),
    [
        ("lead_id", "1001", {"PRIMARY"}),
        ("phone_number", "7275551111", {"phone_number", "phone_list"}),
        # VICIdial has no index on it; `nonagent check` says how to make one.
        ("vendor_lead_code", "VLC-1001", {"vendor_lead_code"}),
    ],
)
def test_a_search_uses_an_index(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements,
    explain: Callable[[str], list[dict[str, Any]]], column: str, value: str, keys: set[str],
) -> None:  # fmt: skip
    fill(database)
    api(function="version")
    with count_statements() as sent:
        api({"function": "update_lead", "search_method": column.upper(), column: value, "no_update": "Y"})
    plan = explain(next(each for each in sent if "FROM `vicidial_list`" in each))[0]
    assert plan["key"] in keys
    assert int(plan["rows"]) < 50


def fill(database: WorkingDatabase) -> None:
    database.run("ALTER TABLE vicidial_list ADD INDEX vendor_lead_code (vendor_lead_code)")
    database.run(
        "INSERT INTO vicidial_list (list_id, phone_number, vendor_lead_code, entry_date)"
        " SELECT 101, 6000000000 + seq, seq, '2025-01-01' FROM seq_1_to_20000"
    )
    database.run("ANALYZE TABLE vicidial_list")
