"""The Load Lead alias: add_lead under another address, with `campaing`, and nothing but add_lead."""

from __future__ import annotations

import pytest
import requests

from tests.support.app import CALLER, AppProcess
from tests.support.working_database import WorkingDatabase

PATH = "/API/lmapi.php"
DOCUMENTED_PATH = "/goAPIv2/goDashboard/goAPI.API/lmapi.php"
LEAD = {"phone_number": "7275551234", "phone_code": "1", "list_id": "101"}
CALLBACK = {"callback": "Y", "callback_datetime": "2025-07-16 10:00:00"}


def load(api: AppProcess, path: str = PATH, /, **params: str) -> str:
    return api.request("GET", path, params={**CALLER, **params}).text


def leads_with(database: WorkingDatabase, phone_number: str) -> list[dict[str, object]]:
    return database.all("SELECT * FROM vicidial_list WHERE phone_number = %s", phone_number)


def log_of(database: WorkingDatabase) -> dict[str, object]:
    row = database.one("SELECT * FROM vicidial_api_log ORDER BY api_id DESC LIMIT 1")
    assert row is not None
    return row


@pytest.mark.parametrize("path", [PATH, DOCUMENTED_PATH])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_documented_parameters_add_a_lead(
    api: AppProcess, database: WorkingDatabase, path: str, method: str
) -> None:
    values = {**CALLER, **LEAD, "campaing": "TESTCAMP"}
    sent = {"params": values} if method == "GET" else {"data": values}
    answer = api.request(method, path, **sent)
    [lead] = leads_with(database, "7275551234")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert answer.text == f"SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551234|101|{lead['lead_id']}|-4|6666\n"


def test_the_documented_form_works_when_it_is_sent_as_it_stands(api: AppProcess, database: WorkingDatabase) -> None:
    # Its address and its other fields are of other endpoints; the body that names the lead is this one's.
    answer = api.request(
        "POST", DOCUMENTED_PATH, data="source=test&user=6666&pass=1234&function=add_lead&phone_number=7275551111",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )  # fmt: skip
    [lead] = [row for row in leads_with(database, "7275551111") if str(row["list_id"]) == "999"]
    assert answer.text == f"SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551111|999|{lead['lead_id']}|-4|6666\n"


def test_the_answer_is_that_of_the_main_path(api: AppProcess, database: WorkingDatabase) -> None:
    plain = api(LEAD, function="add_lead", duplicate_check="DUPLIST").text
    assert plain.startswith("SUCCESS")
    again = api(LEAD, function="add_lead", duplicate_check="DUPLIST").text
    assert load(api, **LEAD, duplicate_check="DUPLIST") == again
    assert again.startswith("ERROR: add_lead DUPLICATE PHONE NUMBER IN LIST - 7275551234|101|")


def test_campaing_is_the_campaign_of_a_callback(api: AppProcess, database: WorkingDatabase) -> None:
    answer = load(api, **LEAD, **CALLBACK, campaing="TESTCAMP")
    assert "NOTICE: add_lead SCHEDULED CALLBACK ADDED - " in answer
    [lead] = leads_with(database, "7275551234")
    callback = database.one("SELECT campaign_id FROM vicidial_callbacks WHERE lead_id = %s", lead["lead_id"])
    assert callback == {"campaign_id": "TESTCAMP"}


def test_campaign_spelt_right_serves_as_well(api: AppProcess) -> None:
    assert "|TESTCAMP|2025-07-16 10:00:00|" in load(api, **LEAD, **CALLBACK, campaign="TESTCAMP")


def test_campaing_serves_where_campaign_id_is_blank(api: AppProcess) -> None:
    answer = load(api, **LEAD, **CALLBACK, campaign_id="", campaing="TESTCAMP")
    assert "|TESTCAMP|2025-07-16 10:00:00|" in answer


def test_a_campaign_in_the_form_serves_too(api: AppProcess) -> None:
    answer = api.request("POST", PATH, params=CALLER, data={**LEAD, **CALLBACK, "campaing": "TESTCAMP"}).text
    assert "|TESTCAMP|2025-07-16 10:00:00|" in answer


def test_campaign_id_goes_before_campaing(api: AppProcess, database: WorkingDatabase) -> None:
    other = database.value("SELECT campaign_id FROM vicidial_campaigns WHERE campaign_id <> 'TESTCAMP' LIMIT 1")
    assert f"|{other}|2025-07-16 10:00:00|" in load(
        api, **LEAD, **CALLBACK, campaign_id=str(other), campaing="TESTCAMP"
    )


