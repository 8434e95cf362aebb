"""Copies a user, with its ranks in campaigns and in-groups, to a new one.

Source: spec/copy_user.md
"""

from __future__ import annotations

from nonagent.api import passwords
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row, Value
from nonagent.rules import admin_log
from nonagent.rules.people import users
from nonagent.rules.people.user_groups import viewable_condition

#: columns of vicidial_users that the new user gets from the request
GIVEN = {"user", "pass", "pass_hash", "full_name"}
#: columns of vicidial_users that begin anew
FRESH = {
    "user_id", "shift_override_flag", "failed_login_count", "last_login_date", "last_ip",
    "failed_login_attempts_today", "failed_login_count_today", "failed_last_ip_today", "failed_last_type_today",
    "modify_stamp", "manual_dial_lead_id",
}  # fmt: skip

# IGNORE: rows left over from a deleted user of that name stay as they are.
# legacy: grades are not copied.
COPY_INGROUP_RANKS = """
    INSERT IGNORE INTO vicidial_inbound_group_agents
      (user, group_id, group_rank, group_weight, group_type, daily_limit, calls_today)
    SELECT %s, group_id, group_rank, group_weight, group_type, daily_limit, 0
    FROM vicidial_inbound_group_agents
    WHERE user = %s
    """
COPY_CAMPAIGN_RANKS = """
    INSERT IGNORE INTO vicidial_campaign_agents (user, campaign_id, campaign_rank, campaign_weight, calls_today)
    SELECT %s, campaign_id, campaign_rank, campaign_weight, 0
    FROM vicidial_campaign_agents
    WHERE user = %s
    """


@function(
    "copy_user",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO COPY USERS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_users": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def copy_user(call: Call[AnyParameters]) -> None:
    params = call.params
    source, full_name = params.source_user, params.agent_full_name
    if size(params.agent_user) < 2 or size(params.agent_pass) < 2 or not (source and full_name):
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS",
            # legacy: the source before the name, and the password; callers read them back.
            f"{params.agent_user}|{params.agent_pass}|{source}|{full_name}",
        )
    found = _look_up(call)
    authority = users.Authority.of(call.user.row)
    if found["user_level"] and not authority.may_add(float(found["user_level"])):
        raise call.refusal(
            "USER DOES NOT HAVE PERMISSION TO COPY USERS IN THIS USER LEVEL",
            f"{found['user_level']}|{authority.level}",
        )
    if found["group_viewable"] != "1":
        # legacy: a source that does not exist is told apart by its blank group only.
        raise call.refusal("USER GROUP DOES NOT EXIST", found["user_group"])
    if found["user_exists"] == "1":
        raise call.refusal("USER ALREADY EXISTS", params.agent_user)

    password = passwords.stored(params.agent_pass, call.system)
    insert = _insertion(call)
    with users.named(call.db, call.actor, params.agent_user) as name:
        values: tuple[Value, ...] = (name, password["pass"], password.get("pass_hash", ""), full_name, source)
        # 0 when another request was quicker, or when the name is another's in what the column holds.
        if not call.db.run(insert, *values):
            raise call.refusal("USER ALREADY EXISTS", name)
    params.replace("agent_user", name)
    ingroups = campaigns = 0
    with call.actor.behind("RANKS NOT COPIED"):
        ingroups = call.db.run(COPY_INGROUP_RANKS, name, source)
        campaigns = call.db.run(COPY_CAMPAIGN_RANKS, name, source)
    admin_log.record(
        call.db, call.actor, "USERS", "COPY", name, "ADMIN API COPY USER",
        f"user: {name}   source_user: {source}   rows: 1,{ingroups},{campaigns}",
        call.db.text(insert, *values),
        call.db.text(COPY_INGROUP_RANKS, name, source),
        call.db.text(COPY_CAMPAIGN_RANKS, name, source),
    )  # fmt: skip
    told = f"{name}|{password['pass']}|{full_name}|{source}"
    call.success("copy_user USER HAS BEEN COPIED", f"{call.user.name}|{told}", data=told)


def _look_up(call: Call[AnyParameters]) -> Row:
    viewable, groups = viewable_condition(call.group, "known.user_group")
    row = call.db.one(
        f"""
        SELECT source.user_level, source.user_group,
          EXISTS (
            SELECT 1 FROM vicidial_user_groups AS known
            WHERE known.user_group = source.user_group AND {viewable}
          ) AS group_viewable,
          EXISTS (SELECT 1 FROM vicidial_users WHERE user = %s) AS user_exists
        FROM (SELECT 1) AS request
        LEFT JOIN vicidial_users AS source ON source.user = %s
        """,  # noqa: S608
        *groups, call.params.agent_user, call.params.source_user,
    )  # fmt: skip
    return row or {}


def _insertion(call: Call[AnyParameters]) -> str:
    # The names are the schema's own; the fields of this installation are copied whatever its version.
    copied = ", ".join(
        f"`{column}`" for column in sorted(call.database.columns(call.db, "vicidial_users") - GIVEN - FRESH)
    )
    return f"""
        INSERT IGNORE INTO vicidial_users (user, pass, pass_hash, full_name, {copied})
        SELECT %s, %s, %s, %s, {copied}
        FROM vicidial_users
        WHERE user = %s
        """  # noqa: S608
