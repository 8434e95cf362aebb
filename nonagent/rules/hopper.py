"""The dialling hopper: the leads that are dialled next. Source: spec/add_lead.md step 14."""

from __future__ import annotations

from dataclasses import dataclass

from nonagent.database import Session

#: where a hopper row came from: the API
SOURCE = "P"


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
    """
    return db.insert(
        """
        INSERT INTO vicidial_hopper
          (lead_id, campaign_id, status, list_id, gmt_offset_now, state, user, priority, source, vendor_lead_code)
        VALUES (%s, %s, 'READY', %s, %s, %s, '', %s, %s, %s)
        """,
        lead.lead_id, campaign_id, lead.list_id, lead.gmt_offset, lead.state, priority, SOURCE, lead.vendor_lead_code,
    )  # fmt: skip
