"""Writes the parts of README.md that are made from the code: functions, settings, commands. `make docs` runs it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from nonagent import cli
from nonagent.api.registry import registered
from nonagent.settings import Settings

README = Path(__file__).resolve().parents[1] / "README.md"


def functions() -> str:
    """The functions by subject, each with what it does."""
    lines = ["| function | what it does | subject |", "|---|---|---|"]
    found = sorted(registered().values(), key=lambda function: (function.wing, function.name))
    return "\n".join([*lines, *(f"| `{each.name}` | {each.summary} | {each.wing} |" for each in found)])


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


def document(text: str) -> str:
    """Fill the made parts in. Parameters: text, of the README. Returns: the text as it should be."""
    for name, made in (("functions", functions()), ("settings", settings()), ("commands", commands())):
        pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        text = re.sub(pattern, lambda found, made=made: f"{found[1]}{made}\n{found[2]}", text, flags=re.DOTALL)
    return text


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
    wanted = document(README.read_text(encoding="utf8"))
    if "--check" in sys.argv:
        sys.exit(0 if wanted == README.read_text(encoding="utf8") else "README.md is stale: run make docs")
    README.write_text(wanted, encoding="utf8")
