"""What a benchmark stands on: a MariaDB with leads, the application behind nginx, and wrk that drives both.

Needs Debian's packages nginx and wrk.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import requests
from pymysql.cursors import Cursor

from nonagent import schema
from nonagent.private_mariadb import PrivateMariaDB, end_with_parent

ROOT = Path(__file__).resolve().parents[1]
NAME = "asterisk"
PATH = "/vicidial/non_agent_api.php"
CALLER = {"source": "test", "user": "6666", "pass": "1234"}
#: stands where each request gets a phone number of its own, and where it gets one of the leads of a list
NEW_NUMBER, OLD_NUMBER = "NEWNUMBER", "OLDNUMBER"
#: the first of the numbers of the leads loaded here
FIRST_NUMBER = 3_055_000_000
#: the list of the first thousand of them, and one of the sample call centre that nothing is added to
LOADED_LIST, SMALL_LIST = "900000", "102"

PLAIN_LEAD = {"function": "add_lead", "list_id": "101", "first_name": "Ann", "last_name": "Example"}
EVERY_OPTION = {
    "dnc_check": "AREACODE", "campaign_dnc_check": "Y", "campaign_id": "TESTCAMP", "duplicate_check": "DUPSYS-90DAY",
    "tz_method": "POSTAL", "postal_code": "33755", "multi_alt_phones": "7275551212_1_work", "custom_fields": "Y",
    "favorite_color": "green", "add_to_hopper": "Y", "callback": "Y", "callback_datetime": "NOW",
}  # fmt: skip

#: each call with a text that its answer must hold
CALLS = {
    "version": ({"function": "version"}, "VERSION: "),
    "agent_status": ({"function": "agent_status", "agent_user": "1001"}, "1001|"),
    "list_info, with counts": (
        {"function": "list_info", "list_id": SMALL_LIST, "leads_counts": "Y"},
        f"{SMALL_LIST}|",
    ),
    "update_lead": ({"function": "update_lead", "lead_id": "1001", "city": "Tampa"}, "LEAD HAS BEEN UPDATED"),
    "add_lead, refused duplicate": (
        PLAIN_LEAD | {"phone_number": OLD_NUMBER, "list_id": LOADED_LIST, "duplicate_check": "DUPLIST"},
        "DUPLICATE PHONE NUMBER",
    ),
    "add_lead, plain": (PLAIN_LEAD | {"phone_number": NEW_NUMBER}, "LEAD HAS BEEN ADDED"),
    "add_lead, every option": (PLAIN_LEAD | EVERY_OPTION | {"phone_number": NEW_NUMBER}, "LEAD HAS BEEN ADDED"),
}

WRK_SCRIPT = """
local number, base = 0, %(first)d
local path = "%(path)s"
function request()
  number = number + 1
  local new, old = base + number, %(old)d + number %% 999
  return wrk.format("GET", (path:gsub("NEWNUMBER", string.format("%%.0f", new)):gsub("OLDNUMBER",
    string.format("%%.0f", old))))
end
function done(summary, latency)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), bad))
end
"""

NGINX = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx-error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  upstream nonagent {{ server unix:{folder}/app.sock; keepalive 256; }}
  server {{
    listen 127.0.0.1:{port};
    keepalive_requests 1000000000;
    location = {path} {{
      proxy_pass http://nonagent;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_buffering off;
    }}
  }}
}}
"""


@dataclass(frozen=True)
class Driven:
    """What came of driving a server: requests a second, milliseconds, and how many requests it was."""

    rate: float
    middle: float
    slow: float
    requests: int


