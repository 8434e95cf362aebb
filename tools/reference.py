"""Makes the parts of docs/functions/NAME.md that come from declarations and from recorded answers.

tools.document, which `make docs` runs, writes them.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote_plus

from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.parameters import Parameter, Parameters
from nonagent.api.registry import Function, registered

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "functions"
RECORDED = ROOT / "tests" / "conformance" / "transcripts"
LONGEST_LINE = 116
#: where handlers and their helpers are, as far as they answer lines of their own
ANSWERING = ("nonagent.functions.", "nonagent.api.lead_steps")
#: how a call answers, and what the line begins with
METHODS = {
    "success": "SUCCESS", "notice": "NOTICE", "secondary": "NOTICE",
    "error": "ERROR", "refusal": "ERROR", "failure": "ERROR",
}  # fmt: skip
#: what is not known before a recording is compared: the name of what stands there
_UNKNOWN = re.compile(r"{{(\w+)}}")
_LINE = re.compile(r"(SUCCESS|NOTICE|ERROR): (.*?)(?: - |: |:$|$)")
#: how an optional field is declared
COMPLAINING = ("Field", "OptionalField")
#: what every function answers alike: docs/protocol.md has it
COMMON = ("Invalid Source", "auth USER DOES NOT HAVE PERMISSION", "Login incorrect", "user_group DOES NOT EXIST")


def parameters(function: Function) -> str:
    """The table of a function's own parameters."""
    own = [each for name, each in function.asked.declared.items() if name not in Parameters.declared]
    if not own:
        return "None of its own."
    lines = ["| parameter | what it says | taken | default |", "|---|---|---|---|"]
    for each in sorted(own, key=lambda each: not each.required):
        name = f"`{each.name}`" + (", required" if each.required else "")
        lines.append(f"| {name} | {each.doc.replace('|', chr(92) + '|')} | {_taken(each)} | {_code(each.default)} |")
    return "\n".join(lines)


def _taken(parameter: Parameter) -> str:
    if parameter.values:
        return ", ".join(map(_code, parameter.values))
    if parameter.between:
        return "{:g} to {:g}".format(*parameter.between)
    if parameter.length:
        return _length(*parameter.length)
    return ""


def _length(least: int, most: int) -> str:
    if most == UNLIMITED:
        return "not blank" if least == 1 else f"{least} characters or more"
    return f"{least} characters" if least == most else f"{least} to {most} characters"


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def answers(function: Function) -> str:
    """Recorded requests with their answers, and every line of result that the function can give."""
    steps = list(_steps(function.name))
    examples = [_example(step) for step in _chosen(steps)]
    seen: dict[str, str] = {}
    for step in steps:
        for line in step["expect"]["body"].splitlines():
            found = _LINE.match(line)
            if found and not found[2].startswith(COMMON):
                key = f"{found[1]}: {_pattern_free(found[2])}"
                seen[key] = min(seen.get(key, line), line, key=len)
    unseen = [template for template, pattern in _in_the_code(function) if not any(map(pattern.match, seen.values()))]
    parts = ["\n\n".join(examples)] if examples else []
    if seen:
        order = ("SUCCESS", "NOTICE", "ERROR")
        lines = sorted(seen.values(), key=lambda line: (order.index(line.partition(":")[0]), line))
        parts.append("The lines of result, as they were recorded:\n\n" + _fenced(lines))
    if unseen:
        parts.append("Further ones, with what their fields are:\n\n" + _fenced(sorted(set(unseen))))
    return "\n\n".join(parts)


def _pattern_free(reason: str) -> str:
    # Numbers in a reason make no reason of its own.
    return re.sub(r"\d+", "#", reason)


