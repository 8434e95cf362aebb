"""Lead submission: /lead/add and /lead/cancel, as docs/lead-submission.md describes them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import pytest
import requests

from nonagent.web.submission.lead_types import LeadType
from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase
from tests.web.conftest import MakeKey

CountStatements = Callable[[], AbstractContextManager[Statements]]
AddType = Callable[..., LeadType]

# The document's own requests, with an address where it shows "[email protected]", and its commas put right.
DOCUMENTED = """{
"first_name":"John",
"surname":"Doe",
"mobile":"07840258823",
"email":"john.doe@example.com",
"type":"motor-trade",
"subtype":"valeter",
"delays":600,
"data": "{\\"vehicle_make\\":\\"Ford\\",\\"addresss\\":\\"123 Greenacre Road\\"}"
}"""
DOCUMENTED_TEST = """{
"first_name":"John",
"surname":"Doe",
"mobile":"07840258823",
"email":"john.doe@example.com",
"type":"motor-trade",
"data": "{\\"vehicle_make\\":\\"Ford\\",\\"addresss\\":\\"123 Greenacre Road\\"}",
"test": true
}"""
DOCUMENTED_CANCEL = """{
"mobile":"07840258823",
"type":"motor-trade"
}"""

LEAD = {
    "first_name": "John", "surname": "Doe", "mobile": "07840258823", "email": "john.doe@example.com",
    "type": "motor-trade",
}  # fmt: skip
CANCEL = {"mobile": "07840258823", "type": "motor-trade"}
PHONE = "7840258823"


@dataclass
class Partner:
    """Who hands leads in: the application with a key of scope `lead`."""

    app: AppProcess
    key: str

    def post(self, path: str, body: str | bytes, key: str | None = None) -> requests.Response:
        """Send a body as the document's curl does."""
        headers = {"Content-Type": "application/json", "Cache-Control": "no-cache"}
        data = body.encode() if isinstance(body, str) else body
        return self.app.request("POST", f"{path}?key={key or self.key}", data=data, headers=headers)

    def add(self, **fields: Any) -> requests.Response:
        """Hand in the usual lead, with some fields otherwise."""
        return self.post("/lead/add", json.dumps({**LEAD, **fields}))

    def cancel(self, **fields: Any) -> requests.Response:
        """Take the usual lead back."""
        return self.post("/lead/cancel", json.dumps({**CANCEL, **fields}))


@pytest.fixture
def partner(json_api: AppProcess, lead_key: str, add_type: AddType) -> Partner:
    """A partner whose type motor-trade goes into list 101 of the active campaign TESTCAMP."""
    add_type("motor-trade", source_id="MOTOR", priority=7)
    return Partner(json_api, lead_key)


def leads_of(database: WorkingDatabase, phone: str = PHONE) -> list[dict[str, Any]]:
    return database.all("SELECT * FROM vicidial_list WHERE phone_number = %s ORDER BY lead_id", phone)


def submissions(database: WorkingDatabase) -> list[dict[str, Any]]:
    return database.all("SELECT * FROM nonagent_lead_submissions ORDER BY id")


def refusing(database: WorkingDatabase, event: str, table: str) -> None:
    database.run(f"CREATE TRIGGER refuse BEFORE {event} ON {table} FOR EACH ROW SIGNAL SQLSTATE '45000'")


PROCESSED = {"saved": True, "processed": True}
EXISTING = {"saved": True, "processed": False, "error": "Existing Contact"}


# -- the document


def test_the_documented_lead_is_saved_and_processed(partner: Partner, database: WorkingDatabase) -> None:
    answer = partner.post("/lead/add", DOCUMENTED)
    assert (answer.status_code, answer.json(), list(answer.json())) == (200, PROCESSED, ["saved", "processed"])
    assert answer.headers["Content-Type"] == "application/json"
    (lead,) = leads_of(database)
    assert (lead["first_name"], lead["last_name"], lead["email"]) == ("John", "Doe", "john.doe@example.com")
    (kept,) = submissions(database)
    assert (kept["body"], kept["subtype"], kept["mobile"]) == (DOCUMENTED, "valeter", "+447840258823")
    assert (kept["lead_id"], kept["outcome"]) == (lead["lead_id"], "processed")


