"""Architecture: what may import what, and that a function is found by its name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from nonagent.api.parameters import Parameters
from nonagent.api.registry import Function, registered

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

#: how a call answers
ANSWERING = tuple(f"call.{how}" for how in ("success", "notice", "error", "refusal", "failure", "secondary"))
#: what parameters are called where they are read, or the class that declares them
HOLDING = re.compile("params|asked|own|settings|[A-Z].*")
#: modules of api that read parameters for a function
STEPS = tuple(f"nonagent.api.{name}" for name in ("lead_steps", "report", "listings", "optional_fields"))

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
def test_no_statement_is_made_by_joining_texts(path: Path) -> None:
    """Ruff's S608 finds a statement that is made of texts, whatever it changes; nobody may silence it."""
    assert "S608" not in path.read_text(encoding="utf8")


@pytest.mark.parametrize("path", HANDLERS, ids=name_of)
def test_handlers_lay_out_no_line_of_result(path: Path) -> None:
    """What separates fields, and ends lines, is for nonagent.api.text to know."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if ast.unparse(node.func.value) in ("'|'", "'\\t'"):
            assert node.func.attr != "join", f"{name_of(path)}:{node.lineno}"
        if ast.unparse(node.func) in ANSWERING:
            shown = [*node.args, *(keyword.value for keyword in node.keywords)]
            for text in [ast.unparse(each) for each in shown if isinstance(each, ast.JoinedStr)]:
                assert "|" not in text, f"{name_of(path)}:{node.lineno} {text}"
                assert "\\n" not in text, f"{name_of(path)}:{node.lineno} {text}"


def read_in(path: Path) -> set[str]:
    """Every name that a module reads as an attribute of parameters, or holds as a text that may be such a name."""
    tree = ast.parse(path.read_text(encoding="utf8"))
    attributes = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and HOLDING.fullmatch(ast.unparse(node.value).split(".")[-1])
    }
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    # A rule's value has its members under the parameters' names.
    members = {ast.unparse(node.target) for node in ast.walk(tree) if isinstance(node, ast.AnnAssign)}
    return attributes | texts | members


def with_helpers(name: str) -> set[Path]:
    """A handler's module, and the modules of nonagent that it is made of."""
    found: set[Path] = set()
    waiting = [PACKAGE.parent / (name.replace(".", "/") + ".py")]
    while waiting:
        path = waiting.pop()
        if path in found or not path.exists():
            continue
        found.add(path)
        wanted = [
            each for each in imported(path) if each.startswith(("nonagent.functions", "nonagent.rules", *STEPS))
        ]
        waiting += [PACKAGE.parent / (each.replace(".", "/") + ".py") for each in wanted]
    return found


@pytest.mark.parametrize("function", registered().values(), ids=lambda function: function.name)
def test_what_a_function_declares_it_reads(function: Function) -> None:
    names = set().union(*map(read_in, with_helpers(function.module)))
    required = {each.attribute for each in function.asked._needed}
    declared = function.asked.declared.keys() - Parameters.declared.keys()
    # `xferconf_` is the beginning of names that are made where they are read.
    unread = {name for name in declared - names - required if name.rpartition("_")[0] + "_" not in names}
    assert not unread
