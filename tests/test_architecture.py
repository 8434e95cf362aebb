"""Architecture: what may import what, and that a function is found by its name."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from nonagent.api.registry import registered

PACKAGE = Path(__file__).resolve().parents[1] / "nonagent"

DOORS = ("nonagent.legacy", "nonagent.web")
#: who may not import whom: the arrows run from the doors over functions, api and rules to the database; the registry
#: loads the handler modules by name, at run time
FORBIDDEN = {
    "database": (*DOORS, "nonagent.functions", "nonagent.api", "nonagent.rules", "nonagent.requests", "flask"),
    "rules": (*DOORS, "nonagent.functions", "nonagent.api", "nonagent.requests", "nonagent.operations", "flask"),
    "requests": (*DOORS, "nonagent.functions", "nonagent.api", "nonagent.rules", "nonagent.operations"),
    "api": (*DOORS, "nonagent.functions", "nonagent.operations", "flask"),
    "functions": (*DOORS, "nonagent.requests", "nonagent.operations", "flask"),
    "operations": (*DOORS, "nonagent.functions", "nonagent.api", "nonagent.rules"),
    "legacy": ("nonagent.functions", "nonagent.web", "nonagent.operations"),
    "schema": (*DOORS, "nonagent.functions", "nonagent.api", "nonagent.rules"),
    # A function that an endpoint offers is asked for by its name, of the registry.
    "web": ("nonagent.functions", "nonagent.cli", "nonagent.check"),
}

#: who may know of the JSON endpoints: who wires them, and who gives them commands
ABOVE_WEB = ("__init__.py", "cli.py")

#: who makes a database server instead of asking one
WITH_THE_DRIVER = ("database", "schema", "demo.py", "private_mariadb.py")
MOST_MODULES_OF_A_ROOM = 12

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
    if path.relative_to(PACKAGE).parts[0] == "web" or name_of(path) in ABOVE_WEB:
        return
    assert not [name for name in imported(path) if name.startswith("nonagent.web")]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_driver_is_known_to_the_database_layer_alone(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] not in WITH_THE_DRIVER:
        assert not [name for name in imported(path) if name.partition(".")[0] == "pymysql"]


def test_no_room_of_rules_holds_more_than_a_dozen_modules() -> None:
    for room in {path.parent for path in PACKAGE.glob("rules/**/*.py")}:
        modules = [path for path in room.glob("*.py") if path.name != "__init__.py"]
        assert len(modules) <= MOST_MODULES_OF_A_ROOM, room


@pytest.mark.parametrize("path", HANDLERS, ids=name_of)
def test_handler_modules_do_not_import_each_other(path: Path) -> None:
    assert not [name for name in imported(path) if name in {function.module for function in registered().values()}]


def test_a_function_is_in_the_file_of_its_name() -> None:
    for name, function in registered().items():
        module = function.module.rsplit(".", 1)[1]
        assert module == ("coffee" if name.endswith("_coffee") else name)


def test_every_handler_module_says_where_it_comes_from() -> None:
    for module in {function.module for function in registered().values()}:
        path = PACKAGE.parent / (module.replace(".", "/") + ".py")
        assert "Source: docs/functions/" in (ast.get_docstring(ast.parse(path.read_text(encoding="utf8"))) or ""), (
            path
        )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_statement_is_made_of_request_values(path: Path) -> None:
    """A value may stand in a statement only where it is a name of the code's own, a constant or an identifier."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.JoinedStr) and "SELECT" in ast.unparse(node):
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    assert "params." not in ast.unparse(part.value), f"{name_of(path)}:{node.lineno}"
