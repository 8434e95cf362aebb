"""Facts that a request needs before its work begins, each a scalar of SQL, asked together in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nonagent.database import Row, Session, Value


@dataclass(frozen=True)
class Question:
    """One fact: its name, the scalar, and the values that it binds."""

    name: str
    sql: str
    values: tuple[Value, ...] = ()


def columns(asked: Sequence[Question]) -> str:
    """The columns of a SELECT that asks. Parameters: asked, at least one."""
    return ", ".join(f"{question.sql} AS {question.name}" for question in asked)


def values(asked: Sequence[Question]) -> list[Value]:
    """The values that those columns bind, in order. Parameters: asked."""
    return [value for question in asked for value in question.values]


def ask(db: Session, asked: Sequence[Question]) -> Row:
    """Ask, unless there is nothing to ask.

    Parameters: db; asked.
    Returns: the answers by name.
    """
    if not asked:
        return {}
    return db.one(f"SELECT {columns(asked)}", *values(asked)) or {}
