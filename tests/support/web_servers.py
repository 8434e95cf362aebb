"""Real web servers with the files of deploy/ in front of nonagent, or of a stand-in that says what it was handed."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from nonagent.private_mariadb import end_with_parent

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
PROGRAMS = "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"
SCRIPT = "/vicidial/non_agent_api.php"
#: Paths that a PHP script of the installation answers as well, and those that only nonagent has.
PHP_PATHS = (SCRIPT, "/API/lmapi.php", "/goAPIv2/goDashboard/goAPI.API/lmapi.php")
JSON_PATHS = (
    "/vicidial/lead/archive",
    "/vicidial/lead/archive/",
    "/vicidial/leads/archive",
    "/vicidial/leads/archive/",
    "/lead/add",
    "/lead/cancel",
    "/openapi.json",
)

#: Changes the text of the file of deploy/ that an administrator would edit.
Edit = Callable[[str], str]


def program(name: str) -> str:
    """Where a program is; the test is skipped without it."""
    found = shutil.which(name, path=PROGRAMS)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def uncommented(text: str, *lines: str) -> str:
    """The text with the # taken away from these lines, as an administrator would."""
    for line in lines:
        assert text.count(f"#{line}") == 1, line
        text = text.replace(f"#{line}", line)
    return text


@contextmanager
def nginx(folder: Path, backend: int, edit: Edit = str, php: str | None = None) -> Iterator[str]:
    """nginx with deploy/nginx/, started the way its files say they are installed.

    Parameters: folder, for its files. backend, the port nonagent is on. edit, changes nonagent.conf and
    locations.conf. php, the body of php.conf; a stand-in by default. Yields: its address, http://127.0.0.1:PORT.
    """
    command, port = nginx_command(folder, backend, edit, php), free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(configuration.read_text().replace("LISTEN", f"127.0.0.1:{port}"))
    with _running(command, port, folder / "nginx.output"):
        yield f"http://127.0.0.1:{port}"


def nginx_command(folder: Path, backend: int, edit: Edit = str, php: str | None = None) -> list[str]:
    """Write nginx's configuration (listening on LISTEN). Returns: the command that starts it."""
    executable = program("nginx")
    shutil.copytree(DEPLOY / "nginx", folder / "nonagent")
    for path in (folder / "nonagent").iterdir():
        path.write_text(edit(path.read_text()).replace("127.0.0.1:8080", f"127.0.0.1:{backend}"))
    (folder / "nonagent" / "php.conf").write_text(php or 'return 200 "php $request_method $request_uri";')
    (folder / "fastcgi_params").touch()
    (folder / "nginx.conf").write_text(
        f"""
        daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
        events {{ worker_connections 4096; }}
        http {{
          access_log off;
          client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
          uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
          include nonagent/nonagent.conf;
          server {{
            listen LISTEN;
            location / {{ return 200 "elsewhere $request_uri"; }}
            location ~ \\.php(/|$) {{ return 200 "php $request_method $request_uri"; }}
            include nonagent/locations.conf;
          }}
        }}
        """
    )
    return [executable, "-p", str(folder), "-c", str(folder / "nginx.conf")]


@contextmanager
def apache(folder: Path, backend: int, edit: Edit = str, callers: int = 50) -> Iterator[str]:
    """Apache with deploy/apache/nonagent.conf, and files of VICIdial's that a handler for .php would run.

    Parameters: folder, for its files. backend, the port nonagent is on. edit, changes nonagent.conf. callers, whom it
    is ready for at once: it holds a thread for each. Yields: its address, http://127.0.0.1:PORT.
    """
    executable, port = program("apache2"), free_port()
    modules = Path("/usr/lib/apache2/modules")
    wanted = ("mpm_event", "authz_core", "proxy", "proxy_http", "headers", "setenvif", "asis")
    loaded = "\n".join(f"LoadModule {name}_module {modules}/mod_{name}.so" for name in wanted)
    text = edit((DEPLOY / "apache" / "nonagent.conf").read_text())
    (folder / "nonagent.conf").write_text(text.replace("127.0.0.1:8080", f"127.0.0.1:{backend}"))
    for path in (*PHP_PATHS, "/vicidial/admin.php"):
        script = folder / "www" / path[1:]
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(f"Status: 200 OK\nContent-Type: text/plain\n\nphp {path}")
    (folder / "apache.conf").write_text(
        f"""
        ServerRoot {folder}
        ServerName localhost
        PidFile {folder}/pid
        DefaultRuntimeDir {folder}
        ErrorLog {folder}/error.log
        Listen 127.0.0.1:{port}
        ThreadsPerChild 25
        ServerLimit 40
        MaxRequestWorkers 1000
        StartServers {callers // 25}
        {loaded}
        <VirtualHost 127.0.0.1:{port}>
          DocumentRoot {folder}/www
          <FilesMatch "\\.php$">
            SetHandler send-as-is
          </FilesMatch>
          Include {folder}/nonagent.conf
        </VirtualHost>
        """
    )
    with _running([executable, "-DFOREGROUND", "-f", str(folder / "apache.conf")], port, folder / "apache.output"):
        yield f"http://127.0.0.1:{port}"


class Echo(BaseHTTPRequestHandler):
    """Answers every request with what it was handed, as JSON."""

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        told = {"method": self.command, "url": self.path, "headers": headers, "bytes": len(body)}
        answer = json.dumps(told).encode()
        self.send_response(418 if "coffee" in self.path else 200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the tests' output."""


@contextmanager
def echo(port: int = 0) -> Iterator[int]:
    """Run a stand-in for nonagent, on a free port unless one is given. Yields: its port."""
    server = ThreadingHTTPServer(("127.0.0.1", port), Echo)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def _running(command: list[str], port: int, log: Path) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, preexec_fn=end_with_parent())
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, log.read_text()
            time.sleep(0.05)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
