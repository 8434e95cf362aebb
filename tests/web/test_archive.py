"""The lead archive, both versions. Source: docs/lead-archive.md."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest
import requests

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase
from tests.web.conftest import MakeKey

V1, V2 = "/vicidial/lead/archive/", "/vicidial/leads/archive"
ALL = {"insert_leads": True, "update_leads": True, "delete_leads": True}
LEADS = [1001, 1002, 1003]
ENGINES = ("MyISAM", "InnoDB")

Send = Callable[..., requests.Response]


@pytest.fixture
def send(json_api: AppProcess, archive_key: str) -> Send:
    """send(V1, {...}): post a body with a good key."""

    def post(path: str, body: Any = None, *, app: AppProcess = json_api, **headers: str) -> requests.Response:
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        more = {"Authorization": f"Key={archive_key}", "Content-Type": "application/json", **headers}
        return app.request("POST", path, data=text, headers=more)

    return post


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, database: WorkingDatabase) -> str:
    """Both tables in one engine, then in the other."""
    for table in ("vicidial_list", "vicidial_list_archive"):
        database.run(f"ALTER TABLE {table} ENGINE={request.param}")
    return str(request.param)


@pytest.fixture
def second_lead_archived(database: WorkingDatabase) -> None:
    """1002 has an archived copy that is out of date."""
    database.run("INSERT INTO vicidial_list_archive SELECT * FROM vicidial_list WHERE lead_id = 1002")
    database.run("UPDATE vicidial_list_archive SET first_name = 'Old', comments = NULL WHERE lead_id = 1002")


def batch(ids: Any = None, **more: Any) -> dict[str, Any]:
    return {**ALL, "lead_ids": LEADS if ids is None else ids, **more}


def ids_of(database: WorkingDatabase, table: str) -> set[int]:
    return {row["lead_id"] for row in database.all(f"SELECT lead_id FROM {table}")}


def rows_of(database: WorkingDatabase, table: str) -> dict[int, dict[str, Any]]:
    rows = database.all(f"SELECT * FROM {table} WHERE lead_id IN (1001, 1002, 1003)")
    return {row["lead_id"]: row for row in rows}


def counts(answer: requests.Response) -> list[int]:
    """select, insert, update, delete."""
    assert answer.status_code == 200, answer.text
    return [answer.json()[f"{step}_count"] for step in ("select", "insert", "update", "delete")]


# -- the documents' examples ----------------------------------------------------------------------------------------


def shown(answer: requests.Response, document: str) -> None:
    """The body is the document's: the same keys in the same order, the same values."""
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.text.strip() == json.dumps(json.loads(document))


