"""What the plain-text protocol makes of answers: the only place where fields are joined. Source: docs/protocol.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nonagent.api.answers import ROWS_AT_ONCE, Line, Part, Rows, Style, Text


def of(part: Part) -> str:
    """The text of a part of an answer, line feed and all."""
    if isinstance(part, Line):
        fields = joined(part.fields.values())
        return f"{part.result}: {part.reason}{part.form.shown.format(user=part.user, fields=fields)}\n"
    if isinstance(part, Text):
        return part.text
    return "".join(blocks(part))


def data_of(line: Line) -> str:
    """What the API log gets for the fields of a line."""
    if line.logged is not None:
        return joined(line.logged)
    return line.form.logged.format(user=line.user, fields=joined(line.fields.values()))


def joined(fields: Iterable[object]) -> str:
    """Fields as one text."""
    return "|".join(map(str, fields))


def blocks(rows: Rows) -> Iterator[str]:
    """Rows as text, some at a time, so that a long report never stands in memory whole.

    Line by line it would take several times as long to send.
    """
    head = "" if rows.header is None else _row(rows.header, rows.style)
    if not rows.style.ends_line:
        yield (head + "".join(_row(row, rows.style) for row in rows.rows)).removesuffix("\n")
        return
    block: list[str] = []
    for row in rows.rows:
        block.append(_row(row, rows.style))
        if len(block) == ROWS_AT_ONCE:
            yield head + "".join(block)
            head = ""
            block.clear()
    yield head + "".join(block)


def _row(fields: Sequence[object], style: Style) -> str:
    return style.separator.join(map(str, fields)) + "\n"
