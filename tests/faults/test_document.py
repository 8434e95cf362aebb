"""docs/reliability.md: the table of a run has a row for each fault, and none of them shows a loss."""

from __future__ import annotations

import re

from tests.faults.happenings import ENGINES, FAULTS
from tests.faults.outcome import HEADS
from tests.support.app import ROOT

NONE = ("lost", "doubled", "in neither table", "in both", "answered otherwise")
TEXT = (ROOT / "docs" / "reliability.md").read_text(encoding="utf8")


def rows() -> list[dict[str, str]]:
    shown = re.findall("<!-- faults -->\n(.*)\n<!-- /faults -->", TEXT, re.DOTALL)[0].splitlines()
    heads, _, *lines = ([cell.strip() for cell in line.strip("|").split("|")] for line in shown)
    assert tuple(heads) == HEADS
    return [dict(zip(heads, line, strict=True)) for line in lines]


def test_every_fault_of_the_suite_was_tried_with_both_kinds_of_tables() -> None:
    assert [(row["fault"], row["tables"]) for row in rows()] == [(name, kind) for name in FAULTS for kind in ENGINES]


def test_the_run_that_is_shown_lost_and_doubled_nothing() -> None:
    for row in rows():
        assert {row[head] for head in NONE} == {"0"}
        assert float(row["seconds to recover"]) <= FAULTS[row["fault"]].recovery


def test_the_readme_leads_to_it() -> None:
    assert "(docs/reliability.md)" in (ROOT / "README.md").read_text(encoding="utf8")
