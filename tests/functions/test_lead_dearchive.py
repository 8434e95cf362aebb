"""lead_dearchive: nothing is lost when tables differ, a write fails or two requests come at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

MOVED = "SUCCESS: lead_dearchive LEAD DE-ARCHIVED: 6666|901|1|1\n"


def dearchive(api: AppProcess, lead_id: str = "901", **parameters: str) -> str:
    return api(function="lead_dearchive", lead_id=lead_id, **parameters).text


def places(database: WorkingDatabase, lead_id: int = 901) -> tuple[int, int]:
    """How many rows the lead has among the live ones and in the archive."""
    live = database.value("SELECT COUNT(*) FROM vicidial_list WHERE lead_id = %s", lead_id)
    archived = database.value("SELECT COUNT(*) FROM vicidial_list_archive WHERE lead_id = %s", lead_id)
    return live, archived


@pytest.mark.parametrize(
    "parameters",
    [{"lead_id": ""}, {"lead_id": "000000000901"}, {"lead_id[]": "901", "lead_id": None}],
    ids=["blank", "12 digits", "array"],
)
def test_unusable_lead_ids_are_invalid(api: AppProcess, parameters: dict[str, str | None]) -> None:
    answer = api({"function": "lead_dearchive", **parameters}).text
    assert answer.startswith("ERROR: lead_dearchive INVALID SEARCH PARAMETERS: 6666|")


def test_stage_and_search_location_are_shown_when_nothing_is_found(api: AppProcess) -> None:
    answer = dearchive(api, "902", stage="x-y", search_location="LISTa1")
    assert answer == "ERROR: lead_dearchive ARCHIVED LEAD NOT FOUND: 6666|902|x-y|LIST\n"


def test_a_group_whose_campaigns_have_no_list_sees_no_archived_lead(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_user_groups SET allowed_campaigns = ' NOLISTS -' WHERE user_group = 'MANAGER'")
    answer = dearchive(api, user="7777", **{"pass": "mgrpass1"})
    assert answer == "ERROR: lead_dearchive ARCHIVED LEAD NOT FOUND: 7777|901||\n"
    assert places(database) == (0, 1)


def test_without_an_archive_no_lead_is_found(api: AppProcess, database: WorkingDatabase) -> None:
    assert dearchive(api) == MOVED
    database.run("DROP TABLE vicidial_list_archive")
    assert dearchive(api) == "ERROR: lead_dearchive ARCHIVED LEAD NOT FOUND: 6666|901||\n"


def test_columns_are_matched_by_name_not_by_place(api: AppProcess, database: WorkingDatabase) -> None:
    dearchive(api, "902")
    database.run("ALTER TABLE vicidial_list ADD loyalty INT NOT NULL DEFAULT 7 AFTER lead_id")
    database.run("ALTER TABLE vicidial_list_archive MODIFY owner VARCHAR(20) AFTER lead_id")
    database.run("UPDATE vicidial_list_archive SET owner = 'O''Neil \\\\' WHERE lead_id = 901")
    assert dearchive(api) == MOVED
    lead = database.one("SELECT owner, last_name, modify_date, loyalty FROM vicidial_list WHERE lead_id = 901")
    assert (lead["owner"], lead["last_name"], lead["loyalty"]) == ("O'Neil \\", "Vault", 7)


def test_a_lead_that_the_live_table_cannot_hold_whole_stays_archived(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("ALTER TABLE vicidial_list_archive ADD only_here INT")
    assert dearchive(api) == "ERROR: lead_dearchive LEAD INSERT FAILED: 6666|901|101\n"
    assert places(database) == (0, 1)


def test_a_failing_delete_leaves_the_lead_in_both_tables(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "CREATE TRIGGER keep_archive BEFORE DELETE ON vicidial_list_archive"
        " FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'disk broken'"
    )
    try:
        assert api(function="lead_dearchive", lead_id="901").status_code == 500
        assert places(database) == (1, 1)
    finally:
        database.run("DROP TRIGGER keep_archive")
    assert dearchive(api) == "ERROR: lead_dearchive NON-ARCHIVED LEAD FOUND: 6666|901|101\n"


def test_of_many_requests_at_once_one_moves_the_lead(api: AppProcess, database: WorkingDatabase) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: dearchive(api), range(16)))
    assert answers.count(MOVED) == 1
    assert all(answer == MOVED or answer.startswith("ERROR: lead_dearchive ") for answer in answers)
    assert places(database) == (1, 0)


def test_reading_and_moving_at_once_never_fails(api: AppProcess, database: WorkingDatabase) -> None:
    def read(_: int) -> str:
        return api(function="lead_field_info", lead_id="901", field_name="last_name").text

    with ThreadPoolExecutor(4) as threads:
        reading = [threads.submit(read, place) for place in range(12)]
        moved = threads.submit(dearchive, api)
        answers = {future.result() for future in reading}
    assert moved.result() == MOVED
    assert answers <= {"Vault", "ERROR: lead_field_info LEAD NOT FOUND: 6666|901\n"}


def test_it_takes_eight_statements(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements
) -> None:
    dearchive(api)
    with count_statements() as sent:
        dearchive(api, "902")
    assert len(sent) == 5, sent
    database.run("INSERT INTO vicidial_list_archive (lead_id, list_id, phone_number) VALUES (902, 101, '7275550902')")
    with count_statements() as sent:
        dearchive(api, "902")
    assert len(sent) == 8, sent