@dataclass(frozen=True)
class Stand:
    """The application behind nginx, with its database."""

    url: str
    mariadb: PrivateMariaDB
    app: int
    nginx: int

    def spent(self) -> tuple[float, float, float, float]:
        """Statements so far, and seconds of processor time of application, database and nginx."""
        with self.mariadb.connect() as connection, connection.cursor() as cursor:
            cursor.execute("SHOW GLOBAL STATUS LIKE 'Questions'")
            row = cursor.fetchone() or ("", "0")
        return float(row[1]), _seconds(self.app), _seconds(self.mariadb.pid or 0), _seconds(self.nginx)

    def workers(self) -> list[int]:
        """The processes that answer."""
        return _children(self.app)


def options_of_the_server(parser: argparse.ArgumentParser) -> None:
    """How the application is run, for whoever compares. Parameters: parser, which gets the options."""
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=8, help="of each worker of the class gthread")
    parser.add_argument("--worker-class", default="nonagent.serving.worker.Worker")
    parser.add_argument("--log-level", default="INFO")
    parser.add_argument("--python", default=sys.executable, help="the interpreter, with the packages installed")
    parser.add_argument("--setting", action="append", default=[], metavar="NAME=VALUE", help="of the application")


@contextmanager
def database(folder: Path, leads: int, calls: int = 0) -> Iterator[PrivateMariaDB]:
    """A server with the sample call centre, leads in lists of a thousand, and a log of calls to them."""
    with PrivateMariaDB(folder / "mariadb", durable=False, arguments=["--key-buffer-size=256M"]) as server:
        connection = server.connect(client_flag=schema.CLIENT_FLAG)
        schema.load(connection, NAME)
        with connection, connection.cursor() as cursor:
            cursor.execute(f"USE {NAME}")
            add_leads(cursor, 1, leads)
            if calls:
                add_calls(cursor, calls)
        yield server


def add_calls(cursor: Cursor, calls: int) -> None:
    """Put calls to the first leads into the log. Parameters: cursor; calls, how many."""
    cursor.execute(
        f"""
        INSERT INTO vicidial_log
          (uniqueid, lead_id, list_id, campaign_id, call_date, length_in_sec, status, phone_code, phone_number, user,
           user_group)
        SELECT CONCAT('9', seq, '.1'), 10000000 + seq, 900000 + seq DIV 1000, 'TESTCAMP',
          NOW() - INTERVAL seq SECOND, seq % 300, 'NA', '1', {FIRST_NUMBER} + seq, '1001', 'ADMIN'
        FROM seq_1_to_{calls}
        """
    )


def add_leads(cursor: Cursor, first: int, last: int) -> None:
    """Put leads into lists of a thousand. Parameters: cursor; first and last, their places among all of them."""
    # The first ones are known by their ids; behind them requests may have added some.
    lead_id = "10000000 + seq" if first == 1 else "NULL"
    cursor.execute(
        f"""
        INSERT INTO vicidial_list
          (lead_id, entry_date, status, user, list_id, gmt_offset_now, phone_code, phone_number, first_name,
           last_name, city, state, postal_code)
        SELECT {lead_id}, NOW() - INTERVAL seq SECOND, ELT(1 + seq % 4, 'NEW', 'NA', 'B', 'SALE'), '1001',
          900000 + seq DIV 1000, -5, '1', {FIRST_NUMBER} + seq, 'Ann', 'Example', 'Tampa', 'FL', '33602'
        FROM seq_{first}_to_{last}
        """
    )


@contextmanager
def stand(
    folder: Path, server: PrivateMariaDB, options: argparse.Namespace, where: dict[str, str] | None = None
) -> Iterator[Stand]:
    """The application and nginx in a folder of their own.

    Parameters: folder, made here; server, its database; options, of options_of_the_server; where, settings that lead
    to the database another way than through its socket.
    """
    folder.mkdir()
    app = _start_app(folder, where or {"NONAGENT_DB_SOCKET": str(server.socket)}, options)
    port = free_port()
    nginx = _start_nginx(folder, port)
    try:
        url = f"http://127.0.0.1:{port}{PATH}"
        wait_for(url)
        yield Stand(url, server, app.pid, nginx.pid)
    finally:
        for process in (nginx, app):
            process.terminate()
            process.wait(20)


