"""`nonagent demo`: a whole call centre on this machine in one command, and gone with Ctrl-C."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import urlencode

from pymysql.cursors import DictCursor

from nonagent import schema, serving
from nonagent.api.registry import registered
from nonagent.private_mariadb import PrivateMariaDB, PrivateMariaDBError, end_with_parent

HOST = "127.0.0.1"
DATABASE, USER, PASSWORD = "nonagent", "nonagent", "demo"
CALLER = {"source": "demo", "user": "6666", "pass": "1234"}
LEAD = {
    "phone_number": "7275551212",
    "phone_code": "1",
    "list_id": "101",
    "first_name": "Ada",
    "last_name": "Example",
    "city": "Clearwater",
    "state": "FL",
    "vendor_lead_code": "demo-1",
}
# What to try after it, as far as these functions are built.
NEXT: dict[str, dict[str, str]] = {
    "check_phone_number": {"phone_number": LEAD["phone_number"], "phone_code": "1", "local_call_time": "24hours"},
    "lead_search": {"phone_number": LEAD["phone_number"]},
    "list_info": {"list_id": LEAD["list_id"]},
    "version": {},
}
# Everything a demo makes in its folder; nothing else is ever removed.
MADE = ("mariadb", "web", "loaded", "gunicorn.log")
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

Say = Callable[[str], None]


class DemoError(Exception):
    """The demo cannot start; the text says why and what to do, in one line."""


class Stopped(Exception):
    """Ctrl-C, or another signal that asks for the end."""


def run(folder: Path, port: int, *, reset: bool, say: Say) -> None:
    """Start MariaDB and gunicorn, add a lead, show it, and serve until Ctrl-C; then stop both.

    Parameters: folder, for data and logs, made when missing. port, on the loopback interface.
    reset, whether to start over with the sample rows. say, takes each line for the user.
    Raises: DemoError when it cannot start.
    """
    _refuse_taken_port(port)
    with ExitStack() as running:
        running.enter_context(_stoppable())
        try:
            running.enter_context(_alone_in(folder))
            if reset:
                _remove(folder)
            server = _start_mariadb(folder, say)
            running.callback(server.stop)
            _load_once(folder, server, say)
            gunicorn = _start_gunicorn(folder, port, server)
            running.callback(_stop, gunicorn)
            _wait_until_serving(folder, port, gunicorn)
            _show(port, server, say)
            say("Ctrl-C stops everything; what you add stays for the next time.")
            gunicorn.wait()
            raise DemoError(f"gunicorn ended by itself; see {folder / 'gunicorn.log'}")
        except Stopped:
            say("\nstopping")
        except PrivateMariaDBError as error:
            raise DemoError(str(error)) from None


@contextmanager
def _stoppable() -> Iterator[None]:
    """Turn the first signal that asks for the end into Stopped, and let nothing disturb the stopping after it."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in STOPPING:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    # Under nohup the hang-up stays ignored.
    wanted = [each for each in STOPPING if each != signal.SIGHUP or signal.getsignal(each) != signal.SIG_IGN]
    before = {each: signal.signal(each, stop) for each in wanted}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, so that a second demo does not start over the first one's data."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("a")
    except OSError as error:
        raise DemoError(f"cannot write in {folder}: {error.strerror}") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DemoError(f"another demo is running in {folder}; stop it, or name another --folder") from None
        yield


def _refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise DemoError(
                f"port {port} on {HOST} cannot be used ({error.strerror}); choose another: "
                f"nonagent demo --port {port + 1}, or make demo PORT={port + 1}"
            ) from None


def _remove(folder: Path) -> None:
    for name in MADE:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _start_mariadb(folder: Path, say: Say) -> PrivateMariaDB:
    server = PrivateMariaDB(folder / "mariadb")
    if server.folder.exists() and not (folder / "loaded").exists():
        raise DemoError(
            f"{folder} is half-made (an earlier start was broken off); "
            "start over with make demo-reset, or nonagent demo --reset"
        )
    begun = time.monotonic()
    server.start()
    say(f"MariaDB runs in {server.folder}, a server of its own ({time.monotonic() - begun:.1f} s)")
    return server


def _load_once(folder: Path, server: PrivateMariaDB, say: Say) -> None:
    loaded = folder / "loaded"
    if loaded.exists():
        return
    with server.connect() as connection, connection.cursor() as cursor:
        schema.load(connection, DATABASE, durable=True)
        cursor.execute(f"CREATE USER '{USER}'@'localhost' IDENTIFIED BY '{PASSWORD}'")
        cursor.execute(f"GRANT ALL PRIVILEGES ON `{DATABASE}`.* TO '{USER}'@'localhost'")
    # sounds_list looks here; the sample call centre names this folder.
    (folder / "web" / "sounds_store").mkdir(parents=True, exist_ok=True)
    loaded.touch()
    say(f"loaded the tables and a sample call centre into database {DATABASE}")


def _start_gunicorn(folder: Path, port: int, server: PrivateMariaDB) -> subprocess.Popen[bytes]:
    # A dialer's own configuration on this machine must not lead the demo to its database.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NONAGENT_DB_")}
    environment |= {
        "NONAGENT_ASTGUICLIENT_CONF": os.devnull,
        "NONAGENT_DB_SOCKET": str(server.socket),
        "NONAGENT_DB_NAME": DATABASE,
        "NONAGENT_DB_USER": USER,
        "NONAGENT_DB_PASSWORD": PASSWORD,
        "NONAGENT_WEB_ROOT": str(folder.resolve() / "web"),
    }
    with (folder / "gunicorn.log").open("ab") as log:
        return subprocess.Popen(
            serving.command(f"{HOST}:{port}", 1, "--graceful-timeout", "3"),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=end_with_parent(),
        )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_until_serving(folder: Path, port: int, gunicorn: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and gunicorn.poll() is None:
        try:
            _get(_url(port, "version", {}))
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise DemoError(f"gunicorn did not start; see {folder / 'gunicorn.log'}")


def _show(port: int, server: PrivateMariaDB, say: Say) -> None:
    """Add a lead as any client would, and print request, answer and the row it made."""
    url = _url(port, "add_lead", LEAD)
    say(f"\nA lead, as a client sends it:\n\n  curl '{url}'\n\nthe answer:\n")
    for line in _get(url).splitlines():
        say(f"  {line}")
    row = _newest_lead(server)
    say("\nand the row it made in vicidial_list:\n")
    for column, value in row.items():
        if value not in (None, "", 0):
            say(f"  {column:24} {value}")
    say("\nNext, try:\n")
    for name, parameters in NEXT.items():
        if name in registered():
            say(f"  curl '{_url(port, name, parameters)}'")
    say("\n`nonagent functions` lists every function.")


def _newest_lead(server: PrivateMariaDB) -> dict[str, Any]:
    with server.connect(DATABASE) as connection, connection.cursor(DictCursor) as cursor:
        cursor.execute("SELECT * FROM vicidial_list ORDER BY lead_id DESC LIMIT 1")
        row = cursor.fetchone()
    return dict(row or {})


def _url(port: int, function: str, parameters: dict[str, str]) -> str:
    query = urlencode({**CALLER, "function": function, **parameters})
    return f"http://{HOST}:{port}/vicidial/non_agent_api.php?{query}"


def _get(url: str) -> str:
    # Without proxies: they know nothing of this machine's loopback interface.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=30) as response:
        return str(response.read().decode("utf8", "replace"))
