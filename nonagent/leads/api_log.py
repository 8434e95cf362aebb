"""What a JSON endpoint writes about a call: a row of vicidial_api_log and one of vicidial_api_urls.

Source: spec/json-lead-archive.md, spec/common.md section 9.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass

from nonagent.database import Session
from nonagent.legacy.intake import mask_query

MOST_REASON = 255
#: what is masked in the URL
KEY = ("key",)


@dataclass(frozen=True)
class Entry:
    """One call: who made it, what came of it, and the URL it was sent to, its query apart."""

    user: str
    now: str
    function: str
    result: str
    reason: str
    data: str
    run_time: float
    address: str
    host: str
    url: str
    query: str = ""


def write(db: Session, entry: Entry) -> None:
    """Write down a call.

    Parameters: db; entry.
    """
    known = db.one(
        """
        SELECT
          (SELECT webserver_id FROM vicidial_webservers WHERE webserver = %s AND hostname = %s LIMIT 1) AS webserver,
          (SELECT url_id FROM vicidial_urls WHERE url = %s LIMIT 1) AS url
        """,
        entry.host, socket.gethostname(), entry.url,
    ) or {"webserver": "", "url": ""}  # fmt: skip
    webserver_id = known["webserver"] or _insert_webserver(db, entry)
    url_id = known["url"] or _insert_url(db, entry)
    api_id = db.insert(
        """
        INSERT INTO vicidial_api_log
          (user, api_date, api_script, `function`, agent_user, value, result, result_reason, source, data,
           run_time, webserver, api_url)
        VALUES (%s, %s, 'non-agent', %s, '', '', %s, %s, 'json', %s, %s, %s, %s)
        """,
        entry.user, entry.now, entry.function, entry.result, entry.reason[:MOST_REASON], entry.data,
        f"{entry.run_time:.6f}", webserver_id, url_id,
    )  # fmt: skip
    db.run(
        "INSERT INTO vicidial_api_urls (api_id, api_date, remote_ip, url) VALUES (%s, %s, %s, %s)",
        api_id, entry.now, entry.address, f"{entry.url}?{mask_query(entry.query, KEY)}",
    )  # fmt: skip


def _insert_webserver(db: Session, entry: Entry) -> str:
    return str(
        db.insert(
            """
            INSERT INTO vicidial_webservers (webserver, hostname) VALUES (%s, %s)
            ON DUPLICATE KEY UPDATE webserver_id = LAST_INSERT_ID(webserver_id)
            """,
            entry.host,
            socket.gethostname(),
        )
    )


def _insert_url(db: Session, entry: Entry) -> str:
    return str(
        db.insert(
            "INSERT INTO vicidial_urls (url) VALUES (%s) ON DUPLICATE KEY UPDATE url_id = LAST_INSERT_ID(url_id)",
            entry.url,
        )
    )
