"""Call: one request on its way through a function, and the answers it can give."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic

from nonagent.api import text
from nonagent.api.answers import (
    FAILURE,
    REFUSAL,
    USER_FIRST,
    Answer,
    Form,
    Labelled,
    Line,
    LogEntry,
    Part,
    Rows,
    Stop,
    Text,
)
from nonagent.api.parameters import Parameters
from nonagent.background import Work
from nonagent.clock import Moment, local_offset
from nonagent.database import Database, Row, Session
from nonagent.requests import lifecycle
from nonagent.rules.admin_log import Actor
from nonagent.rules.people.translation import translate
from nonagent.settings import Settings

if TYPE_CHECKING:
    # Its default makes a plain `Call` one whose function's parameters do not matter.
    from typing_extensions import TypeVar

    Asked = TypeVar("Asked", bound=Parameters, covariant=True, default=Parameters)
else:
    from typing import TypeVar

    Asked = TypeVar("Asked", bound=Parameters, covariant=True)

log = logging.getLogger("nonagent.legacy")


@dataclass(frozen=True)
class User:
    """Who is calling: the name as given, and its row of vicidial_users, empty unless it is active."""

    name: str
    row: Row

    def holds(self, column: str, accepted: str = "1") -> bool:
        """Whether a permission column holds one of the accepted values, each one character."""
        value = self.row.get(column, "")
        return value != "" and value in accepted

    @property
    def level(self) -> int:
        """user_level, 0 for nobody."""
        return int(self.row.get("user_level") or 0)

    @property
    def group(self) -> str:
        """user_group, blank for nobody."""
        return self.row.get("user_group", "")


@dataclass
class Call(Generic[Asked]):
    """One request: its parameters, its user, the settings, the database, the clock; and its answer."""

    function: str
    params: Asked
    user: User
    #: the row of vicidial_user_groups of the user's group, empty when there is none
    group: Row
    #: the row of system_settings, empty when there is none
    system: Row
    settings: Settings
    database: Database
    db: Session
    now: Moment
    #: local_gmt of the first active server as stored; None when no server is active
    server_gmt: str | None
    client_address: str
    #: this server as the caller reached it, `http://HOST:PORT`
    origin: str
    #: list ids a restricted user may touch, as ` 101 102 `; None when the user is not restricted
    allowed_lists: str | None = None
    answer: Answer = field(default_factory=Answer)
    _untold: list[Line] = field(default_factory=list, init=False)

    @property
    def local_offset(self) -> float:
        """LOCAL of docs/time-zones.md: the dialer's GMT offset in hours, daylight saving included."""
        return local_offset(self.server_gmt, self.now)

    @property
    def actor(self) -> Actor:
        """Who makes a change, for the admin log."""
        return Actor(self.user.name, self.client_address, self.now.text, self._missed_by_actor)

    def translate(self, text: str) -> str:
        """A page text in the user's language."""
        return translate(self.db, self.system, self.user.row.get("selected_language", ""), text)

    def success(
        self, reason: str, *, form: Form = USER_FIRST, logged: Sequence[object] | None = None,
        by: str | None = None, **fields: object,
    ) -> None:  # fmt: skip
        """Answer a line of SUCCESS, and log it.

        Parameters: reason, behind the function's name; form, how the line is laid out; logged, what the log gets in
        place of the fields; by, whose name stands before the reason, blank for nobody's; fields, by name, in order.
        """
        self._tell("SUCCESS", reason, form, logged, by, fields)

    def notice(
        self, reason: str, *, form: Form = USER_FIRST, logged: Sequence[object] | None = None,
        by: str | None = None, **fields: object,
    ) -> None:  # fmt: skip
        """Answer a line of NOTICE, and log it. Parameters: as for success."""
        self._tell("NOTICE", reason, form, logged, by, fields)

    def error(
        self, reason: str, *, form: Form = USER_FIRST, logged: Sequence[object] | None = None,
        by: str | None = None, **fields: object,
    ) -> Stop:  # fmt: skip
        """Answer a line of ERROR, and log it.

        Parameters: as for success.
        Returns: what to raise when the error ends the call: `raise call.error(...)`.
        """
        self._tell("ERROR", reason, form, logged, by, fields)
        return Stop()

    def refusal(self, reason: str, *, logged: Sequence[object] | None = None, **fields: object) -> Stop:
        """Answer `ERROR: FUNCTION REASON: |USER|FIELD|FIELD`, and log it: the form of most functions' errors.

        Parameters: as for success.
        Returns: what to raise: `raise call.refusal(...)`.
        """
        self._tell("ERROR", reason, REFUSAL, logged, None, fields)
        return Stop()

    def failure(self, reason: str, *, logged: Sequence[object] | None = None, **fields: object) -> Stop:
        """Answer `ERROR: FUNCTION REASON: USER|FIELD|FIELD`, and log it: that of errors about one lead or call.

        Parameters: as for success.
        Returns: what to raise: `raise call.failure(...)`.
        """
        self._tell("ERROR", reason, FAILURE, logged, None, fields)
        return Stop()

    @contextmanager
    def secondary(
        self, reason: str, *, form: Form = USER_FIRST, logged: Sequence[object] | None = None,
        **fields: object,
    ) -> Iterator[None]:  # fmt: skip
        """Take a step behind the call's work: should it fail, the SUCCESS stands, and a NOTICE says what is missing.

        A client that is told of a failure sends the lead again. As long as no SUCCESS was told, the step is the work
        itself, and its failure is the call's.

        Parameters: as for notice.
        """
        try:
            yield
        except Stop:
            raise
        except Exception as error:
            if all(entry.result != "SUCCESS" for entry in self.answer.entries):
                raise
            self._missed(error, self._line("NOTICE", reason, form, logged, None, fields))

    def stop(self) -> Stop:
        """End the call with what was answered so far. Returns: what to raise: `raise call.stop()`."""
        return Stop()

    def show(self, part: Part | str) -> None:
        """Answer rows, text, a page or a file; nothing is logged."""
        shown = Text(part) if isinstance(part, str) else part
        self.answer.parts.append(shown)
        self.answer.headers |= text.headers_of(shown)

    def stream(self, rows: Rows, log: Callable[[int], None]) -> None:
        """Answer rows that are read while they are sent.

        Parameters: rows; log, makes the log entry once all is sent, or the caller has hung up, from how many it was.
        """
        self.answer.rest = replace(rows, rows=_counted(rows.rows, log))

    def afterwards(self, work: Work) -> None:
        """Have work done in the background once the answer is sent, so that the caller does not wait for it."""
        self.answer.afterwards.append(work)

    def log(self, result: str, reason: str | Part, *data: object, value: str | None = None) -> None:
        """Make an entry in vicidial_api_log without answering anything.

        Parameters: result, one of SUCCESS, NOTICE, ERROR; reason, its result_reason whole, or a part of the answer
        that stands there behind the function's name; data, values or labelled fields; value, where the function sets
        that column itself.
        """
        if not isinstance(reason, str):
            reason = f"{self.function} {text.of(reason)}"
        fields = (text.data_of(each) if isinstance(each, Labelled) else each for each in data)
        self.answer.entries.append(LogEntry(result, reason, text.joined(fields), value, self.function))

    def _tell(self, result: str, reason: str, form: Form, logged: Sequence[object] | None,
              by: str | None, fields: dict[str, object]) -> None:  # fmt: skip
        self._add(self._line(result, reason, form, logged, by, fields))
        while self._untold:
            self._add(self._untold.pop(0))

    def _line(self, result: str, reason: str, form: Form, logged: Sequence[object] | None,
              by: str | None, fields: dict[str, object]) -> Line:  # fmt: skip
        name = self.function if by is None else by
        return Line(result, f"{name} {reason}" if name else reason, self.user.name, fields, form, logged)

    def _add(self, line: Line) -> None:
        self.show(line)
        self.log(line.result, line.reason, text.data_of(line))

    def _missed_by_actor(self, what: str, error: Exception) -> None:
        form = Form(" - {user}", "{user}")
        self._missed(error, Line("NOTICE", f"{self.function} {what}", self.user.name, {}, form))

    def _missed(self, error: Exception, line: Line) -> None:
        log.error("%s", text.of(line).strip(), exc_info=error)
        lifecycle.count(error)
        if self.answer.entries:
            self._add(line)
        else:
            # Behind the line that says what was done, which callers look for at the beginning.
            self._untold.append(line)


def _counted(rows: Iterable[Sequence[object]], log: Callable[[int], None]) -> Iterator[Sequence[object]]:
    found = 0
    try:
        for row in rows:
            found += 1
            yield row
    except GeneratorExit:
        # The caller has hung up: what was read for it is logged all the same.
        log(found)
        raise
    log(found)
