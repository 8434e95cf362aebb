"""Reports as text: one line a row, its fields separated as the parameter `stage` asks; nothing is quoted.

Source: the "Output" parts of the report functions' specs.
"""

from __future__ import annotations

from collections.abc import Mapping

SEPARATORS = {"csv": ",", "tab": "\t", "pipe": "|"}
#: of the functions that show one lead, which can put each field on its own line
WITH_NEWLINE = SEPARATORS | {"newline": "\n"}


def known_stage(stage: str, separators: Mapping[str, str] = SEPARATORS) -> str:
    """The stage that is meant. Parameters: stage, as sent; separators. Returns: one of these; `pipe` when unknown."""
    return stage if stage in separators else "pipe"


def line(stage: str, *fields: str | int, separators: Mapping[str, str] = SEPARATORS) -> str:
    """One line of a report.

    Parameters: stage, as sent; fields; separators, by stage.
    Returns: the fields with the stage's separator between them, and a line feed.
    """
    return separators[known_stage(stage, separators)].join(map(str, fields)) + "\n"