def test_the_documented_test_answers_ok_and_writes_nothing(partner: Partner, database: WorkingDatabase) -> None:
    partner.add(test=True)
    database.changes()
    answer = partner.post("/lead/add", DOCUMENTED_TEST)
    assert (answer.status_code, answer.json()) == (200, {"test": "ok"})
    assert database.changes() == []


def test_the_documented_cancellation_cancels(partner: Partner, database: WorkingDatabase) -> None:
    partner.post("/lead/add", DOCUMENTED)
    answer = partner.post("/lead/cancel", DOCUMENTED_CANCEL)
    assert (answer.status_code, answer.json()) == (200, {"cancelled": True})
    (lead,) = leads_of(database)
    assert lead["status"] == "CANCEL"
    assert database.value("SELECT status FROM vicidial_callbacks WHERE lead_id = %s", lead["lead_id"]) == "DEAD"
    assert submissions(database)[0]["outcome"] == "CANCEL"


def test_a_documented_validation_failure_is_numbered(partner: Partner) -> None:
    answer = partner.add(email="")
    assert (answer.status_code, answer.json()) == (400, {"email": {"0": "Email cannot be blank."}})


@pytest.mark.parametrize("data", ["", "no json", "[1]", '"text"', "1", {"a": 1}, None, "{", "[" * 100_000])
def test_data_that_is_no_json_object_in_a_text_is_refused_as_documented(partner: Partner, data: Any) -> None:
    answer = partner.add(data=data)
    assert answer.status_code == 400
    assert answer.json() == {"data": {"0": "Empty or invalid content of `data` field"}}


def test_an_existing_contact_is_saved_but_not_processed(partner: Partner, database: WorkingDatabase) -> None:
    partner.add()
    answer = partner.add(mobile="+44 7840 258823", first_name="Jack")
    assert (answer.status_code, answer.json()) == (200, EXISTING)
    assert list(answer.json()) == ["saved", "processed", "error"]
    assert len(leads_of(database)) == 1
    assert [row["outcome"] for row in submissions(database)] == ["processed", "Existing Contact"]


def test_a_number_with_a_scheduled_call_is_saved_but_not_processed(
    partner: Partner, database: WorkingDatabase
) -> None:
    partner.add(delays=60)
    answer = partner.add()
    error = "Another call is already scheduled"
    assert (answer.status_code, answer.json()) == (200, {"saved": True, "processed": False, "error": error})
    assert len(leads_of(database)) == 1


def test_an_unknown_type_is_saved_but_not_processed(partner: Partner, database: WorkingDatabase) -> None:
    answer = partner.add(type="boats")
    assert (answer.status_code, answer.json()) == (200, {"saved": True, "processed": False, "error": "Unknown Type"})
    assert leads_of(database) == []
    (kept,) = submissions(database)
    assert (kept["type"], kept["mobile"], kept["lead_id"]) == ("boats", "+447840258823", None)


# -- validation


@pytest.mark.parametrize("mobile", ["07840258823", "(0784) 025-8823"])
def test_an_unknown_type_is_not_processed_whatever_the_country_of_its_number(
    partner: Partner, database: WorkingDatabase, make_key: MakeKey, mobile: str
) -> None:
    key = make_key("lead", region="")
    body = json.dumps({**LEAD, "type": "no such type", "mobile": mobile, "other_phone": "0784 0258824"})
    answer = partner.post("/lead/add", body, key)
    assert (answer.status_code, answer.json()) == (200, {"saved": True, "processed": False, "error": "Unknown Type"})
    [row] = submissions(database)
    assert (row["mobile"], row["outcome"], row["body"]) == ("07840258823", "Unknown Type", body)
    assert leads_of(database) == []


