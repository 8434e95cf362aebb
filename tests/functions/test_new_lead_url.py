"""New-lead URLs: none keeps a lead's answer or another host's URL waiting, and whatever happens is written down."""

from __future__ import annotations

import os
import signal
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.hosts import Host, Manner, drips, says, sends, silent
from tests.support.working_database import WorkingDatabase

ADD = {"function": "add_lead", "phone_number": "7275551234", "list_id": "101"}
SLOW_NAMES = {"PYTHONPATH": str(Path(__file__).resolve().parents[1] / "support/slow_names")}
#: the worker of deploy/, and one with native threads
WORKERS = {"gevent": {}, "gthread": {"GUNICORN_CMD_ARGS": "--worker-class gthread --threads 4"}}

NewHost = Callable[..., Host]
AskFor = Callable[[AppProcess, str], int]


@pytest.fixture
def new_host() -> Iterator[NewHost]:
    """new_host(manner): a host to ask, gone when the test ends."""
    hosts: list[Host] = []

    def start(manner: Manner, *, reads: bool = True, tls: ssl.SSLContext | None = None) -> Host:
        hosts.append(Host(manner, reads=reads, tls=tls))
        return hosts[-1]

    yield start
    for host in hosts:
        host.close()


@pytest.fixture
def ask_for(database: WorkingDatabase) -> AskFor:
    """ask_for(app, url): add a lead for which that URL is to be asked; its id."""
    database.run(
        "INSERT INTO vicidial_url_multi (campaign_id, entry_type, active, url_type, url_address)"
        " VALUES ('101', 'list', 'Y', 'apinewlead', '')"
    )

    def ask(app: AppProcess, url: str) -> int:
        database.run("UPDATE vicidial_url_multi SET url_address = %s WHERE url_type = 'apinewlead'", url)
        begun = time.monotonic()
        answer = app(ADD)
        assert time.monotonic() - begun < 2, "nobody waits for a URL"
        assert answer.text.startswith("SUCCESS"), answer.text
        return int(answer.text.split("|")[2])

    return ask


def responses(database: WorkingDatabase) -> dict[int, str]:
    """What is written of each lead's URL, by lead."""
    rows = database.all("SELECT uniqueid, url_response FROM vicidial_url_log")
    return {int(row["uniqueid"]): row["url_response"] for row in rows}


def response(database: WorkingDatabase, lead_id: int, within: float = 5) -> str:
    ends = time.monotonic() + within
    while time.monotonic() < ends:
        if text := responses(database)[lead_id]:
            return text
        time.sleep(0.02)
    return pytest.fail(f"nothing is written within {within} seconds")


def metric(app: AppProcess, name: str) -> float:
    lines = app.request("GET", "/metrics").text.splitlines()
    return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))


