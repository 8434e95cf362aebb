"""Callers that go on through a fault as good clients do: what is not answered is sent again until it is."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import requests

from tests.faults.site import FIRST_LEAD
from tests.support.app import API_PATH, CALLER

LIST = "900"
ARCHIVE_PATH = "/vicidial/leads/archive"
LEAD_CALLERS, ARCHIVE_CALLERS = 6, 2
BATCH, BATCHES_OF_A_CALLER = 50, 200
#: seconds that a caller waits for an answer; that it rests after one, and before it sends the same again
PATIENCE, PAUSE, RETRY = 10, 0.01, 0.2
#: seconds after the end of the load within which everything begun must have been answered
LAST = 120

#: what became of a request
DONE, KNOWN, UNAVAILABLE, CUT, OTHER = "done", "known", "unavailable", "cut", "other"


@dataclass(frozen=True)
class Attempt:
    """One request: of which lead or batch it was, when, and what became of it."""

    subject: str
    begun: float
    ended: float
    outcome: str
    text: str

    @property
    def is_final(self) -> bool:
        """Whether the caller knows now that the lead is stored, or the batch done."""
        return self.outcome in (DONE, KNOWN)


class Job(Protocol):
    """What one caller has to do."""

    def subjects(self) -> Iterator[str]:
        """The numbers, or batches, one after the other."""

    def send(self, http: requests.Session, subject: str) -> requests.Response:
        """Send one of them. Raises: requests.RequestException."""

    def outcome(self, answer: requests.Response) -> str:
        """What an answer other than 503 says."""


@dataclass(frozen=True)
class LeadJob:
    """add_lead with numbers that nobody else has, each checked against the whole system."""

    origin: str
    number: int

    def subjects(self) -> Iterator[str]:
        """Numbers without an end."""
        yield from (f"7{self.number}{count:08d}" for count in range(100_000_000))

    def send(self, http: requests.Session, subject: str) -> requests.Response:
        """Send add_lead."""
        lead = {"function": "add_lead", "phone_number": subject, "list_id": LIST, "duplicate_check": "DUPSYS"}
        return http.get(self.origin + API_PATH, params={**CALLER, **lead}, timeout=PATIENCE)

    def outcome(self, answer: requests.Response) -> str:
        """Added now, or by a request whose answer never came."""
        if answer.text.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED - "):
            return DONE
        return KNOWN if "DUPLICATE PHONE NUMBER IN SYSTEM" in answer.text else OTHER


@dataclass(frozen=True)
class ArchiveJob:
    """The lead archive, version 2, with batches of leads that nobody else has."""

    origin: str
    number: int
    key: str

    def subjects(self) -> Iterator[str]:
        """The place of each batch among all."""
        first = self.number * BATCHES_OF_A_CALLER
        yield from (str(place) for place in range(first, first + BATCHES_OF_A_CALLER))

    def send(self, http: requests.Session, subject: str) -> requests.Response:
        """Send a batch under an Idempotency-Key of its own."""
        batch = {"insert_leads": True, "update_leads": True, "delete_leads": True, "lead_ids": leads_of(subject)}
        headers = {"Authorization": f"Key={self.key}", "Idempotency-Key": f"batch-{subject}"}
        return http.post(self.origin + ARCHIVE_PATH, data=json.dumps(batch), headers=headers, timeout=PATIENCE)

    def outcome(self, answer: requests.Response) -> str:
        """Done, all of it: also where an earlier request had done a part."""
        return DONE if answer.status_code == 200 and answer.json()["delete_count"] == BATCH else OTHER


def leads_of(batch: str) -> list[int]:
    """The ids of a batch's leads. Parameters: batch, its place."""
    first = FIRST_LEAD + int(batch) * BATCH
    return list(range(first, first + BATCH))


class Load:
    """All callers at once, each in a thread, and what they have sent."""

    def __init__(self, origin: str, key: str) -> None:
        """Parameters: origin of the application; key for the archive."""
        self.leads: dict[int, list[Attempt]] = {number: [] for number in range(LEAD_CALLERS)}
        self.batches: dict[int, list[Attempt]] = {number: [] for number in range(ARCHIVE_CALLERS)}
        callers: list[tuple[Job, list[Attempt]]] = [
            *((LeadJob(origin, number), attempts) for number, attempts in self.leads.items()),
            *((ArchiveJob(origin, number, key), attempts) for number, attempts in self.batches.items()),
        ]
        self._ended = threading.Event()
        self._deadline = float("inf")
        self._threads = [threading.Thread(target=self._call, args=caller, daemon=True) for caller in callers]

    @contextmanager
    def flowing(self) -> Iterator[None]:
        """Let them call; behind the block each ends what it has begun."""
        for thread in self._threads:
            thread.start()
        try:
            yield
        finally:
            self._deadline = time.monotonic() + LAST
            self._ended.set()
            for thread in self._threads:
                thread.join()

    @property
    def attempts(self) -> list[Attempt]:
        """Every request, of all callers."""
        return [attempt for one in (*self.leads.values(), *self.batches.values()) for attempt in one]

    def recovery(self, since: float) -> float:
        """Seconds from a moment until every lead caller has had a good answer to a request begun after it."""
        first = [
            min((each.ended for each in attempts if each.is_final and each.begun >= since), default=float("inf"))
            for attempts in self.leads.values()
        ]
        return max(first) - since

    def wait_for_recovery(self, since: float, patience: float) -> None:
        """Return when every lead caller is answered again, or patience, in seconds, is over."""
        while self.recovery(since) == float("inf") and time.monotonic() < since + patience:
            time.sleep(0.05)

    def _call(self, job: Job, attempts: list[Attempt]) -> None:
        with requests.Session() as http:
            http.trust_env = False
            for subject in job.subjects():
                if self._ended.is_set():
                    return
                attempts.append(_attempt(http, job, subject))
                while not attempts[-1].is_final and time.monotonic() < self._deadline:
                    time.sleep(RETRY)
                    attempts.append(_attempt(http, job, subject))
                time.sleep(PAUSE)


def _attempt(http: requests.Session, job: Job, subject: str) -> Attempt:
    begun = time.monotonic()
    try:
        answer = job.send(http, subject)
    except requests.RequestException as error:
        return Attempt(subject, begun, time.monotonic(), CUT, repr(error))
    outcome = UNAVAILABLE if answer.status_code == 503 else job.outcome(answer)
    return Attempt(subject, begun, time.monotonic(), outcome, f"{answer.status_code} {answer.text}")
