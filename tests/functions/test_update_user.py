"""update_user: limits, ranks, secrets, and what one bad field or a hostile value does."""

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

DONE = "SUCCESS: update_user USER HAS BEEN UPDATED - 6666|1001|\n"
OPTIONAL = "THIS IS AN OPTIONAL FIELD"


def update(api: AppProcess, **parameters: str) -> str:
    answer = api({"function": "update_user", "agent_user": "1001", **parameters})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def column(database: WorkingDatabase, name: str) -> Any:
    return database.value(f"SELECT {name} FROM vicidial_users WHERE user = '1001'")


@pytest.mark.parametrize(
    ("parameter", "value", "complaint"),
    [
        ("phone_login", "1" * 21, f"YOU MUST USE A VALID PHONE LOGIN, {OPTIONAL}: |6666|{'1' * 21}|0|0"),
        ("agent_user_group", "G" * 21, f"YOU MUST USE A VALID USER GROUP, {OPTIONAL}: |6666|{'G' * 21}|0"),
        ("voicemail_id", "1", f"YOU MUST USE A VALID VOICEMAIL ID, {OPTIONAL}: |6666|1"),
        ("email", "a@b.", f"YOU MUST USE A VALID EMAIL, {OPTIONAL}: |6666|a@b."),
        ("email", "e" * 101, f"YOU MUST USE A VALID EMAIL, {OPTIONAL}: |6666|{'e' * 101}"),
        ("hotkeys_active", "9" * 5000, f"YOU MUST USE A VALID HOTKEYS SETTING, {OPTIONAL}: |6666|{'9' * 5000}"),
        ("custom_three", "c" * 101, f"YOU MUST USE A VALID CUSTOM THREE, {OPTIONAL}: |6666|{'c' * 101}"),
        ("campaign_grade", "11", f"YOU MUST USE A VALID CAMPAIGN GRADE, {OPTIONAL}: |6666|11"),
        ("campaign_rank", "_5", f"YOU MUST USE A VALID CAMPAIGN RANK, {OPTIONAL}: |6666|_5"),
    ],
)
def test_a_bad_field_ends_the_call_with_nothing_changed(
    api: AppProcess, database: WorkingDatabase, parameter: str, value: str, complaint: str
) -> None:
    assert update(api, custom_one="new", **{parameter: value}) == f"ERROR: update_user {complaint}\n"
    assert column(database, "custom_one") == "c-one"
    assert database.all("SELECT * FROM vicidial_admin_log") == []


@pytest.mark.parametrize(
    ("parameter", "value", "stored_in", "stored"),
    [
        ("phone_pass", "p" * 20, "phone_pass", "p" * 20),
        ("agent_pass", "--BLANK--", "pass", "--BLANK--"),
        ("agent_full_name", "--BLANK--", "full_name", ""),
        ("custom_four", "--BLANK--", "custom_four", ""),
        ("custom_four", "--blank--", "custom_four", "--blank--"),
        ("email", "o'brien@example.com", "email", "o'brien@example.com"),
        ("hotkeys_active", "01", "hotkeys_active", "0"),
        ("wrapup_seconds_override", "-1", "wrapup_seconds_override", -1),
        ("wrapup_seconds_override", "09999", "wrapup_seconds_override", 9999),
        ("in_groups", "|", "closer_campaigns", "   -"),
        ("active", "Yes", "active", "Y"),
    ],
)
def test_a_field_is_stored(
    api: AppProcess, database: WorkingDatabase, parameter: str, value: str, stored_in: str, stored: object
) -> None:
    assert update(api, **{parameter: value}) == DONE
    assert column(database, stored_in) == stored


def test_a_group_of_twenty_letters_may_have_too_many_bytes(api: AppProcess, database: WorkingDatabase) -> None:
    group = "é" * 11
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    database.run("INSERT INTO vicidial_user_groups (user_group, group_name) VALUES (%s, 'x')", group)
    expected = f"ERROR: update_user YOU MUST USE A VALID USER GROUP, {OPTIONAL}: |6666|{group}|1\n"
    assert update(api, agent_user_group=group) == expected


def test_a_deletion_looks_at_nothing_else(api: AppProcess, database: WorkingDatabase) -> None:
    answer = update(api, delete_user="Y", agent_user_level="99", campaign_rank="99", reset_password="10")
    assert answer == "SUCCESS: update_user USER HAS BEEN DELETED - 6666|1001|\n"
    assert database.value("SELECT COUNT(*) FROM vicidial_campaign_agents WHERE user = '1001'") == 2
    assert "DELETE FROM vicidial_users" in database.value("SELECT event_sql FROM vicidial_admin_log")


@pytest.mark.parametrize("value", ["YES", "N", "y"])
def test_only_one_word_deletes(api: AppProcess, database: WorkingDatabase, value: str) -> None:
    assert update(api, delete_user=value, custom_two="x") == DONE
    assert column(database, "custom_two") == "x"


