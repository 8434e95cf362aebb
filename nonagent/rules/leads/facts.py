"""Facts that a request needs before its work begins, each a scalar of SQL, asked together in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nonagent.database import Row, Session, Sql, joined


@dataclass(frozen=True)
class Question:
    """One fact: its name, which is the code's own, and the scalar."""

    name: str
    scalar: Sql


def columns(asked: Sequence[Question]) -> Sql:
    """The columns of a SELECT that asks. Parameters: asked, at least one."""
    return joined(", ", [Sql("%s AS %s", question.scalar, Sql(question.name)) for question in asked])


def ask(db: Session, asked: Sequence[Question]) -> Row:
    """Ask, unless there is nothing to ask.

    Parameters: db; asked.
    Returns: the answers by name.
    """
    if not asked:
        return {}
    return db.one("SELECT %s", columns(asked)) or {}
