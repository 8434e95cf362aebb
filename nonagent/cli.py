"""The `nonagent` command."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from nonagent import __version__
from nonagent.settings import Settings, SettingsError
from nonagent.web.commands import COMMANDS as LEADS_COMMANDS


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """A drop-in replacement for VICIdial's non_agent_api.php."""


for each in LEADS_COMMANDS:
    main.add_command(each)


@main.command()
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65535), help="Port on 127.0.0.1.")
@click.option(
    "--folder",
    default="var",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where data and logs go.",
)
@click.option("--reset", is_flag=True, help="Start over with the sample rows.")
def demo(port: int, folder: Path, reset: bool) -> None:
    """Run the API on a private MariaDB with a sample call centre, until Ctrl-C."""
    from nonagent.demo import DemoError, run

    try:
        run(folder, port, reset=reset, say=click.echo)
    except DemoError as error:
        raise click.ClickException(str(error)) from None


@main.command()
@click.option("--bind", default="127.0.0.1:8080", show_default=True, help="HOST:PORT, or unix:PATH.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1), help="Processes.")
@click.argument("gunicorn_options", nargs=-1, type=click.UNPROCESSED)
def serve(bind: str, workers: int, gunicorn_options: tuple[str, ...]) -> None:
    """Serve the API with gunicorn; settings come from the environment and astguiclient.conf.

    Further options of gunicorn may follow after `--`.
    """
    from nonagent import serving

    _settings()  # a wrong one must stop the start with its one line, not a worker with a stack trace
    command = serving.command(bind, workers, *gunicorn_options)
    sys.stdout.flush()
    os.execv(command[0], command)


@main.command()
def functions() -> None:
    """List the API functions by subject."""
    from nonagent.api.registry import registered

    wings: dict[str, list[str]] = {}
    for name, function in sorted(registered().items()):
        wings.setdefault(function.wing, []).append(f"  {name:26} {function.summary}")
    for wing, lines in sorted(wings.items()):
        click.echo("\n".join([f"[{wing}] {_purpose(wing)}", *lines, ""]))


@main.command()
def check() -> None:
    """Connect to the database and say what is missing or odd; exits non-zero on errors."""
    from nonagent.check import report

    lines, exit_code = report(_settings())
    for line in lines:
        click.echo(line)
    sys.exit(exit_code)


def _settings() -> Settings:
    try:
        return Settings.from_environment()
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


def _purpose(wing: str) -> str:
    return (sys.modules[f"nonagent.functions.{wing}"].__doc__ or "").strip().split("\n")[0]