def test_with_no_country_a_number_is_judged_by_what_it_says_itself(partner: Partner, make_key: MakeKey) -> None:
    key = make_key("lead", region="")
    for mobile in ("12345", "12345678901234567", "+4478402", "call me", "------"):
        answer = partner.post("/lead/add", json.dumps({**LEAD, "type": "no such type", "mobile": mobile}), key)
        assert answer.status_code == 400
        assert answer.json() == {"mobile": {"0": "Mobile is not a valid phone number."}}


def test_a_type_that_nobody_knows_cannot_be_cancelled_whatever_the_country(
    partner: Partner, make_key: MakeKey
) -> None:
    answer = partner.post("/lead/cancel", json.dumps({**CANCEL, "type": "?"}), make_key("lead", region=""))
    assert answer.json() == {"cancelled": False, "warning": "server error (call group)"}


def test_everything_that_is_missing_is_said_at_once_in_the_documents_order(partner: Partner) -> None:
    answer = partner.post("/lead/add", "{}")
    assert answer.status_code == 400
    assert list(answer.json().items()) == [
        ("email", {"0": "Email cannot be blank."}),
        ("first_name", {"0": "First Name cannot be blank."}),
        ("surname", {"0": "Surname cannot be blank."}),
        ("mobile", {"0": "Mobile cannot be blank."}),
        ("type", {"0": "Type cannot be blank."}),
    ]


def test_everything_that_is_wrong_is_said_at_once(partner: Partner, database: WorkingDatabase) -> None:
    answer = partner.add(
        email="john@", first_name=" \t", surname="D" * 31, mobile="12345", type=None, subtype="s" * 51,
        other_phone="none", data="{", delays="soon",
    )  # fmt: skip
    assert answer.status_code == 400
    assert answer.json() == {
        "email": {"0": "Email is not a valid email address."},
        "first_name": {"0": "First Name cannot be blank."},
        "surname": {"0": "Surname is too long (maximum is 30 characters)."},
        "mobile": {"0": "Mobile is not a valid phone number."},
        "type": {"0": "Type cannot be blank."},
        "subtype": {"0": "Subtype is too long (maximum is 50 characters)."},
        "other_phone": {"0": "Other Phone is not a valid phone number."},
        "data": {"0": "Empty or invalid content of `data` field"},
        "delays": {"0": "Delays must be a number."},
    }
    assert submissions(database) == []


@pytest.mark.parametrize("delays", [-1, 1.5, True, None, "", "-1", "1.5", "١", "9" * 10, 10**400, [], {}])
def test_a_delay_that_is_no_whole_number_is_refused(partner: Partner, delays: Any) -> None:
    answer = partner.add(delays=delays)
    assert (answer.status_code, answer.json()) == (400, {"delays": {"0": "Delays must be a number."}})


@pytest.mark.parametrize("mobile", [7840258823, True, [], {}, "<b>07840258823", "07840258823 x5", "0" * 300, "++"])
def test_what_is_no_phone_number_is_refused(partner: Partner, mobile: Any) -> None:
    answer = partner.add(mobile=mobile)
    assert (answer.status_code, answer.json()) == (400, {"mobile": {"0": "Mobile is not a valid phone number."}})


def test_a_number_is_read_in_the_region_of_its_type(partner: Partner, add_type: AddType) -> None:
    add_type("us-trade", list_id=102, phone_code="1", region="US")
    assert partner.add(mobile="(213) 555-1234").status_code == 400
    assert partner.add(mobile="(213) 555-1234", type="us-trade").json() == PROCESSED


@pytest.mark.parametrize("body", ["", "[]", "null", "1", '{"email":', "[" * 100_000, b"\xff{}", "1" * 5000])
def test_a_body_that_is_no_json_object_is_refused(partner: Partner, body: str | bytes) -> None:
    for path in ("/lead/add", "/lead/cancel"):
        answer = partner.post(path, body)
        assert (answer.status_code, answer.json()) == (400, {"body": {"0": "Body must be a JSON object."}})


