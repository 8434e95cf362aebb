"""What a JSON endpoint writes about a call: a row of vicidial_api_log and one of vicidial_api_urls.

Source: docs/lead-archive.md, docs/protocol.md#api-log.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass

from nonagent.database import Session
from nonagent.legacy.api_log import MOST_REASON, insert_url, insert_webserver, lost
from nonagent.legacy.intake import mask_query

__all__ = ["Entry", "lost", "write"]

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
    hostname = socket.gethostname()
    known = db.one(
        """
        SELECT
          (SELECT webserver_id FROM vicidial_webservers WHERE webserver = %s AND hostname = %s LIMIT 1) AS webserver,
          (SELECT url_id FROM vicidial_urls WHERE url = %s LIMIT 1) AS url
        """,
        entry.host, hostname, entry.url,
    ) or {"webserver": "", "url": ""}  # fmt: skip
    webserver_id = known["webserver"] or insert_webserver(db, entry.host, hostname)
    url_id = known["url"] or insert_url(db, entry.url)
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
