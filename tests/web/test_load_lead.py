"""The Load Lead alias: add_lead under another address, with `campaing`, and nothing but add_lead."""

from __future__ import annotations

import pytest
import requests

from tests.support.app import CALLER, AppProcess
from tests.support.working_database import WorkingDatabase

PATH = "/API/lmapi.php"
DOCUMENTED_PATH = "/goAPIv2/goDashboard/goAPI.API/lmapi.php"
NUMBER = {"phone_number": "7275551234", "phone_code": "1", "list_id": "101"}
LEAD = {**NUMBER, "campaing": "TESTCAMP"}
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
    values = {**CALLER, **LEAD}
    sent = {"params": values} if method == "GET" else {"data": values}
    answer = api.request(method, path, **sent)
    [lead] = leads_with(database, "7275551234")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert answer.text == f"SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551234|101|{lead['lead_id']}|-4|6666\n"


def test_the_documented_form_works_with_the_campaign_that_it_lacks(
    api: AppProcess, database: WorkingDatabase
) -> None:
    # Its address and its other fields are of other endpoints; the body that names the lead is this one's.
    form = "source=test&user=6666&pass=1234&function=add_lead&phone_number=7275551111"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = api.request("POST", DOCUMENTED_PATH, data=form, headers=headers)
    assert answer.text == "ERROR: add_lead YOU MUST USE ALL REQUIRED FIELDS: |6666|7275551111|\n"
    answer = api.request("POST", DOCUMENTED_PATH, data=f"{form}&campaing=TESTCAMP", headers=headers)
    [lead] = [row for row in leads_with(database, "7275551111") if str(row["list_id"]) == "999"]
    assert answer.text == f"SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551111|999|{lead['lead_id']}|-4|6666\n"


def test_the_answer_is_that_of_the_main_path(api: AppProcess, database: WorkingDatabase) -> None:
    plain = api(LEAD, function="add_lead", duplicate_check="DUPLIST").text
    assert plain.startswith("SUCCESS")
    again = api(LEAD, function="add_lead", duplicate_check="DUPLIST").text
    assert load(api, **LEAD, duplicate_check="DUPLIST") == again
    assert again.startswith("ERROR: add_lead DUPLICATE PHONE NUMBER IN LIST - 7275551234|101|")


def test_campaing_is_the_campaign_of_a_callback(api: AppProcess, database: WorkingDatabase) -> None:
    answer = load(api, **LEAD, **CALLBACK)
    assert "NOTICE: add_lead SCHEDULED CALLBACK ADDED - " in answer
    [lead] = leads_with(database, "7275551234")
    callback = database.one("SELECT campaign_id FROM vicidial_callbacks WHERE lead_id = %s", lead["lead_id"])
    assert callback == {"campaign_id": "TESTCAMP"}


def test_campaign_spelt_right_serves_as_well(api: AppProcess) -> None:
    assert "|TESTCAMP|2025-07-16 10:00:00|" in load(api, **NUMBER, **CALLBACK, campaign="TESTCAMP")


def test_campaing_serves_where_campaign_id_is_blank(api: AppProcess) -> None:
    answer = load(api, **LEAD, **CALLBACK, campaign_id="")
    assert "|TESTCAMP|2025-07-16 10:00:00|" in answer


def test_a_campaign_in_the_form_serves_too(api: AppProcess) -> None:
    answer = api.request("POST", PATH, params=CALLER, data={**LEAD, **CALLBACK}).text
    assert "|TESTCAMP|2025-07-16 10:00:00|" in answer


def test_campaign_id_goes_before_campaing(api: AppProcess, database: WorkingDatabase) -> None:
    other = database.value("SELECT campaign_id FROM vicidial_campaigns WHERE campaign_id <> 'TESTCAMP' LIMIT 1")
    assert f"|{other}|2025-07-16 10:00:00|" in load(api, **LEAD, **CALLBACK, campaign_id=str(other))


@pytest.mark.parametrize("name", ["campaing", "campaign"])
def test_a_campaign_that_does_not_exist_is_an_error_and_adds_nothing(
    api: AppProcess, database: WorkingDatabase, name: str
) -> None:
    answer = load(api, **NUMBER, **{name: "NO' SUCH"})
    assert answer == "ERROR: add_lead CAMPAIGN DOES NOT EXIST - 7275551234|NOSUCH|6666\n"
    assert leads_with(database, "7275551234") == []
    logged = log_of(database)
    assert (logged["function"], logged["result"]) == ("add_lead", "ERROR")
    assert (logged["result_reason"], logged["data"]) == ("add_lead CAMPAIGN DOES NOT EXIST", "7275551234|NOSUCH")


