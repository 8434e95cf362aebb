"""agent_ingroup_info: what its HTML lets through, which groups are selected, who may ask, in which language."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from html.parser import HTMLParser

import pytest

from tests.support.app import AppProcess
from tests.support.statements import Statements
from tests.support.working_database import WorkingDatabase

CountStatements = Callable[[], AbstractContextManager[Statements]]

SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Elements(HTMLParser):
    """What a browser makes of a page: its tags, event handlers and values."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.handlers: set[str | None] = set()
        self.values: set[str | None] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.handlers |= {value for name, value in attrs if name.startswith("on")}
        self.values |= {value for name, value in attrs if name == "value"}


def ask(api: AppProcess, stage: str = "info", **parameters: str) -> str:
    answer = api(**{"function": "agent_ingroup_info", "agent_user": "1001", "stage": stage, **parameters})
    assert answer.status_code == 200
    return answer.content.decode("utf8")


@pytest.fixture
def may_change(database: WorkingDatabase) -> WorkingDatabase:
    """The database with a caller who may change an agent's in-groups."""
    database.run("UPDATE vicidial_users SET change_agent_campaign = '1' WHERE user = '6666'")
    return database


@pytest.mark.parametrize("stage", ["info", "change"])
def test_nothing_out_of_the_database_can_run_as_script(
    api: AppProcess, may_change: WorkingDatabase, stage: str
) -> None:
    group = 'A"><script>'
    may_change.run("INSERT INTO vicidial_inbound_groups (group_id, group_name) VALUES (%s, %s)", group, SCRIPT[:30])
    may_change.run("UPDATE vicidial_campaigns SET closer_campaigns = %s", f" {group} -")
    may_change.run("UPDATE vicidial_users SET full_name = %s", SCRIPT[:50])
    may_change.run(
        "UPDATE vicidial_live_agents SET closer_campaigns = %s, manager_ingroup_set = 'SET',"
        " external_igb_set_user = '<script>' WHERE user = '1001'",
        f" {group} {SCRIPT} -",
    )
    may_change.run("UPDATE system_settings SET enable_languages = '1', language_method = 'MYSQL'")
    may_change.run("UPDATE vicidial_users SET selected_language = 'Evil' WHERE user = '6666'")
    may_change.run(
        "INSERT INTO vicidial_language_phrases (language_id, english_text, translated_text)"
        " VALUES ('Evil', 'Agent', %s), ('Evil', 'Submit Changes', %s)",
        SCRIPT, SCRIPT,
    )  # fmt: skip
    page = Elements()
    page.feed(ask(api, stage))
    assert {"script", "img"}.isdisjoint(page.tags)
    assert page.handlers <= {"hide_ingroup_info();", "submit_ingroup_changes('1001')"}
    assert (group in page.values) == (stage == "change")


@pytest.mark.parametrize("name", ['Tom & Jerry\'s "A" > B', "caf\u00e9 &eacute; <b>bold</b>", "5 %s {x} \\n"])
def test_harmless_names_keep_their_bytes(api: AppProcess, may_change: WorkingDatabase, name: str) -> None:
    may_change.run("UPDATE vicidial_inbound_groups SET group_name = %s WHERE group_id = 'SUPPORT'", name[:30])
    may_change.run("UPDATE vicidial_users SET full_name = %s WHERE user = '1001'", name)
    assert f"<TR><TD>SUPPORT *</TD><TD>{name[:30]}</TD></TR>\n" in ask(api)
    assert f'<option value="SUPPORT" SELECTED>SUPPORT - {name[:30]}</option>\n' in ask(api, "change")
    assert f"\nAgent: 1001 - {name} </TD><TD>\n" in ask(api)


@pytest.mark.parametrize(
    ("of_campaign", "of_agent", "rows"),
    [
        (" SALESLINE SUPPORT -", " SUPPORT SALESLINE", ["SALESLINE *", "SUPPORT *"]),
        ("SALESLINE SUPPORT -", " SALESLINE SUPPORT -", ["SALESLINE", "SUPPORT *"]),
        (" SALESLINE SUPPORT -", "SALESLINE SUPPORT -", ["SALESLINE", "SUPPORT *"]),
        (" A SUPPORT  SUPPORT -", " A SUPPORT -", ["SUPPORT *", "SUPPORT *"]),
        (" SUPPORT-", " SUPPORT-", ["SUPPORT *"]),
        (" SUPPORT - -", " - -", ["SUPPORT"]),
        (None, " SUPPORT -", ["No In-Groups Allowed"]),
    ],
)
def test_a_group_is_selected_where_both_lists_have_it(
    api: AppProcess, database: WorkingDatabase, of_campaign: str | None, of_agent: str, rows: list[str]
) -> None:
    database.run("UPDATE vicidial_campaigns SET closer_campaigns = %s WHERE campaign_id = 'TESTCAMP'", of_campaign)
    database.run("UPDATE vicidial_live_agents SET closer_campaigns = %s WHERE user = '1001'", of_agent)
    shown = [line[8:].split("</TD>")[0] for line in ask(api).splitlines() if line.startswith("<TR><TD>")]
    assert shown == rows


