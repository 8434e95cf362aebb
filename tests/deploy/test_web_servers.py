"""deploy/nginx/ and deploy/apache/: real web servers, in front of nonagent or of a stand-in for it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.conftest import StartApp
from tests.support import raw_http, web_servers
from tests.support.web_servers import JSON_PATHS, PHP_PATHS, SCRIPT, apache, echo, nginx, uncommented
from tests.support.working_database import WorkingDatabase

HOST = {"Host": "Dialer.Example.com"}
FORGED = {
    "X-Forwarded-For": "203.0.113.99",
    "X-Forwarded-Host": "bad.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Port": "1",
}

Server = Callable[..., AbstractContextManager[str]]
both = pytest.mark.parametrize("server", [nginx, apache])


def get(url: str, **options: Any) -> requests.Response:
    return requests.get(url, timeout=20, **options)


def is_php(answer: requests.Response) -> bool:
    return answer.text.startswith("php ")


@both
def test_a_web_server_in_front_hands_everything_on(
    server: Server, start_app: StartApp, database: WorkingDatabase, tmp_path: Path
) -> None:
    app = start_app({"NONAGENT_TRUSTED_PROXIES": "127.0.0.1"})
    with server(tmp_path, app.port) as origin:
        got = get(origin + SCRIPT, params={"function": "version", "x": "a b%'"}, headers=HOST | FORGED)
        posted = requests.post(origin + SCRIPT, {"function": "coffee"}, headers=HOST, timeout=20)
    assert got.text.startswith("VERSION: ")
    assert got.headers["Cache-Control"] == "no-cache, must-revalidate"
    assert (posted.status_code, posted.text) == (418, "Coffee: coffee|Error 418 I'm a teapot")
    logged = database.one("SELECT remote_ip, url FROM vicidial_api_urls ORDER BY api_id LIMIT 1")
    assert logged is not None
    assert logged["remote_ip"] == "127.0.0.1"
    port = origin.rpartition(":")[2]
    assert logged["url"].startswith(f"http://dialer.example.com:{port}{SCRIPT}?function=version&x=a")


@both
def test_only_the_paths_of_nonagent_go_there(server: Server, tmp_path: Path) -> None:
    with echo() as backend, server(tmp_path, backend) as origin:
        for path in (*PHP_PATHS, *JSON_PATHS):
            assert get(f"{origin}{path}?a=1%202").json()["url"] == f"{path}?a=1%202"
        for path in ("/vicidial/admin.php", "/", "/healthz", "/readyz", "/metrics", "/vicidial/", "/leads/add"):
            assert not get(origin + path).text.startswith("{"), path


@both
def test_no_spelling_of_the_path_reaches_the_php_script(server: Server, tmp_path: Path) -> None:
    spellings = (
        "/vicidial/non_agent_api.php/path/info",
        "/vicidial/%6eon_agent_api.php",
        "//vicidial///non_agent_api.php",
        "/vicidial/./x/../non_agent_api.php",
    )
    with echo() as backend, server(tmp_path, backend) as origin:
        for path in spellings:
            # As written: requests would tidy the dots away.
            request = requests.Request("GET", origin).prepare()
            request.url = origin + path
            with requests.Session() as session:
                assert not is_php(session.send(request, timeout=20)), path


@both
def test_the_client_is_forwarded_and_what_it_says_of_itself_is_not(server: Server, tmp_path: Path) -> None:
    with echo() as backend, server(tmp_path, backend) as origin:
        headers = get(origin + "/lead/add", headers=HOST | FORGED).json()["headers"]
    port = origin.rpartition(":")[2]
    assert headers["host"].lower() == "dialer.example.com"
    assert headers["x-forwarded-for"] == "127.0.0.1"
    assert headers["x-forwarded-host"].lower() == "dialer.example.com"
    assert (headers["x-forwarded-proto"], headers["x-forwarded-port"]) == ("http", port)


def test_nginx_refuses_a_body_beyond_8_mib(tmp_path: Path) -> None:
    with echo() as backend, nginx(tmp_path, backend) as origin:
        fits = requests.post(origin + SCRIPT, b"x" * (8 << 20), timeout=20)
        beyond = requests.post(origin + SCRIPT, b"x" * ((8 << 20) + 1), timeout=20)
    assert fits.json()["bytes"] == 8 << 20
    assert beyond.status_code == 413


@both
def test_when_nonagent_is_away_the_next_request_after_its_return_is_answered(server: Server, tmp_path: Path) -> None:
    backend = web_servers.free_port()
    with server(tmp_path, backend) as origin:
        away = get(origin + SCRIPT)
        with echo(backend):
            back = get(origin + SCRIPT)
    assert away.status_code in (502, 503)
    assert back.json()["url"] == SCRIPT


def nginx_line(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old not in text or text.count(old) == 1
        return text.replace(old, new)

    return edit


def test_nginx_goes_back_to_php_with_one_word(tmp_path: Path) -> None:
    back = nginx_line("set $nonagent_for everyone;", "set $nonagent_for nobody;")
    with echo() as backend, nginx(tmp_path, backend, back) as origin:
        posted = requests.post(f"{origin}{SCRIPT}?a=1", {"function": "version"}, timeout=20)
        assert posted.text == f"php POST {SCRIPT}?a=1"
        assert all(is_php(get(origin + path)) for path in PHP_PATHS)
        assert get(origin + "/lead/add").json()["url"] == "/lead/add"


@pytest.mark.parametrize("answers", ["nonagent", "php"])
def test_nginx_sends_a_named_address_where_the_canary_says(answers: str, tmp_path: Path) -> None:
    def edit(text: str) -> str:
        text = text.replace("set $nonagent_for everyone;", "set $nonagent_for canary;")
        return text.replace("# 192.0.2.10 nonagent;", f"127.0.0.0/8 {answers};")

    with echo() as backend, nginx(tmp_path, backend, edit) as origin:
        answer = get(origin + SCRIPT)
    assert is_php(answer) == (answers == "php")


def test_nginx_sends_a_share_of_the_addresses_to_nonagent(tmp_path: Path) -> None:
    def edit(text: str) -> str:
        text = text.replace("set $nonagent_for everyone;", "set $nonagent_for canary;")
        return text.replace("5% nonagent;", "40% nonagent;")

    chosen: list[bool] = []
    with echo() as backend, nginx(tmp_path, backend, edit) as origin:
        for number in range(1, 101):
            with requests.Session() as session:
                session.mount("http://", FromAddress(f"127.0.0.{number}"))
                answers = {is_php(session.get(origin + SCRIPT, timeout=20)) for _ in range(2)}
            assert len(answers) == 1, "one address got both"
            chosen.append(answers == {False})
    assert 20 <= sum(chosen) <= 60


class FromAddress(requests.adapters.HTTPAdapter):
    """Connects from another address of the loopback network."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, source_address=(self.address, 0), **options)  # type: ignore[no-untyped-call]


