"""Who may add, copy, change and delete which users: every boundary of the levels."""

from __future__ import annotations

import pytest

from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

LEVELS = (0, 1, 6, 7, 8, 9, 10)
PASSWORDS = {"7777": "mgrpass1", "6666": "1234"}

# Who calls (7777 has level 8, 6666 level 9), its modify_same_user_level, and the levels it may reach.
MAY_ADD = [
    ("7777", "0", {0, 1, 6, 7}),
    ("7777", "1", {0, 1, 6, 7}),
    ("6666", "0", {0, 1, 6, 7, 8, 10}),
    ("6666", "1", set(LEVELS)),
]
MAY_SET = [
    ("7777", "0", {1, 6, 7}),
    ("7777", "1", {1, 6, 7, 8}),
    ("6666", "0", {1, 6, 7, 8}),
    ("6666", "1", {1, 6, 7, 8, 9}),
]
MAY_CHANGE = [
    ("7777", "0", {0, 1, 6, 7}),
    ("7777", "1", {0, 1, 6, 7, 8}),
    ("6666", "0", {0, 1, 6, 7, 8}),
    ("6666", "1", {0, 1, 6, 7, 8, 9}),
]


def ask(api: AppProcess, caller: str, **parameters: str) -> bool:
    """Whether the call succeeds."""
    answer = api({"user": caller, "pass": PASSWORDS[caller], **parameters})
    assert answer.status_code == 200
    assert answer.text.startswith(("SUCCESS", "ERROR"))
    return answer.text.startswith("SUCCESS")


def prepare(database: WorkingDatabase, caller: str, same_level: str) -> None:
    database.run(
        "UPDATE vicidial_users SET modify_same_user_level = %s, delete_users = '1' WHERE user = %s",
        same_level,
        caller,
    )


@pytest.mark.parametrize(("caller", "same_level", "expected"), MAY_ADD)
def test_who_may_add_which_level(
    api: AppProcess, database: WorkingDatabase, caller: str, same_level: str, expected: set[int]
) -> None:
    prepare(database, caller, same_level)
    allowed = {
        level
        for level in LEVELS
        if ask(
            api, caller, function="add_user", agent_user=f"new{level}", agent_pass="secret", agent_full_name="N",
            agent_user_level=str(level), agent_user_group="AGENTS",
        )
    }  # fmt: skip
    assert allowed == expected
    added = database.all("SELECT user_level FROM vicidial_users WHERE user LIKE 'new%%'")
    assert {row["user_level"] for row in added} == expected


@pytest.mark.parametrize(("caller", "same_level", "expected"), MAY_ADD)
def test_who_may_copy_which_level(
    api: AppProcess, database: WorkingDatabase, caller: str, same_level: str, expected: set[int]
) -> None:
    prepare(database, caller, same_level)
    allowed = set()
    for level in LEVELS:
        database.run("UPDATE vicidial_users SET user_level = %s WHERE user = '1001'", level)
        if ask(
            api, caller, function="copy_user", agent_user=f"new{level}", agent_pass="secret", agent_full_name="N",
            source_user="1001",
        ):  # fmt: skip
            allowed.add(level)
    assert allowed == expected


@pytest.mark.parametrize(("caller", "same_level", "expected"), MAY_SET)
def test_who_may_set_which_level(
    api: AppProcess, database: WorkingDatabase, caller: str, same_level: str, expected: set[int]
) -> None:
    prepare(database, caller, same_level)
    allowed = set()
    for level in LEVELS:
        database.run("UPDATE vicidial_users SET user_level = 2 WHERE user = '1001'")
        done = ask(api, caller, function="update_user", agent_user="1001", agent_user_level=str(level))
        stored = database.value("SELECT user_level FROM vicidial_users WHERE user = '1001'")
        assert stored == (level if done else 2)
        allowed |= {level} if done else set()
    assert allowed == expected


@pytest.mark.parametrize(("caller", "same_level", "expected"), MAY_CHANGE)
@pytest.mark.parametrize(
    "change",
    [
        {"function": "update_user", "custom_one": "x"},
        {"function": "update_remote_agent", "number_of_lines": "2"},
    ],
    ids=lambda change: change["function"],
)
def test_who_may_change_a_user_of_which_level(
    api: AppProcess,
    database: WorkingDatabase,
    change: dict[str, str],
    caller: str,
    same_level: str,
    expected: set[int],
) -> None:
    prepare(database, caller, same_level)
    allowed = set()
    for level in LEVELS:
        database.run("UPDATE vicidial_users SET user_level = %s WHERE user = '1004'", level)
        if ask(api, caller, agent_user="1004", **change):
            allowed.add(level)
    assert allowed == expected


@pytest.mark.parametrize(("caller", "same_level", "expected"), MAY_CHANGE)
def test_who_may_delete_a_user_of_which_level(
    api: AppProcess, database: WorkingDatabase, caller: str, same_level: str, expected: set[int]
) -> None:
    prepare(database, caller, same_level)
    for level in LEVELS:
        database.run(
            "INSERT INTO vicidial_users (user, pass, user_level, user_group) VALUES (%s, 'x', %s, 'AGENTS')",
            f"old{level}",
            level,
        )
    assert {
        level
        for level in LEVELS
        if ask(api, caller, function="update_user", agent_user=f"old{level}", delete_user="Y")
    } == expected
    left = database.all("SELECT user_level FROM vicidial_users WHERE user LIKE 'old%%'")
    assert {row["user_level"] for row in left} == set(LEVELS) - expected


def test_a_user_without_a_level_or_group_is_nobodys_to_change(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET user_level = NULL WHERE user = '1001'")
    assert not ask(api, "6666", function="update_user", agent_user="1001", custom_one="x")
    database.run("UPDATE vicidial_users SET user_level = 1, user_group = NULL WHERE user = '1001'")
    assert not ask(api, "7777", function="update_user", agent_user="1001", custom_one="x")
    assert ask(api, "6666", function="update_user", agent_user="1001", custom_one="x")


def test_a_level_of_thousands_of_digits_is_only_a_high_level(api: AppProcess) -> None:
    form = {
        "source": "test", "user": "7777", "pass": "mgrpass1", "function": "add_user", "agent_user": "2001",
        "agent_pass": "secret", "agent_full_name": "N", "agent_user_level": "9" * 5000, "agent_user_group": "AGENTS",
    }  # fmt: skip
    answer = api(bare=True, form=form)
    assert answer.status_code == 200
    assert "PERMISSION TO ADD USERS IN THIS USER LEVEL" in answer.text
