"""Who may add and change which users, and how a new user without a name of its own is called.

Source: docs/functions/add_user.md, docs/functions/update_user.md, docs/functions/update_remote_agent.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from nonagent.database import Row, Session, Sql, listed
from nonagent.rules import locks
from nonagent.rules.admin_log import Actor
from nonagent.rules.people.user_groups import viewable

#: found anywhere in the name of a new user, it asks for a number instead
AUTOGENERATE = "AUTOGENERA"
STEP = 7
#: how many numbers are looked up in one statement
NUMBERS_AT_ONCE = 100

#: from this level on a user may add users of its own level, and above
HIGHEST_LEVEL = 9


@dataclass(frozen=True)
class Authority:
    """How far a user's right over other users goes: up to its level, and whether its own level is included."""

    level: int
    same_level: bool

    @classmethod
    def of(cls, user: Row) -> Authority:
        """Read it. Parameters: user, the row of vicidial_users of who calls."""
        return cls(int(user["user_level"]), user.get("modify_same_user_level") == "1")

    @property
    def comparison(self) -> str:
        """How a level that may be changed compares with the own one, as the answers show it."""
        return "<=" if self.same_level else "<"

    def may_add(self, level: float) -> bool:
        """Whether a user of that level may be added."""
        if self.level < HIGHEST_LEVEL:
            return level < self.level
        # legacy: the highest level may add what is above it, whether or not it may add its equals.
        return self.same_level or level != self.level

    def may_set(self, level: float) -> bool:
        """Whether a user that may be changed may be given that level, of those there are."""
        return level <= self.level if self.same_level else level < self.level

    def may_change(self, group: Row) -> Sql:
        """The users that may be changed, as a condition on vicidial_users.

        Parameters: group, the row of vicidial_user_groups of who calls.
        Returns: the condition.
        """
        sql = "user_level <= %s AND %s" if self.same_level else "user_level < %s AND %s"
        return Sql(sql, str(self.level), viewable(group))


def closer_campaigns(in_groups: str) -> str:
    """The column of the in-groups an agent takes calls of. Parameters: in_groups, separated by pipes."""
    return f" {in_groups.replace('|', ' ')} -"


@contextmanager
def named(db: Session, actor: Actor, wanted: str) -> Iterator[str]:
    """Find the name of a new user; the body inserts the user.

    Parameters: db; actor; wanted, the name, which may ask for a number.
    Returns: a context manager that gives the name; no other request is given the same number meanwhile.
    """
    if AUTOGENERATE not in wanted:
        yield wanted
        return
    with locks.held(db, locks.NEW_USER, ""):
        number = _free_number(db)
        yield str(number)
        # Only now: were it written first, a failure in between would lose the number.
        with actor.behind("NUMBER OF THE USER NOT NOTED"):
            db.run("UPDATE system_settings SET auto_user_add_value = %s", number)


def _free_number(db: Session) -> int:
    number = int(db.scalar("SELECT auto_user_add_value FROM system_settings LIMIT 1") or 0)
    while True:
        numbers = [str(number + STEP * place) for place in range(NUMBERS_AT_ONCE)]
        rows = db.all("SELECT user FROM vicidial_users WHERE user IN (%s)", listed(numbers))
        taken = {row["user"] for row in rows}
        free = next((name for name in numbers if name not in taken), None)
        if free:
            return int(free)
        number += STEP * NUMBERS_AT_ONCE
