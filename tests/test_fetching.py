"""One GET with a deadline: how far it follows redirects, and how much it reads."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from urllib.error import HTTPError

import pytest

from nonagent import fetching
from tests.support.hosts import Host, says


def step_down(client: socket.socket, path: str) -> None:
    """Redirects /3 to /2 and so on, and is there at /0."""
    left = int(path.removeprefix("/"))
    answer = says("there") if left == 0 else says("", f"Location: /{left - 1}", status="302 Found")
    answer(client, path)


@pytest.fixture
def stairs() -> Iterator[Host]:
    """A host that redirects as often as its path says."""
    host = Host(step_down)
    yield host
    host.close()


def test_ten_redirects_are_followed_and_an_eleventh_is_not(stairs: Host) -> None:
    assert fetching.get(f"{stairs.url}/10", 10, 100) == b"there"
    assert len(stairs.asked) == 11
    with pytest.raises(HTTPError, match="infinite loop"):
        fetching.get(f"{stairs.url}/11", 10, 100)


def test_no_more_is_read_than_was_asked_for(stairs: Host) -> None:
    assert [fetching.get(f"{stairs.url}/0", 10, most) for most in (4, 5, 6)] == [b"ther", b"there", b"there"]
