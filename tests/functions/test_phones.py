"""Phones, aliases and server_refresh: taken logins, values the columns cut, hostile values, what is logged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

NEW_PHONE = {
    "function": "add_phone", "extension": "cc200", "dialplan_number": "200", "voicemail_id": "200",
    "phone_login": "200", "phone_pass": "phonesecret", "server_ip": "10.10.10.15", "protocol": "SIP",
    "registration_password": "regsecret", "phone_full_name": "Agent phone 200", "local_gmt": "-5.00",
    "outbound_cid": "7275551200",
}  # fmt: skip
OLD_PHONE = {"function": "update_phone", "extension": "cc100", "server_ip": "10.10.10.15"}
UPDATED = "SUCCESS: update_phone PHONE HAS BEEN UPDATED - 6666|cc100|10.10.10.15|\n"


def ask(api: AppProcess, parameters: dict[str, str], **more: str) -> str:
    answer = api({**parameters, **more})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def phone(database: WorkingDatabase, extension: str) -> dict[str, Any]:
    return database.one("SELECT * FROM phones WHERE extension = %s", extension)


def rebuilt(database: WorkingDatabase) -> set[str]:
    return {row["server_id"] for row in database.all("SELECT server_id FROM servers WHERE rebuild_conf_files = 'Y'")}


# -- add_phone ------------------------------------------------------------------------------------------------


def test_of_requests_at_once_for_one_login_one_succeeds(api: AppProcess, database: WorkingDatabase) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda place: ask(api, NEW_PHONE, extension=f"cc20{place}"), range(4)))
    assert Counter(answer.split(" - ")[0] for answer in answers) == {
        "SUCCESS: add_phone PHONE HAS BEEN ADDED": 1,
        "ERROR: add_phone PHONE LOGIN ALREADY EXISTS: |6666|200\n": 3,
    }
    assert database.value("SELECT COUNT(*) FROM phones WHERE login = '200'") == 1


def test_an_extension_that_the_column_cuts_to_an_existing_one_exists(
    api: AppProcess, database: WorkingDatabase
) -> None:
    first, second = "e" * 100 + "1", "e" * 100 + "2"
    assert ask(api, NEW_PHONE, extension=first).startswith("SUCCESS")
    answer = ask(api, NEW_PHONE, extension=second, phone_login="201")
    assert answer == f"ERROR: add_phone PHONE ALREADY EXISTS ON THIS SERVER: |6666|10.10.10.15|{second}\n"


@pytest.mark.parametrize("refused", [{"local_gmt": "5.25"}, {"template_id": "nosuch"}, {"server_ip": "10.0.0.1"}])
def test_after_a_refusal_the_login_is_free_at_once(api: AppProcess, refused: dict[str, str]) -> None:
    assert ask(api, NEW_PHONE, **refused).startswith("ERROR")
    with ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda place: ask(api, NEW_PHONE, extension=f"cc20{place}"), range(2))
    assert sum(answer.startswith("SUCCESS") for answer in answers) == 1


@pytest.mark.parametrize("value", ["-5", "-5.000000", "05.00", "5.", "5.5", "0", "-0", "12.75", ".0"])
def test_a_time_zone_is_a_number_of_the_list(api: AppProcess, database: WorkingDatabase, value: str) -> None:
    assert ask(api, NEW_PHONE, local_gmt=value).startswith("SUCCESS")
    assert phone(database, "cc200")["local_gmt"] == value[:6]


@pytest.mark.parametrize("value", ["--5", "-5.00.0", "-", ".", "-.", "5.25", "-9.50", "13", "5-", "9" * 400])
def test_another_time_zone_is_refused(api: AppProcess, value: str) -> None:
    assert ask(api, NEW_PHONE, local_gmt=value) == f"ERROR: add_phone YOU MUST USE A VALID TIMEZONE: |6666|{value}\n"


def test_choices_are_taken_in_any_case_or_ignored(api: AppProcess, database: WorkingDatabase) -> None:
    ask(api, NEW_PHONE, is_webphone="y_api_launch", webphone_auto_answer="n", on_hook_agent="Y_API_LAUNCH")
    row = phone(database, "cc200")
    assert (row["is_webphone"], row["webphone_auto_answer"], row["on_hook_agent"]) == ("Y_API_LAUNCH", "N", "N")


def test_a_quote_in_the_email_is_stored(api: AppProcess, database: WorkingDatabase) -> None:
    assert ask(api, NEW_PHONE, email="o'brien@example.com").startswith("SUCCESS")
    assert phone(database, "cc200")["email"] == "o'brien@example.com"


# -- update_phone ---------------------------------------------------------------------------------------------


def test_a_login_of_another_extension_on_another_server_is_taken(api: AppProcess) -> None:
    assert ask(api, OLD_PHONE, phone_login="102") == "ERROR: update_phone LOGIN ALREADY EXISTS: |6666|102\n"


def test_the_template_error_shows_the_login(api: AppProcess) -> None:
    assert ask(api, OLD_PHONE, phone_login="100", template_id="nosuch") == (
        "ERROR: update_phone TEMPLATE ID DOES NOT EXIST, THIS IS AN OPTIONAL FIELD: |6666|100|nosuch\n"
    )


def test_the_ring_timeout_error_shows_the_other_caller_id(api: AppProcess) -> None:
    assert ask(api, OLD_PHONE, outbound_alt_cid="7275550000", phone_ring_timeout="181") == (
        "ERROR: update_phone PHONE RING TIMEOUT MUST BE FROM 2 TO 180 SECONDS, THIS IS AN OPTIONAL FIELD:"
        " |6666|7275550000\n"
    )


@pytest.mark.parametrize("value", ["-" * 9 + "BLANK", "--blank--", "--BLANK--"])
def test_only_the_exact_word_clears_the_context(api: AppProcess, database: WorkingDatabase, value: str) -> None:
    assert ask(api, OLD_PHONE, phone_context=value) == UPDATED
    assert phone(database, "cc100")["phone_context"] == ("" if value == "--BLANK--" else value)


@pytest.mark.parametrize("value", ["S", "--blank--"])
def test_a_template_of_one_letter_is_ignored_and_the_word_clears_it(
    api: AppProcess, database: WorkingDatabase, value: str
) -> None:
    database.run("UPDATE phones SET template_id = 'SIP_generic'")
    assert ask(api, OLD_PHONE, template_id=value) == UPDATED
    assert phone(database, "cc100")["template_id"] == ("SIP_generic" if value == "S" else "")


def test_deleting_needs_its_own_permission(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET ast_delete_phones = '0' WHERE user = '6666'")
    assert ask(api, OLD_PHONE, delete_phone="Y", protocol="BAD") == (
        "NOTICE: update_phone USER DOES NOT HAVE PERMISSION TO DELETE PHONES: |6666|0\n"
    )
    assert phone(database, "cc100")
    assert database.value("SELECT result FROM vicidial_api_log") == "NOTICE"
    assert ask(api, {"function": "update_phone_alias", "alias_id": "pair1", "delete_alias": "Y"}) == (
        "NOTICE: update_phone_alias USER DOES NOT HAVE PERMISSION TO DELETE PHONE ALIASES: |6666|0\n"
    )
    assert database.value("SELECT COUNT(*) FROM phones_alias") == 1


def test_a_phone_without_a_group_is_seen_only_by_those_who_see_everything(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE phones SET user_group = NULL WHERE extension = 'cc100'")
    limited = {**OLD_PHONE, "user": "7777", "pass": "mgrpass1"}
    assert ask(api, limited).startswith("ERROR: update_phone PHONE DOES NOT EXIST ON THIS SERVER")
    assert ask(api, OLD_PHONE) == UPDATED


# -- both -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("generate", "asterisk", "expected"), [("Y", "Y", {"DIAL1"}), ("N", "Y", set()), ("Y", "N", set())]
)
@pytest.mark.parametrize(
    "change", [NEW_PHONE, OLD_PHONE, {**OLD_PHONE, "delete_phone": "Y"}], ids=["add", "update", "delete"]
)
def test_only_a_server_that_writes_its_configuration_is_asked_to(
    api: AppProcess,
    database: WorkingDatabase,
    change: dict[str, str],
    generate: str,
    asterisk: str,
    expected: set[str],
) -> None:
    database.run(
        "UPDATE servers SET rebuild_conf_files = 'N', active = 'N', generate_vicidial_conf = %s,"
        " active_asterisk_server = %s",
        generate,
        asterisk,
    )
    assert ask(api, change).startswith("SUCCESS")
    assert rebuilt(database) == expected


@pytest.mark.parametrize(
    "change",
    [NEW_PHONE, {**OLD_PHONE, "phone_pass": "phonesecret", "registration_password": "regsecret"}],
    ids=["add_phone", "update_phone"],
)
def test_the_admin_log_shows_the_statements_with_the_passwords_masked(
    api: AppProcess, database: WorkingDatabase, change: dict[str, str]
) -> None:
    ask(api, change)
    sql = database.value("SELECT event_sql FROM vicidial_admin_log")
    assert "`pass` = '***'" in sql
    assert "`conf_secret` = '***'" in sql
    assert "secret" not in sql.replace("conf_secret", "")
    assert "; UPDATE servers SET rebuild_conf_files = 'Y'" in sql


def test_a_failure_behind_the_insert_leaves_a_phone_that_its_server_builds(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("DROP TABLE vicidial_admin_log")
    answer = ask(api, NEW_PHONE)
    assert answer.startswith("SUCCESS: add_phone PHONE HAS BEEN ADDED - ")
    assert answer.endswith("\nNOTICE: add_phone ADMIN LOG NOT WRITTEN - 6666\n")
    assert phone(database, "cc200")["login"] == "200"
    assert rebuilt(database) == {"DIAL1"}


@pytest.mark.parametrize(
    ("change", "most"),
    [(NEW_PHONE, 10), (OLD_PHONE, 8), ({**OLD_PHONE, "phone_login": "100new"}, 10)],
    ids=["add_phone", "update_phone", "update_phone-login"],
)
def test_how_many_statements_it_takes(
    api: AppProcess, count_statements: CountStatements, change: dict[str, str], most: int
) -> None:
    api(function="version")
    ask(api, {"function": "user_details", "agent_user": "1001"})
    with count_statements() as sent:
        assert ask(api, change).startswith("SUCCESS")
    assert len(sent) <= most, sent


# -- aliases --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameters", "name", "width"),
    [
        ({"function": "add_phone_alias", "alias_name": "n", "phone_logins": "100"}, "alias_id", 20),
        ({"function": "add_group_alias", "caller_id_number": "7275551212"}, "group_alias_id", 30),
    ],
    ids=["add_phone_alias", "add_group_alias"],
)
def test_an_id_that_the_column_cuts_to_an_existing_one_exists(
    api: AppProcess, database: WorkingDatabase, parameters: dict[str, str], name: str, width: int
) -> None:
    assert ask(api, parameters, **{name: "a" * width + "1"}).startswith("SUCCESS")
    second = ask(api, parameters, **{name: "a" * width + "2"})
    assert second.startswith(f"ERROR: {parameters['function']} ")
    assert f"ALIAS ALREADY EXISTS: |6666|{'a' * width}2" in second
    assert database.value("SELECT COUNT(*) FROM vicidial_admin_log") == 1


def test_the_first_login_without_a_phone_is_named(api: AppProcess) -> None:
    many = [f"x{place}" for place in range(250)]
    parameters = {"function": "add_phone_alias", "alias_id": "pair2", "alias_name": "n"}
    known = ",".join(["100"] * 300)
    for logins, unknown in [("100,x9,x1", "x9"), ("100,", ""), (f"{known},{many[0]}", "x0"), (",".join(many), "x0")]:
        answer = ask(api, parameters, phone_logins=logins)
        assert answer == f"ERROR: add_phone_alias PHONE DOES NOT EXIST: |6666|{unknown}\n"


def test_hundreds_of_logins_are_all_looked_up(api: AppProcess, database: WorkingDatabase) -> None:
    logins = [f"x{place}" for place in range(150)]
    rows = ", ".join(["(%s, '10.10.10.15', %s, '')"] * len(logins))
    values = [value for login in logins for value in (login, login)]
    database.run(f"INSERT INTO phones (extension, server_ip, login, template_id) VALUES {rows}", *values)
    parameters = {"function": "add_phone_alias", "alias_id": "pair2", "alias_name": "n"}
    assert ask(api, parameters, phone_logins=",".join([*logins, "y"])).endswith("DOES NOT EXIST: |6666|y\n")
    assert ask(api, parameters, phone_logins=",".join(logins)).startswith("SUCCESS")


def test_a_name_of_one_letter_passes_as_given_and_is_refused_as_too_short(api: AppProcess) -> None:
    parameters = {"function": "update_phone_alias", "alias_id": "pair1", "alias_name": "x"}
    assert ask(api, parameters) == "ERROR: update_phone_alias YOU MUST USE A VALID ALIAS NAME: |6666|x\n"


def test_of_group_aliases_at_once_for_one_number_one_is_added(api: AppProcess, database: WorkingDatabase) -> None:
    parameters = {"function": "add_group_alias", "caller_id_number": "7275551212"}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: ask(api, parameters), range(4)))
    assert Counter(answers) == {
        "SUCCESS: add_group_alias GROUP ALIAS HAS BEEN ADDED - 6666|7275551212|7275551212|7275551212\n": 1,
        "ERROR: add_group_alias GROUP ALIAS ALREADY EXISTS: |6666|7275551212|7275551212\n": 3,
    }
    assert database.value("SELECT COUNT(*) FROM groups_alias") == 1


# -- server_refresh -------------------------------------------------------------------------------------------


def test_the_admin_log_of_a_refresh_has_both_statements(api: AppProcess, database: WorkingDatabase) -> None:
    assert ask(api, {"function": "server_refresh", "stage": "xREFRESHx"}).endswith(" - 6666|3\n")
    assert rebuilt(database) == {"DIAL1", "DIAL2", "OLD1"}
    assert database.value("SELECT event_sql FROM vicidial_admin_log") == (
        "UPDATE system_settings SET reload_timestamp = '2025-07-15 14:30:00';"
        " UPDATE servers SET rebuild_conf_files = 'Y'"
    )


def test_a_stage_that_is_an_array_counts_as_missing(api: AppProcess) -> None:
    answer = api({"function": "server_refresh", "stage[]": "REFRESH"})
    assert answer.text == "ERROR: server_refresh YOU MUST USE ALL REQUIRED FIELDS: |6666|||\n"