def test_nginx_takes_the_files_as_they_are_shipped(tmp_path: Path) -> None:
    shipped = (web_servers.DEPLOY / "nginx" / "php.conf").read_text()
    command = web_servers.nginx_command(tmp_path, 8080, php=shipped)
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(configuration.read_text().replace("LISTEN", "127.0.0.1:8099"))
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, timeout=20)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr


def test_the_php_script_of_apache_is_there_again_without_the_line(tmp_path: Path) -> None:
    def without(text: str) -> str:
        return "\n".join(line for line in text.splitlines() if not line.startswith(f"ProxyPass {SCRIPT} "))

    with echo() as backend, apache(tmp_path, backend, without) as origin:
        assert get(origin + SCRIPT).text == f"php {SCRIPT}"


def test_apache_goes_back_to_php_with_one_line(tmp_path: Path) -> None:
    def back(text: str) -> str:
        return uncommented(text, 'SetEnvIf Request_URI "\\.php" no-proxy nonagent-off')

    with echo() as backend, apache(tmp_path, backend, back) as origin:
        assert [get(origin + path).text for path in PHP_PATHS] == [f"php {path}" for path in PHP_PATHS]
        assert get(origin + "/lead/add").json()["url"] == "/lead/add"


ALL_BUT = 'SetEnvIf Request_URI "\\.php" no-proxy\n'
BY_ADDRESS = "SetEnvIfExpr \"%{REMOTE_ADDR} -ipmatch '192.0.2.10/32'"
BY_SHARE = 'SetEnvIfExpr "md5('


@pytest.mark.parametrize(("network", "php"), [("127.0.0.0/8", False), ("192.0.2.10/32", True)])
def test_apache_sends_a_named_address_to_nonagent(network: str, php: bool, tmp_path: Path) -> None:
    def edit(text: str) -> str:
        return uncommented(text, ALL_BUT, BY_ADDRESS).replace("192.0.2.10/32", network)

    with echo() as backend, apache(tmp_path, backend, edit) as origin:
        assert is_php(get(origin + SCRIPT)) is php


