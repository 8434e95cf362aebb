"""The lead archive, POST /vicidial/lead/archive/ (version 1) and /vicidial/leads/archive (version 2).

key -> office hours -> body -> validation -> work -> API log -> answer. Source: docs/lead-archive.md.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Request, Response, g, request
from werkzeug.exceptions import HTTPException

from nonagent import clock, metrics
from nonagent.database import Database, MissingTable, Refused, Session, Unavailable
from nonagent.requests import peer
from nonagent.rules import locks
from nonagent.settings import Settings
from nonagent.web import api_log, idempotency
from nonagent.web.archive import hours as archive_hours
from nonagent.web.archive import schemas as archive_schemas
from nonagent.web.archive import work as archive_work
from nonagent.web.archive.answers import UNAUTHORISED, Answer, Version, Version1, Version2
from nonagent.web.archive.schemas import UNKNOWN_IDS, Batch, Problem
from nonagent.web.keys import keys

ROUTES: dict[str, Version] = {"/vicidial/lead/archive": Version1(), "/vicidial/leads/archive": Version2()}
SCOPE = "archive"
FUNCTION = "lead_archive"

CLOSED = "api cannot be executed during office hours time condition"
ARCHIVE_MISSING = "vicidial_list_archive table does not exist"
FAILED = "internal error, see the log of the server"

log = logging.getLogger("nonagent.web.archive.endpoint")


def add_routes(blueprint: Blueprint, settings: Settings, database: Database) -> None:
    """Add both versions, with and without the last slash.

    Parameters: blueprint; settings; database.
    """

    for path, version in ROUTES.items():
        # Both written out: of a path that may lack its slash, the router takes another method for another path.
        for place, rule in enumerate((path, f"{path}/")):
            blueprint.add_url_rule(
                rule, f"archive_{type(version).__name__}_{place}", _view(settings, database, version),
                methods=["POST"], provide_automatic_options=False,
            )  # fmt: skip


def _view(settings: Settings, database: Database, version: Version) -> Callable[[], Response]:
    return lambda: Conversation(settings, database, request, version).run()


class Conversation:
    """One request while it is being answered."""

    def __init__(self, settings: Settings, database: Database, request: Request, version: Version) -> None:
        self.settings = settings
        self.database = database
        self.request = request
        self.version = version
        self.peer = peer.of(request, settings.trusted_proxies)
        self.started = time.perf_counter()
        self.now = clock.now(settings.timezone)
        #: what the API log gets beside the message
        self.data = ""

    def run(self) -> Response:
        """Answer the request.

        Returns: the answer.
        Raises: Unavailable, HTTPException for a body that is too large: the blueprint words those.
        """
        with self.database.session() as db:
            key = keys.authenticate(db, self.request, self.peer.address, SCOPE, self.now)
            if key is None:
                return _response(*_text(self.version.refused(401, UNAUTHORISED)))
            g.user = key.user
            text, status = self._answer(db, key)
            self._write_log(db, key, text, status)
        return _response(text, status)

    def _answer(self, db: Session, key: keys.Key) -> tuple[str, int]:
        try:
            return self._within_hours(db, key)
        except (Unavailable, HTTPException):
            raise
        except archive_work.ArchiveMissing:
            return _text(self.version.failed(ARCHIVE_MISSING))
        except archive_hours.UnknownCallTime as error:
            return _text(self.version.failed(f"call time {error} of NONAGENT_ARCHIVE_OFFICE_HOURS does not exist"))
        except archive_schemas.BodyError as error:
            return _text(self.version.failed(str(error)))
        except Refused as error:
            log.exception("lead archive failed")
            metrics.count_database_error("statement")
            missing = isinstance(error, MissingTable) and archive_work.ARCHIVE in str(error)
            return _text(self.version.failed(ARCHIVE_MISSING if missing else str(error.args[-1])))
        except Exception:
            log.exception("lead archive failed")
            return _text(self.version.failed(FAILED))

    def _within_hours(self, db: Session, key: keys.Key) -> tuple[str, int]:
        hours = self.settings.archive_office_hours
        if self.version.has_office_hours and hours and archive_hours.are_now(self.database, db, hours, self.now):
            return _text(self.version.refused(403, CLOSED))
        body = self.request.get_data()
        batch = archive_schemas.check(archive_schemas.parse(body))
        if isinstance(batch, Problem):
            return _text(self.version.problem(batch))
        name = self.request.headers.get(idempotency.HEADER, "")
        if len(name) > idempotency.LONGEST:
            return _text(self._conflict(f"{idempotency.HEADER} cannot exceed {idempotency.LONGEST} characters"))
        # One batch at a time: of two clients with the same leads one moves them, the other finds them moved.
        with locks.held(db, locks.LEAD_ARCHIVE, "batch"):
            if not name:
                return _text(self._told(archive_work.carry_out(db, batch, strict=self.version.strict)))
            repeatable = idempotency.of(key.id, name, type(self.version).__name__, body)
            return self._once(db, repeatable, batch)

    def _once(self, db: Session, repeatable: idempotency.Repeatable, batch: Batch) -> tuple[str, int]:
        before = idempotency.find(db, repeatable, self.now)
        if before and not before.same:
            return _text(self._conflict(f"{idempotency.HEADER} was used for another request"))
        if before and before.status is not None:
            self.data = f"{idempotency.HEADER}: {repeatable.name}"
            return before.body, before.status
        done = self._finish(db, batch, before.body) if before else self._begin(db, batch, repeatable)
        text, status = _text(self._told(done))
        idempotency.keep(db, repeatable, status, text, self.now)
        return text, status

    def _begin(self, db: Session, batch: Batch, repeatable: idempotency.Repeatable) -> archive_work.Done:
        def begin(survey: archive_work.Survey) -> None:
            idempotency.begin(db, repeatable, survey.text, self.now)

        return archive_work.carry_out(db, batch, strict=self.version.strict, begin=begin)

    def _finish(self, db: Session, batch: Batch, found: str) -> archive_work.Done:
        return archive_work.finish(db, batch, archive_work.Survey.of(found), strict=self.version.strict)

    def _told(self, done: archive_work.Done) -> Answer:
        if done.unknown:
            return self.version.problem(Problem(400, UNKNOWN_IDS, list(done.unknown)))
        answer = self.version.done(done.counts)
        self.data = ",".join(f"{name}={count}" for name, count in answer[0].items() if name.endswith("_count"))
        return answer

    def _conflict(self, message: str) -> Answer:
        return self.version.problem(Problem(439, message))

    def _write_log(self, db: Session, key: keys.Key, text: str, status: int) -> None:
        said: dict[str, Any] = json.loads(text)
        reason = next(str(said[name]) for name in ("success", "error", "message") if name in said)
        ids = json.dumps(said["lead_ids"]) if said.get("lead_ids") else ""
        entry = api_log.Entry(
            user=key.user, now=self.now.text, function=FUNCTION, result="SUCCESS" if status == 200 else "ERROR",
            reason=reason, data=self.data or ids, run_time=time.perf_counter() - self.started,
            address=self.peer.address, host=self.peer.host, url=self.peer.url(self.request.path),
            query=self.request.query_string.decode("utf8", "replace"),
        )  # fmt: skip
        # The work is done and the answer stands: the caller must not take it for a failure.
        try:
            api_log.write(db, entry)
        except Exception as error:
            api_log.lost(error, 1, entry)
        log.info(
            "function=%s user=%s from=%s status=%d data=%s statements=%d ms=%.1f",
            FUNCTION, key.user, self.peer.address, status, self.data, db.statements, entry.run_time * 1000,
        )  # fmt: skip


def _text(answer: Answer) -> tuple[str, int]:
    return json.dumps(answer[0]), answer[1]


def _response(text: str, status: int) -> Response:
    return Response(f"{text}\n", status, content_type="application/json")
