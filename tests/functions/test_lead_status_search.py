"""lead_status_search: which leads the calls lead to, their custom fields, and long answers."""

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

MANAGER = {"user": "7777", "pass": "mgrpass1"}
PARTNER = {"user": "8002", "pass": "partner1"}
BY_DAY = {"status": "SALE", "date": "2025-07-14"}
CALLED_LEADS = """
    INSERT INTO vicidial_list (lead_id, list_id, phone_number, entry_list_id)
    SELECT 10000 + seq, 101, '7275550000', 101 FROM seq_1_to_2500;
    INSERT INTO vicidial_log (uniqueid, lead_id, campaign_id, call_date, status)
    SELECT CONCAT('1.', seq), 10000 + seq, 'TESTCAMP', '2025-05-01 08:00:00' + INTERVAL seq SECOND, 'MANY'
    FROM seq_1_to_1500;
    INSERT INTO vicidial_closer_log (lead_id, campaign_id, call_date, status)
    SELECT 10000 + seq, 'SALESLINE', '2025-05-01 08:00:00' + INTERVAL seq SECOND, 'MANY' FROM seq_1001_to_2500
    """


def ask(api: AppProcess, **parameters: str) -> str:
    answer = api(function="lead_status_search", **parameters)
    assert answer.status_code == 200
    return answer.content.decode("utf8", "surrogateescape")


def leads(answer: str) -> list[str]:
    """The lead ids of the records, which are checked to be numbered from 1."""
    records = answer.split(";---------- START OF RECORD ")[1:]
    assert [record.split(" ")[0] for record in records] == [str(number + 1) for number in range(len(records))]
    return [record.splitlines()[1].removeprefix("lead_id => ") for record in records]


def custom(api: AppProcess, **more: str) -> list[str]:
    """The lines behind the standard fields of lead 1002."""
    answer = ask(api, **{"lead_id": "1002", "custom_fields": "Y", **more})
    return answer.partition("\nentry_list_id => ")[2].split("\n")[1:-1]


