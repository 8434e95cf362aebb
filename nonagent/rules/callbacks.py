"""Scheduled callbacks of leads. Source: spec/add_lead.md step 15, spec/update_lead.md section 3d."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from nonagent.clock import Moment
from nonagent.database import Session

ANYONE = "ANYONE"
USER_ONLY = "USERONLY"
DEFAULT_STATUS = "CALLBK"
ZERO_DATE = "0000-00-00 00:00:00"


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
    days = int("".join(re.findall(r"[0-9]", text)))
    try:
        due = (now.wall + timedelta(days=days)).strftime("%Y-%m-%d %H:%M:%S")
    except OverflowError:
        # safer: a year that no calendar holds was echoed, or ended in a crash.
        return text, ZERO_DATE
    return due, due


def insert(db: Session, now: Moment, lead_id: str, list_id: str, callback: Callback) -> str:
    """Schedule a callback, if its campaign and user are there.

    Parameters: db; now; lead_id and list_id of the lead; callback.
    Returns: what is not valid, `CAMPAIGN` or `USER`; empty when the callback is scheduled.
    """
    # Checked in the statement that inserts; only a refusal costs a second look.
    inserted = db.run(
        """
        INSERT INTO vicidial_callbacks
          (lead_id, list_id, campaign_id, status, entry_time, callback_time, user, recipient, comments, user_group,
           lead_status)
        SELECT %s, %s, %s, 'ACTIVE', %s, %s, %s, %s, %s, IFNULL(agent.user_group, ''), %s
        FROM vicidial_campaigns AS campaign
        LEFT JOIN vicidial_users AS agent ON agent.user = %s
        WHERE campaign.campaign_id = %s AND (agent.user IS NOT NULL OR %s = 'ANYONE')
        """,
        lead_id, list_id, callback.campaign_id, now.text, callback.callback_time, callback.user, callback.recipient,
        callback.comments, callback.status, callback.user if callback.recipient == USER_ONLY else None,
        callback.campaign_id, callback.recipient,
    )  # fmt: skip
    if inserted:
        return ""
    campaign = db.one("SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s", callback.campaign_id)
    return "USER" if campaign else "CAMPAIGN"
