"""Do-not-call and filter phone numbers: cut numbers, requests at once, and what the logs are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

PHONE = "7275551212"


@dataclass(frozen=True)
class Kind:
    """One list of numbers: the functions that change it, its parameter, and its rows."""

    add: str
    delete: str
    parameter: str
    name: str
    rows: str

    def call(self, api: AppProcess, function: str, phone: str = PHONE, name: str = "") -> str:
        answer = api({"function": function, "phone_number": phone, self.parameter: name or self.name})
        assert answer.status_code == 200
        return answer.text


CAMPAIGN = Kind(
    "add_dnc_phone", "delete_dnc_phone", "campaign_id", "TESTCAMP",
    "vicidial_campaign_dnc WHERE campaign_id = 'TESTCAMP' AND",
)  # fmt: skip
SYSTEM = Kind("add_dnc_phone", "delete_dnc_phone", "campaign_id", "SYSTEM_INTERNAL", "vicidial_dnc WHERE")
FILTER = Kind(
    "add_fpg_phone", "delete_fpg_phone", "group", "BADCALLERS",
    "vicidial_filter_phone_numbers WHERE filter_phone_group_id = 'BADCALLERS' AND",
)  # fmt: skip

every_kind = pytest.mark.parametrize("kind", [CAMPAIGN, SYSTEM, FILTER], ids=lambda kind: kind.name)


def count(database: WorkingDatabase, kind: Kind, phone: str = PHONE) -> int:
    found: int = database.value(f"SELECT COUNT(*) FROM {kind.rows} phone_number = %s", phone)
    return found


@every_kind
def test_a_number_cut_by_its_column_exists_the_second_time(
    api: AppProcess, database: WorkingDatabase, kind: Kind
) -> None:
    digits = "12345678901234567890"
    assert kind.call(api, kind.add, digits).startswith("SUCCESS: ")
    answer = kind.call(api, kind.add, digits)
    assert answer.startswith(f"ERROR: {kind.add} ")
    assert answer.endswith(f"NUMBER ALREADY EXISTS: |6666|{digits}|{kind.name}\n")
    assert count(database, kind, digits[:18]) == 1


@every_kind
def test_a_number_cut_by_its_column_is_deleted_by_what_is_left(
    api: AppProcess, database: WorkingDatabase, kind: Kind
) -> None:
    digits = "12345678901234567890"
    kind.call(api, kind.add, digits)
    assert "NUMBER DOES NOT EXIST: " in kind.call(api, kind.delete, digits)
    assert kind.call(api, kind.delete, digits[:18]).startswith("SUCCESS: ")
    assert count(database, kind, digits[:18]) == 0


def test_a_campaign_cut_by_its_column_exists_the_second_time(api: AppProcess) -> None:
    assert CAMPAIGN.call(api, "add_dnc_phone", name="LONGCAMPAIGN").startswith("SUCCESS: ")
    answer = CAMPAIGN.call(api, "add_dnc_phone", name="LONGCAMPAIGN")
    assert answer == f"ERROR: add_dnc_phone DNC NUMBER ALREADY EXISTS: |6666|{PHONE}|LONGCAMPAIGN\n"


def test_a_campaigns_case_does_not_matter(api: AppProcess) -> None:
    CAMPAIGN.call(api, "add_dnc_phone")
    assert "ALREADY EXISTS" in CAMPAIGN.call(api, "add_dnc_phone", name="testcamp")
    assert CAMPAIGN.call(api, "delete_dnc_phone", name="testcamp").startswith("SUCCESS: ")


def test_system_internal_in_lower_case_is_a_campaign(api: AppProcess, database: WorkingDatabase) -> None:
    assert SYSTEM.call(api, "add_dnc_phone", name="system_internal").startswith("SUCCESS: ")
    assert (
        database.one("SELECT * FROM vicidial_campaign_dnc WHERE phone_number = %s", PHONE)["campaign_id"]
        == "system_i"
    )
    assert count(database, SYSTEM) == 0


def test_numbers_of_an_area_code_that_is_listed_whole_are_numbers_of_their_own(api: AppProcess) -> None:
    assert SYSTEM.call(api, "add_dnc_phone", "9005551212").startswith("SUCCESS: ")
    assert CAMPAIGN.call(api, "add_dnc_phone", "9015551212").startswith("SUCCESS: ")
    assert "DOES NOT EXIST" in SYSTEM.call(api, "delete_dnc_phone", "9005559999")


@every_kind
def test_of_many_additions_at_once_one_is_made_and_told(
    api: AppProcess, database: WorkingDatabase, kind: Kind
) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: kind.call(api, kind.add), range(16)))
    assert Counter(answer.split(":")[0] for answer in answers) == {"SUCCESS": 1, "ERROR": 15}
    assert all("ALREADY EXISTS" in answer for answer in answers if answer.startswith("ERROR"))
    assert count(database, kind) == 1
    assert database.value("SELECT COUNT(*) FROM vicidial_admin_log") == 1
    assert database.value("SELECT COUNT(*) FROM vicidial_dnc_log") == (0 if kind is FILTER else 1)


@every_kind
def test_of_many_deletions_at_once_one_is_made_and_told(
    api: AppProcess, database: WorkingDatabase, kind: Kind
) -> None:
    kind.call(api, kind.add)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: kind.call(api, kind.delete), range(16)))
    assert Counter(answer.split(":")[0] for answer in answers) == {"SUCCESS": 1, "ERROR": 15}
    assert all("DOES NOT EXIST" in answer for answer in answers if answer.startswith("ERROR"))
    assert database.value("SELECT COUNT(*) FROM vicidial_admin_log WHERE event_type = 'DELETE'") == 1


@every_kind
def test_additions_and_deletions_at_once_leave_what_the_admin_log_says(
    api: AppProcess, database: WorkingDatabase, kind: Kind
) -> None:
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda function: kind.call(api, function), [kind.add, kind.delete] * 12))
    told = {row["event_type"]: row["number"] for row in database.all(
        "SELECT event_type, COUNT(*) AS number FROM vicidial_admin_log GROUP BY event_type"
    )}  # fmt: skip
    assert count(database, kind) == told.get("ADD", 0) - told.get("DELETE", 0)


@every_kind
def test_the_admin_log_holds_the_statement_with_its_values(
    api: AppProcess, database: WorkingDatabase, kind: Kind
) -> None:
    kind.call(api, kind.add)
    sql = database.value("SELECT event_sql FROM vicidial_admin_log")
    table = kind.rows.split()[0]
    assert sql.startswith(f"INSERT IGNORE INTO {table} (phone_number")
    assert f"'{PHONE}'" in sql


@every_kind
def test_arrays_count_as_missing(api: AppProcess, kind: Kind) -> None:
    answer = api({"function": kind.add, "phone_number[]": PHONE, f"{kind.parameter}[x]": kind.name})
    assert answer.text == f"ERROR: {kind.add} YOU MUST USE ALL REQUIRED FIELDS: |6666||\n"


@every_kind
def test_hostile_names_are_cleaned_and_bound(api: AppProcess, database: WorkingDatabase, kind: Kind) -> None:
    answer = kind.call(api, kind.delete, "7275550911' OR 1=1 -- ", f"{kind.name}' OR ''='\\")
    assert "DOES NOT EXIST: |6666|" in answer
    assert f"{kind.name}OR\n" in answer
    assert database.value("SELECT COUNT(*) FROM vicidial_dnc") == 2


def test_campaigns_of_any_alphabet_are_kept_apart_where_the_system_has_them(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    answer = CAMPAIGN.call(api, "add_dnc_phone", name="漢字")
    assert answer == f"SUCCESS: add_dnc_phone DNC NUMBER HAS BEEN ADDED - 6666|{PHONE}|漢字\n"
    assert CAMPAIGN.call(api, "add_dnc_phone", name="漢").startswith("SUCCESS: ")
    invalid = api.request(
        "GET",
        "/vicidial/non_agent_api.php?source=test&user=6666&pass=1234&function=add_dnc_phone"
        f"&phone_number={PHONE}&campaign_id=%FFA",
    )
    assert invalid.text == f"ERROR: add_dnc_phone YOU MUST USE ALL REQUIRED FIELDS: |6666|{PHONE}|\n"


def test_a_filter_group_longer_than_its_column_does_not_exist(api: AppProcess) -> None:
    name = "BADCALLERS" * 3
    answer = FILTER.call(api, "add_fpg_phone", name=name)
    assert answer == f"ERROR: add_fpg_phone FILTER PHONE GROUP DOES NOT EXIST: |6666|{name}\n"


@every_kind
def test_a_change_takes_seven_statements(api: AppProcess, count_statements: CountStatements, kind: Kind) -> None:
    kind.call(api, kind.delete)
    for function in (kind.add, kind.delete):
        with count_statements() as sent:
            assert kind.call(api, function).startswith("SUCCESS: ")
        assert len(sent) == 7, sent
