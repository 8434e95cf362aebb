"""How reports are written down, as their parameter `stage` asks. Source: docs/protocol.md."""

from __future__ import annotations

from collections.abc import Mapping

from nonagent.api.answers import Style

SEPARATORS = {"csv": ",", "tab": "\t", "pipe": "|"}
#: of the functions that show one lead, which can put each field on its own line
WITH_NEWLINE = SEPARATORS | {"newline": "\n"}


def known_stage(stage: str, separators: Mapping[str, str] = SEPARATORS) -> str:
    """The stage that is meant. Parameters: stage, as sent; separators. Returns: one of these; `pipe` when unknown."""
    return stage if stage in separators else "pipe"


def style(stage: str, separators: Mapping[str, str] = SEPARATORS) -> Style:
    """The style of a stage. Parameters: stage, as sent; separators, by stage. Returns: it."""
    return Style(separators[known_stage(stage, separators)])
