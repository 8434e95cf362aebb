"""What is written about every call: vicidial_api_log and vicidial_api_urls, two statements however many lines.

Source: docs/protocol.md#api-log.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from nonagent import metrics
from nonagent.api.answers import LogEntry
from nonagent.api.opening import Opening
from nonagent.api.parameters import Parameters
from nonagent.database import Session, Sql, Unavailable, joined
from nonagent.legacy.intake import CALLERS_PASSWORD, MASK, PASSWORDS, Intake

#: what is masked in a logged URL, by the setting passwords_in_log
MASKED_IN_URL = {"none": PASSWORDS, "value": CALLERS_PASSWORD, "all": ()}

#: rows that go into one statement, as long as their URLs stay under this many characters together
MOST_ROWS = 1000
MOST_URL_CHARACTERS = 500_000
#: size of result_reason
MOST_REASON = 255

log = logging.getLogger("nonagent.legacy.api_log")


@dataclass(frozen=True)
class Context:
    """What every row of a request's log has in common."""

    params: Parameters
    intake: Intake
    opening: Opening
    #: the public URL without its query, the name of the host asked for, the name of this machine
    url: str
    webserver: str
    hostname: str
    client_address: str
    now: str
    #: `none`, `value` or `all`: where the caller's password may stand
    passwords: str


def write(db: Session, context: Context, entries: list[LogEntry], run_time: float) -> None:
    """Write the log rows of a request, after its answer is complete: the last ones are sent, db.flush() ends it.

    Parameters: db; context; entries, one a row; run_time, in seconds.
    """
    if not entries:
        return
    webserver_id = context.opening.webserver_id or insert_webserver(db, context.webserver, context.hostname)
    url_id = context.opening.url_id or insert_url(db, context.url)
    logged_url = f"{context.url}?{context.intake.query_text(MASKED_IN_URL[context.passwords])}"
    # A long report logs a row for each lead: not all in one packet.
    most = max(1, min(MOST_ROWS, MOST_URL_CHARACTERS // len(logged_url)))
    for start in range(0, len(entries), most):
        part = entries[start : start + most]
        _insert_entries(db, context, part, f"{run_time:.6f}", webserver_id, url_id)
        _insert_urls(db, context, len(part), logged_url)
        db.send()


def lost(error: Exception, rows: int, entries: object) -> None:
    """Say and count that log rows could not be written.

    Parameters: error, why; rows of vicidial_api_log that are missing, at most; entries, what they would have said.
    """
    metrics.lost_log_rows.inc(rows)
    # A database that takes no writes does so for every request: one line each is enough.
    expected = isinstance(error, Unavailable)
    log.error("API log not written, %d rows lost: %s; %s", rows, error, entries, exc_info=None if expected else error)


def _insert_entries(
    db: Session, context: Context, entries: list[LogEntry], run_time: str, webserver_id: str, url_id: str
) -> None:
    params = context.params
    rows = []
    for entry in entries:
        value = _last_form_value(context) if entry.value is None else entry.value
        rows.append(
            Sql(
                "(%s, %s, 'non-agent', %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
                params.user, context.now, entry.function or params.function, params.as_logged("agent_user"), value,
                entry.result, entry.reason[:MOST_REASON], params.source, entry.data.replace('"', "'"), run_time,
                webserver_id, url_id,
            )
        )  # fmt: skip
    db.soon(
        """
        INSERT INTO vicidial_api_log
          (user, api_date, api_script, `function`, agent_user, value, result, result_reason, source, data,
           run_time, webserver, api_url)
        VALUES %s
        """,
        joined(", ", rows),
    )


def _insert_urls(db: Session, context: Context, count: int, logged_url: str) -> None:
    """Write the URL of each row just inserted."""
    common = context.now, context.client_address, logged_url
    into = "INSERT INTO vicidial_api_urls (api_id, api_date, remote_ip, url) VALUES %s"
    if count == 1:
        # It travels together with the other: should that fail, there is no id for this one, and it fails too.
        db.soon(into, Sql("(IF(ROW_COUNT() = 1, LAST_INSERT_ID(), NULL), %s, %s, %s)", *common))
        return
    # Those rows have ids in steps of auto_increment_increment, which is not 1 on a cluster.
    row = "(LAST_INSERT_ID() + %s * @@auto_increment_increment, %s, %s, %s)"
    db.run(into, joined(", ", [Sql(row, place, *common) for place in range(count)]))


def _last_form_value(context: Context) -> str:
    form = context.intake.form
    if context.passwords == "none" and form and next(reversed(form)) in PASSWORDS:
        return MASK
    return context.intake.last_form_value


def insert_webserver(db: Session, webserver: str, hostname: str) -> str:
    """Write the row of a webserver that has none yet. Parameters: db; its two names. Returns: its id."""
    return str(
        db.insert(
            """
            INSERT INTO vicidial_webservers (webserver, hostname) VALUES (%s, %s)
            ON DUPLICATE KEY UPDATE webserver_id = LAST_INSERT_ID(webserver_id)
            """,
            webserver,
            hostname,
        )
    )


def insert_url(db: Session, url: str) -> str:
    """Write the row of a URL that has none yet. Parameters: db; url, without its query. Returns: its id."""
    return str(
        db.insert(
            "INSERT INTO vicidial_urls (url) VALUES (%s) ON DUPLICATE KEY UPDATE url_id = LAST_INSERT_ID(url_id)", url
        )
    )
