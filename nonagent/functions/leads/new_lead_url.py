"""The URL that is asked for every new lead, so that other systems hear of it. Source: docs/functions/add_lead.md.

The row of vicidial_url_log is written with the lead; the request itself is sent after the answer, in the background.
"""

from __future__ import annotations

import logging
import re
import threading
import time
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException
from urllib.parse import quote_plus, unquote_to_bytes, urlsplit

from nonagent import fetching, metrics
from nonagent.background import Work
from nonagent.clock import Moment
from nonagent.database import Database, DatabaseError, Row, Session, Sql, identifier
from nonagent.rules.custom_fields.custom_fields import Definition
from nonagent.rules.leads.facts import Question
from nonagent.settings import Settings

log = logging.getLogger("nonagent.functions.leads.new_lead_url")

DISABLED = "---DISABLED---"
#: a URL up to this length is not used
TOO_SHORT = 10
#: this much of an answer is kept
MOST_BYTES = 65_535

# Tags that are another column's name, or none of the lead's own.
_ALIASES = {
    "vendor_id": "vendor_lead_code",
    "phone": "phone_number",
    "campaign": "campaign_id",
    "SQLdate": "",
    "epoch": "",
}
_LEAD_TAGS = (
    "lead_id", "vendor_lead_code", "list_id", "list_name", "list_description", "gmt_offset_now", "phone_code",
    "phone_number", "title", "first_name", "middle_initial", "last_name", "address1", "address2", "address3", "city",
    "state", "province", "postal_code", "country_code", "gender", "date_of_birth", "alt_phone", "email",
    "security_phrase", "comments", "user", "source_id", "status", "rank", "owner", "entry_list_id", "entry_date",
    "called_count",
)  # fmt: skip
_COLUMNS = {tag.lower(): tag for tag in _LEAD_TAGS} | {tag.lower(): column for tag, column in _ALIASES.items()}

_writing = threading.Lock()

# A name holds no `--`, so that a tag which is never closed does not swallow the next.
_TAG = re.compile(r"--A--((?:(?!--).)+)--B--", re.IGNORECASE)
#: what is trimmed off a value, as PHP's trim does: no-break spaces and the like stay
_BLANKS = " \t\n\r\0\v"


@dataclass(frozen=True)
class Request:
    """A URL that is still to be asked, and the row of vicidial_url_log that waits for its answer."""

    url_log_id: int
    url: str


def questions(list_id: str) -> list[Question]:
    """What has to be known for chosen(). Parameters: list_id, the lead's."""
    return [
        Question(
            "list_url",
            Sql(
                """
                (SELECT url_address FROM vicidial_url_multi
                 WHERE campaign_id = %s AND entry_type = 'list' AND url_type = 'apinewlead'
                 LIMIT 1)
                """,
                list_id,
            ),
        ),
        Question(
            "system_url",
            Sql(
                """
                (SELECT url_address FROM vicidial_url_multi
                 WHERE campaign_id = '-SYSTEM-API-NEWLEAD-' AND entry_type = 'system' AND url_type = 'apinewlead'
                 LIMIT 1)
                """
            ),
        ),
    ]


def chosen(found: Row) -> str:
    """The URL that counts for a list.

    Parameters: found, the answers to its questions.
    Returns: the list's own URL if it has one, else the system's; empty when there is none or it is turned off.
    """
    url = found["list_url"] or found["system_url"]
    return "" if url == DISABLED or len(url) <= TOO_SHORT else url


def prepare(db: Session, now: Moment, url: str, lead_id: int, custom: Definition | None) -> Request | None:
    """Fill a URL in for a new lead and write its row of vicidial_url_log.

    Parameters: db; now; url, from chosen; lead_id; custom, the custom table if the lead has a row there.
    Returns: the request to send; None when there is nothing left to do, as for a `data:` URL, which needs no network.
    """
    final = _filled_in(db, url.removeprefix("VAR"), lead_id, custom)
    response = _data_of(final)
    url_log_id = db.insert(
        """
        INSERT INTO vicidial_url_log (uniqueid, url_date, url_type, url, url_response)
        VALUES (%s, %s, 'apinewlead', %s, %s)
        """,
        lead_id, now.text, final, _kept(response or ""),
    )  # fmt: skip
    return Request(url_log_id, final) if response is None else None


