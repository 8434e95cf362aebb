"""The nonagent command, as a user runs it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
import requests

from nonagent.api.registry import registered
from tests.support.app import ROOT
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase
from tests.test_private_mariadb import lives, wait_for_end

NONAGENT = [sys.executable, "-m", "nonagent"]
SERVING = "Ctrl-C stops everything"


class Demo:
    """A running `nonagent demo`."""

    def __init__(self, folder: Path, port: int, *options: str) -> None:
        self.port = port
        self._process = subprocess.Popen(
            [*NONAGENT, "demo", "--folder", str(folder), "--port", str(port), *options],
            cwd=ROOT,
            env=clean_environment(PYTHONUNBUFFERED="1"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self._output: IO[str] = self._process.stdout
        self.said = ""

    def until_serving(self) -> str:
        """Wait until it serves, or has ended; return what it said."""
        for line in self._output:
            self.said += line
            if line.startswith(SERVING):
                break
        return self.said

    def pids(self) -> list[int]:
        """Its children: MariaDB and gunicorn."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def send(self, number: int) -> int:
        """Send a signal to it and its group, as a terminal does, and wait; return its exit code."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, number)
        if not self._output.closed:
            self.said += self._output.read()
            self._output.close()
        return self._process.wait(30)


def clean_environment(**more: str) -> dict[str, str]:
    return {**{k: v for k, v in os.environ.items() if not k.startswith("NONAGENT_")}, **more}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def leads(port: int) -> requests.Response:
    caller = {"source": "demo", "user": "6666", "pass": "1234", "function": "version"}
    return requests.get(f"http://127.0.0.1:{port}/vicidial/non_agent_api.php", params=caller, timeout=10)


def nonagent(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*NONAGENT, *arguments],
        cwd=ROOT,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def var() -> Iterator[Path]:
    """Where the demo of a test keeps its data; not there yet."""
    folder = Path(tempfile.mkdtemp(prefix="nonagent-"))
    yield folder / "var"
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def start_demo(var: Path) -> Iterator[Callable[..., Demo]]:
    started: list[Demo] = []

    def start(*options: str, port: int | None = None) -> Demo:
        demo = Demo(var, port or free_port(), *options)
        started.append(demo)
        return demo

    yield start
    for demo in started:
        demo.send(signal.SIGTERM)


def test_demo_shows_a_lead_serves_keeps_its_data_and_stops_what_it_started(start_demo: Callable[..., Demo]) -> None:
    demo = start_demo()
    said = demo.until_serving()
    assert f"curl 'http://127.0.0.1:{demo.port}/vicidial/non_agent_api.php?" in said
    assert "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551212|101|1008|" in said
    assert "  lead_id                  1008\n" in said
    assert "function=version" in said
    assert leads(demo.port).text.startswith("VERSION: ")
    pids = demo.pids()
    assert len(pids) == 2
    assert demo.send(signal.SIGINT) == 0
    assert "Traceback" not in demo.said
    assert [pid for pid in pids if lives(pid)] == []

    begun = time.monotonic()
    again = start_demo(port=demo.port)
    assert "  lead_id                  1009\n" in again.until_serving()
    assert "sample call centre" not in again.said
    assert time.monotonic() - begun < 15

    second = start_demo()
    assert "Error: another demo is running in" in second.until_serving()
    assert second.send(signal.SIGINT) == 1
    assert again.send(signal.SIGTERM) == 0

    anew = start_demo("--reset")
    assert "  lead_id                  1008\n" in anew.until_serving()
    pids = anew.pids()
    anew.send(signal.SIGKILL)
    assert all(wait_for_end(pid) for pid in pids)


def test_demo_says_that_the_port_is_taken(start_demo: Callable[..., Demo], var: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        demo = start_demo(port=port)
        said = demo.until_serving()
    assert said.startswith(f"Error: port {port} on 127.0.0.1 cannot be used (Address already in use); choose another")
    assert said.count("\n") == 1
    assert demo.send(signal.SIGINT) == 1
    assert not var.exists()


def test_demo_says_that_its_folder_is_half_made(start_demo: Callable[..., Demo], var: Path) -> None:
    (var / "mariadb").mkdir(parents=True)
    demo = start_demo()
    said = demo.until_serving()
    assert "is half-made (an earlier start was broken off); start over with make demo-reset" in said
    assert said.count("\n") == 1
    assert demo.send(signal.SIGINT) == 1


def test_serve_runs_gunicorn_with_the_settings_of_the_environment(database: WorkingDatabase) -> None:
    port = free_port()
    environment = clean_environment(
        NONAGENT_DB_SOCKET=str(database.mariadb.socket),
        NONAGENT_DB_NAME=database.name,
        NONAGENT_DB_USER=APP_USER,
        NONAGENT_DB_PASSWORD=APP_PASSWORD,
        NONAGENT_ASTGUICLIENT_CONF=os.devnull,
    )
    command = [*NONAGENT, "serve", "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    process = subprocess.Popen(
        [*command, "--", "--log-level", "warning"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert eventually(lambda: leads(port).text.startswith("VERSION: "))
    finally:
        process.terminate()
        assert process.wait(15) == 0


def eventually(answers: Callable[[], bool], patience: float = 20) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            return answers()
        except requests.ConnectionError:
            time.sleep(0.05)
    return False


def test_a_wrong_setting_stops_serve_with_one_line() -> None:
    done = nonagent("serve", NONAGENT_DB_PORT="many")
    assert done.returncode == 1
    assert done.stderr == "Error: NONAGENT_DB_PORT must be a number from 1 to 65535\n"


def test_functions_lists_every_function_under_its_subject() -> None:
    done = nonagent("functions")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    listed = {line.split()[0] for line in lines if line.startswith("  ")}
    assert listed == set(registered())
    assert any(line.startswith("[leads] Leads: ") for line in lines)
    assert all(len(line.split()) > 1 for line in lines if line.startswith("  ")), "a function without a summary"


def test_help_names_every_command() -> None:
    done = nonagent("--help")
    assert all(name in done.stdout for name in ("demo", "serve", "functions", "check"))
