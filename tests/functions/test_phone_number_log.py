"""phone_number_log: many numbers, numbers asked for twice, both directions, an installation without archive."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from nonagent.functions.reports.phone_number_log import NUMBERS_AT_ONCE
from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

NUMBER, OTHER = "3125552222", "7275551111"


def calls(api: AppProcess, *numbers: str, **parameters: str) -> list[tuple[str, str]]:
    """Number and time of the calls listed."""
    answer = api(function="phone_number_log", phone_number=",".join(numbers), **parameters).text
    return [(line.split("|")[0], line.split("|")[1]) for line in answer.splitlines()]


def logged(database: WorkingDatabase) -> str:
    """The last reason in the API log."""
    return str(database.value("SELECT result_reason FROM vicidial_api_log ORDER BY api_id DESC LIMIT 1"))


def test_numbers_come_in_the_order_asked_each_outbound_first(api: AppProcess, database: WorkingDatabase) -> None:
    assert calls(api, OTHER, NUMBER, type="ALL") == [
        (OTHER, "2025-07-15 14:26:40"), (OTHER, "2025-07-15 09:30:00"),
        (NUMBER, "2025-07-14 09:05:10"), (NUMBER, "2025-07-14 09:00:50"), (NUMBER, "2025-07-14 10:00:00"),
    ]  # fmt: skip
    assert logged(database) == "phone_number_log RECORDS FOUND: 1"


def test_a_number_asked_for_again_is_listed_again_in_its_place(api: AppProcess, database: WorkingDatabase) -> None:
    once = [(NUMBER, "2025-07-14 09:05:10"), (NUMBER, "2025-07-14 09:00:50")]
    assert calls(api, NUMBER, OTHER, NUMBER) == [*once, (OTHER, "2025-07-15 14:26:40"), *once]
    assert logged(database) == "phone_number_log RECORDS FOUND: 2"


def test_last_gives_the_newest_call_of_each_number_and_direction(api: AppProcess, database: WorkingDatabase) -> None:
    assert calls(api, NUMBER, type="ALL", detail="LAST") == [
        (NUMBER, "2025-07-14 09:05:10"), (NUMBER, "2025-07-14 10:00:00"),
    ]  # fmt: skip
    assert logged(database) == "phone_number_log RECORDS FOUND: 1"


@pytest.mark.parametrize("direction", ["OUT", "IN"])
def test_calls_of_one_second_come_as_logged_and_the_last_of_them_is_the_last_call(
    api: AppProcess, database: WorkingDatabase, direction: str
) -> None:
    statuses = ["C", "A", "B", "E", "D"]
    for number, status in enumerate(statuses, 8):
        columns = "(uniqueid, lead_id, phone_number, call_date, status)"
        values = f"%s, 1, {OTHER}, '2025-07-16 12:00:00', %s"
        database.run(f"INSERT INTO vicidial_log {columns} VALUES ({values})", f"1752681600.{number:02}", status)
        database.run(f"INSERT INTO vicidial_closer_log {columns} VALUES ({values})", "", status)
    asked = {"function": "phone_number_log", "phone_number": OTHER, "type": direction}
    listed = [line.split("|")[6] for line in api(**asked).text.splitlines()]
    assert listed[:5] == statuses
    assert api(**asked, detail="LAST").text.split("|")[6] == "D"


def test_the_last_number_counts_in_the_log_also_without_calls(api: AppProcess, database: WorkingDatabase) -> None:
    calls(api, NUMBER, "4445556666", type="ALL")
    assert logged(database) == "phone_number_log RECORDS FOUND: 0"


def test_many_numbers_take_few_statements(
    api: AppProcess,
    database: WorkingDatabase,
    count_statements: Callable[[], AbstractContextManager[Statements]],
) -> None:
    numbers = [str(4000000000 + number) for number in range(NUMBERS_AT_ONCE)]
    database.run("UPDATE vicidial_log SET phone_number = %s WHERE uniqueid = '1752498050.10'", numbers[-1])
    calls(api, NUMBER)
    with count_statements() as sent:
        listed = calls(api, *numbers, NUMBER, OTHER)
    assert [number for number, _ in listed] == [numbers[-1], NUMBER, OTHER]
    assert sum("FROM vicidial_log" in text for text in sent) == 2, str(sent)


@pytest.mark.parametrize(("direction", "status"), [("OUT", "NA"), ("IN", "")])
def test_without_an_archive_the_leads_in_it_are_gone(
    database: WorkingDatabase, start_app: StartApp, direction: str, status: str
) -> None:
    database.run("DROP TABLE vicidial_list_archive")
    answer = start_app()(
        function="phone_number_log", phone_number=NUMBER, archived_lead="Y", detail="LAST", type=direction
    )
    assert answer.status_code == 200
    assert answer.text.split("|")[4] == status
    assert answer.text.split("|")[7] == ""
