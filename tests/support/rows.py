"""Row changes of a table as the transcripts write them: insert, update and delete, in a fixed order."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

Row = dict[str, str | None]
Change = dict[str, Any]


def text_row(columns: Sequence[str], values: Iterable[Any]) -> Row:
    """One row with its values as text, as the transcripts hold them."""
    return {column: _text(value) for column, value in zip(columns, values, strict=False)}


def diff(table: str, before: list[Row], after: list[Row], primary_key: Sequence[str]) -> list[Change]:
    """The changes that lead from `before` to `after`; without a primary key a row is only its values."""
    if primary_key:
        changes = _diff_by_key(before, after, primary_key)
    else:
        changes = _diff_by_value(before, after)
    return sorted(({"table": table, **change} for change in changes), key=in_order)


def in_order(change: Change) -> str:
    """A change as text that does not depend on the order of its keys."""
    return json.dumps(change, sort_keys=True, ensure_ascii=False)


def _diff_by_key(before: list[Row], after: list[Row], primary_key: Sequence[str]) -> list[Change]:
    old = {tuple(row.get(column) for column in primary_key): row for row in before}
    new = {tuple(row.get(column) for column in primary_key): row for row in after}
    changes: list[Change] = []
    for key in old.keys() - new.keys():
        changes.append({"op": "delete", "key": dict(zip(primary_key, key, strict=True))})
    for key in new.keys() - old.keys():
        changes.append({"op": "insert", "row": new[key]})
    for key in new.keys() & old.keys():
        changed = {column: value for column, value in new[key].items() if old[key].get(column) != value}
        if changed:
            changes.append({"op": "update", "key": dict(zip(primary_key, key, strict=True)), "set": changed})
    return changes


def _diff_by_value(before: list[Row], after: list[Row]) -> list[Change]:
    old, new = Counter(map(_frozen, before)), Counter(map(_frozen, after))
    gone = [{"op": "delete", "row": json.loads(row)} for row in (old - new).elements()]
    come = [{"op": "insert", "row": json.loads(row)} for row in (new - old).elements()]
    return gone + come


def _frozen(row: Row) -> str:
    return json.dumps(row, sort_keys=True)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bytes):
        return value.decode("utf8", "replace")
    return str(value)
