"""Changes or deletes a user; also its ranks and grades, and a new random password by mail.

Source: docs/functions/update_user.md
"""

from __future__ import annotations

import secrets
import string
from dataclasses import dataclass
from typing import Any

from nonagent import mail
from nonagent.api import passwords
from nonagent.api.answers import BLANK, Stop
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL, OptionalField, changes
from nonagent.api.parameters import Parameter, Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Secret, Sql, assigned
from nonagent.functions.users import agent_ranks
from nonagent.functions.users.loose_numbers import loosely
from nonagent.functions.users.out_of_reach import out_of_reach
from nonagent.rules import admin_log, words
from nonagent.rules.people.user_groups import viewable
from nonagent.rules.people.users import HIGHEST_LEVEL, Authority, closer_campaigns


class Asked(Parameters):
    """What update_user is asked with."""

    agent_user = parameter("The user to change.", required=True, length=(2, 20))
    delete_user = flag("Deletes the user.")
    agent_pass = parameter("Its new password.")
    agent_full_name = parameter("Its full name; `--BLANK--` for none.", length=(1, 50))
    agent_user_level = parameter("Its level, not above the caller's.", between=(1, HIGHEST_LEVEL))
    agent_user_group = parameter("Its user group, one that the caller may look at.", length=(1, 20))
    phone_login = parameter("The login of its phone, or a phone alias; `--BLANK--` for none.", length=(1, 20))
    phone_pass = parameter("The password of its phone; `--BLANK--` for none.", length=(1, 20))
    hotkeys_active = parameter("Whether the agent may use hot keys.", between=(0, 1))
    voicemail_id = parameter("Its voicemail box.", length=(2, 10))
    email = parameter("Its e-mail address; `--BLANK--` for none.", length=(5, 100))
    custom_one = parameter("The first of the fields that are free to use; `--BLANK--` empties it.", length=(1, 100))
    custom_two = parameter("The second of them.", length=(1, 100))
    custom_three = parameter("The third of them.", length=(1, 100))
    custom_four = parameter("The fourth of them.", length=(1, 100))
    custom_five = parameter("The fifth of them.", length=(1, 100))
    active = parameter("Whether the user may log in.", values=("Y", "N"))
    wrapup_seconds_override = parameter("Seconds after a call; `-1` for the campaign's own.", between=(-1, 9999))
    in_groups = parameter("The in-groups that the agent takes calls of, with `|` between.")
    campaign_rank = parameter("Its rank in campaigns.", between=(-9, 9))
    campaign_grade = parameter("Its grade in campaigns.", between=(1, 10))
    camp_rg_only = flag("Changes rank and grade in `campaign_id` only, in place of every campaign.", "1")
    campaign_id = parameter("That campaign.")
    ingroup_rank = parameter("Its rank in in-groups.", between=(-9, 9))
    ingroup_grade = parameter("Its grade in in-groups.", between=(1, 10))
    ingrp_rg_only = flag("Changes rank and grade in `group_id` only, in place of every in-group.", "1")
    group_id = parameter("That in-group.")
    reset_password = parameter("Mails the user a random password of this length, from 8 characters on.")
    server_ip = parameter("Shown in the answer about a user that does not exist.")


