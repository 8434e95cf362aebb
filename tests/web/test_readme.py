"""The examples of the README and of the JSON endpoints' documents: as they stand, they give the answers shown."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

from nonagent.demo import LEAD
from tests.support.app import AppProcess
from tests.web.conftest import MakeKey

ROOT = Path(__file__).resolve().parents[2]
ORIGIN = "http://127.0.0.1:8080"
#: a command, which goes on behind a backslash and within quotes, and its answer
EXAMPLE = re.compile(r"^    \$ (curl (?:'[^']*'|\\\n|[^'\n])*)\n((?:    .+\n)+)", re.MULTILINE)


def shown(*names: str) -> Iterator[tuple[list[str], str]]:
    """Each curl command of the documents as words, with what it answers."""
    for name in names:
        text = (ROOT / name).read_text(encoding="utf8")
        for command, answer in EXAMPLE.findall(text):
            yield shlex.split(command.replace("\\\n", "")), answer


def answered(api: AppProcess, words: list[str], key: str) -> tuple[str, str]:
    """Carry a command out. Returns: the path that was asked for, and the answer."""
    asks_by_get = "-G" in words
    url, *further = (word for word in words[1:] if word != "-G")
    options = list(zip(further[::2], further[1::2], strict=True))
    assert {name for name, _ in options} <= {"-H", "-d"}
    sent = "&".join(value for name, value in options if name == "-d")
    path = url.removeprefix(ORIGIN).replace("$KEY", key)
    headers = [value.replace("$KEY", key).split(": ", 1) for name, value in options if name == "-H"]
    if asks_by_get:
        return path, api.request("GET", f"{path}?{sent}", headers=dict(headers)).text
    return path, api.request("POST", path, data=sent, headers=dict(headers)).text


def unspaced(text: str) -> str:
    # A long answer is broken over lines where it is shown.
    return re.sub(r"\s", "", text)


def test_the_commands_of_the_documents_answer_as_they_show(
    json_api: AppProcess, make_key: MakeKey, add_type: Callable[..., object]
) -> None:
    add_type("motor-trade")
    key = make_key("archive", "lead")
    paths = []
    for words, answer in shown("docs/lead-archive.md", "docs/lead-submission.md"):
        path, text = answered(json_api, words, key)
        assert unspaced(text) == unspaced(answer), path
        paths.append(path.partition("?")[0])
    assert paths == [
        "/vicidial/lead/archive/", "/vicidial/leads/archive", "/lead/add", "/lead/add", "/lead/cancel",
        "/API/lmapi.php",
    ]  # fmt: skip


def test_the_request_of_the_readme_answers_as_it_shows(json_api: AppProcess) -> None:
    # The demo, which the README starts first, has added a lead of its own.
    json_api(function="add_lead", **LEAD)
    ((words, answer),) = shown("README.md")
    assert unspaced(answered(json_api, words, "")[1]) == unspaced(answer)
