"""reset_password of update_user: a random password by mail, and nothing changed when the mail does not go out."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import StartApp
from tests.support.app import AppProcess
from tests.support.working_database import WorkingDatabase

SENDMAIL = """#!{python}
import pathlib, sys
here = pathlib.Path(__file__).parent
if (here / "refuse").exists():
    print("quota\\nexceeded", file=sys.stderr)
    sys.exit(75)
(here / "mail").write_text(" ".join(sys.argv[1:]) + "\\n" + sys.stdin.read())
"""


@dataclass
class Mailer:
    """An application whose mail ends in a file."""

    api: AppProcess
    folder: Path

    @property
    def mail(self) -> str:
        """The last mail, its program's arguments in front; blank when there was none."""
        file = self.folder / "mail"
        return file.read_text() if file.exists() else ""

    @property
    def password(self) -> str:
        """The password in the last mail."""
        found = re.search(r"^Here is your new temporary password: (.*)$", self.mail, re.MULTILINE)
        assert found, self.mail
        return found[1]

    def refuse(self) -> None:
        (self.folder / "refuse").touch()

    def reset(self, length: str = "10", **parameters: str) -> str:
        answer = self.api({"function": "update_user", "agent_user": "1001", "reset_password": length, **parameters})
        assert answer.status_code == 200
        return answer.text


@pytest.fixture
def mailer(start_app: StartApp, tmp_path: Path) -> Mailer:
    program = tmp_path / "sendmail"
    program.write_text(SENDMAIL.format(python=sys.executable))
    program.chmod(0o755)
    return Mailer(start_app({"NONAGENT_SENDMAIL": f"{program} -t -i"}), tmp_path)


def user(database: WorkingDatabase) -> dict[str, Any]:
    return database.one("SELECT * FROM vicidial_users WHERE user = '1001'")


NOTHING_ELSE = "ERROR: update_user NO UPDATES DEFINED: |6666|\n"


def test_the_password_in_the_mail_is_the_one_that_is_stored(mailer: Mailer, database: WorkingDatabase) -> None:
    answer = mailer.reset()
    assert answer == (
        "NOTICE: update_user USER PASSWORD HAS BEEN RESET - 6666|1001|alice@example.com\n" + NOTHING_ELSE
    )
    arguments, *_ = mailer.mail.split("\n")
    assert arguments == "-t -i"
    assert "To: alice@example.com\nSubject: User Account Reset\n" in mailer.mail
    assert re.fullmatch("[0-9A-NP-Z]{10}", mailer.password)
    row = user(database)
    assert (row["pass"], row["force_change_password"]) == (mailer.password, "Y")


def test_the_password_stands_nowhere_but_in_the_mail_and_the_row(mailer: Mailer, database: WorkingDatabase) -> None:
    answer = mailer.reset()
    log = database.one("SELECT * FROM vicidial_admin_log")
    assert (log["event_code"], log["event_notes"]) == ("ADMIN API RESET PASS", "user: 1001")
    assert "`pass` = '***'" in log["event_sql"]
    logged = [*log.values(), *database.one("SELECT * FROM vicidial_api_log").values()]
    assert mailer.password not in " ".join([answer, mailer.api.log_since(), *map(str, logged)])


def test_with_hashing_on_only_the_hash_is_stored(mailer: Mailer, database: WorkingDatabase) -> None:
    database.run("UPDATE system_settings SET pass_hash_enabled = '1', pass_key = 'ABCDEFGHIJKLMNOP'")
    database.run("UPDATE vicidial_users SET pass_hash = 'jkdWqtG6VyXnALXOuUxNNvCoVsXyAZK' WHERE user = '6666'")
    mailer.reset()
    row = user(database)
    assert (row["pass"], len(row["pass_hash"])) == ("", 31)
    database.run("UPDATE vicidial_users SET user_level = 8 WHERE user = '1001'")
    assert "Login incorrect" not in mailer.api({"user": "1001", "pass": mailer.password}).text


@pytest.mark.parametrize(("length", "characters"), [("8", 8), ("0012", 12), ("101", 100), ("9" * 5000, 100)])
def test_the_length_is_as_asked_for_up_to_what_the_column_holds(mailer: Mailer, length: str, characters: int) -> None:
    form = {"function": "update_user", "agent_user": "1001", "reset_password": length}
    assert "HAS BEEN RESET" in mailer.api(form=form).text
    assert len(mailer.password) == characters


def test_a_shorter_length_is_ignored(mailer: Mailer) -> None:
    assert mailer.reset("7") == NOTHING_ELSE
    assert mailer.mail == ""


def test_an_address_in_the_call_gets_the_mail_and_is_stored(mailer: Mailer, database: WorkingDatabase) -> None:
    answer = mailer.reset(email="o'brien@example.com")
    assert answer == (
        "NOTICE: update_user USER PASSWORD HAS BEEN RESET - 6666|1001|o'brien@example.com\n"
        "SUCCESS: update_user USER HAS BEEN UPDATED - 6666|1001|\n"
    )
    assert "To: o'brien@example.com\n" in mailer.mail
    assert (user(database)["email"], user(database)["pass"]) == ("o'brien@example.com", mailer.password)


def test_the_word_that_clears_the_address_is_no_address(mailer: Mailer, database: WorkingDatabase) -> None:
    assert mailer.reset(email="--BLANK--").startswith(
        "NOTICE: update_user USER PASSWORD RESET FAILED: NO VALID EMAIL PROVIDED - 6666|1001|--BLANK--\n"
    )
    assert (mailer.mail, user(database)["email"]) == ("", "")


def test_a_mail_that_is_refused_changes_nothing(mailer: Mailer, database: WorkingDatabase) -> None:
    mailer.refuse()
    before = user(database)
    assert mailer.reset() == (
        "NOTICE: update_user USER PASSWORD RESET FAILED: EMAIL FAILURE - 6666|1001|alice@example.com|quota exceeded\n"
        + NOTHING_ELSE
    )
    assert user(database) == before
    assert database.all("SELECT * FROM vicidial_admin_log") == []


def test_a_machine_without_sendmail_says_so(start_app: StartApp, database: WorkingDatabase) -> None:
    mailer = Mailer(start_app({"NONAGENT_SENDMAIL": "/nowhere/sendmail -t"}), Path())
    answer = mailer.reset()
    assert "EMAIL FAILURE - 6666|1001|alice@example.com|/nowhere/sendmail -t: " in answer
    assert "No such file" in answer
    assert user(database)["force_change_password"] == "N"
