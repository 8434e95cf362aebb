"""deploy/: each file is tried for real, as far as its program is installed."""

from __future__ import annotations

import configparser
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.conftest import StartApp
from tests.support.app import API_PATH, AppProcess
from tests.support.working_database import WorkingDatabase

DEPLOY = Path(__file__).resolve().parents[1] / "deploy"
HOST = {"Host": "Dialer.Example.com"}


def program(name: str) -> str:
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def nginx_command(folder: Path, port: int, app: AppProcess) -> list[str]:
    nginx = program("nginx")
    location = (DEPLOY / "nginx.conf").read_text().replace("127.0.0.1:8080", f"127.0.0.1:{app.port}")
    (folder / "nginx.conf").write_text(
        f"""
        daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
        events {{}}
        http {{
          access_log off;
          client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
          uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
          server {{ listen 127.0.0.1:{port}; {location} }}
        }}
        """
    )
    return [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")]


def apache_command(folder: Path, port: int, app: AppProcess) -> list[str]:
    apache = program("apache2")
    virtual_host = (DEPLOY / "apache.conf").read_text().replace("127.0.0.1:8080", f"127.0.0.1:{app.port}")
    modules = Path("/usr/lib/apache2/modules")
    wanted = ("mpm_event", "authz_core", "proxy", "proxy_http", "headers")
    loaded = "\n".join(f"LoadModule {name}_module {modules}/mod_{name}.so" for name in wanted)
    (folder / "apache.conf").write_text(
        f"""
        ServerRoot {folder}
        ServerName localhost
        PidFile {folder}/pid
        DefaultRuntimeDir {folder}
        ErrorLog {folder}/error.log
        Listen 127.0.0.1:{port}
        {loaded}
        <VirtualHost 127.0.0.1:{port}>
        {virtual_host}
        </VirtualHost>
        """
    )
    return [apache, "-DFOREGROUND", "-f", str(folder / "apache.conf")]


FORGED = {"X-Forwarded-For": "203.0.113.99"}


# Apache adds the caller's address behind what it sent; only a caller on a trusted host is believed beyond that.
@pytest.mark.parametrize(("make_command", "more"), [(nginx_command, FORGED), (apache_command, {})])
def test_a_web_server_in_front_hands_everything_on(
    make_command: Callable[[Path, int, AppProcess], list[str]],
    more: dict[str, str],
    start_app: StartApp,
    database: WorkingDatabase,
    tmp_path: Path,
) -> None:
    app = start_app({"NONAGENT_TRUSTED_PROXIES": "127.0.0.1"})
    port = free_port()
    with running(make_command(tmp_path, port, app), port, tmp_path / "output"):
        url = f"http://127.0.0.1:{port}{API_PATH}"
        got = requests.get(url, {"function": "version", "x": "a b%'"}, headers=HOST | more, timeout=20)
        posted = requests.post(url, {"function": "coffee"}, headers=HOST, timeout=20)
        elsewhere = requests.get(f"http://127.0.0.1:{port}/vicidial/admin.php", timeout=20)
    assert got.text.startswith("VERSION: ")
    assert got.headers["Cache-Control"] == "no-cache, must-revalidate"
    assert (posted.status_code, posted.text) == (418, "Coffee: coffee|Error 418 I'm a teapot")
    assert elsewhere.status_code == 404
    logged = database.one("SELECT remote_ip, url FROM vicidial_api_urls ORDER BY api_id LIMIT 1")
    assert logged is not None
    assert logged["remote_ip"] == "127.0.0.1"
    assert logged["url"].startswith(f"http://dialer.example.com:{port}{API_PATH}?function=version&x=a")


def test_the_gunicorn_configuration_is_accepted() -> None:
    command = [sys.executable, "-m", "gunicorn", "--config", str(DEPLOY / "gunicorn.conf.py"), "--print-config"]
    printed = subprocess.run([*command, "wsgi:app"], cwd=DEPLOY.parent, capture_output=True, text=True, timeout=60)
    assert printed.returncode == 0, printed.stderr
    printed_settings = dict(
        line.split("=", 1) for line in printed.stdout.replace(" ", "").splitlines() if "=" in line
    )
    assert printed_settings["limit_request_line"] == "8190"
    assert printed_settings["worker_class"] == "gthread"
    assert printed_settings["forwarded_allow_ips"] in ("", "[]")


def test_the_systemd_unit_names_what_is_there() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / "nonagent.service")
    command = unit["Service"]["ExecStart"]
    assert "--config deploy/gunicorn.conf.py wsgi:app" in command
    assert command.startswith(unit["Service"]["WorkingDirectory"])
    analyze = shutil.which("systemd-analyze")
    if analyze:
        assert "Unknown" not in subprocess.run(
            [analyze, "verify", str(DEPLOY / "nonagent.service")], capture_output=True, text=True, timeout=60
        ).stderr.replace("Unknown user", "")
