"""Where nonagent is told what to do: NONAGENT_* variables, then /etc/astguiclient.conf, then defaults."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

ASTGUICLIENT = "/etc/astguiclient.conf"


class SettingsError(ValueError):
    """A setting holds a value that cannot be used; its text is one line that names the setting."""


def _text(value: str) -> str:
    return value


def _flag(value: str) -> bool:
    if value.lower() in ("1", "yes", "true", "on"):
        return True
    if value.lower() in ("0", "no", "false", "off", ""):
        return False
    raise ValueError("must be yes or no")


def _number(lowest: float, highest: float, kind: type = int) -> Callable[[str], Any]:
    def parse(value: str) -> Any:
        try:
            number = kind(value)
        except ValueError:
            raise ValueError(f"must be a number from {lowest} to {highest}") from None
        if not lowest <= number <= highest:
            raise ValueError(f"must be a number from {lowest} to {highest}")
        return number

    return parse


def _one_of(*words: str) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if value not in words:
            raise ValueError(f"must be one of {', '.join(words)}")
        return value

    return parse


def _words(value: str) -> tuple[str, ...]:
    return tuple(re.split(r"[,\s]+", value.strip())) if value.strip() else ()


def _paths(value: str) -> tuple[str, ...]:
    paths = _words(value)
    if not paths or any(not path.startswith("/") for path in paths):
        raise ValueError("must be one or more paths that begin with /")
    return paths


def _networks(value: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(word, strict=False) for word in _words(value))
    except ValueError as error:
        raise ValueError(f"must be addresses or networks: {error}") from None


def _timezone(value: str) -> ZoneInfo | None:
    if not value:
        return None
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"{value!r} is no time zone name of this machine") from None


def _setting(
    variable: str, about: str, default: Any, parse: Callable[[str], Any] = _text, conf: str = "", **more: Any
) -> Any:
    return field(
        default=default, metadata={"variable": variable, "about": about, "parse": parse, "conf": conf}, **more
    )


@dataclass(frozen=True)
class Settings:
    """Every setting of the process. The metadata of a field names its variable and says what it is for."""

    db_host: str = _setting(
        "NONAGENT_DB_HOST",
        "database host; `localhost` is the server's socket on this machine, as for PHP and MySQL's clients, and"
        " 127.0.0.1 where none is found in my.cnf and the usual places",
        "localhost", conf="VARDB_server",
    )  # fmt: skip
    db_port: int = _setting(
        "NONAGENT_DB_PORT", "database port, not used with a socket", 3306, _number(1, 65535), conf="VARDB_port"
    )
    db_socket: str = _setting("NONAGENT_DB_SOCKET", "database socket; when set, host and port are not used", "")
    db_name: str = _setting("NONAGENT_DB_NAME", "database name", "asterisk", conf="VARDB_database")
    db_user: str = _setting("NONAGENT_DB_USER", "database user", "cron", conf="VARDB_user")
    db_password: str = _setting("NONAGENT_DB_PASSWORD", "database password", "1234", conf="VARDB_pass", repr=False)
    db_connect_timeout: int = _setting(
        "NONAGENT_DB_CONNECT_TIMEOUT", "seconds to wait for a connection to the database", 5, _number(1, 300)
    )
    db_read_timeout: int = _setting(
        "NONAGENT_DB_READ_TIMEOUT", "seconds to wait for one statement's answer", 300, _number(1, 86400)
    )
    db_direct: bool = _setting(
        "NONAGENT_DB_DIRECT",
        "whether the database is reached without a proxy of its own in between (ProxySQL, MaxScale): then statements"
        " that nobody waits for travel with the next one, and frequent ones are prepared once a connection",
        True, _flag,
    )  # fmt: skip
    db_replica: str = _setting(
        "NONAGENT_DB_REPLICA",
        "where reports read when no replica is named below: `system` for the slave_db_server of system_settings;"
        " the primary when unset, as the original did",
        "", _one_of("", "system"),
    )  # fmt: skip
    db_replica_host: str = _setting(
        "NONAGENT_DB_REPLICA_HOST", "host of a replica that reports read instead of the primary", ""
    )
    db_replica_port: int = _setting("NONAGENT_DB_REPLICA_PORT", "the replica's port", 3306, _number(1, 65535))
    db_replica_socket: str = _setting(
        "NONAGENT_DB_REPLICA_SOCKET", "the replica's socket; when set, its host and port are not used", ""
    )
    db_replica_name: str = _setting(
        "NONAGENT_DB_REPLICA_NAME", "the replica's database; NONAGENT_DB_NAME if unset", ""
    )
    db_replica_user: str = _setting("NONAGENT_DB_REPLICA_USER", "the replica's user; NONAGENT_DB_USER if unset", "")
    db_replica_password: str = _setting(
        "NONAGENT_DB_REPLICA_PASSWORD", "the replica's password; NONAGENT_DB_PASSWORD if unset", "", repr=False
    )
    db_replica_max_lag: int = _setting(
        "NONAGENT_DB_REPLICA_MAX_LAG",
        "how many seconds the replica may be behind before reports read the primary; the replica's user needs the"
        " privilege SLAVE MONITOR (REPLICATION CLIENT before MariaDB 10.5)",
        60, _number(0, 604_800),
    )  # fmt: skip
    pool_size: int = _setting(
        "NONAGENT_POOL_SIZE",
        "most database connections of one process; a request beyond that waits for one",
        100,
        _number(1, 1000),
    )
    pool_timeout: float = _setting(
        "NONAGENT_POOL_TIMEOUT",
        "seconds that a request waits for a connection while all are in use; then it is answered 503",
        10.0, _number(0.1, 300, float),
    )  # fmt: skip
    timezone: ZoneInfo | None = _setting(
        "NONAGENT_TIMEZONE", "time zone of the dialer, as America/New_York; the machine's own when unset",
        None, _timezone,
    )  # fmt: skip
    paths: tuple[str, ...] = _setting(
        "NONAGENT_PATHS",
        "paths that answer the API, separated by commas",
        ("/vicidial/non_agent_api.php",),
        _paths,
    )
    web_root: str = _setting(
        "NONAGENT_WEB_ROOT", "web root, under which sounds_list finds the audio store", "/srv/www/htdocs",
        conf="PATHweb",
    )  # fmt: skip
    sounds_folder: str = _setting(
        "NONAGENT_SOUNDS_FOLDER", "the audio store's folder itself, where it is not under the web root", ""
    )
    trusted_proxies: tuple[Network, ...] = _setting(
        "NONAGENT_TRUSTED_PROXIES",
        "addresses or networks whose X-Forwarded-For, -Proto, -Host and -Port headers are believed",
        (), _networks,
    )  # fmt: skip
    max_request_bytes: int = _setting(
        "NONAGENT_MAX_REQUEST_BYTES", "largest request body that is read", 8_388_608, _number(1024, 1 << 31)
    )
    request_timeout: float = _setting(
        "NONAGENT_REQUEST_TIMEOUT",
        "seconds that a caller may take to send a request's head, then its body, and to take each part of the answer",
        30.0, _number(0.1, 3600, float),
    )  # fmt: skip
    passwords_in_log: str = _setting(
        "NONAGENT_PASSWORDS_IN_LOG",
        "where the API log keeps passwords: `value` masks the caller's in the logged URL, and keeps it in the value"
        " column where it is the last POST field; `all` masks none, as the original did; `none` masks every one,"
        " those of users and phones too",
        "value", _one_of("none", "value", "all"),
    )  # fmt: skip
    sendmail: str = _setting(
        "NONAGENT_SENDMAIL", "command that takes a mail on its standard input, as PHP's sendmail_path",
        "/usr/sbin/sendmail -t -i",
    )  # fmt: skip
    new_lead_url_timeout: float = _setting(
        "NONAGENT_NEW_LEAD_URL_TIMEOUT", "seconds a new-lead URL may take, redirects and all", 10.0,
        _number(0.1, 300, float),
    )  # fmt: skip
    new_lead_urls_waiting: int = _setting(
        "NONAGENT_NEW_LEAD_URLS_WAITING",
        "most new-lead URLs of one process that wait to be asked; beyond it one is not asked, of the host with most"
        " of them, and vicidial_url_log says so",
        1000, _number(0, 10_000),
    )  # fmt: skip
    cors_allowed_origin: str = _setting(
        "NONAGENT_CORS_ALLOWED_ORIGIN",
        "origins that browsers may call from: `*`, or texts separated by |",
        "",
    )
    cors_allowed_methods: str = _setting(
        "NONAGENT_CORS_ALLOWED_METHODS", "methods that browsers may call with, as `GET, POST`", ""
    )
    cors_affected_scripts: str = _setting(
        "NONAGENT_CORS_AFFECTED_SCRIPTS",
        "scripts that CORS is for, separated by spaces: non_agent_api.php, which stands for Load Lead too; the JSON"
        " endpoints need no name here",
        "",
    )
    cors_allowed_headers: str = _setting(
        "NONAGENT_CORS_ALLOWED_HEADERS",
        "headers browsers may send; to the JSON endpoints also Authorization, Content-Type and Idempotency-Key", "",
    )  # fmt: skip
    cors_credentials: bool = _setting(
        "NONAGENT_CORS_CREDENTIALS", "whether browsers may send credentials", False, _flag
    )
    cors_frame_options: str = _setting(
        "NONAGENT_CORS_FRAME_OPTIONS", "X-Frame-Options of every answer while CORS is on: SAMEORIGIN or DENY",
        "", _one_of("", "SAMEORIGIN", "DENY"),
    )  # fmt: skip
    archive_office_hours: str = _setting(
        "NONAGENT_ARCHIVE_OFFICE_HOURS",
        "call time, as `9am-5pm`, during which version 2 of the lead archive refuses to work; none when unset",
        "",
    )
    log_level: str = _setting(
        "NONAGENT_LOG_LEVEL",
        "how much the process logs",
        "INFO",
        _one_of("DEBUG", "INFO", "WARNING", "ERROR"),
    )
    log_format: str = _setting(
        "NONAGENT_LOG_FORMAT", "lines of the process's log: `text`, or `json`, an object each",
        "text", _one_of("text", "json"),
    )  # fmt: skip
    slow_request_seconds: float = _setting(
        "NONAGENT_SLOW_REQUEST_SECONDS",
        "from how many seconds on a request is logged once more, with what it asked for (passwords masked);"
        " 0 for never",
        5.0, _number(0, 86400, float),
    )  # fmt: skip
    operations_from: tuple[Network, ...] = _setting(
        "NONAGENT_OPERATIONS_FROM",
        "addresses or networks that may ask for /healthz, /readyz and /metrics; this machine alone when unset",
        (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128")), _networks,
    )  # fmt: skip

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Read every setting from its variable, then astguiclient.conf, then its default.

        Parameters: environ, the variables; NONAGENT_ASTGUICLIENT_CONF among them names the configuration file.
        Returns: the settings.
        Raises: SettingsError, naming the variable and what is wrong with its value.
        """
        conf = read_astguiclient(environ.get("NONAGENT_ASTGUICLIENT_CONF", ASTGUICLIENT))
        known = {item.metadata["variable"] for item in fields(cls)} | {"NONAGENT_ASTGUICLIENT_CONF"}
        for name in environ:
            if name.startswith("NONAGENT_") and name not in known:
                raise SettingsError(f"{name} is no setting of nonagent")
        return cls(**{item.name: _value(item, environ, conf) for item in fields(cls)})


def _value(item: Field[Any], environ: Mapping[str, str], conf: Mapping[str, str]) -> Any:
    variable, conf_name = item.metadata["variable"], item.metadata["conf"]
    if variable in environ:
        source, text = variable, environ[variable]
    elif conf_name in conf:
        source, text = f"{conf_name} of astguiclient.conf", conf[conf_name]
    else:
        assert item.default is not MISSING
        return item.default
    try:
        return item.metadata["parse"](text)
    except ValueError as error:
        raise SettingsError(f"{source} {error}") from None


def read_astguiclient(path: str) -> dict[str, str]:
    """Read VICIdial's configuration file, lines of `KEY => value`.

    Parameters: path, of the file.
    Returns: its keys and values; none when there is no such file.
    Raises: SettingsError when the file is there and cannot be read.
    Source: docs/protocol.md#login.
    """
    try:
        lines = Path(path).read_text("utf8", "replace").splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}") from None
    found: dict[str, str] = {}
    for line in lines:
        key, arrow, value = re.sub(r"[#;].*", "", line).partition("=>")
        if arrow:
            found[key.strip()] = re.sub(r"[\s>]", "", value)
    return found