@pytest.mark.parametrize("test", [True, "true"])
def test_a_test_is_validated_like_a_lead(partner: Partner, database: WorkingDatabase, test: Any) -> None:
    assert partner.add(test=test).json() == {"test": "ok"}
    assert partner.add(test=test, email="").json() == {"email": {"0": "Email cannot be blank."}}
    assert submissions(database) == []


@pytest.mark.parametrize("test", [False, "", None, "false", 1])
def test_what_is_no_test_is_saved(partner: Partner, test: Any) -> None:
    assert partner.add(test=test).json() == PROCESSED


def test_without_a_key_of_scope_lead_nothing_is_saved(
    partner: Partner, database: WorkingDatabase, archive_key: str
) -> None:
    for path in ("/lead/add", "/lead/cancel"):
        answer = partner.post(path, DOCUMENTED, key=archive_key)
        assert (answer.status_code, answer.json()) == (401, {"error": "unable to validate api user"})
    assert submissions(database) == []


def test_the_key_may_come_in_the_header(partner: Partner) -> None:
    headers = {"Authorization": f"Key={partner.key}"}
    assert partner.app.request("POST", "/lead/add", data=DOCUMENTED, headers=headers).json() == PROCESSED


def test_other_methods_are_refused_in_json(partner: Partner) -> None:
    answer = partner.app.request("GET", f"/lead/add?key={partner.key}")
    assert answer.status_code == 405
    assert isinstance(answer.json(), dict)


# -- the lead


def test_a_lead_is_stored_as_add_lead_stores_it(partner: Partner, database: WorkingDatabase) -> None:
    partner.add(other_phone="020 7946 0123")
    (lead,) = leads_of(database)
    (kept,) = submissions(database)
    expected = {
        "list_id": 101, "status": "NEW", "user": "6666", "phone_code": "44", "alt_phone": "2079460123",
        "source_id": "MOTOR", "vendor_lead_code": str(kept["id"]), "comments": "", "gender": "U", "called_count": 0,
        "called_since_last_reset": "N", "entry_list_id": 0, "owner": "", "state": "",
    }  # fmt: skip
    assert {name: lead[name] for name in expected} == expected
    # Summer time in London.
    assert str(lead["gmt_offset_now"]) == "1.00"
    assert str(lead["entry_date"]) == str(kept["received"]) == "2025-07-15 14:30:00"


def test_an_american_lead_gets_state_and_time_zone_of_its_area_code(
    partner: Partner, database: WorkingDatabase, add_type: AddType
) -> None:
    add_type("us-trade", phone_code="1", region="US")
    partner.add(type="us-trade", mobile="727-555-1234")
    (lead,) = [row for row in leads_of(database, "7275551234") if row["source_id"] == ""]
    assert (lead["phone_code"], lead["state"], str(lead["gmt_offset_now"])) == ("1", "FL", "-4.00")


def test_another_number_of_another_country_is_not_dialed(partner: Partner, database: WorkingDatabase) -> None:
    assert partner.add(other_phone="+33 1 42 68 53 00").json() == PROCESSED
    assert leads_of(database)[0]["alt_phone"] == ""
    assert "+33 1 42 68 53 00" in submissions(database)[0]["body"]


def test_a_subtype_with_a_row_of_its_own_picks_its_list(
    partner: Partner, database: WorkingDatabase, add_type: AddType
) -> None:
    add_type("motor-trade", subtype="valeter", list_id=102)
    partner.add(subtype="valeter")
    assert [lead["list_id"] for lead in leads_of(database)] == [102]
    partner.add(subtype="mechanic")
    assert [lead["list_id"] for lead in leads_of(database)] == [102, 101]


def test_a_number_that_is_another_leads_alternative_is_an_existing_contact(partner: Partner) -> None:
    partner.add(mobile="020 7946 0123", other_phone="07840258823")
    assert partner.add().json() == EXISTING


