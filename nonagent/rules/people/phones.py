"""What phones may be given, and what follows for the server that holds one.

Source: docs/functions/add_phone.md, docs/functions/update_phone.md, docs/functions/add_phone_alias.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nonagent.clock import is_number
from nonagent.database import Session, Sql, identifier, joined
from nonagent.rules import locks
from nonagent.rules.admin_log import Actor

PROTOCOLS = ("IAX2", "SIP", "Zap", "EXTERNAL")
TIMEZONES = frozenset({
    12.75, 12, 11, 10, 9.5, 9, 8, 7, 6.5, 6, 5.75, 5.5, 5, 4.5, 4, 3.5, 3, 2, 1, 0,
    -1, -2, -3, -3.5, -4, -5, -6, -7, -8, -9, -10, -11, -12,
})  # fmt: skip

#: how many logins are looked up in one statement
LOGINS_AT_ONCE = 100


def is_timezone(local_gmt: str) -> bool:
    """Whether a text is one of the offsets a phone may have, as a number: `-5` and `05.00` are, `--5` is not."""
    return is_number(local_gmt) and float(local_gmt) in TIMEZONES


@contextmanager
def login_claimed(db: Session, login: str) -> Iterator[None]:
    """Keep other requests waiting that want to give a phone the same login; no key of the table forbids two.

    Parameters: db; login, blank when the request gives none.
    Raises: Unavailable when another request holds it for too long.
    """
    if not login:
        yield
        return
    with locks.held(db, locks.PHONE_LOGIN, login):
        yield


def request_rebuild(db: Session, actor: Actor, server_ip: str) -> Sql:
    """Have a server write its configuration anew, if it is one that does, behind a change of its phones.

    Parameters: db; actor; server_ip.
    Returns: the statement, for the admin log.
    """
    request = Sql(
        """
        UPDATE servers SET rebuild_conf_files = 'Y'
        WHERE generate_vicidial_conf = 'Y' AND active_asterisk_server = 'Y' AND server_ip = %s
        """,
        server_ip,
    )
    with actor.behind("SERVER NOT ASKED TO REBUILD ITS CONFIGURATION"):
        db.run(request)
    return request


def unknown_login(db: Session, logins: str) -> str | None:
    """Look for the phones of an alias.

    Parameters: db; logins, separated by commas.
    Returns: the first that no phone has, None when there is a phone for each.
    """
    given = list(dict.fromkeys(logins.split(",")))
    for start in range(0, len(given), LOGINS_AT_ONCE):
        some = given[start : start + LOGINS_AT_ONCE]
        found = db.one("SELECT %s", _each_known(some)) or {}
        for login, known in zip(some, found.values(), strict=True):
            if known == "0":
                return login
    return None


def _each_known(logins: list[str]) -> Sql:
    names = [f"login_{place}" for place in range(len(logins))]
    one = "EXISTS (SELECT 1 FROM phones WHERE login = %s) AS %s"
    return joined(", ", [Sql(one, login, identifier(name, names)) for login, name in zip(logins, names, strict=True)])
