"""Rows of the database as a text answer, with a header on request.

Source: "Output formats" of spec/campaigns_list.md and of the other listings with the parameters `stage` and `header`.
"""

from __future__ import annotations

from nonagent.database import Row
from nonagent.rules.delimited import line


def listing(rows: list[Row], stage: str, header: str) -> str:
    """Write rows a line each.

    Parameters: rows, at least one, whose columns have the names and the order of the answer; stage and header, the
    parameters.
    Returns: the lines, each with its newline.
    """
    lines = [list(row.values()) for row in rows]
    if header == "YES":
        lines.insert(0, list(rows[0]))
    return "".join(line(stage, *fields) for fields in lines)
