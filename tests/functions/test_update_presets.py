"""update_presets: which preset is meant, the length of its list, and what is not there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]


def ask(api: AppProcess, **parameters: str) -> str:
    answer = api(**{"function": "update_presets", "campaign_id": "TESTCAMP", **parameters})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


def add_preset(database: WorkingDatabase, name: str, number: str = "1", campaign: str = "TESTCAMP") -> None:
    database.run(
        "INSERT INTO vicidial_xfer_presets (campaign_id, preset_name, preset_number) VALUES (%s, %s, %s)",
        campaign, name, number,
    )  # fmt: skip


def presets(database: WorkingDatabase) -> list[tuple[str, str]]:
    rows = database.all("SELECT preset_name, preset_number FROM vicidial_xfer_presets ORDER BY preset_name")
    return [(row["preset_name"], row["preset_number"]) for row in rows]


def test_the_named_of_several_is_changed_wherever_it_stands(api: AppProcess, database: WorkingDatabase) -> None:
    for name in ("Aaa", "Billing", "Zzz"):
        add_preset(database, name)
    assert ask(api, preset_name="billing", preset_number="2").startswith("SUCCESS: ")
    assert presets(database) == [("Aaa", "1"), ("Billing", "2"), ("Verifier", "7275559000"), ("Zzz", "1")]


def test_presets_of_one_name_are_changed_together(api: AppProcess, database: WorkingDatabase) -> None:
    add_preset(database, "Verifier", "7")
    ask(api, preset_name="Verifier", preset_number="2")
    assert presets(database) == [("Verifier", "2"), ("Verifier", "2")]


def test_a_thousand_presets_are_listed_and_no_more(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "INSERT INTO vicidial_xfer_presets (campaign_id, preset_name, preset_number)"
        " SELECT 'TESTCAMP', CONCAT('P', LPAD(seq, 4, '0')), '1' FROM seq_1_to_1000"
    )
    lines = ask(api, action="LIST").splitlines()
    assert [line.partition("|")[0] for line in lines] == [f"P{number:04}" for number in range(1, 1001)]


def test_a_preset_of_another_campaign_is_never_meant(api: AppProcess, database: WorkingDatabase) -> None:
    add_preset(database, "Billing", campaign="SALESCMP")
    assert ask(api, preset_name="Billing", action="DELETE") == (
        "SUCCESS: update_presets PRESET HAS BEEN DELETED - 6666|Verifier|TESTCAMP\n"
    )
    assert presets(database) == [("Billing", "1")]


@pytest.mark.parametrize(("parameter", "complaint"), [("preset_number", "NUMBER"), ("preset_dtmf", "DTMF")])
def test_a_field_holds_50(api: AppProcess, parameter: str, complaint: str) -> None:
    assert ask(api, **{parameter: "1" * 50}).startswith("SUCCESS: ")
    assert ask(api, **{parameter: "1" * 51}) == (
        f"ERROR: update_presets PRESET {complaint} IS NOT VALID, THIS IS AN OPTIONAL FIELD: |6666|{'1' * 51}\n"
    )


def test_a_list_ends_at_a_thousand(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "INSERT INTO vicidial_xfer_presets (campaign_id, preset_name, preset_number)"
        " SELECT 'TESTCAMP', CONCAT('P', seq), seq FROM seq_1_to_1200"
    )
    assert len(ask(api, action="LIST", header="YES").splitlines()) == 1001
    assert database.value("SELECT data FROM vicidial_api_log") == "TESTCAMP|1000"


def test_values_are_listed_as_they_are(api: AppProcess, database: WorkingDatabase) -> None:
    add_preset(database, "a'b\"<b>\\é", "1|2")
    assert ask(api, action="LIST", stage="tab").splitlines()[0] == "a'b\"<b>\\é\tTESTCAMP\t1|2\tN\t"


def test_arrays_count_as_missing(api: AppProcess) -> None:
    answer = api(
        {"function": "update_presets", "campaign_id": "TESTCAMP", "preset_number[]": "1", "action[]": "DELETE"}
    )
    assert answer.text == "NOTICE: update_presets NO UPDATES DEFINED: |6666|\n"


def test_a_name_that_is_not_utf8_counts_as_missing(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    query = (
        "source=test&user=6666&pass=1234&function=update_presets"
        "&campaign_id=TESTCAMP&action=NEW&preset_name=%E9t%E9&preset_number=1"
    )
    answer = api.request("GET", f"/vicidial/non_agent_api.php?{query}")
    assert answer.text == "SUCCESS: update_presets PRESET HAS BEEN ADDED - 6666|NEW PRESET: |TESTCAMP\n"


@pytest.mark.parametrize(
    ("parameters", "most"),
    [({"action": "LIST"}, 6), ({"action": "NEW", "preset_number": "1"}, 7), ({"preset_number": "1"}, 8)],
)
def test_few_statements(
    api: AppProcess, count_statements: CountStatements, parameters: dict[str, str], most: int
) -> None:
    ask(api)
    with count_statements() as sent:
        ask(api, **parameters)
    assert len(sent) <= most, sent
