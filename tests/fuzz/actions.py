"""What a campaign does, one after the other: statements that prepare a state, requests, and raw conversations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Protocol


@dataclass(frozen=True)
class Sql:
    """Statements that bring about a state. One that fails is passed over: states are piled up blindly."""

    text: str
    values: tuple[str | bytes | int | None, ...] = ()


@dataclass(frozen=True)
class Request:
    """A whole and correct HTTP request; what is hostile about it is what it asks."""

    raw: bytes
    #: who judges its answer: `legacy`, `json` or `any`
    door: str


@dataclass(frozen=True)
class Shape:
    """What is sent on a connection of its own, piece by piece; correct HTTP or not."""

    name: str
    pieces: tuple[bytes, ...]
    #: how many answers may come; what one of them less or more would be is lost, or made up
    answers: range = range(2)
    #: the status that every answer must have, None for any
    status: int | None = None
    #: what follows the last piece: `end` of sending, behind which answers are waited for, `close`, or `reset`
    ending: str = "end"


Action = Sql | Request | Shape


class Part(Protocol):
    """A part of the campaign."""

    #: in test ids and messages
    name: str

    def actions(self, chance: Random) -> Iterator[Action]:
        """Without an end, what a block of this part does, from freshly reset rows on; chance decides alone."""


def request(
    method: str, target: bytes, door: str, headers: list[tuple[str, bytes]] | None = None, body: bytes | None = None
) -> Request:
    """Make a request out of its parts.

    Parameters: method; target, as it is sent; door, who judges the answer; headers, further ones; body.
    Returns: it.
    """
    lines = [method.encode() + b" " + target + b" HTTP/1.1"]
    named = {name.lower() for name, _ in headers or []}
    if "host" not in named:
        lines.append(b"Host: dialer.example.com")
    if body is not None:
        lines.append(b"Content-Length: %d" % len(body))
    lines += [name.encode() + b": " + value for name, value in headers or []]
    return Request(b"\r\n".join([*lines, b"", body or b""]), door)
