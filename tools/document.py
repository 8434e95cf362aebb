"""Writes the parts of the documentation that are made from the code; `make docs` runs it.

The table of functions, that of settings and that of commands; and of each function's document the parts that
tools.reference makes. With `--check` it writes nothing, and says which documents are stale.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import click

from nonagent import cli
from nonagent.api.registry import registered
from nonagent.settings import Settings
from tools import reference
from tools.reference import ROOT, filled

DOCS = ROOT / "docs"


def functions() -> str:
    """The functions by subject, each with its document and what it does."""
    lines = ["| function | what it does | subject |", "|---|---|---|"]
    found = sorted(registered().values(), key=lambda function: (function.wing, function.name))
    for each in found:
        lines.append(f"| [{each.name}]({reference.file(each).name}) | {each.summary} | {each.wing} |")
    return "\n".join(lines)


def settings() -> str:
    """The settings with their defaults."""
    lines = ["| variable | what for | default | in astguiclient.conf |", "|---|---|---|---|"]
    for item in fields(Settings):
        about = item.metadata["about"].replace("|", "\\|")
        conf = f"`{item.metadata['conf']}`" if item.metadata["conf"] else ""
        lines.append(f"| `{item.metadata['variable']}` | {about} | {_default(item.default)} | {conf} |")
    return "\n".join(lines)


def commands() -> str:
    """The `nonagent` commands with their options."""
    lines = ["| command | what it does |", "|---|---|"]
    for name, command in _commands("nonagent", cli.main):
        usage = [_argument(each) for each in command.params if isinstance(each, click.Argument) and each.required]
        usage += [_option(each) for each in command.params if isinstance(each, click.Option)]
        lines.append(f"| `{' '.join([name, *usage])}` | {_first_line(command)} |")
    return "\n".join(lines)


#: the tables: the document each stands in, its name there, and what makes it
TABLES: tuple[tuple[Path, str, Callable[[], str]], ...] = (
    (DOCS / "functions" / "README.md", "functions", functions),
    (DOCS / "settings.md", "settings", settings),
    (DOCS / "commands.md", "commands", commands),
)


def documents() -> dict[Path, str]:
    """Every document that has made parts. Returns: its text as it should be, by its file."""
    wanted = {file: filled(file.read_text(encoding="utf8"), name, make()) for file, name, make in TABLES}
    return wanted | reference.documents()


def stale() -> dict[Path, str]:
    """The documents whose made parts are not what the code says now. Returns: their texts as they should be."""
    return {file: text for file, text in documents().items() if file.read_text(encoding="utf8") != text}


def main(arguments: list[str]) -> str | None:
    """Write them, or with `--check` look at them. Returns: what is wrong, None when nothing is."""
    found = stale()
    if "--check" in arguments:
        names = ", ".join(str(file.relative_to(ROOT)) for file in found)
        return f"stale: {names}; run make docs" if found else None
    for file, text in found.items():
        file.write_text(text, encoding="utf8")
    return None


def _default(value: object) -> str:
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, bool):
        return "no" if not value else "yes"
    return f"`{','.join(map(str, value)) if isinstance(value, tuple) else value}`"


def _commands(name: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command of a group by its whole name; a group in it by its commands."""
    for word, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _commands(f"{name} {word}", command)
        else:
            yield f"{name} {word}", command


def _argument(argument: click.Argument) -> str:
    return argument.metavar or argument.human_readable_name.upper()


def _option(option: click.Option) -> str:
    name = max(option.opts, key=len)
    usage = name if option.is_flag else f"{name} {name.strip('-').replace('-', '_').upper()}"
    return usage if option.required else f"[{usage}]"


def _first_line(command: click.Command) -> str:
    return (command.help or "").strip().split("\n")[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
