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
def held(db: Session, subject: str, value: str) -> Iterator[None]:
    """Keep other requests about the same value waiting.

    Parameters: db; subject, as `phone login`; value, compared as the database does as far as case and spaces go.
    Raises: DatabaseUnavailable when another request holds it for too long.
    """
    name = _name(subject, value)
    locked = _lock(db, name, subject)
    try:
        yield
    finally:
        if locked:
            db.run("DO RELEASE_LOCK(%s)", name)


def _name(subject: str, value: str) -> str:
    text = f"{subject} {value.casefold().rstrip(' ')}".encode("utf8", "surrogateescape")
    return "nonagent." + hashlib.blake2b(text, digest_size=16).hexdigest()


def _lock(db: Session, name: str, subject: str) -> bool:
    try:
        locked = db.scalar("SELECT GET_LOCK(%s, %s)", name, LONGEST_WAIT)
    except pymysql.MySQLError:
        # Some clusters refuse advisory locks; a check without one is still better than none.
        log.warning("the database refuses advisory locks: %s is not serialised", subject, exc_info=True)
        return False
    if locked != "1":
        raise DatabaseUnavailable(f"another request holds this {subject}")
    return True
