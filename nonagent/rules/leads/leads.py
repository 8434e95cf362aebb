"""Leads in vicidial_list, and those put away in vicidial_list_archive: finding, inserting, changing, deleting.

Source: docs/functions/add_lead.md, docs/functions/update_lead.md
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from nonagent.clock import Moment
from nonagent.database import ALWAYS, MissingTable, Row, Session, Sql, assigned, identifier, listed
from nonagent.rules.words import BLANK, digits

LIVE = "vicidial_list"
ARCHIVE = "vicidial_list_archive"
TABLES = (LIVE, ARCHIVE)
DEFAULT_LIST = "999"

#: as many rows as the database can be asked for
MOST_RECORDS = 2**63

#: parameters that are stored in the column of the same name, whether a lead is inserted or changed
FIELDS = (
    "vendor_lead_code", "source_id", "title", "first_name", "middle_initial", "last_name", "address1", "address2",
    "address3", "city", "state", "province", "postal_code", "country_code", "gender", "date_of_birth", "alt_phone",
    "email", "security_phrase", "comments", "rank", "owner",
)  # fmt: skip

#: parameters that only a change writes, by their column
CHANGEABLE = {
    "user": "user_field", "list_id": "list_id_field", "status": "status", "gmt_offset_now": "gmt_offset_now",
    "called_count": "called_count", "phone_code": "phone_code",
}  # fmt: skip

#: parameters that a lead may be found by, each in the column of the same name
SEARCHED = ("lead_id", "vendor_lead_code", "phone_number")


def list_or_default(list_id: str) -> str:
    """The list that a new lead goes into. Parameters: list_id, the parameter. Returns: its digits, or the default."""
    given = digits(list_id)
    return given if len(given) >= len(DEFAULT_LIST) else DEFAULT_LIST


def table(archived_lead: str) -> str:
    """The lead table that a request works on. Parameters: archived_lead, the parameter."""
    return ARCHIVE if archived_lead == "Y" else LIVE


def most(records: str) -> int:
    """How many leads a request wants at the most.

    Parameters: records, the parameter, digits of any number.
    Returns: the number, no more than the database can be asked for.
    """
    return int(min(float(records), MOST_RECORDS))


def find(db: Session, table: str, column: str, value: str, lists: Sequence[str] | None, most: int) -> list[Row]:
    """Find leads by one column, newest entry first.

    Parameters: db; table, from table(); column, one of SEARCHED; value; lists, to look in, None for all; most,
    how many at the most.
    Returns: lead_id, list_id and entry_list_id of each; none where there is no archive.
    """
    if lists is not None and not lists:
        return []
    with archive_may_be_missing(table):
        return db.all(_search(table, column, value, lists, most))
    return []


def find_and_update(db: Session, table: str, lead_id: str, values: Mapping[str, str]) -> tuple[list[Row], int]:
    """Find a lead by its id and change it, in one round trip.

    Parameters: db; table, from table(); lead_id, digits; values by column, at least one.
    Returns: the lead as find() returns it, and how many leads really changed.
    """
    with archive_may_be_missing(table):
        found = _search(table, "lead_id", lead_id, None, 1)
        return db.all_then_run(found, _change(table, [lead_id], values))
    return [], 0


def _search(table: str, column: str, value: str, lists: Sequence[str] | None, most: int) -> Sql:
    return Sql(
        """
        SELECT lead_id, list_id, entry_list_id FROM %s
        WHERE %s = %s AND %s
        ORDER BY entry_date DESC
        LIMIT %s
        """,
        identifier(table, TABLES), identifier(column, SEARCHED), value, _in(lists), most,
    )  # fmt: skip


def _in(lists: Sequence[str] | None) -> Sql:
    return ALWAYS if lists is None else Sql("list_id IN (%s)", listed(lists))


def find_ids(db: Session, table: str, lead_ids: Sequence[str], lists: Sequence[str] | None, most: int) -> list[str]:
    """Which of some leads there are.

    Parameters: db; table, from table(); lead_ids; lists, to look in, None for all; most, how many at the most.
    Returns: their ids, highest first; none where there is no archive.
    """
    if not lead_ids or (lists is not None and not lists):
        return []
    with archive_may_be_missing(table):
        rows = db.all(
            """
            SELECT lead_id FROM %s
            WHERE lead_id IN (%s) AND %s
            ORDER BY lead_id DESC
            LIMIT %s
            """,
            identifier(table, TABLES), listed(lead_ids), _in(lists), most,
        )  # fmt: skip
        return [row["lead_id"] for row in rows]
    return []


@contextmanager
def archive_may_be_missing(table: str) -> Iterator[None]:
    """Lead archiving is optional: where there is no archive, it counts as empty. Parameters: table, from table()."""
    try:
        yield
    except MissingTable:
        if table != ARCHIVE:
            raise


def lists_of_campaign_of(db: Session, list_id: str) -> list[str]:
    """All lists of the campaign that a list belongs to. Returns: their ids, none when the list is not defined."""
    rows = db.all(
        """
        SELECT list_id FROM vicidial_lists
        WHERE campaign_id = (SELECT campaign_id FROM vicidial_lists WHERE list_id = %s)
        """,
        list_id,
    )
    return [row["list_id"] for row in rows]


def is_list_defined(db: Session, list_id: str) -> bool:
    """Whether vicidial_lists has a list."""
    return db.one("SELECT 1 FROM vicidial_lists WHERE list_id = %s", list_id) is not None


def insert(
    db: Session, now: Moment, phone_code: str, phone_number: str, list_id: str, status: str, user: str,
    gmt_offset: str, entry_list_id: str, fields: Mapping[str, str],
) -> int:  # fmt: skip
    """Insert a lead.

    Parameters: db; now; what their names say; fields, a value for each of FIELDS.
    Returns: the new lead_id.
    """
    return db.insert(
        """
        INSERT INTO vicidial_list
          (phone_code, phone_number, list_id, status, user, gmt_offset_now, entry_list_id,
           vendor_lead_code, source_id, title, first_name, middle_initial, last_name, address1, address2, address3,
           city, state, province, postal_code, country_code, gender, date_of_birth, alt_phone, email,
           security_phrase, comments, `rank`, owner, called_since_last_reset, entry_date, last_local_call_time)
        VALUES
          (%s, %s, %s, %s, %s, %s, %s,
           %s, %s, %s, %s, %s, %s, %s, %s, %s,
           %s, %s, %s, %s, %s, %s, %s, %s, %s,
           %s, %s, %s, %s, 'N', %s, %s)
        """,
        phone_code, phone_number, list_id, status, user, gmt_offset, entry_list_id,
        *(fields[name] for name in FIELDS), now.text, now.text,
    )  # fmt: skip


def changes(parameter: Callable[[str], str]) -> dict[str, str]:
    """What a request writes to a lead, of the fields that update_lead and batch_update_lead share.

    Parameters: parameter, gives a cleaned parameter by name.
    Returns: values by column; `--BLANK--` is the empty text, line feeds are `!N`.
    """
    sent = {column: parameter(name) for column, name in CHANGEABLE.items()}
    sent |= {name: parameter(name) for name in FIELDS}
    if parameter("reset_lead") == "Y":
        sent["called_since_last_reset"] = "N"
    return {column: stored(value) for column, value in sent.items() if value}


def stored(value: str) -> str:
    """A sent value as it is written. Parameters: value, cleaned and not blank."""
    return "" if value == BLANK else value.replace("\n", "!N")


def update(db: Session, table: str, lead_ids: Sequence[str], values: Mapping[str, str]) -> int:
    """Change leads, only the columns given, so that of two changes at once neither is lost.

    Parameters: db; table, from table(); lead_ids and values by column, at least one of each.
    Returns: how many leads really changed.
    """
    with archive_may_be_missing(table):
        return db.run(_change(table, lead_ids, values))
    return 0


def _change(table: str, lead_ids: Sequence[str], values: Mapping[str, str]) -> Sql:
    return Sql(
        "UPDATE %s SET %s WHERE lead_id IN (%s)", identifier(table, TABLES), assigned(values), listed(lead_ids)
    )


def delete(db: Session, table: str, lead_id: str) -> int:
    """Delete a lead. Parameters: db; table, from table(); lead_id. Returns: 1, or 0 when it is gone already."""
    return db.run("DELETE FROM %s WHERE lead_id = %s", identifier(table, TABLES), lead_id)