def test_calls_of_other_days_and_statuses_lead_nowhere(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DELETE FROM vicidial_closer_log")
    for moment, found in [
        ("2025-07-13 23:59:59", []),
        ("2025-07-14 00:00:00", ["1002"]),
        ("2025-07-14 23:59:59", ["1002"]),
        ("2025-07-15 00:00:00", []),
    ]:
        database.run("UPDATE vicidial_log SET call_date = %s WHERE status = 'SALE'", moment)
        assert leads(ask(api, **BY_DAY)) == found
    assert leads(ask(api, status="SAL", date="2025-07-14")) == []


def test_the_latest_call_comes_first_in_each_log(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_log SET status = 'X', call_date = '2025-07-14 10:00:00' WHERE lead_id = 1003")
    database.run("UPDATE vicidial_log SET status = 'X', call_date = '2025-07-14 11:00:00' WHERE lead_id = 1004")
    database.run("DELETE FROM vicidial_closer_log")
    database.run(
        """
        INSERT INTO vicidial_closer_log (lead_id, campaign_id, call_date, status) VALUES
          (1002, 'SALESLINE', '2025-07-14 12:00:00', 'X'), (1003, 'SALESLINE', '2025-07-14 14:00:00', 'X'),
          (1001, 'SALESLINE', '2025-07-14 13:00:00', 'X'), (424242, 'SALESLINE', '2025-07-14 13:30:00', 'X')
        """
    )
    assert leads(ask(api, status="X", date="2025-07-14")) == ["1004", "1003", "1001", "1002"]


def test_a_thousand_leads_come_from_each_log_and_no_more(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements
) -> None:
    database.run(CALLED_LEADS)
    with count_statements() as sent:
        answer = ask(api, status="MANY", date="2025-05-01", custom_fields="Y")
    outbound = [str(10000 + number) for number in range(1500, 500, -1)]
    inbound = [str(10000 + number) for number in range(2500, 1500, -1)]
    assert leads(answer) == outbound + inbound
    # Ten pages: the leads, how their fields are described, the columns, the values.
    assert len(sent) <= 7 + 10 * 4, str(sent)


def test_campaigns_limit_a_search_by_day_to_the_users_outbound_calls(
    api: AppProcess, database: WorkingDatabase
) -> None:
    assert leads(ask(api, **MANAGER, **BY_DAY)) == ["1002"]
    database.run("UPDATE vicidial_log SET campaign_id = 'OLDCAMP'")
    assert leads(ask(api, **MANAGER, **BY_DAY)) == ["1002"]
    database.run("DELETE FROM vicidial_closer_log")
    assert ask(api, **MANAGER, **BY_DAY) == "ERROR: lead_status_search NO RESULTS FOUND: 7777||SALE|\n"


def test_a_restricted_user_sees_leads_of_lists_of_allowed_campaigns(
    api: AppProcess, database: WorkingDatabase
) -> None:
    assert leads(ask(api, **PARTNER, lead_id="1004")) == ["1004"]
    database.run("DELETE FROM vicidial_lists WHERE list_id = 201")
    assert leads(ask(api, **PARTNER, lead_id="1004")) == []


@pytest.mark.parametrize("level", ["0", "5"])
def test_modify_leads_of_1_to_4_is_needed(api: AppProcess, database: WorkingDatabase, level: str) -> None:
    database.run("UPDATE vicidial_users SET modify_leads = %s WHERE user = '6666'", level)
    assert "DOES NOT HAVE PERMISSION TO GET LEAD INFO: |6666|0|" in ask(api, lead_id="1002")


def test_every_column_of_the_custom_table_is_shown_in_its_order(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE custom_101 ADD old_lead_id INT, ADD `odd ``na'me%s` VARCHAR(20) FIRST")
    database.run("UPDATE custom_101 SET old_lead_id = 7, `odd ``na'me%s` = 'kept' WHERE lead_id = 1002")
    assert custom(api) == [
        "odd `na'me%s => kept",
        "favorite_color => red",
        "policy_type => Auto",
        "renewal_date => ",
        "old_lead_id => 7",
    ]


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE custom_101",
        "DELETE FROM custom_101",
        "ALTER TABLE custom_101 DROP favorite_color, DROP policy_type, DROP renewal_date",
        "ALTER TABLE custom_101 CHANGE lead_id old_lead_id INT",
        "UPDATE vicidial_list SET entry_list_id = 99, list_id = 202",
    ],
    ids=["no table", "no row", "no column", "no lead_id", "list without a table"],
)
def test_where_there_is_nothing_custom_nothing_is_added(
    api: AppProcess, database: WorkingDatabase, damage: str
) -> None:
    database.run(damage)
    assert custom(api) == []


@pytest.mark.parametrize(("entry_list_id", "shown"), [("0", True), ("99", True), ("100", False), ("101", True)])
def test_an_entry_list_above_99_wins_over_the_list(
    api: AppProcess, database: WorkingDatabase, entry_list_id: str, shown: bool
) -> None:
    database.run("UPDATE vicidial_list SET entry_list_id = %s WHERE lead_id = 1002", entry_list_id)
    assert ("favorite_color => red" in custom(api)) is shown


def test_with_the_module_hidden_fields_are_masked_and_encrypted_ones_blank(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE system_settings SET active_modules = 'x cf_encrypt y'")
    database.run("UPDATE vicidial_lists_fields SET field_show_hide = 'X_OUT_ALL' WHERE field_id IN (1, 3)")
    database.run("UPDATE vicidial_lists_fields SET field_encrypt = 'Y' WHERE field_id = 2")
    database.run("UPDATE custom_101 SET favorite_color = 'rö\\nt' WHERE lead_id = 1002")
    assert custom(api) == ["favorite_color => XXX!NX", "policy_type => ", "renewal_date => "]
    database.run(
        "UPDATE vicidial_users SET admin_cf_show_hidden = '1', admin_hide_lead_data = '1' WHERE user = '6666'"
    )
    assert custom(api) == ["favorite_color => rö!Nt", "policy_type => ", "renewal_date => "]


def test_hiding_a_field_in_one_list_hides_it_in_no_other(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET active_modules = 'cf_encrypt'")
    database.run("UPDATE vicidial_lists_fields SET field_show_hide = 'X_OUT_ALL' WHERE list_id = 101")
    database.run("CREATE TABLE custom_102 (lead_id INT PRIMARY KEY, favorite_color VARCHAR(20))")
    database.run("INSERT INTO custom_102 VALUES (1003, 'green')")
    database.run("UPDATE vicidial_log SET status = 'X', call_date = '2025-07-14 10:00:00'")
    answer = ask(api, status="X", date="2025-07-14", custom_fields="Y")
    assert "favorite_color => XXX\n" in answer
    assert "favorite_color => green\n" in answer


@pytest.mark.parametrize("value", ["O'Brien", "back\\slash", '"', "100%s", "日本"])
def test_any_value_is_printed_and_logged_as_it_is(api: AppProcess, database: WorkingDatabase, value: str) -> None:
    database.run("UPDATE vicidial_list SET vendor_lead_code = %s WHERE lead_id = 1002", value)
    answer = ask(api, lead_id="1002", stage="csv")
    assert f"vendor_lead_code => {value}\n" in answer
    row = database.one("SELECT result, result_reason, data FROM vicidial_api_log")
    assert (row["result"], row["result_reason"]) == ("SUCCESS", f"lead_status_search {answer}"[:255])
    assert row["data"] == "6666|1002|csv"


@pytest.mark.parametrize(
    "parameters",
    [
        {"lead_id": "9" * 200}, {"status": "SALE", "date": "2025-99-99"}, {"status": "SALE", "date": "----------"},
        {"status": "SALE' OR '1'='1", "date": "2025-07-14"}, {"status": "S" * 3000, "date": "2025-07-14"},
    ],
    ids=["long id", "no date", "only hyphens", "injection", "long status"],
)  # fmt: skip
def test_odd_values_find_nothing(api: AppProcess, parameters: dict[str, str]) -> None:
    assert ask(api, **parameters).startswith("ERROR: lead_status_search NO RESULTS FOUND: 6666|")


def test_arrays_count_as_missing(api: AppProcess) -> None:
    answer = api({"function": "lead_status_search", "lead_id[]": "1002", "status[x]": "SALE", "date": "2025-07-14"})
    assert answer.text == "ERROR: lead_status_search INVALID SEARCH PARAMETERS: 6666||2025-07-14|\n"


def test_without_an_archive_nothing_is_found_there(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_list_archive")
    assert ask(api, lead_id="1002", archived_lead="Y") == "ERROR: lead_status_search NO RESULTS FOUND: 6666|1002||\n"


def test_calls_are_found_by_an_index(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements, explain: Explain
) -> None:
    database.run(CALLED_LEADS)
    database.run("ANALYZE TABLE vicidial_log, vicidial_closer_log")
    for parameters, keys in [(BY_DAY, {"call_date", "date_user"}), ({"lead_id": "10007"}, {"lead_id"})]:
        with count_statements() as sent:
            ask(api, **parameters)
        (statement,) = (text for text in sent if "vicidial_closer_log" in text)
        plans = [plan for plan in explain(statement) if plan["table"] in ("vicidial_log", "vicidial_closer_log")]
        assert len(plans) == 2
        assert all(plan["key"] in keys for plan in plans), plans


def test_one_lead_takes_six_statements(api: AppProcess, count_statements: CountStatements) -> None:
    ask(api, lead_id="1002")
    with count_statements() as sent:
        ask(api, lead_id="1002")
    assert len(sent) <= 6, str(sent)
