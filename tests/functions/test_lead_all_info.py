"""lead_all_info: custom fields of odd lists, what is masked, and many leads in one answer."""

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

WITHOUT_CUSTOM = 32


def ask(api: AppProcess, **parameters: str) -> str:
    answer = api(function="lead_all_info", **parameters)
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def custom_part(api: AppProcess, **parameters: str) -> list[str]:
    """What stands behind the standard fields of the answer's only line."""
    line = ask(api, custom_fields="Y", **{"lead_id": "1001", **parameters})
    return line.removesuffix("\n").split("|")[WITHOUT_CUSTOM:]


def log_rows(database: WorkingDatabase) -> list[tuple[str, str, str]]:
    rows = database.all("SELECT result, result_reason, data FROM vicidial_api_log ORDER BY api_id")
    return [(row["result"], row["result_reason"], row["data"]) for row in rows]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE vicidial_list SET entry_list_id = 0 WHERE lead_id = 1001",
        "UPDATE vicidial_list SET entry_list_id = 4711 WHERE lead_id = 1001",
        "DELETE FROM vicidial_lists_fields",
        "UPDATE vicidial_lists_fields SET field_type = 'DISPLAY'",
        "DROP TABLE custom_101",
        "ALTER TABLE custom_101 DROP policy_type",
        "ALTER TABLE custom_101 CHANGE lead_id number INT",
    ],
)
def test_a_list_without_usable_custom_fields_prints_the_lead_alone(
    api: AppProcess, database: WorkingDatabase, damage: str
) -> None:
    database.run(damage)
    assert custom_part(api) == []
    assert log_rows(database)[-1][0] == "SUCCESS"


def test_a_forced_list_is_taken_as_written(api: AppProcess) -> None:
    assert custom_part(api, force_entry_list_id="101") == ["blue", "Home", "2025-12-01"]
    assert custom_part(api, force_entry_list_id="0101") == []
    assert custom_part(api, force_entry_list_id="9" * 60) == []


