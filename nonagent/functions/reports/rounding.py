"""Averages and percentages as the reports show them: exact until the end, halves away from zero.

Source: docs/functions/agent_stats_export.md.
"""

from __future__ import annotations

from fractions import Fraction

from nonagent.clock import plain


def average(total: int, count: int) -> int:
    """A rounded average. Parameters: total; count. Returns: it in whole numbers, 0 when there is nothing to count."""
    return _rounded(Fraction(total, count)) if count else 0


def percentage(part: int, whole: int) -> str:
    """A share in percent. Parameters: part; whole. Returns: as `66.7%` or `50%`, `0%` of nothing."""
    tenths = _rounded(Fraction(part * 1000, whole)) if whole else 0
    return plain(tenths / 10) + "%"


def _rounded(number: Fraction) -> int:
    away = int(abs(number) + Fraction(1, 2))
    return away if number >= 0 else -away
