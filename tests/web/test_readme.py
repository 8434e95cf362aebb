"""README's section on the JSON endpoints: its curl commands, run as they stand, give the answers it shows."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.support.app import AppProcess
from tests.web.conftest import MakeKey

README = Path(__file__).resolve().parents[2] / "README.md"
ORIGIN = "http://127.0.0.1:8080"


def shown() -> Iterator[tuple[list[str], str]]:
    """Each curl command of the section as words, with the line it answers."""
    section = README.read_text(encoding="utf8").partition("\n## JSON endpoints\n")[2].partition("\n## ")[0]
    for command, answer in re.findall(r"^    \$ (curl (?:.*\\\n)*.*)\n    (.*)$", section, re.MULTILINE):
        yield shlex.split(command.replace("\\\n", "")), answer


def test_the_commands_of_the_readme_answer_as_it_shows(
    json_api: AppProcess, make_key: MakeKey, add_type: Callable[..., object]
) -> None:
    add_type("motor-trade")
    key = make_key("archive", "lead")
    answered = []
    for words, answer in shown():
        options = dict(zip(words[2::2], words[3::2], strict=True))
        headers = [words[place + 1] for place, word in enumerate(words) if word == "-H"]
        got = json_api.request(
            "POST" if "-d" in options else "GET",
            words[1].removeprefix(ORIGIN).replace("$KEY", key),
            data=options.get("-d"),
            headers=dict(header.replace("$KEY", key).split(": ", 1) for header in headers),
        )
        assert got.text.strip() == answer, words[1]
        answered.append(words[1].removeprefix(ORIGIN).partition("?")[0])
    assert answered == [
        "/vicidial/lead/archive/", "/vicidial/leads/archive", "/lead/add", "/lead/add", "/lead/cancel",
        "/API/lmapi.php",
    ]  # fmt: skip
