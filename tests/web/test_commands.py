"""The commands of the JSON endpoints, as a user types them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from nonagent import cli
from nonagent.database import Session
from nonagent.web import tables
from nonagent.web.submission import lead_types
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase
from tests.test_cli import nonagent as nonagent_process

Run = Callable[..., Result]
ADD_PPI = ("types", "add", "PPI", "--list", "101", "--campaign", "TESTCAMP", "--phone-code", "44", "--region", "gb")


@pytest.fixture
def environment(database: WorkingDatabase) -> dict[str, str]:
    return {
        "NONAGENT_DB_SOCKET": str(database.mariadb.socket),
        "NONAGENT_DB_NAME": database.name,
        "NONAGENT_DB_USER": APP_USER,
        "NONAGENT_DB_PASSWORD": APP_PASSWORD,
        "NONAGENT_ASTGUICLIENT_CONF": "/nowhere",
    }


@pytest.fixture
def nonagent(environment: dict[str, str]) -> Run:
    """nonagent("keys", "list"): its output and exit code."""
    return lambda *words: CliRunner().invoke(cli.main, list(words), env=environment)


def shown(database: WorkingDatabase, table: str) -> list[dict[str, Any]]:
    return database.all(f"SELECT * FROM {table}")


def columns(database: WorkingDatabase, table: str) -> list[tuple[str, str]]:
    return [(row["Field"], row["Type"]) for row in database.all(f"SHOW COLUMNS FROM {table}")]


# -- init-db --------------------------------------------------------------------------------------------------


def test_init_db_makes_our_tables_says_so_and_leaves_them_alone_the_next_time(
    nonagent: Run, database: WorkingDatabase
) -> None:
    first = nonagent("init-db")
    assert first.exit_code == 0
    assert first.output.splitlines() == [f"made table {name}" for name in tables.OWN]
    kept = nonagent("keys", "create", "--user", "6666", "--scope", "lead").output.splitlines()[-1]
    again = nonagent("init-db")
    assert again.output.splitlines() == [f"table {name} was there already" for name in tables.OWN]
    assert shown(database, "nonagent_api_keys")[0]["prefix"] == kept[:8]


def test_our_tables_are_innodb_and_hold_every_character(nonagent: Run, database: WorkingDatabase) -> None:
    nonagent("init-db")
    found = database.all(
        "SELECT table_name AS name, engine AS engine, table_collation AS collation FROM information_schema.tables"
        " WHERE table_schema = DATABASE() AND table_name LIKE 'nonagent%'"
    )
    assert {row["name"] for row in found} == set(tables.OWN)
    assert all(row["engine"] == "InnoDB" and row["collation"].startswith("utf8mb4") for row in found)


def test_init_db_leaves_the_archive_alone_unless_asked(nonagent: Run, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_list_archive")
    nonagent("init-db")
    assert not database.all("SHOW TABLES LIKE 'vicidial_list_archive'")


def test_the_archive_is_made_like_the_list_and_numbers_no_lead_itself(
    nonagent: Run, database: WorkingDatabase
) -> None:
    database.run("DROP TABLE vicidial_list_archive; ALTER TABLE vicidial_list ADD COLUMN added_here varchar(7)")
    done = nonagent("init-db", "--with-archive")
    assert done.output.splitlines()[-1] == "made table vicidial_list_archive"
    assert columns(database, "vicidial_list_archive") == columns(database, "vicidial_list")
    assert database.one("SHOW COLUMNS FROM vicidial_list_archive LIKE 'lead_id'")["Extra"] == ""
    assert nonagent("init-db", "--with-archive").output.endswith("table vicidial_list_archive was there already\n")


def test_an_archive_that_was_left_half_made_is_finished(nonagent: Run, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_list_archive; CREATE TABLE vicidial_list_archive LIKE vicidial_list")
    assert nonagent("init-db", "--with-archive").exit_code == 0
    assert database.one("SHOW COLUMNS FROM vicidial_list_archive LIKE 'lead_id'")["Extra"] == ""


def test_a_database_user_who_may_not_make_tables_gets_one_line(
    environment: dict[str, str], database: WorkingDatabase
) -> None:
    database.run(f"CREATE USER 'reader'@'localhost'; GRANT SELECT ON `{database.name}`.* TO 'reader'@'localhost'")
    try:
        less = environment | {"NONAGENT_DB_USER": "reader", "NONAGENT_DB_PASSWORD": ""}
        done = CliRunner().invoke(cli.main, ["init-db"], env=less)
    finally:
        database.run("DROP USER 'reader'@'localhost'")
    assert done.exit_code == 1
    assert done.output.startswith("Error: the database refuses: CREATE command denied to user 'reader'@'localhost'")
    assert done.output.count("\n") == 1


# -- keys -----------------------------------------------------------------------------------------------------


def test_a_key_is_shown_once_alone_on_the_last_line(nonagent: Run, database: WorkingDatabase) -> None:
    nonagent("init-db")
    done = nonagent("keys", "create", "--user", "6666", "--scope", "archive", "--scope", "lead", "--region", "gb")
    first, key = done.output.splitlines()
    assert first == "key 1 of user 6666, scopes archive lead, ends never"
    assert re.fullmatch("[0-9a-f]{64}", key)
    listed = nonagent("keys", "list").output
    assert f"1   {key[:8]}...  6666  archive lead  GB" in listed
    assert listed.splitlines()[1].endswith("good")
    assert key not in listed
    assert key not in str(shown(database, "nonagent_api_keys"))


def test_no_two_keys_are_alike(nonagent: Run) -> None:
    nonagent("init-db")
    made = {nonagent("keys", "create", "--user", "6666", "--scope", "lead").output.splitlines()[-1] for _ in range(5)}
    assert len(made) == 5


def test_a_key_lasts_to_the_end_of_its_last_day(nonagent: Run) -> None:
    nonagent("init-db")
    done = nonagent("keys", "create", "--user", "6666", "--scope", "lead", "--expires", "2099-12-31")
    assert done.output.startswith("key 1 of user 6666, scopes lead, ends 2099-12-31 23:59:59\n")
    done = nonagent("keys", "create", "--user", "6666", "--scope", "lead", "--expires", "2099-12-31 12:00:00")
    assert done.output.startswith("key 2 of user 6666, scopes lead, ends 2099-12-31 12:00:00\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--user", "nobody", "--scope", "lead"), "Error: there is no user nobody"),
        (
            ("--user", "1001", "--scope", "lead"),
            "Error: user 1001 must be active, of level 8 or more, and allowed to modify leads",
        ),
        (("--user", "6666", "--scope", "lead", "--expires", "2001-01-01"), "Error: --expires 2001-01-01 is past"),
        (
            ("--user", "6666", "--scope", "lead", "--expires", "soon"),
            "Error: --expires soon is neither YYYY-MM-DD nor 'YYYY-MM-DD HH:MM:SS'",
        ),
        (
            ("--user", "6666", "--scope", "lead", "--expires", "2099-02-30"),
            "Error: --expires 2099-02-30 is neither YYYY-MM-DD nor 'YYYY-MM-DD HH:MM:SS'",
        ),
        (
            ("--user", "6666", "--scope", "lead", "--region", "England"),
            "Error: --region England is no country of phone numbers such as GB",
        ),
    ],
)
def test_a_key_that_cannot_be_made_is_refused_in_one_line(
    nonagent: Run, database: WorkingDatabase, options: tuple[str, ...], message: str
) -> None:
    nonagent("init-db")
    done = nonagent("keys", "create", *options)
    assert (done.exit_code, done.output) == (1, f"{message}\n")
    assert shown(database, "nonagent_api_keys") == []


def test_an_unknown_scope_names_those_there_are(nonagent: Run) -> None:
    done = nonagent("keys", "create", "--user", "6666", "--scope", "leads")
    assert done.exit_code == 2
    assert "'archive', 'lead'" in done.output


@pytest.mark.parametrize("how", [lambda key: "1", lambda key: f"{key[:8]}...", lambda key: key])
def test_a_key_is_revoked_by_its_id_its_prefix_or_itself(nonagent: Run, how: Callable[[str], str]) -> None:
    nonagent("init-db")
    key = nonagent("keys", "create", "--user", "6666", "--scope", "lead").output.splitlines()[-1]
    nonagent("keys", "create", "--user", "6666", "--scope", "lead")
    done = nonagent("keys", "revoke", how(key))
    assert done.output.startswith(f"key 1 ({key[:8]}...) of user 6666 revoked 20")
    revoked, other = nonagent("keys", "list").output.splitlines()[1:]
    assert re.search(r"  revoked 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d$", revoked)
    assert other.endswith("good")


def test_revoking_again_keeps_the_first_moment(nonagent: Run, database: WorkingDatabase) -> None:
    nonagent("init-db")
    nonagent("keys", "create", "--user", "6666", "--scope", "lead")
    nonagent("keys", "revoke", "1")
    database.run("UPDATE nonagent_api_keys SET revoked = '2025-01-01 00:00:00'")
    assert nonagent("keys", "revoke", "1").output.endswith("revoked 2025-01-01 00:00:00\n")


def test_revoking_a_key_that_is_not_there_says_so(nonagent: Run) -> None:
    nonagent("init-db")
    done = nonagent("keys", "revoke", "7")
    assert (done.exit_code, done.output) == (1, "Error: there is no key 7; see: nonagent keys list\n")


def test_empty_lists_say_how_to_begin(nonagent: Run) -> None:
    nonagent("init-db")
    assert nonagent("keys", "list").output.startswith("no keys; make one with: nonagent keys create")
    assert nonagent("types", "list").output == "no lead types; see: nonagent types add --help\n"


@pytest.mark.parametrize("command", [("keys", "list"), ("types", "list"), ("keys", "revoke", "1"), ADD_PPI])
def test_without_our_tables_every_command_points_to_init_db(nonagent: Run, command: tuple[str, ...]) -> None:
    done = nonagent(*command)
    assert done.exit_code == 1
    assert done.output.startswith("Error: the database refuses: Table ")
    assert done.output.endswith("make our tables with: nonagent init-db\n")


def test_a_database_that_is_not_there_is_said_in_one_line(environment: dict[str, str]) -> None:
    done = nonagent_process("keys", "list", **(environment | {"NONAGENT_DB_SOCKET": "/nowhere/at.all"}))
    assert done.returncode == 1
    assert done.stderr.startswith("Error: the database cannot be used: ")
    assert done.stderr.count("\n") == 1


# -- types ----------------------------------------------------------------------------------------------------


def test_a_type_is_added_replaced_listed_and_removed(nonagent: Run, own_tables: Session) -> None:
    assert nonagent(*ADD_PPI).output == "type PPI added: list 101, campaign TESTCAMP\n"
    assert nonagent(*ADD_PPI, "--priority", "50").output == "type PPI replaced: list 101, campaign TESTCAMP\n"
    assert nonagent(*ADD_PPI, "--subtype", "S1", "--inactive", "--source-id", "web").output == (
        "type PPI, subtype S1 added: list 101, campaign TESTCAMP\n"
    )
    head, first, second = [re.split(" {2,}", line) for line in nonagent("types", "list").output.splitlines()]
    assert head == ["type", "subtype", "list", "campaign", "phone code", "region", "source id", "priority", "active"]
    assert first == ["PPI", "-", "101", "TESTCAMP", "44", "GB", "-", "50", "yes"]
    assert second == ["PPI", "S1", "101", "TESTCAMP", "44", "GB", "web", "0", "no"]
    assert nonagent("types", "remove", "PPI").output == "type PPI removed\n"
    assert [each.subtype for each in lead_types.listed(own_tables)] == ["S1"]
    done = nonagent("types", "remove", "PPI")
    assert (done.exit_code, done.output) == (1, "Error: there is no type PPI; see: nonagent types list\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--list", "987654"), "Error: there is no list 987654"),
        (("--campaign", "NONE"), "Error: there is no campaign NONE"),
        (("--phone-code", "+44"), "Error: --phone-code +44 is no country code such as 44"),
        (("--region", "XX"), "Error: --region XX is no country of phone numbers such as GB"),
        (("--subtype", "s" * 51), "Error: --subtype is longer than 50 characters"),
        (("--source-id", "s" * 51), "Error: --source-id is longer than 50 characters"),
    ],
)
def test_a_type_that_could_not_work_is_refused(
    nonagent: Run, own_tables: Session, options: tuple[str, ...], message: str
) -> None:
    done = nonagent(*ADD_PPI, *options)
    assert (done.exit_code, done.output) == (1, f"{message}\n")
    assert lead_types.listed(own_tables) == []


def test_a_list_of_another_campaign_is_refused(nonagent: Run, own_tables: Session, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_lists SET campaign_id = 'OTHER' WHERE list_id = 101")
    assert nonagent(*ADD_PPI).output == "Error: list 101 belongs to campaign OTHER, not to TESTCAMP\n"


def test_a_blank_type_is_refused(nonagent: Run, own_tables: Session) -> None:
    assert nonagent("types", "add", " ", *ADD_PPI[3:]).output == "Error: TYPE is blank\n"


@pytest.mark.parametrize("group", ["keys", "types"])
def test_help_shows_a_line_to_copy(nonagent: Run, group: str) -> None:
    of_its_first = {"keys": "create", "types": "add"}[group]
    texts = nonagent(group, "--help").output + nonagent(group, of_its_first, "--help").output
    assert re.search(rf"^ +nonagent {group} {of_its_first} ", texts, re.MULTILINE)
