"""update_alt_url: what an URL belongs to, which entry is meant, and texts that once broke a statement."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

OPTIONAL = ", THIS IS AN OPTIONAL FIELD"


@pytest.fixture
def alternate(database: WorkingDatabase) -> WorkingDatabase:
    """The database with every URL of the campaign set to ALT."""
    database.run("UPDATE vicidial_campaigns SET dispo_call_url = 'alt', start_call_url = 'ALT ', na_call_url = 'Alt'")
    return database


def ask(api: AppProcess, **parameters: str) -> str:
    usual = {"function": "update_alt_url", "campaign_id": "TESTCAMP", "entry_type": "campaign", "url_type": "dispo"}
    answer = api(form={**usual, **parameters})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def test_a_thousand_urls_are_listed_and_no_more(api: AppProcess, alternate: WorkingDatabase) -> None:
    alternate.run(
        "INSERT INTO vicidial_url_multi (campaign_id, entry_type, url_type)"
        " SELECT 'TESTCAMP', 'campaign', 'dispo' FROM seq_1_to_1000"
    )
    assert len(ask(api, alt_url_id="LIST").splitlines()) == 1000


@pytest.mark.parametrize("url_type", ["dispo", "start", "noagent"])
def test_the_setting_is_alt_in_any_letter_case(api: AppProcess, alternate: WorkingDatabase, url_type: str) -> None:
    answer = ask(api, url_type=url_type, alt_url_id="NEW", active="Y")
    assert (
        answer
        == f"SUCCESS: update_alt_url ALT URL HAS BEEN ADDED - 6666|NEW URL ID: 2|{url_type}|campaign|TESTCAMP\n"
    )


@pytest.mark.parametrize(
    ("url_type", "setting"),
    [
        ("dispo", "dispo_call_url"),
        ("start", "start_call_url"),
        ("noagent", "na_call_url"),
        ("addlead", "add_lead_url"),
    ],
)
def test_each_url_of_an_in_group_has_its_own_setting(
    api: AppProcess, database: WorkingDatabase, url_type: str, setting: str
) -> None:
    database.run("INSERT INTO vicidial_campaigns (campaign_id, campaign_name) VALUES ('SUPPORT', 'Same id')")
    asked = {
        "campaign_id": "SUPPORT",
        "entry_type": "ingroup",
        "url_type": url_type,
        "alt_url_id": "NEW",
        "active": "Y",
    }
    assert ask(api, **asked).startswith(f"ERROR: update_alt_url INGROUPS {url_type} URL IS NOT SET TO ALT: ")
    database.run(f"UPDATE vicidial_inbound_groups SET {setting} = 'ALT' WHERE group_id = 'SUPPORT'")
    assert ask(api, **asked).startswith("SUCCESS: ")


@pytest.mark.parametrize("description", ["tab \\t and line \\n", "ends in \\", "\\", "[\\]^_<=>?@"])
def test_a_backslash_is_stored_as_it_is(api: AppProcess, alternate: WorkingDatabase, description: str) -> None:
    assert ask(api, alt_url_id="1", url_description=description).startswith("SUCCESS: ")
    assert alternate.value("SELECT url_description FROM vicidial_url_multi WHERE url_id = 1") == description


@pytest.mark.parametrize(
    ("parameter", "accepted", "refused", "stored", "complaint"),
    [
        ("active", "N", "NO", "N", "ACTIVE MUST BE Y OR N"),
        ("url_address", "h" * 65000, "http", "h" * 65000, "URL ADDRESS IS NOT VALID"),
        ("url_rank", "00012", "000012", "12", "URL RANK IS NOT VALID"),
        ("url_call_length", "99999", "999999", "32767", "URL CAL LENGTH IS NOT VALID"),
        ("url_statuses", "S" * 1000, "S" * 1001, "S" * 1000, "URL STATUSES IS NOT VALID"),
        ("url_statuses", "--BLANK--", "S" * 1001, "--BLANK--", "URL STATUSES IS NOT VALID"),
        ("url_description", "--BLANK--", "d" * 256, "", "URL DESCRIPTION IS NOT VALID"),
        ("url_lists", "--BLANK--", "1" * 1001, "", "URL LISTS IS NOT VALID"),
        ("url_address", "--BLANK--", "a", "", "URL ADDRESS IS NOT VALID"),
    ],
)
def test_a_field_is_stored_within_its_limits_and_refused_beyond(
    api: AppProcess, alternate: WorkingDatabase,
    parameter: str, accepted: str, refused: str, stored: str, complaint: str,
) -> None:  # fmt: skip
    answer = ask(api, alt_url_id="1", **{parameter: refused})
    assert answer == f"ERROR: update_alt_url {complaint}{OPTIONAL}: |6666|{refused}\n"
    assert ask(api, alt_url_id="1", **{parameter: accepted}).startswith("SUCCESS: ")
    assert str(alternate.value(f"SELECT {parameter} FROM vicidial_url_multi WHERE url_id = 1")) == stored


@pytest.mark.parametrize("asked", ["2", "02", "2ABC"])
def test_an_id_is_read_as_a_number_and_shown_as_sent(api: AppProcess, alternate: WorkingDatabase, asked: str) -> None:
    for number in (2, 3):
        alternate.run(
            "INSERT INTO vicidial_url_multi (url_id, campaign_id, entry_type, url_type)"
            " VALUES (%s, 'TESTCAMP', 'campaign', 'dispo')",
            number,
        )
    answer = ask(api, alt_url_id=asked, url_rank="9")
    assert answer == f"SUCCESS: update_alt_url ALT URL HAS BEEN UPDATED - 6666|{asked}|dispo|campaign|TESTCAMP\n"
    ranks = alternate.all("SELECT url_rank FROM vicidial_url_multi ORDER BY url_id")
    assert [row["url_rank"] for row in ranks] == [1, 9, 1]


def test_with_no_entry_the_answer_is_success_and_nothing_changes(api: AppProcess, alternate: WorkingDatabase) -> None:
    before = alternate.all("SELECT * FROM vicidial_url_multi")
    answer = ask(api, url_type="start", alt_url_id="1", url_rank="9")
    assert answer == "SUCCESS: update_alt_url ALT URL HAS BEEN UPDATED - 6666||start|campaign|TESTCAMP\n"
    assert alternate.all("SELECT * FROM vicidial_url_multi") == before


def test_a_list_ends_at_a_thousand(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "INSERT INTO vicidial_url_multi (campaign_id, entry_type, url_type)"
        " SELECT 'TESTCAMP', 'campaign', 'dispo' FROM seq_1_to_1200"
    )
    lines = ask(api, alt_url_id="LIST").splitlines()
    assert len(lines) == 1000
    assert [int(line.split("|")[0]) for line in lines] == list(range(1, 1001))


def test_a_list_of_an_in_group_needs_no_setting(api: AppProcess, database: WorkingDatabase) -> None:
    answer = ask(api, alt_url_id="LIST", entry_type="nonsense", url_type="too")
    assert answer == "NOTICE: update_alt_url LIST, No Records Found - 6666|too|nonsense|TESTCAMP|0\n"
    row = database.one("SELECT result, result_reason, data FROM vicidial_api_log")
    assert list(row.values()) == [
        "SUCCESS", "update_alt_url ALT URL LIST DISPLAYED", "too|nonsense|TESTCAMP|0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("parameters", "most"),
    [
        ({"alt_url_id": "LIST"}, 6),
        ({"alt_url_id": "NEW", "active": "Y"}, 8),
        ({"alt_url_id": "1", "active": "Y"}, 9),
    ],
)
def test_few_statements(
    api: AppProcess, alternate: WorkingDatabase, count_statements: CountStatements, parameters: dict[str, str],
    most: int,
) -> None:  # fmt: skip
    ask(api)
    with count_statements() as sent:
        ask(api, **parameters)
    assert len(sent) <= most, sent
