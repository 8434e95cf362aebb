"""check_phone_number: what conformance cannot see."""

from __future__ import annotations

from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

CHECK = {"function": "check_phone_number", "phone_number": "7275551234", "local_call_time": "9am-9pm"}


def test_of_several_rules_for_a_state_the_first_by_its_id_counts(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "UPDATE vicidial_call_times SET ct_state_call_times = '|florida|everglades|' WHERE call_time_id = '9am-9pm'"
    )
    database.run(
        "INSERT INTO vicidial_state_call_times"
        " (state_call_time_id, state_call_time_name, state_call_time_state, sct_default_start, sct_default_stop)"
        " VALUES ('everglades', 'Closed', 'FL', 2400, 2400)"
    )
    assert api(CHECK | {"state": "FL"}).text.startswith("AREACODE: 0|-4#")


def test_a_time_zone_code_of_two_bytes_is_looked_up(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    answer = api(CHECK | {"tz_method": "TZCODE", "owner": "é", "phone_code": "999"})
    assert answer.text.startswith("TZCODE: 1|0#")