def work(database: Database, request: Request, settings: Settings) -> Work:
    """Asking the URL, as work behind the lead's own answer. What comes of it is written down, whatever it is.

    Parameters: database; request; settings, with the time limit and with how many may wait.
    Returns: the work.
    """
    return Work(
        host=_host(request.url),
        do=partial(_send, database, request, settings.new_lead_url_timeout),
        drop=partial(_give_up, database, request),
        most_waiting=settings.new_lead_urls_waiting,
    )


def _send(database: Database, request: Request, timeout: float) -> None:
    started = time.monotonic()
    result, response = _fetch(request.url, timeout)
    seconds = int(time.monotonic() - started)
    metrics.new_lead_urls.labels(result).inc()
    # One at a time: were the table locked, those who wait for it would hold all connections of the requests.
    with _writing:
        _write(
            database,
            request,
            Sql(
                "UPDATE vicidial_url_log SET response_sec = %s, url_response = %s WHERE url_log_id = %s",
                seconds, _kept(response), request.url_log_id,
            ),
        )  # fmt: skip


def _give_up(database: Database, request: Request, reason: str) -> None:
    metrics.new_lead_urls.labels("dropped").inc()
    # An answer may just have been written.
    _write(
        database,
        request,
        Sql(
            "UPDATE vicidial_url_log SET url_response = %s WHERE url_log_id = %s AND url_response = ''",
            f"ERROR: {reason}", request.url_log_id,
        ),
    )  # fmt: skip


def _write(database: Database, request: Request, change: Sql) -> None:
    try:
        with database.session() as db:
            db.run(change)
    except DatabaseError as error:
        log.error("what came of new-lead URL %d is not written: %s", request.url_log_id, error)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        # Asking it fails as well, and says why.
        return ""


def _filled_in(db: Session, url: str, lead_id: int, custom: Definition | None) -> str:
    if not _TAG.search(url):
        return url
    lead = _lead(db, lead_id)
    url = _TAG.sub(lambda tag: _of_lead(tag, lead), url)
    if custom is None or not _TAG.search(url):
        return url
    values = db.one("SELECT * FROM %s WHERE lead_id = %s", identifier(custom.table, [custom.table]), lead_id)
    by_label = {label.lower(): value for label, value in (values or {}).items() if label.lower() != "lead_id"}
    return _TAG.sub(lambda tag: _encoded(by_label[tag[1].lower()]) if tag[1].lower() in by_label else tag[0], url)


def _lead(db: Session, lead_id: int) -> Row:
    """The lead as stored, with name, description and campaign of its list."""
    row = db.one(
        """
        SELECT lead.lead_id, vendor_lead_code, lead.list_id, list_name, list_description, campaign_id, gmt_offset_now,
               phone_code, phone_number, title, first_name, middle_initial, last_name, address1, address2, address3,
               city, state, province, postal_code, country_code, gender, date_of_birth, alt_phone, email,
               security_phrase, comments, user, source_id, status, `rank`, owner, entry_list_id, entry_date,
               called_count
        FROM vicidial_list AS lead
        LEFT JOIN vicidial_lists AS list ON list.list_id = lead.list_id
        WHERE lead.lead_id = %s
        """,
        lead_id,
    )
    return row or {}


def _of_lead(tag: re.Match[str], lead: Row) -> str:
    column = _COLUMNS.get(tag[1].lower())
    return tag[0] if column is None else _encoded(lead.get(column, ""))


def _encoded(value: str) -> str:
    return quote_plus(value.strip(_BLANKS).encode("utf8", "surrogateescape")).replace("~", "%7E")


def _data_of(url: str) -> str | None:
    """The text of a `data:` URL, None for any other."""
    if not url.lower().startswith("data:"):
        return None
    encoded = url.partition(",")[2].replace("+", " ")
    return unquote_to_bytes(encoded).decode("utf8", "surrogateescape")


def _fetch(url: str, timeout: float) -> tuple[str, str]:
    """Ask a URL. Returns: `answered` or `failed`, and the text for the log."""
    if not url.lower().startswith(("http://", "https://")):
        # safer: a stored URL could name files of this machine.
        return "failed", "ERROR: only http and https URLs are asked"
    try:
        body = fetching.get(url, timeout, MOST_BYTES)
    except (OSError, ValueError, OverflowError, HTTPException) as error:
        return "failed", f"ERROR: {error}"
    except Exception as error:
        log.exception("a new-lead URL cannot be asked")
        return "failed", f"ERROR: {error!r}"
    return "answered", body.decode("utf8", "surrogateescape") or "ERROR: empty answer"


def _kept(response: str) -> str:
    return response.replace(";", "")[:MOST_BYTES]
