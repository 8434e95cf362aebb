"""Asks every server to write its configuration anew.

Source: docs/functions/server_refresh.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.database import Sql
from nonagent.rules import admin_log

#: anywhere in `stage` it lets the function do its work
WORD = "REFRESH"


class Asked(Parameters):
    """What server_refresh is asked with."""

    stage = parameter("A text with the word `REFRESH` in it.", required=True)
    alias_id = parameter("Shown in the answer to a call without that word.")
    alias_name = parameter("Shown there too.")
    phone_logins = parameter("Shown there too.")


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
def server_refresh(call: Call[Asked]) -> None:
    params = call.params
    if WORD not in params.stage:
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS",
            # legacy: the fields of another function.
            alias_id=params.alias_id, alias_name=params.alias_name, phone_logins=params.phone_logins,
        )  # fmt: skip
    note_reload = Sql("UPDATE system_settings SET reload_timestamp = %s", call.now.text)
    request_rebuilds = Sql("UPDATE servers SET rebuild_conf_files = 'Y'")
    call.db.run(note_reload)
    servers = call.db.run(request_rebuilds)
    admin_log.record(
        call.db, call.actor, "SERVERS", "OTHER", "refresh", "ADMIN API SERVERS REFRESH",
        f"servers: {servers}", note_reload, request_rebuilds,
    )  # fmt: skip
    call.success("SERVER REFRESH HAS BEEN TRIGGERED", servers=servers)
