"""did_log_export: the length of calls whose logs have gaps."""

from __future__ import annotations

import pytest

from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

EPOCH_OF_DID_ROW = 1752501598  # 2025-07-14 09:59:58 in New York


@pytest.mark.parametrize(
    ("gap", "length"),
    [
        ("length_in_sec = NULL", 2),
        ("call_date = NULL", 125 - EPOCH_OF_DID_ROW),
        ("uniqueid = 'another'", 0),
        ("call_date = '2025-07-14 09:59:58', length_in_sec = 0", 0),
    ],
)
def test_the_length_of_a_call_with_a_gap_in_its_log(
    api: AppProcess, database: WorkingDatabase, gap: str, length: int
) -> None:
    database.run(f"UPDATE vicidial_closer_log SET {gap} WHERE closecallid = 1")
    answer = api(function="did_log_export", phone_number="3125551212", date="2025-07-14").text
    assert answer == f"3125551212|3125552222|2025-07-14 09:59:58|{length}\n"


def test_calls_come_in_the_order_of_their_time(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("""
        INSERT INTO vicidial_did_log (uniqueid, channel, server_ip, caller_id_number, extension, call_date)
        VALUES ('a', '', '', 'late', '3125551212', '2025-07-14 23:59:59'),
          ('b', '', '', 'early', '3125551212', '2025-07-14 00:00:00'),
          ('c', '', '', 'next day', '3125551212', '2025-07-15 00:00:00')
    """)
    answer = api(function="did_log_export", phone_number="3125551212", date="2025-07-14").text
    assert [line.split("|")[1] for line in answer.splitlines()] == ["early", "3125552222", "late"]


@pytest.mark.parametrize("day", ["0000-00-00", "1969-12-30", "2099-12-31"])
def test_a_day_outside_the_epoch_counts_from_zero(api: AppProcess, database: WorkingDatabase, day: str) -> None:
    database.run("UPDATE vicidial_did_log SET call_date = %s", day)
    answer = api(function="did_log_export", phone_number="3125551212", date=day).text
    assert answer == f"3125551212|3125552222|{day} 00:00:00|{EPOCH_OF_DID_ROW + 127}\n"
