"""nonagent check: what it says of a sound installation and of one that lacks something."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nonagent import check, schema
from nonagent.settings import Settings
from tests.conftest import NewMariaDB
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase

TRANSCRIPTS = Path(__file__).parent / "conformance" / "transcripts"


@pytest.fixture
def settings(database: WorkingDatabase) -> Settings:
    return Settings(
        db_socket=str(database.mariadb.socket), db_name=database.name, db_user=APP_USER, db_password=APP_PASSWORD,
        timezone=ZoneInfo("America/New_York"),
    )  # fmt: skip


def said(settings: Settings) -> tuple[str, int]:
    lines, exit_code = check.report(settings)
    return "\n".join(lines), exit_code


def test_a_sound_installation_has_no_errors(settings: Settings) -> None:
    text, exit_code = said(settings)
    assert exit_code == 0
    assert "connected to" in text
    assert "schema version" in text
    assert "holds every privilege needed" in text
    assert "0 errors" in text


def test_the_frozen_clock_of_the_tests_is_noticed(settings: Settings) -> None:
    assert re.search(r"WARNING the database's clock is [-+]\d+ seconds from this host's", said(settings)[0])


def test_a_missing_table_is_an_error(settings: Settings, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_hopper")
    text, exit_code = said(settings)
    assert "ERROR   no table vicidial_hopper" in text
    assert exit_code == 1


def test_a_missing_column_and_an_optional_table_are_no_errors(settings: Settings, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_list_archive")
    database.run("ALTER TABLE vicidial_url_log DROP COLUMN response_sec")
    text, exit_code = said(settings)
    assert "OK      no table vicidial_list_archive: made when lead archiving is turned on" in text
    assert "WARNING table vicidial_url_log lacks columns: response_sec" in text
    assert exit_code == 0


def test_oddities_of_the_rows_are_said(settings: Settings, database: WorkingDatabase) -> None:
    database.run("UPDATE servers SET active = 'N'")
    assert "no active server" in said(settings)[0]
    database.run("DELETE FROM system_settings")
    assert "system_settings has no row" in said(settings)[0]


def test_missing_privileges_are_said(settings: Settings, database: WorkingDatabase) -> None:
    database.run("CREATE OR REPLACE USER looker@localhost IDENTIFIED BY 'reader'")
    database.run(f"GRANT SELECT ON `{database.name}`.* TO looker@localhost")
    text, exit_code = said(replace(settings, db_user="looker", db_password="reader"))
    assert "ERROR   the database user lacks INSERT, UPDATE, DELETE" in text
    assert "WARNING the database user lacks CREATE, ALTER, DROP: custom fields cannot be changed" in text
    assert exit_code == 1


def test_a_database_away_is_one_line(settings: Settings) -> None:
    text, exit_code = said(replace(settings, db_socket="/nonexistent/mariadb.sock"))
    assert text.startswith("ERROR   database /nonexistent/mariadb.sock cannot be used")
    assert exit_code == 1


def test_clocks_that_agree_are_said(new_mariadb: NewMariaDB) -> None:
    server = new_mariadb(freeze=False)
    with server.connect(client_flag=schema.CLIENT_FLAG) as connection:
        schema.load(connection, "running")
    settings = Settings(
        db_socket=str(server.socket), db_name="running", db_user="root", db_password="",
        timezone=ZoneInfo("America/New_York"),
    )  # fmt: skip
    assert "clock and time zone agree" in said(settings)[0]
    assert "set NONAGENT_TIMEZONE" in said(replace(settings, timezone=ZoneInfo("Asia/Tokyo")))[0]


def test_every_table_that_a_recorded_request_changes_is_looked_for() -> None:
    changed = {
        change["table"]
        for path in TRANSCRIPTS.glob("*.json")
        for case in json.loads(path.read_text(encoding="utf8"))
        for step in case["steps"]
        for change in step["expect"]["changes"]
    }
    assert len(changed) > 30
    assert {name for name in changed if not name.startswith("custom_")} <= check.needed_tables()


def test_a_search_without_an_index_is_said(settings: Settings, database: WorkingDatabase) -> None:
    text = said(settings)[0]
    assert "no index on vicidial_list.vendor_lead_code: a search by it (search_method=VENDOR_LEAD_CODE) reads" in text
    assert "no index on vicidial_list.alt_phone: a search by it (duplicate_check=DUPPHONEALT" in text
    database.run("ALTER TABLE vicidial_list ADD INDEX (vendor_lead_code), ADD INDEX (alt_phone)")
    assert "no index" not in said(settings)[0]


def test_a_database_with_few_connections_to_spare_is_said(new_mariadb: NewMariaDB) -> None:
    for most, level in (("100", "WARNING"), ("1000", "OK     ")):
        database = WorkingDatabase(new_mariadb(f"--max-connections={most}"))
        small = Settings(db_socket=str(database.mariadb.socket), db_name=database.name, db_user=APP_USER,
                         db_password=APP_PASSWORD)  # fmt: skip
        assert re.search(rf"{level} the database has \d+ of its {most} connections to spare", said(small)[0])