def test_column_names_with_blanks_and_backquotes_are_read_as_data(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE custom_101 ADD `odd ``na'me` VARCHAR(20)")
    database.run("UPDATE custom_101 SET `odd ``na'me` = 'kept' WHERE lead_id = 1001")
    database.run(
        "INSERT INTO vicidial_lists_fields (list_id, field_label, field_rank) VALUES (101, %s, 9)", "Odd `na'me"
    )
    answer = ask(api, lead_id="1001", custom_fields="Y", header="YES")
    header, row = answer.splitlines()
    assert header.endswith("|renewal_date|Odd `na'me")
    assert row.endswith("|2025-12-01|kept")


def test_standard_labels_are_left_out_and_status_and_user_are_not(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE custom_101 ADD owner INT, ADD status VARCHAR(9)")
    database.run("UPDATE custom_101 SET owner = 1, status = 'ours' WHERE lead_id = 1001")
    database.run(
        "INSERT INTO vicidial_lists_fields (list_id, field_label, field_rank)"
        " VALUES (101, 'owner', 8), (101, 'status', 9)"
    )
    assert custom_part(api) == ["blue", "Home", "2025-12-01", "ours"]


def test_fields_stand_in_the_order_of_rank_and_order(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_lists_fields SET field_rank = 5, field_order = 4 - field_id")
    assert custom_part(api) == ["2025-12-01", "Home", "blue"]


def test_every_custom_value_is_masked_for_a_user_without_lead_data(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_users SET admin_hide_lead_data = '1' WHERE user = '6666'")
    database.run("UPDATE custom_101 SET favorite_color = 'ö', policy_type = '' WHERE lead_id = 1001")
    assert custom_part(api) == ["XX", "", "X" * 10]


def test_hidden_and_encrypted_fields_only_matter_with_the_module(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_lists_fields SET field_show_hide = 'FIRST_1_LAST_4' WHERE field_id = 1")
    database.run("UPDATE vicidial_lists_fields SET field_encrypt = 'Y' WHERE field_id = 2")
    assert custom_part(api) == ["blue", "Home", "2025-12-01"]
    database.run("UPDATE system_settings SET active_modules = 'x cf_encrypt y'")
    assert custom_part(api) == ["XXXX", "", "2025-12-01"]


@pytest.mark.parametrize("value", ["O'Brien", "back\\slash", '"', "100%s", "日本"])
def test_any_value_is_printed_and_logged_as_it_is(api: AppProcess, database: WorkingDatabase, value: str) -> None:
    database.run("UPDATE vicidial_list SET last_name = %s WHERE lead_id = 1001", value)
    answer = ask(api, lead_id="1001")
    assert f"|Walter|Q|{value}|" in answer
    assert log_rows(database) == [("SUCCESS", f"lead_all_info {answer}"[:255], "6666|1001||pipe")]


def test_with_newline_every_field_stands_on_its_own_line(api: AppProcess, database: WorkingDatabase) -> None:
    answer = ask(api, lead_id="1001", stage="newline", header="YES")
    assert len(answer.split("\n")) == 2 * WITHOUT_CUSTOM + 1
    assert log_rows(database)[-1][2] == "6666|1001||newline"


def test_refused_leads_are_told_before_the_others_and_logged_in_their_order(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_users SET view_reports = '1' WHERE user = '8002'")
    database.run("UPDATE vicidial_list SET phone_number = '7275551111' WHERE lead_id = 1002")
    answer = ask(api, phone_number="7275551111", user="8002", **{"pass": "partner1"})
    refused = "ERROR: lead_all_info LIST NOT FOUND: 8002||7275551111\n"
    assert answer.startswith(f"{refused}{refused}NEW||DUP-1|")
    assert answer.count("\n") == 3
    assert [result for result, _, _ in log_rows(database)] == ["SUCCESS", "ERROR", "ERROR"]


def test_only_all_campaigns_lifts_the_limit_here(api: AppProcess, database: WorkingDatabase) -> None:
    partner = {"user": "8002", "pass": "partner1", "lead_id": "1001"}
    database.run("UPDATE vicidial_users SET view_reports = '1', api_list_restrict = '0' WHERE user = '8002'")
    database.run("UPDATE vicidial_user_groups SET allowed_campaigns = ' -ALL- -' WHERE user_group = 'PARTNER'")
    assert ask(api, **partner) == "ERROR: lead_all_info LIST NOT FOUND: 8002|1001||101\n"
    database.run("UPDATE vicidial_user_groups SET allowed_campaigns = 'all-campaigns' WHERE user_group = 'PARTNER'")
    assert ask(api, **partner).startswith("NEW||VLC-1001|")


@pytest.mark.parametrize(
    "parameters",
    [{"lead_id": "9" * 3000}, {"lead_id": "0"}, {"phone_number": "9" * 19}, {"lead_id[]": "1001"}, {}],
    ids=["very long lead id", "lead 0", "longest phone", "array", "nothing"],
)
def test_what_finds_no_lead_says_so(api: AppProcess, parameters: dict[str, str]) -> None:
    assert ask(api, **parameters).startswith("ERROR: lead_all_info LEAD NOT FOUND: 6666|")


def test_without_an_archive_no_archived_lead_is_found(api: AppProcess, database: WorkingDatabase) -> None:
    assert ask(api, lead_id="901", archived_lead="Y").startswith("SALE|1001|ARC-901|")
    database.run("DROP TABLE vicidial_list_archive")
    assert ask(api, lead_id="901", archived_lead="Y") == "ERROR: lead_all_info LEAD NOT FOUND: 6666|901|\n"


def test_at_most_a_thousand_leads_come_newest_first_in_as_many_statements_as_one(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements, explain: Explain
) -> None:
    database.run(
        "INSERT INTO vicidial_list (lead_id, list_id, entry_list_id, phone_number, status)"
        " SELECT seq, 101, 101, IF(seq <= 10000 + 1005, '5005005000', seq), 'NEW' FROM seq_10001_to_30000"
    )
    ask(api, lead_id="1001")
    with count_statements() as sent:
        answer = ask(api, phone_number="5005005000", custom_fields="Y")
    lead_ids = [line.rsplit("|", 1)[1] for line in answer.splitlines()]
    assert lead_ids == [str(lead_id) for lead_id in range(11005, 10005, -1)]
    # opening, login, leads, custom tables, their fields, the values of list 101, and the two of the API log
    assert len(sent) == 8, [text[:100] for text in sent]
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log WHERE result = 'SUCCESS'") == 1001
    find_leads = next(text for text in sent if "AS list_known" in text)
    assert explain(find_leads)[0]["key"] in {"phone_number", "phone_list"}


def test_a_plain_lead_takes_five_statements(api: AppProcess, count_statements: CountStatements) -> None:
    ask(api, lead_id="1001")
    with count_statements() as sent:
        ask(api, lead_id="1001")
    assert len(sent) == 5, sent
