"""The private MariaDB: its life, and what it says when it cannot start."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nonagent import private_mariadb
from nonagent.private_mariadb import PrivateMariaDB, PrivateMariaDBError
from tests.support.app import ROOT


@pytest.fixture
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="nonagent-")) / "mariadb"
    yield path
    shutil.rmtree(path.parent, ignore_errors=True)


def lives(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be collected."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for_end(pid: int, patience: float = 60) -> bool:
    deadline = time.monotonic() + patience
    while lives(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not lives(pid)


def test_it_has_a_socket_and_no_port_and_keeps_its_data(folder: Path) -> None:
    with PrivateMariaDB(folder) as server:
        pid = server.pid
        assert pid is not None
        with server.connect() as connection, connection.cursor() as cursor:
            cursor.execute("SELECT @@skip_networking, @@sql_mode, @@log_bin")
            assert cursor.fetchone() == (1, "", 0)
            cursor.execute("CREATE DATABASE kept")
    assert not lives(pid)
    assert server.pid is None
    assert not server.socket.exists()
    assert folder.stat().st_mode & 0o077 == 0
    with server, server.connect("kept") as connection:
        assert connection.open


def test_further_arguments_come_after_its_own(folder: Path) -> None:
    server = PrivateMariaDB(
        folder, durable=False, arguments=["--max-connections=33"], environment={"TZ": "Asia/Tokyo"}
    )
    with server, server.connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT @@max_connections, @@system_time_zone")
        assert cursor.fetchone() == (33, "JST")


def test_starting_and_stopping_twice_does_no_harm(folder: Path) -> None:
    server = PrivateMariaDB(folder)
    server.stop()
    server.start()
    pid = server.pid
    server.start()
    assert server.pid == pid
    server.stop()
    server.stop()


def test_a_killed_server_starts_again(folder: Path) -> None:
    with PrivateMariaDB(folder) as server:
        server.kill()
        assert server.pid is None
        server.start()
        assert server.connect().open


def test_a_second_server_on_the_same_folder_is_refused(folder: Path) -> None:
    with PrivateMariaDB(folder) as first:
        with pytest.raises(PrivateMariaDBError, match=f"running in .* already .process {first.pid}"):
            PrivateMariaDB(folder).start()
        assert first.connect().open


def test_a_stale_pid_file_does_not_hinder(folder: Path) -> None:
    with PrivateMariaDB(folder):
        pass
    (folder / "mariadb.pid").write_text(f"{os.getpid()}\n")  # lives, and is no server of this folder
    with PrivateMariaDB(folder) as server:
        assert server.pid is not None


def test_a_half_made_folder_is_refused(folder: Path) -> None:
    (folder / "data" / "mysql").mkdir(parents=True)
    with pytest.raises(PrivateMariaDBError, match=r"half-made .* remove it to start over"):
        PrivateMariaDB(folder).start()


def test_a_long_socket_path_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 100)
    with pytest.raises(PrivateMariaDBError, match="shorter path"):
        PrivateMariaDB(folder).start()
    assert not folder.exists()


def test_missing_programs_are_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr(private_mariadb, "SERVER_FOLDERS", ())
    with pytest.raises(PrivateMariaDBError, match=r"mariadbd is not installed; .* apt-get install"):
        PrivateMariaDB(folder).start()


def test_what_the_server_complains_of_is_told(folder: Path) -> None:
    server = PrivateMariaDB(folder, arguments=["--no-such-option"])
    with pytest.raises(PrivateMariaDBError, match="no-such-option"):
        server.start()
    assert server.pid is None


OWNER = """
    import sys, time
    from nonagent.private_mariadb import PrivateMariaDB
    with PrivateMariaDB(sys.argv[1], durable=False) as server:
        print(server.pid, flush=True)
        time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_it_does_not_outlive_its_owner(folder: Path, number: int) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(OWNER), str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert owner.stdout is not None
    with owner, owner.stdout as output:
        pid = int(output.readline())
        assert lives(pid)
        os.killpg(owner.pid, number)  # as a terminal does: to every process of the group
        owner.wait(60)
    assert wait_for_end(pid)
