"""Lead types: into which list a submission goes, by its type and subtype.

Source: docs/lead-submission.md.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

from nonagent.database import Row, Session


@dataclass(frozen=True)
class LeadType:
    """Where the leads of a type go, and how their numbers are read; a blank subtype stands for all of them."""

    type: str
    subtype: str
    list_id: int
    campaign_id: str
    phone_code: str
    #: of numbers without a country code: `GB`
    region: str
    source_id: str = ""
    #: in the hopper
    priority: int = 0
    active: bool = True


def find(db: Session, type: str, subtype: str = "") -> LeadType | None:
    """The lead type a submission names: that of its subtype where there is one, else the type's own.

    Parameters: db; type; subtype, blank when none was sent.
    Returns: the lead type, None when there is none or it is not active.
    """
    rows = db.all(
        """
        SELECT type, subtype, list_id, campaign_id, phone_code, region, source_id, priority, active
        FROM nonagent_lead_types
        WHERE type = %s AND subtype IN (%s, '')
        ORDER BY subtype = '', id
        LIMIT 1
        """,
        type, subtype,
    )  # fmt: skip
    # A subtype that is switched off is not handed to the type's list instead.
    return next((found for found in map(_read, rows) if found.active), None)


def add(db: Session, lead_type: LeadType) -> bool:
    """Keep a lead type, in place of the one with the same type and subtype.

    Parameters: db; lead_type.
    Returns: whether it is new.
    """
    changed = db.run(
        """
        INSERT INTO nonagent_lead_types
            (type, subtype, list_id, campaign_id, phone_code, region, source_id, priority, active)
        VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
        ON DUPLICATE KEY UPDATE
            list_id = VALUES(list_id), campaign_id = VALUES(campaign_id), phone_code = VALUES(phone_code),
            region = VALUES(region), source_id = VALUES(source_id), priority = VALUES(priority),
            active = VALUES(active)
        """,
        *astuple(lead_type),
    )
    return changed == 1


def listed(db: Session) -> list[LeadType]:
    """Every lead type. Parameters: db. Returns: them, by name."""
    rows = db.all(
        """
        SELECT type, subtype, list_id, campaign_id, phone_code, region, source_id, priority, active
        FROM nonagent_lead_types
        ORDER BY type, subtype
        """
    )
    return [_read(row) for row in rows]


def remove(db: Session, type: str, subtype: str = "") -> bool:
    """Forget a lead type; its leads and submissions stay.

    Parameters: db; type; subtype, blank for the type's own row.
    Returns: whether there was one.
    """
    return db.run("DELETE FROM nonagent_lead_types WHERE type = %s AND subtype = %s", type, subtype) > 0


def _read(row: Row) -> LeadType:
    return LeadType(
        type=row["type"],
        subtype=row["subtype"],
        list_id=int(row["list_id"]),
        campaign_id=row["campaign_id"],
        phone_code=row["phone_code"],
        region=row["region"],
        source_id=row["source_id"],
        priority=int(row["priority"]),
        active=row["active"] == "1",
    )
