"""Asks every server to write its configuration anew.

Source: spec/server_refresh.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.rules import admin_log

NOTE_RELOAD = "UPDATE system_settings SET reload_timestamp = %s"
REQUEST_REBUILDS = "UPDATE servers SET rebuild_conf_files = 'Y'"


@function(
    "server_refresh",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO REFRESH SERVERS",
            level=8, columns={"vdc_agent_api_access": "1", "ast_admin_access": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def server_refresh(call: Call[AnyParameters]) -> None:
    params = call.params
    if "REFRESH" not in params.stage:
        # legacy: the fields of another function.
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS", f"{params.alias_id}|{params.alias_name}|{params.phone_logins}"
        )
    call.db.run(NOTE_RELOAD, call.now.text)
    servers = str(call.db.run(REQUEST_REBUILDS))
    admin_log.record(
        call.db, call.actor, "SERVERS", "OTHER", "refresh", "ADMIN API SERVERS REFRESH",
        f"servers: {servers}", call.db.text(NOTE_RELOAD, call.now.text), REQUEST_REBUILDS,
    )  # fmt: skip
    call.success("server_refresh SERVER REFRESH HAS BEEN TRIGGERED", f"{call.user.name}|{servers}", data=servers)
