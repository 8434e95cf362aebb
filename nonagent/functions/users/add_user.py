"""Adds a user.

Source: docs/functions/add_user.md
"""

from __future__ import annotations

from nonagent.api import passwords
from nonagent.api.call import Call
from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.database import Row, Secret, Sql, Value, assigned
from nonagent.functions.users.new_user import NewUser
from nonagent.rules import admin_log
from nonagent.rules.people import users
from nonagent.rules.people.user_groups import viewable


class Asked(NewUser):
    """What add_user is asked with."""

    agent_user_level = parameter("Its level, below the caller's.", required=True, length=(1, UNLIMITED))
    agent_user_group = parameter(
        "Its user group, one that the caller may look at.", required=True, length=(1, UNLIMITED)
    )
    phone_login = parameter("The login of its phone.")
    phone_pass = parameter("The password of its phone.")
    voicemail_id = parameter("Its voicemail box.")
    email = parameter("Its e-mail address.")
    custom_one = parameter("The first of the fields that are free to use.")
    custom_two = parameter("The second of them.")
    custom_three = parameter("The third of them.")
    custom_four = parameter("The fourth of them.")
    custom_five = parameter("The fifth of them.")
    hotkeys_active = parameter("Whether the agent may use hot keys, `1` or `0`.", default="0")
    agent_choose_ingroups = parameter("Whether the agent chooses its in-groups, `1` or `0`.", default="1")
    agent_choose_blended = parameter("Whether the agent chooses to be dialled for, `1` or `0`.", default="1")
    closer_default_blended = parameter("Whether that is chosen to begin with, `1` or `0`.", default="0")
    wrapup_seconds_override = parameter("Seconds after a call; `-1` for the campaign's own.", default="-1")
    in_groups = parameter("The in-groups that the agent takes calls of, with `|` between.")


@function(
    "add_user",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO ADD USERS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_users": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def add_user(call: Call[Asked]) -> None:
    params = call.params
    level, full_name, user_group = params.agent_user_level, params.agent_full_name, params.agent_user_group
    if not params.are_complete():
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS",
            # legacy: the password stands in the answer, here and at the end; callers read it back.
            agent_user=params.agent_user, agent_pass=params.agent_pass, agent_user_level=level,
            agent_full_name=full_name, agent_user_group=user_group,
        )  # fmt: skip
    authority = users.Authority.of(call.user.row)
    if not authority.may_add(float(level)):
        raise call.refusal(
            "USER DOES NOT HAVE PERMISSION TO ADD USERS IN THIS USER LEVEL",
            agent_user_level=level, user_level=authority.level,
        )  # fmt: skip
    found = _look_up(call)
    if found["user_group"] == "0":
        raise call.refusal("USER GROUP DOES NOT EXIST", agent_user_group=user_group)
    if found["user"] == "1":
        raise call.refusal("USER ALREADY EXISTS", agent_user=params.agent_user)

    columns = _columns(call)
    with users.named(call.db, call.actor, params.agent_user) as name:
        # IGNORE: of two requests at once the unique key lets one through, and the other is told so; in the same
        # way a name that is another's in the 20 characters that the column holds.
        insert = Sql("INSERT IGNORE INTO vicidial_users SET %s", assigned({**columns, "user": name}))
        if not call.db.run(insert):
            raise call.refusal("USER ALREADY EXISTS", agent_user=name)
    params.replace("agent_user", name)
    admin_log.record(call.db, call.actor, "USERS", "ADD", name, "ADMIN API ADD USER", f"user: {name}", insert)
    call.success(
        "USER HAS BEEN ADDED",
        agent_user=name, agent_pass=columns["pass"], agent_user_level=level, agent_full_name=full_name,
        agent_user_group=user_group,
    )  # fmt: skip


def _look_up(call: Call[Asked]) -> Row:
    params = call.params
    row = call.db.one(
        """
        SELECT
          EXISTS (SELECT 1 FROM vicidial_user_groups WHERE user_group = %s AND %s) AS user_group,
          EXISTS (SELECT 1 FROM vicidial_users WHERE user = %s) AS user
        """,
        params.agent_user_group, viewable(call.group), params.agent_user,
    )  # fmt: skip
    return row or {}


def _columns(call: Call[Asked]) -> dict[str, Value]:
    params = call.params
    return {
        **passwords.stored(params.agent_pass, call.system),
        "user_level": params.agent_user_level,
        "full_name": params.agent_full_name,
        "user_group": params.agent_user_group,
        "phone_login": params.phone_login,
        "phone_pass": Secret(params.phone_pass),
        "voicemail_id": params.voicemail_id,
        "email": params.email,
        "custom_one": params.custom_one,
        "custom_two": params.custom_two,
        "custom_three": params.custom_three,
        "custom_four": params.custom_four,
        "custom_five": params.custom_five,
        "hotkeys_active": params.hotkeys_active,
        "agent_choose_ingroups": params.agent_choose_ingroups,
        "agent_choose_blended": params.agent_choose_blended,
        "closer_default_blended": params.closer_default_blended,
        "wrapup_seconds_override": params.wrapup_seconds_override,
        "closer_campaigns": users.closer_campaigns(params.in_groups) if params.in_groups else "",
    }