def test_a_rank_with_other_characters_keeps_its_digits_in_the_tables(
    api: AppProcess, database: WorkingDatabase
) -> None:
    assert "RANKS/GRADES HAVE BEEN UPDATED - 6666|1001|5_|\n" in update(api, campaign_rank="5_")
    ranks = database.all("SELECT DISTINCT campaign_rank, campaign_weight FROM vicidial_campaign_agents")
    assert {"campaign_rank": 5, "campaign_weight": 5} in ranks
    assert database.value("SELECT campaign_weight FROM vicidial_live_agents WHERE user = '1001'") == 5


def test_ranks_reach_every_campaign_once_however_often_they_are_set(
    api: AppProcess, database: WorkingDatabase
) -> None:
    for _ in range(2):
        update(api, campaign_rank="3", campaign_grade="4")
    notes = database.all("SELECT event_notes FROM vicidial_admin_log ORDER BY admin_log_id")
    assert [row["event_notes"] for row in notes] == [
        "user: 1001|rank: 3|grade: 4|rows: 5|1|",
        "user: 1001|rank: 3|grade: 4|rows: 0|0|",
    ]


def test_one_campaign_may_be_written_with_leading_zeros(api: AppProcess, database: WorkingDatabase) -> None:
    answer = update(api, campaign_rank="3", camp_rg_only="01", campaign_id="testcamp")
    assert answer.startswith(
        "NOTICE: update_user USER CAMPAIGN RANKS/GRADES HAVE BEEN UPDATED - 6666|1001|3||testcamp|01\n"
    )
    ranks = database.all("SELECT campaign_id, campaign_rank FROM vicidial_campaign_agents WHERE user = '1001'")
    assert {row["campaign_id"]: row["campaign_rank"] for row in ranks} == {"TESTCAMP": 3, "SALESCMP": 1}


def test_the_admin_log_shows_the_statements_with_the_passwords_masked(
    api: AppProcess, database: WorkingDatabase
) -> None:
    update(api, agent_pass="newsecret", phone_pass="phonesecret", custom_one="shown", campaign_rank="3")
    ranks, fields = (row["event_sql"] for row in database.all("SELECT event_sql FROM vicidial_admin_log"))
    assert "INSERT INTO vicidial_campaign_agents" in ranks
    assert "UPDATE vicidial_live_agents" in ranks
    assert "UPDATE vicidial_users SET `pass` = '***', `phone_pass` = '***', `custom_one` = 'shown'" in fields
    assert "WHERE user = '1001'" in fields
    assert "secret" not in ranks + fields


def test_with_hashing_on_a_new_password_is_stored_as_its_hash(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET pass_hash_enabled = '1', pass_key = 'ABCDEFGHIJKLMNOP'")
    database.run("UPDATE vicidial_users SET pass_hash = 'jkdWqtG6VyXnALXOuUxNNvCoVsXyAZK' WHERE user = '6666'")
    assert update(api, agent_pass="Secret99") == DONE
    assert (column(database, "pass"), column(database, "pass_hash")) == ("", "1Dl5JSW/twmKcODJ7KABDh7H87lYma2")
    assert "1Dl5JSW" not in database.value("SELECT event_sql FROM vicidial_admin_log")


def test_a_hostile_value_is_only_a_value(api: AppProcess, database: WorkingDatabase) -> None:
    hostile = "x' OR 1=1 -- @example.com"
    assert update(api, email=hostile) == DONE
    kept = "x' OR 11 -- @example.com"
    rows = database.all("SELECT user FROM vicidial_users WHERE email = %s", kept)
    assert [row["user"] for row in rows] == ["1001"]


def test_invalid_utf8_leaves_the_field_alone(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    answer = api.request(
        "GET",
        "/vicidial/non_agent_api.php?source=test&user=6666&pass=1234&function=update_user&agent_user=1001"
        "&agent_full_name=%ff%fe&custom_one=kept",
    )
    assert answer.text == DONE
    assert (column(database, "full_name"), column(database, "custom_one")) == ("Alice Agent", "kept")


def test_a_quote_in_the_last_field_of_a_form_is_logged(api: AppProcess, database: WorkingDatabase) -> None:
    answer = api(form={"function": "update_user", "agent_user": "1001", "agent_full_name": "O'Brien"})
    assert (answer.status_code, answer.text) == (200, DONE)
    assert database.value("SELECT value FROM vicidial_api_log") == "O'Brien"


def test_how_many_statements_it_takes(api: AppProcess, count_statements: CountStatements) -> None:
    update(api, custom_one="x")
    with count_statements() as sent:
        update(api, custom_one="y")
    assert len(sent) <= 7, sent
    with count_statements() as sent:
        update(api, custom_one="z", campaign_rank="3", ingroup_rank="3")
    assert len(sent) <= 13, sent


def test_users_are_found_by_their_key(api: AppProcess, count_statements: CountStatements, explain: Explain) -> None:
    with count_statements() as sent:
        update(api, custom_one="y")
    found = [text for text in sent if "AS may_change" in text or text.startswith("UPDATE vicidial_users SET `cus")]
    assert len(found) == 2
    for statement in found:
        (plan,) = (row for row in explain(statement) if row["table"] == "vicidial_users")
        assert plan["key"] == "user"
