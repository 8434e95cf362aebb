"""Changes lines, campaign or status of a user's remote agents.

Source: docs/functions/update_remote_agent.md
"""

from __future__ import annotations

from nonagent.api.answers import BLANK, REFUSAL
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL, OptionalField, changes
from nonagent.api.parameters import Parameters, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Sql, assigned
from nonagent.functions.users.out_of_reach import out_of_reach
from nonagent.rules import admin_log
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.users import Authority


class Asked(Parameters):
    """What update_remote_agent is asked with."""

    agent_user = parameter("The user whose remote agents to change.", required=True, length=(2, 20))
    number_of_lines = parameter("How many calls they take at once.", between=(1, 999))
    campaign_id = parameter("Their campaign, one that the caller may use.", length=(1, 8))
    status = parameter("Whether they take calls.", values=("ACTIVE", "INACTIVE"))
    server_ip = parameter("Shown in the answer about a user without remote agents.")


LINES = OptionalField(Asked.number_of_lines, "YOU MUST USE A VALID NUMBER OF LINES", "number_of_lines")


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
def update_remote_agent(call: Call[Asked]) -> None:
    params = call.params
    user = params.agent_user
    if not params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", agent_user=user, end=BLANK)
    authority = Authority.of(call.user.row)
    found = _look_up(call, authority)
    if found["remote_agent"] == "0":
        # legacy: the server's address, not the user.
        raise call.refusal("REMOTE AGENT DOES NOT EXIST", server_ip=params.server_ip)
    if found["user"] == "0":
        reason = "USER DOES NOT HAVE PERMISSION TO UPDATE THIS REMOTE AGENT"
        raise out_of_reach(call, reason, user, authority)
    given = {**changes(call, [LINES]), **_campaign(call, found), **_status(call, found)}
    if not given:
        raise call.refusal("NO UPDATES DEFINED")

    update = Sql("UPDATE vicidial_remote_agents SET %s WHERE user_start = %s", assigned(given), user)
    call.db.run(update)
    admin_log.record(
        call.db, call.actor, "REMOTEAGENTS", "MODIFY", user, "ADMIN API UPDATE REMOTEAGENTS",
        f"user start: {user}", update,
    )  # fmt: skip
    call.success("REMOTE AGENT HAS BEEN UPDATED", agent_user=user, end=BLANK)


def _look_up(call: Call[Asked], authority: Authority) -> Row:
    params = call.params
    row = call.db.one(
        """
        SELECT
          EXISTS (SELECT 1 FROM vicidial_remote_agents WHERE user_start = %s) AS remote_agent,
          EXISTS (SELECT 1 FROM vicidial_users WHERE user = %s AND %s) AS user,
          (SELECT COUNT(*) FROM vicidial_campaigns WHERE campaign_id = %s AND %s) AS campaigns,
          EXISTS (SELECT 1 FROM vicidial_remote_agents WHERE user_start = %s AND status = %s) AS same_status
        """,
        params.agent_user,
        params.agent_user, authority.may_change(call.group),
        params.campaign_id, allowed_campaigns.allowed(call.group),
        params.agent_user, params.status,
    )  # fmt: skip
    return row or {}


def _campaign(call: Call[Asked], found: Row) -> dict[str, str]:
    campaign_id = call.params.campaign_id
    if not campaign_id:
        return {}
    if not Asked.campaign_id.fits(campaign_id) or found["campaigns"] == "0":
        raise call.refusal(
            f"YOU MUST USE A VALID CAMPAIGN ID{OPTIONAL}", campaign_id=campaign_id, count=found["campaigns"]
        )
    return {"campaign_id": campaign_id}


def _status(call: Call[Asked], found: Row) -> dict[str, str]:
    status = call.params.status
    if not status:
        return {}
    # legacy: anything that contains the word passes, and the column makes it blank.
    if "ACTIVE" not in status:
        raise call.refusal(f"STATUS MUST BE ACTIVE OR INACTIVE{OPTIONAL}", status=status)
    if found["same_status"] == "1":
        # legacy: one row of that status is enough to leave all of them; and the notice has the form of an error.
        call.notice(f"REMOTE AGENT IS ALREADY {status}", form=REFUSAL, agent_user=call.params.agent_user)
        return {}
    return {"status": status}
