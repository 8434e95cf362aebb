"""Documentation: what is made from the code is what the code says now."""

from __future__ import annotations

import re
from pathlib import Path

from nonagent.api.registry import registered
from nonagent.settings import ASTGUICLIENT
from tools import document

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")


def test_functions_settings_and_commands_of_the_readme_are_made_from_the_code() -> None:
    assert document.document(README) == README, "run `make docs`"


def test_every_function_says_what_it_does_in_a_line() -> None:
    for function in registered().values():
        assert re.fullmatch(r"[A-Z].{10,110}\.", function.summary), function.name


def test_files_that_the_documents_name_are_there() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "tests/README.md"):
        text = (ROOT / name).read_text(encoding="utf8")
        for path in re.findall(r"(?:nonagent|tests|deploy|benchmarks|tools)/[\w./]*\w", text):
            assert (ROOT / path).exists() or (ROOT / "tests" / path).exists(), f"{name} names {path}"


def test_the_configuration_file_is_vicidials_own() -> None:
    assert ASTGUICLIENT in README
