"""update_cid_group_entry: values that once crashed it, requests at once, and which entries are meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]
Explain = Callable[[str], list[dict[str, Any]]]

NAME = "update_cid_group_entry"


def ask(api: AppProcess, stage: str, **parameters: str) -> str:
    usual = {"cid_group_id": "CIDGRP1", "areacode": "727"}
    answer = api(**{"function": NAME, "stage": stage, **usual, **parameters})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def entries(database: WorkingDatabase) -> list[tuple[str, str]]:
    rows = database.all(
        "SELECT areacode, outbound_cid FROM vicidial_campaign_cid_areacodes"
        " WHERE campaign_id = 'CIDGRP1' ORDER BY areacode, outbound_cid"
    )
    return [(row["areacode"], row["outbound_cid"]) for row in rows]


@pytest.mark.parametrize(
    ("stage", "changed"), [("DELETE", "DELETED - 6666|CIDGRP1|727||2"), ("UPDATE", "UPDATED - 6666|CIDGRP1|727||2")]
)
@pytest.mark.parametrize("description", ["O'Brien's", 'say "hi" \\', "100% \\' -- ;"])
def test_entries_with_quotes_are_changed_and_told_to_admins(
    api: AppProcess, database: WorkingDatabase, stage: str, changed: str, description: str
) -> None:
    database.run("UPDATE vicidial_campaign_cid_areacodes SET cid_description = %s", description)
    answer = ask(api, stage, cid_description="New")
    assert answer == f"SUCCESS: {NAME} CID GROUP ENTRIES HAVE BEEN {changed}\n"
    notes = database.value("SELECT event_notes FROM vicidial_admin_log").splitlines()
    assert notes[1:] == [f"1|727|7275551212|Y|{description}|4", f"2|727|7275551313|N|{description}|0"]


@pytest.mark.parametrize(
    ("areacode", "cid"), [("7271234", "7275551212"), ("727", "7" * 30), ("727", "7275551212"), ("É27", "7275551212")]
)
def test_an_entry_that_exists_once_its_columns_have_cut_it_is_refused(
    api: AppProcess, database: WorkingDatabase, areacode: str, cid: str
) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    database.run(
        "INSERT INTO vicidial_campaign_cid_areacodes (campaign_id, areacode, outbound_cid) VALUES"
        " ('CIDGRP1', '72712', '7275551212'), ('CIDGRP1', '727', %s), ('CIDGRP1', 'e27', '7275551212')",
        "7" * 20,
    )
    answer = ask(api, "ADD", areacode=areacode, outbound_cid=cid)
    assert answer == f"ERROR: {NAME} THIS CID GROUP ENTRY ALREADY EXISTS: |6666|CIDGRP1|{areacode}|{cid}\n"
    assert database.value("SELECT COUNT(*) FROM vicidial_admin_log") == 0


def test_of_requests_at_once_one_adds_the_entry(api: AppProcess, database: WorkingDatabase) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = Counter(pool.map(lambda _: ask(api, "ADD", outbound_cid="7275550000")[:7], range(6)))
    assert answers == {"SUCCESS": 1, "ERROR: ": 5}
    assert database.value("SELECT COUNT(*) FROM vicidial_admin_log") == 1


@pytest.mark.parametrize(
    ("areacode", "cid", "rest"),
    [
        ("727", "7275551313", [("727", "7275551212"), ("813", "8135551114")]),
        ("---ALL---", "8135551114", [("727", "7275551212"), ("727", "7275551313")]),
        ("727", "---ALL---", [("813", "8135551114")]),
        ("727", "letters", [("813", "8135551114")]),
    ],
)
def test_only_the_entries_meant_are_deleted(
    api: AppProcess, database: WorkingDatabase, areacode: str, cid: str, rest: list[tuple[str, str]]
) -> None:
    elsewhere = "SELECT COUNT(*) FROM vicidial_campaign_cid_areacodes WHERE campaign_id <> 'CIDGRP1'"
    others = database.value(elsewhere)
    ask(api, "DELETE", areacode=areacode, outbound_cid=cid)
    assert entries(database) == rest
    assert database.value(elsewhere) == others


def test_an_entry_without_cid_is_meant_by_all_cids_only(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("INSERT INTO vicidial_campaign_cid_areacodes (campaign_id, areacode) VALUES ('CIDGRP1', '999')")
    assert "HAS NO ENTRIES" in ask(api, "INFO", areacode="999", outbound_cid="1")
    assert ask(api, "INFO", areacode="999").splitlines()[1:] == ["1|999||N||0"]


def test_entries_are_turned_off_as_blank_and_counted_where_they_changed(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_campaign_cid_areacodes SET active = '' WHERE outbound_cid = '7275551313'")
    assert ask(api, "UPDATE", active="N").endswith("|CIDGRP1|727||1\n")
    assert ask(api, "UPDATE", active="N").endswith("|CIDGRP1|727||0\n")
    assert {row["active"] for row in database.all(
        "SELECT active FROM vicidial_campaign_cid_areacodes WHERE areacode = '727'"
    )} == {""}  # fmt: skip


def test_a_description_is_cut_by_its_column(api: AppProcess, database: WorkingDatabase) -> None:
    assert ask(api, "UPDATE", cid_description="d" * 60).startswith("SUCCESS: ")
    assert database.value("SELECT cid_description FROM vicidial_campaign_cid_areacodes LIMIT 1") == "d" * 50


def test_any_other_stage_gets_an_empty_answer_and_no_log(api: AppProcess, database: WorkingDatabase) -> None:
    assert ask(api, "Update", active="Y") == ""
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log") == 0


def test_an_array_counts_as_missing(api: AppProcess) -> None:
    answer = api({"function": NAME, "stage": "DELETE", "cid_group_id": "CIDGRP1", "areacode[]": "727"})
    assert answer.text == f"ERROR: {NAME} YOU MUST USE ALL REQUIRED FIELDS: |6666|CIDGRP1||DELETE\n"


def test_entries_are_found_by_their_group(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements, explain: Explain
) -> None:
    database.run(
        "INSERT INTO vicidial_campaign_cid_areacodes (campaign_id, areacode, outbound_cid)"
        " SELECT CONCAT('G', seq MOD 500), seq MOD 1000, seq FROM seq_1_to_20000"
    )
    with count_statements() as sent:
        ask(api, "INFO")
    (select,) = (text for text in sent if "ORDER BY areacode" in text)
    assert int(explain(select)[0]["rows"]) < 200


@pytest.mark.parametrize(
    ("stage", "parameters", "most"),
    [("INFO", {}, 6), ("ADD", {"outbound_cid": "7275550000"}, 7), ("DELETE", {}, 8), ("UPDATE", {"active": "Y"}, 8)],
)
def test_few_statements(
    api: AppProcess, count_statements: CountStatements, stage: str, parameters: dict[str, str], most: int
) -> None:
    ask(api, "INFO")
    with count_statements() as sent:
        assert ask(api, stage, **parameters).startswith("SUCCESS: ")
    assert len(sent) <= most, sent
