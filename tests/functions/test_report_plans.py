"""Reports over big logs: which indexes MariaDB uses, and how many statements a report takes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

DAY = {"query_date": "2025-06-01"}
PERIOD = {"datetime_start": "2025-06-01 00:00:00", "datetime_end": "2025-06-01 23:59:59"}
# Statements around a report: the opening, the login, and two for the API log.
AROUND = 4


@pytest.fixture
def busy(database: WorkingDatabase) -> None:
    """Logs of a hundred days, so that an index is worth its while."""
    moment = "'2025-04-01' + INTERVAL seq * 17 MINUTE"
    database.run(f"""
        INSERT INTO vicidial_agent_log (user, server_ip, event_time, lead_id, campaign_id, uniqueid)
        SELECT CONCAT('agent', seq % 50), '', {moment}, seq, 'CAMP', seq FROM seq_1_to_8000;
        INSERT INTO vicidial_log (uniqueid, lead_id, campaign_id, call_date, status, phone_number, user)
        SELECT 2000000000 + seq, seq, 'CAMP', {moment}, 'NA', 7000000000 + seq, '1001' FROM seq_1_to_8000;
        INSERT INTO vicidial_closer_log (uniqueid, lead_id, campaign_id, call_date, status, phone_number, user)
        SELECT 2000000000 + seq, seq, 'GROUP', {moment}, 'NA', 7000000000 + seq, '1001' FROM seq_1_to_8000;
        INSERT INTO vicidial_did_log (uniqueid, channel, server_ip, extension, call_date, did_id)
        SELECT 2000000000 + seq, '', '', '3125550000', {moment}, 2 FROM seq_1_to_8000;
        INSERT INTO recording_log (start_time, lead_id, user, extension, vicidial_id)
        SELECT {moment}, seq, CONCAT('agent', seq % 50), 'cc100', 2000000000 + seq FROM seq_1_to_8000;
        INSERT INTO vicidial_log_extended (uniqueid, lead_id, call_date, caller_code)
        SELECT 2000000000 + seq, seq, {moment}, CONCAT('V', 1000000000000000000 + seq) FROM seq_1_to_8000;
        ANALYZE TABLE vicidial_agent_log, vicidial_log, vicidial_closer_log, vicidial_did_log, recording_log,
          vicidial_log_extended
    """)


#: a request, the indexes of which one must be used, and the statements it may take
REPORTS: list[tuple[dict[str, str], set[str], int]] = [
    ({"function": "agent_stats_export", **PERIOD}, {"event_time", "time_user"}, 1),
    ({"function": "agent_stats_export", **PERIOD, "group_by_campaign": "YES"}, {"event_time", "time_user"}, 1),
    ({"function": "agent_stats_export", **PERIOD, "agent_user": "agent7"}, {"time_user", "event_time", "user"}, 1),
    ({"function": "call_status_stats", **DAY, "campaigns": "---ALL---"}, {"call_date"}, 4),
    ({"function": "call_status_stats", **DAY, "campaigns": "CAMP", "ingroups": "GROUP"}, {"call_date"}, 4),
    ({"function": "call_dispo_report", **DAY, "campaigns": "CAMP", "ingroups": "ALLGROUPS"}, {"call_date"}, 2),
    ({"function": "call_dispo_report", **DAY, "did_patterns": "3125551212"}, {"call_date", "uniqueid"}, 2),
    ({"function": "did_log_export", "phone_number": "3125550000", "date": "2025-06-01"}, {"call_date"}, 1),
    ({"function": "recording_lookup", "lead_id": "777"}, {"lead_id"}, 1),
    ({"function": "recording_lookup", "agent_user": "agent7", "date": "2025-06-01"}, {"user"}, 1),
    ({"function": "recording_lookup", "uniqueid": "2000000777.1"}, {"vicidial_id"}, 2),
    ({"function": "phone_number_log", "phone_number": "7000000777,7000000778", "type": "IN"}, {"phone_number"}, 1),
    ({"function": "callid_info", "call_id": "V1000000000000000777"}, {"vlecc"}, 1),
]


@pytest.mark.usefixtures("busy")
def test_reports_use_the_indexes_of_the_logs_in_few_statements(
    api: AppProcess,
    count_statements: Callable[[], AbstractContextManager[Statements]],
    explain: Callable[[str], list[dict[str, Any]]],
) -> None:
    for parameters, keys, statements in REPORTS:
        api(**parameters)
        with count_statements() as sent:
            answer = api(**parameters)
        assert "ERROR" not in answer.text, parameters
        assert len(sent) == statements + AROUND, f"{parameters}: {sent}"
        plan = [row for statement in list(sent)[2:-2] for row in explain(statement)]
        used = {row["key"] for row in plan}
        tables = [row for row in plan if row["table"] and not row["table"].startswith("<")]
        scanned = [row for row in tables if row["type"] in ("ALL", "index") and int(row["rows"]) > 1000]
        assert keys & used, f"{parameters}: {plan}"
        assert not scanned, f"{parameters}: {scanned}"


@pytest.mark.usefixtures("busy")
def test_numbers_are_looked_for_in_the_outbound_log_once_and_not_each(
    api: AppProcess,
    count_statements: Callable[[], AbstractContextManager[Statements]],
    explain: Callable[[str], list[dict[str, Any]]],
) -> None:
    asked = {"function": "phone_number_log", "phone_number": "7000000777,7000000778,7000000779", "type": "ALL"}
    api(**asked)
    with count_statements() as sent:
        assert api(**asked).text.count("\n") == 6
    (statement,) = list(sent)[2:-2]
    # vicidial_log has no index on its numbers.
    assert [row["type"] for row in explain(statement) if row["table"] == "log"] == ["ALL", "range"]