def test_apache_sends_a_share_of_the_addresses_to_nonagent(tmp_path: Path) -> None:
    def edit(text: str) -> str:
        return uncommented(text, ALL_BUT, BY_SHARE).replace("/^0[0-9a-c]/", "/^[0-6]/")

    chosen: list[bool] = []
    with echo() as backend, apache(tmp_path, backend, edit) as origin:
        for number in range(1, 101):
            with requests.Session() as session:
                session.mount("http://", FromAddress(f"127.0.0.{number}"))
                chosen.append(not is_php(session.get(origin + SCRIPT, timeout=20)))
    assert 20 <= sum(chosen) <= 65


def test_the_way_back_of_apache_comes_before_its_canary(tmp_path: Path) -> None:
    def edit(text: str) -> str:
        text = uncommented(text, 'SetEnvIf Request_URI "\\.php" no-proxy nonagent-off', ALL_BUT, BY_ADDRESS)
        return text.replace("192.0.2.10/32", "127.0.0.0/8")

    with echo() as backend, apache(tmp_path, backend, edit) as origin:
        assert is_php(get(origin + SCRIPT))


def test_the_proxies_wait_for_work_that_takes_minutes() -> None:
    proxied = (web_servers.DEPLOY / "nginx" / "proxy.conf").read_text()
    assert "proxy_read_timeout 300s;" in proxied
    lines = (web_servers.DEPLOY / "apache" / "nonagent.conf").read_text().splitlines()
    passed = [line.split() for line in lines if line.startswith("ProxyPass ")]
    assert len(passed) == 8
    assert all({"timeout=300", "retry=0", "disablereuse=on"} <= set(words) for words in passed)
    assert all(words[2] == f"http://127.0.0.1:8080{words[1]}" for words in passed)


@both
def test_unencoded_bytes_get_through(
    server: Server, start_app: StartApp, database: WorkingDatabase, tmp_path: Path
) -> None:
    app = start_app({"NONAGENT_TRUSTED_PROXIES": "127.0.0.1"})
    query = b"?source=test&user=6666&pass=1234&function=add_lead&list_id=101&phone_number=727555123"
    with server(tmp_path, app.port) as origin:
        port = int(origin.rpartition(":")[2])
        for number, name in (("1", "José".encode()), ("2", "José".encode("latin-1"))):
            target = SCRIPT.encode() + query + number.encode() + b"&comments=" + name
            answer = raw_http.ask(port, raw_http.get(target))
            assert answer.text.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED"), answer
    assert database.value("SELECT comments FROM vicidial_list WHERE phone_number = '7275551231'") == "José"


@both
def test_a_url_as_long_as_apache_takes_gets_through(server: Server, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app({"NONAGENT_TRUSTED_PROXIES": "127.0.0.1"})
    target = f"{SCRIPT}?function=version&x=".encode()
    target += b"y" * (8190 - len(b"GET  HTTP/1.1") - len(target))
    with server(tmp_path, app.port) as origin:
        answer = raw_http.ask(int(origin.rpartition(":")[2]), raw_http.get(target))
    assert (answer.status, answer.text[:9]) == (200, "VERSION: ")


@both
def test_what_follows_the_scripts_name_gets_through(server: Server, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app({"NONAGENT_TRUSTED_PROXIES": "127.0.0.1"})
    with server(tmp_path, app.port) as origin:
        for path in (f"{SCRIPT}/", f"{SCRIPT}/foo", f"/{SCRIPT}"):
            answer = raw_http.ask(int(origin.rpartition(":")[2]), raw_http.get(f"{path}?function=version".encode()))
            assert (answer.status, answer.text[:9]) == (200, "VERSION: "), path


def test_apache_hands_on_a_lower_case_method(start_app: StartApp, tmp_path: Path) -> None:
    app = start_app({"NONAGENT_TRUSTED_PROXIES": "127.0.0.1"})
    with apache(tmp_path, app.port) as origin:
        request = raw_http.get(f"{SCRIPT}?function=version".encode(), b"get")
        answer = raw_http.ask(int(origin.rpartition(":")[2]), request)
    assert (answer.status, answer.text[:9]) == (200, "VERSION: ")


@pytest.mark.parametrize("chunked", [False, True], ids=["with a length", "in chunks"])
@both
def test_a_form_over_the_limit_is_answered_and_not_broken_off(
    server: Server, chunked: bool, start_app: StartApp, tmp_path: Path
) -> None:
    app = start_app({"NONAGENT_TRUSTED_PROXIES": "127.0.0.1"})
    form = b"function=version&x=" + b"y" * (8 << 20)
    pieces = (form[start : start + 65536] for start in range(0, len(form), 65536))
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    with server(tmp_path, app.port) as origin:
        answer = requests.post(origin + SCRIPT, pieces if chunked else form, headers=headers, timeout=20)
    assert answer.status_code == 413
    if server is apache:
        assert answer.text == "ERROR: REQUEST TOO LARGE\n"
