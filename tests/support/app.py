"""The application under test: gunicorn in a process of its own, on a free port of the loopback interface."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import requests

from nonagent.private_mariadb import end_with_parent

ROOT = Path(__file__).resolve().parents[2]
API_PATH = "/vicidial/non_agent_api.php"
CALLER = {"source": "test", "user": "6666", "pass": "1234"}
HEADERS = {"Host": "dialer.example.com", "User-Agent": "conform/1"}
TIMEZONE = "America/New_York"


class AppProcess:
    """A running gunicorn with nonagent in it, and a client for it."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str],
        *,
        frozen_at: int | None = None,
        workers: int = 1,
    ) -> None:
        """Start it and return when it answers.

        Parameters: folder, for its log. environment, the NONAGENT_* variables (this process's are not handed on).
        frozen_at, the epoch its clock stands at; None lets it run. workers, processes of gunicorn.
        """
        self.log = folder / "gunicorn.log"
        listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        # Without this, which gunicorn sets on sockets it opens itself, each answer waits 40 ms for an ACK.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port: int = listener.getsockname()[1]
        self.origin = f"http://127.0.0.1:{self.port}"
        self.url = self.origin + API_PATH
        self._http = requests.Session()
        self._http.trust_env = False
        settings = Path(__file__).with_name("gunicorn_settings.py")
        command = [sys.executable, "-m", "gunicorn", "--config", str(settings)]
        command += ["--bind", f"fd://{listener.fileno()}", "--workers", str(workers)]
        with self.log.open("ab") as log, listener:
            self._process = subprocess.Popen(
                [*command, "wsgi:app"],
                cwd=ROOT,
                env=_clean_environment(environment, frozen_at),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[listener.fileno()],
                start_new_session=True,
                preexec_fn=end_with_parent(),
            )
        self._wait()

    @property
    def pid(self) -> int:
        """Process id of gunicorn's arbiter."""
        return self._process.pid

    def request(self, method: str, path: str, **options: Any) -> requests.Response:
        """Send any request; `options` are those of requests.request(), `headers` come over the usual ones."""
        headers = {**HEADERS, **(options.pop("headers", None) or {})}
        options = {"timeout": 60, "allow_redirects": False, **options}
        return self._http.request(method, self.origin + path, headers=headers, **options)

    def __call__(
        self,
        params: Mapping[str, Any] | None = None,
        *,
        bare: bool = False,
        form: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> requests.Response:
        """Call the API: app(function="version", phone_number=...) sends these in the query string.

        Parameters: params and more, the query string; source, user and pass of the usual caller come in front
        unless given (None leaves one out) or `bare` is set. form, sent as a POST body. headers, further ones.
        """
        query = {**(params or {}), **more}
        if not bare:
            query = {**{k: v for k, v in CALLER.items() if k not in query and k not in (form or {})}, **query}
        query = {name: value for name, value in query.items() if value is not None}
        method = "POST" if form is not None else "GET"
        return self.request(method, API_PATH, params=query, data=form, headers=headers)

    def log_size(self) -> int:
        """Where the process's log ends now."""
        return self.log.stat().st_size

    def log_since(self, size: int = 0) -> str:
        """What the process wrote on its standard output and error since its log had that size."""
        with self.log.open("rb") as log:
            log.seek(size)
            return log.read().decode("utf8", "replace")

    def stop(self) -> None:
        """Ask gunicorn to end; kill it when it has not gone after some seconds."""
        self._http.close()
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait(self, patience: float = 30) -> None:
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                self.request("GET", "/healthz", timeout=2)
                return
            except requests.RequestException:
                time.sleep(0.05)
        self.stop()
        raise AssertionError(f"the application did not start:\n{self.log_since()}")


def _clean_environment(environment: Mapping[str, str], frozen_at: int | None) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("NONAGENT_")}
    frozen = {} if frozen_at is None else {"FROZEN_EPOCH": str(frozen_at)}
    fixed = {"TZ": TIMEZONE, "NONAGENT_ASTGUICLIENT_CONF": os.devnull, "PYTHONUNBUFFERED": "1"}
    return {**ours, **fixed, **frozen, **environment}
