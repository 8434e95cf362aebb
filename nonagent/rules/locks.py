"""Advisory locks: what keeps a second request from passing a check before the first has written.

The database makes their names itself, of the weights that a column's collation gives to a value: what a check finds
equal (`12é` and `12E`, `ß` and `ss`, trailing blanks) shares a lock, and nothing else does.

Source: design.md, "SQL"; the tables are MyISAM, so no row lock and no transaction does it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from nonagent.database import Refused, Row, Session, Sql, Unavailable, identifier, joined

log = logging.getLogger("nonagent.rules.locks")

#: seconds to wait for another request
LONGEST_WAIT = 10


@dataclass(frozen=True)
class Subject:
    """What locks are about: a word for it, and the columns that its values are compared with, where there are any."""

    word: str
    table: str = ""
    columns: tuple[str, ...] = ("",)

    def of(self, *values: str) -> Lock:
        """The lock on one thing. Parameters: values, one for each column, or one where there is no column."""
        return Lock(self, values)


@dataclass(frozen=True)
class Lock:
    """One lock: what it is about, and the values that tell which."""

    subject: Subject
    values: tuple[str, ...]


LEAD_NUMBER = Subject("number of a lead", "vicidial_list", ("phone_number",))
LEAD_TITLE_AND_ALT = Subject("title and alternate number of a lead", "vicidial_list", ("title", "alt_phone"))
LEAD_VENDOR_CODE = Subject("vendor code of a lead", "vicidial_list", ("vendor_lead_code",))
PHONE_LOGIN = Subject("login of a phone", "phones", ("login",))
DIAL_STATUSES = Subject("dial statuses of a campaign", "vicidial_campaigns", ("campaign_id",))
LEAD_CALLBACK = Subject("callback of a lead")
LIST = Subject("deletion of a list")
CUSTOM_FIELDS = Subject("custom fields of a list")
NEW_USER = Subject("number of a new user")
LEAD_ARCHIVE = Subject("lead archive")

_COMPARED = (LEAD_NUMBER, LEAD_TITLE_AND_ALT, LEAD_VENDOR_CODE, PHONE_LOGIN, DIAL_STATUSES)


@dataclass(frozen=True)
class _Text:
    """How a column holds text: names of the server's own, and the most characters."""

    charset: str = "utf8mb4"
    collation: str = "utf8mb4_unicode_ci"
    length: int = 255


# By table and column. Asked once a process, as other facts about the schema.
_texts: dict[tuple[str, str], _Text] = {}


@contextmanager
def held(db: Session, subject: Subject, *values: str) -> Iterator[None]:
    """Keep other requests about the same values waiting, until the first statement behind the work.

    Parameters: db; subject, of one column or none; values, at least one.
    Raises: Unavailable when another request holds one of them for too long.
    """
    with all_held(db, [subject.of(value) for value in values]):
        yield


@contextmanager
def all_held(db: Session, locks: Iterable[Lock], *selects: Sql) -> Iterator[list[list[Row]]]:
    """Hold locks of several subjects, all got in one statement.

    Parameters: db; locks, at least one; selects, to run once they are held, in the same round trip.
    Returns: a context manager that gives the rows of each.
    Raises: Unavailable when another request holds one of them for too long.
    """
    names, rows = _get(db, list(locks), selects)
    try:
        yield rows
    finally:
        if names:
            _release(db, names)


def learn(db: Session) -> None:
    """Find out how the columns that locks are about compare, unless this process knows. Parameters: db."""
    if _texts:
        return
    tables = sorted({subject.table for subject in _COMPARED})
    # Each table by its own condition: only so the server opens no other one to answer.
    rows = db.all(joined(" UNION ALL ", [_columns_of(table) for table in tables]))
    _texts.update({
        (row["in_table"].lower(), row["name"].lower()): _Text(row["charset"], row["collation"], int(row["length"]))
        for row in rows
    })  # fmt: skip


def _columns_of(table: str) -> Sql:
    return Sql(
        """
        SELECT table_name AS in_table, column_name AS name, character_set_name AS charset,
               collation_name AS collation, character_maximum_length AS length
        FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = %s AND collation_name IS NOT NULL
        """,
        table,
    )


def _get(db: Session, locks: list[Lock], selects: Sequence[Sql]) -> tuple[list[str], list[list[Row]]]:
    """Get them all. Returns: their names, none where the database refuses advisory locks; and the rows of selects."""
    words = ", ".join(sorted({lock.subject.word for lock in locks}))
    try:
        learn(db)
        got, *rows = db.together(_in_order(locks), *selects)
    except Refused:
        # Some clusters refuse advisory locks; a check without one is still better than none.
        log.warning("the database refuses advisory locks: %s is not serialised", words, exc_info=True)
        return [], db.together(*selects) if selects else []
    names = [row["name"] for row in got]
    if any(row["got"] != "1" for row in got):
        # Those it did get must not stay with a connection that goes back into the pool.
        _release(db, names)
        db.flush()
        raise Unavailable(f"another request holds this {words}")
    return names, rows


def _in_order(locks: list[Lock]) -> Sql:
    # In one order for everybody, so that two requests cannot wait for each other; UNION leaves out what is equal,
    # LIMIT keeps the order.
    return Sql(
        """
        SELECT name, GET_LOCK(name, %s) AS got
        FROM (%s ORDER BY name LIMIT %s) AS wanted
        """,
        LONGEST_WAIT, joined(" UNION ", [Sql("SELECT %s AS name", _name(lock)) for lock in locks]), len(locks),
    )  # fmt: skip


def _name(lock: Lock) -> Sql:
    # Hashed, since servers differ in how long a name may be.
    subject = lock.subject
    texts = [_texts.get((subject.table, column), _Text()) for column in subject.columns]
    weights = [_weight(text, value) for text, value in zip(texts, lock.values, strict=True)]
    return Sql("CONCAT('nonagent.', SHA1(CONCAT_WS(' ', %s, %s)))", subject.word, joined(", ", weights))


def _weight(text: _Text, value: str) -> Sql:
    charset, collation = identifier(text.charset, (text.charset,)), identifier(text.collation, (text.collation,))
    # Cut as the column cuts it: so the next request finds it.
    cut = Sql("LEFT(CONVERT(%s USING %s), %s)", value, charset, text.length)
    blank = Sql("WEIGHT_STRING(CONVERT(' ' USING %s) COLLATE %s)", charset, collation)
    return Sql("HEX(TRIM(TRAILING %s FROM WEIGHT_STRING(%s COLLATE %s)))", blank, cut, collation)


def _release(db: Session, names: list[str]) -> None:
    # A lost connection has given them back, and the work behind it stands.
    with suppress(Unavailable):
        db.soon("DO %s", joined(", ", [Sql("RELEASE_LOCK(%s)", name) for name in names]))
