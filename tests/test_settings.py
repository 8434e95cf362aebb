"""Settings: where a value comes from, and what is said about a wrong one."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nonagent.settings import Settings, SettingsError, read_astguiclient

NOWHERE = {"NONAGENT_ASTGUICLIENT_CONF": "/nonexistent/astguiclient.conf"}

CONF = """
# a dialer's configuration
PATHweb => /srv/www/htdocs
VARserver_ip => 10.10.10.15 ; this host
VARDB_server =>  db.example.com
VARDB_database => asterisk2
VARDB_user => cron2
VARDB_pass => se>cret
VARDB_port => 3307
not a line
"""


@pytest.fixture
def conf(tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "astguiclient.conf"
    path.write_text(CONF)
    return {"NONAGENT_ASTGUICLIENT_CONF": str(path)}


def test_defaults_stand_where_nothing_is_set() -> None:
    settings = Settings.from_environment(NOWHERE)
    assert (settings.db_host, settings.db_port, settings.db_name) == ("localhost", 3306, "asterisk")
    assert settings.paths == ("/vicidial/non_agent_api.php",)
    assert settings.timezone is None


def test_astguiclient_conf_is_read_as_vicidial_writes_it(conf: dict[str, str]) -> None:
    settings = Settings.from_environment(conf)
    assert (settings.db_host, settings.db_port) == ("db.example.com", 3307)
    assert (settings.db_name, settings.db_user, settings.db_password) == ("asterisk2", "cron2", "secret")
    assert settings.web_root == "/srv/www/htdocs"


def test_a_variable_comes_over_the_file(conf: dict[str, str]) -> None:
    assert Settings.from_environment(conf | {"NONAGENT_DB_HOST": "other"}).db_host == "other"


def test_the_password_is_not_shown() -> None:
    assert "hidden" not in repr(Settings.from_environment(NOWHERE | {"NONAGENT_DB_PASSWORD": "hidden"}))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("NONAGENT_DB_PORT", "three"),
        ("NONAGENT_DB_PORT", "70000"),
        ("NONAGENT_POOL_SIZE", "0"),
        ("NONAGENT_TIMEZONE", "Mars/Olympus"),
        ("NONAGENT_TIMEZONE", "../../etc/passwd"),
        ("NONAGENT_PATHS", "no-slash"),
        ("NONAGENT_PATHS", ""),
        ("NONAGENT_TRUSTED_PROXIES", "10.0.0.300"),
        ("NONAGENT_LOG_LEVEL", "LOUD"),
        ("NONAGENT_PASSWORDS_IN_LOG", "maybe"),
        ("NONAGENT_CORS_CREDENTIALS", "perhaps"),
        ("NONAGENT_NEW_LEAD_URL_TIMEOUT", "-1"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_its_variable(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=variable) as raised:
        Settings.from_environment(NOWHERE | {variable: value})
    assert "\n" not in str(raised.value)


def test_a_misspelt_variable_stops_the_start() -> None:
    with pytest.raises(SettingsError, match="NONAGENT_DBHOST is no setting"):
        Settings.from_environment(NOWHERE | {"NONAGENT_DBHOST": "x"})


def test_a_wrong_value_in_the_file_names_its_key(conf: dict[str, str]) -> None:
    path = Path(conf["NONAGENT_ASTGUICLIENT_CONF"])
    path.write_text("VARDB_port => many\n")
    with pytest.raises(SettingsError, match=r"VARDB_port of astguiclient\.conf"):
        Settings.from_environment(conf)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_astguiclient(str(tmp_path))


def test_values_of_every_kind_are_understood() -> None:
    settings = Settings.from_environment(
        NOWHERE
        | {
            "NONAGENT_TIMEZONE": "America/New_York",
            "NONAGENT_PATHS": "/a.php, /b.php",
            "NONAGENT_TRUSTED_PROXIES": "127.0.0.1 10.0.0.0/8,::1",
            "NONAGENT_CORS_CREDENTIALS": "yes",
        }
    )
    assert settings.timezone == ZoneInfo("America/New_York")
    assert settings.paths == ("/a.php", "/b.php")
    assert len(settings.trusted_proxies) == 3
    assert settings.cors_credentials is True


def test_every_setting_says_what_it_is_for() -> None:
    for item in fields(Settings):
        assert item.metadata["variable"].startswith("NONAGENT_")
        assert len(item.metadata["about"]) > 8
