"""What phones may be given, and what follows for the server that holds one.

Source: spec/add_phone.md, spec/update_phone.md, spec/add_phone_alias.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from nonagent.clock import is_number
from nonagent.database import Session
from nonagent.rules import locks
from nonagent.rules.admin_log import Actor
from nonagent.rules.words import BLANK

PROTOCOLS = ("IAX2", "SIP", "Zap", "EXTERNAL")
TIMEZONES = frozenset({
    12.75, 12, 11, 10, 9.5, 9, 8, 7, 6.5, 6, 5.75, 5.5, 5, 4.5, 4, 3.5, 3, 2, 1, 0,
    -1, -2, -3, -3.5, -4, -5, -6, -7, -8, -9, -10, -11, -12,
})  # fmt: skip

#: columns that take one of these words; they are parameters of the same names
CHOICES = {
    "is_webphone": ("Y", "N", "Y_API_LAUNCH"),
    "webphone_auto_answer": ("Y", "N"),
    "use_external_server_ip": ("Y", "N"),
    "on_hook_agent": ("Y", "N"),
}

#: how many logins are looked up in one statement
LOGINS_AT_ONCE = 100

REQUEST_REBUILD = """
    UPDATE servers SET rebuild_conf_files = 'Y'
    WHERE generate_vicidial_conf = 'Y' AND active_asterisk_server = 'Y' AND server_ip = %s
    """


def is_timezone(local_gmt: str) -> bool:
    """Whether a text is one of the offsets a phone may have, as a number: `-5` and `05.00` are, `--5` is not."""
    return is_number(local_gmt) and float(local_gmt) in TIMEZONES


def chosen(values: Mapping[str, str]) -> dict[str, str]:
    """The choices that are made. Parameters: values, as sent, by column. Returns: those accepted, in any case."""
    # legacy: what is not accepted is ignored without a word.
    return {column: value.upper() for column, value in values.items() if value.upper() in CHOICES[column]}


def template(template_id: str) -> str | None:
    """What a template_id asks for.

    Parameters: template_id, as sent.
    Returns: the template's id, which must exist; blank to have none; None to leave it as it is.
    """
    if len(template_id.encode("utf8", "surrogateescape")) < 2:
        return None
    return "" if template_id.upper() == BLANK else template_id


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


def request_rebuild(db: Session, actor: Actor, server_ip: str) -> None:
    """Have a server write its configuration anew, if it is one that does, behind a change of its phones."""
    with actor.behind("SERVER NOT ASKED TO REBUILD ITS CONFIGURATION"):
        db.run(REQUEST_REBUILD, server_ip)


def unknown_login(db: Session, logins: str) -> str | None:
    """Look for the phones of an alias.

    Parameters: db; logins, separated by commas.
    Returns: the first that no phone has, None when there is a phone for each.
    """
    given = list(dict.fromkeys(logins.split(",")))
    for start in range(0, len(given), LOGINS_AT_ONCE):
        some = given[start : start + LOGINS_AT_ONCE]
        exists = "EXISTS (SELECT 1 FROM phones WHERE login = %s) AS login_"
        found = db.one("SELECT " + ", ".join(f"{exists}{place}" for place in range(len(some))), *some) or {}
        for login, known in zip(some, found.values(), strict=True):
            if known == "0":
                return login
    return None
