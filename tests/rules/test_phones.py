"""The time zones that a phone may have, against the list of docs/functions/add_phone.md."""

from __future__ import annotations

import pytest

from nonagent.rules.people.phones import is_timezone

#: in quarters of an hour, as everything between -15 and 15 hours is
ALLOWED = {
    51, 48, 44, 40, 38, 36, 32, 28, 26, 24, 23, 22, 20, 18, 16, 14, 12, 8, 4, 0,
    -4, -8, -12, -14, -16, -20, -24, -28, -32, -36, -40, -44, -48,
}  # fmt: skip


@pytest.mark.parametrize("quarters", range(-60, 61))
def test_an_offset_is_one_of_the_list(quarters: int) -> None:
    assert is_timezone(f"{quarters / 4:.2f}") == (quarters in ALLOWED)
