"""Call: one request on its way through a function, and the answers it can give."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from nonagent import metrics
from nonagent.api.answer import Answer, LogEntry, Stop
from nonagent.api.parameters import Parameters
from nonagent.background import Work
from nonagent.clock import Moment, local_offset
from nonagent.database import Database, DatabaseError, Row, Session, Unavailable
from nonagent.rules.admin_log import Actor
from nonagent.rules.people.translation import translate
from nonagent.settings import Settings

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
class Call:
    """One request: its parameters, its user, the settings, the database, the clock; and its answer."""

    function: str
    params: Parameters
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
    _untold: list[tuple[str, str, str | None]] = field(default_factory=list, init=False)

    @property
    def local_offset(self) -> float:
        """LOCAL of spec/timezones.md section 1: the dialer's GMT offset in hours, daylight saving included."""
        return local_offset(self.server_gmt, self.now)

    @property
    def actor(self) -> Actor:
        """Who makes a change, for the admin log."""
        return Actor(self.user.name, self.client_address, self.now.text, self._missed_by_actor)

    def translate(self, text: str) -> str:
        """A page text in the user's language."""
        return translate(self.db, self.system, self.user.row.get("selected_language", ""), text)

    def success(self, reason: str, shown: str = "", data: str | None = None, separator: str = " - ") -> None:
        """Print `SUCCESS: REASON - SHOWN` and log it.

        Parameters: reason, also logged; shown, the fields behind the separator; data, what the log gets for them
        where it differs; separator between reason and fields.
        """
        self._line("SUCCESS", reason, shown, data, separator)

    def notice(self, reason: str, shown: str = "", data: str | None = None, separator: str = " - ") -> None:
        """Print `NOTICE: REASON - SHOWN` and log it. Parameters: as for success."""
        self._line("NOTICE", reason, shown, data, separator)

    def error(self, reason: str, shown: str = "", data: str | None = None, separator: str = " - ") -> Stop:
        """Print `ERROR: REASON - SHOWN` and log it.

        Parameters: as for success.
        Returns: what to raise when the error ends the call: `raise call.error(...)`.
        """
        self._line("ERROR", reason, shown, data, separator)
        return Stop()

    def refusal(self, reason: str, data: str = "") -> Stop:
        """Print `ERROR: FUNCTION REASON: |USER|DATA` and log it with that data: the form of most functions' errors.

        Parameters: reason, behind the function's name; data.
        Returns: what to raise: `raise call.refusal(...)`.
        """
        return self.error(f"{self.function} {reason}", f"|{self.user.name}|{data}", data=data, separator=": ")

    def failure(self, reason: str, *fields: str) -> Stop:
        """Print `ERROR: FUNCTION REASON: USER|FIELD|FIELD` and log it: the form of errors about one lead or call.

        Parameters: reason, behind the function's name; fields, logged with the user in front.
        Returns: what to raise: `raise call.failure(...)`.
        """
        return self.error(f"{self.function} {reason}", "|".join([self.user.name, *fields]), separator=": ")

    @contextmanager
    def secondary(self, reason: str, shown: str = "", data: str | None = None) -> Iterator[None]:
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
            self._missed(error, reason, shown, data)

    def stop(self) -> Stop:
        """End the call with what was answered so far. Returns: what to raise: `raise call.stop()`."""
        return Stop()

    def print(self, text: str) -> None:
        """Print text as it is, newline and all; nothing is logged."""
        self.answer.parts.append(text)

    def print_rest(self, parts: Iterable[str]) -> None:
        """Print text that is made while it is sent, so that a long report never stands in memory whole."""
        self.answer.rest = iter(parts)

    def afterwards(self, work: Work) -> None:
        """Have work done in the background once the answer is sent, so that the caller does not wait for it."""
        self.answer.afterwards.append(work)

    def log(self, result: str, reason: str, data: str = "", value: str | None = None) -> None:
        """Make an entry in vicidial_api_log without printing anything.

        Parameters: result, one of SUCCESS, NOTICE, ERROR; reason, its result_reason; data; value, where the function
        sets that column itself.
        """
        self.answer.entries.append(LogEntry(result, reason, data, value, self.function))

    def _line(self, result: str, reason: str, shown: str, data: str | None, separator: str) -> None:
        self.print(f"{result}: {reason}{separator}{shown}\n")
        self.log(result, reason, shown if data is None else data)
        while self._untold:
            self.notice(*self._untold.pop(0))

    def _missed_by_actor(self, what: str, error: Exception) -> None:
        self._missed(error, f"{self.function} {what}", self.user.name, None)

    def _missed(self, error: Exception, reason: str, shown: str, data: str | None) -> None:
        log.error("%s - %s", reason, shown, exc_info=error)
        if isinstance(error, DatabaseError):
            metrics.count_database_error("unavailable" if isinstance(error, Unavailable) else "statement")
        if self.answer.entries:
            self.notice(reason, shown, data)
        else:
            # Behind the line that says what was done, which callers look for at the beginning.
            self._untold.append((reason, shown, data))
