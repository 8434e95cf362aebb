"""The dialling hopper: the leads that are dialled next. Source: docs/functions/add_lead.md."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from nonagent.database import Row, Session, TableFull, identifier, listed
from nonagent.rules.leads import leads

#: where a hopper row came from: the API
SOURCE = "P"


class HopperFull(Exception):
    """The hopper's table, which is kept in memory, takes no further row."""


@dataclass(frozen=True)
class HopperLead:
    """What of a lead goes into the hopper."""

    lead_id: str
    list_id: str
    gmt_offset: str
    state: str
    vendor_lead_code: str


def insert(db: Session, campaign_id: str, lead: HopperLead, priority: str) -> int:
    """Put a lead into the hopper, ready to be dialled.

    Parameters: db; campaign_id; lead; priority from -99 to 99.
    Returns: the new hopper_id.
    Raises: HopperFull.
    """
    with _full_hopper_named():
        return db.insert(
            """
            INSERT INTO vicidial_hopper
              (lead_id, campaign_id, status, list_id, gmt_offset_now, state, user, priority, source, vendor_lead_code)
            VALUES (%s, %s, 'READY', %s, %s, %s, '', %s, %s, %s)
            """,
            lead.lead_id, campaign_id, lead.list_id, lead.gmt_offset, lead.state, priority, SOURCE,
            lead.vendor_lead_code,
        )  # fmt: skip


def insert_once(db: Session, campaign_id: str, lead: HopperLead, priority: str) -> int:
    """Put a lead into the hopper unless it is there, looked up and inserted as one, whoever else inserts meanwhile.

    Parameters: as for insert.
    Returns: the new hopper_id, 0 when the lead is in the hopper already.
    Raises: HopperFull.
    """
    with _full_hopper_named():
        return db.insert(
            """
            INSERT INTO vicidial_hopper
              (lead_id, campaign_id, status, list_id, gmt_offset_now, state, user, priority, source, vendor_lead_code)
            SELECT %s, %s, 'READY', %s, %s, %s, '', %s, %s, %s
            FROM DUAL
            WHERE NOT EXISTS (SELECT 1 FROM vicidial_hopper WHERE lead_id = %s)
            """,
            lead.lead_id, campaign_id, lead.list_id, lead.gmt_offset, lead.state, priority, SOURCE,
            lead.vendor_lead_code, lead.lead_id,
        )  # fmt: skip


@contextmanager
def _full_hopper_named() -> Iterator[None]:
    try:
        yield
    except TableFull as error:
        # A full table counts as a full disk, but this one is kept in memory.
        raise HopperFull from error


def candidate(db: Session, table: str, lead_id: str) -> Row:
    """What the hopper needs to know of a stored lead.

    Parameters: db; table, `vicidial_list` or `vicidial_list_archive`; lead_id.
    Returns: in_hopper, `1` when it is in the hopper already; lead_id, state, vendor_lead_code and gmt_offset_now, all
    blank when there is no such lead; empty where there is no archive.
    """
    with leads.archive_may_be_missing(table):
        row = db.one(
            """
            SELECT EXISTS (SELECT 1 FROM vicidial_hopper WHERE lead_id = %s) AS in_hopper,
                   lead.lead_id, lead.state, lead.vendor_lead_code, lead.gmt_offset_now
            FROM (SELECT 1 AS one) AS request
            LEFT JOIN %s AS lead ON lead.lead_id = %s
            LIMIT 1
            """,
            lead_id, identifier(table, leads.TABLES), lead_id,
        )  # fmt: skip
        return row or {}
    return {}


def first_status(db: Session, lead_id: str) -> str:
    """The status of a lead's first hopper row, empty when it has none."""
    return db.scalar("SELECT status FROM vicidial_hopper WHERE lead_id = %s LIMIT 1", lead_id)


def remove(db: Session, lead_id: str, kept: tuple[str, ...]) -> int:
    """Take a lead out of the hopper. Parameters: db; lead_id; kept, statuses that stay. Returns: rows removed."""
    return db.run("DELETE FROM vicidial_hopper WHERE lead_id = %s AND status NOT IN (%s)", lead_id, listed(kept))
