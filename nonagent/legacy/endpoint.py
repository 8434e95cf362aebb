"""The route: one request from its bytes to its answer's bytes.

intake -> opening -> login -> list restriction -> gates -> handler -> API log -> answer. Source: docs/protocol.md.
"""

from __future__ import annotations

import logging
import socket
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from flask import Blueprint, request
from flask.blueprints import BlueprintSetupState
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule
from werkzeug.wrappers import Request

from nonagent import clock
from nonagent.api import burst, cleaning, list_restriction, login, opening, text
from nonagent.api.answers import Answer, Stop, Text
from nonagent.api.call import Call, User
from nonagent.api.login import Attempt
from nonagent.api.parameters import Parameters
from nonagent.api.registry import Function, registered
from nonagent.background import behind_answers
from nonagent.database import Database, Overtaken, Session, Unavailable
from nonagent.database.replica import Replica
from nonagent.legacy import api_log, cors, intake
from nonagent.legacy.reply import Reply
from nonagent.requests import lifecycle
from nonagent.serving import refusals
from nonagent.settings import Settings

HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-cache, must-revalidate",
    "Pragma": "no-cache",
    # safer: the answer is called HTML and holds what others stored; a browser that shows it runs and loads nothing.
    "Content-Security-Policy": "default-src 'none'; sandbox allow-same-origin allow-downloads",
    "X-Content-Type-Options": "nosniff",
}
UNAVAILABLE = "ERROR: DATABASE UNAVAILABLE, TRY AGAIN\n"
SCHEMA_DIFFERS = "ERROR: TABLE OR COLUMN MISSING IN THE DATABASE, RUN nonagent check\n"

View = Callable[[Request], Reply]

log = logging.getLogger("nonagent.legacy")


def blueprint(settings: Settings, answer: View) -> Blueprint:
    """The legacy endpoint under every path it is to answer.

    Parameters: settings, with the paths; answer, of view.
    Returns: the blueprint.
    """
    legacy = Blueprint("legacy", __name__)
    # Loaded now: a handler module that cannot be imported stops the start, not somebody's request.
    registered()

    @legacy.record
    def add_rules(state: BlueprintSetupState) -> None:
        for path in settings.paths:
            name = f"{legacy.name}.{path.strip('/').replace('.', '_')}"
            # legacy: any method runs the script, made-up ones too; Flask's own way of adding rules wants them listed.
            state.app.url_map.add(Rule(path, endpoint=name, methods=None))
            state.app.view_functions[name] = for_flask(answer)

    return legacy


@dataclass(frozen=True)
class Door:
    """A way into the protocol: how a request is read, and which functions it finds. The standard one has them all."""

    read: Callable[[Request], intake.Intake] = intake.read
    #: by name; None for a name that is no function's
    find: Callable[[str], Function | None] = lambda name: registered().get(name)


@dataclass(frozen=True)
class Service:
    """What all requests of a door share."""

    settings: Settings
    database: Database
    replica: Replica
    bursts: burst.Bursts
    door: Door


def view(settings: Settings, database: Database, door: Door) -> View:
    """What answers requests in the legacy protocol.

    Parameters: settings; database; door, by which they come in.
    Returns: it; a request that it is given needs nothing of Flask's around it.
    """
    return partial(_answer, Service(settings, database, Replica(settings), burst.Bursts(), door))


def for_flask(answer: View) -> Callable[[], Reply]:
    """A view as Flask calls it: about the current request. Parameters: answer, of view. Returns: it."""
    # The request itself: its stand-in looks it up anew at each touch.
    return lambda: answer(request._get_current_object())  # type: ignore[attr-defined]


