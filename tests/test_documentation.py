"""Documentation: what is made from the code is what the code says now, and every link leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from nonagent import metrics
from nonagent.api.registry import registered
from nonagent.settings import ASTGUICLIENT
from tools import document, reference

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
FUNCTIONS = DOCS / "functions"
DOCUMENTS = sorted(
    [
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md")),
        *DOCS.rglob("*.md"),
        *(ROOT / folder / "README.md" for folder in ("deploy", "tests", "benchmarks")),
    ]
)
MODULES = sorted((ROOT / "nonagent").rglob("*.py"))

#: those of a function's document, in order, and those that may be left out where they would be empty
HEADINGS = ("Parameters", "Permissions", "What it does", "Answers", "Rows written", "Kept for old clients")
MAY_BE_LEFT_OUT = {"Rows written", "Kept for old clients"}
LONGEST_LINE = 120
MOST_LINES_OF_THE_README = 120

_LINK = re.compile(r"\]\(([^()\s]+)\)")
_MENTION = re.compile(r"\bdocs/[\w./-]*\.md(?:#[\w-]+)?")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def unfenced(path: Path) -> str:
    """The text of a document without its blocks of code."""
    return re.sub(r"^ *```.*?^ *```$", "", path.read_text(encoding="utf8"), flags=re.DOTALL | re.MULTILINE)


@cache
def anchors(path: Path) -> frozenset[str]:
    """What GitHub makes of a document's headings."""
    found: set[str] = set()
    seen: Counter[str] = Counter()
    for heading in re.findall(r"^#{1,6} +(.*?)[ #]*$", unfenced(path), re.MULTILINE):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        found.add(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return frozenset(found)


def leads_somewhere(target: str, source: Path) -> bool:
    """Whether the file of a link is there, and its anchor is one of its headings'. Parameters: source, who links."""
    name, _, anchor = target.partition("#")
    path = (source.parent / name).resolve() if name else source
    if not path.exists() or not path.is_relative_to(ROOT):
        return False
    return not anchor or (path.suffix == ".md" and anchor in anchors(path))


def test_what_is_made_from_the_code_is_what_the_code_says_now() -> None:
    assert [name_of(path) for path in document.stale()] == [], "run `make docs`"


def test_a_stale_document_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "TABLES", ((DOCS / "settings.md", "settings", lambda: "another table"),))
    told = document.main(["--check"])
    assert told is not None
    assert "docs/settings.md" in told


def test_every_function_says_what_it_does_in_a_line() -> None:
    for function in registered().values():
        assert re.fullmatch(r"[A-Z].{10,110}\.", function.summary), function.name


@pytest.mark.parametrize("name", sorted(registered()))
def test_every_function_has_a_document_with_all_its_parts(name: str) -> None:
    path = reference.file(registered()[name])
    assert name in path.read_text(encoding="utf8")
    headings = [each for each in re.findall(r"^## (.*)$", unfenced(path), re.MULTILINE) if each in HEADINGS]
    wanted = [each for each in HEADINGS if each in headings or each not in MAY_BE_LEFT_OUT]
    assert headings == wanted


def test_every_document_of_a_function_is_a_functions() -> None:
    there = {path.name for path in FUNCTIONS.glob("*.md")} - {"README.md"}
    assert there == {reference.file(function).name for function in registered().values()}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", unfenced(path))
    links = [link for link in _LINK.findall(text) if "://" not in link]
    assert [link for link in links if not leads_somewhere(link, path)] == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    index = DOCS / "README.md"
    assert leads_somewhere("protocol.md#api-log", index)
    assert leads_somewhere("#documents", index)
    assert not leads_somewhere("protocol.md#no-such-heading", index)
    assert not leads_somewhere("#no-such-heading", index)
    assert not leads_somewhere("no_such_file.md", index)


def test_the_index_leads_to_every_document() -> None:
    index = set(_LINK.findall((DOCS / "README.md").read_text(encoding="utf8")))
    assert {path.name for path in DOCS.glob("*.md")} - {"README.md"} <= index


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_document_that_a_module_names_is_there(path: Path) -> None:
    mentioned = _MENTION.findall(path.read_text(encoding="utf8"))
    # NAME stands for any function's.
    mentioned = [each for each in mentioned if "NAME" not in each]
    assert [each for each in mentioned if not leads_somewhere(each, ROOT / "README.md")] == []


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))], ids=name_of)
def test_no_line_is_too_long_to_read(path: Path) -> None:
    lines = path.read_text(encoding="utf8").splitlines()
    assert [line for line in lines if len(line) > LONGEST_LINE and not line.lstrip().startswith("|")] == []


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf8").splitlines()) <= MOST_LINES_OF_THE_README


def test_files_that_the_documents_name_are_there() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "tests/README.md", "docs/architecture.md"):
        text = (ROOT / name).read_text(encoding="utf8")
        for path in re.findall(r"\b(?:nonagent|tests|deploy|benchmarks|tools)/[\w./]*\w", text):
            # NAME stands for any function's.
            there = "NAME" in path or (ROOT / path).exists() or (ROOT / "tests" / path).exists()
            assert there, f"{name} names {path}"


def test_the_function_shown_to_programmers_is_the_one_that_runs() -> None:
    (shown,) = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf8"), re.DOTALL)
    code = (ROOT / "nonagent" / "functions" / "dids" / "add_did.py").read_text(encoding="utf8")
    without_imports = re.sub(r"^from .*\n+", "", code, flags=re.MULTILINE)
    assert re.sub(r"\n+", "\n", shown) == re.sub(r"\n+", "\n", without_imports)


def test_the_configuration_file_is_vicidials_own() -> None:
    assert ASTGUICLIENT in (DOCS / "settings.md").read_text(encoding="utf8")


def test_every_metric_is_described() -> None:
    described = (DOCS / "operations.md").read_text(encoding="utf8")
    counted = re.findall(r"^# TYPE (nonagent_\w+) ", metrics.text().decode(), re.MULTILINE)
    assert counted
    assert [name for name in counted if not name.endswith("_created") and f"`{name}`" not in described] == []


def test_every_folder_of_the_package_is_described() -> None:
    described = (DOCS / "architecture.md").read_text(encoding="utf8")
    folders = [path.parent.name for path in (ROOT / "nonagent").glob("*/__init__.py")]
    assert [name for name in folders if f"`nonagent/{name}/`" not in described] == []