def _chosen(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The shortest request that succeeds, and the shortest one whose rows have a header."""
    good = [step for step in steps if "form" not in step and not step["expect"]["body"].startswith("ERROR")]
    good = sorted((step for step in good if step["expect"]["body"].strip()), key=_rank)
    plain = [step for step in good if not _asks_for_header(step)]
    headed = [step for step in good if _asks_for_header(step)]
    return [*plain[:1], *headed[:1]]


def _rank(step: dict[str, Any]) -> tuple[bool, int]:
    return step["expect"]["body"].startswith("NOTICE"), len(_query(step))


def _asks_for_header(step: dict[str, Any]) -> bool:
    return ["header", "YES"] in step.get("query", [])


def _query(step: dict[str, Any]) -> str:
    return "&".join(f"{name}={quote_plus(value, safe='|,:')}" for name, value in step.get("query", []))


def _example(step: dict[str, Any]) -> str:
    body = step["expect"]["body"]
    kind = "html" if "<html" in body.lower() else ""
    shown = body.splitlines()[:12]
    return _fenced([f"?{_query(step)}", "", *shown], kind)


def _fenced(lines: list[str], kind: str = "") -> str:
    return "\n".join([f"```{kind}", *map(_cut, lines), "```"])


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"


def _steps(name: str) -> Iterator[dict[str, Any]]:
    file = RECORDED / f"{name}.json"
    for case in json.loads(file.read_text(encoding="utf8")) if file.exists() else []:
        for step in case["steps"]:
            body = step["expect"].get("body")
            if ["function", name] in step.get("query", []) and isinstance(body, str):
                yield {**step, "expect": {**step["expect"], "body": _UNKNOWN.sub(r"\1", body)}}


def _in_the_code(function: Function) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every line that the code can answer, its fields by name, with what such a line looks like."""
    for module in _modules(function.module):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf8"))):
            if not isinstance(node, ast.Call):
                continue
            on, _, called = ast.unparse(node.func).rpartition(".")
            if on == "call" and called in METHODS:
                yield from _line_of(function.name, node, METHODS[called])
            elif called in COMPLAINING:
                yield from _complaint_of(function.name, node)


def _complaint_of(name: str, node: ast.Call) -> Iterator[tuple[str, re.Pattern[str]]]:
    """What is said of an optional field that is not accepted."""
    if len(node.args) < 2 or (complaint := _text(node.args[1])) is None:
        return
    by = next((_text(each.value) for each in node.keywords if each.arg == "function"), None) or name
    field = node.args[0].attr if isinstance(node.args[0], ast.Attribute) else ""
    line = f"ERROR: {by} {complaint}"
    pattern = re.compile(".*".join(map(re.escape, line.split("…"))))
    yield f"{line}, THIS IS AN OPTIONAL FIELD" + (f" ({field})" if field else ""), pattern


def _line_of(name: str, node: ast.Call, result: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    reason = _text(node.args[0]) if node.args else None
    if reason is None:
        return
    options = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    by = options.pop("by", None)
    prefix = f"{said} " if (said := name if by is None else _text(by)) else ""
    fields = [name for name, value in options.items()
              if name not in ("form", "logged") and ast.unparse(value) != "BLANK"]  # fmt: skip
    pattern = re.compile(re.escape(f"{result}: {prefix}") + ".*".join(map(re.escape, reason.split("…"))))
    yield f"{result}: {prefix}{reason}" + (f" ({', '.join(fields)})" if fields else ""), pattern


def _text(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join("…" if (text := _text(part)) is None else text for part in node.values)
    return None


@cache
def _modules(name: str) -> tuple[ModuleType, ...]:
    """A handler's module, and those of its helpers that answer."""
    module = sys.modules[name]
    helpers: set[str] = {
        value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", None) or ""
        for value in vars(module).values()
    }
    wanted = {name, *(each for each in helpers if each.startswith(ANSWERING))}
    return tuple(sys.modules[each] for each in sorted(wanted) if each in sys.modules)


def filled(text: str, name: str, made: str) -> str:
    """Fill a made part in.

    Parameters: text of a document; name of the part, which stands in the marker before it; made, the part.
    Returns: the text as it should be.
    Raises: ValueError when the document has no place for it.
    """
    pattern = rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)"
    text, found = re.subn(pattern, lambda found: f"{found[1]}{made}\n{found[2]}", text, flags=re.DOTALL)
    if found != 1:
        raise ValueError(f"one place is wanted for the made part {name!r}, and {found} are there")
    return text


def document(function: Function, text: str) -> str:
    """Fill the made parts in. Parameters: function; text, of its document. Returns: the text as it should be."""
    return filled(filled(text, "parameters", parameters(function)), "answers", answers(function))


def file(function: Function) -> Path:
    """The document of a function: it has the name of the function's module, as several share that of the coffee."""
    return FOLDER / f"{function.module.rpartition('.')[2]}.md"


def documents() -> dict[Path, str]:
    """The document of every function. Returns: its text as it should be, by its file."""
    found = {file(function): function for name, function in registered().items() if file(function).stem == name}
    return {path: document(function, path.read_text(encoding="utf8")) for path, function in found.items()}
