"""A MariaDB of our own in a folder: own socket, own data, no network port. For the demo and the tests."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pymysql
from pymysql.connections import Connection

from nonagent import schema

# Where Debian and others put the server, often outside an ordinary user's PATH.
SERVER_FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/usr/local/libexec", "/opt/mariadb/bin")
LONGEST_SOCKET_PATH = 107
PR_SET_PDEATHSIG = 1

SMALL = (
    "--key-buffer-size=8M",
    "--aria-pagecache-buffer-size=4M",
    "--innodb-buffer-pool-size=8M",
    "--innodb-log-file-size=4M",
    "--innodb-buffer-pool-load-at-startup=OFF",
    "--innodb-buffer-pool-dump-at-shutdown=OFF",
    "--performance-schema=OFF",
    "--myisam-recover-options=BACKUP,FORCE",
    "--table-open-cache=1000",
    "--table-definition-cache=1000",
    "--max-connections=400",
)
DURABLE = ("--innodb-flush-log-at-trx-commit=1",)
FORGETFUL = ("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=OFF")


class PrivateMariaDBError(Exception):
    """The private MariaDB cannot start; the text says why and what to do, in one line."""


class PrivateMariaDB:
    """A MariaDB server that lives in one folder and is started and stopped from here.

    Used as a context manager it is started on entry and stopped on exit. The server is in a session of its own, so
    Ctrl-C reaches only this process, which then stops it; should this process be killed, the server ends as well.
    """

    def __init__(
        self,
        folder: Path | str,
        *,
        durable: bool = True,
        arguments: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Name the folder; nothing is made or started yet.

        Parameters: folder, for data, socket, pid file and log; made at the first start.
        durable, False where a power cut may cost data (tests): writes are not flushed.
        arguments, further options of mariadbd, after ours. environment, variables beside this process's own (TZ).
        """
        self.folder = Path(folder).resolve()
        self.data = self.folder / "data"
        self.socket = self.folder / "mariadb.sock"
        self.log = self.folder / "mariadb.log"
        self._pid_file = self.folder / "mariadb.pid"
        self._made = self.folder / "made"
        self._options = [*SMALL, *(DURABLE if durable else FORGETFUL)]
        self._arguments = list(arguments)
        self._environment = {**os.environ, **(environment or {})}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def pid(self) -> int | None:
        """The server's process id, None when it is not running."""
        if self._process is None or self._process.poll() is not None:
            return None
        return self._process.pid

    def start(self, patience: float = 60) -> None:
        """Start the server, making its data folder first when there is none; return when it answers.

        Parameters: patience, seconds to wait for the first answer.
        Raises: PrivateMariaDBError when MariaDB is missing, the folder is half-made or in use, or the start fails.
        """
        if self.pid is not None:
            return
        server = find("mariadbd")
        self._refuse_long_socket_path()
        self._refuse_running_server()
        self._make_data(server)
        command = [server, "--no-defaults", *self._common(), *self._running(), *self._arguments]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                env=self._environment,
                start_new_session=True,
                preexec_fn=end_with_parent(),
            )
        try:
            self._wait(patience)
        except BaseException:
            self.stop()
            raise

    def stop(self, patience: float = 30) -> None:
        """Shut the server down in order; kill it when it has not gone after `patience` seconds."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._forget_leftovers()

    def kill(self) -> None:
        """End the server at once, as a crash would; start() brings it back."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        self._forget_leftovers()

    def connect(self, database: str | None = None, **options: Any) -> Connection:
        """Connect as the server's root over its socket, with autocommit on and many statements a query allowed.

        Parameters: database, the one to use, if any. options, further arguments of pymysql.connect().
        Returns: the open connection. Raises: pymysql.MySQLError.
        """
        arguments: dict[str, Any] = {
            "unix_socket": str(self.socket),
            "user": "root",
            "database": database,
            "charset": "utf8mb4",
            "autocommit": True,
            "client_flag": schema.CLIENT_FLAG,
        }
        return pymysql.connect(**{**arguments, **options})

    def _common(self) -> list[str]:
        options = [f"--datadir={self.data}", "--skip-name-resolve", *self._options]
        # MariaDB refuses to run as root unless told so; another user might not reach the folder.
        return [*options, "--user=root"] if os.geteuid() == 0 else options

    def _running(self) -> list[str]:
        return [
            f"--socket={self.socket}",
            f"--pid-file={self._pid_file}",
            f"--tmpdir={self.folder}",
            "--skip-networking",
            "--sql-mode=",
        ]

    def _refuse_long_socket_path(self) -> None:
        length = len(os.fsencode(self.socket))
        if length > LONGEST_SOCKET_PATH:
            raise PrivateMariaDBError(
                f"{self.socket}: a socket's path may have {LONGEST_SOCKET_PATH} bytes, this one has {length}; "
                "use a folder with a shorter path"
            )

    def _refuse_running_server(self) -> None:
        pid = _read_pid(self._pid_file)
        if pid is not None and _is_server_of(pid, self.data):
            raise PrivateMariaDBError(f"a MariaDB is running in {self.folder} already (process {pid}); stop it first")
        self._forget_leftovers()

    def _make_data(self, server: str) -> None:
        if self._made.exists() and (self.data / "mysql").is_dir():
            return
        if self._made.exists() or self.data.exists():
            raise PrivateMariaDBError(
                f"{self.folder} is half-made (an earlier start was broken off); remove it to start over"
            )
        installer = find("mariadb-install-db")
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise PrivateMariaDBError(f"cannot make {self.folder}: {error.strerror}") from None
        command = [
            installer,
            "--no-defaults",
            *self._common(),
            f"--tmpdir={self.folder}",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--rpm",  # as packages call it: else it sets owner and mode of the system's own PAM helper
        ]
        # The installer looks for mariadbd in PATH too.
        path = os.pathsep.join([str(Path(server).parent), self._environment.get("PATH", os.defpath)])
        with self.log.open("ab") as log:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**self._environment, "PATH": path},
                check=False,
            )
        if done.returncode:
            raise PrivateMariaDBError(f"{installer} could not make a data folder; see {self.log}")
        self._made.touch()

    def _wait(self, patience: float) -> None:
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if self.pid is None:
                raise PrivateMariaDBError(f"MariaDB did not start: {_last_error(self.log)} (see {self.log})")
            try:
                self.connect().close()
                return
            except pymysql.OperationalError:
                time.sleep(0.03)
        raise PrivateMariaDBError(f"MariaDB gave no answer for {patience:.0f} seconds; see {self.log}")

    def _forget_leftovers(self) -> None:
        for path in (self._pid_file, self.socket):
            path.unlink(missing_ok=True)


def find(program: str) -> str:
    """Find one of MariaDB's programs, in PATH and where servers are usually put.

    Returns: its full path. Raises: PrivateMariaDBError when it is not installed.
    """
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), *SERVER_FOLDERS])
    found = shutil.which(program, path=path)
    if found is None:
        raise PrivateMariaDBError(f"{program} is not installed; on Debian or Ubuntu: apt-get install mariadb-server")
    return found


def end_with_parent() -> Callable[[], None] | None:
    """Return what a child runs before its program so that it is told to end when this process is killed.

    Linux only: elsewhere None, and a kill -9 of this process leaves the child running.
    """
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl  # looked up here: the child must do as little as possible

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

    return ask


def _read_pid(path: Path) -> int | None:
    try:
        return int(path.read_text())
    except (OSError, ValueError):
        return None


def _is_server_of(pid: int, data: Path) -> bool:
    """Whether this process lives and is a server on that data folder: process ids are used again."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        return os.fsencode(data) in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return True  # no /proc to ask: better refuse than start a second server on the same data


def _last_error(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    errors = [line for line in lines if "[ERROR]" in line and not line.endswith("Aborting")]
    if not errors:
        return "no reason given"
    return errors[-1].partition("[ERROR]")[2].strip()
