"""The audio store that the sounds_list transcripts were recorded with."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from zoneinfo import ZoneInfo

FILES = (
    ("alpha.wav", 1000, "2025-07-01 10:00:00"),
    ("beta.gsm", 500, "2025-07-03 09:30:00"),
    ("charlie.wav", 2500, "2025-06-30 23:59:59"),
    ("Delta.wav", 12, "2025-01-15 12:00:00"),
    ("echo two.gsm", 0, "2025-07-02 00:00:00"),
    ("10.wav", 70000, "2025-05-05 05:05:05"),
    ("9.gsm", 800, "2025-05-05 05:05:06"),
    (".hidden.wav", 33, "2024-12-31 23:00:00"),
    ("UPPER.WAV", 44, "2025-07-01 11:00:00"),
    ("readme.txt", 10, "2025-07-01 12:00:00"),
    ("song.mp3", 10, "2025-07-01 12:00:01"),
    ("both.wav.gsm", 640, "2025-07-04 00:00:00"),
    ("jour-été.wav", 71, "2025-07-05 08:09:10"),
)


def make(web_root: Path) -> None:
    """Make the folders `sounds_store` and `sounds_empty` under a web root, with sizes and times as recorded."""
    store = web_root / "sounds_store"
    (store / "folder.wav").mkdir(parents=True)
    (web_root / "sounds_empty").mkdir()
    for name, size, written in FILES:
        path = store / name
        path.touch()
        os.truncate(path, size)
        moment = datetime.datetime.fromisoformat(written).replace(tzinfo=ZoneInfo("America/New_York")).timestamp()
        os.utime(path, (moment, moment))
