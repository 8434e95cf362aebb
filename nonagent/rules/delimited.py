"""Reports as text: one line a row, its fields separated as the parameter `stage` asks; nothing is quoted.

Source: the "Output" parts of the report functions' specs.
"""

from __future__ import annotations

SEPARATORS = {"csv": ",", "tab": "\t", "pipe": "|"}


def known_stage(stage: str) -> str:
    """The stage that is meant. Parameters: stage, as sent. Returns: `csv`, `tab` or `pipe`; `pipe` when unknown."""
    return stage if stage in SEPARATORS else "pipe"


def line(stage: str, *fields: str | int) -> str:
    """One line of a report.

    Parameters: stage, as sent; fields.
    Returns: the fields with the stage's separator between them, and a line feed.
    """
    return SEPARATORS[known_stage(stage)].join(map(str, fields)) + "\n"
