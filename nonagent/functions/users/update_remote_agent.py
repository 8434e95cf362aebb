"""Changes lines, campaign or status of a user's remote agents.

Source: spec/update_remote_agent.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL, changes
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row, assignments
from nonagent.rules import admin_log
from nonagent.rules.optional_fields import Field, numbered
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.users import Authority

LINES = Field("number_of_lines", "YOU MUST USE A VALID NUMBER OF LINES", numbered(1, 999), "number_of_lines")


@function(
    "update_remote_agent",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE REMOTE AGENTS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_remoteagents": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_remote_agent(call: Call[AnyParameters]) -> None:
    user = call.params.agent_user
    if not 2 <= size(user) <= 20:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{user}|")
    authority = Authority.of(call.user.row)
    found = _look_up(call, authority)
    if found["remote_agent"] == "0":
        # legacy: the server's address, not the user.
        raise call.refusal("REMOTE AGENT DOES NOT EXIST", call.params.server_ip)
    if found["user"] == "0":
        raise call.refusal(
            "USER DOES NOT HAVE PERMISSION TO UPDATE THIS REMOTE AGENT",
            # legacy: the line feed makes an empty line behind the answer.
            f"{user}|{authority.comparison}|{authority.level}\n",
        )
    given = {**changes(call, [LINES]), **_campaign(call, found), **_status(call, found)}
    if not given:
        raise call.refusal("NO UPDATES DEFINED")

    update = f"UPDATE vicidial_remote_agents SET {assignments(given)} WHERE user_start = %s"  # noqa: S608
    call.db.run(update, *given.values(), user)
    admin_log.record(
        call.db, call.actor, "REMOTEAGENTS", "MODIFY", user, "ADMIN API UPDATE REMOTEAGENTS",
        f"user start: {user}", call.db.text(update, *given.values(), user),
    )  # fmt: skip
    call.success("update_remote_agent REMOTE AGENT HAS BEEN UPDATED", f"{call.user.name}|{user}|", data=f"{user}|")


def _look_up(call: Call[AnyParameters], authority: Authority) -> Row:
    params = call.params
    may_change, users = authority.condition(call.group)
    allowed, campaigns = allowed_campaigns.condition(call.group)
    row = call.db.one(
        f"""
        SELECT
          EXISTS (SELECT 1 FROM vicidial_remote_agents WHERE user_start = %s) AS remote_agent,
          EXISTS (SELECT 1 FROM vicidial_users WHERE user = %s AND {may_change}) AS user,
          (SELECT COUNT(*) FROM vicidial_campaigns WHERE campaign_id = %s AND {allowed}) AS campaigns,
          EXISTS (SELECT 1 FROM vicidial_remote_agents WHERE user_start = %s AND status = %s) AS same_status
        """,  # noqa: S608
        params.agent_user,
        params.agent_user, *users,
        params.campaign_id, *campaigns,
        params.agent_user, params.status,
    )  # fmt: skip
    return row or {}


def _campaign(call: Call[AnyParameters], found: Row) -> dict[str, str]:
    campaign_id = call.params.campaign_id
    if not campaign_id:
        return {}
    if size(campaign_id) > 8 or found["campaigns"] == "0":
        raise call.refusal(f"YOU MUST USE A VALID CAMPAIGN ID{OPTIONAL}", f"{campaign_id}|{found['campaigns']}")
    return {"campaign_id": campaign_id}


def _status(call: Call[AnyParameters], found: Row) -> dict[str, str]:
    status, user = call.params.status, call.params.agent_user
    if not status:
        return {}
    # legacy: anything that contains the word passes, and the column makes it blank.
    if "ACTIVE" not in status:
        raise call.refusal(f"STATUS MUST BE ACTIVE OR INACTIVE{OPTIONAL}", status)
    if found["same_status"] == "1":
        # legacy: one row of that status is enough to leave all of them; and the notice has the form of an error.
        call.notice(
            f"update_remote_agent REMOTE AGENT IS ALREADY {status}",
            f"|{call.user.name}|{user}", data=user, separator=": ",
        )  # fmt: skip
        return {}
    return {"status": status}
