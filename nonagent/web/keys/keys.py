"""API keys of the JSON endpoints: who holds one, what it opens, and the refusal that tells nothing.

Source: docs/lead-archive.md.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nonagent.clock import Moment
from nonagent.database import Duplicate, Row, Session
from nonagent.web.keys import slow_down

if TYPE_CHECKING:
    from flask import Request

SCOPES = ("archive", "lead")
#: the scope that may be asked for with `?key=`
SCOPE_OF_URL = "lead"
LOWEST_LEVEL = 8
#: values of modify_leads that add_lead and update_lead accept; the others only look
MODIFY_LEADS = ("1", "2", "3", "4")
PREFIX_LENGTH = 8
#: how often at most the last use is written down
LAST_USED_SECONDS = 60

_HEADER = re.compile(r"\s*key\s*=\s*(\S+)\s*", re.IGNORECASE)
_PREFIX = re.compile(r"[0-9a-f]{8}")
# What a key that is not there is compared with: no key has this hash.
_NO_HASH = "0" * 64


class KeyRefused(ValueError):
    """A key cannot be made so; its text says why in a line."""


@dataclass(frozen=True)
class Key:
    """A key that was let in, with its owner."""

    id: int
    user: str
    user_group: str
    scopes: frozenset[str]
    #: of numbers without a country code, `GB`; blank when the key has none
    region: str


@dataclass(frozen=True)
class Listed:
    """A key as lists show it, all but the key itself; dates as text, blank where there is none."""

    id: int
    prefix: str
    user: str
    scopes: str
    region: str
    created: str
    expires: str
    last_used: str
    revoked: str


def authenticate(db: Session, request: Request, address: str, scope: str, now: Moment) -> Key | None:
    """Who sends this request.

    Whatever is wrong with a key, the same statements are sent and the same comparison is made; an address that fails
    too often waits for its refusals.

    Parameters: db; request; address of the caller, behind trusted proxies; scope that the endpoint asks for; now.
    Returns: the key, None when it is unknown, revoked, expired, of another scope, or its owner may not.
    """
    given = _given(request, scope)
    row = _key_row(db, given)
    owner = _owner_row(db, row["user"])
    # All of them are judged, whichever fails first.
    judged = [
        hmac.compare_digest(row["key_hash"], _hash(given)),
        row["revoked"] == "",
        row["expires"] == "" or row["expires"] > now.text,
        scope in row["scopes"].split(),
        *_owner_may(owner),
    ]
    if not all(judged):
        slow_down.failed(address, time.monotonic(), time.sleep)
        return None
    if row["last_used"] < now.later(-LAST_USED_SECONDS).text:
        sql = "UPDATE nonagent_api_keys SET last_used = %s WHERE id = %s"
        db.soon(sql, now.text, row["id"], dispensable=True)
    return Key(int(row["id"]), owner["user"], owner["user_group"], frozenset(row["scopes"].split()), row["region"])


def create(
    db: Session, user: str, scopes: Iterable[str], now: Moment, region: str = "", expires: str = ""
) -> tuple[int, str]:
    """Make a key for a user who may have one.

    Parameters: db; user of VICIdial; scopes; now; region of numbers without a country code; expires, the moment it
    ends as `YYYY-MM-DD HH:MM:SS`, blank for never.
    Returns: its id, and the key itself, which is kept nowhere.
    Raises: KeyRefused when the user may not use a key.
    """
    owner = _owner_row(db, user)
    if not owner["user"]:
        raise KeyRefused(f"there is no user {user}")
    if not all(_owner_may(owner)):
        raise KeyRefused(f"user {user} must be active, of level {LOWEST_LEVEL} or more, and allowed to modify leads")
    while True:
        key = secrets.token_hex(32)
        try:
            return _insert(db, key, owner["user"], scopes, now, region, expires), key
        except Duplicate:
            # Another key begins alike: once in many thousand.
            continue


def listed(db: Session) -> list[Listed]:
    """Every key ever made. Parameters: db. Returns: them, oldest first."""
    rows = db.all(
        """
        SELECT id, prefix, user, scopes, region, created, expires, last_used, revoked
        FROM nonagent_api_keys
        ORDER BY id
        """
    )
    return [Listed(**{**row, "id": int(row["id"])}) for row in rows]  # type: ignore[arg-type]


def revoke(db: Session, id_or_prefix: str, now: Moment) -> Listed | None:
    """Close a key for good; it stays in the list.

    Parameters: db; id_or_prefix, as the list shows them; now.
    Returns: the key as it is now, None when there is none of that id or prefix.
    """
    # A prefix of digits alone is as long as no id is.
    is_prefix = _PREFIX.fullmatch(id_or_prefix) is not None
    found = next((key for key in listed(db) if id_or_prefix == (key.prefix if is_prefix else str(key.id))), None)
    if found is None:
        return None
    db.run("UPDATE nonagent_api_keys SET revoked = %s WHERE id = %s AND revoked IS NULL", now.text, found.id)
    return next(key for key in listed(db) if key.id == found.id)


def _insert(db: Session, key: str, user: str, scopes: Iterable[str], now: Moment, region: str, expires: str) -> int:
    return db.insert(
        """
        INSERT INTO nonagent_api_keys (prefix, key_hash, user, scopes, region, created, expires)
        VALUES (%s, %s, %s, %s, %s, %s, %s)
        """,
        key[:PREFIX_LENGTH], _hash(key), user, " ".join(sorted(set(scopes))), region, now.text, expires or None,
    )  # fmt: skip


def _given(request: Request, scope: str) -> str:
    found = _HEADER.fullmatch(request.headers.get("Authorization", ""))
    if found:
        return found[1]
    return request.args.get("key", "") if scope == SCOPE_OF_URL else ""


def _key_row(db: Session, given: str) -> Row:
    prefix = _PREFIX.match(given)
    row = db.one(
        """
        SELECT id, key_hash, user, scopes, region, expires, last_used, revoked
        FROM nonagent_api_keys
        WHERE prefix = %s
        """,
        prefix[0] if prefix else "",
    )
    unknown = dict.fromkeys(("id", "user", "scopes", "region", "expires", "last_used", "revoked"), "")
    return row or {**unknown, "key_hash": _NO_HASH}


def _owner_row(db: Session, user: str) -> Row:
    # Asked with the name as a value, not by a join: the character set of VICIdial's tables is another.
    row = db.one(
        "SELECT user, user_group, user_level, active, modify_leads FROM vicidial_users WHERE user = %s LIMIT 1", user
    )
    return row or dict.fromkeys(("user", "user_group", "user_level", "active", "modify_leads"), "")


def _owner_may(owner: Row) -> tuple[bool, ...]:
    return (
        owner["active"] == "Y",
        int(owner["user_level"] or 0) >= LOWEST_LEVEL,
        owner["modify_leads"] in MODIFY_LEADS,
    )


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf8", "surrogateescape")).hexdigest()