def test_a_group_has_its_name_whatever_its_letter_case(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_campaigns SET closer_campaigns = ' s\u00fapport oldline -'")
    page = ask(api)
    assert (
        "<TR><TD>s\u00fapport</TD><TD>Support line</TD></TR>\n<TR><TD>oldline</TD><TD>Closed line</TD></TR>\n" in page
    )


@pytest.mark.parametrize(
    ("setting", "groups", "can_dial"),
    [
        ("dial_method = 'RATIO'", True, True),
        ("dial_method = 'INBOUND_MAN'", True, False),
        ("dial_method = 'MANUAL'", False, False),
        ("campaign_allow_inbound = 'N'", False, True),
    ],
)
def test_the_campaign_says_what_the_form_offers(
    api: AppProcess, may_change: WorkingDatabase, setting: str, groups: bool, can_dial: bool
) -> None:
    may_change.run(f"UPDATE vicidial_campaigns SET {setting} WHERE campaign_id = 'TESTCAMP'")
    form = ask(api, "change")
    assert ('<option value="">No In-Groups Allowed</option>\n' not in form) == groups
    disabled = "" if can_dial else " DISABLED"
    yes, no = (" SELECTED", "") if can_dial else ("", " SELECTED")
    assert (
        f'<SELECT SIZE=1 NAME=blended ID=blended{disabled}>\n<option value="YES"{yes}>Yes</option>\n'
        f'<option value="NO"{no}>No</option>\n</SELECT>\n'
    ) in form
    assert "OUTBOUND AUTODIAL: Y<BR>\n" in ask(api)


def test_the_form_names_an_on_hook_agent_and_its_ring_time(api: AppProcess, may_change: WorkingDatabase) -> None:
    may_change.run("UPDATE vicidial_live_agents SET on_hook_agent = 'Y', on_hook_ring_time = 25 WHERE user = '1001'")
    assert (
        "<TABLE CELLPADDING=0 CELLSPACING=3 BORDER=0>\n<TR><TD ALIGN=CENTER VALIGN=TOP COLSPAN=2>"
        "<B>This is a Phone On-Hook Agent</B> &nbsp; Maximum Ring Time:  25</TD></TR>\n"
        "<TR><TD ALIGN=RIGHT VALIGN=TOP>Selected In-Groups: </TD>"
    ) in ask(api, "change")


def test_the_default_can_be_set_by_those_who_modify_users(api: AppProcess, may_change: WorkingDatabase) -> None:
    assert "ID=set_as_default>\n" in ask(api, "change")
    may_change.run("UPDATE vicidial_users SET modify_users = '0' WHERE user = '6666'")
    assert "ID=set_as_default DISABLED>\n" in ask(api, "change")


def test_change_without_the_right_shows_the_table(api: AppProcess, database: WorkingDatabase) -> None:
    database.run("UPDATE vicidial_users SET change_agent_campaign = '0'")
    assert ask(api, "change") == ask(api, "info")
    logged = database.all("SELECT result_reason, data FROM vicidial_api_log ORDER BY api_id")
    assert [tuple(row.values()) for row in logged] == [("", "1001|change"), ("", "1001|info")]


@pytest.mark.parametrize(
    ("source", "text"),
    [("queuemetrics", "SUCCESS:  - 1001|text\n"), ("QueueMetrics", "ERROR: agent_ingroup_info USER DOES NOT HAVE")],
)
def test_queuemetrics_asks_without_the_permission(
    api: AppProcess, database: WorkingDatabase, source: str, text: str
) -> None:
    database.run("UPDATE vicidial_users SET vdc_agent_api_access = '0' WHERE user = '6666'")
    assert ask(api, "text", source=source).startswith(text)


def test_an_error_logs_the_session(api: AppProcess, database: WorkingDatabase) -> None:
    assert ask(api, agent_user="nobody", session_id="8600051") == (
        "ERROR: agent_ingroup_info INVALID USER ID - nobody|6666\n"
    )
    assert database.value("SELECT data FROM vicidial_api_log") == "8600051"


def test_the_page_speaks_the_callers_language_and_the_text_does_not(
    api: AppProcess, database: WorkingDatabase
) -> None:
    database.run("UPDATE system_settings SET enable_languages = '1', language_method = 'MYSQL'")
    database.run("UPDATE vicidial_users SET selected_language = 'Deutsch' WHERE user = '6666'")
    database.run(
        "INSERT INTO vicidial_language_phrases (language_id, english_text, translated_text)"
        " VALUES ('Deutsch', 'manager override', 'Vorgabe f\u00fcr <b>alle</b>')"
    )
    assert "Vorgabe f\u00fcr <b>alle</b>: N<BR>\n" in ask(api)
    assert "MANAGER OVERRIDE: N\n" in ask(api, "text")


@pytest.mark.parametrize(("stage", "most"), [("text", 5), ("info", 6), ("change", 6)])
def test_few_statements(
    api: AppProcess, may_change: WorkingDatabase, count_statements: CountStatements, stage: str, most: int
) -> None:
    ask(api)
    with count_statements() as sent:
        ask(api, stage)
    assert len(sent) <= most, sent
