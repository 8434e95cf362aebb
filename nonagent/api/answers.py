"""What a call answers, as values: lines of result, rows, text; and what the API log gets for them.

What the plain-text protocol makes of them stands in nonagent.api.text. Source: docs/protocol.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nonagent.background import Work

#: the longest report that is answered in one piece; also how many rows go out together of a longer one
ROWS_AT_ONCE = 200


class Unnamed(str):
    """A value that only the plain text shows: a blank field, or one that stands there already."""

    __slots__ = ()


BLANK = Unnamed("")


class Tally(dict[str, int]):
    """A field that holds several counts by name: `NA-1,SALE-2`."""

    __slots__ = ()

    def __str__(self) -> str:
        return ",".join(f"{name}-{count}" for name, count in self.items())


class Hyphenated(tuple[str, ...]):
    """A field that holds several words: `TESTCAMP-OTHER`."""

    __slots__ = ()

    def __str__(self) -> str:
        return "-".join(self)


@dataclass(frozen=True)
class Form:
    """How a line of result and its row in the API log are laid out: texts with {user} and {fields}."""

    #: behind the reason
    shown: str
    logged: str = "{fields}"


#: `SUCCESS: add_did DID HAS BEEN ADDED - USER|FIELD|FIELD`: the form of most answers
USER_FIRST = Form(" - {user}|{fields}")
#: `SUCCESS: add_lead LEAD HAS BEEN ADDED - FIELD|FIELD|USER`: that of functions about a lead
USER_LAST = Form(" - {fields}|{user}")
#: without the user
FIELDS_ONLY = Form(" - {fields}")
#: `ERROR: add_did DID ALREADY EXISTS: |USER|FIELD`: that of most errors
REFUSAL = Form(": |{user}|{fields}")
#: `ERROR: agent_status AGENT NOT FOUND: USER|FIELD`: that of errors about one lead, call or agent
FAILURE = Form(": {user}|{fields}", "{user}|{fields}")


@dataclass(frozen=True)
class Line:
    """A line of result."""

    #: SUCCESS, NOTICE or ERROR
    result: str
    #: with the function's name in front
    reason: str
    user: str
    fields: Mapping[str, object]
    form: Form = USER_FIRST
    #: what the API log gets in place of the fields; None for the same ones
    logged: Sequence[object] | None = None


@dataclass(frozen=True)
class Style:
    """How rows are written down."""

    separator: str = "|"
    #: whether a line feed stands behind the last row
    ends_line: bool = True


@dataclass(frozen=True)
class Rows:
    """Rows with named columns; those of a long report are read while they are sent."""

    columns: Sequence[str]
    rows: Iterable[Sequence[object]]
    style: Style = Style()
    #: the line above them; None for none. Mostly the columns' names
    header: Sequence[str] | None = None


@dataclass(frozen=True)
class Records(Rows):
    """Rows that need not have the same fields: each is shown under its number, with a line for each field."""

    #: fields as pairs of a name and a value
    rows: Iterable[Sequence[tuple[str, object]]]


@dataclass(frozen=True)
class Text:
    """Text that is neither a line of result nor rows: a page, a file, a bare value."""

    text: str


@dataclass(frozen=True)
class Labelled:
    """One row of fields, each with a label where it is shown."""

    #: by label
    fields: Mapping[str, object]


@dataclass(frozen=True)
class Card:
    """Fields on a line each, with a label in front, and an empty line behind them."""

    #: by label
    fields: Mapping[str, object]


@dataclass(frozen=True)
class RunOn:
    """Rows of fields with nothing between one row and the next, nor behind the last."""

    rows: Sequence[Sequence[object]]


@dataclass(frozen=True)
class Groups:
    """One line of several groups of fields, each with a name in front: `AREACODE: 1|-5#PHONE: 7275551234|1`."""

    #: by the groups' names, fields by their own
    fields: Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class Page:
    """HTML for a browser: a page, or a piece of one."""

    html: str
    #: what the answer says beside it
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class File:
    """Rows or text as a kind of file: shown as such, or saved under a name."""

    content: Rows | Text
    content_type: str
    #: blank for one that is shown
    name: str = ""


Part = Line | Rows | Text | Labelled | Card | RunOn | Groups | Page | File


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
    """The parts answered so far, the log entries they made, and what else the response needs."""

    parts: list[Part] = field(default_factory=list)
    entries: list[LogEntry] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    #: what is read while it is sent
    rest: Rows | None = None
    afterwards: list[Work] = field(default_factory=list)


class Stop(Exception):
    """Ends the call from wherever it is raised; what was answered and logged until then is the answer."""
