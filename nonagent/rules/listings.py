"""Rows as a text answer: columns separated as asked for, a header on request, nothing quoted or escaped.

Source: "Output formats" of spec/campaigns_list.md and of every listing with the parameters `stage` and `header`.
"""

from __future__ import annotations

from nonagent.database import Row

SEPARATORS = {"csv": ",", "tab": "\t"}


def separator(stage: str) -> str:
    """What stands between two columns. Parameters: stage, the parameter. Returns: a pipe unless it names another."""
    return SEPARATORS.get(stage, "|")


def listing(rows: list[Row], stage: str, header: str) -> str:
    """Write rows a line each.

    Parameters: rows, at least one, whose columns have the names and the order of the answer; stage and header, the
    parameters.
    Returns: the lines, each with its newline.
    """
    between = separator(stage)
    names = [list(rows[0])] if header == "YES" else []
    return "".join(between.join(values) + "\n" for values in [*names, *(row.values() for row in rows)])
