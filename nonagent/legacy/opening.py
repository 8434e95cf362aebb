"""What every request needs to begin, asked in one round trip: settings, server, user, group and log ids.

Source: spec/common.md sections 4, 6, 8 and 9.
"""

from __future__ import annotations

from dataclasses import dataclass

from nonagent.database import Database, Row, Session

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
    row = db.one(_statement(database, db), password, user, webserver, hostname, url) or {}
    return Opening(
        system=_part(row, "system_settings") if row["system_found"] else {},
        user=_part(row, "vicidial_users") if row["vicidial_users.user_id"] else {},
        group=_part(row, "vicidial_user_groups") if row["vicidial_user_groups.user_group"] else {},
        server_gmt=row["server_gmt"] if row["server_found"] else None,
        password_matches=row["password_matches"] == "1",
        webserver_id=row["webserver_id"],
        url_id=row["url_id"],
    )


def _statement(database: Database, db: Session) -> str:
    # Only names of WANTED that the schema has go into the text.
    columns = ",\n          ".join(
        f"{table}.{column} AS `{table}.{column}`"
        for table, wanted in WANTED.items()
        for column in wanted
        if column in database.columns(db, table)
    )
    return f"""
        SELECT
          {columns},
          system_settings.found AS system_found,
          vicidial_users.pass = %s AS password_matches,
          server.active AS server_found, server.local_gmt AS server_gmt,
          vicidial_webservers.webserver_id, vicidial_urls.url_id
        FROM (SELECT 1 AS one) AS request
        LEFT JOIN (SELECT *, 1 AS found FROM system_settings LIMIT 1) AS system_settings ON TRUE
        LEFT JOIN (SELECT active, local_gmt FROM servers WHERE active = 'Y' LIMIT 1) AS server ON TRUE
        LEFT JOIN vicidial_users ON vicidial_users.user = %s
        LEFT JOIN vicidial_user_groups ON vicidial_user_groups.user_group = vicidial_users.user_group
        LEFT JOIN vicidial_webservers ON webserver = %s AND hostname = %s
        LEFT JOIN vicidial_urls ON url = %s
        LIMIT 1
        """  # noqa: S608


def _part(row: Row, table: str) -> Row:
    prefix = table + "."
    return {name.removeprefix(prefix): value for name, value in row.items() if name.startswith(prefix)}
