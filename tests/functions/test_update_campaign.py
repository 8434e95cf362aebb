"""update_campaign: every field's limits, dial statuses, requests at once, and statements."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

UPDATED = "SUCCESS: update_campaign CAMPAIGN HAS BEEN UPDATED - 6666|TESTCAMP\n"
NOTHING = "NOTICE: update_campaign NO UPDATES DEFINED: |6666|\n"
OPTIONAL = ", THIS IS AN OPTIONAL FIELD"
TRANSFERS = {"one": "a", "two": "b", "three": "c", "four": "d", "five": "e"}


def update(api: AppProcess, **parameters: str) -> str:
    answer = api(form={"function": "update_campaign", "campaign_id": "TESTCAMP", **parameters})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def column(database: WorkingDatabase, name: str) -> str:
    return str(database.value(f"SELECT {name} FROM vicidial_campaigns WHERE campaign_id = 'TESTCAMP'"))


@pytest.mark.parametrize(
    ("parameter", "stored_in", "accepted", "refused", "complaint"),
    [
        ("dial_method", "dial_method", "ADAPT_TAPERED", "ratio", "DIAL METHOD IS NOT VALID"),
        ("adaptive_maximum_level", "adaptive_maximum_level", "12.34", "12.345",
         "ADAPT MAXIMUM DIAL LEVEL MUST BE FROM 1 TO 5 CHARACTERS"),
        ("campaign_vdad_exten", "campaign_vdad_exten", "8" * 20, "8" * 21,
         "ROUTING EXTENSION MUST BE FROM 3 TO 20 CHARACTERS"),
        ("hopper_level", "hopper_level", "5000", "0", "HOPPER LEVEL MUST BE FROM 1 TO 2000"),
        ("hopper_level", "hopper_level", "1", "9" * 5000, "HOPPER LEVEL MUST BE FROM 1 TO 2000"),
        ("dial_timeout", "dial_timeout", "120", "121", "DIAL TIMEOUT MUST BE FROM 1 TO 120"),
        ("campaign_name", "campaign_name", "n" * 40, "n" * 41, "CAMPAIGN NAME MUST BE FROM 6 TO 40 CHARACTERS"),
        ("outbound_cid", "campaign_cid", "---ALL---", "1" * 5, "CAMPAIGN CID MUST BE FROM 6 TO 20 CHARACTERS"),
        ("lead_filter_id", "lead_filter_id", "drop72hour", "--NONE--",
         "CAMPAIGN LEAD FILTER MUST BE A VALID FILTER IN THE SYSTEM"),
        ("active", "active", "N", "NY", "ACTIVE MUST BE Y OR N"),
        *((f"xferconf_{number}", f"xferconf_{letter}_number", "x" * 50, "x" * 51,
           f"TRANSFER CONF NUMBER {number.upper()} IS NOT VALID") for number, letter in TRANSFERS.items()),
        ("dispo_call_url", "dispo_call_url", "u" * 65000, "u" * 65001, "DISPO CALL URL IS NOT VALID"),
        ("webform_one", "web_form_address", "ALT", "AL", "WENFORM 1 URL IS NOT VALID"),
        ("webform_two", "web_form_address_two", "ALT", "AL", "WENFORM 2 URL IS NOT VALID"),
        ("webform_three", "web_form_address_three", "ALT", "AL", "WENFORM 3 URL IS NOT VALID"),
        ("list_order", "lead_order", "UP LAST CALL TIME 6th NEW", "UP 7th NEW", "LIST ORDER IS NOT VALID"),
        ("list_order", "lead_order", "DOWN TIMEZONE", "random", "LIST ORDER INCLUDING RANDOM ARE NOT ALLOWED"),
        ("list_order_randomize", "lead_order_randomize", "Y", "y", "LIST ORDER RANDOMIZE IS NOT VALID"),
        ("list_order_secondary", "lead_order_secondary", "VENDOR_ASCEND", "VENDOR",
         "LIST ORDER SECONDARY IS NOT VALID"),
    ],
)  # fmt: skip
def test_a_field_is_stored_within_its_limits_and_refused_beyond(
    api: AppProcess, database: WorkingDatabase,
    parameter: str, stored_in: str, accepted: str, refused: str, complaint: str,
) -> None:  # fmt: skip
    assert update(api, **{parameter: refused}) == f"ERROR: update_campaign {complaint}{OPTIONAL}: |6666|{refused}\n"
    assert update(api, **{parameter: accepted}) == UPDATED
    assert column(database, stored_in) == accepted


@pytest.mark.parametrize(
    ("parameter", "stored_in"),
    [
        ("xferconf_three", "xferconf_c_number"),
        ("dispo_call_url", "dispo_call_url"),
        ("webform_two", "web_form_address_two"),
    ],
)
def test_a_word_stands_for_blank(api: AppProcess, database: WorkingDatabase, parameter: str, stored_in: str) -> None:
    database.run(f"UPDATE vicidial_campaigns SET {stored_in} = 'before'")
    assert update(api, **{parameter: "--BLANK--"}) == UPDATED
    assert column(database, stored_in) == ""


def test_no_lead_filter_is_stored_as_blank(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_campaigns SET lead_filter_id = 'DROP72HOUR'")
    assert update(api, lead_filter_id="---NONE---") == UPDATED
    assert column(database, "lead_filter_id") == ""


@pytest.mark.parametrize(
    ("limit", "level", "fits"),
    [
        ("4", "4.001", True), ("4", "4.0011", False), ("20", "20.001", True), ("4", ".", False), ("4", "..", False),
        ("4", "1.2.3", True), ("4", "4.0.0", True), ("4", "4.1.0", False), ("", "0", True), ("", "0.002", False),
        ("4", "1.", True), ("4", "0" * 6, True), ("4", "9" * 5000, False),
    ],
)  # fmt: skip
def test_a_dial_level_is_compared_with_the_limit_of_the_system(
    api: AppProcess, database: WorkingDatabase, limit: str, level: str, fits: bool
) -> None:
    database.run("UPDATE system_settings SET auto_dial_limit = %s", limit or None)
    shown = {"4": "4.001", "20": "20.001", "": "0.001"}[limit]
    refused = f"ERROR: update_campaign AUTO DIAL LEVEL MUST BE FROM 0 TO {shown}{OPTIONAL}: |6666|{level}\n"
    assert update(api, auto_dial_level=level) == (UPDATED if fits else refused)


@pytest.mark.parametrize(
    ("stored", "removed", "rest"),
    [
        (" NEW NA A -", "new", " NA A -"),
        (" NEW NA A -", "A", " NEW NA -"),
        (" A A A -", "A", " A -"),
        ("NEW NA A -", "NA", "NEW A -"),
        (" N.A NXA -", "N", None),
        (" NEW NA A", "A", None),
        ("NEW NA A -", "NEW", None),
        (" NEW -", "-", None),
    ],
)
def test_a_status_is_removed_where_it_stands_between_spaces(
    api: AppProcess, database: WorkingDatabase, stored: str, removed: str, rest: str | None
) -> None:
    database.run("UPDATE vicidial_campaigns SET dial_statuses = %s WHERE campaign_id = 'TESTCAMP'", stored)
    answer = update(api, dial_status_remove=removed)
    if rest is None:
        assert answer == (
            f"ERROR: update_campaign DIAL STATUS REMOVE FAILURE, NOT AN EXISTING DIAL STATUS{OPTIONAL}:"
            f" |6666|{removed}\n"
        )
    assert column(database, "dial_statuses") == (stored if rest is None else rest)


@pytest.mark.parametrize(("length", "taken"), [(248, True), (249, False)])
def test_a_status_is_added_to_a_list_of_248_bytes_at_the_most(
    api: AppProcess, database: WorkingDatabase, length: int, taken: bool
) -> None:
    stored = (" NEW" * 70)[: length - 2] + " -"
    database.run("UPDATE vicidial_campaigns SET dial_statuses = %s WHERE campaign_id = 'TESTCAMP'", stored)
    assert (update(api, dial_status_add="SIXCHR") == UPDATED) == taken
    assert column(database, "dial_statuses") == (f" SIXCHR{stored}" if taken else stored)


def test_a_status_whose_letters_are_beyond_ascii_is_removed_as_written_only(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    database.run("UPDATE vicidial_campaigns SET dial_statuses = ' ÉT ét -' WHERE campaign_id = 'TESTCAMP'")
    assert update(api, dial_status_remove="ÉT") == UPDATED
    assert column(database, "dial_statuses") == " ét -"


@pytest.mark.parametrize("stored", ["", None, " ", "-"])
def test_a_list_shorter_than_two_counts_as_empty_when_a_status_is_added(
    api: AppProcess, database: WorkingDatabase, stored: str | None
) -> None:
    database.run("UPDATE vicidial_campaigns SET dial_statuses = %s", stored)
    assert update(api, dial_status_add="A2") == UPDATED
    assert column(database, "dial_statuses") == " A2 -"


def test_a_list_of_248_takes_one_more_status(api: AppProcess, database: WorkingDatabase) -> None:
    stored = " ABCDEF" * 35 + "x -"
    database.run("UPDATE vicidial_campaigns SET dial_statuses = %s WHERE campaign_id = 'TESTCAMP'", stored)
    assert update(api, dial_status_add="NEWEST") == UPDATED
    assert column(database, "dial_statuses") == " NEWEST" + stored


def test_statuses_added_at_once_are_all_there(api: AppProcess, database: WorkingDatabase) -> None:
    statuses = [f"S{number}" for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda status: update(api, dial_status_add=status), statuses)) == {UPDATED}
    assert sorted(column(database, "dial_statuses").split()) == sorted([*statuses, "NEW", "NA", "A", "-"])


def test_a_refused_field_leaves_campaign_and_hopper_as_they_are(api: AppProcess, database: WorkingDatabase) -> None:
    database.changes()
    update(api, campaign_name="Quite another name", hopper_level="7", active="X", reset_hopper="Y")
    assert {change["table"] for change in database.changes()} <= {
        "vicidial_api_log", "vicidial_api_urls", "vicidial_users", "vicidial_urls", "vicidial_webservers",
    }  # fmt: skip


def test_quotes_and_backslashes_vanish_before_anything_else(api: AppProcess, database: WorkingDatabase) -> None:
    answer = update(
        api, campaign_id="TEST'CA\\MP\"", dial_status_remove="N'A\\", campaign_name="Robert'); DROP TABLE"
    )
    assert answer == UPDATED
    assert column(database, "dial_statuses") == " NEW A -"
    assert column(database, "campaign_name") == "Robert DROP TABLE"


def test_arrays_count_as_missing(api: AppProcess) -> None:
    answer = api(
        {"function": "update_campaign", "campaign_id": "TESTCAMP", "dial_status_add[]": "A", "active[]": "N"}
    )
    assert answer.text == NOTHING


@pytest.mark.parametrize(
    ("allowed", "answer"),
    [(" SALESCMP TESTCAMP -", NOTHING), (" SALESCMP -", "CAMPAIGN DOES NOT EXIST"), (" A-ALLY -", NOTHING),
     (" O'Brien \\ \" -", "CAMPAIGN DOES NOT EXIST"), (None, "CAMPAIGN DOES NOT EXIST")],
)  # fmt: skip
def test_a_campaign_exists_for_the_groups_that_may_use_it(
    api: AppProcess, database: WorkingDatabase, allowed: str | None, answer: str
) -> None:
    database.run("UPDATE vicidial_user_groups SET allowed_campaigns = %s WHERE user_group = 'ADMIN'", allowed)
    assert answer in update(api)


@pytest.mark.parametrize(
    ("parameters", "most"),
    [
        ({}, 5),
        ({"active": "N", "lead_filter_id": "DROP72HOUR", "webform_one": "ALT"}, 7),
        ({"active": "N", "reset_hopper": "Y"}, 9),
        ({"dial_status_add": "A2", "dial_status_remove": "NA"}, 9),
    ],
)
def test_few_statements(
    api: AppProcess, count_statements: CountStatements, parameters: dict[str, str], most: int
) -> None:
    update(api)
    with count_statements() as sent:
        update(api, **parameters)
    assert len(sent) <= most, sent
