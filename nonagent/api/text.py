"""What the plain-text protocol makes of answers: the only place where fields are joined. Source: docs/protocol.md."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

from nonagent.api.answers import (
    ROWS_AT_ONCE,
    Card,
    File,
    Groups,
    Labelled,
    Line,
    Page,
    Part,
    Records,
    Rows,
    RunOn,
    Style,
    Text,
)


def of(part: Part) -> str:
    """The text of a part of an answer, line feed and all."""
    if isinstance(part, Line):
        fields = joined(part.fields.values())
        return f"{part.result}: {part.reason}{part.form.shown.format(user=part.user, fields=fields)}\n"
    if isinstance(part, Text):
        return part.text
    if isinstance(part, Page):
        return part.html
    if isinstance(part, (Labelled, Groups)):
        return f"{data_of(part)}\n"
    if isinstance(part, Card):
        return "".join(f"{label}: {value}\n" for label, value in part.fields.items()) + "\n"
    if isinstance(part, RunOn):
        return "".join(map(joined, part.rows))
    return of(part.content) if isinstance(part, File) else "".join(blocks(part))


def headers_of(part: Part) -> Mapping[str, str]:
    """What a part makes the answer's headers say."""
    if isinstance(part, File):
        return {"Content-Type": part.content_type} | (_saved_as(part.name) if part.name else {})
    return part.headers if isinstance(part, Page) else {}


def _saved_as(name: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Expires": "0",
        "Cache-Control": "must-revalidate, post-check=0, pre-check=0",
        "Pragma": "public",
    }


def data_of(line: Line | Labelled | Groups) -> str:
    """What the API log gets for a line of result, or of labelled fields, or of groups of them."""
    if isinstance(line, Groups):
        return "#".join(f"{name}: {joined(group.values())}" for name, group in line.fields.items())
    if isinstance(line, Labelled):
        return joined([*(f"{label}: {value}" for label, value in line.fields.items()), ""])
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
    try:
        yield from _blocks(rows)
    finally:
        # Whoever counts them learns here that no more are read.
        if isinstance(rows.rows, Generator):
            rows.rows.close()


def _blocks(rows: Rows) -> Iterator[str]:
    head = "" if rows.header is None else _row(rows.header, rows.style)
    if not rows.style.ends_line:
        yield (head + "".join(_lines(rows))).removesuffix("\n")
        return
    block: list[str] = []
    for line in _lines(rows):
        block.append(line)
        if len(block) == ROWS_AT_ONCE:
            yield head + "".join(block)
            head = ""
            block.clear()
    yield head + "".join(block)


def _lines(rows: Rows) -> Iterator[str]:
    if isinstance(rows, Records):
        return (_record(number, fields) for number, fields in enumerate(rows.rows, 1))
    return (_row(row, rows.style) for row in rows.rows)


def _record(number: int, fields: Iterable[tuple[str, object]]) -> str:
    lines = "".join(f"{name} => {value}\n" for name, value in fields)
    return f";---------- START OF RECORD {number} ----------\n{lines}"


def _row(fields: Sequence[object], style: Style) -> str:
    return style.separator.join(map(str, fields)) + "\n"
