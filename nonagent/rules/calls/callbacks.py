"""Scheduled callbacks of leads. Source: docs/functions/add_lead.md, docs/functions/update_lead.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from nonagent.clock import Moment
from nonagent.database import ALWAYS, Session, Sql, assigned
from nonagent.rules import locks

ANYONE = "ANYONE"
USER_ONLY = "USERONLY"
DEFAULT_STATUS = "CALLBK"
ZERO_DATE = "0000-00-00 00:00:00"

# What becomes of a callback that is to be added.
ADDED, NO_CAMPAIGN, NO_USER, THERE = "", "CAMPAIGN", "USER", "THERE"


@dataclass(frozen=True)
class Callback:
    """A callback that a request asks for, its defaults filled in."""

    campaign_id: str
    #: as it is printed
    datetime: str
    #: as it is stored
    callback_time: str
    recipient: str
    user: str
    status: str
    comments: str


def asked_for(
    now: Moment, campaign_id: str, datetime: str, kind: str, user: str, status: str, comments: str
) -> Callback:
    """Make a callback of a request's parameters.

    Parameters: now; campaign_id; datetime, a text, `NOW` or `5DAYS`; kind, `USERONLY` or anything else for anyone;
    user; status, `CALLBK` when blank; comments.
    Returns: the callback.
    """
    shown, stored = resolve_datetime(now, datetime)
    mine = kind == USER_ONLY
    return Callback(
        campaign_id, shown, stored, USER_ONLY if mine else ANYONE, user if mine else "", status or DEFAULT_STATUS,
        comments,
    )  # fmt: skip


def resolve_datetime(now: Moment, text: str) -> tuple[str, str]:
    """Work out when a callback is due.

    Parameters: now; text, as sent.
    Returns: the time as it is printed, and as it is stored.
    """
    if text == "NOW":
        return now.text, now.text
    if not re.search(r"[0-9]DAYS$", text, re.IGNORECASE):
        # What is no date becomes the zero date in the column.
        return text, text
    # legacy: the digits of the whole text make one number, so "in 1 or 2DAYS" is 12 days.
    days = float("".join(re.findall(r"[0-9]", text)))
    try:
        due = (now.wall + timedelta(days=days)).strftime("%Y-%m-%d %H:%M:%S")
    except OverflowError:
        # safer: a year that no calendar holds was echoed, or ended in a crash.
        return text, ZERO_DATE
    return due, due


def insert(db: Session, now: Moment, lead_id: str, list_id: str, callback: Callback) -> str:
    """Schedule a callback, if its campaign and user are there.

    Parameters: db; now; lead_id and list_id of the lead; callback.
    Returns: ADDED, or what is not valid: NO_CAMPAIGN or NO_USER.
    """
    # Checked in the statement that inserts; only a refusal costs a second look.
    if _insert(db, now, lead_id, list_id, callback, ALWAYS):
        return ADDED
    campaign = db.one("SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s", callback.campaign_id)
    return NO_USER if campaign else NO_CAMPAIGN


def insert_once(db: Session, now: Moment, lead_id: str, list_id: str, callback: Callback) -> str:
    """Schedule a callback unless the lead has one, looked up and inserted as one, whoever else inserts meanwhile.

    Parameters: as for insert.
    Returns: as insert, or THERE when the lead has one already.
    """
    none = Sql("NOT EXISTS (SELECT 1 FROM vicidial_callbacks WHERE lead_id = %s)", lead_id)
    # The lock is for InnoDB, which may run two of these statements beside each other.
    with locks.held(db, locks.LEAD_CALLBACK, lead_id):
        inserted = _insert(db, now, lead_id, list_id, callback, none)
    if inserted:
        return ADDED
    found = db.one(
        """
        SELECT EXISTS (SELECT 1 FROM vicidial_callbacks WHERE lead_id = %s) AS there,
               EXISTS (SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s) AS campaign
        """,
        lead_id, callback.campaign_id,
    ) or {}  # fmt: skip
    if found["there"] == "1":
        return THERE
    return NO_USER if found["campaign"] == "1" else NO_CAMPAIGN


def _insert(db: Session, now: Moment, lead_id: str, list_id: str, callback: Callback, condition: Sql) -> int:
    return db.run(
        """
        INSERT INTO vicidial_callbacks
          (lead_id, list_id, campaign_id, status, entry_time, callback_time, user, recipient, comments, user_group,
           lead_status)
        SELECT %s, %s, %s, 'ACTIVE', %s, %s, %s, %s, %s, IFNULL(agent.user_group, ''), %s
        FROM vicidial_campaigns AS campaign
        LEFT JOIN vicidial_users AS agent ON agent.user = %s
        WHERE campaign.campaign_id = %s AND (agent.user IS NOT NULL OR %s = 'ANYONE') AND %s
        """,
        lead_id, list_id, callback.campaign_id, now.text, callback.callback_time, callback.user, callback.recipient,
        callback.comments, callback.status, callback.user if callback.recipient == USER_ONLY else None,
        callback.campaign_id, callback.recipient, condition,
    )  # fmt: skip


def first_of_lead(db: Session, lead_id: str) -> str:
    """The callback of a lead that a change is for. Returns: its callback_id, empty when the lead has none."""
    return db.scalar("SELECT callback_id FROM vicidial_callbacks WHERE lead_id = %s LIMIT 1", lead_id)


def update(db: Session, now: Moment, callback_id: str, values: Mapping[str, str]) -> None:
    """Change a callback and make it active again.

    Parameters: db; now; callback_id; values by column, none of them checked.
    """
    changed = {"status": "ACTIVE", "entry_time": now.text, **values}
    db.run("UPDATE vicidial_callbacks SET %s WHERE callback_id = %s", assigned(changed), callback_id)


def archive(db: Session, lead_id: str) -> tuple[int, int]:
    """Put a lead's callbacks away: copied first, so that a crash in between loses none.

    Parameters: db; lead_id.
    Returns: how many were deleted, and how many the archive did not have yet.
    """
    # Of two requests at once one would tell of the copies, and the other of the deletion.
    with locks.held(db, locks.LEAD_CALLBACK, lead_id):
        archived = db.run(
            "INSERT IGNORE INTO vicidial_callbacks_archive SELECT * FROM vicidial_callbacks WHERE lead_id = %s",
            lead_id,
        )
        deleted = db.run("DELETE FROM vicidial_callbacks WHERE lead_id = %s", lead_id)
    return deleted, archived
