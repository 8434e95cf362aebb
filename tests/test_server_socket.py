"""`localhost` is the database server's Unix socket, wherever this machine's option files or habits have it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from nonagent.database import server_socket
from tests.conftest import StartApp
from tests.support.app import ROOT
from tests.support.working_database import APP_PASSWORD, APP_USER, WorkingDatabase

MakeSocket = Callable[[str], str]


@pytest.fixture
def folder(short_folder: Path, request: pytest.FixtureRequest) -> Path:
    folder = short_folder / f"s{abs(hash(request.node.name)) % 10**6}"
    folder.mkdir()
    return folder


@pytest.fixture
def make_socket(folder: Path) -> Iterator[MakeSocket]:
    with ExitStack() as opened:

        def make(name: str) -> str:
            listening = opened.enter_context(socket.socket(socket.AF_UNIX))
            listening.bind(str(folder / name))
            return str(folder / name)

        yield make


def written(path: Path, text: str) -> str:
    path.write_text(text)
    return str(path)


def test_without_option_files_the_usual_places_are_tried_in_order(folder: Path, make_socket: MakeSocket) -> None:
    first, second = make_socket("a"), make_socket("b")
    assert server_socket.find([], [str(folder / "none"), first, second]) == first


def test_only_a_socket_counts(folder: Path, make_socket: MakeSocket) -> None:
    here = make_socket("a")
    file = written(folder / "file", "")
    options = written(folder / "my.cnf", f"[client]\nsocket={file}\n[mysqld]\nsocket={folder}/gone\n")
    assert server_socket.find([options], [file, str(folder), here]) == here
    assert server_socket.find([options], [file, str(folder), "/proc/1/cwd/x", "\0"]) is None


@pytest.mark.parametrize("group", server_socket.GROUPS)
@pytest.mark.parametrize("line", ["socket={}", "socket = {}", "  socket\t= '{}'  ", 'socket="{}" # ours'])
def test_an_option_file_names_it(folder: Path, make_socket: MakeSocket, group: str, line: str) -> None:
    here = make_socket("a")
    text = f"# [client]\n; x\n[mysqldump]\nsocket=/x\n[{group}]\nskip-name-resolve\n{line.format(here)}\n"
    assert server_socket.find([written(folder / "my.cnf", text)], []) == here


def test_what_is_said_to_clients_counts_more_and_then_what_is_said_last(
    folder: Path, make_socket: MakeSocket
) -> None:
    server, early, late = map(make_socket, "abc")
    for_all = written(folder / "my.cnf", f"[client]\nsocket={early}\n")
    for_me = written(folder / "mine.cnf", f"[client]\nsocket={late}\n[mysqld]\nsocket={server}\n")
    assert server_socket.find([for_all, for_me], []) == late
    assert server_socket.find([for_me, for_all], []) == early
    assert server_socket.find([written(folder / "my.cnf", "[client]\nport=1\n"), for_me], []) == late


def test_included_files_are_read(folder: Path, make_socket: MakeSocket) -> None:
    here = make_socket("a")
    inner = folder / "conf.d"
    inner.mkdir()
    written(inner / "50-server.cnf", f"[mysqld]\nsocket = {here}\n!include {folder}/my.cnf\n")
    written(inner / "notes.txt", "[client]\nsocket = /elsewhere\n")
    assert server_socket.find([written(folder / "my.cnf", f"!includedir {inner}/\n")], []) == here
    assert server_socket.find([written(folder / "b", f"!include {inner}/50-server.cnf\n")], []) == here
    assert server_socket.find([written(folder / "c", "!include /no/such.cnf\n!includedir /no/such\n")], []) is None


def test_option_files_that_cannot_be_read_are_passed_over(folder: Path, make_socket: MakeSocket) -> None:
    here = make_socket("a")
    unreadable = folder / "binary"
    unreadable.write_bytes(b"\xff\xfe\0[client]\nsocket=\xff")
    assert server_socket.find([str(folder), str(folder / "none"), str(unreadable)], [here]) == here


# -- the application -------------------------------------------------------------------------------------------------


@pytest.fixture
def home(database: WorkingDatabase, folder: Path) -> Path:
    """A home whose option file names the test's server."""
    written(folder / ".my.cnf", f"[client]\nsocket={database.mariadb.socket}\n")
    return folder


def test_localhost_is_the_socket(start_app: StartApp, home: Path) -> None:
    app = start_app({"HOME": str(home), "NONAGENT_DB_HOST": "localhost", "NONAGENT_DB_SOCKET": ""})
    assert app(function="list_info", list_id="101").text.startswith("101|")
    assert app.request("GET", "/readyz").status_code == 200


def test_astguiclient_conf_names_it_localhost(start_app: StartApp, home: Path) -> None:
    conf = written(home / "astguiclient.conf", "VARDB_server => localhost\nVARDB_port => 3306\n")
    app = start_app({"HOME": str(home), "NONAGENT_ASTGUICLIENT_CONF": conf, "NONAGENT_DB_SOCKET": ""})
    assert app(function="list_info", list_id="101").text.startswith("101|")


def test_a_replica_on_localhost_is_asked_by_its_socket(start_app: StartApp, home: Path) -> None:
    app = start_app({"HOME": str(home), "NONAGENT_DB_REPLICA_HOST": "localhost"})
    size = app.log_size()
    assert app(function="recording_lookup", lead_id="1002", date="2025-07-14").status_code == 200
    # It was reached, and refuses to say whom it follows.
    assert "replica localhost cannot be read: (1227, 'Access denied" in app.log_since(size)


def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return str(listener.getsockname()[1])


def test_who_finds_no_server_by_tcp_is_told_of_the_socket(start_app: StartApp) -> None:
    app = start_app({"NONAGENT_DB_HOST": "127.0.0.1", "NONAGENT_DB_PORT": closed_port(), "NONAGENT_DB_SOCKET": ""})
    size = app.log_size()
    assert app(function="server_refresh").status_code == 503
    assert "NONAGENT_DB_SOCKET" in app.log_since(size)


def check(**variables: str) -> str:
    environ = {**os.environ, "NONAGENT_ASTGUICLIENT_CONF": os.devnull, **variables}
    command = [sys.executable, "-m", "nonagent", "check"]
    return subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def test_check_says_which_socket_it_used(home: Path, database: WorkingDatabase) -> None:
    said = check(
        HOME=str(home), NONAGENT_DB_NAME=database.name, NONAGENT_DB_USER=APP_USER, NONAGENT_DB_PASSWORD=APP_PASSWORD
    )
    assert f"connected to {database.name} at {database.mariadb.socket} as" in said


def test_check_says_which_host_it_tried_and_that_sockets_can_be_named() -> None:
    port = closed_port()
    said = check(NONAGENT_DB_HOST="127.0.0.1", NONAGENT_DB_PORT=port)
    assert f"database 127.0.0.1:{port} cannot be used" in said
    assert "NONAGENT_DB_SOCKET" in said


@pytest.mark.skipif(server_socket.find() is not None, reason="a server of this machine's own is running")
def test_localhost_without_a_socket_is_tcp(folder: Path) -> None:
    port = closed_port()
    assert f"database 127.0.0.1:{port} cannot be used" in check(HOME=str(folder), NONAGENT_DB_PORT=port)
