"""blind_monitor: every mode, who may ask, and the same order twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

SESSION, SERVER = "8600051", "10.10.10.15"
#: caller id of a call in progress
CALL_ID = "V7151426400000001001"
LOGGED = (
    "vicidial_manager", "vicidial_dial_log", "vicidial_dial_cid_log", "vicidial_rt_monitor_log",
    "vicidial_daily_rt_monitoring_log", "vicidial_report_log",
)  # fmt: skip


@pytest.fixture(autouse=True)
def session(database: WorkingDatabase) -> None:
    """The agent of the sample call centre sits in a conference, and no call was dialled yet."""
    database.run("DELETE FROM vicidial_dial_log")
    for table in ("vicidial_conferences", "vicidial_confbridges"):
        database.run(f"REPLACE INTO {table} (conf_exten, server_ip, extension) VALUES (%s, %s, 'x')", SESSION, SERVER)
    database.changes()


def monitor(api: AppProcess, stage: str = "MONITOR", **more: Any) -> str:
    asked = {"phone_login": "350a", "session_id": SESSION, "server_ip": SERVER, "stage": stage}
    answer = api({"function": "blind_monitor", **asked, **more})
    assert answer.status_code == 200
    return answer.text


def dialled(answer: str) -> str:
    """What is dialled between the server and the session."""
    assert answer.startswith("SUCCESS: blind_monitor HAS BEEN LAUNCHED - "), answer
    return answer.split("|")[1].removeprefix("010*010*010*015*").removesuffix(SESSION)


def logged_type(database: WorkingDatabase) -> tuple[str, str]:
    """The code and the type of the one monitoring that is logged."""
    code, kind = database.one("SELECT LEFT(caller_code, 2), monitor_type FROM vicidial_rt_monitor_log").values()
    return code, kind


# The number before the session: of meetme and of confbridge, then enhanced of both.
MODES = {
    ("", "0"): ("0", "4", "47378219", "BM", "LISTEN"),
    ("MONITOR", "0"): ("0", "4", "47378219", "BM", "LISTEN"),
    ("xMONITORx", "0"): ("0", "4", "47378219", "BM", "LISTEN"),
    ("MONITORSWAP", "0"): ("0", "4", "47378219", "BM", "LISTEN"),
    ("BARGE", "0"): ("", "6", "47378220", "BB", "BARGE"),
    ("SWAP-BARGE", "0"): ("", "6", "47378220", "BB", "BARGE"),
    ("BARGEWHISPER", "1"): ("", "6", "47378220", "BB", "BARGE"),
    ("HIJACK", "0"): ("", "", "", "BB", "HIJACK"),
    ("HIJACKWHISPER", "1"): ("", "", "", "BB", "HIJACK"),
    ("WHISPER", "0"): ("0", "0", "0", "BM", "LISTEN"),
    ("WHISPER", "1"): ("47378218", "47378218", "47378221", "BW", "WHISPER"),
    ("SWAP", "0"): ("SWAP", "SWAP", "SWAP", "BM", "LISTEN"),
    ("Monitor", "0"): ("Monitor", "Monitor", "Monitor", "BM", "LISTEN"),
}


@pytest.mark.parametrize("engine", ["MEETME", "CONFBRIDGE"])
@pytest.mark.parametrize("enhanced", ["0", "1"])
@pytest.mark.parametrize(("stage", "whisper"), MODES)
def test_each_mode_dials_its_number_and_is_logged_as_what_it_is(
    api: AppProcess, database: WorkingDatabase, stage: str, whisper: str, enhanced: str, engine: str
) -> None:
    database.run("UPDATE servers SET conf_engine = %s", engine)
    database.run(
        "UPDATE system_settings SET enhanced_agent_monitoring = %s, agent_whisper_enabled = %s", enhanced, whisper
    )
    meetme, confbridge, enhanced_number, code, kind = MODES[stage, whisper]
    plain = confbridge if engine == "CONFBRIDGE" else meetme
    assert dialled(monitor(api, stage)) == (enhanced_number if enhanced == "1" else plain)
    assert logged_type(database) == (code, kind)


@pytest.mark.parametrize(("stage", "swapped"), [("BARGE", False), ("BARGESWAP", True), ("MONITORSWAP", False)])
def test_only_a_barge_is_swapped(api: AppProcess, database: WorkingDatabase, stage: str, swapped: bool) -> None:
    monitor(api, stage)
    order = database.one("SELECT cmd_line_b, cmd_line_d FROM vicidial_manager")
    assert (order["cmd_line_b"] == "Channel: Local/350@default") is swapped
    assert (order["cmd_line_d"] == "Exten: 350") is not swapped
    # The dial log has the session's channel either way.
    assert database.value("SELECT channel FROM vicidial_dial_log").startswith("Local/010*010*010*015*")


def test_the_same_order_twice_in_a_second_is_made_twice_and_logged_once(
    api: AppProcess, database: WorkingDatabase
) -> None:
    assert monitor(api).endswith("|1|6666\n")
    assert monitor(api).endswith("|2|6666\n")
    counts = [database.value(f"SELECT COUNT(*) FROM {table}") for table in LOGGED]
    assert counts == [2, 2, 2, 1, 1, 2]
    assert database.value("SELECT COUNT(*) FROM vicidial_api_log WHERE result = 'SUCCESS'") == 2


def test_many_orders_at_once_all_succeed(api: AppProcess, database: WorkingDatabase) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: monitor(api), range(12)))
    assert sorted(int(answer.split("|")[4]) for answer in answers) == list(range(1, 13))
    assert database.value("SELECT COUNT(*) FROM vicidial_rt_monitor_log") == 1


def test_a_session_nobody_is_in_is_monitored_without_an_agent(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("DELETE FROM vicidial_live_agents")
    monitor(api)
    found = database.one("SELECT agent_user, agent_status, lead_id, campaign_id FROM vicidial_rt_monitor_log")
    assert found == {"agent_user": "", "agent_status": "", "lead_id": 0, "campaign_id": ""}


def test_a_phone_that_is_not_active_is_called_on_its_own_server(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE phones SET active = 'N', server_ip = '10.10.10.16' WHERE login = '350a'")
    monitor(api)
    assert database.value("SELECT server_ip FROM vicidial_manager") == "10.10.10.16"
    assert database.value("SELECT agent_server_ip FROM vicidial_rt_monitor_log") == SERVER


@pytest.mark.parametrize(
    ("server", "dial_string"),
    [("1.2", "001*002*00*00*"), ("1.2.3.4.5", "001*002*003*004*"), ("-1.2.3.4", "0-1*002*003*004*"),
     ("1..3.4", "001*000*003*004*")],
)  # fmt: skip
def test_an_address_of_other_than_four_parts(
    api: AppProcess, database: WorkingDatabase, server: str, dial_string: str
) -> None:
    database.run("UPDATE vicidial_conferences SET server_ip = %s", server)
    assert f"|{dial_string}0{SESSION}|" in monitor(api, server_ip=server)


def test_a_refused_order_writes_nothing(api: AppProcess, database: WorkingDatabase) -> None:
    assert monitor(api, session_id="1").startswith("ERROR: blind_monitor INVALID SESSION ID - 1|")
    assert monitor(api, phone_login="x").startswith("ERROR: blind_monitor INVALID PHONE LOGIN - x|")
    assert not {change["table"] for change in database.changes()} & set(LOGGED)


# -- QueueMetrics ---------------------------------------------------------------------------------------------


def test_queuemetrics_needs_neither_level_nor_access(api: AppProcess, database: WorkingDatabase) -> None:
    assert monitor(api, source="queuemetrics", user="8005", **{"pass": "noapi"}).startswith("SUCCESS: ")
    assert monitor(api, source="QUEUEMETRICS", user="8005", **{"pass": "noapi"}).startswith(
        "ERROR: blind_monitor USER"
    )


@pytest.mark.parametrize(
    ("voicemail_server", "calls_from"),
    [("", SERVER), ("1.2.3", SERVER), ("1.2.34", SERVER), (None, SERVER), ("1.2.3.4", "1.2.3.4")],
)
def test_queuemetrics_calls_from_the_sessions_server_where_there_is_no_other(
    api: AppProcess, database: WorkingDatabase, voicemail_server: str | None, calls_from: str
) -> None:
    database.run("UPDATE system_settings SET active_voicemail_server = %s", voicemail_server)
    monitor(api, source="queuemetrics")
    assert database.value("SELECT server_ip FROM vicidial_manager") == calls_from


def test_queuemetrics_may_log_in_with_the_caller_id_of_a_live_call(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_users SET api_allowed_functions = 'ALL_FUNCTIONS' WHERE user = '4001'")
    known = {"source": "queuemetrics", "user": "4001", "pass": CALL_ID}
    assert monitor(api, **known).startswith("SUCCESS: ")
    assert database.value("SELECT failed_login_count FROM vicidial_users WHERE user = '4001'") == 1
    assert monitor(api, stage="BARGE", **known).startswith("ERROR: Login incorrect")
    assert monitor(api, **{**known, "source": "queuemetric"}).startswith("ERROR: Login incorrect")


@pytest.mark.parametrize("password", ["", None, "'", "%"])
def test_a_blank_password_is_no_call_without_a_caller_id(
    api: AppProcess, database: WorkingDatabase, password: str | None
) -> None:
    database.run("UPDATE vicidial_users SET api_allowed_functions = 'ALL_FUNCTIONS' WHERE user = '4001'")
    database.run("UPDATE vicidial_auto_calls SET callerid = ''")
    answer = monitor(api, source="queuemetrics", user="4001", **{"pass": password})
    assert answer == "ERROR: Login incorrect, please try again: |4001||BAD|\n"


# -- odd input ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["phone_login", "session_id", "server_ip"])
def test_an_array_is_a_missing_parameter(api: AppProcess, name: str) -> None:
    answer = monitor(api, **{name: None, f"{name}[]": "x"})
    assert answer.startswith("ERROR: blind_monitor INVALID ")


def test_a_caller_id_with_quotes_stays_in_its_field(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE phones SET outbound_cid = %s, dialplan_number = %s WHERE login = '350a'", "'\"\\", "3'5\\0")
    assert "|3'5\\0|" in monitor(api)
    order = database.one("SELECT cmd_line_d, cmd_line_f FROM vicidial_manager")
    assert order["cmd_line_d"] == "Exten: 3'5\\0"
    assert order["cmd_line_f"] == 'Callerid: "BM175260420000006666" <\'"\\>'


def test_an_order_is_looked_up_in_one_statement_and_written_in_six(
    api: AppProcess, count_statements: CountStatements
) -> None:
    monitor(api, "HIJACK")
    with count_statements() as sent:
        monitor(api)
    inserts = [text for text in sent if text.lstrip().startswith("INSERT") and "vicidial_api" not in text]
    assert len(inserts) == 6
    assert len(sent) == 11, sent
