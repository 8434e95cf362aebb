"""The Idempotency-Key header: a request sent again answers what it answered first, and does nothing.

What a request finds is kept before it changes anything, so that one that was cut off can be finished and told whole.

Source: docs/lead-archive.md.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from nonagent.clock import Moment
from nonagent.database import Session

HEADER = "Idempotency-Key"
KEPT_SECONDS = 86_400
LONGEST = 190
#: old answers that one request clears away
MOST_CLEARED = 100


@dataclass(frozen=True)
class Repeatable:
    """A request that may be sent again: whose it is, the key it carries, and what it asks."""

    key_id: int
    name: str
    request_hash: str


@dataclass(frozen=True)
class Kept:
    """What is known of the first request; whether it asked the same."""

    #: of its answer; None when it was cut off before there was one
    status: int | None
    #: its answer, or what it found before it changed anything
    body: str
    same: bool


def of(key_id: int, name: str, path: str, body: bytes) -> Repeatable:
    """What tells a request from others with its key.

    Parameters: key_id of the caller; name, the header's value; path that stands for the endpoint; body as it came.
    Returns: it.
    """
    return Repeatable(key_id, name, hashlib.sha256(path.encode() + b"\0" + body).hexdigest())


def find(db: Session, request: Repeatable, now: Moment) -> Kept | None:
    """What became of a request with this key within the last day.

    Parameters: db; request; now.
    Returns: it, None when there was none.
    """
    row = db.one(
        """
        SELECT request_hash, status, body FROM nonagent_idempotency
        WHERE key_id = %s AND idempotency_key = %s AND created > %s
        """,
        request.key_id, request.name, now.later(-KEPT_SECONDS).text,
    )  # fmt: skip
    if row is None:
        return None
    status = int(row["status"]) if row["status"] else None
    return Kept(status, row["body"], row["request_hash"] == request.request_hash)


def begin(db: Session, request: Repeatable, found: str, now: Moment) -> None:
    """Keep what a request found, before it changes anything.

    Parameters: db; request; found, what its retry has to know; now.
    """
    _write(db, request, None, found, now)


def keep(db: Session, request: Repeatable, status: int, body: str, now: Moment) -> None:
    """Keep an answer, and clear away old ones.

    Parameters: db; request; status and body of the answer; now.
    """
    _write(db, request, status, body, now)
    db.run(
        "DELETE FROM nonagent_idempotency WHERE created <= %s LIMIT %s",
        now.later(-KEPT_SECONDS).text,
        MOST_CLEARED,
    )


def _write(db: Session, request: Repeatable, status: int | None, body: str, now: Moment) -> None:
    db.run(
        """
        REPLACE INTO nonagent_idempotency (key_id, idempotency_key, request_hash, status, body, created)
        VALUES (%s, %s, %s, %s, %s, %s)
        """,
        request.key_id, request.name, request.request_hash, status, body, now.text,
    )  # fmt: skip
