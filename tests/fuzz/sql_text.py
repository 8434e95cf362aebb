"""Statements as the server's general log has them, and what of a statement stands outside of quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.hostile import MARK

_ENTRY = re.compile(rb"^(?:\d{6} [ \d]\d:\d\d:\d\d\t|\t\t) *\d+ (Query|Execute|Prepare)\t", re.M)
_ANY_ENTRY = re.compile(rb"^(?:\d{6} [ \d]\d:\d\d:\d\d\t|\t\t) *\d+ [A-Z][A-Za-z ]+\t?", re.M)
_QUOTED = re.compile(
    rb"""
    '(?: [^'\\] | \\. | '' )*'
    | "(?: [^"\\] | \\. | "" )*"
    | `(?: [^`] | `` )*`
    """,
    re.X | re.S,
)
_MARK = MARK.encode()


def leaked(statement: bytes) -> str | None:
    """What is wrong with a statement: a payload outside of quotes, or quotes that are not closed.

    Parameters: statement, as sent.
    Returns: a few words, None when all is well.
    """
    bare = _QUOTED.sub(b"?", statement)
    if _MARK in bare.lower():
        return "a payload stands outside of quotes"
    if re.search(rb"""['"`]""", bare):
        return "a quote is not closed"
    if re.search(rb"/\*|#|-- ", bare):
        return "a comment in a statement"
    return None


class GeneralLog:
    """The file that a server writes its statements to."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def take(self) -> Iterator[bytes]:
        """Each statement since the last call that carries a payload; the file is emptied."""
        text = self.path.read_bytes()
        # The server appends to it whatever its length.
        with self.path.open("r+b") as file:
            file.truncate()
        for entry in _statements(text):
            if _MARK in entry.lower():
                yield entry


def _statements(text: bytes) -> Iterator[bytes]:
    starts = list(_ANY_ENTRY.finditer(text))
    for place, start in enumerate(starts):
        if not _ENTRY.match(text, start.start()):
            continue
        end = starts[place + 1].start() if place + 1 < len(starts) else len(text)
        yield text[start.end() : end].removesuffix(b"\n")