# -- the time limit -------------------------------------------------------------------------------------------------

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n"
#: never the end of a TLS record that is announced as long
TLS_RECORD = b"\x16\x03\x03\x40\x00"
MANNERS: dict[str, tuple[str, Manner, bool]] = {
    "nothing": ("http", silent, True),
    "a slow status line": ("http", drips(b"HTTP/1.1 200 ", b"O"), True),
    "slow headers": ("http", drips(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n"), True),
    "a slow body": ("http", drips(HEAD + b"\r\n", b"."), True),
    "slow chunks": ("http", drips(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n.\r\n"), True),
    "a slow body of a redirect": ("http", drips(HEAD.replace(b"200", b"302") + b"Location: /\r\n\r\n", b"."), True),
    "slow redirects": ("http", says("", "Location: /again", status="302 Found", after=0.4), True),
    "no TLS": ("https", silent, False),
    "slow TLS": ("https", drips(TLS_RECORD, b"\x02"), False),
}


@pytest.mark.parametrize("worker", WORKERS)
def test_the_time_limit_is_for_the_whole_request(
    start_app: StartApp, database: WorkingDatabase, new_host: NewHost, ask_for: AskFor, worker: str
) -> None:
    app = start_app({"NONAGENT_NEW_LEAD_URL_TIMEOUT": "1.2", **SLOW_NAMES, **WORKERS[worker]})
    leads = {}
    for name, (scheme, manner, reads) in MANNERS.items():
        host = new_host(manner, reads=reads)
        leads[name] = ask_for(app, f"{scheme}://127.0.0.1:{host.port}/")
    leads["a name"] = ask_for(app, "http://crm.hangs.test/")
    written = {name: response(database, lead_id, within=4) for name, lead_id in leads.items()}
    assert {name: text for name, text in written.items() if "timed out" not in text} == {}
    assert {row["response_sec"] for row in database.all("SELECT response_sec FROM vicidial_url_log")} == {1}


def test_an_address_where_nobody_answers_leaves_time_for_the_next(
    start_app: StartApp, database: WorkingDatabase, new_host: NewHost, ask_for: AskFor
) -> None:
    # localhost is ::1 too on most machines; nobody listens there.
    host = new_host(says("found"))
    assert response(database, ask_for(start_app(), f"http://localhost:{host.port}/")) == "found"


# -- whatever goes wrong --------------------------------------------------------------------------------------------

WRONG: dict[str, bytes] = {
    "no answer": b"",
    "no HTTP": b"hello there\r\n\r\n",
    "half a chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nhalf",
    "a chunk of no size": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "too many headers": b"HTTP/1.1 200 OK\r\n" + b"X-More: 1\r\n" * 200 + b"\r\n",
    "a long line": b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 70_000 + b"\r\n\r\n",
    "a redirect to a file": b"HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0\r\n\r\n",
    "a redirect to nothing": b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
    "an error": b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n",
}
BAD_URLS = (
    "http://127.0.0.1:99999/", "http://127.0.0.1:port/", "http://[::1/", "http:///nowhere", "http://a..b/",
    "http://127.0.0.1/with a blank", "https://127.0.0.1:9/", "http://no-such-name.invalid/",
    f"http://{'a' * 70}.test/",
)  # fmt: skip


def test_whatever_goes_wrong_is_written_down(
    start_app: StartApp, database: WorkingDatabase, new_host: NewHost, ask_for: AskFor
) -> None:
    app = start_app()
    leads = {name: ask_for(app, f"{new_host(sends(data)).url}/") for name, data in WRONG.items()}
    leads |= {url: ask_for(app, url) for url in BAD_URLS}
    written = {name: response(database, lead_id, within=10) for name, lead_id in leads.items()}
    assert {name: text for name, text in written.items() if not text.startswith("ERROR: ") or len(text) < 12} == {}
    assert metric(app, 'nonagent_new_lead_urls_total{result="failed"}') == len(leads) - 1
    assert metric(app, 'nonagent_new_lead_urls_total{result="answered"}') == 1, "an answer may be empty"
    assert "Traceback" not in app.log_since()


def test_a_redirect_is_followed_and_a_ring_of_them_is_left(
    start_app: StartApp, database: WorkingDatabase, new_host: NewHost, ask_for: AskFor
) -> None:
    app = start_app()
    goal = new_host(says("here"))
    turn = new_host(says("", f"Location: {goal.url}/there?x=1", status="302 Found"))
    ring = new_host(says("", "Location: /again", status="302 Found"))
    assert response(database, ask_for(app, f"{turn.url}/")) == "here"
    assert goal.asked == ["/there?x=1"]
    assert "loop" in response(database, ask_for(app, f"{ring.url}/"))
    assert 1 < len(ring.asked) < 12


# -- TLS ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that is its own authority, with its key."""
    file = tmp_path_factory.mktemp("tls") / "host.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 36500 -subj /CN=test -addext subjectAltName=IP:127.0.0.1"
    )
    subprocess.run([*command.split(), "-keyout", file, "-out", f"{file}.crt"], check=True, capture_output=True)
    file.write_bytes(file.read_bytes() + Path(f"{file}.crt").read_bytes())
    return file


@pytest.mark.parametrize("worker", WORKERS)
def test_https_is_asked_of_hosts_whose_certificate_holds(
    start_app: StartApp,
    database: WorkingDatabase,
    new_host: NewHost,
    ask_for: AskFor,
    certificate: Path,
    worker: str,
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    host = new_host(says("x" * 100_000), tls=context)
    trusting = start_app({"SSL_CERT_FILE": str(certificate), **WORKERS[worker]}, freeze=False)
    assert response(database, ask_for(trusting, f"{host.url}/{'y' * 20_000}")) == "x" * 65_535
    assert host.asked == [f"/{'y' * 20_000}"]
    assert "certificate" in response(database, ask_for(trusting, f"https://localhost:{host.port}/"))
    doubting = start_app(WORKERS[worker], freeze=False)
    assert "CERTIFICATE_VERIFY_FAILED" in response(database, ask_for(doubting, f"{host.url}/"))


# -- one host and another -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("worker", WORKERS)
def test_slow_hosts_keep_nothing_of_another_waiting(
    start_app: StartApp, database: WorkingDatabase, new_host: NewHost, ask_for: AskFor, worker: str
) -> None:
    app = start_app(WORKERS[worker])
    slow = [new_host(silent) for _ in range(16)]
    healthy = new_host(says("thank you"))
    for turn in range(16 + 20):
        # Sixteen hosts at first, then one of them alone and far more than it is asked at once.
        ask_for(app, f"{slow[turn if turn < 16 else 0].url}/")
    begun = time.monotonic()
    for _ in range(3):
        assert response(database, ask_for(app, f"{healthy.url}/")) == "thank you"
    assert time.monotonic() - begun < 2
    assert metric(app, "nonagent_background_running ") == 16 + 7
    assert metric(app, "nonagent_background_waiting ") == 13
    assert len(slow[0].asked) == 8


@pytest.mark.parametrize("worker", WORKERS)
def test_names_that_are_looked_up_for_ever_keep_no_other_name_waiting(
    start_app: StartApp, database: WorkingDatabase, new_host: NewHost, ask_for: AskFor, worker: str
) -> None:
    app = start_app({**SLOW_NAMES, **WORKERS[worker]})
    for number in range(14):
        ask_for(app, f"http://crm{number}.hangs.test/")
    healthy = new_host(says("thank you"))
    assert response(database, ask_for(app, f"http://localhost:{healthy.port}/"), within=2) == "thank you"


# -- too many -------------------------------------------------------------------------------------------------------


def test_beyond_the_limit_the_host_with_most_waiting_loses_its_last(
    start_app: StartApp, database: WorkingDatabase, new_host: NewHost, ask_for: AskFor
) -> None:
    app = start_app({"NONAGENT_NEW_LEAD_URLS_WAITING": "3"})
    slow, other = new_host(silent), new_host(silent)
    lost = "ERROR: not asked, too many wait"
    leads = [ask_for(app, f"{slow.url}/") for _ in range(8 + 4)]
    assert [responses(database)[lead_id] for lead_id in leads] == [""] * 11 + [lost]
    others = [ask_for(app, f"{other.url}/") for _ in range(8 + 1)]
    assert [responses(database)[lead_id] for lead_id in leads] == [""] * 10 + [lost] * 2
    assert {responses(database)[lead_id] for lead_id in others} == {""}
    assert response(database, ask_for(app, f"{new_host(says('thank you')).url}/")) == "thank you"
    assert metric(app, 'nonagent_new_lead_urls_total{result="dropped"}') == 2
    assert metric(app, "nonagent_background_waiting ") == 3


# -- the end of the process -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP], ids=["stopped", "reloaded"])
@pytest.mark.parametrize("worker", WORKERS)
def test_what_waits_when_the_process_ends_is_still_asked(
    start_app: StartApp,
    database: WorkingDatabase,
    new_host: NewHost,
    ask_for: AskFor,
    worker: str,
    told: signal.Signals,
) -> None:
    app = start_app(WORKERS[worker])
    host = new_host(says("thank you", after=0.4))
    leads = [ask_for(app, f"{host.url}/") for _ in range(20)]
    os.kill(app.pid, told)
    assert {response(database, lead_id) for lead_id in leads} == {"thank you"}


@pytest.mark.parametrize("worker", ["nonagent.serving.worker.Worker", "gthread", "sync"])
def test_what_cannot_be_asked_before_the_process_ends_is_written_down(
    start_app: StartApp, database: WorkingDatabase, new_host: NewHost, ask_for: AskFor, worker: str
) -> None:
    app = start_app({"GUNICORN_CMD_ARGS": f"--worker-class {worker} --graceful-timeout 6", **SLOW_NAMES})
    host = new_host(silent)
    leads = [ask_for(app, f"{host.url}/") for _ in range(12)]
    unknown = ask_for(app, "http://crm.hangs.test/")
    begun = time.monotonic()
    app.stop()
    assert 4 < time.monotonic() - begun < 8
    written = responses(database)
    given_up, not_asked = "ERROR: given up, the server was stopped", "ERROR: not asked, the server was stopped"
    assert [written[lead_id] for lead_id in leads] == [given_up] * 8 + [not_asked] * 4
    assert written[unknown] == given_up


def test_a_table_that_is_locked_takes_one_connection_from_the_requests(
    start_app: StartApp, database: WorkingDatabase, new_host: NewHost, ask_for: AskFor
) -> None:
    app = start_app({"NONAGENT_POOL_SIZE": "4", "NONAGENT_POOL_TIMEOUT": "1"})
    host = new_host(says("thank you", after=1))
    leads = [ask_for(app, f"{host.url}/") for _ in range(8)]
    with database.mariadb.connect(database.name) as other, other.cursor() as cursor:
        cursor.execute("LOCK TABLES vicidial_url_log READ")
        time.sleep(1.5)
        assert [app(function="version").status_code for _ in range(5)] == [200] * 5
        assert metric(app, "nonagent_pool_connections_in_use ") == 1
        cursor.execute("UNLOCK TABLES")
    assert {response(database, lead_id) for lead_id in leads} == {"thank you"}
