"""Advisory locks: what keeps a second request from passing a check before the first has written.

Source: design.md, "SQL"; the tables are MyISAM, so no row lock and no transaction does it.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pymysql

from nonagent.database import DatabaseUnavailable, Session

log = logging.getLogger("nonagent.rules.locks")

#: seconds to wait for another request
LONGEST_WAIT = 10


@contextmanager
def held(db: Session, subject: str, *values: str) -> Iterator[None]:
    """Keep other requests about the same values waiting, until the first statement behind the work.

    Parameters: db; subject, as `phone login`; values, at least one, compared as the database does as far as case and
    spaces go.
    Raises: DatabaseUnavailable when another request holds one of them for too long.
    """
    # In one order for everybody, so that two requests cannot wait for each other.
    names = sorted({_name(subject, value) for value in values})
    locked = _lock(db, names, subject)
    try:
        yield
    finally:
        if locked:
            _release(db, names)


def _name(subject: str, value: str) -> str:
    # Hashed, since servers differ in how long a name may be.
    text = f"{subject} {value.casefold().rstrip(' ')}".encode("utf8", "surrogateescape")
    return "nonagent." + hashlib.blake2b(text, digest_size=16).hexdigest()


def _lock(db: Session, names: list[str], subject: str) -> bool:
    sql = "SELECT " + ", ".join(f"GET_LOCK(%s, {LONGEST_WAIT}) AS lock_{place}" for place in range(len(names)))
    try:
        row = db.one(sql, *names) or {}
    except pymysql.MySQLError:
        # Some clusters refuse advisory locks; a check without one is still better than none.
        log.warning("the database refuses advisory locks: %s is not serialised", subject, exc_info=True)
        return False
    if set(row.values()) != {"1"}:
        # Those it did get must not stay with a connection that goes back into the pool.
        _release(db, names)
        db.flush()
        raise DatabaseUnavailable(f"another request holds this {subject}")
    return True


def _release(db: Session, names: list[str]) -> None:
    db.soon("DO " + ", ".join(["RELEASE_LOCK(%s)"] * len(names)), *names)
