"""The runner itself: it sees every kind of write, as CHECKSUM TABLE does, and brings everything back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conformance import transcript
from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

# Requests that write much, little and nothing; those of functions that are not built answer too, and are logged.
SLOWLY_CHECKED = 40

WRITES = {
    "insert": "INSERT INTO vicidial_dnc SET phone_number = '3125550000'",
    "insert with a key of two columns": "INSERT INTO vicidial_campaign_dnc SET phone_number = '1', campaign_id = 'X'",
    "replace": "REPLACE INTO vicidial_dnc SET phone_number = '3125550000'",
    "update": "UPDATE vicidial_list SET first_name = 'changed' WHERE lead_id = 1001",
    "update of many tables": "UPDATE vicidial_list, vicidial_lists SET first_name = 'x', list_name = 'y'"
    " WHERE vicidial_list.list_id = vicidial_lists.list_id",
    "delete": "DELETE FROM vicidial_users WHERE user = '6666'",
    "delete of everything": "DELETE FROM vicidial_statuses",
    "truncate": "TRUNCATE TABLE vicidial_statuses",
    "insert in memory": "INSERT INTO vicidial_auto_calls SET callerid = 'x'",
    "update in memory": "UPDATE vicidial_hopper SET priority = 99",
    "truncate in memory": "TRUNCATE TABLE vicidial_hopper",
    "insert from select": "INSERT INTO vicidial_list_archive SELECT * FROM vicidial_list WHERE lead_id = 1001",
    "transaction": "START TRANSACTION; UPDATE vicidial_lists SET list_name = 'x'; COMMIT",
    "innodb": "ALTER TABLE vicidial_lists ENGINE=InnoDB; UPDATE vicidial_lists SET list_name = 'x'",
    "create": "CREATE TABLE custom_999 (lead_id INT PRIMARY KEY); INSERT INTO custom_999 VALUES (1)",
    "create like": "CREATE TABLE custom_999 LIKE custom_101",
    "alter": "ALTER TABLE custom_101 ADD another VARCHAR(10)",
    "alter of a common table": "ALTER TABLE vicidial_lists DROP COLUMN list_name",
    "reorder": "ALTER TABLE vicidial_campaigns ORDER BY campaign_name DESC",
    "drop": "DROP TABLE custom_101",
    "rename": "RENAME TABLE custom_101 TO custom_999",
}


@pytest.mark.parametrize("sql", WRITES.values(), ids=WRITES.keys())
def test_every_kind_of_write_is_seen_and_taken_back(database: WorkingDatabase, sql: str) -> None:
    before, state = database.checksums(), everything(database)
    database.run(sql)
    written = database.changes_by_checksum(before)
    assert {change["table"] for change in database.changes()} >= written

    database.reset()
    assert everything(database) == state
    assert database.changes() == []


def test_a_write_that_changes_nothing_is_no_change(database: WorkingDatabase) -> None:
    database.run(
        "UPDATE vicidial_lists SET list_name = list_name; UPDATE vicidial_users SET full_name = 'x' WHERE user = '-'"
    )
    assert database.changes() == []


def test_what_the_fixture_changes_is_state(database: WorkingDatabase) -> None:
    database.fixture("UPDATE vicidial_lists SET list_name = 'x' WHERE list_id = 101")
    database.run("UPDATE vicidial_lists SET active = 'N' WHERE list_id = 101")
    (change,) = database.changes()
    assert change["set"] == {"active": "N"}


def test_rows_are_written_as_in_the_transcripts(database: WorkingDatabase) -> None:
    database.run("INSERT INTO vicidial_api_log SET user = '6666', run_time = 1.5, api_date = '2025-07-15 14:30:00'")
    assert database.changes() == [
        {
            "table": "vicidial_api_log",
            "op": "insert",
            "row": {"api_id": "1", "user": "6666", "api_date": "2025-07-15 14:30:00", "function": ""},
        }
    ]


def test_what_is_written_during_a_reset_is_seen_and_taken_back(
    database: WorkingDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    restore = database._restore

    def restore_and_write(table: str) -> None:
        restore(table)
        with database.mariadb.connect(database.name) as late:
            late.cursor().execute("INSERT INTO vicidial_urls SET url = 'late'")

    monkeypatch.setattr(database, "_restore", restore_and_write)
    database.run("INSERT INTO vicidial_urls SET url = 'x'")
    database.reset()
    monkeypatch.undo()
    assert [change["row"]["url"] for change in database.changes()] == ["late"]
    database.reset()
    assert database.all("SELECT * FROM vicidial_urls") == []


def test_a_restarted_server_is_brought_back_whole(new_mariadb: Any) -> None:
    server = new_mariadb()
    database = WorkingDatabase(server)
    state = everything(database)
    server.kill()
    server.start()
    database.reset()
    assert everything(database) == state


def test_it_agrees_with_checksums_on_recorded_cases(
    database: WorkingDatabase, api: AppProcess, web_root: Any
) -> None:
    """The quick way and the slow way name the same tables, request by request."""
    every = list(transcript.cases())
    for case in every[:: len(every) // SLOWLY_CHECKED]:
        database.reset()
        database.fixture(case.fixture)
        for step in case.steps:
            before = database.checksums()
            transcript.send(api, step, str(web_root))
            slowly = database.changes_by_checksum(before)
            assert {change["table"] for change in database.changes()} == slowly, case.name


ANSWER: dict[str, Any] = {
    "status": 200,
    "content_type": "text/html; charset=utf-8",
    "body": "SUCCESS\n",
    "changes": [{"table": "t", "op": "insert", "row": {"a": "1"}}],
}


def test_an_answer_like_the_recorded_one_has_no_differences() -> None:
    assert transcript.differences(ANSWER, {**ANSWER, "content_type": "text/html;charset=UTF-8"}) == []


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("status", 500),
        ("content_type", "text/plain"),
        ("body", "SUCCESS"),
        ("disposition", "attachment"),
        ("changes", []),
        ("changes", ANSWER["changes"] * 2),
        ("changes", [{"table": "t", "op": "insert", "row": {"a": "2"}}]),
    ],
)
def test_every_difference_is_told(part: str, other: Any) -> None:
    lines = transcript.differences(ANSWER, {**ANSWER, part: other})
    assert lines
    assert lines[0].startswith("row change" if part == "changes" else part)


def test_a_long_body_is_compared_line_by_line() -> None:
    lines = transcript.differences({**ANSWER, "body": "a\nb\nc\n"}, {**ANSWER, "body": "a\nB\nc\n"})
    assert lines == ["body:", "  line 2 want: 'b'", "  line 2 got:  'B'"]


def everything(database: WorkingDatabase) -> dict[str, Any]:
    """Every row in the order it lies in, every definition, every next AUTO_INCREMENT value."""
    tables = [
        row["table_name"]
        for row in database.all(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name"
        )
    ]
    return {
        table: (database.one(f"SHOW CREATE TABLE `{table}`"), database.all(f"SELECT * FROM `{table}`"))
        for table in tables
    }