def test_a_campaign_that_does_not_exist_is_an_error_beside_a_campaign_id_that_does(api: AppProcess) -> None:
    answer = load(api, **NUMBER, campaign_id="TESTCAMP", campaing="NOSUCH")
    assert answer == "ERROR: add_lead CAMPAIGN DOES NOT EXIST - 7275551234|NOSUCH|6666\n"


def test_campaigns_with_letters_beyond_ascii_are_found(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET use_non_latin = '1'")
    database.run("INSERT INTO vicidial_campaigns (campaign_id, campaign_name, active) VALUES ('ÜBER', 'x', 'Y')")
    database.run("UPDATE vicidial_lists SET campaign_id = 'ÜBER' WHERE list_id = 101")
    assert "|ÜBER|2025-07-16 10:00:00|" in load(api, **NUMBER, **CALLBACK, campaing="ÜBER")


@pytest.mark.parametrize("more", [{}, {"campaing": ""}, {"campaing": "';"}, {"campaign_id": "TESTCAMP"}], ids=str)
def test_a_lead_without_the_required_campaign_is_refused(
    api: AppProcess, database: WorkingDatabase, more: dict[str, str]
) -> None:
    answer = load(api, **NUMBER, **more)
    assert answer == "ERROR: add_lead YOU MUST USE ALL REQUIRED FIELDS: |6666|7275551234|\n"
    assert leads_with(database, "7275551234") == []
    logged = log_of(database)
    assert (logged["result"], logged["result_reason"]) == ("ERROR", "add_lead YOU MUST USE ALL REQUIRED FIELDS")
    assert (logged["function"], logged["data"]) == ("add_lead", "7275551234|")


def test_a_list_of_another_campaign_is_refused(api: AppProcess, database: WorkingDatabase) -> None:
    answer = load(api, **LEAD | {"list_id": "201"})
    assert answer == "ERROR: add_lead NOT AN ALLOWED LIST ID - 7275551234|201\n"
    assert leads_with(database, "7275551234") == []
    logged = log_of(database)
    assert (logged["result"], logged["data"]) == ("ERROR", "7275551234|201")
    assert (logged["function"], logged["result_reason"]) == ("add_lead", "add_lead NOT AN ALLOWED LIST ID")
    assert load(api, **LEAD | {"list_id": "201", "campaing": "salescmp"}).startswith("SUCCESS")


def test_the_default_list_is_one_of_another_campaign_too(api: AppProcess, database: WorkingDatabase) -> None:
    sent = {"phone_number": "7275551234", "campaing": "SALESCMP"}
    assert load(api, **sent) == "ERROR: add_lead NOT AN ALLOWED LIST ID - 7275551234|999\n"
    database.run("UPDATE vicidial_lists SET campaign_id = '' WHERE list_id = 999")
    assert load(api, **sent).startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551234|999|")


def test_a_list_that_is_not_defined_is_of_no_other_campaign(api: AppProcess) -> None:
    answer = load(api, **LEAD | {"list_id": "98762"})
    assert answer.startswith("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551234|98762|")


def test_a_source_has_at_most_twenty_characters(api: AppProcess, database: WorkingDatabase) -> None:
    longer = "x" * 21
    assert load(api, **LEAD, source=longer) == (
        f"ERROR: Invalid Source - {longer}\nERROR: Invalid Source: |{longer}|\n"
    )
    assert leads_with(database, "7275551234") == []
    assert log_of(database)["result_reason"] == "Invalid Source"
    assert load(api, **LEAD, source="x" * 20).startswith("SUCCESS")
    assert api(NUMBER, function="add_lead", source=longer).text.startswith("SUCCESS"), "elsewhere it is cut"


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
    answer = load(api, **NUMBER, campaing="NOSUCH", **{"pass": "wrong"})
    assert answer == "ERROR: Login incorrect, please try again: |6666|wrong|BAD|\n"


def test_a_user_who_may_not_add_leads_learns_nothing_about_campaigns(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE vicidial_users SET modify_leads = '0' WHERE user = '6666'")
    answer = load(api, **NUMBER, campaing="NOSUCH")
    assert answer == "ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |6666|0|\n"


def test_the_api_log_keeps_the_request_as_it_was_sent(api: AppProcess, database: WorkingDatabase) -> None:
    load(api, **LEAD)
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
