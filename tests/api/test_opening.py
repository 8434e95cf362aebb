"""The opening: rows that come packed into one value each are unpacked as they were."""

from __future__ import annotations

from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

REFUSED = "ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |6666|agent_status|\n"
ASKED = {"function": "agent_status", "agent_user": "1001"}


def test_a_control_character_in_a_users_row_moves_no_other_value(api: AppProcess, database: WorkingDatabase) -> None:
    before = api(ASKED).text
    database.run("UPDATE vicidial_users SET selected_language = '\x1f' WHERE user = '6666'")
    assert "1001" in before
    assert api(ASKED).text == before
    database.run("UPDATE vicidial_users SET api_allowed_functions = '\x1fagent_status\x1f' WHERE user = '6666'")
    assert api(ASKED).text == REFUSED


def test_a_server_without_an_offset_is_still_a_server(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE servers SET local_gmt = NULL")
    without_offset = api(function="version").text
    database.run("UPDATE servers SET active = 'N'")
    assert without_offset.endswith("|TZ: |TZNOW: 1|\n")
    assert api(function="version").text.endswith("|TZ: |TZNOW: -4|\n")


def test_settings_changed_in_the_database_count_from_the_next_request(
    api: AppProcess, database: WorkingDatabase
) -> None:
    asked = {"function": "list_info", "list_id": "101"}
    database.run("UPDATE vicidial_users SET modify_lists = '0' WHERE user = '6666'")
    assert "PERMISSION" in api(asked).text
    database.run("UPDATE vicidial_users SET modify_lists = '1' WHERE user = '6666'")
    assert "101|" in api(asked).text
