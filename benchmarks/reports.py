"""Measures the reports over HTTP: 300 agents, and a month that has a million rows in each log.

    .venv/bin/python benchmarks/reports.py [--rows 1000000] [--agents 300]

Starts a MariaDB and the application of its own, with small buffers as on a dialer. Prints for each report the
seconds of the first answer and of the best of three, its lines and kilobytes, and by how many megabytes the worker's
peak memory grew. The figures kept are in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from pymysql.connections import Connection

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from nonagent import schema
from nonagent.private_mariadb import PrivateMariaDB
from tests.support.app import AppProcess

NAME = "asterisk"
SERVER_ARGUMENTS = ("--key-buffer-size=128M", "--max-allowed-packet=64M")
MONTH_MINUTES = 30 * 24 * 60
FIRST, LAST = "2025-06-01", "2025-06-30"
MONTH = {"query_date": FIRST, "end_date": LAST}
PERIOD = {"datetime_start": f"{FIRST} 00:00:00", "datetime_end": f"{LAST} 23:59:59"}

REPORTS = {
    "agent_stats_export": PERIOD,
    "agent_stats_export, by campaign": {**PERIOD, "group_by_campaign": "YES"},
    "agent_stats_export, one agent": {**PERIOD, "agent_user": "agent7"},
    "call_status_stats, all campaigns": {**MONTH, "campaigns": "---ALL---", "ingroups": "GROUP0-GROUP1"},
    "call_dispo_report, all": {**MONTH, "campaigns": "---ALL---", "ingroups": "---ALL---", "status_breakdown": "1"},
    "did_log_export, one day": {"phone_number": "3125550003", "date": "2025-06-15"},
    "phone_number_log, 10 numbers": {"phone_number": ",".join(str(7000000000 + n) for n in range(10)), "type": "ALL"},
    "recording_lookup, agent and day": {"agent_user": "agent7", "date": "2025-06-15"},
    "recording_lookup, 100,000 rows": {"extension": "cc100", "agent_user": "everybody"},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--agents", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="nonagent-") as name:
        folder = Path(name)
        with PrivateMariaDB(folder / "mariadb", durable=False, arguments=SERVER_ARGUMENTS) as server:
            connection = server.connect(client_flag=schema.CLIENT_FLAG)
            schema.load(connection, NAME)
            fill(connection, options.rows, options.agents)
            measure(server, folder)


def fill(connection: Connection, rows: int, agents: int) -> None:
    """Spread the rows of each log evenly over the month."""
    moment = f"'{FIRST}' + INTERVAL FLOOR(seq * {MONTH_MINUTES * 60 / (rows + 1)}) SECOND"
    numbers = f"seq_0_to_{rows - 1}"
    call = f"seq % 200000, {moment}, seq % 300, ELT(1 + seq % 6, 'SALE', 'NA', 'B', 'DROP', 'A', 'NI')"
    with connection.cursor() as cursor:
        for statement in (
            f"USE {NAME}",
            "GRANT ALL ON *.* TO app@localhost IDENTIFIED BY 'app'",
            f"""
            INSERT INTO vicidial_users (user, full_name, user_group)
            SELECT CONCAT('agent', seq), CONCAT('Agent ', seq), 'AGENTS' FROM seq_0_to_{agents - 1}
            """,
            f"""
            INSERT INTO vicidial_agent_log (user, server_ip, event_time, lead_id, campaign_id, pause_epoch, pause_sec,
              wait_sec, talk_sec, dispo_sec, dead_sec, sub_status, uniqueid)
            SELECT CONCAT('agent', seq % {agents}), '10.10.10.15', {moment}, IF(seq % 7, seq, NULL),
              CONCAT('CAMP', seq % 5), UNIX_TIMESTAMP({moment}), seq % 60, seq % 45, seq % 300, seq % 30, seq % 9,
              IF(seq % 50, NULL, 'LOGIN'), 2000000000 + seq
            FROM {numbers}
            """,
            f"""
            INSERT INTO vicidial_log (lead_id, call_date, length_in_sec, status, uniqueid, campaign_id, phone_number,
              user)
            SELECT {call}, 2000000000 + seq, CONCAT('CAMP', seq % 5), 7000000000 + seq % 200000, 'agent1'
            FROM {numbers}
            """,
            f"""
            INSERT INTO vicidial_closer_log (lead_id, call_date, length_in_sec, status, uniqueid, campaign_id,
              phone_number, user)
            SELECT {call}, 2000000000 + seq, CONCAT('GROUP', seq % 5), 7000000000 + seq % 200000, 'agent1'
            FROM {numbers}
            """,
            f"""
            INSERT INTO vicidial_did_log (uniqueid, channel, server_ip, caller_id_number, extension, call_date)
            SELECT 2000000000 + seq, '', '', 7000000000 + seq % 200000, 3125550000 + seq % 20, {moment}
            FROM {numbers}
            """,
            f"""
            INSERT INTO recording_log (start_time, start_epoch, length_in_sec, location, lead_id, user, vicidial_id,
              extension)
            SELECT {moment}, 1, 60, CONCAT('http://10.10.10.15/RECORDINGS/MP3/20250601-090051_', seq, '-all.mp3'),
              seq % 200000, IF(seq % 9, CONCAT('agent', seq % {agents}), 'everybody'), 2000000000 + seq, 'cc100'
            FROM {numbers}
            """,
            "ANALYZE TABLE vicidial_agent_log, vicidial_log, vicidial_closer_log, vicidial_did_log, recording_log",
        ):
            cursor.execute(statement)


def measure(server: PrivateMariaDB, folder: Path) -> None:
    for title, parameters in REPORTS.items():
        app = AppProcess(folder, environment(server))
        app(function="version")
        before = peak_memory(app)
        seconds = []
        for _ in range(3):
            began = time.perf_counter()
            answer = app(function=title.partition(",")[0], **parameters)
            seconds.append(time.perf_counter() - began)
        assert "ERROR" not in answer.text, answer.text[:200]
        size = f"{answer.text.count(chr(10)):7,} | {len(answer.content) / 1024:8,.0f}"
        grown = (peak_memory(app) - before) / 1024 / 1024
        print(f"| {title:32} | {seconds[0]:5.2f} | {min(seconds):5.2f} | {size} | {grown:4.1f} |", flush=True)
        app.stop()


def environment(server: PrivateMariaDB) -> dict[str, str]:
    return {
        "NONAGENT_DB_SOCKET": str(server.socket), "NONAGENT_DB_NAME": NAME,
        "NONAGENT_DB_USER": "app", "NONAGENT_DB_PASSWORD": "app",
    }  # fmt: skip


def peak_memory(app: AppProcess) -> int:
    """The most memory that the one worker has had, in bytes."""
    worker = Path(f"/proc/{app.pid}/task/{app.pid}/children").read_text().split()[0]
    return int(Path(f"/proc/{worker}/status").read_text().partition("VmHWM:")[2].split()[0]) * 1024


if __name__ == "__main__":
    main()
