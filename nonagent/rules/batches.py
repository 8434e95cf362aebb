"""Long lists in parts, so that no answer stands in memory whole."""

from __future__ import annotations

from collections.abc import Iterator


def of(values: list[str], size: int) -> Iterator[list[str]]:
    """Cut a list. Parameters: values; size, the most in one part. Returns: the parts in order."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
