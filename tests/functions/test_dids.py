"""add_did, copy_did, update_did: every field's limits, requests at once, and what the logs are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from nonagent.functions.dids.copy_did import NOT_COPIED, OWN_COLUMNS
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

SOURCE = "3125551212"
NEW = "7275553331"
OPTIONAL = ", THIS IS AN OPTIONAL FIELD"


def ask(api: AppProcess, function: str, **parameters: str) -> str:
    answer = api(function=function, **parameters)
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def did(database: WorkingDatabase, pattern: str) -> dict[str, object]:
    row: dict[str, object] = database.one("SELECT * FROM vicidial_inbound_dids WHERE did_pattern = %s", pattern)
    return row


def is_there(database: WorkingDatabase, pattern: str) -> bool:
    return database.all("SELECT did_id FROM vicidial_inbound_dids WHERE did_pattern = %s", pattern) != []


@pytest.mark.parametrize(
    ("parameter", "column", "accepted", "refused", "complaint"),
    [
        ("did_description", "did_description", "d" * 6, "d" * 51, "DID DESCRIPTION MUST BE FROM 6 TO 50 CHARACTERS"),
        ("active", "did_active", "N", "YN", "ACTIVE MUST BE Y OR N"),
        ("did_route", "did_route", "VOICEMAIL", "Extension", "DID ROUTE IS NOT VALID"),
        ("record_call", "record_call", "Y", "y", "RECORD CALL MUST BE Y OR N"),
        ("extension", "extension", "e" * 50, "e" * 51, "EXTENSION MUST BE FROM 1 TO 50 CHARACTERS"),
        ("exten_context", "exten_context", "c" * 50, "c" * 51, "EXTENSION CONTEXT MUST BE FROM 1 TO 50 CHARACTERS"),
        ("voicemail_ext", "voicemail_ext", "v" * 10, "v" * 11, "VOICEMAIL EXTENSION MUST BE FROM 1 TO 10 CHARACTERS"),
        ("phone_extension", "phone", "p" * 100, "p" * 101, "PHONE EXTENSION MUST BE FROM 1 TO 100 CHARACTERS"),
        ("server_ip", "server_ip", "10.10.10.15", "10.0.0.1", "SERVER IP MUST BE A VALID SERVER IN THE SYSTEM"),
        ("group", "group_id", "OLDLINE", "TESTCAMP", "GROUP ID MUST BE A VALID INBOUND GROUP IN THE SYSTEM"),
        ("menu_id", "menu_id", "AFTERHRS", "SALESLINE", "MENU ID MUST BE A VALID CALL MENU IN THE SYSTEM"),
        ("filter_clean_cid_number", "filter_clean_cid_number", "f" * 20, "f" * 21,
         "CLEAN CID NUMBER MUST BE FROM 1 TO 20 CHARACTERS"),
        ("call_handle_method", "call_handle_method", "m" * 20, "m" * 21,
         "CALL HANDLE METHOD MUST BE FROM 3 TO 20 CHARACTERS"),
        ("agent_search_method", "agent_search_method", "SO", "SOX", "AGENT SEARCH METHOD MUST BE 2 CHARACTERS"),
        ("list_id", "list_id", "12345678901234", "123456789012345", "LIST ID MUST BE FROM 3 TO 14 DIGITS"),
        ("entry_list_id", "entry_list_id", "12345678901234", "123456789012345",
         "ENTRY LIST ID MUST BE FROM 1 TO 14 DIGITS"),
        ("campaign_id", "campaign_id", "c" * 8, "c" * 9, "CAMPAIGN MUST BE FROM 1 TO 8 CHARACTERS"),
        ("phone_code", "phone_code", "1" * 10, "1" * 11, "PHONE CODE MUST BE FROM 1 TO 10 CHARACTERS"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("function", "pattern"), [("add_did", NEW), ("update_did", SOURCE)])
def test_a_field_is_stored_within_its_limits_and_refused_beyond(
    api: AppProcess, database: WorkingDatabase, function: str, pattern: str,
    parameter: str, column: str, accepted: str, refused: str, complaint: str,
) -> None:  # fmt: skip
    named = "update_did" if parameter == "menu_id" else function
    answer = ask(api, function, did_pattern=pattern, **{parameter: refused})
    assert answer == f"ERROR: {named} {complaint}{OPTIONAL}: |6666|{refused}\n"
    assert ask(api, function, did_pattern=pattern, **{parameter: accepted}).startswith("SUCCESS: ")
    assert str(did(database, pattern)[column]) == accepted


def test_a_search_method_the_column_does_not_know_is_stored_as_blank(
    api: AppProcess, database: WorkingDatabase
) -> None:
    ask(api, "update_did", did_pattern=SOURCE, agent_search_method="XX")
    assert did(database, SOURCE)["agent_search_method"] == ""


def test_of_two_requests_for_one_did_one_adds_it_and_the_other_is_told(
    api: AppProcess, database: WorkingDatabase
) -> None:
    with ThreadPoolExecutor(6) as pool:
        answers = Counter(pool.map(lambda _: ask(api, "add_did", did_pattern=NEW), range(6)))
    assert answers == {
        f"SUCCESS: add_did DID HAS BEEN ADDED - 6666|{NEW}\n": 1,
        f"ERROR: add_did DID ALREADY EXISTS: |6666|{NEW}\n": 5,
    }
    assert database.value("SELECT COUNT(*) FROM vicidial_admin_log") == 1


def test_of_copies_at_once_each_did_is_added_by_one(api: AppProcess, database: WorkingDatabase) -> None:
    new = [f"72755533{number}" for number in range(10, 20)]
    with ThreadPoolExecutor(4) as pool:
        answers = "".join(
            pool.map(
                lambda _: ask(api, "copy_did", source_did_pattern=SOURCE, new_dids=",".join(new)),
                range(4),
            )
        )
    for pattern in new:
        assert answers.count(f"DID HAS BEEN ADDED - 6666|{pattern}|{SOURCE}|") == 1
        assert answers.count(f"DID ALREADY EXISTS - 6666|{pattern}\n") == 3


def test_a_copy_has_every_column_of_its_source_but_those_of_its_own(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run(
        "UPDATE vicidial_inbound_dids SET inbound_route_answer = 'N', pre_filter_recent_call = 'x',"
        " pre_filter_recent_extension = 'y', modify_stamp = '2020-01-01', filter_phone_group_id = NULL,"
        " custom_five = 'a\\'b\\\\c \"d\" é'"
        " WHERE did_pattern = %s",
        SOURCE,
    )
    ask(api, "copy_did", source_did_pattern=SOURCE, new_dids=f"{NEW},{NEW}9")
    source, copy = did(database, SOURCE), did(database, NEW)
    assert {name for name in source if source[name] != copy[name]} == {
        "did_id", "did_pattern", "inbound_route_answer", "pre_filter_recent_call", "pre_filter_recent_extension",
        "modify_stamp",
    }  # fmt: skip
    assert source.keys() >= OWN_COLUMNS | NOT_COPIED


def test_a_column_that_an_installation_does_not_have_is_not_copied(
    start_app: Callable[[], AppProcess], database: WorkingDatabase
) -> None:
    database.run("ALTER TABLE vicidial_inbound_dids DROP did_carrier_description, DROP inbound_route_answer")
    answer = ask(start_app(), "copy_did", source_did_pattern=SOURCE, new_dids=NEW)
    assert answer.endswith(f"SUCCESS: copy_did DIDS HAVE BEEN ADDED - 6666|{SOURCE}|1|0\n")


def test_a_bad_description_is_told_only_when_there_is_something_to_add(
    api: AppProcess, database: WorkingDatabase
) -> None:
    answer = ask(
        api, "copy_did", source_did_pattern=SOURCE, new_dids=f"8005551000,{NEW},{NEW}9", did_description="short"
    )
    assert answer == (
        "NOTICE: copy_did DID ALREADY EXISTS - 6666|8005551000\n"
        "ERROR: copy_did DID DESCRIPTION MUST BE EITHER BLANK OR FROM 6 TO 50 CHARACTERS"
        f"{OPTIONAL}: |6666|short\n"
    )
    assert not is_there(database, NEW)
    assert database.value("SELECT COUNT(*) FROM vicidial_admin_log") == 0


def test_a_did_that_its_column_cuts_to_one_that_exists_is_said_to_be_added_with_zeros(
    api: AppProcess, database: WorkingDatabase
) -> None:
    longer = "7" * 60
    answer = ask(api, "copy_did", source_did_pattern=SOURCE, new_dids=f"{longer},{longer}")
    assert answer.splitlines()[1] == f"NOTICE: copy_did DID HAS BEEN ADDED - 6666|{longer}|{SOURCE}|0|0"
    assert answer.splitlines()[2] == f"SUCCESS: copy_did DIDS HAVE BEEN ADDED - 6666|{SOURCE}|1|0"
    assert database.value("SELECT record_id FROM vicidial_admin_log") == "0"


@pytest.mark.parametrize(
    ("viewable", "sees"),
    [("AGENTS --all-- -", True), (" MANAGER -", False), ("ALL", False), ("", False), (" ADMIN -", True)],
)
def test_a_did_of_a_group_is_seen_by_those_who_name_it_or_all(
    api: AppProcess, database: WorkingDatabase, viewable: str, sees: bool
) -> None:
    database.run("UPDATE vicidial_user_groups SET admin_viewable_groups = %s WHERE user_group = 'MANAGER'", viewable)
    database.run("UPDATE vicidial_inbound_dids SET user_group = 'ADMIN'")
    manager = {"user": "7777", "pass": "mgrpass1"}
    missing = "ERROR: update_did DID DOES NOT EXIST: |7777|3125551212\n"
    notice = "NOTICE: update_did NO UPDATES DEFINED: |7777|\n"
    assert ask(api, "update_did", did_pattern=SOURCE, **manager) == (notice if sees else missing)


def test_deleting_looks_at_no_other_field(api: AppProcess, database: WorkingDatabase) -> None:
    answer = ask(api, "update_did", did_pattern=SOURCE, delete_did="Y", active="X", server_ip="nowhere")
    assert answer == f"SUCCESS: update_did DID HAS BEEN DELETED - 6666|{SOURCE}|2\n"
    assert not is_there(database, SOURCE)


def test_copies_that_cannot_be_logged_are_there_and_told(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DROP TABLE vicidial_admin_log")
    answer = api(function="copy_did", source_did_pattern=SOURCE, new_dids=NEW)
    assert answer.status_code == 200
    assert answer.text == (
        f"NOTICE: copy_did DID HAS BEEN ADDED - 6666|{NEW}|{SOURCE}|5|1\n"
        "NOTICE: copy_did ADMIN LOG NOT WRITTEN - 6666\n"
        f"SUCCESS: copy_did DIDS HAVE BEEN ADDED - 6666|{SOURCE}|1|0\n"
    )
    assert is_there(database, NEW)


@pytest.mark.parametrize("function", ["add_did", "update_did", "copy_did"])
def test_an_array_counts_as_missing(api: AppProcess, function: str) -> None:
    answer = api({"did_pattern[]": SOURCE, "source_did_pattern[]": SOURCE, "new_dids[]": NEW}, function=function)
    assert answer.status_code == 200
    assert answer.text.startswith(f"ERROR: {function} YOU MUST USE ALL REQUIRED FIELDS: |6666|")


def test_a_pattern_that_is_not_utf8_counts_as_missing(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    query = "source=test&user=6666&pass=1234&function=add_did&did_pattern=72%FF7555"
    answer = api.request("GET", f"/vicidial/non_agent_api.php?{query}")
    assert answer.text == "ERROR: add_did YOU MUST USE ALL REQUIRED FIELDS: |6666|\n"


def test_admins_see_the_statement_that_made_the_change(api: AppProcess, database: WorkingDatabase) -> None:
    ask(api, "update_did", did_pattern=SOURCE, active="N", did_description="Chicago, two")
    assert database.value("SELECT event_sql FROM vicidial_admin_log") == (
        "UPDATE vicidial_inbound_dids SET `did_description` = 'Chicago, two', `did_active` = 'N' WHERE did_id = '2'"
    )


@pytest.mark.parametrize(
    ("function", "parameters", "most"),
    [
        ("add_did", {"did_pattern": NEW}, 7),
        ("add_did", {"did_pattern": NEW, "server_ip": "10.10.10.15", "group": "SUPPORT", "menu_id": "MAINMENU"}, 8),
        ("update_did", {"did_pattern": SOURCE, "active": "N"}, 7),
        ("update_did", {"did_pattern": SOURCE, "delete_did": "Y"}, 7),
        ("copy_did", {"source_did_pattern": SOURCE, "new_dids": NEW}, 7),
        ("copy_did", {"source_did_pattern": SOURCE, "new_dids": ",".join(f"{NEW}{n}" for n in range(10))}, 16),
    ],
)
def test_few_statements(
    api: AppProcess, count_statements: CountStatements, function: str, parameters: dict[str, str], most: int
) -> None:
    ask(api, "copy_did", source_did_pattern="default", new_dids="0000000000")
    with count_statements() as sent:
        assert "SUCCESS" in ask(api, function, **parameters)
    assert len(sent) <= most, sent
