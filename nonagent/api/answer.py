"""A call's answer as a value: what is printed, and what the API log gets for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from nonagent.background import Work


@dataclass(frozen=True)
class LogEntry:
    """One row-to-be of vicidial_api_log."""

    result: str
    reason: str
    data: str = ""
    value: str | None = None
    function: str | None = None


@dataclass
class Answer:
    """The lines printed so far, the log entries they made, and what else the response needs."""

    parts: list[str] = field(default_factory=list)
    entries: list[LogEntry] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    rest: Iterator[str] | None = None
    afterwards: list[Work] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything printed so far."""
        return "".join(self.parts)


class Stop(Exception):
    """Ends the call from wherever it is raised; what was printed and logged until then is the answer."""
