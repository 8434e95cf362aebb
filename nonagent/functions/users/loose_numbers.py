"""Numbers whose cleaning lets hyphens and underscores through, and what becomes of those that are none.

Source: docs/functions/update_user.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from nonagent.api.parameters import Parameter
from nonagent.clock import plain

WHOLE_NUMBER = re.compile(r"-?[0-9]+")


def loosely(parameter: Parameter) -> Callable[[str], bool]:
    """Make the check of a value by its number when it is one, else as text.

    Parameters: parameter, declared with the least and most that are allowed.
    Returns: the check.
    """

    def accepts(value: str) -> bool:
        if WHOLE_NUMBER.fullmatch(value) or parameter.between is None:
            return parameter.accepts(value)
        least, most = map(plain, parameter.between)
        # legacy: 5_ and 12345- pass, and the column keeps their leading digits.
        return least <= value <= most

    return accepts