def test_version_1_answers_its_example(send: Send, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_list SET lead_id = 12345 WHERE lead_id = 1001")
    answer = send(
        V1,
        '{ "insert_leads": true, "update_leads": true, "delete_leads": true, "lead_ids": [ 12345, 67890 ] }',
    )
    assert answer.status_code == 200
    shown(
        answer,
        '{ "success": "Lead batch was successfully processed", "select_count": 1, "insert_count": 1,'
        ' "update_count": 1, "delete_count": 1, "status_code": 200 }',
    )


EXAMPLES_1: dict[int, tuple[dict[str, Any], str]] = {
    432: ({"insert_leads": "x"}, '{ "error": "insert_leads must be a boolean value", "status_code": 432 }'),
    433: ({"update_leads": 1}, '{ "error": "update_leads must be a boolean value", "status_code": 433 }'),
    434: ({"delete_leads": None}, '{ "error": "delete_leads must be a boolean value", "status_code": 434 }'),
    435: (
        {"lead_ids": ["56712"]},
        '{ "error": "lead_ids must only contain integer values", "lead_ids": [ "56712" ], "status_code": 435 }',
    ),
    436: ({"lead_ids": []}, '{ "error": "lead_ids must contain atleast 1 value", "status_code": 436 }'),
    437: ({"lead_ids": list(range(501))}, '{ "error": "lead_ids cannot exceed 500 values", "status_code": 437 }'),
    438: (
        {"lead_ids": [56928, 1001, 56928]},
        '{ "error": "lead_ids cannot contain duplicate values", "lead_ids": [ 56928 ], "status_code": 438 }',
    ),
}


@pytest.mark.parametrize("status", EXAMPLES_1)
def test_version_1_answers_its_examples_of_errors(send: Send, database: WorkingDatabase, status: int) -> None:
    change, document = EXAMPLES_1[status]
    answer = send(V1, batch() | change)
    assert answer.status_code == status
    shown(answer, document)
    assert ids_of(database, "vicidial_list") >= set(LEADS)


@pytest.mark.parametrize(
    "body", ["", "[1]", '"x"', '{"lead_ids": [s]}', '{"lead_ids": [NaN]}', b"\xff", "[" * 90_000]
)
def test_a_body_that_is_no_json_object_is_said_to_be_none(send: Send, body: str | bytes) -> None:
    first, second = send(V1, body), send(V2, body)
    assert (first.status_code, second.status_code) == (439, 500)
    assert list(first.json()) == ["error", "status_code"]
    assert first.json()["status_code"] == 439
    assert second.json() == {"message": first.json()["error"]}
    assert first.json()["error"]


def test_the_parsers_message_has_the_position(send: Send) -> None:
    assert "line 1 column 15" in send(V1, '{"lead_ids": [s]}').json()["error"]


def test_version_2_answers_its_example(send: Send, database: WorkingDatabase) -> None:
    database.run("DELETE FROM vicidial_list WHERE lead_id IN (0, 1)")
    database.run("UPDATE vicidial_list SET lead_id = 1 WHERE lead_id = 1001")
    answer = send(V2, batch([1]))
    assert answer.status_code == 200
    shown(
        answer,
        """{ "message": "lead_ids batch was successfully processed", "select_count": 1, "insert_count": 1,
             "update_count": 0, "delete_count": 1 }""",
    )


EXAMPLES_2: dict[str, tuple[dict[str, Any], str]] = {
    "insert": ({"insert_leads": 0}, '"insert_leads must be a boolean value", "lead_errors": 0, "lead_ids": []'),
    "update": ({"update_leads": "true"}, '"update_leads must be a boolean value", "lead_errors": 0, "lead_ids": []'),
    "delete": ({"delete_leads": []}, '"delete_leads must be a boolean value", "lead_errors": 0, "lead_ids": []'),
    "text": (
        {"lead_ids": ["0"]},
        '"lead_ids must only contain integer values", "lead_errors": 1, "lead_ids": ["0"]',
    ),
    "none": ({"lead_ids": []}, '"lead_ids must contain atleast 1 value", "lead_errors": 0, "lead_ids": []'),
    "many": (
        {"lead_ids": list(range(501))},
        '"lead_ids cannot exceed 500 values", "lead_errors": 0, "lead_ids": []',
    ),
    "twice": (
        {"lead_ids": [0, 0, 0]},
        '"lead_ids cannot contain duplicate values", "lead_errors": 1, "lead_ids": [0]',
    ),
    "unknown": ({"lead_ids": [0, 1001]}, '"lead_ids does not exist", "lead_errors": 1, "lead_ids": [0]'),
}


@pytest.mark.parametrize("name", EXAMPLES_2)
def test_version_2_answers_its_examples_of_errors(send: Send, database: WorkingDatabase, name: str) -> None:
    change, document = EXAMPLES_2[name]
    answer = send(V2, batch() | change)
    assert answer.status_code == 400
    shown(answer, f'{{ "message": {document} }}')
    assert ids_of(database, "vicidial_list") >= set(LEADS)
    assert not ids_of(database, "vicidial_list_archive") & {1001}


# -- validation -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [V1, V2])
def test_the_first_thing_that_is_wrong_is_answered(send: Send, path: str) -> None:
    wrong: dict[str, Any] = {"lead_ids": ["a", 1, 1]}
    said = []
    for right in ({"insert_leads": True}, {"update_leads": False}, {"delete_leads": True}, {"lead_ids": None}):
        answer = send(path, wrong).json()
        said.append(answer.get("error") or answer["message"])
        wrong |= right
    assert [message.split()[0] for message in said] == ["insert_leads", "update_leads", "delete_leads", "lead_ids"]


@pytest.mark.parametrize("flag", ["insert_leads", "update_leads", "delete_leads"])
def test_a_flag_must_be_there(send: Send, flag: str) -> None:
    body = batch()
    del body[flag]
    assert send(V2, body).json()["message"] == f"{flag} must be a boolean value"


@pytest.mark.parametrize("path", [V1, V2])
def test_ids_that_are_no_whole_numbers_are_listed_as_they_came(send: Send, path: str) -> None:
    wrong = ["1001", True, 1.5, 1.0, None, -1, 4294967296, {"a": 1}, [2], "1001"]
    said = send(path, batch([1001, *wrong, 1002])).json()
    assert json.dumps(said["lead_ids"]) == json.dumps(wrong)
    assert said.get("lead_errors", 10) == 10


@pytest.mark.parametrize("value", ["1001", 1001, True, {"a": 1}, ""])
def test_lead_ids_that_are_no_list_are_listed_themselves(send: Send, value: Any) -> None:
    assert send(V1, batch() | {"lead_ids": value}).json()["lead_ids"] == [value]


@pytest.mark.parametrize("body", [ALL, {**ALL, "lead_ids": None}])
def test_missing_ids_are_no_ids(send: Send, body: dict[str, Any]) -> None:
    assert send(V1, body).status_code == 436


def test_wrong_values_come_before_too_many_and_too_many_before_duplicates(send: Send) -> None:
    assert send(V1, batch([7] * 501 + ["x"])).status_code == 435
    assert send(V1, batch([7] * 501)).status_code == 437
    assert send(V1, batch([9, 7, 9, 7, 8])).json()["lead_ids"] == [9, 7]


def test_five_hundred_ids_and_the_largest_are_let_through(send: Send) -> None:
    assert counts(send(V1, batch([4294967295, *range(5_000_000, 5_000_499)]))) == [0, 0, 0, 0]


def test_unknown_keys_are_ignored(send: Send) -> None:
    assert counts(send(V2, batch(comment="x"))) == [3, 3, 0, 3]


def test_unknown_leads_are_named_in_the_order_they_came_and_nothing_is_done(
    send: Send, database: WorkingDatabase
) -> None:
    assert send(V2, batch([900002, 1001, 900001])).json()["lead_ids"] == [900002, 900001]
    assert 1001 in ids_of(database, "vicidial_list")
    assert 1001 not in ids_of(database, "vicidial_list_archive")


# -- the route and the key ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [V1, V1.rstrip("/"), V2, V2 + "/"])
def test_the_last_slash_may_be_there_or_not(send: Send, path: str) -> None:
    assert counts(send(path, batch()))[0] == 3


@pytest.mark.parametrize("path", [V1, V2])
@pytest.mark.parametrize("header", ["", "Key=nonsense", "Key=", "Bearer x"])
def test_without_a_good_key_nothing_is_done(
    json_api: AppProcess, database: WorkingDatabase, path: str, header: str
) -> None:
    answer = json_api.request("POST", path, data=json.dumps(batch()), headers={"Authorization": header})
    assert answer.status_code == 401
    more = {"status_code": 401} if path == V1 else {}
    name = "error" if path == V1 else "message"
    assert list(answer.json().items()) == [(name, "unable to validate api user"), *more.items()]
    assert set(LEADS) <= ids_of(database, "vicidial_list")


def test_a_key_of_another_scope_is_refused(json_api: AppProcess, lead_key: str) -> None:
    answer = json_api.request(
        "POST", f"{V2}?key={lead_key}", data=json.dumps(batch()), headers={"Authorization": f"Key={lead_key}"}
    )
    assert answer.status_code == 401


@pytest.mark.parametrize("path", [V1, V2])
def test_only_post_is_answered_and_no_body_over_a_mebibyte(send: Send, json_api: AppProcess, path: str) -> None:
    assert json_api.request("GET", path).status_code == 405
    assert send(path, " " * (1 << 20) + "{}").status_code == 413


# -- the work -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("engine", "second_lead_archived")
@pytest.mark.parametrize(("path", "updated"), [(V1, 3), (V2, 1)])
def test_leads_move_as_they_are(send: Send, database: WorkingDatabase, path: str, updated: int) -> None:
    before = rows_of(database, "vicidial_list")
    assert counts(send(path, batch())) == [3, 2, updated, 3]
    assert rows_of(database, "vicidial_list_archive") == before
    assert not rows_of(database, "vicidial_list")


@pytest.mark.usefixtures("engine", "second_lead_archived")
@pytest.mark.parametrize(
    ("path", "steps", "expected"),
    [
        (V1, "", [3, 0, 0, 0]), (V1, "i", [3, 2, 0, 0]), (V1, "u", [3, 0, 1, 0]), (V1, "d", [3, 0, 0, 1]),
        (V1, "iu", [3, 2, 3, 0]), (V1, "id", [3, 2, 0, 3]), (V1, "ud", [3, 0, 1, 1]),
        (V2, "", [3, 0, 0, 0]), (V2, "i", [3, 2, 0, 0]), (V2, "u", [3, 0, 1, 0]), (V2, "d", [3, 0, 0, 0]),
        (V2, "iu", [3, 2, 1, 0]), (V2, "id", [3, 2, 0, 2]), (V2, "ud", [3, 0, 1, 1]),
    ],
)  # fmt: skip
def test_only_the_steps_asked_for_are_done(
    send: Send, database: WorkingDatabase, path: str, steps: str, expected: list[int]
) -> None:
    flags = {f"{step}_leads": step[0] in steps for step in ("insert", "update", "delete")}
    assert counts(send(path, {**flags, "lead_ids": LEADS})) == expected
    assert len(rows_of(database, "vicidial_list")) == 3 - expected[3]
    assert len(rows_of(database, "vicidial_list_archive")) == 1 + expected[1]


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("path", [V1, V2])
def test_columns_that_only_one_table_has_are_left_alone(send: Send, database: WorkingDatabase, path: str) -> None:
    database.run("ALTER TABLE vicidial_list ADD COLUMN newer varchar(10) DEFAULT 'n', ADD COLUMN `per%cent` int")
    database.run("UPDATE vicidial_list SET `per%cent` = 5")
    database.run(
        "ALTER TABLE vicidial_list_archive DROP COLUMN owner, DROP COLUMN entry_list_id,"
        " ADD COLUMN `per%cent` int, ADD COLUMN archived varchar(10) NOT NULL DEFAULT 'yes',"
        " ADD COLUMN twice int AS (lead_id * 2) PERSISTENT"
    )
    assert counts(send(path, batch()))[3] == 3
    row = database.one("SELECT * FROM vicidial_list_archive WHERE lead_id = 1001")
    assert (row["per%cent"], row["archived"], row["twice"]) == (5, "yes", 2002)


def test_a_column_added_while_the_application_runs_is_copied(send: Send, database: WorkingDatabase) -> None:
    send(V2, batch([1001]))
    for table in ("vicidial_list", "vicidial_list_archive"):
        database.run(f"ALTER TABLE {table} ADD COLUMN note varchar(20)")
    database.run("UPDATE vicidial_list SET note = 'kept' WHERE lead_id = 1002")
    send(V2, batch([1002]))
    assert database.value("SELECT note FROM vicidial_list_archive WHERE lead_id = 1002") == "kept"


def test_what_the_archive_cannot_hold_whole_keeps_its_lead(send: Send, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE vicidial_list_archive MODIFY comments varchar(3)")
    database.run("UPDATE vicidial_list SET comments = 'a long comment' WHERE lead_id = 1002")
    database.run("UPDATE vicidial_list SET comments = 'ab' WHERE lead_id <> 1002")
    assert counts(send(V2, batch())) == [3, 3, 0, 2]
    assert set(rows_of(database, "vicidial_list")) == {1002}


def test_tables_of_two_character_sets_compare_by_their_letters(send: Send, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE vicidial_list_archive CONVERT TO CHARACTER SET latin1")
    database.run("UPDATE vicidial_list SET first_name = 'Zo\u00eb' WHERE lead_id = 1001")
    assert counts(send(V2, batch([1001]))) == [1, 1, 0, 1]
    assert database.value("SELECT first_name FROM vicidial_list_archive WHERE lead_id = 1001") == "Zo\u00eb"


def test_an_archive_without_a_key_gets_each_lead_once(send: Send, database: WorkingDatabase) -> None:
    database.run("ALTER TABLE vicidial_list_archive DROP PRIMARY KEY")
    for _ in range(2):
        send(V2, batch(delete_leads=False))
    assert counts(send(V2, batch())) == [3, 0, 0, 3]
    assert database.value("SELECT COUNT(*) FROM vicidial_list_archive WHERE lead_id IN (1001, 1002, 1003)") == 3


def test_custom_fields_and_callbacks_are_not_touched(send: Send, database: WorkingDatabase) -> None:
    send(V2, batch([1003]))
    database.changes()
    send(V2, batch([1001, 1002]))
    touched = {change["table"] for change in database.changes()}
    assert touched == {"vicidial_list", "vicidial_list_archive", "vicidial_api_log", "vicidial_api_urls"}


@pytest.mark.parametrize(("path", "status", "name"), [(V1, 439, "error"), (V2, 500, "message")])
def test_a_missing_archive_is_said_to_be_missing(
    send: Send, database: WorkingDatabase, path: str, status: int, name: str
) -> None:
    send(path, batch([1003]))
    database.run("DROP TABLE vicidial_list_archive")
    answer = send(path, batch([1001]))
    assert (answer.status_code, answer.json()[name]) == (status, "vicidial_list_archive table does not exist")
    assert 1001 in ids_of(database, "vicidial_list")


@pytest.mark.parametrize(("path", "status"), [(V1, 439), (V2, 500)])
def test_what_the_server_refuses_is_answered_in_its_words(
    send: Send, database: WorkingDatabase, path: str, status: int
) -> None:
    database.run(
        "CREATE TRIGGER refuse BEFORE DELETE ON vicidial_list FOR EACH ROW"
        " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Not today'"
    )
    try:
        answer = send(path, batch())
    finally:
        database.run("DROP TRIGGER refuse")
    assert answer.status_code == status
    assert "Not today" in answer.json().values()
    assert set(LEADS) <= ids_of(database, "vicidial_list")


def test_the_number_of_statements_does_not_grow_with_the_batch(
    send: Send, count_statements: Callable[[], AbstractContextManager[Statements]]
) -> None:
    send(V1, batch([1003]))
    with count_statements() as one:
        send(V1, batch([1001]))
    with count_statements() as many:
        send(V1, batch([1002, *range(7000, 7499)]))
    assert len(many) == len(one) <= 14, str(many)


# -- the log --------------------------------------------------------------------------------------------------------


def test_each_call_is_logged_with_its_counts(send: Send, database: WorkingDatabase) -> None:
    send(f"{V2}?key=secret&x=1", batch())
    row = database.one("SELECT * FROM vicidial_api_log ORDER BY api_id DESC LIMIT 1")
    assert (row["user"], row["function"], row["result"]) == ("6666", "lead_archive", "SUCCESS")
    assert row["result_reason"] == "lead_ids batch was successfully processed"
    assert row["data"] == "select_count=3,insert_count=3,update_count=0,delete_count=3"
    assert str(row["api_date"]) == "2025-07-15 14:30:00"
    assert float(row["run_time"]) > 0
    url = database.one("SELECT * FROM vicidial_api_urls WHERE api_id = %s", row["api_id"])
    assert url["url"] == f"http://dialer.example.com{V2}?key=***&x=1"
    assert url["remote_ip"] == "127.0.0.1"
    assert database.value("SELECT url FROM vicidial_urls WHERE url_id = %s", row["api_url"]).endswith(V2)


def test_a_refused_batch_is_logged_as_an_error(send: Send, database: WorkingDatabase) -> None:
    send(V1, batch([5, 5]))
    row = database.one("SELECT * FROM vicidial_api_log ORDER BY api_id DESC LIMIT 1")
    assert (row["result"], row["data"]) == ("ERROR", "[5]")
    assert row["result_reason"] == "lead_ids cannot contain duplicate values"


# -- office hours ---------------------------------------------------------------------------------------------------

# The clock stands at 14:30 on Tuesday, 2025-07-15.
NINE_TO_FIVE = "ct_default_start=900, ct_default_stop=1700"
HOURS = {
    "open all day": ("ct_default_start=0, ct_default_stop=2400", None, 403),
    "open now": (NINE_TO_FIVE, None, 403),
    "opens now": ("ct_default_start=1430, ct_default_stop=1700", None, 403),
    "closes now": ("ct_default_start=900, ct_default_stop=1430", None, 200),
    "closed all day": ("ct_default_start=2400, ct_default_stop=2400", None, 200),
    "tuesday is short": (
        "ct_default_start=900, ct_default_stop=1700, ct_tuesday_start=900, ct_tuesday_stop=1200", None, 200,
    ),
    "only tuesday": (
        "ct_default_start=2400, ct_default_stop=2400, ct_tuesday_start=900, ct_tuesday_stop=1700", None, 403,
    ),
    "monday is another day": (
        "ct_default_start=900, ct_default_stop=1700, ct_monday_start=2400, ct_monday_stop=2400", None, 403,
    ),
    "a holiday closes at noon": (NINE_TO_FIVE, "900, 1200, 'ACTIVE', '2025-07-15'", 200),
    "a holiday does not open": ("ct_default_start=900, ct_default_stop=1200", "0, 2400, 'ACTIVE', '2025-07-15'", 200),
    "a holiday of another day": (NINE_TO_FIVE, "900, 1200, 'ACTIVE', '2025-07-16'", 403),
    "a holiday not in use": (NINE_TO_FIVE, "900, 1200, 'INACTIVE', '2025-07-15'", 403),
}  # fmt: skip


@pytest.fixture
def office(start_app: StartApp, database: WorkingDatabase) -> AppProcess:
    """The application with office hours `office`, a call time that the test sets."""
    database.run("INSERT INTO vicidial_call_times SET call_time_id = 'office', call_time_name = 'Office'")
    return start_app({"NONAGENT_ARCHIVE_OFFICE_HOURS": "office"})


def test_version_2_does_not_work_in_office_hours(send: Send, office: AppProcess, database: WorkingDatabase) -> None:
    for case, (hours, holiday, status) in HOURS.items():
        database.run(f"UPDATE vicidial_call_times SET {hours} WHERE call_time_id = 'office'")
        if holiday:
            database.run(
                "REPLACE INTO vicidial_call_time_holidays (holiday_id, holiday_name, ct_default_start,"
                f" ct_default_stop, holiday_status, holiday_date) VALUES ('JULY', 'July', {holiday})"
            )
            database.run("UPDATE vicidial_call_times SET ct_holidays = '|JULY|' WHERE call_time_id = 'office'")
        answer = send(V2, batch(delete_leads=False), app=office)
        assert answer.status_code == status, case
        if status == 403:
            shown(answer, '{ "message": "api cannot be executed during office hours time condition" }')
        database.run(
            "UPDATE vicidial_call_times SET ct_holidays = NULL, ct_tuesday_start = 0, ct_tuesday_stop = 0,"
            " ct_monday_start = 0, ct_monday_stop = 0 WHERE call_time_id = 'office'"
        )


def test_office_hours_come_after_the_key_and_before_the_body(send: Send, office: AppProcess) -> None:
    assert send(V2, "nonsense", app=office).status_code == 403
    assert send(V2, "nonsense", app=office, Authorization="Key=x").status_code == 401


def test_version_1_is_not_kept_to_office_hours(send: Send, office: AppProcess) -> None:
    assert counts(send(V1, batch(), app=office))[3] == 3


def test_an_unknown_call_time_archives_nothing(send: Send, office: AppProcess, database: WorkingDatabase) -> None:
    database.run("DELETE FROM vicidial_call_times WHERE call_time_id = 'office'")
    answer = send(V2, batch(), app=office)
    assert answer.status_code == 500
    assert "office of NONAGENT_ARCHIVE_OFFICE_HOURS" in answer.json()["message"]
    assert set(LEADS) <= ids_of(database, "vicidial_list")


# -- sent again -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [V1, V2])
def test_a_request_sent_again_with_its_idempotency_key_answers_the_same_and_does_nothing(
    send: Send, database: WorkingDatabase, path: str
) -> None:
    again = {"Idempotency-Key": "batch-7"}
    first = send(path, batch(), **again)
    database.run("INSERT INTO vicidial_list SELECT * FROM vicidial_list_archive WHERE lead_id = 1001")
    second = send(path, batch(), **again)
    assert (second.status_code, second.text) == (first.status_code, first.text)
    assert counts(first)[3] == 3
    assert 1001 in ids_of(database, "vicidial_list")


def test_another_request_with_that_idempotency_key_is_refused(send: Send, database: WorkingDatabase) -> None:
    again = {"Idempotency-Key": "batch-7"}
    send(V2, batch([1001]), **again)
    assert send(V2, batch([1002]), **again).status_code == 400
    assert send(V1, batch([1001]), **again).status_code == 439
    assert 1002 in ids_of(database, "vicidial_list")


def test_the_idempotency_key_of_another_caller_is_another_one(
    send: Send, database: WorkingDatabase, make_key: MakeKey
) -> None:
    send(V2, batch([1001]), **{"Idempotency-Key": "batch-7"})
    other = make_key("archive")
    answer = send(V2, batch([1002]), **{"Idempotency-Key": "batch-7", "Authorization": f"Key={other}"})
    assert counts(answer)[3] == 1


def test_an_answer_is_kept_for_a_day(send: Send, database: WorkingDatabase) -> None:
    again = {"Idempotency-Key": "batch-7"}
    send(V1, batch(), **again)
    database.run("UPDATE nonagent_idempotency SET created = '2025-07-14 14:30:01'")
    assert counts(send(V1, batch(), **again)) == [3, 3, 3, 3]
    database.run("UPDATE nonagent_idempotency SET created = '2025-07-14 14:30:00'")
    assert counts(send(V1, batch(), **again)) == [0, 0, 0, 0]


def test_an_idempotency_key_may_have_190_characters(send: Send) -> None:
    assert send(V2, batch(), **{"Idempotency-Key": "x" * 191}).status_code == 400
    assert counts(send(V2, batch(), **{"Idempotency-Key": "x" * 190}))[3] == 3


# -- at once --------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("engine")
def test_a_batch_that_two_clients_send_at_once_is_moved_once(send: Send, database: WorkingDatabase) -> None:
    before = rows_of(database, "vicidial_list")
    with ThreadPoolExecutor(2) as clients:
        answers = list(clients.map(lambda _: send(V1, batch()), range(2)))
    assert sorted(map(counts, answers)) == [[0, 0, 0, 0], [3, 3, 3, 3]]
    assert rows_of(database, "vicidial_list_archive") == before


def test_a_request_sent_four_times_at_once_with_one_idempotency_key_works_once(
    send: Send, database: WorkingDatabase
) -> None:
    with ThreadPoolExecutor(4) as clients:
        answers = list(clients.map(lambda _: send(V2, batch(), **{"Idempotency-Key": "k"}), range(4)))
    assert [counts(answer) for answer in answers] == [[3, 3, 0, 3]] * 4
