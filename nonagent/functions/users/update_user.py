"""Changes or deletes a user; also its ranks and grades, and a new random password by mail.

Source: spec/update_user.md
"""

from __future__ import annotations

import secrets
import string
from dataclasses import dataclass

from nonagent import mail
from nonagent.api import passwords
from nonagent.api.answers import Stop
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL, changes
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row, Secret, assignments
from nonagent.functions.users import agent_ranks
from nonagent.functions.users.loose_numbers import loosely_numbered
from nonagent.rules import admin_log
from nonagent.rules.optional_fields import Field, among, numbered, sized
from nonagent.rules.people.user_groups import viewable_condition
from nonagent.rules.people.users import Authority, closer_campaigns
from nonagent.rules.words import BLANK

FULL_NAME = Field("agent_full_name", "YOU MUST USE A VALID FULL NAME", sized(1, 50), "full_name", blank=BLANK)
OTHER_FIELDS = (
    Field("phone_pass", "YOU MUST USE A VALID PHONE PASSWORD", sized(1, 20), "phone_pass", blank=BLANK),
    Field("hotkeys_active", "YOU MUST USE A VALID HOTKEYS SETTING", numbered(0, 1), "hotkeys_active"),
    Field("voicemail_id", "YOU MUST USE A VALID VOICEMAIL ID", sized(2, 10), "voicemail_id"),
    Field("email", "YOU MUST USE A VALID EMAIL", sized(5, 100), "email", blank=BLANK),
    Field("custom_one", "YOU MUST USE A VALID CUSTOM ONE", sized(1, 100), "custom_one", blank=BLANK),
    Field("custom_two", "YOU MUST USE A VALID CUSTOM TWO", sized(1, 100), "custom_two", blank=BLANK),
    Field("custom_three", "YOU MUST USE A VALID CUSTOM THREE", sized(1, 100), "custom_three", blank=BLANK),
    Field("custom_four", "YOU MUST USE A VALID CUSTOM FOUR", sized(1, 100), "custom_four", blank=BLANK),
    Field("custom_five", "YOU MUST USE A VALID CUSTOM FIVE", sized(1, 100), "custom_five", blank=BLANK),
    Field("active", "ACTIVE MUST BE Y OR N", among("Y", "N"), "active"),
    Field(
        "wrapup_seconds_override", "wrapup_seconds_override MUST BE A VALID DIGIT BETWEEN -1 AND 9999",
        loosely_numbered(-1, 9999), "wrapup_seconds_override",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Ranks:
    """One of the two kinds of ranks: where they are kept, what the answer calls them, and their parameters."""

    kind: agent_ranks.Kind
    label: str
    rank: Field
    grade: Field
    #: the parameters that limit the change to one campaign or in-group, and name it
    only: str
    only_id: str


CAMPAIGN_RANKS = Ranks(
    agent_ranks.CAMPAIGNS,
    "CAMPAIGN",
    Field("campaign_rank", "YOU MUST USE A VALID CAMPAIGN RANK", loosely_numbered(-9, 9), "campaign_rank"),
    Field("campaign_grade", "YOU MUST USE A VALID CAMPAIGN GRADE", numbered(1, 10), "campaign_grade"),
    only="camp_rg_only",
    only_id="campaign_id",
)
INGROUP_RANKS = Ranks(
    agent_ranks.INGROUPS,
    "IN-GROUP",
    Field("ingroup_rank", "YOU MUST USE A VALID IN-GROUP RANK", loosely_numbered(-9, 9), "group_rank"),
    Field("ingroup_grade", "YOU MUST USE A VALID IN-GROUP GRADE", numbered(1, 10), "group_grade"),
    only="ingrp_rg_only",
    only_id="group_id",
)

SHORTEST_NEW_PASSWORD = 8
# safer: an unlimited length kept the original busy for ever; the column holds 100.
LONGEST_NEW_PASSWORD = 100
PASSWORD_CHARACTERS = string.digits + string.ascii_uppercase.replace("O", "")


@function(
    "update_user",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE USERS",
            level=8, columns={"vdc_agent_api_access": "1", "modify_users": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_user(call: Call[AnyParameters]) -> None:
    params = call.params
    if not 2 <= size(params.agent_user) <= 20:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{params.agent_user}|")
    authority = Authority.of(call.user.row)
    found = _look_up(call, authority)
    if not found:
        raise _unknown(call)
    if found["may_change"] != "1":
        raise call.refusal(
            "USER DOES NOT HAVE PERMISSION TO UPDATE THIS USER",
            # legacy: the line feed makes an empty line behind the answer.
            f"{params.agent_user}|{authority.comparison}|{authority.level}\n",
        )
    if params.delete_user == "Y":
        _delete(call)
        return

    given = _checked_fields(call, authority, found)
    _update_ranks(call, CAMPAIGN_RANKS)
    _update_ranks(call, INGROUP_RANKS)
    _reset_password(call, found["email"])
    if not given:
        # legacy: also behind the notices, when only ranks or a password were asked for.
        raise call.refusal("NO UPDATES DEFINED")
    _update(call, given)


def _unknown(call: Call[AnyParameters]) -> Stop:
    # legacy: the server's address, not the user.
    return call.refusal("USER DOES NOT EXIST", call.params.server_ip)


def _look_up(call: Call[AnyParameters], authority: Authority) -> Row | None:
    params = call.params
    may_change, users = authority.condition(call.group)
    viewable, groups = viewable_condition(call.group)
    return call.db.one(
        f"""
        SELECT email, ({may_change}) AS may_change,
          (SELECT COUNT(*) FROM vicidial_user_groups WHERE user_group = %s AND {viewable}) AS user_groups,
          (SELECT COUNT(*) FROM phones WHERE login = %s) AS phones,
          (SELECT COUNT(*) FROM phones_alias WHERE alias_id = %s) AS aliases
        FROM vicidial_users
        WHERE user = %s
        """,  # noqa: S608
        *users, params.agent_user_group, *groups, params.phone_login, params.phone_login, params.agent_user,
    )  # fmt: skip


def _delete(call: Call[AnyParameters]) -> None:
    user = call.params.agent_user
    if not call.user.holds("delete_users"):
        raise call.refusal("USER DOES NOT HAVE PERMISSION TO DELETE USERS", "0")
    delete = "DELETE FROM vicidial_users WHERE user = %s"
    # Of several requests at once one deletes it.
    if not call.db.run(delete, user):
        raise _unknown(call)
    _record(call, "DELETE", "ADMIN API DELETE USER", call.db.text(delete, user))
    call.success("update_user USER HAS BEEN DELETED", f"{call.user.name}|{user}|", data=f"{user}|")


def _checked_fields(call: Call[AnyParameters], authority: Authority, found: Row) -> dict[str, str]:
    """Check every field in the order of the specification. Returns: the new values by column, of those given."""
    params = call.params
    given: dict[str, str] = {}
    if params.agent_pass:
        given |= passwords.stored(params.agent_pass, call.system)
    given |= changes(call, [FULL_NAME])
    given |= _level(call, authority)
    given |= _group(call, found)
    given |= _phone_login(call, found)
    given |= changes(call, OTHER_FIELDS)
    if "phone_pass" in given:
        given["phone_pass"] = Secret(given["phone_pass"])
    if params.in_groups:
        given["closer_campaigns"] = closer_campaigns(params.in_groups)
    return given


def _level(call: Call[AnyParameters], authority: Authority) -> dict[str, str]:
    level = call.params.agent_user_level
    if not level:
        return {}
    if not authority.may_set(float(level)):
        same_level = call.user.row.get("modify_same_user_level", "")
        raise call.refusal(f"YOU MUST USE A VALID USER LEVEL{OPTIONAL}", f"{level}|{authority.level}|{same_level}")
    return {"user_level": level}


def _group(call: Call[AnyParameters], found: Row) -> dict[str, str]:
    group = call.params.agent_user_group
    if not group:
        return {}
    if size(group) > 20 or found["user_groups"] == "0":
        raise call.refusal(f"YOU MUST USE A VALID USER GROUP{OPTIONAL}", f"{group}|{found['user_groups']}")
    return {"user_group": group}


def _phone_login(call: Call[AnyParameters], found: Row) -> dict[str, str]:
    login = call.params.phone_login
    if not login:
        return {}
    if login == BLANK:
        return {"phone_login": ""}
    if size(login) > 20 or (found["phones"] == "0" and found["aliases"] == "0"):
        raise call.refusal(
            f"YOU MUST USE A VALID PHONE LOGIN{OPTIONAL}", f"{login}|{found['phones']}|{found['aliases']}"
        )
    return {"phone_login": login}


def _update_ranks(call: Call[AnyParameters], ranks: Ranks) -> None:
    given = changes(call, [ranks.rank, ranks.grade])
    if not given:
        return
    user = call.params.agent_user
    rank, grade = given.get(ranks.rank.column, ""), given.get(ranks.grade.column, "")
    only, only_id = getattr(call.params, ranks.only), getattr(call.params, ranks.only_id)
    in_one = only.lstrip("0") == "1"
    also = f"|{only_id}|{only}" if in_one else ""
    agent_ranks.save(call.db, call.actor, ranks.kind, user, rank, grade, only_id if in_one else None, also)
    _notice(call, f"USER {ranks.label} RANKS/GRADES HAVE BEEN UPDATED", f"{user}|{rank}|{grade}{also}")


def _reset_password(call: Call[AnyParameters], stored_address: str) -> None:
    params = call.params
    length = min(float(params.reset_password or 0), LONGEST_NEW_PASSWORD)
    if length < SHORTEST_NEW_PASSWORD:
        return
    address = params.email if size(params.email) >= 5 else stored_address
    told = f"{params.agent_user}|{address}"
    if not mail.is_address(address):
        _notice(call, "USER PASSWORD RESET FAILED: NO VALID EMAIL PROVIDED", told)
        return
    password = "".join(secrets.choice(PASSWORD_CHARACTERS) for _ in range(int(length)))
    try:
        mail.send(
            call.settings.sendmail, address, "User Account Reset", f"Here is your new temporary password: {password}"
        )
    except mail.MailRefused as error:
        _notice(call, "USER PASSWORD RESET FAILED: EMAIL FAILURE", f"{told}|{error}")
        return
    # Stored once the mail is on its way: a password that nobody was told would lock the user out.
    columns = {"force_change_password": "Y", **passwords.stored(password, call.system)}
    sql = f"UPDATE vicidial_users SET {assignments(columns)} WHERE user = %s"  # noqa: S608
    call.db.run(sql, *columns.values(), params.agent_user)
    _record(call, "MODIFY", "ADMIN API RESET PASS", call.db.text(sql, *columns.values(), params.agent_user))
    _notice(call, "USER PASSWORD HAS BEEN RESET", told)


def _update(call: Call[AnyParameters], given: dict[str, str]) -> None:
    user = call.params.agent_user
    # An update unlocks a user that failed to log in too often.
    update = f"UPDATE vicidial_users SET {assignments(given)}, failed_login_count = 0 WHERE user = %s"  # noqa: S608
    call.db.run(update, *given.values(), user)
    _record(call, "MODIFY", "ADMIN API UPDATE USER", call.db.text(update, *given.values(), user))
    call.success("update_user USER HAS BEEN UPDATED", f"{call.user.name}|{user}|", data=f"{user}|")


def _notice(call: Call[AnyParameters], reason: str, data: str) -> None:
    call.notice(f"update_user {reason}", f"{call.user.name}|{data}", data=data)


def _record(call: Call[AnyParameters], event_type: str, code: str, sql: str) -> None:
    user = call.params.agent_user
    admin_log.record(call.db, call.actor, "USERS", event_type, user, code, f"user: {user}", sql)
