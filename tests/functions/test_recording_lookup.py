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


@pytest.mark.parametrize(
    ("parameters", "enough"),
    [
        ({"agent_user": "1001"}, False), ({"extension": "100"}, False), ({"date": "2025-07-14"}, False),
        ({"agent_user": "1001", "extension": "100"}, True), ({"agent_user": "1001", "date": "2025-07-14"}, True),
        ({"extension": "100", "date": "2025-07-14"}, True), ({"lead_id": "1"}, True),
        ({"uniqueid": "1752498050.10"}, True), ({"uniqueid": "1752501600.20"}, True),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, dict) else "",
)  # fmt: skip
def test_two_conditions_are_needed_or_a_lead_or_a_call(
    api: AppProcess, parameters: dict[str, str], enough: bool
) -> None:
    answer = api(function="recording_lookup", **parameters).text
    assert answer.startswith("ERROR: recording_lookup INVALID SEARCH PARAMETERS: ") != enough


def test_a_call_has_an_id_of_nine_characters_or_more(api: AppProcess) -> None:
    assert recordings(api, uniqueid="175249805") == ["5001"]
    answer = api(function="recording_lookup", uniqueid="17524980").text
    assert answer == "ERROR: recording_lookup INVALID SEARCH PARAMETERS: 6666||||17524980\n"


@pytest.mark.parametrize(("seconds", "shown"), [(-1, "0"), (0, "0"), (1, "1"), (86399, "86399"), (86400, "0")])
def test_without_a_length_the_time_between_start_and_end_is_shown_where_it_is_below_a_day(
    api: AppProcess, database: WorkingDatabase, seconds: int, shown: str
) -> None:
    database.run(
        "UPDATE recording_log SET length_in_sec = 0, start_epoch = 1000000, end_epoch = 1000000 + %s", seconds
    )
    answer = api(function="recording_lookup", lead_id="1002", duration="Y").text
    assert answer.split("|")[4] == shown
