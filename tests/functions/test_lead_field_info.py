"""lead_field_info: names that are looked up and never computed, what is hidden, and values of any kind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

NOT_FOUND = "ERROR: lead_field_info LIST FIELD NOT FOUND: 6666|1001\n"


def ask(api: AppProcess, field_name: str, **more: str) -> str:
    """The answer for one field of lead 1001."""
    answer = api(function="lead_field_info", **{"lead_id": "1001", "field_name": field_name, **more})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def logged(database: WorkingDatabase) -> tuple[str, str]:
    row = database.one("SELECT result, result_reason FROM vicidial_api_log ORDER BY api_id DESC LIMIT 1")
    return row["result"], row["result_reason"]


@pytest.mark.parametrize("field_name", ["lead_id-1", "12", "no_such_field", "list_known", "known", "lead"])
@pytest.mark.parametrize("custom_fields", ["Y", "N"])
def test_a_name_that_is_no_column_is_not_found_and_not_computed(
    api: AppProcess, field_name: str, custom_fields: str
) -> None:
    assert ask(api, field_name, custom_fields=custom_fields) == NOT_FOUND


def test_a_columns_case_does_not_matter(api: AppProcess) -> None:
    assert ask(api, "Last_NAME") == "Melon"
    assert ask(api, "FAVORITE_color", custom_fields="Y") == "blue"


@pytest.mark.parametrize(
    "parameters",
    [{"lead_id": ""}, {"lead_id": "000000001001"}, {"lead_id[]": "1001"}, {"field_name[]": "city"}],
    ids=["no lead", "12 digits", "array for a lead", "array for a field"],
)
def test_unusable_parameters_are_invalid(api: AppProcess, parameters: dict[str, str]) -> None:
    usable = {"lead_id": "1001", "field_name": "city"}
    for name in parameters:
        usable.pop(name.removesuffix("[]"))
    answer = api({"function": "lead_field_info", **usable, **parameters})
    assert answer.text.startswith("ERROR: lead_field_info INVALID SEARCH PARAMETERS: 6666|")


def test_leading_zeros_are_the_callers_and_printed_as_given(api: AppProcess) -> None:
    assert ask(api, "city", lead_id="00000001001") == "Clearwater"
    assert ask(api, "nothing", lead_id="00000001001").endswith("6666|00000001001\n")


def test_a_lead_whose_list_is_gone_is_refused_to_everybody(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DELETE FROM vicidial_lists WHERE list_id = 101")
    assert ask(api, "city") == "ERROR: lead_field_info LIST NOT FOUND: 6666|1001|101\n"


def test_all_in_any_case_lifts_the_campaign_limit_and_a_missing_group_does_not(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_user_groups SET allowed_campaigns = ' -all- -' WHERE user_group = 'PARTNER'")
    assert ask(api, "city", user="8002", **{"pass": "partner1"}) == "Clearwater"
    database.run("DELETE FROM vicidial_user_groups WHERE user_group = 'PARTNER'")
    assert "LIST NOT FOUND" in ask(api, "city", user="8002", **{"pass": "partner1"})


@pytest.mark.parametrize("list_id", ["55", "nolist", "CUSTOM", "101x", "101--", "____"])
def test_a_list_without_a_custom_table_has_no_such_field(api: AppProcess, list_id: str) -> None:
    assert ask(api, "favorite_color", custom_fields="Y", list_id=list_id) == NOT_FOUND


def test_a_lead_without_an_entry_list_has_no_custom_fields(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET entry_list_id = 0 WHERE lead_id = 1001")
    assert ask(api, "favorite_color", custom_fields="Y") == NOT_FOUND


def test_a_custom_table_without_lead_ids_is_none(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("CREATE TABLE custom_77 (number INT)")
    assert ask(api, "number", custom_fields="Y", list_id="77") == NOT_FOUND


@pytest.mark.parametrize(
    "value",
    ["O'Neil", 'a "quoted" \\ backslash', "it's 100%s %(x)s", "日本語 ñ é", "two\nlines\tand a tab", " spaces "],
)
def test_a_value_comes_back_as_it_was_stored_and_is_logged(
    api: AppProcess, database: WorkingDatabase, value: str
) -> None:
    database.run("UPDATE vicidial_list SET comments = %s WHERE lead_id = 1001", value)
    assert ask(api, "comments") == value
    assert logged(database) == ("SUCCESS", f"lead_field_info {value}")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("TEXT", "x'y" * 20000),
        ("VARCHAR(50) CHARACTER SET utf8mb4", "grin 😀 漢"),
        ("BLOB", "漢字 in a blob"),
        ("TEXT CHARACTER SET latin1", "Größe"),
    ],
)
def test_custom_values_of_any_length_and_script_come_back_whole(
    api: AppProcess, database: WorkingDatabase, kind: str, value: str
) -> None:
    database.run(f"ALTER TABLE custom_101 ADD remarks {kind}")
    database.run("SET NAMES utf8mb4")
    database.run("UPDATE custom_101 SET remarks = %s WHERE lead_id = 1001", value)
    assert ask(api, "remarks", custom_fields="Y") == value
    assert logged(database)[0] == "SUCCESS"


def test_a_blob_that_is_no_text_is_handed_out_byte_for_byte(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE custom_101 ADD picture BLOB")
    database.run("UPDATE custom_101 SET picture = X'FF00C328' WHERE lead_id = 1001")
    answer = api(function="lead_field_info", lead_id="1001", field_name="picture", custom_fields="Y")
    assert answer.content == bytes.fromhex("FF00C328")


def test_a_hidden_field_is_masked_however_its_name_is_written(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET active_modules = 'cf_encrypt'")
    database.run("UPDATE vicidial_lists_fields SET field_show_hide = 'LAST_4' WHERE field_label = 'favorite_color'")
    assert ask(api, "FAVORITE_COLOR", custom_fields="Y") == "XXXX"
    assert logged(database) == ("SUCCESS", "lead_field_info XXXX")


def test_a_user_never_asked_about_hidden_fields_may_not_see_them(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET active_modules = 'cf_encrypt'")
    database.run("UPDATE vicidial_lists_fields SET field_show_hide = 'LAST_4' WHERE field_label = 'favorite_color'")
    database.run("UPDATE vicidial_users SET admin_cf_show_hidden = NULL WHERE user = '6666'")
    assert ask(api, "favorite_color", custom_fields="Y") == "XXXX"


def test_a_mask_counts_bytes_and_keeps_line_feeds(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET admin_hide_lead_data = '1' WHERE user = '6666'")
    database.run("UPDATE custom_101 SET favorite_color = 'ö\nb\r' WHERE lead_id = 1001")
    assert ask(api, "favorite_color", custom_fields="Y") == "XX\nXX"


def test_standard_columns_are_never_masked(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET admin_hide_lead_data = '1' WHERE user = '6666'")
    assert ask(api, "last_name") == "Melon"


def test_an_encrypted_field_shows_nothing_and_no_masked_length(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_lists_fields SET field_encrypt = 'Y' WHERE field_label = 'favorite_color'")
    assert ask(api, "favorite_color", custom_fields="Y") == "blue"
    database.run("UPDATE system_settings SET active_modules = 'cf_encrypt'")
    database.run("UPDATE vicidial_users SET admin_hide_lead_data = '1' WHERE user = '6666'")
    assert ask(api, "favorite_color", custom_fields="Y") == ""
    assert logged(database) == ("SUCCESS", "lead_field_info ")


def test_without_an_archive_no_archived_lead_is_found(api: AppProcess, database: WorkingDatabase) -> None:
    assert ask(api, "last_name", lead_id="901", archived_lead="Y") == "Vault"
    database.run("DROP TABLE vicidial_list_archive")
    answer = ask(api, "last_name", lead_id="901", archived_lead="Y")
    assert answer == "ERROR: lead_field_info LEAD NOT FOUND: 6666|901\n"
    assert ask(api, "last_name") == "Melon"


def test_a_standard_field_takes_five_statements_and_a_custom_field_two_more(
    api: AppProcess, count_statements: CountStatements
) -> None:
    ask(api, "city")
    with count_statements() as sent:
        ask(api, "city")
    assert len(sent) == 5, sent
    with count_statements() as sent:
        ask(api, "favorite_color", custom_fields="Y")
    assert len(sent) == 7, sent
