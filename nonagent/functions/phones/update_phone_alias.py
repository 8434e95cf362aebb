"""Changes or deletes a phone alias.

Source: docs/functions/update_phone_alias.md
"""

from __future__ import annotations

from nonagent.api.answers import BLANK, REFUSAL
from nonagent.api.call import Call
from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.database import Sql, assigned
from nonagent.rules import admin_log
from nonagent.rules.people import phones


class Asked(Parameters):
    """What update_phone_alias is asked with."""

    alias_id = parameter("The alias to change.", required=True, length=(2, UNLIMITED))
    alias_name = parameter("What it is called.", length=(2, 50))
    phone_logins = parameter("The logins of its phones, with commas between.", length=(2, UNLIMITED))
    delete_alias = flag("Deletes the alias.")


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
def update_phone_alias(call: Call[Asked]) -> None:
    params = call.params
    alias_id, name, logins = params.alias_id, params.alias_name, params.phone_logins
    asks_for_something = bool(name or params.delete_alias) or Asked.phone_logins.fits(logins)
    if not (params.are_complete() and asks_for_something):
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS", alias_id=alias_id, alias_name=name, phone_logins=logins
        )
    if not call.db.one("SELECT alias_id FROM phones_alias WHERE alias_id = %s", alias_id):
        raise call.refusal("PHONE ALIAS DOES NOT EXIST", alias_id=alias_id)
    if params.delete_alias == "Y":
        _delete(call)
        return

    given = _checked_fields(call)
    if not given:
        # legacy: a notice, though in the form of an error.
        call.notice("NO UPDATES DEFINED", form=REFUSAL)
        return
    update = Sql("UPDATE phones_alias SET %s WHERE alias_id = %s", assigned(given), alias_id)
    call.db.run(update)
    admin_log.record(
        # legacy: the code says phone, not alias.
        call.db, call.actor, "PHONEALIASES", "MODIFY", alias_id, "ADMIN API UPDATE PHONE",
        f"phones: {logins}", update,
    )  # fmt: skip
    call.success("PHONE ALIAS HAS BEEN UPDATED", alias_id=alias_id, end=BLANK)


def _delete(call: Call[Asked]) -> None:
    alias_id = call.params.alias_id
    if not call.user.holds("ast_delete_phones"):
        # legacy: a notice, though in the form of an error.
        call.notice("USER DOES NOT HAVE PERMISSION TO DELETE PHONE ALIASES", form=REFUSAL, count=0)
        return
    delete = Sql("DELETE FROM phones_alias WHERE alias_id = %s", alias_id)
    # Of several requests at once one deletes it.
    if not call.db.run(delete):
        raise call.refusal("PHONE ALIAS DOES NOT EXIST", alias_id=alias_id)
    admin_log.record(
        call.db, call.actor, "PHONEALIASES", "DELETE", alias_id, "ADMIN API DELETE PHONE ALIAS", "", delete
    )
    # legacy: no pipe behind it, unlike the answer to an update.
    call.success("PHONE ALIAS HAS BEEN DELETED", alias_id=alias_id)


def _checked_fields(call: Call[Asked]) -> dict[str, str]:
    name, logins = call.params.alias_name, call.params.phone_logins
    given = {}
    if name:
        if not Asked.alias_name.fits(name):
            raise call.refusal("YOU MUST USE A VALID ALIAS NAME", alias_name=name)
        given["alias_name"] = name
    # legacy: one byte is ignored without a word.
    if Asked.phone_logins.fits(logins):
        unknown = phones.unknown_login(call.db, logins)
        if unknown is not None:
            raise call.refusal("PHONE DOES NOT EXIST", phone_login=unknown)
        given["logins_list"] = logins
    return given
