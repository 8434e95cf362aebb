"""Copies a user, with its ranks in campaigns and in-groups, to a new one.

Source: docs/functions/copy_user.md
"""

from __future__ import annotations

from nonagent.api import passwords
from nonagent.api.call import Call
from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.database import Row, Sql, identifiers
from nonagent.functions.users.new_user import NewUser
from nonagent.rules import admin_log
from nonagent.rules.people import users
from nonagent.rules.people.user_groups import viewable

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


class Asked(NewUser):
    """What copy_user is asked with."""

    source_user = parameter("The user to copy.", required=True, length=(1, UNLIMITED))


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
def copy_user(call: Call[Asked]) -> None:
    params = call.params
    source, full_name = params.source_user, params.agent_full_name
    if not params.are_complete():
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS",
            # legacy: the source before the name, and the password; callers read them back.
            agent_user=params.agent_user, agent_pass=params.agent_pass, source_user=source, agent_full_name=full_name,
        )  # fmt: skip
    _check(call, _look_up(call))

    password = passwords.stored(params.agent_pass, call.system)
    copied = _copied_columns(call)
    with users.named(call.db, call.actor, params.agent_user) as name:
        insert = Sql(
            """
            INSERT IGNORE INTO vicidial_users (user, pass, pass_hash, full_name, %s)
            SELECT %s, %s, %s, %s, %s
            FROM vicidial_users
            WHERE user = %s
            """,
            copied, name, password["pass"], password.get("pass_hash", ""), full_name, copied, source,
        )  # fmt: skip
        # 0 when another request was quicker, or when the name is another's in what the column holds.
        if not call.db.run(insert):
            raise call.refusal("USER ALREADY EXISTS", agent_user=name)
    params.replace("agent_user", name)
    copy_ingroup_ranks, copy_campaign_ranks = (
        Sql(copy, name, source) for copy in (COPY_INGROUP_RANKS, COPY_CAMPAIGN_RANKS)
    )
    ingroups = campaigns = 0
    with call.actor.behind("RANKS NOT COPIED"):
        ingroups = call.db.run(copy_ingroup_ranks)
        campaigns = call.db.run(copy_campaign_ranks)
    admin_log.record(
        call.db, call.actor, "USERS", "COPY", name, "ADMIN API COPY USER",
        f"user: {name}   source_user: {source}   rows: 1,{ingroups},{campaigns}",
        insert, copy_ingroup_ranks, copy_campaign_ranks,
    )  # fmt: skip
    call.success(
        "USER HAS BEEN COPIED",
        agent_user=name, agent_pass=password["pass"], agent_full_name=full_name, source_user=source,
    )  # fmt: skip


def _look_up(call: Call[Asked]) -> Row:
    row = call.db.one(
        """
        SELECT source.user_level, source.user_group,
          EXISTS (
            SELECT 1 FROM vicidial_user_groups AS known
            WHERE known.user_group = source.user_group AND %s
          ) AS group_viewable,
          EXISTS (SELECT 1 FROM vicidial_users WHERE user = %s) AS user_exists
        FROM (SELECT 1) AS request
        LEFT JOIN vicidial_users AS source ON source.user = %s
        """,
        viewable(call.group, Sql("known.user_group")), call.params.agent_user, call.params.source_user,
    )  # fmt: skip
    return row or {}


def _check(call: Call[Asked], found: Row) -> None:
    authority = users.Authority.of(call.user.row)
    if found["user_level"] and not authority.may_add(float(found["user_level"])):
        raise call.refusal(
            "USER DOES NOT HAVE PERMISSION TO COPY USERS IN THIS USER LEVEL",
            source_user_level=found["user_level"], user_level=authority.level,
        )  # fmt: skip
    if found["group_viewable"] != "1":
        # legacy: a source that does not exist is told apart by its blank group only.
        raise call.refusal("USER GROUP DOES NOT EXIST", user_group=found["user_group"])
    if found["user_exists"] == "1":
        raise call.refusal("USER ALREADY EXISTS", agent_user=call.params.agent_user)


def _copied_columns(call: Call) -> Sql:
    # The names are the schema's own; the fields of this installation are copied whatever its version.
    known = call.database.columns(call.db, "vicidial_users")
    return identifiers(sorted(known - GIVEN - FRESH), known)
