"""The campaign: block after block of one part, each from freshly reset rows, and what it finds.

What a block does follows from the seed, the part and the block's number alone, so that it can be had again.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from random import Random

from tests.fuzz import judge
from tests.fuzz.actions import Part, Request, Shape, Sql
from tests.fuzz.sql_text import leaked
from tests.fuzz.target import Held, Target
from tests.fuzz.wire import Answer, BadAnswer, Line, NoAnswer

#: requests between two resets of the rows
BLOCK = 400
#: different findings after which a part ends
MOST_FINDINGS = 15
#: what the memory of the application may grow by between its first blocks and the last, in kilobytes
MOST_GROWTH = 60_000
#: seconds between two pieces of what is sent slowly
PAUSE = 0.002
#: seconds in which the server must have done with a caller that has said all
SOON = 10.0
#: blocks after which memory, threads and files are what they stay
WARM_UP = 2


@dataclass(frozen=True)
class Plan:
    """How much is done, and what decides it."""

    seed: str
    requests: int
    #: when set, how long a part goes on instead
    seconds: float | None
    #: when set, this block alone
    only_block: int | None

    @classmethod
    def from_environment(cls, requests: int) -> Plan:
        """Read FUZZ_SEED, FUZZ_REQUESTS, FUZZ_SECONDS and FUZZ_BLOCK. Parameters: requests, unless one is set."""
        environ = os.environ
        return cls(
            seed=environ.get("FUZZ_SEED", "1"),
            requests=int(environ.get("FUZZ_REQUESTS", requests)),
            seconds=float(environ["FUZZ_SECONDS"]) if environ.get("FUZZ_SECONDS") else None,
            only_block=int(environ["FUZZ_BLOCK"]) if environ.get("FUZZ_BLOCK") else None,
        )

    def share(self, part: float) -> Plan:
        """The plan of a part. Parameters: part of the whole, from 0 to 1."""
        seconds = None if self.seconds is None else self.seconds * part
        return Plan(self.seed, round(self.requests * part), seconds, self.only_block)


@dataclass
class Report:
    """What a part did and found."""

    part: str
    seed: str
    requests: int = 0
    seconds: float = 0.0
    #: memory of the application at the end
    kilobytes: int = 0
    #: by status and first word
    answers: Counter[str] = field(default_factory=Counter)
    #: by what tells findings apart
    findings: dict[str, str] = field(default_factory=dict)

    def add(self, block: int, about: str, raw: bytes = b"") -> None:
        """Keep a finding unless the same was found before.

        Parameters: block; about, what is wrong; raw, what was sent.
        """
        again = f"FUZZ_SEED={self.seed} FUZZ_BLOCK={block} .venv/bin/pytest tests/fuzz -k {self.part}"
        text = f"{about}\n  again: {again}\n  sent ({len(raw)} bytes): {raw[:1500]!r}"
        self.findings.setdefault(_kind(about), text)

    def __str__(self) -> str:
        rate = self.requests / self.seconds if self.seconds else 0
        answers = ", ".join(f"{number} {answer}" for answer, number in self.answers.most_common())
        head = (
            f"{self.part}: {self.requests} requests in {self.seconds:.0f} s ({rate:.0f}/s), seed {self.seed};"
            f" {answers}; memory {self.kilobytes // 1024} MB"
        )
        return "\n\n".join([head, *self.findings.values()])


def run(part: Part, target: Target, plan: Plan) -> Report:
    """Carry a part out.

    Parameters: part; target; plan.
    Returns: what was done and found.
    """
    report = Report(part.name, plan.seed)
    started = time.monotonic()
    at_rest: Held | None = None
    for block in _blocks(plan, report, started):
        _run_block(part, target, plan, block, report)
        report.seconds = time.monotonic() - started
        held = _check_rest(target, block, report)
        if block < WARM_UP or at_rest is None:
            at_rest = held
        compare(at_rest, held, block, report)
        report.kilobytes = held.kilobytes
    return report


def _blocks(plan: Plan, report: Report, started: float) -> Iterator[int]:
    if plan.only_block is not None:
        yield plan.only_block
        return
    for block in count():
        done = (
            report.requests >= plan.requests if plan.seconds is None else time.monotonic() - started >= plan.seconds
        )
        if done or len(report.findings) >= MOST_FINDINGS:
            return
        yield block


def _run_block(part: Part, target: Target, plan: Plan, block: int, report: Report) -> None:
    target.reset()
    left = min(BLOCK, max(plan.requests - report.requests, 1)) if plan.seconds is None else BLOCK
    if plan.only_block is not None:
        left = BLOCK
    line = Line(target.app.port)
    target.new_log()
    secrets = tuple(target.keys.values())
    for action in part.actions(Random(f"{plan.seed}/{part.name}/{block}")):
        if isinstance(action, Sql):
            target.run(action)
            continue
        raw = action.raw if isinstance(action, Request) else b"".join(action.pieces)
        found = _ask(line, action, report) if isinstance(action, Request) else _converse(target, action, report)
        for about in (*found, *judge.log(target.new_log(), secrets)):
            report.add(block, about, raw)
        report.requests += 1
        left -= 1
        if not left or len(report.findings) >= MOST_FINDINGS:
            break
    line.close()
    for statement in target.general_log.take():
        if wrong := leaked(statement):
            report.add(block, f"{wrong}: {statement.decode('utf8', 'replace')[:2000]}")


def _ask(line: Line, request: Request, report: Report) -> list[str]:
    try:
        answer = line.ask(request.raw)
    except (NoAnswer, BadAnswer) as error:
        line.close()
        return [f"{type(error).__name__}: {error}"]
    report.answers[_summary(answer)] += 1
    about = judge.of(request, answer)
    return [f"{about}: {answer.body[:500]!r}"] if about else []


def _converse(target: Target, shape: Shape, report: Report) -> list[str]:
    line = Line(target.app.port)
    try:
        _say(line, shape)
        if shape.ending != "end":
            line.close(hard=shape.ending == "reset")
            return []
        answers = _hear(line, shape)
    except (NoAnswer, BadAnswer) as error:
        return [f"{shape.name}: {type(error).__name__}: {error}"]
    finally:
        line.close()
    report.answers.update(map(_summary, answers))
    found = [f"{shape.name}: {about}" for answer in answers if (about := judge.any_answer(answer))]
    if len(answers) not in shape.answers:
        found.append(f"{shape.name}: {len(answers)} answers: {answers!r:.500}")
    if shape.status and any(answer.status != shape.status for answer in answers):
        found.append(f"{shape.name}: answered {[answer.status for answer in answers]}, not {shape.status}")
    return found


def _say(line: Line, shape: Shape) -> None:
    # A server may refuse and close before it has all; what it answered is still to be read.
    with suppress(NoAnswer):
        for place, piece in enumerate(shape.pieces):
            if place:
                time.sleep(PAUSE)
            line.send(piece)
    if shape.ending == "end":
        line.end_of_sending()


def _hear(line: Line, shape: Shape) -> list[Answer]:
    method = shape.pieces[0].partition(b" ")[0].upper()
    answers: list[Answer] = []
    while line.is_open:
        try:
            answers.append(line.read(method, SOON))
        except NoAnswer as error:
            if not error.is_end:
                raise
    return answers


def _summary(answer: Answer) -> str:
    """The status, and the word that a legacy answer begins with; a wrong login apart."""
    if b"Login incorrect" in answer.body[:100]:
        return f"{answer.status} LOGIN"
    word = re.match(rb"(SUCCESS|ERROR|NOTICE)", answer.body)
    return f"{answer.status} {word[1].decode() if word else ''}".strip()


def _check_rest(target: Target, block: int, report: Report) -> Held:
    for about in (*target.busy_connections(), *judge.log(target.new_log(), tuple(target.keys.values()))):
        report.add(block, about)
    return target.held()


def compare(before: Held, now: Held, block: int, report: Report) -> None:
    """Find what is held that was not. Parameters: before and now, both at rest; block, the last; report, added to."""
    if now.kilobytes > before.kilobytes + MOST_GROWTH:
        report.add(block, f"memory has grown from {before.kilobytes} to {now.kilobytes} kB")
    # A few threads of pools that begin with their first work.
    if now.threads > before.threads + 8:
        report.add(block, f"{before.threads} threads have become {now.threads}")
    if now.files > before.files + 8:
        report.add(block, f"{before.files} open files have become {now.files}")


def _kind(about: str) -> str:
    """What tells findings apart: of a traceback its last frame above the driver and its error; else the beginning."""
    if "Traceback" not in about:
        return re.sub(r"\d+", "#", about)[:50]
    frames = re.findall(r'File "[^"]*/nonagent/((?!connections|database)[^"]+)", line (\d+)', about)
    errors = re.findall(r"^(?!logged)[A-Za-z_][\w.]*(?:: .*)?$", about, re.M)
    return f"{frames[-1:]} {re.sub(r'[0-9]+', '#', errors[-1] if errors else about)[:60]}"
