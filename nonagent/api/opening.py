"""What every request needs to begin, asked in one round trip: settings, server, user, group and log ids.

Source: docs/protocol.md#login, docs/protocol.md#api-log.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cache

from nonagent.database import Database, Row, Session, Sql, joined
from nonagent.database.sql import expanded, identifier
from nonagent.rules import locks

SYSTEM_COLUMNS = (
    "use_non_latin", "custom_fields_enabled", "pass_hash_enabled", "pass_key", "pass_cost", "agent_whisper_enabled",
    "active_modules", "auto_dial_limit", "enable_languages", "language_method", "admin_web_directory",
    "sounds_web_server", "sounds_central_control_active", "sounds_web_directory", "allow_web_debug",
    "enhanced_agent_monitoring", "allow_ip_lists", "system_ip_blacklist", "two_factor_auth_hours",
    "two_factor_container", "enable_auto_reports", "slave_db_server", "reports_use_slave_db",
)  # fmt: skip

USER_COLUMNS = (
    "user_id", "user", "pass_hash", "user_level", "user_group", "active", "failed_login_count", "last_login_date",
    "ignore_ip_list", "two_factor_override", "selected_language", "api_list_restrict", "api_allowed_functions",
    "vdc_agent_api_access", "modify_leads", "modify_users", "modify_campaigns", "modify_lists", "modify_ingroups",
    "modify_inbound_dids", "modify_phones", "modify_remoteagents", "modify_same_user_level", "ast_admin_access",
    "ast_delete_phones", "view_reports", "delete_users", "delete_lists", "delete_campaigns", "delete_inbound_dids",
    "delete_from_dnc", "load_leads", "custom_fields_modify", "download_lists", "download_invalid_files",
    "export_reports", "change_agent_campaign", "admin_hide_lead_data", "admin_cf_show_hidden",
)  # fmt: skip

GROUP_COLUMNS = (
    "user_group", "allowed_campaigns", "admin_viewable_groups", "admin_viewable_call_times", "api_ip_list",
    "allowed_reports", "agent_status_viewable_groups",
)  # fmt: skip

WANTED = {
    "system_settings": SYSTEM_COLUMNS,
    "vicidial_users": USER_COLUMNS,
    "vicidial_user_groups": GROUP_COLUMNS,
}

# What stands between packed rows and between their values: drawn at the start, so that no stored value can hold it.
_drawn = secrets.token_hex(4)
BETWEEN_ROWS, BETWEEN_VALUES = f"\x1e{_drawn}", f"\x1f{_drawn}"


@dataclass(frozen=True)
class Opening:
    """The rows found; each is empty where there is none."""

    system: Row
    user: Row
    group: Row
    #: local_gmt of the first active server; None when no server is active
    server_gmt: str | None
    password_matches: bool
    #: ids of the webserver and its url for the API log, blank when they have no row yet
    webserver_id: str
    url_id: str


#: what a request knows before it has asked
NOTHING = Opening({}, {}, {}, None, False, "", "")


def read(
    database: Database, db: Session, user: str, password: str, webserver: str, hostname: str, url: str
) -> Opening:
    """Ask for all of it.

    Parameters: database, which knows the columns this installation has; db; user and password, cleaned; webserver,
    hostname and url, as the API log names this server.
    Returns: what was found.
    """
    system, users, groups = (_present(database, db, table) for table in WANTED)
    # With what else is learnt of the schema, so that no later request of the process has a statement more.
    locks.learn(db)
    row = db.one_prepared(_statement(system, users, groups), password, user, webserver, hostname, url)
    rows = (row or {})["packed"].split(BETWEEN_ROWS)
    of_system, of_user, of_group, server_gmt, webserver_id, url_id = rows
    user_row = _unpacked((*users, _MATCHES), of_user)
    return Opening(
        system=_unpacked(system, of_system),
        user=user_row,
        group=_unpacked(groups, of_group),
        server_gmt=server_gmt.removeprefix("=") if server_gmt else None,
        password_matches=user_row.pop(_MATCHES, "") == "1",
        webserver_id=webserver_id,
        url_id=url_id,
    )


_MATCHES = "password matches"


@cache
def _statement(system: tuple[str, ...], users: tuple[str, ...], groups: tuple[str, ...]) -> str:
    """All rows as one value: seventy columns of their own cost server and driver more than the rest of a request."""
    group = Sql(
        """
        SELECT %s FROM vicidial_user_groups
        WHERE vicidial_user_groups.user_group = vicidial_users.user_group LIMIT 1
        """,
        _packed(groups),
    )
    statement = Sql(
        """
        SELECT CONCAT_WS(%s,
          IFNULL((SELECT %s FROM system_settings LIMIT 1), ''),
          IFNULL((SELECT CONCAT(%s, %s, IFNULL((%s), '')) FROM vicidial_users WHERE user = %%s LIMIT 1), %s),
          IFNULL((SELECT CONCAT('=', IFNULL(local_gmt, '')) FROM servers WHERE active = 'Y' LIMIT 1), ''),
          IFNULL((SELECT webserver_id FROM vicidial_webservers
                  WHERE webserver = %%s AND hostname = %%s LIMIT 1), ''),
          IFNULL((SELECT url_id FROM vicidial_urls WHERE url = %%s LIMIT 1), '')
        ) AS packed
        """,
        _ROWS, _packed(system), _packed(users, _PASSWORD_MATCHES), _ROWS, group, _ROWS,
    )  # fmt: skip
    # Its own values are bound with each request.
    return expanded(statement)[0].replace("%%s", "%s")


_ROWS, _VALUES = Sql(f"'{BETWEEN_ROWS}'"), Sql(f"'{BETWEEN_VALUES}'")
_PASSWORD_MATCHES = Sql("IFNULL(pass = %%s, '')")


def _packed(columns: tuple[str, ...], *more: Sql) -> Sql:
    # Names of WANTED that the schema has.
    values = [Sql("IFNULL(%s, '')", identifier(column, columns)) for column in columns]
    return Sql("CONCAT_WS(%s, %s)", _VALUES, joined(", ", [*values, *more]))


def _unpacked(columns: tuple[str, ...], packed: str) -> Row:
    # Packed, a row is never blank, since it has more than one column.
    return dict(zip(columns, packed.split(BETWEEN_VALUES), strict=True)) if packed else {}


def _present(database: Database, db: Session, table: str) -> tuple[str, ...]:
    return _in_order(WANTED[table], database.columns(db, table))


@cache
def _in_order(wanted: tuple[str, ...], present: frozenset[str]) -> tuple[str, ...]:
    return tuple(column for column in wanted if column in present)
