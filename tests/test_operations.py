"""Operations: probes, metrics and logs, who may ask for them, and an end that breaks nothing off."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.conftest import NewMariaDB, StartApp
from tests.support.app import API_PATH, CALLER, AppProcess
from tests.support.watching import ADD, held_up, metrics, until
from tests.support.working_database import WorkingDatabase

PROXY = {"NONAGENT_TRUSTED_PROXIES": "127.0.0.1"}
PAGES = ("/healthz", "/readyz", "/metrics")


def lines(app: AppProcess) -> list[dict[str, Any]]:
    """The lines of a JSON log, gunicorn's first words before the application was loaded left out."""
    return [json.loads(line) for line in app.log_since().splitlines() if line.startswith("{")]


def test_probes_answer_this_machine(api: AppProcess) -> None:
    assert [(api.request("GET", page).status_code, api.request("GET", page).text) for page in PAGES[:2]] == [
        (200, "ok\n"),
        (200, "ready\n"),
    ]
    assert api.request("HEAD", "/healthz").status_code == 200
    assert api.request("POST", "/healthz").status_code == 405


def test_a_database_away_is_not_ready_but_the_process_is_healthy(
    new_mariadb: NewMariaDB, start_app: StartApp
) -> None:
    server = new_mariadb()
    app = start_app(database=WorkingDatabase(server))
    server.kill()
    assert app.request("GET", "/healthz").status_code == 200
    answer = app.request("GET", "/readyz")
    assert (answer.status_code, answer.text) == (503, "database unavailable\n")
    assert "not ready: " in app.log_since()
    app(ADD)
    counted = metrics(app)
    assert counted["nonagent_database_errors_total", "unavailable"] == 1
    assert counted["nonagent_requests_total", "add_lead", "FAILED"] == 1
    server.start()
    assert app.request("GET", "/readyz").status_code == 200


def test_a_database_that_hangs_is_soon_not_ready(new_mariadb: NewMariaDB, start_app: StartApp) -> None:
    server = new_mariadb()
    app = start_app(database=WorkingDatabase(server))
    assert server.pid
    os.kill(server.pid, signal.SIGSTOP)
    try:
        assert app.request("GET", "/readyz", timeout=10).status_code == 503
    finally:
        os.kill(server.pid, signal.SIGCONT)


@pytest.mark.parametrize("page", PAGES)
def test_what_an_unknown_proxy_hands_on_finds_no_such_page(api: AppProcess, page: str) -> None:
    """A proxy on this machine that nobody told us of must not open the pages to the world."""
    missing = api.request("GET", "/nothing-here")
    for name in ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Via", "X-Real-IP"):
        for method in ("GET", "POST", "OPTIONS"):
            answer = api.request(method, page, headers={name: "127.0.0.1"})
            assert (answer.status_code, answer.text) == (404, missing.text), (name, method)


def test_behind_a_trusted_proxy_its_client_is_judged(start_app: StartApp) -> None:
    app = start_app(PROXY | {"NONAGENT_OPERATIONS_FROM": "10.1.2.0/24, 127.0.0.1"})

    def status(*headers: str) -> int:
        return app.request("GET", "/metrics", headers=dict(each.split(": ") for each in headers)).status_code

    assert status() == 200
    assert status("X-Forwarded-For: 10.1.2.3") == 200
    assert status("X-Forwarded-For: ::ffff:10.1.2.3") == 200
    assert status("X-Forwarded-For: 10.1.3.3") == 404
    # What a stranger put in front of the proxy's own word counts for nothing.
    assert status("X-Forwarded-For: 10.1.2.3, 203.0.113.9") == 404
    # The proxy names nobody, or nobody that can be read.
    assert status("X-Forwarded-Proto: https") == 404
    assert status("X-Forwarded-For: unknown") == 404
    assert status("X-Forwarded-For: 127.0.0.1") == 404


def test_this_machine_has_no_right_of_its_own(start_app: StartApp) -> None:
    app = start_app({"NONAGENT_OPERATIONS_FROM": "10.1.2.3"})
    assert {app.request("GET", page).status_code for page in PAGES} == {404}


def test_all_processes_count_together(start_app: StartApp) -> None:
    app = start_app(workers=2)
    for number in range(20):
        # A connection of its own each: either process may take it.
        requests.get(app.url, params={**CALLER, "function": "version"}, headers={"X-Number": str(number)}, timeout=60)
    counted = metrics(app)
    assert counted["nonagent_requests_total", "version", "SUCCESS"] == 20
    assert counted["nonagent_request_seconds_count", "version", "SUCCESS"] == 20
    assert 0 < counted["nonagent_request_seconds_sum", "version", "SUCCESS"] < 60