def test_a_cancelled_contact_may_be_handed_in_again(partner: Partner, database: WorkingDatabase) -> None:
    partner.add()
    partner.cancel()
    assert partner.add().json() == PROCESSED
    assert [lead["status"] for lead in leads_of(database)] == ["CANCEL", "NEW"]


@pytest.mark.parametrize("delays", [600, "600", 600.0])
def test_a_delay_schedules_a_callback_for_anyone(partner: Partner, database: WorkingDatabase, delays: Any) -> None:
    partner.add(delays=delays)
    (lead,) = leads_of(database)
    assert lead["status"] == "CBHOLD"
    callback = database.one("SELECT * FROM vicidial_callbacks WHERE lead_id = %s", lead["lead_id"])
    expected = {
        "status": "ACTIVE", "recipient": "ANYONE", "campaign_id": "TESTCAMP", "list_id": 101, "user": "",
        "lead_status": "CALLBK", "comments": "",
    }  # fmt: skip
    assert {name: callback[name] for name in expected} == expected
    assert str(callback["entry_time"]) == "2025-07-15 14:30:00"
    assert str(callback["callback_time"]) == "2025-07-15 14:40:00"
    assert database.all("SELECT 1 FROM vicidial_hopper WHERE lead_id = %s", lead["lead_id"]) == []


def test_a_delay_for_a_campaign_that_is_gone_leaves_a_lead_that_is_called(
    partner: Partner, database: WorkingDatabase
) -> None:
    database.run("UPDATE nonagent_lead_types SET campaign_id = 'GONE'")
    assert partner.add(delays=600).json() == PROCESSED
    assert leads_of(database)[0]["status"] == "NEW"


def hopper_rows(database: WorkingDatabase) -> list[dict[str, Any]]:
    (lead,) = leads_of(database)
    return database.all("SELECT * FROM vicidial_hopper WHERE lead_id = %s", lead["lead_id"])


def test_a_lead_goes_into_the_hopper_with_the_priority_of_its_type(
    partner: Partner, database: WorkingDatabase
) -> None:
    partner.add(delays=0)
    (row,) = hopper_rows(database)
    expected = {"campaign_id": "TESTCAMP", "list_id": 101, "priority": 7, "status": "READY", "source": "P"}
    assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize(
    "otherwise",
    [
        "UPDATE vicidial_campaigns SET active = 'N' WHERE campaign_id = 'TESTCAMP'",
        "UPDATE vicidial_campaigns SET local_call_time = '9am-5pm' WHERE campaign_id = 'TESTCAMP'",
        "DELETE FROM vicidial_lists WHERE list_id = 101",
    ],
    ids=["inactive campaign", "half past seven in the evening there", "no such list"],
)
def test_a_lead_that_may_not_be_called_now_waits_in_its_list(
    partner: Partner, database: WorkingDatabase, otherwise: str
) -> None:
    database.run(otherwise)
    assert partner.add().json() == PROCESSED
    assert hopper_rows(database) == []


def test_data_that_are_custom_fields_are_stored_there(partner: Partner, database: WorkingDatabase) -> None:
    data = {"favorite_color": 'blue + "green"; é', "policy_type": 5, "lead_id": 1, "unknown": "x"}
    partner.add(data=json.dumps(data))
    (lead,) = leads_of(database)
    row = database.one("SELECT * FROM custom_101 WHERE lead_id = %s", lead["lead_id"])
    assert (row["favorite_color"], row["policy_type"]) == ('blue + "green"; é', "5")
    assert lead["entry_list_id"] == 101


def test_data_without_custom_fields_stay_with_the_submission(partner: Partner, database: WorkingDatabase) -> None:
    partner.post("/lead/add", DOCUMENTED)
    (lead,) = leads_of(database)
    assert database.all("SELECT 1 FROM custom_101 WHERE lead_id = %s", lead["lead_id"]) == []
    assert lead["entry_list_id"] == 0


