"""Adds a phone, and asks its server to write its configuration anew.

Source: spec/add_phone.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.database import Row, Secret, Value, assignments
from nonagent.rules import admin_log
from nonagent.rules.people import phones


@function(
    "add_phone",
    gates=(
        *STANDARD,
        permission(
            "USER DOES NOT HAVE PERMISSION TO ADD PHONES",
            level=8, columns={"vdc_agent_api_access": "1", "ast_admin_access": "1"}, shown="0",
        ),
    ),
)  # fmt: skip
def add_phone(call: Call[AnyParameters]) -> None:
    params = call.params
    extension, server_ip, protocol = params.extension, params.server_ip, params.protocol
    required = (
        extension, params.dialplan_number, params.voicemail_id, params.phone_login, params.phone_pass, server_ip,
        protocol, params.registration_password, params.phone_full_name, params.local_gmt, params.outbound_cid,
    )  # fmt: skip
    long_enough = size(extension) >= 2 and size(params.dialplan_number) >= 2 and all(required)
    if not long_enough or protocol not in phones.PROTOCOLS:
        # legacy: the passwords stand in the answer; and an unknown protocol counts as a missing field.
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", "|".join(required))

    with phones.login_claimed(call.db, params.phone_login):
        columns = _checked_columns(call)
        # IGNORE: of two requests at once the unique key lets one through, and the other is told so; in the same
        # way an extension that is another's in what the column holds.
        insert = f"INSERT IGNORE INTO phones SET {assignments(columns)}"
        if not call.db.run(insert, *columns.values()):
            raise call.refusal("PHONE ALREADY EXISTS ON THIS SERVER", f"{server_ip}|{extension}")
    phones.request_rebuild(call.db, call.actor, server_ip)
    admin_log.record(
        call.db, call.actor, "PHONES", "ADD", extension, "ADMIN API ADD PHONE",
        f"phone: {extension}|{server_ip}", call.db.text(insert, *columns.values()),
        call.db.text(phones.REQUEST_REBUILD, server_ip),
    )  # fmt: skip
    told = f"{extension}|{server_ip}|{protocol}|{params.dialplan_number}"
    call.success("add_phone PHONE HAS BEEN ADDED", f"{call.user.name}|{told}", data=told)


def _checked_columns(call: Call[AnyParameters]) -> dict[str, Value]:
    params = call.params
    template = phones.template(params.template_id)
    found = _look_up(call, template or "")
    if found["server"] == "0":
        raise call.refusal("SERVER DOES NOT EXIST", params.server_ip)
    if found["phone"] == "1":
        raise call.refusal("PHONE ALREADY EXISTS ON THIS SERVER", f"{params.server_ip}|{params.extension}")
    if found["login"] == "1":
        raise call.refusal("PHONE LOGIN ALREADY EXISTS", params.phone_login)
    if not phones.is_timezone(params.local_gmt):
        raise call.refusal("YOU MUST USE A VALID TIMEZONE", params.local_gmt)
    if template and found["template"] == "0":
        raise call.refusal(f"TEMPLATE ID DOES NOT EXIST{OPTIONAL}", f"{params.phone_login}|{params.template_id}")
    return {
        "extension": params.extension,
        "dialplan_number": params.dialplan_number,
        "voicemail_id": params.voicemail_id,
        "server_ip": params.server_ip,
        "login": params.phone_login,
        "pass": Secret(params.phone_pass),
        "status": "ACTIVE",
        "active": "Y",
        "fullname": params.phone_full_name,
        "protocol": params.protocol,
        "local_gmt": params.local_gmt,
        "outbound_cid": params.outbound_cid,
        "conf_secret": Secret(params.registration_password),
        "email": params.email,
        "phone_context": params.phone_context or "default",
        "user_group": params.admin_user_group or "---ALL---",
        "template_id": template or "",
        **phones.chosen({column: getattr(params, column) for column in phones.CHOICES}),
    }


def _look_up(call: Call[AnyParameters], template: str) -> Row:
    params = call.params
    row = call.db.one(
        """
        SELECT
          EXISTS (SELECT 1 FROM servers WHERE server_ip = %s) AS server,
          EXISTS (SELECT 1 FROM phones WHERE extension = %s AND server_ip = %s) AS phone,
          EXISTS (SELECT 1 FROM phones WHERE login = %s) AS login,
          EXISTS (SELECT 1 FROM vicidial_conf_templates WHERE template_id = %s) AS template
        """,
        params.server_ip, params.extension, params.server_ip, params.phone_login, template,
    )  # fmt: skip
    return row or {}