def test_requests_are_counted_by_function_and_result(start_app: StartApp) -> None:
    app = start_app()
    assert app(ADD).text.startswith("SUCCESS")
    assert app(ADD, duplicate_check="DUPLIST").text.startswith("ERROR")
    assert app(ADD | {"pass": "wrong"}).text.startswith("ERROR: Login incorrect")
    for name in ("nobody_knows_this", "nor_this"):
        app(function=name)
    found = {key[1:]: value for key, value in metrics(app).items() if key[0] == "nonagent_requests_total"}
    # Names that a caller makes up share one entry: the counts cannot grow without end.
    assert found == {("add_lead", "SUCCESS"): 1, ("add_lead", "ERROR"): 1, ("add_lead", "LOGIN"): 1,
                     ("unknown", "ERROR"): 2}  # fmt: skip


def test_statements_are_counted_as_the_database_counts_them(start_app: StartApp, count_statements: Any) -> None:
    app = start_app()
    app(ADD)
    before = metrics(app)["nonagent_statements_total", "add_lead", "SUCCESS"]
    with count_statements() as sent:
        app(ADD | {"phone_number": "7275551235"})
    assert metrics(app)["nonagent_statements_total", "add_lead", "SUCCESS"] - before == len(sent) > 3


def test_a_statement_in_error_is_counted(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app()
    database.run("DROP TABLE vicidial_phone_codes")
    assert app(ADD).status_code == 500
    counted = metrics(app)
    assert counted["nonagent_database_errors_total", "statement"] == 1
    assert counted["nonagent_requests_total", "add_lead", "FAILED"] == 1


def test_the_pool_shows_what_is_in_use(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app({"NONAGENT_POOL_SIZE": "5"})
    with held_up(database, app):
        assert metrics(app)["nonagent_pool_connections_in_use",] == 1
    counted = metrics(app)
    assert (counted["nonagent_pool_connections_in_use",], counted["nonagent_pool_connections_limit",]) == (0, 5)


def test_what_is_in_use_in_another_process_is_seen_within_a_second(
    start_app: StartApp, database: WorkingDatabase
) -> None:
    app = start_app(workers=2)
    with held_up(database, app):
        until(lambda: metrics(app)["nonagent_pool_connections_in_use",] == 1)
    until(lambda: metrics(app)["nonagent_pool_connections_in_use",] == 0)


def test_a_worker_that_was_killed_holds_no_connections(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app()
    app(function="version")
    with held_up(database, app):
        os.kill(int(worker_of(app)), signal.SIGKILL)
        until(lambda: app.log_since().count("Booting worker") == 2)
        counted = metrics(app)
    assert counted["nonagent_pool_connections_in_use",] == 0
    # What the old one counted stays.
    assert counted["nonagent_requests_total", "version", "SUCCESS"] == 1


def test_the_folder_of_the_counts_goes_with_the_server(start_app: StartApp) -> None:
    app = start_app()
    app(function="version")
    maps = Path(f"/proc/{worker_of(app)}/maps").read_text()
    folder = Path(re.findall(r"(\S+/nonagent-metrics-[^/]+)/", maps)[0])
    assert folder.is_dir()
    app.stop()
    assert not folder.exists()


def test_the_json_endpoints_are_counted_and_logged(start_app: StartApp) -> None:
    app = start_app({"NONAGENT_LOG_FORMAT": "json"})
    assert app.request("GET", "/openapi.json").status_code == 200
    assert metrics(app)["nonagent_requests_total", "openapi", "SUCCESS"] == 1
    assert [line["function"] for line in lines(app) if line["message"] == "request"] == ["openapi"]


def test_load_lead_is_counted_once_and_as_the_function_it_is(start_app: StartApp) -> None:
    app = start_app()
    app.request("GET", "/API/lmapi.php", params=CALLER | ADD)
    (key,) = [key for key in metrics(app) if key[0] == "nonagent_requests_total"]
    assert key[1] == "add_lead"


def test_a_request_is_one_json_line(start_app: StartApp) -> None:
    app = start_app(PROXY | {"NONAGENT_LOG_FORMAT": "json"})
    app(ADD, headers={"X-Request-Id": "from-proxy.1", "X-Forwarded-For": "203.0.113.9"})
    (line,) = lines(app)
    assert line.pop("ms") > 0
    assert line.pop("statements") > 3
    assert re.fullmatch(r"2025-07-15T14:30:00\.000-04:00", line.pop("time"))
    assert line == {
        "level": "INFO", "logger": "nonagent.requests", "request_id": "from-proxy.1", "message": "request",
        "function": "add_lead", "user": "6666", "from": "203.0.113.9", "status": 200, "result": "SUCCESS",
        "results": "SUCCESS:1",
    }  # fmt: skip


def test_a_request_id_is_made_where_no_trusted_proxy_gives_a_usable_one(start_app: StartApp) -> None:
    direct = start_app({"NONAGENT_LOG_FORMAT": "json"})
    for _ in range(2):
        direct(function="version", headers={"X-Request-Id": "made-up"})
    behind = start_app(PROXY | {"NONAGENT_LOG_FORMAT": "json"})
    behind(function="version", headers={"X-Request-Id": 'a" b'})
    ids = [line["request_id"] for line in lines(direct) + lines(behind)]
    assert len(set(ids)) == 3
    assert all(re.fullmatch("[0-9a-f]{16}", each) for each in ids)


def test_all_lines_about_a_request_carry_its_id(start_app: StartApp, database: WorkingDatabase) -> None:
    app = start_app({"NONAGENT_LOG_FORMAT": "json"})
    database.run("DROP TABLE vicidial_phone_codes")
    app(ADD)
    failure, line = lines(app)
    assert failure["level"] == "ERROR"
    assert "Traceback" in failure["exception"]
    assert failure["request_id"] == line["request_id"] != "-"


def test_a_caller_cannot_write_log_lines(start_app: StartApp, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    user = 'x result=SUCCESS\n2025-07-15 14:30:00,000 INFO nonagent "forged'
    for style in ("text", "json"):
        app = start_app({"NONAGENT_LOG_FORMAT": style})
        app(ADD | {"user": user, "pass": b"\xff\xfe"})
        written = [line for line in app.log_since().splitlines() if "add_lead" in line]
        assert len(written) == 1
        assert not re.search(r"^2025\S* \S* INFO nonagent \"?forged", app.log_since(), re.MULTILINE)
        assert " result=SUCCESS " not in written[0]


@pytest.mark.parametrize("style", ["text", "json"])
def test_a_slow_request_is_logged_with_what_it_asked_and_without_passwords(
    start_app: StartApp, database: WorkingDatabase, style: str
) -> None:
    app = start_app({"NONAGENT_SLOW_REQUEST_SECONDS": "0.3", "NONAGENT_LOG_FORMAT": style,
                     "NONAGENT_LOG_LEVEL": "WARNING"})  # fmt: skip
    with held_up(database, app):
        time.sleep(0.4)
    (slow,) = [line for line in app.log_since().splitlines() if "slow request" in line]
    assert "phone_number=7275551234" in slow
    assert "pass=***" in slow
    assert "1234&" not in slow.replace("7275551234&", "")


def test_a_quick_request_is_not_logged_as_slow(start_app: StartApp, database: WorkingDatabase) -> None:
    never = start_app({"NONAGENT_SLOW_REQUEST_SECONDS": "0"})
    with held_up(database, never):
        pass
    usual = start_app()
    usual(ADD)
    assert "function=add_lead" in never.log_since()
    assert "function=add_lead" in usual.log_since()
    assert "slow request" not in never.log_since() + usual.log_since()


def test_a_request_under_way_is_answered_before_the_server_ends(
    start_app: StartApp, database: WorkingDatabase
) -> None:
    app = start_app()
    with held_up(database, app) as answers:
        os.kill(app.pid, signal.SIGTERM)
        until(lambda: not accepts(app))
        assert answers == []
    assert answers[0].text.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED")
    assert database.value("SELECT COUNT(*) FROM vicidial_list WHERE phone_number = '7275551234'") == 1
    assert database.value("SELECT result FROM vicidial_api_log") == "SUCCESS"
    until(lambda: "Shutting down: Master" in app.log_since())
    assert "Traceback" not in app.log_since()


def worker_of(app: AppProcess) -> str:
    return Path(f"/proc/{app.pid}/task/{app.pid}/children").read_text().split()[0]


def accepts(app: AppProcess) -> bool:
    try:
        requests.get(app.origin + API_PATH, timeout=0.2)
    except requests.RequestException:
        return False
    return True
