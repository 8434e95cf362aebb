"""Faults under load: nothing that a caller was told is lost, nothing is stored twice, and it goes on by itself.

`make faults` tries them all and prints the table of docs/reliability.md; `make test` tries a few.
"""

from __future__ import annotations

import os
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.faults import outcome
from tests.faults.happenings import ENGINES, FAULTS, FEW
from tests.faults.load import DONE, OTHER, Load
from tests.faults.outcome import Row
from tests.faults.site import Site, can_mount

#: seconds that callers call before and behind a fault
AROUND = 2

CASES = [(name, engine) for name in FAULTS for engine in ENGINES] if os.environ.get("FAULTS") == "all" else FEW


@pytest.mark.parametrize(("name", "engine"), CASES)
def test_no_fault_loses_or_doubles_a_lead(name: str, engine: str, folder: Path, table: list[Row]) -> None:
    fault = FAULTS[name]
    if fault.small_disk and not can_mount():
        pytest.skip("only root may mount the small disk that runs full")
    site = Site(folder, engine)
    with site.on_a_small_disk() if fault.small_disk else nullcontext(), site.running():
        load = Load(f"http://127.0.0.1:{site.service.port}", site.key)
        with load.flowing():
            # A worker that starts takes its time; what has not come to one yet cannot be cut off.
            load.wait_for_recovery(time.monotonic(), patience=30)
            time.sleep(AROUND)
            fault.happen(site)
            ended = time.monotonic()
            load.wait_for_recovery(ended, fault.recovery + 10)
            time.sleep(AROUND)
        row = outcome.row(site, fault, engine, load, ended)
    table.append(row)
    others = [attempt.text for attempt in load.attempts if attempt.outcome == OTHER]
    assert (row.lost, row.doubled, row.in_neither, row.in_both) == (0, 0, 0, 0), row
    assert row.other == 0, others[:5]
    assert row.recovery <= fault.recovery
    assert all(attempts[-1].is_final for attempts in (*load.leads.values(), *load.batches.values())), "given up"
    # The fault has happened to callers, or has not, as it should.
    assert (row.unavailable + row.cut == 0) is fault.unnoticed, row
    assert row.success > 50
    assert any(attempt.outcome == DONE for attempts in load.batches.values() for attempt in attempts)