@pytest.mark.parametrize("name", ["campaing", "campaign"])
def test_a_campaign_that_does_not_exist_is_an_error_and_adds_nothing(
    api: AppProcess, database: WorkingDatabase, name: str
) -> None:
    answer = load(api, **LEAD, **{name: "NO' SUCH"})
    assert answer == "ERROR: add_lead CAMPAIGN DOES NOT EXIST - 7275551234|NOSUCH|6666\n"
    assert leads_with(database, "7275551234") == []
    logged = log_of(database)
    assert (logged["function"], logged["result"]) == ("add_lead", "ERROR")
    assert (logged["result_reason"], logged["data"]) == ("add_lead CAMPAIGN DOES NOT EXIST", "7275551234|NOSUCH")


def test_a_campaign_that_does_not_exist_is_an_error_beside_a_campaign_id_that_does(api: AppProcess) -> None:
    answer = load(api, **LEAD, campaign_id="TESTCAMP", campaing="NOSUCH")
    assert answer == "ERROR: add_lead CAMPAIGN DOES NOT EXIST - 7275551234|NOSUCH|6666\n"


def test_campaigns_with_letters_beyond_ascii_are_found(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    database.run("INSERT INTO vicidial_campaigns (campaign_id, campaign_name, active) VALUES ('ÜBER', 'x', 'Y')")
    assert "|ÜBER|2025-07-16 10:00:00|" in load(api, **LEAD, **CALLBACK, campaing="ÜBER")


def test_without_a_campaign_it_is_plain_add_lead(api: AppProcess, database: WorkingDatabase) -> None:
    assert load(api, **LEAD).startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551234|101|")


@pytest.mark.parametrize("function", ["update_lead", "version", "coffee", "no_such_function"])
def test_any_other_function_is_refused_as_if_the_user_had_no_permission_for_it(
    api: AppProcess, database: WorkingDatabase, function: str
) -> None:
    answer = load(api, function=function, lead_id="1001", first_name="Changed")
    assert answer == f"ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |6666|{function}|\n"
    logged = log_of(database)
    assert (logged["function"], logged["result"]) == (function, "ERROR")
    assert database.all("SELECT lead_id FROM vicidial_list WHERE first_name = 'Changed'") == []


def test_the_refusal_is_the_one_that_a_user_without_the_permission_gets(
    api: AppProcess, database: WorkingDatabase
) -> None:
    refused_here = load(api, function="update_lead")
    database.run("UPDATE vicidial_users SET api_allowed_functions = ' add_lead ' WHERE user = '6666'")
    assert refused_here == api(function="update_lead").text


def test_nobody_hears_about_functions_without_a_login(api: AppProcess, database: WorkingDatabase) -> None:
    answer = load(api, function="version", **{"pass": "wrong"})
    assert answer == "ERROR: Login incorrect, please try again: |6666|wrong|BAD|\n"


def test_a_wrong_login_learns_nothing_about_campaigns(api: AppProcess) -> None:
    answer = load(api, **LEAD, campaing="NOSUCH", **{"pass": "wrong"})
    assert answer == "ERROR: Login incorrect, please try again: |6666|wrong|BAD|\n"


def test_a_user_who_may_not_add_leads_learns_nothing_about_campaigns(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_users SET modify_leads = '0' WHERE user = '6666'")
    answer = load(api, **LEAD, campaing="NOSUCH")
    assert answer == "ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |6666|0|\n"


def test_the_api_log_keeps_the_request_as_it_was_sent(api: AppProcess, database: WorkingDatabase) -> None:
    load(api, **LEAD, campaing="TESTCAMP")
    logged = log_of(database)
    assert (logged["function"], logged["result"]) == ("add_lead", "SUCCESS")
    url = database.value("SELECT url FROM vicidial_api_urls WHERE api_id = %s", logged["api_id"])
    assert url == (
        "http://dialer.example.com/API/lmapi.php?source=test&user=6666&pass=***"
        "&phone_number=7275551234&phone_code=1&list_id=101&campaing=TESTCAMP"
    )


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods_are_not_answered(api: AppProcess, database: WorkingDatabase, method: str) -> None:
    answer: requests.Response = api.request(method, PATH, params={**CALLER, **LEAD})
    assert answer.status_code == 405
    assert leads_with(database, "7275551234") == []


def test_callers_cannot_make_up_labels_of_the_metrics(api: AppProcess) -> None:
    load(api, function="made_up_by_a_caller")
    metrics = api.request("GET", "/metrics").text
    assert 'function="unknown"' in metrics
    assert "made_up_by_a_caller" not in metrics
