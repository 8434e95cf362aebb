"""recording_lookup: calls that were both outbound and inbound, and values that only look like a match."""

from __future__ import annotations

import pytest

from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase


def recordings(api: AppProcess, **parameters: str) -> list[str]:
    """The recording ids found."""
    answer = api(function="recording_lookup", **parameters).text
    return [line.split("|")[2] for line in answer.splitlines()]


def test_a_recording_found_as_outbound_and_as_inbound_call_is_listed_once(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_closer_log SET closecallid = 1752498050, uniqueid = '1752498050.10' LIMIT 1")
    database.run("UPDATE recording_log SET vicidial_id = '1752498050' WHERE recording_id = 5001")
    assert recordings(api, uniqueid="1752498050.10") == ["5001"]


def test_recordings_of_both_kinds_come_in_the_order_of_their_time(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_closer_log SET uniqueid = '1752498050.99' WHERE closecallid = 1")
    database.run("UPDATE recording_log SET vicidial_id = '1', start_time = '2025-07-01' WHERE recording_id = 5002")
    assert recordings(api, uniqueid="1752498050.10") == ["5002", "5001"]


def test_recordings_of_one_second_come_as_they_were_made(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_closer_log SET uniqueid = '1752498050.99' WHERE closecallid = 1")
    database.run("UPDATE recording_log SET start_time = '2025-07-14', vicidial_id = '1752498050.10'")
    database.run("UPDATE recording_log SET vicidial_id = '1' WHERE recording_id = 5001")
    assert recordings(api, uniqueid="1752498050.10") == ["5001", "5002"]


def test_the_id_of_an_inbound_call_is_compared_as_text(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE recording_log SET vicidial_id = '1x' WHERE recording_id = 5001")
    database.run("UPDATE recording_log SET vicidial_id = '1' WHERE recording_id = 5002")
    assert recordings(api, uniqueid="1752501600.20") == ["5002"]


def test_a_recording_that_looks_outbound_needs_an_outbound_call(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE recording_log SET vicidial_id = '1752501600.20' WHERE recording_id = 5001")
    answer = api(function="recording_lookup", uniqueid="1752501600.20").text
    assert answer == "ERROR: recording_lookup NO RECORDINGS FOUND - 6666||||1752501600.20\n"


def test_an_underscore_stands_for_any_character(api: AppProcess) -> None:
    assert recordings(api, uniqueid="17524980_0") == ["5001"]


@pytest.mark.parametrize("name", ["uniqueid[]", "lead_id[x]"])
def test_an_array_counts_as_missing(api: AppProcess, name: str) -> None:
    answer = api({name: "1752498050.10"}, function="recording_lookup").text
    assert answer == "ERROR: recording_lookup INVALID SEARCH PARAMETERS: 6666||||\n"


def test_a_number_too_big_for_the_column_finds_nothing(api: AppProcess) -> None:
    answer = api(function="recording_lookup", lead_id="9999999999").text
    assert answer.startswith("ERROR: recording_lookup NO RECORDINGS FOUND - ")
