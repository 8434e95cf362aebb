"""Numbers whose cleaning lets hyphens and underscores through, and what becomes of those that are none.

Source: spec/update_user.md, "Loose numbers".
"""

from __future__ import annotations

import re

from nonagent.rules.optional_fields import Accepts

WHOLE_NUMBER = re.compile(r"-?[0-9]+")


def loosely_numbered(least: int, most: int) -> Accepts:
    """Make the check of a value by its number when it is one, else as text.

    Parameters: least and most, both allowed.
    Returns: the check.
    """

    def accepts(value: str) -> bool:
        if WHOLE_NUMBER.fullmatch(value):
            return least <= float(value) <= most
        # legacy: 5_ and 12345- pass, and the column keeps their leading digits.
        return str(least) <= value <= str(most)

    return accepts
