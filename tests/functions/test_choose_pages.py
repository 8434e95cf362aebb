"""The pages that admin screens choose from: what names do to them, and how many statements they cost."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.support.app import AppProcess
from tests.support.choose_page import TAGS, Page
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

# For each page: what gives it a row more, whose key and texts are the same; and the keys it has.
ROWS = {
    "moh_list": (
        "REPLACE INTO vicidial_music_on_hold (moh_id, moh_name, active) VALUES (%s, %s, 'Y');"
        " REPLACE INTO vicidial_music_on_hold_files (moh_id, filename) VALUES (%s, %s)",
        "SELECT moh_id AS name FROM vicidial_music_on_hold WHERE active = 'Y'",
    ),
    "vm_list": (
        "REPLACE INTO vicidial_voicemail (voicemail_id, fullname, email, active) VALUES (%s, %s, %s, 'Y')",
        "SELECT voicemail_id AS name FROM vicidial_voicemail WHERE active = 'Y'"
        " UNION SELECT voicemail_id FROM phones",
    ),
    "ingroup_list": (
        "REPLACE INTO vicidial_inbound_groups (group_id, group_name, group_color, active) VALUES (%s, %s, %s, 'Y')",
        "SELECT group_id AS name FROM vicidial_inbound_groups WHERE active = 'Y'",
    ),
    "callmenu_list": (
        "REPLACE INTO vicidial_call_menu (menu_id, menu_name) VALUES (%s, %s)",
        "SELECT menu_id AS name FROM vicidial_call_menu",
    ),
    "container_list": (
        "REPLACE INTO vicidial_settings_containers (container_id, container_notes, container_type)"
        " VALUES (%s, %s, 'OTHER')",
        "SELECT container_id AS name FROM vicidial_settings_containers",
    ),
}
PAGES = tuple(ROWS)
ACTING = (
    "'-alert(1)-'", "');alert(1)//", "\\');alert(1)//", '"onmouseover="alert(1)', '"><script>alert(1)</script>',
    "%27-alert(1)-%27", "&#39;-alert(1)-&#39;", "&apos;-alert(1)-&apos;", "&#x27-alert(1)-&#x27",
    "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<b onclick=alert(1)>", "`${alert(1)}`",
    "'+alert`1`+'", "',top.location='//x','", "x')(1", "',name instanceof{[Symbol.hasInstance]:eval},'",
    "',[name].find(eval),'", "',top.x++,'", "'-top.x--,'", "'||top.y||'", "a?'b':'c'", "'/x/g+'", "%\t27%\t28",
    "'%\t2calert%\t281%\t29%\t2c'",
)  # fmt: skip
ODD = ("\\", "'", '"', "%26%2339;", "%5c", "&amp;", "a\nb\tc\r", "A & B", "100%", "é漢", "<b>")


def page(api: AppProcess, function: str, **more: str) -> Page:
    answer = api({"function": function, "type": "OTHER"}, **more)
    assert answer.status_code == 200
    assert answer.text.startswith("\n<HTML>")
    assert answer.text.endswith("</table></div></body></HTML>\n")
    return Page(answer.text)


@pytest.mark.parametrize("function", PAGES)
def test_names_are_chosen_as_they_are_and_do_nothing_else(
    api: AppProcess, database: WorkingDatabase, function: str
) -> None:
    insert, keys = ROWS[function]
    for name in (*ACTING, *ODD):
        database.run(insert, *[name] * insert.count("%s"))
    stored = [row["name"] for row in database.all(keys)]
    shown = page(api, function)
    assert len(stored) > len(ACTING)
    assert sorted(shown.chosen) == sorted((name, "") for name in stored)
    assert {tag for tag, _ in shown.tags} <= TAGS | {"b"}
    assert sum(tag == "script" for tag, _ in shown.tags) == 1
    assert not shown.handlers


@pytest.mark.parametrize("field", ACTING)
@pytest.mark.parametrize("function", ["callmenu_list", "sounds_list"])
def test_a_field_that_could_act_is_only_a_field(api: AppProcess, function: str, field: str) -> None:
    answer = api(function=function, comments=field, format="selectframe", stage="name")
    shown = Page(answer.text)
    cleaned = field.translate(dict.fromkeys(map(ord, '"#;'))).replace("+", " ")
    assert {chosen for _, chosen in shown.chosen} == {cleaned}
    assert {tag for tag, _ in shown.tags} <= TAGS


def test_a_fields_quote_and_backslash_come_back_as_they_were_sent(api: AppProcess) -> None:
    text = api(function="callmenu_list", comments="a'b<i>\\c").text
    assert "choose_file('MAINMENU','a'b<i>\\c');" in text


@pytest.mark.parametrize("field", ["a", "voicemail_id", "option_value[3]", "a.b:c-d", "número 漢", "a b", "f(x)=1"])
def test_a_fields_name_comes_back_as_it_was_sent(api: AppProcess, field: str) -> None:
    assert f"choose_file('MAINMENU','{field}');" in api(function="callmenu_list", comments=field).text


@pytest.mark.parametrize("function", [*PAGES, "sounds_list"])
def test_a_browser_runs_the_pages_own_script_and_no_other(api: AppProcess, function: str) -> None:
    answer = api({"function": function, "type": "OTHER"}, format="selectframe", stage="name", comments="f")
    (script,) = re.findall("<script[^>]*>(.*?)</script>", answer.text, re.DOTALL)
    own = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'", "base-uri": "'none'", "form-action": "'none'", "style-src": "'unsafe-inline'",
        "script-src": f"'sha256-{own}'",
    }  # fmt: skip


def test_looks_of_a_name_stay_and_other_markup_is_shown(api: AppProcess, database: WorkingDatabase) -> None:
    name = '<b>A</B> & <i>"B"</i><br><BR /> 1 < 2 <font color=red> <bad>'
    database.run("UPDATE vicidial_call_menu SET menu_name = %s WHERE menu_id = 'MAINMENU'", name)
    shown = name.replace("< 2", "&lt; 2").replace("<font", "&lt;font").replace("<bad", "&lt;bad")
    assert f'<font size=2 face="Arial,Helvetica">{shown}</td>' in api(function="callmenu_list").text


def test_a_phrase_of_another_language_brings_no_script(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET enable_languages = '1', language_method = 'MYSQL'")
    database.run("UPDATE vicidial_users SET selected_language = 'xx' WHERE user = '6666'")
    phrases = ("close frame", "Name", "FILENAME", "PLAY", "Settings Containers", "type")
    for phrase in phrases:
        database.run(
            "INSERT INTO vicidial_language_phrases (language_id, english_text, translated_text)"
            " VALUES ('xx', %s, '<script>alert(1)</script>')",
            phrase,
        )
    for function in (*PAGES, "sounds_list"):
        answer = api({"function": function, "type": "OTHER", "format": "selectframe", "stage": "name"})
        shown = Page(answer.text)
        assert sum(tag == "script" for tag, _ in shown.tags) == 1
        assert "<script>alert(1)</script>" in "".join(shown.texts)


@pytest.mark.parametrize(("kind", "shown"), [("Y", "YES"), ("N", "NO")])
def test_a_container_type_of_one_letter_is_translated(
    api: AppProcess, database: WorkingDatabase, kind: str, shown: str
) -> None:
    database.run("UPDATE system_settings SET enable_languages = '1', language_method = 'FILE'")
    database.run("UPDATE vicidial_users SET selected_language = 'xx' WHERE user = '6666'")
    assert f"Settings Containers: <br>{shown} type</td>" in api(function="container_list", type=kind).text


def test_files_of_a_class_are_in_the_order_of_their_table(api: AppProcess, database: WorkingDatabase) -> None:
    database.run(
        "INSERT INTO vicidial_music_on_hold_files (filename, moh_id, `rank`)"
        " VALUES ('zebra', 'JAZZ', 2), ('mule', 'default', 1), ('ant', 'jazz', 1)"
    )
    text = api(function="moh_list").text
    assert ">zebra &nbsp; ant &nbsp; </td></tr>" in text
    assert ">mule &nbsp; </td></tr>" in text


def test_a_quote_in_a_class_id_does_not_cut_the_page(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_music_on_hold SET moh_id = %s WHERE moh_id = 'jazz'", "ja'zz")
    database.run("INSERT INTO vicidial_music_on_hold_files (filename, moh_id) VALUES ('smooth', %s)", "ja'zz")
    shown = page(api, "moh_list")
    assert ("ja'zz", "") in shown.chosen
    assert any(text.startswith("smooth") for text in shown.texts)


@pytest.mark.parametrize("function", PAGES)
def test_a_page_writes_no_log_row(api: AppProcess, database: WorkingDatabase, function: str) -> None:
    page(api, function)
    assert {change["table"] for change in database.changes()} == {"vicidial_users"}


def test_a_type_sent_as_an_array_is_missing(api: AppProcess) -> None:
    answer = api({"function": "container_list", "type[]": "OTHER"})
    assert answer.text == "ERROR: container_list NO CONTAINER TYPE DEFINED: |6666||\n"


@pytest.mark.parametrize(
    ("function", "statements"),
    [("callmenu_list", 3), ("ingroup_list", 3), ("container_list", 3), ("vm_list", 4), ("moh_list", 4)],
)
def test_a_page_costs_as_many_statements_whatever_its_length(
    api: AppProcess, database: WorkingDatabase, count_statements: CountStatements, function: str, statements: int
) -> None:
    database.run("INSERT INTO vicidial_music_on_hold (moh_id, active) SELECT CONCAT('m', seq), 'Y' FROM seq_1_to_20")
    page(api, function)
    with count_statements() as sent:
        page(api, function)
    assert len(sent) == statements, sent