class Conversation:
    """One request while it is being answered."""

    def __init__(self, service: Service, request: Request) -> None:
        settings = service.settings
        self.settings = settings
        self.database = service.database
        self.replica = service.replica
        self.bursts = service.bursts
        self.path = request.path
        self.life = lifecycle.begin(request, settings)
        self.peer = self.life.peer
        self.refused = False
        self.now = clock.now(settings.timezone)
        self.find = service.door.find
        self.intake = service.door.read(request)
        self.chosen, self.params = self._read_parameters(use_non_latin=False)
        self.answer = Answer()
        self.log_is_lost = False
        self.opening = opening.NOTHING
        #: who asks, as bursts know callers; and when the opening was asked for, None when it is a shared one
        self.caller = b""
        self.opening_read_at: float | None = None

    def _read_parameters(self, *, use_non_latin: bool) -> tuple[Function | None, Parameters]:
        name = cleaning.clean("function", lambda name: self.intake.raw(name) or "", use_non_latin)
        chosen = self.find(name)
        params = (chosen.asked if chosen else Parameters)(self.intake, use_non_latin)
        params.replace("function", name)
        return chosen, params

    @property
    def url(self) -> str:
        """The public URL asked for, without its query."""
        return self.peer.url(self.path)

    def run(self, db: Session, stack: ExitStack) -> None:
        """Answer the request into self.answer, log rows not yet written; stack holds what the answer needs longer."""
        try:
            self._run(db, stack)
            db.settle()
            self._share_opening()
        except Overtaken:
            self.answer = Answer()
            self._refuse(login.refuse(db, self.attempt))
            # Whatever came with the statement that told of it, an advisory lock perhaps, ends with the connection.
            db.close()

    @property
    def attempt(self) -> Attempt:
        """The request as an attempt to log in."""
        # A shared opening is of a login that was written a moment ago.
        is_written = self.opening_read_at is None
        return Attempt(self.params, self.opening, self.now, self.peer.address, is_written)

    def _run(self, db: Session, stack: ExitStack) -> None:
        self._open(db, stack)
        chosen = self.chosen
        if (chosen is None or chosen.needs_login) and (refused := login.log_in(db, self.attempt)):
            self._refuse(refused)
            return
        call = self._call(db)
        with suppress(Stop):
            if chosen is None:
                _refuse_unknown(call)
                return
            _pass_gates(call, chosen)
            if chosen.reads_replica:
                # Only the function reads there: what was and will be written about the call is the primary's.
                call.db = self.replica.session(stack, self.opening.system) or db
            chosen.handler(call)

    def _refuse(self, line: str) -> None:
        self.refused = True
        self.answer.parts.append(Text(line))

    def fault(self, error: Exception) -> lifecycle.Fault:
        """Say in the log that the function could not be carried out. Parameters: error. Returns: what to answer."""
        if isinstance(error, Unavailable):
            return lifecycle.fault(error, self.intake.query_text(masked=intake.PASSWORDS))
        return lifecycle.fault(error, f"function {self.params.function}")

    def fail(self, status: int, line: str) -> None:
        """End the answer with an error of the server's own; what was done until then stays told."""
        self.answer.status = status
        self.answer.rest = None
        self.answer.parts.append(Text(line))

    def write_log(self, db: Session) -> None:
        """Write the API log of what was answered, and the process's own about it while the database is at that."""
        with self._told_when_lost():
            self._write_log(db)
        self.finish()
        with self._told_when_lost():
            db.flush()
        if db.given_up and not self.log_is_lost:
            log.error("time and address of a login not written: %s", db.given_up)

    @contextmanager
    def _told_when_lost(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            self.log_is_lost = True
            # The work is done and the answer stands: the caller must not take it for a failure and send it again.
            api_log.lost(error, len(self.answer.entries), self.answer.entries)

    def finish(self) -> None:
        """Log and count the request in the process."""
        counts = Counter(entry.result for entry in self.answer.entries)
        name, status = self.params.function, self.answer.status
        self.life.user = self.params.user
        self.life.finish(
            name,
            self.chosen.name if self.chosen else "unknown",
            status,
            lifecycle.result_of(counts, status, self.refused),
            ",".join(f"{result}:{count}" for result, count in counts.items()) or "-",
            lambda: self.intake.query_text(masked=intake.PASSWORDS),
        )

    def _write_log(self, db: Session) -> None:
        context = api_log.Context(
            params=self.params, intake=self.intake, opening=self.opening, url=self.url, webserver=self.peer.host,
            hostname=socket.gethostname(), client_address=self.peer.address, now=self.now.text,
            passwords=self.settings.passwords_in_log,
        )  # fmt: skip
        api_log.write(db, context, self.answer.entries, self.life.seconds)

    def _open(self, db: Session, stack: ExitStack) -> None:
        self._read_opening(db, stack)
        if self.opening.system.get("use_non_latin") != "1":
            return
        asked = (self.params.user, self.params.password)
        self.chosen, self.params = self._read_parameters(use_non_latin=True)
        # Only a name or password with letters beyond ASCII reads differently now, and is asked for again.
        if asked != (self.params.user, self.params.password):
            self._read_opening(db, stack)

    def _read_opening(self, db: Session, stack: ExitStack) -> None:
        params, host, url = self.params, self.peer.host, self.url
        needs_login = self.chosen is None or self.chosen.needs_login
        asker = (params.user, params.password, host, url, self.peer.address)
        self.caller = burst.caller(*asker, needs_login=needs_login)
        shared = self.bursts.enter(self.caller)
        stack.callback(self.bursts.leave, self.caller)
        self.opening_read_at = None if shared else self.bursts.now()
        self.opening = shared or opening.read(
            self.database, db, params.user, params.password, host, socket.gethostname(), url
        )

    def _share_opening(self) -> None:
        """Let the next of a burst use the opening, unless it is shared already or the login changed what it says."""
        if self.refused or self.opening_read_at is None:
            return
        if self.opening.user.get("failed_login_count", "0") == "0":
            self.bursts.keep(self.caller, self.opening, self.opening_read_at)

    def _call(self, db: Session) -> Call:
        row = self.opening.user if self.opening.user.get("active") == "Y" else {}
        return Call(
            function=self.params.function,
            params=self.params,
            user=User(self.params.user, row),
            group=self.opening.group if row else {},
            system=self.opening.system,
            settings=self.settings,
            database=self.database,
            db=db,
            now=self.now,
            server_gmt=self.opening.server_gmt,
            client_address=self.peer.address,
            origin=self.peer.origin,
            answer=self.answer,
        )


def _refuse_unknown(call: Call) -> None:
    call.show("ERROR: NO FUNCTION SPECIFIED\n")
    call.log("ERROR", "NO FUNCTION SPECIFIED")
    if call.params.as_logged("format") == "debug":
        # legacy: the only trailer left of the debug format.
        call.show("\n<!-- script runtime: 0 seconds -->\n</body>\n</html>\n")


def _pass_gates(call: Call, chosen: Function) -> None:
    if chosen.list_restriction:
        list_restriction.apply(call)
    for gate in chosen.gates:
        gate(call)


def _answer(service: Service, request: Request) -> Reply:
    settings = service.settings
    more = HEADERS | cors.headers(request, settings)
    if cors.is_preflight(request, settings):
        return Reply(200, more, [b""])
    request.max_content_length = settings.max_request_bytes
    try:
        conversation = Conversation(service, request)
    except HTTPException as error:
        status = error.code or 400
        lifecycle.refused(lifecycle.begin(request, settings).peer.address, status, error.name)
        return Reply(status, more, [refusals.line(status).encode()])
    with ExitStack() as stack:
        db = _converse(conversation, stack)
        if db:
            rest = _rest(conversation)
            # legacy: hand-written clients read by Content-Length; only a report of several blocks goes out in chunks.
            begun = list(islice(rest, 2))
            if len(begun) == 2 and request.method != "HEAD":
                return _streamed(conversation, db, stack.pop_all(), more, begun, rest)
            conversation.answer.parts += map(Text, (*begun, *rest))
            conversation.write_log(db)
    if not db:
        conversation.finish()
    return _reply(conversation, more, [_bytes(_so_far(conversation))])


def _converse(conversation: Conversation, stack: ExitStack) -> Session | None:
    """Run the function. Returns: the session while it can still be used, None after a failure."""
    db: Session | None = None
    try:
        db = stack.enter_context(conversation.database.session())
        conversation.run(db, stack)
    except Exception as error:
        fault = conversation.fault(error)
        conversation.fail(fault.status, _said_of(fault))
        # A connection that is gone can take no rows of the log either.
        return None if isinstance(error, Unavailable) else db
    return db


def _rest(conversation: Conversation) -> Generator[str]:
    """The part of the answer that is made while it is sent; it ends in an error line when it cannot be finished."""
    try:
        rest = conversation.answer.rest
        if rest is None:
            return
        yield from text.blocks(rest)
    except Exception as error:
        fault = conversation.fault(error)
        conversation.answer.status = fault.status
        yield _said_of(fault)


def _said_of(fault: lifecycle.Fault) -> str:
    if fault.status == 503:
        return UNAVAILABLE
    return SCHEMA_DIFFERS if fault.is_schema else refusals.FAILED


def _so_far(conversation: Conversation) -> str:
    return "".join(map(text.of, conversation.answer.parts))


def _streamed(
    conversation: Conversation,
    db: Session,
    stack: ExitStack,
    headers: dict[str, str],
    begun: list[str],
    rest: Generator[str],
) -> Reply:
    stack.callback(conversation.write_log, db)
    stack.callback(rest.close)

    def parts() -> Iterator[bytes]:
        for part in chain((_so_far(conversation),), begun, rest):
            yield _bytes(part)
        # The end is not sent yet: a caller that has the whole answer finds it logged.
        stack.close()

    reply = _reply(conversation, headers, parts())
    # Does nothing more than once: it is for the caller that hangs up in between.
    reply.afterwards.append(stack.close)
    return reply


def _reply(conversation: Conversation, headers: dict[str, str], body: Iterable[bytes]) -> Reply:
    answer = conversation.answer
    headers |= answer.headers
    if answer.status == 503:
        headers["Retry-After"] = lifecycle.RETRY_SECONDS
    return Reply(answer.status, headers, body, [partial(behind_answers.submit, work) for work in answer.afterwards])


def _bytes(text: str) -> bytes:
    return text.encode("utf8", "surrogateescape")
