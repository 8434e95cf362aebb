"""Multipart forms, read as PHP reads them: callers write them by hand, and libraries take less than PHP took.

Source: docs/protocol.md#request.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: parts that are looked at: a thousand fields and twenty files
MOST_PARTS = 1020
MOST_HEADER_BYTES = 16_384

_BOUNDARY = re.compile(r'boundary[^=]*=(?:"([^"]*)"|([^",;][^,;]*))', re.IGNORECASE)
_END_OF_HEADERS = re.compile(rb"^\r?\n", re.MULTILINE)
_DISPOSITION = re.compile(rb"^content-disposition:(.*(?:\n[ \t].*)*)", re.MULTILINE | re.IGNORECASE)
_PARAMETER = re.compile(
    rb"""(?:^|;)\s*+([^=;]*+)=\s*+(?:"((?:[^"\\]|\\.)*+)|'((?:[^'\\]|\\.)*+)|([^\s;]*))""", re.DOTALL
)


def boundary_of(content_type: str) -> str:
    """What separates the parts. Parameters: content_type, the header. Returns: it, blank when none is named."""
    found = _BOUNDARY.search(content_type)
    return (found[1] or found[2] or "") if found else ""


def fields(body: bytes, boundary: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Read a form field by field; files are passed over.

    Parameters: body; boundary between its parts.
    Returns: name and value of each field. The last ends with the body where nothing else ends it; what comes behind a
    part that has no name is not read.
    """
    line = b"--" + boundary
    delimiter = re.compile(rb"^" + re.escape(line) + rb"\r?\n", re.MULTILINE)
    place = 0
    for _ in range(MOST_PARTS):
        start = delimiter.search(body, place)
        if not start or not (head := _END_OF_HEADERS.search(body, start.end(), start.end() + MOST_HEADER_BYTES)):
            return
        place = head.end()
        if disposition := _DISPOSITION.search(body, start.end(), head.start()):
            named = dict(_parameters(disposition[1].strip()))
            if not named.keys() & {b"name", b"filename"}:
                return
            value, place = _value(body, line, place)
            if b"filename" not in named:
                yield named[b"name"], value


def _value(body: bytes, line: bytes, start: int) -> tuple[bytes, int]:
    """What stands before the next boundary, or before the end of the body or a boundary cut off there; its end."""
    end = body.find(b"\n" + line, start)
    if end < 0:
        return re.sub(rb"\r?\n-{0,2}\Z", b"", body[start:]), len(body)
    return body[start:end].removesuffix(b"\r"), end


def _parameters(disposition: bytes) -> Iterator[tuple[bytes, bytes]]:
    for key, *values in _PARAMETER.findall(disposition):
        yield key.lower(), re.sub(rb"\\([\\\"'])", rb"\1", b"".join(values))
