"""Changes or deletes a phone, and asks its server to write its configuration anew.

Source: spec/update_phone.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL, changes
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row, Secret, assignments
from nonagent.rules import admin_log
from nonagent.rules.optional_fields import Field, among, numbered, sized
from nonagent.rules.people import phones
from nonagent.rules.people.user_groups import viewable_condition
from nonagent.rules.words import BLANK

# The complaints about the first fields do not say that they are optional.
BEFORE_LOGIN = (
    Field("local_gmt", "YOU MUST USE A VALID TIMEZONE", phones.is_timezone, "local_gmt"),
    Field("email", "YOU MUST USE A VALID EMAIL", sized(5, 300), "email", blank=BLANK),
    Field("phone_context", "YOU MUST USE A VALID PHONE CONTEXT", sized(2, 30), "phone_context", blank=BLANK),
    Field("phone_full_name", "YOU MUST USE A VALID PHONE NAME", sized(2, 30), "fullname", blank=BLANK),
    Field(
        "registration_password",
        "YOU MUST USE A VALID REGISTRATION PASSWORD",
        sized(2, 30),
        "conf_secret",
        blank=BLANK,
    ),
    Field("protocol", "YOU MUST USE A VALID PROTOCOL", among(*phones.PROTOCOLS), "protocol"),
    Field("phone_pass", "YOU MUST USE A VALID PHONE PASSWORD", sized(2, 30), "pass"),
)
BEHIND_LOGIN = (
    Field("voicemail_id", "YOU MUST USE A VALID VOICEMAIL NUMBER", sized(2, 30), "voicemail_id"),
    Field("dialplan_number", "YOU MUST USE A VALID DIALPLAN NUMBER", sized(3, 30), "dialplan_number"),
)
OPTIONAL_FIELDS = (
    Field("active", "ACTIVE MUST BE Y OR N", among("Y", "N"), "active"),
    Field("outbound_cid", "OUTBOUND CID MUST BE FROM 6 TO 18 DIGITS", sized(6, 18), "outbound_cid"),
    Field("admin_user_group", "USER GROUP MUST BE FROM 2 TO 20 CHARACTERS", sized(2, 20), "user_group"),
    Field("outbound_alt_cid", "OUTBOUND ALT CID MUST BE FROM 6 TO 18 DIGITS", sized(6, 18), "outbound_alt_cid"),
)
DELETE_VM = Field(
    "delete_vm_after_email", "DELETE VOICEMAIL AFTER EMAIL MUST BE Y OR N", among("Y", "N"), "delete_vm_after_email"
)
RING_TIMEOUT = numbered(2, 180)


@function(
    "update_phone",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO UPDATE PHONES",
            level=8, columns={"vdc_agent_api_access": "1", "ast_admin_access": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def update_phone(call: Call[AnyParameters]) -> None:
    params = call.params
    extension, server_ip = params.extension, params.server_ip
    if size(extension) < 2 or not server_ip:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", f"{extension}|{server_ip}")
    with phones.login_claimed(call.db, params.phone_login):
        found = _look_up(call)
        if found["server"] == "0":
            raise call.refusal("SERVER DOES NOT EXIST", server_ip)
        if found["phone"] == "0":
            raise call.refusal("PHONE DOES NOT EXIST ON THIS SERVER", f"{server_ip}|{extension}")
        if params.delete_phone == "Y":
            _delete(call)
        else:
            _update(call, _checked_fields(call, found))


def _look_up(call: Call[AnyParameters]) -> Row:
    params = call.params
    extension, server_ip = params.extension, params.server_ip
    viewable, groups = viewable_condition(call.group)
    row = call.db.one(
        f"""
        SELECT
          EXISTS (SELECT 1 FROM servers WHERE server_ip = %s) AS server,
          EXISTS (SELECT 1 FROM phones WHERE extension = %s AND server_ip = %s AND {viewable}) AS phone,
          EXISTS (SELECT 1 FROM phones WHERE login = %s AND extension != %s AND server_ip != %s) AS login_taken,
          EXISTS (SELECT 1 FROM vicidial_conf_templates WHERE template_id = %s) AS template
        """,  # noqa: S608
        server_ip,
        extension, server_ip, *groups,
        # legacy: the login of a phone on the same server, or of the same extension elsewhere, may be taken over.
        params.phone_login, extension, server_ip,
        params.template_id,
    )  # fmt: skip
    return row or {}


def _delete(call: Call[AnyParameters]) -> None:
    extension, server_ip = call.params.extension, call.params.server_ip
    if not call.user.holds("ast_delete_phones"):
        # legacy: a notice, though in the form of an error.
        call.notice(
            "update_phone USER DOES NOT HAVE PERMISSION TO DELETE PHONES",
            f"|{call.user.name}|0", data="0", separator=": ",
        )  # fmt: skip
        return
    delete = "DELETE FROM phones WHERE extension = %s AND server_ip = %s"
    # Of several requests at once one deletes it.
    if not call.db.run(delete, extension, server_ip):
        raise call.refusal("PHONE DOES NOT EXIST ON THIS SERVER", f"{server_ip}|{extension}")
    _rebuild_and_record(call, "DELETE", "ADMIN API DELETE PHONE", call.db.text(delete, extension, server_ip))
    told = f"{extension}|{server_ip}|"
    call.success("update_phone PHONE HAS BEEN DELETED", f"{call.user.name}|{told}", data=told)


def _checked_fields(call: Call[AnyParameters], found: Row) -> dict[str, str]:
    """Check every field in the order of the specification. Returns: the new values by column, of those given."""
    given = {
        **changes(call, BEFORE_LOGIN, ending=""),
        **_login(call, found),
        **changes(call, BEHIND_LOGIN, ending=""),
        **changes(call, OPTIONAL_FIELDS),
        **_ring_timeout(call),
        **changes(call, [DELETE_VM]),
        **phones.chosen({column: getattr(call.params, column) for column in phones.CHOICES}),
        **_template(call, found),
    }
    return given | {column: Secret(given[column]) for column in ("pass", "conf_secret") if column in given}


def _login(call: Call[AnyParameters], found: Row) -> dict[str, str]:
    login = call.params.phone_login
    if not login:
        return {}
    if found["login_taken"] == "1":
        raise call.refusal("LOGIN ALREADY EXISTS", login)
    return {"login": login}


def _ring_timeout(call: Call[AnyParameters]) -> dict[str, str]:
    seconds = call.params.phone_ring_timeout
    if not seconds:
        return {}
    if not RING_TIMEOUT(seconds):
        # legacy: another field's value is shown.
        raise call.refusal(
            f"PHONE RING TIMEOUT MUST BE FROM 2 TO 180 SECONDS{OPTIONAL}", call.params.outbound_alt_cid
        )
    return {"phone_ring_timeout": seconds}


def _template(call: Call[AnyParameters], found: Row) -> dict[str, str]:
    params = call.params
    template = phones.template(params.template_id)
    if template is None:
        return {}
    if template and found["template"] == "0":
        raise call.refusal(f"TEMPLATE ID DOES NOT EXIST{OPTIONAL}", f"{params.phone_login}|{params.template_id}")
    return {"template_id": template}


def _update(call: Call[AnyParameters], given: dict[str, str]) -> None:
    extension, server_ip = call.params.extension, call.params.server_ip
    # legacy: the column is always cleared, and so an update without any field succeeds.
    columns = {"install_directory": "", **given}
    update = f"UPDATE phones SET {assignments(columns)} WHERE extension = %s AND server_ip = %s"  # noqa: S608
    values = (*columns.values(), extension, server_ip)
    call.db.run(update, *values)
    _rebuild_and_record(call, "MODIFY", "ADMIN API UPDATE PHONE", call.db.text(update, *values))
    told = f"{extension}|{server_ip}|"
    call.success("update_phone PHONE HAS BEEN UPDATED", f"{call.user.name}|{told}", data=told)


def _rebuild_and_record(call: Call[AnyParameters], event_type: str, code: str, sql: str) -> None:
    extension, server_ip = call.params.extension, call.params.server_ip
    phones.request_rebuild(call.db, call.actor, server_ip)
    admin_log.record(
        call.db, call.actor, "PHONES", event_type, extension, code,
        f"phone: {extension}|{server_ip}", sql, call.db.text(phones.REQUEST_REBUILD, server_ip),
    )  # fmt: skip
