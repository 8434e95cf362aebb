"""Values on their way into an HTML page.

The original prints them as they are, and callers compare pages byte by byte: so only what would let a value do
something is escaped, and nothing else changes.
"""

from __future__ import annotations

import re

# Tags that change the look of a name and can do nothing else: they carry no attribute.
LOOKS = r"/?(?:b|i|u|s|em|strong|small|big|sub|sup|tt|br|hr|p)\s*/?>"
OTHER_MARKUP = re.compile(rf"<(?!{LOOKS})", re.IGNORECASE)


def in_text(value: str) -> str:
    """A value between tags. Parameters: value, as a name out of the database. Returns: HTML."""
    # legacy: installations make names bold or break their lines. safer: no other tag gets through.
    return OTHER_MARKUP.sub("&lt;", value)


def in_attribute(value: str) -> str:
    """A value between double quotes. Parameters: value. Returns: HTML."""
    # safer: only another quote can end it.
    return value.replace('"', "&quot;")
