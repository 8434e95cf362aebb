"""Adds a user.

Source: spec/add_user.md
"""

from __future__ import annotations

from nonagent.api import passwords
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row, Secret, Value, assignments
from nonagent.rules import admin_log
from nonagent.rules.people import users
from nonagent.rules.people.user_groups import viewable_condition


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
def add_user(call: Call[AnyParameters]) -> None:
    params = call.params
    level, full_name, user_group = params.agent_user_level, params.agent_full_name, params.agent_user_group
    if size(params.agent_user) < 2 or size(params.agent_pass) < 2 or not (level and full_name and user_group):
        # legacy: the password stands in the answer, here and at the end; callers read it back.
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", _told(call, params.agent_pass))
    authority = users.Authority.of(call.user.row)
    if not authority.may_add(float(level)):
        raise call.refusal(
            "USER DOES NOT HAVE PERMISSION TO ADD USERS IN THIS USER LEVEL", f"{level}|{authority.level}"
        )
    found = _look_up(call)
    if found["user_group"] == "0":
        raise call.refusal("USER GROUP DOES NOT EXIST", user_group)
    if found["user"] == "1":
        raise call.refusal("USER ALREADY EXISTS", params.agent_user)

    columns = _columns(call)
    with users.named(call.db, call.actor, params.agent_user) as name:
        columns["user"] = name
        # IGNORE: of two requests at once the unique key lets one through, and the other is told so; in the same
        # way a name that is another's in the 20 characters that the column holds.
        insert = f"INSERT IGNORE INTO vicidial_users SET {assignments(columns)}"
        if not call.db.run(insert, *columns.values()):
            raise call.refusal("USER ALREADY EXISTS", name)
    params.replace("agent_user", name)
    admin_log.record(
        call.db, call.actor, "USERS", "ADD", name, "ADMIN API ADD USER",
        f"user: {name}", call.db.text(insert, *columns.values()),
    )  # fmt: skip
    told = _told(call, str(columns["pass"]))
    call.success("add_user USER HAS BEEN ADDED", f"{call.user.name}|{told}", data=told)


def _told(call: Call[AnyParameters], password: str) -> str:
    params = call.params
    return "|".join([
        params.agent_user, password, params.agent_user_level, params.agent_full_name, params.agent_user_group,
    ])  # fmt: skip


def _look_up(call: Call[AnyParameters]) -> Row:
    viewable, groups = viewable_condition(call.group)
    row = call.db.one(
        f"""
        SELECT
          EXISTS (SELECT 1 FROM vicidial_user_groups WHERE user_group = %s AND {viewable}) AS user_group,
          EXISTS (SELECT 1 FROM vicidial_users WHERE user = %s) AS user
        """,  # noqa: S608
        call.params.agent_user_group, *groups, call.params.agent_user,
    )  # fmt: skip
    return row or {}


def _columns(call: Call[AnyParameters]) -> dict[str, Value]:
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
        "hotkeys_active": params.hotkeys_active or "0",
        "agent_choose_ingroups": params.agent_choose_ingroups or "1",
        "agent_choose_blended": params.agent_choose_blended or "1",
        "closer_default_blended": params.closer_default_blended or "0",
        "wrapup_seconds_override": params.wrapup_seconds_override or "-1",
        "closer_campaigns": users.closer_campaigns(params.in_groups) if params.in_groups else "",
    }
