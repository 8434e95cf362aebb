"""The order that names are shown in by the call reports: 9 before 10, and case does not matter.

Source: docs/functions/call_status_stats.md.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from functools import cmp_to_key

CAPITALS = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)


def in_order(names: Iterable[str]) -> list[str]:
    """Sort names. Parameters: names. Returns: them in natural order, equal ones as they came."""
    return sorted(names, key=cmp_to_key(compare))


def compare(one: str, other: str) -> int:
    """Compare two names.

    Parameters: one and the other.
    Returns: below 0 when the one comes first, above 0 when the other does, 0 when they are equal.
    """
    if not one or not other:
        return len(one) - len(other)
    left, right = _without_leading_zeros(one.translate(CAPITALS)), _without_leading_zeros(other.translate(CAPITALS))
    while left and right:
        left, right = left.lstrip(), right.lstrip()
        digits, more_digits = _digits(left), _digits(right)
        if digits and more_digits:
            difference = _compare_digits(digits, more_digits)
            taken = len(digits)
        else:
            difference = _compare_text(left[:1], right[:1])
            taken = 1
        if difference:
            return difference
        left, right = left[taken:], right[taken:]
    return bool(left) - bool(right)


def _without_leading_zeros(name: str) -> str:
    return re.sub(r"^0+(?=[0-9])", "", name)


def _digits(text: str) -> str:
    found = re.match(r"[0-9]+", text)
    return found[0] if found else ""


def _compare_digits(one: str, other: str) -> int:
    if one.startswith("0") or other.startswith("0"):
        # Read like the digits behind a decimal point: 02 comes before 1, and 0 before 01.
        return _compare_text(one, other)
    return len(one) - len(other) or _compare_text(one, other)


def _compare_text(one: str, other: str) -> int:
    return (one > other) - (one < other)
