"""deploy/systemd/ and gunicorn.conf.py: the units hold, and neither reload nor restart loses a request."""

from __future__ import annotations

import configparser
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.conftest import app_environment
from tests.support.app import API_PATH, CALLER, ROOT
from tests.support.service import CONFIGURATION, Service
from tests.support.web_servers import DEPLOY, apache, nginx, program
from tests.support.working_database import WorkingDatabase

UNITS = DEPLOY / "systemd"


def unit(name: str) -> configparser.ConfigParser:
    parsed = configparser.ConfigParser(strict=False, interpolation=None, allow_no_value=True)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]
    parsed.read(UNITS / name)
    return parsed


@pytest.fixture
def service(database: WorkingDatabase, web_root: Path, short_folder: Path, tmp_path: Path) -> Iterator[Service]:
    running = Service(tmp_path, {"NONAGENT_TRUSTED_PROXIES": "127.0.0.1", **app_environment(database, web_root)})
    yield running
    running.close()


class Stream:
    """A steady stream of add_lead: each with a number of its own, and what became of each."""

    def __init__(self, url: str, *, keep_alive: bool) -> None:
        self.answers: list[str] = []
        self._url = url
        self._keep_alive = keep_alive
        self._ended = threading.Event()

    def run(self, number: int) -> None:
        with requests.Session() as session:
            for count in range(1_000_000):
                if self._ended.is_set():
                    return
                phone = f"7{number}{count:08d}"
                lead = {**CALLER, "function": "add_lead", "phone_number": phone, "phone_code": "1", "list_id": "101"}
                caller = session if self._keep_alive else requests
                try:
                    answer = caller.get(self._url, params=lead, timeout=60)  # type: ignore[attr-defined]
                    self.answers.append(f"{answer.status_code} {answer.text}")
                except requests.RequestException as error:
                    self.answers.append(f"lost: {error}")

    @contextmanager
    def flowing(self) -> Iterator[None]:
        threads = [threading.Thread(target=self.run, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        try:
            self.wait_for_more(8)
            yield
            self.wait_for_more(8)
        finally:
            self._ended.set()
            for thread in threads:
                thread.join()

    def wait_for_more(self, count: int) -> None:
        """Return when so many more were answered, and half a second has passed."""
        wanted, deadline = len(self.answers) + count, time.monotonic() + 60
        time.sleep(0.5)
        while len(self.answers) < wanted:
            assert time.monotonic() < deadline, self.answers[-1:]
            time.sleep(0.05)

    @property
    def failures(self) -> list[str]:
        return [answer for answer in self.answers if not answer.startswith("200 SUCCESS: add_lead LEAD HAS BEEN")]


@contextmanager
def in_front_of(port: int, way: str, folder: Path) -> Iterator[str]:
    if way in ("nginx", "apache"):
        with {"nginx": nginx, "apache": apache}[way](folder, port) as origin:
            yield origin + API_PATH
    else:
        yield f"http://127.0.0.1:{port}{API_PATH}"


@pytest.mark.parametrize("way", ["nginx", "apache", "new connections", "kept connections"])
def test_a_reload_loses_no_request(way: str, service: Service, database: WorkingDatabase, tmp_path: Path) -> None:
    before = int(database.value("SELECT COUNT(*) FROM vicidial_list"))
    with in_front_of(service.port, way, tmp_path) as url:
        stream = Stream(url, keep_alive=way != "new connections")
        with stream.flowing():
            for _ in range(3):
                service.reload()
                stream.wait_for_more(8)
    assert stream.failures == []
    # None was done twice either.
    assert int(database.value("SELECT COUNT(*) FROM vicidial_list")) == before + len(stream.answers)


@pytest.mark.parametrize("way", ["nginx", "apache"])
def test_a_restart_loses_no_request_since_systemd_holds_the_socket(
    way: str, service: Service, database: WorkingDatabase, tmp_path: Path
) -> None:
    with in_front_of(service.port, way, tmp_path) as url:
        stream = Stream(url, keep_alive=True)
        with stream.flowing():
            assert service.stop() == 0
            answered = len(stream.answers)
            service.start()
    assert stream.failures == []
    assert len(stream.answers) > answered + 4


def test_the_gunicorn_configuration_is_accepted() -> None:
    command = [sys.executable, "-m", "gunicorn", "--config", str(DEPLOY / "gunicorn.conf.py"), "--print-config"]
    printed = subprocess.run([*command, "wsgi:app"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert printed.returncode == 0, printed.stderr
    printed_settings = dict(
        line.split("=", 1) for line in printed.stdout.replace(" ", "").splitlines() if "=" in line
    )
    assert printed_settings["limit_request_line"] == "8190"
    assert printed_settings["worker_class"] == "nonagent.serving.worker.Worker"
    assert printed_settings["forwarded_allow_ips"] in ("", "[]")
    # systemd waits longer for the end than gunicorn waits for begun work, which may take 95 s.
    stop_after = int(unit("nonagent.service")["Service"]["TimeoutStopSec"])
    assert 95 < int(printed_settings["graceful_timeout"]) < stop_after
    assert int(printed_settings["timeout"]) >= 300


def test_the_units_name_what_is_there() -> None:
    service, listening = unit("nonagent.service"), unit("nonagent.socket")
    command = service["Service"]["ExecStart"]
    assert "--config deploy/gunicorn.conf.py wsgi:app" in command
    assert command.startswith(service["Service"]["WorkingDirectory"])
    assert service["Unit"]["Requires"] == "nonagent.socket"
    assert 'bind = "127.0.0.1:8080"' in (DEPLOY / "gunicorn.conf.py").read_text()
    assert listening["Socket"]["ListenStream"] == "127.0.0.1:8080"


def test_systemd_understands_every_line_of_the_units(tmp_path: Path) -> None:
    analyze = program("systemd-analyze")
    for path in UNITS.iterdir():
        text = path.read_text().replace("/opt/nonagent/.venv/bin/gunicorn", sys.executable)
        (tmp_path / path.name).write_text(text)
    files = [str(tmp_path / path.name) for path in UNITS.iterdir()]
    verified = subprocess.run([analyze, "verify", "--man=no", *files], capture_output=True, text=True, timeout=60)
    ours = [line for line in verified.stderr.splitlines() if str(tmp_path) in line or "nonagent" in line]
    assert ours == []


def test_the_service_is_locked_in(tmp_path: Path) -> None:
    analyze = program("systemd-analyze")
    command = [analyze, "security", "--offline=yes", "--threshold=20", str(UNITS / "nonagent.service")]
    looked_at = subprocess.run(command, capture_output=True, text=True, timeout=60)
    # 2.0 of 10: exposed is 10.
    assert looked_at.returncode == 0, looked_at.stdout[-300:] + looked_at.stderr


def test_the_system_call_filter_lets_nonagent_work(database: WorkingDatabase, web_root: Path, tmp_path: Path) -> None:
    strace, analyze = program("strace"), program("systemd-analyze")
    trace = tmp_path / "trace"
    environment = {**os.environ, **app_environment(database, web_root), "NONAGENT_ASTGUICLIENT_CONF": os.devnull}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [strace, "-D", "-f", "-qq", "-o", str(trace), sys.executable, "-m", "gunicorn", *CONFIGURATION]
    process = subprocess.Popen([*command, "--bind", f"127.0.0.1:{port}"], cwd=ROOT, env=environment)
    try:
        answer = _patient_get(f"http://127.0.0.1:{port}{API_PATH}")
    finally:
        process.terminate()
        process.wait(60)
    assert answer.startswith("VERSION")
    called = {line.split(None, 1)[1].split("(")[0] for line in trace.read_text().splitlines() if "(" in line}
    called = {name for name in called if name.isidentifier()}
    assert {"accept4", "execve", "futex"} & called
    assert called - _filter(analyze, "@system-service") == set()
    assert called & (_filter(analyze, "@privileged") | _filter(analyze, "@resources")) == set()


def _patient_get(url: str) -> str:
    deadline = time.monotonic() + 60
    while True:
        try:
            return requests.get(url, {**CALLER, "function": "version"}, timeout=30).text
        except requests.ConnectionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def _filter(analyze: str, group: str) -> set[str]:
    """The system calls of a group of systemd's, and of the groups in it."""
    shown = subprocess.run([analyze, "syscall-filter", group], capture_output=True, text=True, timeout=20).stdout
    words = {line.strip() for line in shown.splitlines()[1:] if line.strip() and not line.strip().startswith("#")}
    within = {word for word in words if word.startswith("@")}
    return (words - within).union(*(_filter(analyze, each) for each in within))