def test_custom_fields_that_are_turned_off_are_not_stored(partner: Partner, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET custom_fields_enabled = '0'")
    assert partner.add(data='{"favorite_color":"blue"}').json() == PROCESSED
    (lead,) = leads_of(database)
    assert database.all("SELECT 1 FROM custom_101 WHERE lead_id = %s", lead["lead_id"]) == []


def test_a_custom_table_that_refuses_its_row_does_not_cost_the_lead(
    partner: Partner, database: WorkingDatabase
) -> None:
    refusing(database, "INSERT", "custom_101")
    assert partner.add(data='{"favorite_color":"blue"}').json() == PROCESSED
    assert leads_of(database)[0]["entry_list_id"] == 0
    assert len(hopper_rows(database)) == 1


def test_a_value_that_is_to_be_encrypted_is_not_written_in_plain(partner: Partner, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET active_modules = 'cf_encrypt'")
    database.run("UPDATE vicidial_lists_fields SET field_encrypt = 'Y' WHERE field_label = 'favorite_color'")
    partner.add(data='{"favorite_color":"blue","policy_type":"Auto"}')
    row = database.one("SELECT * FROM custom_101 WHERE lead_id = %s", leads_of(database)[0]["lead_id"])
    assert (row["favorite_color"] or "", row["policy_type"]) == ("", "Auto")


def test_a_lead_takes_fifteen_statements(partner: Partner, count_statements: CountStatements) -> None:
    partner.add(mobile="020 7946 0123")
    with count_statements() as sent:
        assert partner.add().json() == PROCESSED
    assert len(sent) <= 15, str(sent)


INJECTIONS = ["x'; DROP TABLE vicidial_list; -- ", "' OR '1'='1", 'a\\" b\\', "%s %(x)s %", "{{7*7}} `id` $(id)"]


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_looks_like_sql_is_only_text(partner: Partner, database: WorkingDatabase, text: str) -> None:
    short = text[:30].strip()
    data = json.dumps({"favorite_color": short, text: "x"})
    assert partner.add(first_name=short, surname=short, subtype=text, data=data).json() == PROCESSED
    (lead,) = leads_of(database)
    assert (lead["first_name"], lead["last_name"]) == (short, short)
    custom = database.one("SELECT favorite_color FROM custom_101 WHERE lead_id = %s", lead["lead_id"])
    assert custom["favorite_color"] == short
    assert submissions(database)[0]["subtype"] == text.strip()
    assert partner.add(type=text).json()["error"] == "Unknown Type"
    assert partner.cancel(type=text).json() == {"cancelled": False, "warning": "server error (call group)"}


def test_emoji_are_kept_whole_in_the_submission(partner: Partner, database: WorkingDatabase) -> None:
    body = json.dumps({**LEAD, "first_name": "Zoë 🚗", "subtype": "🚗"}, ensure_ascii=False)
    assert partner.post("/lead/add", body).json() == PROCESSED
    # The lead's own table holds three-byte characters only.
    assert leads_of(database)[0]["first_name"] == "Zoë ????"
    (kept,) = submissions(database)
    assert (kept["body"], kept["subtype"]) == (body, "🚗")
    assert partner.add(first_name="🚗" * 8).json() == {
        "first_name": {"0": "First Name is too long (maximum is 30 characters)."}
    }


def test_half_a_character_and_control_characters_do_no_harm(partner: Partner, database: WorkingDatabase) -> None:
    body = json.dumps(LEAD).replace("John", "Jo\\ud83dhn\\u0000\\n X")
    assert partner.post("/lead/add", body).json() == PROCESSED
    assert leads_of(database)[0]["first_name"] == "Jo?hn X"


def test_the_same_submission_ten_times_at_once_makes_one_lead(
    start_app: StartApp, partner: Partner, database: WorkingDatabase
) -> None:
    app = start_app(workers=2)
    # What a submission reads between its check and its lead is held back, until all would have passed the check.
    database.run("LOCK TABLES system_settings WRITE")
    with ThreadPoolExecutor(10) as pool:
        sent = [pool.submit(Partner(app, partner.key).add) for _ in range(10)]
        time.sleep(1.5)
        database.run("UNLOCK TABLES")
        answers = [answer.result().json() for answer in sent]
    assert sorted(answers, key=str) == sorted([PROCESSED, *[EXISTING] * 9], key=str)
    assert len(leads_of(database)) == 1
    assert len(submissions(database)) == 10


# -- a database that refuses


def test_a_submission_that_cannot_be_kept_is_not_saved(partner: Partner, database: WorkingDatabase) -> None:
    refusing(database, "INSERT", "nonagent_lead_submissions")
    answer = partner.add()
    expected = {"saved": False, "processed": False, "error": "server error (save)"}
    assert (answer.status_code, answer.json()) == (500, expected)
    assert leads_of(database) == []


def test_a_submission_whose_lead_cannot_be_written_is_kept(partner: Partner, database: WorkingDatabase) -> None:
    refusing(database, "INSERT", "vicidial_list")
    answer = partner.add()
    expected = {"saved": True, "processed": False, "error": "server error (save)"}
    assert (answer.status_code, answer.json()) == (500, expected)
    (kept,) = submissions(database)
    assert (kept["outcome"], kept["lead_id"]) == ("server error (save)", None)


def test_a_delay_that_cannot_be_written_leaves_a_lead_that_is_called(
    partner: Partner, database: WorkingDatabase
) -> None:
    refusing(database, "INSERT", "vicidial_callbacks")
    assert partner.add(delays=600).json() == PROCESSED
    assert leads_of(database)[0]["status"] == "NEW"


def test_a_hopper_that_takes_no_lead_does_not_undo_it(partner: Partner, database: WorkingDatabase) -> None:
    refusing(database, "INSERT", "vicidial_hopper")
    assert partner.add().json() == PROCESSED
    assert leads_of(database)[0]["status"] == "NEW"


def test_a_lead_without_a_status_is_an_existing_contact(partner: Partner, database: WorkingDatabase) -> None:
    database.run("INSERT INTO vicidial_list (list_id, phone_number, status) VALUES (101, %s, NULL)", PHONE)
    assert partner.add().json() == EXISTING


def test_a_submission_whose_connection_is_cut_before_its_lead_is_kept(
    partner: Partner, database: WorkingDatabase
) -> None:
    database.run("CREATE TRIGGER slow BEFORE INSERT ON vicidial_list FOR EACH ROW SET @slept = SLEEP(20)")
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(partner.add)
        cut_connection_that_sleeps(database)
    expected = {"saved": True, "processed": False, "error": "server error (save)"}
    assert (answer.result().status_code, answer.result().json()) == (500, expected)
    (kept,) = submissions(database)
    assert (kept["mobile"], kept["lead_id"]) == ("+447840258823", None)
    database.run("DROP TRIGGER slow")
    assert partner.add().json() == PROCESSED


def cut_connection_that_sleeps(database: WorkingDatabase) -> None:
    for _ in range(200):
        found = database.all("SELECT id FROM information_schema.processlist WHERE state = 'User sleep'")
        if found:
            database.run(f"KILL {found[0]['id']}")
            return
        time.sleep(0.05)
    raise AssertionError("no statement came to the trigger")


# -- taking back


def refused_cancel(warning: str) -> dict[str, Any]:
    return {"cancelled": False, "warning": warning}


def test_a_lead_that_was_never_submitted_is_not_found(partner: Partner) -> None:
    answer = partner.cancel()
    assert (answer.status_code, answer.json()) == (200, refused_cancel("not found"))
    assert list(answer.json()) == ["cancelled", "warning"]


def test_a_lead_of_another_type_is_not_found(partner: Partner, add_type: AddType) -> None:
    add_type("boats", list_id=102)
    partner.add()
    assert partner.cancel(type="boats").json() == refused_cancel("not found")


def test_a_cancelled_lead_leaves_the_hopper_and_is_kept(partner: Partner, database: WorkingDatabase) -> None:
    partner.add()
    assert len(hopper_rows(database)) == 1
    assert partner.cancel(mobile="+447840258823").json() == {"cancelled": True}
    assert hopper_rows(database) == []
    assert leads_of(database)[0]["status"] == "CANCEL"


def test_a_lead_is_cancelled_once(partner: Partner) -> None:
    partner.add()
    partner.cancel()
    assert partner.cancel().json() == refused_cancel("already processed")


def test_the_newest_lead_of_the_number_is_the_one_that_is_cancelled(
    partner: Partner, database: WorkingDatabase, add_type: AddType
) -> None:
    add_type("motor-trade", subtype="valeter", list_id=102)
    partner.add()
    partner.add(subtype="valeter")
    # Not made a lead: there is nothing in it to cancel.
    partner.add(subtype="valeter")
    assert partner.cancel().json() == {"cancelled": True}
    assert [lead["status"] for lead in leads_of(database)] == ["NEW", "CANCEL"]


@pytest.mark.parametrize(
    "meanwhile",
    [
        "UPDATE vicidial_list SET called_count = 1 WHERE lead_id = {lead}",
        "UPDATE vicidial_list SET status = 'NA' WHERE lead_id = {lead}",
        "UPDATE vicidial_hopper SET status = 'QUEUE' WHERE lead_id = {lead}",
        "INSERT INTO vicidial_auto_calls (lead_id, server_ip, status, callerid) VALUES ({lead}, '1', 'SENT', 'V1')",
        "UPDATE vicidial_live_agents SET lead_id = {lead} LIMIT 1",
    ],
    ids=["called", "other status", "queued", "being called", "with an agent"],
)
def test_a_lead_that_was_called_is_not_cancelled(partner: Partner, database: WorkingDatabase, meanwhile: str) -> None:
    partner.add()
    lead_id = leads_of(database)[0]["lead_id"]
    database.run(meanwhile.format(lead=lead_id))
    database.changes()
    answer = partner.cancel()
    assert (answer.status_code, answer.json()) == (200, refused_cancel("already processed"))
    assert database.changes() == []


def test_an_unknown_type_cannot_be_cancelled(partner: Partner) -> None:
    answer = partner.cancel(type="boats")
    assert (answer.status_code, answer.json()) == (200, refused_cancel("server error (call group)"))


def test_a_type_that_has_subtypes_only_can_be_cancelled(partner: Partner, add_type: AddType) -> None:
    add_type("boats", subtype="sail", list_id=102)
    partner.add(type="boats", subtype="sail")
    assert partner.cancel(type="boats").json() == {"cancelled": True}


def test_a_cancellation_that_the_database_refuses_says_so(partner: Partner, database: WorkingDatabase) -> None:
    partner.add()
    refusing(database, "UPDATE", "vicidial_list")
    answer = partner.cancel()
    assert (answer.status_code, answer.json()) == (200, refused_cancel("server error (save)"))
    assert leads_of(database)[0]["status"] == "NEW"


def test_a_cancellation_is_validated(partner: Partner) -> None:
    answer = partner.cancel(mobile="1", type="")
    assert answer.status_code == 400
    assert answer.json() == {
        "type": {"0": "Type cannot be blank."},
        "mobile": {"0": "Mobile is not a valid phone number."},
    }


def test_keys_of_different_users_sign_their_leads(
    partner: Partner, database: WorkingDatabase, make_key: MakeKey
) -> None:
    database.run("UPDATE vicidial_users SET user_level = 9, modify_leads = '1', active = 'Y' WHERE user = '1001'")
    other = Partner(partner.app, make_key("lead", user="1001"))
    other.add()
    assert leads_of(database)[0]["user"] == "1001"
