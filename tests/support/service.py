"""nonagent as systemd runs it, with the configuration of deploy/: the listening socket outlives the process."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from nonagent.private_mariadb import end_with_parent
from tests.support.app import ROOT, TIMEZONE

# systemd hands a socket on as file 3, to the process that LISTEN_PID names.
HAND_ON = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
os.execv(sys.executable, [sys.executable, *sys.argv[2:]])
"""
CONFIGURATION = ("--config", "deploy/gunicorn.conf.py", "wsgi:app")


class Service:
    """nonagent as systemd runs it: the listening socket is systemd's, gunicorn is handed it."""

    def __init__(self, folder: Path, variables: Mapping[str, str]) -> None:
        """Start it. Parameters: folder, for its log; variables, NONAGENT_*: this process's are not handed on."""
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
        self.listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port: int = self.listener.getsockname()[1]
        self.log = folder / "gunicorn.log"
        self._notify = folder / "notify"
        self._notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._notices.bind(str(self._notify))
        self._notices.settimeout(15)
        ours = {name: value for name, value in os.environ.items() if not name.startswith("NONAGENT_")}
        fixed = {"TZ": TIMEZONE, "NONAGENT_ASTGUICLIENT_CONF": os.devnull}
        self._environment = {**ours, **fixed, **variables}
        self.start()

    def start(self) -> None:
        """Start it; returns when it tells systemd that it is ready."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", HAND_ON, str(self.listener.fileno()), "-m", "gunicorn", *CONFIGURATION],
                cwd=ROOT,
                env={**self._environment, "NOTIFY_SOCKET": str(self._notify)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[self.listener.fileno()],
                preexec_fn=end_with_parent(),
            )
        assert b"READY=1" in self._notices.recv(4096), self.log.read_text()

    def reload(self) -> None:
        """What ExecReload does; returns when gunicorn has taken it up."""
        before = self.log.read_text().count("Booting worker")
        self._process.send_signal(signal.SIGHUP)
        deadline = time.monotonic() + 30
        while self.log.read_text().count("Booting worker") < before + 2:
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)

    def stop(self) -> int:
        """What systemd sends at a stop. Returns: the exit status."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(60)

    @property
    def workers(self) -> list[int]:
        """Process ids of gunicorn's workers."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def kill(self) -> None:
        """End it as a crash would, and clear away what is left of it, as systemd does."""
        workers = self.workers
        self._process.kill()
        self._process.wait()
        for pid in workers:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def close(self) -> None:
        """End it for good, and give up the socket."""
        if self._process.poll() is None:
            self.stop()
        self.listener.close()
        self._notices.close()
