"""What is refused before the application sees it: its answer, its line in the log, its place in the counts."""

from __future__ import annotations

from http import HTTPStatus

from nonagent.requests import lifecycle

UNREADABLE = "ERROR: REQUEST CANNOT BE READ\n"
TOO_LARGE = "ERROR: REQUEST TOO LARGE\n"
FAILED = "ERROR: INTERNAL ERROR, SEE THE LOG OF THE SERVER\n"

_LINES = {413: TOO_LARGE, 414: TOO_LARGE, 431: TOO_LARGE, 500: FAILED}


def refuse(address: str, status: int, reason: str) -> bytes:
    """Log and count a refusal.

    Parameters: address of the caller; status of HTTP; reason in a word of our own, never a caller's text.
    Returns: the whole answer, after which the connection is to be closed.
    """
    lifecycle.refused_unread(address, status, reason)
    body = line(status).encode()
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        f"Content-Length: {len(body)}\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode() + body


def line(status: int) -> str:
    """What a caller of the legacy protocol reads about a request that cannot be taken. Parameters: status of HTTP."""
    return _LINES.get(status, UNREADABLE)
