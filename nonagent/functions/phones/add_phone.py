"""Adds a phone, and asks its server to write its configuration anew.

Source: docs/functions/add_phone.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.database import Row, Secret, Sql, Value, assigned
from nonagent.functions.phones.phone_choices import PhoneChoices, chosen, template
from nonagent.rules import admin_log
from nonagent.rules.people import phones
from nonagent.rules.people.user_groups import EVERYBODY

TAKEN = "PHONE ALREADY EXISTS ON THIS SERVER"


class Asked(PhoneChoices):
    """What add_phone is asked with."""

    extension = parameter("The phone's name on its server.", required=True, length=(2, UNLIMITED))
    dialplan_number = parameter("The number that rings it.", required=True, length=(2, UNLIMITED))
    voicemail_id = parameter("Its voicemail box.", required=True, length=(1, UNLIMITED))
    phone_login = parameter("What agents log in to it with.", required=True, length=(1, UNLIMITED))
    phone_pass = parameter("The password that agents log in to it with.", required=True, length=(1, UNLIMITED))
    server_ip = parameter("Its server, by its address.", required=True, length=(1, UNLIMITED))
    protocol = parameter("What it speaks.", required=True, values=phones.PROTOCOLS)
    registration_password = parameter("The password that it registers with.", required=True, length=(1, UNLIMITED))
    phone_full_name = parameter("What it is called.", required=True, length=(1, UNLIMITED))
    local_gmt = parameter("Its offset from GMT in hours, as `-5.00`.", required=True, length=(1, UNLIMITED))
    outbound_cid = parameter("The number that it calls from.", required=True, length=(1, UNLIMITED))
    phone_context = parameter("The dialplan's context that it calls in.", default="default")
    email = parameter("Where its voicemail is sent.")
    admin_user_group = parameter("The user group that may look at it.", default=EVERYBODY)


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
def add_phone(call: Call[Asked]) -> None:
    params = call.params
    extension, server_ip, protocol = params.extension, params.server_ip, params.protocol
    if not params.are_complete() or not Asked.protocol.accepts(protocol):
        raise call.refusal(
            "YOU MUST USE ALL REQUIRED FIELDS",
            # legacy: the passwords stand in the answer; and an unknown protocol counts as a missing field.
            extension=extension, dialplan_number=params.dialplan_number, voicemail_id=params.voicemail_id,
            phone_login=params.phone_login, phone_pass=params.phone_pass, server_ip=server_ip, protocol=protocol,
            registration_password=params.registration_password, phone_full_name=params.phone_full_name,
            local_gmt=params.local_gmt, outbound_cid=params.outbound_cid,
        )  # fmt: skip

    with phones.login_claimed(call.db, params.phone_login):
        # IGNORE: of two requests at once the unique key lets one through, and the other is told so; in the same
        # way an extension that is another's in what the column holds.
        insert = Sql("INSERT IGNORE INTO phones SET %s", assigned(_checked_columns(call)))
        if not call.db.run(insert):
            raise call.refusal(TAKEN, server_ip=server_ip, extension=extension)
    rebuild = phones.request_rebuild(call.db, call.actor, server_ip)
    admin_log.record(
        call.db, call.actor, "PHONES", "ADD", extension, "ADMIN API ADD PHONE",
        f"phone: {extension}|{server_ip}", insert, rebuild,
    )  # fmt: skip
    call.success(
        "PHONE HAS BEEN ADDED",
        extension=extension, server_ip=server_ip, protocol=protocol, dialplan_number=params.dialplan_number,
    )  # fmt: skip


def _checked_columns(call: Call[Asked]) -> dict[str, Value]:
    params = call.params
    template_id = template(call)
    found = _look_up(call, template_id or "")
    if found["server"] == "0":
        raise call.refusal("SERVER DOES NOT EXIST", server_ip=params.server_ip)
    if found["phone"] == "1":
        raise call.refusal(TAKEN, server_ip=params.server_ip, extension=params.extension)
    if found["login"] == "1":
        raise call.refusal("PHONE LOGIN ALREADY EXISTS", phone_login=params.phone_login)
    if not phones.is_timezone(params.local_gmt):
        raise call.refusal("YOU MUST USE A VALID TIMEZONE", local_gmt=params.local_gmt)
    if template_id and found["template"] == "0":
        raise call.refusal(
            f"TEMPLATE ID DOES NOT EXIST{OPTIONAL}", phone_login=params.phone_login, template_id=template_id
        )
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
        "phone_context": params.phone_context,
        "user_group": params.admin_user_group,
        "template_id": template_id or "",
        **chosen(call),
    }


def _look_up(call: Call[Asked], template_id: str) -> Row:
    params = call.params
    row = call.db.one(
        """
        SELECT
          EXISTS (SELECT 1 FROM servers WHERE server_ip = %s) AS server,
          EXISTS (SELECT 1 FROM phones WHERE extension = %s AND server_ip = %s) AS phone,
          EXISTS (SELECT 1 FROM phones WHERE login = %s) AS login,
          EXISTS (SELECT 1 FROM vicidial_conf_templates WHERE template_id = %s) AS template
        """,
        params.server_ip, params.extension, params.server_ip, params.phone_login, template_id,
    )  # fmt: skip
    return row or {}
