"""Changes or deletes a phone alias.

Source: spec/update_phone_alias.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import assignments
from nonagent.rules import admin_log
from nonagent.rules.people import phones


@function(
    "update_phone_alias",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE PHONE ALIASES",
            level=8, columns={"vdc_agent_api_access": "1", "ast_admin_access": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_phone_alias(call: Call[AnyParameters]) -> None:
    params = call.params
    alias_id, name, logins = params.alias_id, params.alias_name, params.phone_logins
    if size(alias_id) < 2 or (size(logins) < 2 and not name and not params.delete_alias):
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{alias_id}|{name}|{logins}")
    if not call.db.one("SELECT alias_id FROM phones_alias WHERE alias_id = %s", alias_id):
        raise call.refusal("PHONE ALIAS DOES NOT EXIST", alias_id)
    if params.delete_alias == "Y":
        _delete(call)
        return

    given = _checked_fields(call)
    if not given:
        _notice(call, "NO UPDATES DEFINED", "")
        return
    update = f"UPDATE phones_alias SET {assignments(given)} WHERE alias_id = %s"  # noqa: S608
    call.db.run(update, *given.values(), alias_id)
    admin_log.record(
        # legacy: the code says phone, not alias.
        call.db, call.actor, "PHONEALIASES", "MODIFY", alias_id, "ADMIN API UPDATE PHONE",
        f"phones: {logins}", call.db.text(update, *given.values(), alias_id),
    )  # fmt: skip
    call.success(
        "update_phone_alias PHONE ALIAS HAS BEEN UPDATED", f"{call.user.name}|{alias_id}|", data=f"{alias_id}|"
    )


def _delete(call: Call[AnyParameters]) -> None:
    alias_id = call.params.alias_id
    if not call.user.holds("ast_delete_phones"):
        _notice(call, "USER DOES NOT HAVE PERMISSION TO DELETE PHONE ALIASES", "0")
        return
    delete = "DELETE FROM phones_alias WHERE alias_id = %s"
    # Of several requests at once one deletes it.
    if not call.db.run(delete, alias_id):
        raise call.refusal("PHONE ALIAS DOES NOT EXIST", alias_id)
    admin_log.record(
        call.db, call.actor, "PHONEALIASES", "DELETE", alias_id, "ADMIN API DELETE PHONE ALIAS",
        "", call.db.text(delete, alias_id),
    )  # fmt: skip
    # legacy: no pipe behind it, unlike the answer to an update.
    call.success("update_phone_alias PHONE ALIAS HAS BEEN DELETED", f"{call.user.name}|{alias_id}", data=alias_id)


def _checked_fields(call: Call[AnyParameters]) -> dict[str, str]:
    name, logins = call.params.alias_name, call.params.phone_logins
    given = {}
    if name:
        if not 2 <= size(name) <= 50:
            raise call.refusal("YOU MUST USE A VALID ALIAS NAME", name)
        given["alias_name"] = name
    if size(logins) >= 2:
        unknown = phones.unknown_login(call.db, logins)
        if unknown is not None:
            raise call.refusal("PHONE DOES NOT EXIST", unknown)
        given["logins_list"] = logins
    return given


def _notice(call: Call[AnyParameters], reason: str, data: str) -> None:
    # legacy: a notice, though in the form of an error.
    call.notice(f"update_phone_alias {reason}", f"|{call.user.name}|{data}", data=data, separator=": ")