FULL_NAME = OptionalField(Asked.agent_full_name, "YOU MUST USE A VALID FULL NAME", "full_name", blank=words.BLANK)
OTHER_FIELDS = (
    OptionalField(Asked.phone_pass, "YOU MUST USE A VALID PHONE PASSWORD", "phone_pass", blank=words.BLANK),
    OptionalField(Asked.hotkeys_active, "YOU MUST USE A VALID HOTKEYS SETTING", "hotkeys_active"),
    OptionalField(Asked.voicemail_id, "YOU MUST USE A VALID VOICEMAIL ID", "voicemail_id"),
    OptionalField(Asked.email, "YOU MUST USE A VALID EMAIL", "email", blank=words.BLANK),
    OptionalField(Asked.custom_one, "YOU MUST USE A VALID CUSTOM ONE", "custom_one", blank=words.BLANK),
    OptionalField(Asked.custom_two, "YOU MUST USE A VALID CUSTOM TWO", "custom_two", blank=words.BLANK),
    OptionalField(Asked.custom_three, "YOU MUST USE A VALID CUSTOM THREE", "custom_three", blank=words.BLANK),
    OptionalField(Asked.custom_four, "YOU MUST USE A VALID CUSTOM FOUR", "custom_four", blank=words.BLANK),
    OptionalField(Asked.custom_five, "YOU MUST USE A VALID CUSTOM FIVE", "custom_five", blank=words.BLANK),
    OptionalField(Asked.active, "ACTIVE MUST BE Y OR N", "active"),
    OptionalField(
        Asked.wrapup_seconds_override, "wrapup_seconds_override MUST BE A VALID DIGIT BETWEEN -1 AND 9999",
        "wrapup_seconds_override", loosely(Asked.wrapup_seconds_override),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Ranks:
    """One of the two kinds of ranks: where they are kept, what the answer calls them, and their parameters."""

    kind: agent_ranks.Kind
    label: str
    rank: OptionalField
    grade: OptionalField
    #: the parameters that limit the change to one campaign or in-group, and name it
    only: Parameter
    only_id: Parameter


CAMPAIGN_RANKS = Ranks(
    agent_ranks.CAMPAIGNS,
    "CAMPAIGN",
    OptionalField(
        Asked.campaign_rank, "YOU MUST USE A VALID CAMPAIGN RANK", "campaign_rank", loosely(Asked.campaign_rank)
    ),
    OptionalField(Asked.campaign_grade, "YOU MUST USE A VALID CAMPAIGN GRADE", "campaign_grade"),
    only=Asked.camp_rg_only,
    only_id=Asked.campaign_id,
)
INGROUP_RANKS = Ranks(
    agent_ranks.INGROUPS,
    "IN-GROUP",
    OptionalField(
        Asked.ingroup_rank, "YOU MUST USE A VALID IN-GROUP RANK", "group_rank", loosely(Asked.ingroup_rank)
    ),
    OptionalField(Asked.ingroup_grade, "YOU MUST USE A VALID IN-GROUP GRADE", "group_grade"),
    only=Asked.ingrp_rg_only,
    only_id=Asked.group_id,
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
def update_user(call: Call[Asked]) -> None:
    params = call.params
    if not params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", agent_user=params.agent_user, end=BLANK)
    authority = Authority.of(call.user.row)
    found = _look_up(call, authority)
    if not found:
        raise _unknown(call)
    if found["may_change"] != "1":
        reason = "USER DOES NOT HAVE PERMISSION TO UPDATE THIS USER"
        raise out_of_reach(call, reason, params.agent_user, authority)
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


def _unknown(call: Call[Asked]) -> Stop:
    # legacy: the server's address, not the user.
    return call.refusal("USER DOES NOT EXIST", server_ip=call.params.server_ip)


def _look_up(call: Call[Asked], authority: Authority) -> Row | None:
    params = call.params
    return call.db.one(
        """
        SELECT email, (%s) AS may_change,
          (SELECT COUNT(*) FROM vicidial_user_groups WHERE user_group = %s AND %s) AS user_groups,
          (SELECT COUNT(*) FROM phones WHERE login = %s) AS phones,
          (SELECT COUNT(*) FROM phones_alias WHERE alias_id = %s) AS aliases
        FROM vicidial_users
        WHERE user = %s
        """,
        authority.may_change(call.group),
        params.agent_user_group, viewable(call.group),
        params.phone_login, params.phone_login, params.agent_user,
    )  # fmt: skip


def _delete(call: Call[Asked]) -> None:
    user = call.params.agent_user
    if not call.user.holds("delete_users"):
        raise call.refusal("USER DOES NOT HAVE PERMISSION TO DELETE USERS", count=0)
    delete = Sql("DELETE FROM vicidial_users WHERE user = %s", user)
    # Of several requests at once one deletes it.
    if not call.db.run(delete):
        raise _unknown(call)
    _record(call, "DELETE", "ADMIN API DELETE USER", delete)
    call.success("USER HAS BEEN DELETED", agent_user=user, end=BLANK)


def _checked_fields(call: Call[Asked], authority: Authority, found: Row) -> dict[str, str]:
    """Check every field in the order of its document. Returns: the new values by column, of those given."""
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


def _level(call: Call[Asked], authority: Authority) -> dict[str, str]:
    level = call.params.agent_user_level
    if not level:
        return {}
    if not (Asked.agent_user_level.accepts(level) and authority.may_set(float(level))):
        raise call.refusal(
            f"YOU MUST USE A VALID USER LEVEL{OPTIONAL}",
            agent_user_level=level, user_level=authority.level,
            modify_same_user_level=call.user.row.get("modify_same_user_level", ""),
        )  # fmt: skip
    return {"user_level": level}


def _group(call: Call[Asked], found: Row) -> dict[str, str]:
    group = call.params.agent_user_group
    if not group:
        return {}
    if not Asked.agent_user_group.fits(group) or found["user_groups"] == "0":
        raise call.refusal(
            f"YOU MUST USE A VALID USER GROUP{OPTIONAL}", agent_user_group=group, count=found["user_groups"]
        )
    return {"user_group": group}


def _phone_login(call: Call[Asked], found: Row) -> dict[str, str]:
    login = call.params.phone_login
    if not login:
        return {}
    if login == words.BLANK:
        return {"phone_login": ""}
    if not Asked.phone_login.fits(login) or (found["phones"] == "0" and found["aliases"] == "0"):
        raise call.refusal(
            f"YOU MUST USE A VALID PHONE LOGIN{OPTIONAL}",
            phone_login=login, phones=found["phones"], aliases=found["aliases"],
        )  # fmt: skip
    return {"phone_login": login}


def _update_ranks(call: Call[Asked], ranks: Ranks) -> None:
    given = changes(call, [ranks.rank, ranks.grade])
    if not given:
        return
    params = call.params
    user = params.agent_user
    rank, grade = given.get(ranks.rank.column, ""), given.get(ranks.grade.column, "")
    only, only_id = params.value(ranks.only.attribute), params.value(ranks.only_id.attribute)
    in_one = only.lstrip("0") == "1"
    also = f"|{only_id}|{only}" if in_one else ""
    agent_ranks.save(call.db, call.actor, ranks.kind, user, rank, grade, only_id if in_one else None, also)
    where: dict[str, Any] = {ranks.only_id.attribute: only_id, ranks.only.attribute: only} if in_one else {}
    reason = f"USER {ranks.label} RANKS/GRADES HAVE BEEN UPDATED"
    call.notice(reason, agent_user=user, rank=rank, grade=grade, **where)


def _reset_password(call: Call[Asked], stored_address: str) -> None:
    params = call.params
    user = params.agent_user
    length = min(float(params.reset_password or 0), LONGEST_NEW_PASSWORD)
    if length < SHORTEST_NEW_PASSWORD:
        return
    address = params.email or stored_address
    if not mail.is_address(address):
        call.notice("USER PASSWORD RESET FAILED: NO VALID EMAIL PROVIDED", agent_user=user, email=address)
        return
    password = "".join(secrets.choice(PASSWORD_CHARACTERS) for _ in range(int(length)))
    try:
        mail.send(
            call.settings.sendmail, address, "User Account Reset", f"Here is your new temporary password: {password}"
        )
    except mail.MailRefused as error:
        call.notice("USER PASSWORD RESET FAILED: EMAIL FAILURE", agent_user=user, email=address, problem=error)
        return
    # Stored once the mail is on its way: a password that nobody was told would lock the user out.
    columns = {"force_change_password": "Y", **passwords.stored(password, call.system)}
    update = Sql("UPDATE vicidial_users SET %s WHERE user = %s", assigned(columns), user)
    call.db.run(update)
    _record(call, "MODIFY", "ADMIN API RESET PASS", update)
    call.notice("USER PASSWORD HAS BEEN RESET", agent_user=user, email=address)


def _update(call: Call[Asked], given: dict[str, str]) -> None:
    user = call.params.agent_user
    # An update unlocks a user that failed to log in too often.
    update = Sql("UPDATE vicidial_users SET %s, failed_login_count = 0 WHERE user = %s", assigned(given), user)
    call.db.run(update)
    _record(call, "MODIFY", "ADMIN API UPDATE USER", update)
    call.success("USER HAS BEEN UPDATED", agent_user=user, end=BLANK)


def _record(call: Call[Asked], event_type: str, code: str, change: Sql) -> None:
    user = call.params.agent_user
    admin_log.record(call.db, call.actor, "USERS", event_type, user, code, f"user: {user}", change)
