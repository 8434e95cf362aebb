"""The audio store: a folder of prompts, from which the dialers fetch theirs.

Source: docs/functions/sounds_list.md.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nonagent.clock import Moment

ENDINGS = (".wav", ".gsm")

# A file that was written to this lately may still be growing.
FRESH_SECONDS = 3600


@dataclass(frozen=True)
class Sound:
    """One file of the store."""

    name: str
    size: int
    #: when it was written, in seconds since 1970
    written: int

    @property
    def prompt(self) -> str:
        """What a dialplan calls it: its name without the ending."""
        return self.name[:-4]


def _name(sound: Sound) -> bytes:
    return os.fsencode(sound.name)


# Of several words in a stage the last one counts.
ORDERS: dict[str, Callable[[Sound], Any]] = {
    "date": lambda sound: (-sound.written, _name(sound)),
    "name": _name,
    "size": lambda sound: (-sound.size, _name(sound)),
}


def order(stage: str) -> Callable[[Sound], Any] | None:
    """The order that a stage asks for: newest first, by name, or largest first.

    Parameters: stage, as sent.
    Returns: a key to sort by; None when it names no order.
    """
    asked = [key for word, key in ORDERS.items() if word in stage.lower()]
    return asked[-1] if asked else None


def read(folder: str) -> list[Sound]:
    """Look at every sound directly in a folder, hidden ones too.

    Parameters: folder.
    Returns: the sounds, in no order.
    Raises: OSError when there is no such folder or it cannot be read.
    """
    inside = os.path.realpath(folder) + os.sep
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.endswith(ENDINGS):
                continue
            # safer: a link may not bring in what lies elsewhere.
            if entry.is_symlink() and not os.path.realpath(entry.path).startswith(inside):
                continue
            sound = _look_at(entry)
            if sound:
                found.append(sound)
    return found


def settled(folder: str, sounds: list[Sound], now: Moment) -> list[Sound]:
    """Leave out what is still being written: what changes its size within a second.

    Parameters: folder; sounds, of it; now.
    Returns: those that stand still. The second is waited only where one of them is fresh.
    """
    fresh = {sound.name for sound in sounds if sound.written > now.epoch - FRESH_SECONDS}
    if not fresh:
        return sounds
    time.sleep(1)
    return [
        sound for sound in sounds if sound.name not in fresh or _size(os.path.join(folder, sound.name)) == sound.size
    ]


def _look_at(entry: os.DirEntry[str]) -> Sound | None:
    try:
        about = entry.stat()
        return Sound(entry.name, about.st_size, int(about.st_mtime)) if entry.is_file() else None
    except OSError:
        # Gone meanwhile, or a link that leads nowhere.
        return None


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return -1
