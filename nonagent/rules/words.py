"""Words and characters that mean the same in many functions."""

from __future__ import annotations

#: what callers send to empty a field, since a blank parameter leaves it as it is
BLANK = "--BLANK--"


def digits(text: str) -> str:
    """The digits of a text, as functions read a list id. Parameters: text. Returns: it without anything else."""
    return "".join(char for char in text if char in "0123456789")
