"""What the process writes about itself: one line an event on standard error, as text or as JSON, no secrets."""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import datetime

Field = str | int | float

# Printable ASCII without blanks and quotes.
_PLAIN = re.compile(r"[!#-~]*")
_PLAIN_LINE = re.compile(r"[ !#-~]*")

#: the id of the request that this thread answers
request_id: ContextVar[str] = ContextVar("request_id", default="-")


class Event:
    """What happened, in a word and in fields: `name=value` pairs in a text line, members in a JSON one."""

    __slots__ = ("fields", "name")

    def __init__(self, name: str, fields: Mapping[str, Field]) -> None:
        """Parameters: name, what happened; fields, in their order; values may be a caller's."""
        self.name = name
        self.fields = fields

    def __str__(self) -> str:
        plain = " ".join([self.name, *[f"{name}={value}" for name, value in self.fields.items()]])
        # Most lines need no quotes: then all of their blanks stand between fields.
        if plain.count(" ") == len(self.fields) + self.name.count(" ") and _PLAIN_LINE.fullmatch(plain):
            return plain
        return " ".join([self.name, *(f"{name}={_quoted(value)}" for name, value in self.fields.items())])


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Parameters: record. Returns: its line."""
        line: dict[str, Field] = {
            "time": datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request_id": request_id.get(),
        }
        if isinstance(record.msg, Event):
            line |= {"message": record.msg.name, **record.msg.fields}
        else:
            line["message"] = record.getMessage()
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        # ASCII only: the bytes of invalid UTF-8, which arrive as surrogates, could not be written otherwise.
        return json.dumps(line)


class TextFormatter(logging.Formatter):
    """Time, level, logger, request id in brackets, and what is to be said."""

    def __init__(self) -> None:
        """The order of the parts."""
        super().__init__("%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s")
        self._shown = (0, "")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:
        """The time as logging shows it, made once a second."""
        second, shown = self._shown
        if second != int(record.created):
            second = int(record.created)
            shown = time.strftime(self.default_time_format, self.converter(second))
            self._shown = second, shown
        return f"{shown},{int(record.msecs):03d}"

    def format(self, record: logging.LogRecord) -> str:
        """Parameters: record. Returns: its line, and those of a stack trace behind it."""
        record.request_id = request_id.get()
        return super().format(record)


def set_up(level: str, style: str = "text") -> None:
    """Send nonagent's log lines to standard error, once a process.

    Parameters: level, a name of the logging module (DEBUG, INFO, WARNING, ERROR); style, `text` or `json`.
    """
    logger = logging.getLogger("nonagent")
    logger.setLevel(level)
    if logger.handlers:
        return
    # What no line shows is not looked for, as logging itself advises: it would be a third of a line's cost.
    logging._srcfile = None
    logging.logThreads = logging.logMultiprocessing = False
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if style == "json" else TextFormatter())
    logger.addHandler(handler)
    logger.propagate = False
    if style == "json":
        # What gunicorn says in this process goes to the same place, and whoever reads it expects JSON there.
        for other in logging.getLogger("gunicorn.error").handlers:
            other.setFormatter(JsonFormatter())


def _quoted(value: Field) -> str:
    """The value, in quotes where it could be taken for further fields or lines."""
    if not isinstance(value, str):
        return str(value)
    return value if _PLAIN.fullmatch(value) else json.dumps(value)