def environment_of(where: dict[str, str]) -> dict[str, str]:
    """The settings of an application on a database of this module. Parameters: where, those that lead there."""
    return {
        "NONAGENT_ASTGUICLIENT_CONF": os.devnull, "NONAGENT_DB_NAME": NAME, "NONAGENT_DB_USER": "root",
        "NONAGENT_DB_PASSWORD": "",
    } | where  # fmt: skip


def _start_app(folder: Path, where: dict[str, str], options: argparse.Namespace) -> subprocess.Popen[bytes]:
    environment = environment_of(where) | {"NONAGENT_LOG_LEVEL": options.log_level}
    environment |= dict(setting.split("=", 1) for setting in options.setting)
    command = [
        *(options.python, "-m", "gunicorn", "--config", "python:nonagent.gunicorn_defaults"),
        *("--bind", f"unix:{folder}/app.sock", "--workers", str(options.workers)),
        *("--worker-class", options.worker_class, "wsgi:app"),
    ]
    if options.worker_class == "gthread":
        command += ["--threads", str(options.threads)]
    with (folder / "app.log").open("wb") as log:
        return subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log,
                                preexec_fn=end_with_parent())  # fmt: skip


def _start_nginx(folder: Path, port: int) -> subprocess.Popen[bytes]:
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port, path=PATH))
    folder.chmod(0o755)  # nginx's worker is another user when this is root
    nginx = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    if nginx is None or shutil.which("wrk") is None:
        sys.exit("nginx and wrk are wanted: apt-get install nginx wrk")
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    return subprocess.Popen([nginx, "-c", str(folder / "nginx.conf"), "-p", str(folder), *user],
                            stderr=subprocess.DEVNULL, preexec_fn=end_with_parent())  # fmt: skip


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def wait_for(url: str) -> None:
    """Wait until a server answers, or give up."""
    for _ in range(200):
        try:
            if requests.get(url, CALLER | {"function": "version"}, timeout=5).ok:
                return
        except requests.RequestException:
            pass
        time.sleep(0.1)
    sys.exit(f"no answer from {url}")


def check(url: str, call: dict[str, str], expected: str) -> None:
    """Stop unless the call does what it is measured for."""
    numbers = {NEW_NUMBER: str(_new_numbers()), OLD_NUMBER: str(FIRST_NUMBER + 1)}
    sent = {name: numbers.get(value, value) for name, value in call.items()}
    answer = requests.get(url, CALLER | sent, timeout=30).text
    if expected not in answer and expected.replace("|", ",") not in answer:
        sys.exit(f"{url} answers {call}: {answer}")


def drive(url: str, call: dict[str, str], callers: int, seconds: int) -> Driven:
    """Send a call as fast as it is answered. Any answer that is an error ends the run."""
    path = url[url.index("/", 8) :] + "?" + urlencode(CALLER | call, quote_via=quote)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(WRK_SCRIPT % {"path": path, "first": _new_numbers(), "old": FIRST_NUMBER + 1})
        script.flush()
        command = ["wrk", "-t1", f"-c{callers}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", script.name,
                   url]  # fmt: skip
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    done, taken, middle, slow, bad = map(int, shown.partition("RESULT ")[2].split())
    if bad:
        sys.exit(f"{bad} of {done} answers to {call} are errors")
    return Driven(done / taken * 1e6, middle / 1000, slow / 1000, done)


def _new_numbers() -> int:
    """Where a run of unused phone numbers begins: a thousand a second, all of one area code that no list forbids."""
    return 2_010_000_000 + time.time_ns() // 1_000_000 % 9_000_000


def _seconds(pid: int) -> float:
    """Processor time of a process and its children, living ones."""
    used = 0
    for each in [pid, *_children(pid)]:
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        used += int(fields[11]) + int(fields[12])
    return used / os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
