"""When two texts count as the same: also when both look like numbers and these are equal.

Source: docs/functions/call_status_stats.md and docs/functions/call_dispo_report.md; docs/functions/lead_search.md.
"""

from __future__ import annotations

import re

NUMBER = re.compile(r"\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\s*", re.ASCII)
WHOLE_NUMBER = re.compile(r"\s*[+-]?[0-9]{1,99}\s*", re.ASCII)


def key(text: str) -> str | float:
    """What to compare in place of a text: its number when it looks like one, else the text itself."""
    # legacy: 01 counts as 1, which call centres with numbered statuses have in their figures.
    if WHOLE_NUMBER.fullmatch(text):
        # Exactly: a float would take two phone numbers of 18 digits for one.
        return int(text)
    return float(text) if NUMBER.fullmatch(text) else text
