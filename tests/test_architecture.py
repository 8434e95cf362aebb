"""Architecture: what may import what, and that a function is found by its name."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from nonagent.legacy.registry import registered

PACKAGE = Path(__file__).resolve().parents[1] / "nonagent"

#: who may not import whom; the registry loads the handler modules by name, at run time
FORBIDDEN = {
    "rules": ("nonagent.legacy", "nonagent.functions", "nonagent.leads", "flask"),
    "functions": ("nonagent.leads", "flask"),
    "legacy": ("nonagent.functions", "nonagent.leads"),
    "schema": ("nonagent.legacy", "nonagent.functions", "nonagent.rules"),
    # A function that an endpoint of leads offers is asked for by its name, of the registry.
    "leads": ("nonagent.functions", "nonagent.cli", "nonagent.check"),
}

#: who may know of the JSON endpoints: who wires them, and who gives them commands
ABOVE_LEADS = ("__init__.py", "cli.py")

MODULES = sorted(PACKAGE.rglob("*.py"))
HANDLERS = sorted(PACKAGE.glob("functions/*/*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_imports_what_stands_above_it(path: Path) -> None:
    folder = path.relative_to(PACKAGE).parts[0]
    for name in imported(path):
        assert not name.startswith(FORBIDDEN.get(folder, ())), f"{name_of(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_application_and_the_command_line_know_of_the_json_endpoints(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] == "leads" or name_of(path) in ABOVE_LEADS:
        return
    assert not [name for name in imported(path) if name.startswith("nonagent.leads")]


@pytest.mark.parametrize("path", HANDLERS, ids=name_of)
def test_handler_modules_do_not_import_each_other(path: Path) -> None:
    assert not [name for name in imported(path) if name.startswith("nonagent.functions")]


def test_a_function_is_in_the_file_of_its_name() -> None:
    for name, function in registered().items():
        module = function.module.rsplit(".", 1)[1]
        assert module == ("coffee" if name.endswith("_coffee") else name)


def test_every_handler_module_says_where_it_comes_from() -> None:
    for path in HANDLERS:
        if path.name != "__init__.py":
            assert "Source: spec/" in (ast.get_docstring(ast.parse(path.read_text(encoding="utf8"))) or ""), path


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_statement_is_made_of_request_values(path: Path) -> None:
    """A value may stand in a statement only where it is a name of the code's own, a constant or an identifier."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.JoinedStr) and "SELECT" in ast.unparse(node):
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    assert "params." not in ast.unparse(part.value), f"{name_of(path)}:{node.lineno}"
