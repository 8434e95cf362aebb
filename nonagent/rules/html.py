"""Values on their way into an HTML page.

The original prints them as they are, and callers compare pages byte by byte: so only what would let a value break out
of its place is escaped, and nothing else changes.
"""

from __future__ import annotations


def in_text(value: str) -> str:
    """A value between tags, where only `<` can begin something else. Parameters: value. Returns: it, harmless."""
    return value.replace("<", "&lt;")


def in_attribute(value: str) -> str:
    """A value between double quotes, where only another can end it. Parameters: value. Returns: it, harmless."""
    return value.replace('"', "&quot;")
