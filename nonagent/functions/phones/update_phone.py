"""Changes or deletes a phone, and asks its server to write its configuration anew.

Source: docs/functions/update_phone.md
"""

from __future__ import annotations

from nonagent.api.answers import BLANK, REFUSAL
from nonagent.api.call import Call
from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.gates import STANDARD, permission
from nonagent.api.optional_fields import OPTIONAL, changes
from nonagent.api.optional_fields import OptionalField as Field
from nonagent.api.parameters import flag, parameter
from nonagent.api.registry import function
from nonagent.database import Row, Secret, Sql, assigned
from nonagent.functions.phones.phone_choices import PhoneChoices, chosen, template
from nonagent.rules import admin_log, words
from nonagent.rules.people import phones
from nonagent.rules.people.user_groups import viewable


class Asked(PhoneChoices):
    """What update_phone is asked with."""

    extension = parameter("The phone's name on its server.", required=True, length=(2, UNLIMITED))
    server_ip = parameter("Its server, by its address.", required=True, length=(1, UNLIMITED))
    delete_phone = flag("Deletes the phone.")
    local_gmt = parameter("Its offset from GMT in hours, as `-5.00`.")
    email = parameter("Where its voicemail is sent; `--BLANK--` for none.", length=(5, 300))
    phone_context = parameter("The dialplan's context that it calls in; `--BLANK--` for none.", length=(2, 30))
    phone_full_name = parameter("What it is called; `--BLANK--` for nothing.", length=(2, 30))
    registration_password = parameter("The password that it registers with; `--BLANK--` for none.", length=(2, 30))
    protocol = parameter("What it speaks.", values=phones.PROTOCOLS)
    phone_pass = parameter("The password that agents log in to it with.", length=(2, 30))
    phone_login = parameter("What agents log in to it with.")
    voicemail_id = parameter("Its voicemail box.", length=(2, 30))
    dialplan_number = parameter("The number that rings it.", length=(3, 30))
    active = parameter("Whether it may be used.", values=("Y", "N"))
    outbound_cid = parameter("The number that it calls from.", length=(6, 18))
    admin_user_group = parameter("The user group that may look at it.", length=(2, 20))
    outbound_alt_cid = parameter("Another number that it calls from.", length=(6, 18))
    phone_ring_timeout = parameter("How many seconds it rings.", between=(2, 180))
    delete_vm_after_email = parameter("Whether voicemail is deleted once it is sent.", values=("Y", "N"))


# The complaints about the first fields do not say that they are optional.
BEFORE_LOGIN = (
    Field(Asked.local_gmt, "YOU MUST USE A VALID TIMEZONE", "local_gmt", phones.is_timezone),
    Field(Asked.email, "YOU MUST USE A VALID EMAIL", "email", blank=words.BLANK),
    Field(Asked.phone_context, "YOU MUST USE A VALID PHONE CONTEXT", "phone_context", blank=words.BLANK),
    Field(Asked.phone_full_name, "YOU MUST USE A VALID PHONE NAME", "fullname", blank=words.BLANK),
    Field(
        Asked.registration_password, "YOU MUST USE A VALID REGISTRATION PASSWORD", "conf_secret", blank=words.BLANK
    ),
    Field(Asked.protocol, "YOU MUST USE A VALID PROTOCOL", "protocol"),
    Field(Asked.phone_pass, "YOU MUST USE A VALID PHONE PASSWORD", "pass"),
)
BEHIND_LOGIN = (
    Field(Asked.voicemail_id, "YOU MUST USE A VALID VOICEMAIL NUMBER", "voicemail_id"),
    Field(Asked.dialplan_number, "YOU MUST USE A VALID DIALPLAN NUMBER", "dialplan_number"),
)
OPTIONAL_FIELDS = (
    Field(Asked.active, "ACTIVE MUST BE Y OR N", "active"),
    Field(Asked.outbound_cid, "OUTBOUND CID MUST BE FROM 6 TO 18 DIGITS", "outbound_cid"),
    Field(Asked.admin_user_group, "USER GROUP MUST BE FROM 2 TO 20 CHARACTERS", "user_group"),
    Field(Asked.outbound_alt_cid, "OUTBOUND ALT CID MUST BE FROM 6 TO 18 DIGITS", "outbound_alt_cid"),
)
DELETE_VM = Field(Asked.delete_vm_after_email, "DELETE VOICEMAIL AFTER EMAIL MUST BE Y OR N", "delete_vm_after_email")
UNKNOWN = "PHONE DOES NOT EXIST ON THIS SERVER"


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
def update_phone(call: Call[Asked]) -> None:
    params = call.params
    extension, server_ip = params.extension, params.server_ip
    if not params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", extension=extension, server_ip=server_ip)
    with phones.login_claimed(call.db, params.phone_login):
        found = _look_up(call)
        if found["server"] == "0":
            raise call.refusal("SERVER DOES NOT EXIST", server_ip=server_ip)
        if found["phone"] == "0":
            raise call.refusal(UNKNOWN, server_ip=server_ip, extension=extension)
        if params.delete_phone == "Y":
            _delete(call)
        else:
            _update(call, _checked_fields(call, found))


def _look_up(call: Call[Asked]) -> Row:
    params = call.params
    extension, server_ip = params.extension, params.server_ip
    row = call.db.one(
        """
        SELECT
          EXISTS (SELECT 1 FROM servers WHERE server_ip = %s) AS server,
          EXISTS (SELECT 1 FROM phones WHERE extension = %s AND server_ip = %s AND %s) AS phone,
          EXISTS (SELECT 1 FROM phones WHERE login = %s AND extension != %s AND server_ip != %s) AS login_taken,
          EXISTS (SELECT 1 FROM vicidial_conf_templates WHERE template_id = %s) AS template
        """,
        server_ip,
        extension, server_ip, viewable(call.group),
        # legacy: the login of a phone on the same server, or of the same extension elsewhere, may be taken over.
        params.phone_login, extension, server_ip,
        params.template_id,
    )  # fmt: skip
    return row or {}


def _delete(call: Call[Asked]) -> None:
    extension, server_ip = call.params.extension, call.params.server_ip
    if not call.user.holds("ast_delete_phones"):
        # legacy: a notice, though in the form of an error.
        call.notice("USER DOES NOT HAVE PERMISSION TO DELETE PHONES", form=REFUSAL, count=0)
        return
    delete = Sql("DELETE FROM phones WHERE extension = %s AND server_ip = %s", extension, server_ip)
    # Of several requests at once one deletes it.
    if not call.db.run(delete):
        raise call.refusal(UNKNOWN, server_ip=server_ip, extension=extension)
    _rebuild_and_record(call, "DELETE", "ADMIN API DELETE PHONE", delete)
    call.success("PHONE HAS BEEN DELETED", extension=extension, server_ip=server_ip, end=BLANK)


def _checked_fields(call: Call[Asked], found: Row) -> dict[str, str]:
    """Check every field in the order of its document. Returns: the new values by column, of those given."""
    given = {
        **changes(call, BEFORE_LOGIN, ending=""),
        **_login(call, found),
        **changes(call, BEHIND_LOGIN, ending=""),
        **changes(call, OPTIONAL_FIELDS),
        **_ring_timeout(call),
        **changes(call, [DELETE_VM]),
        **chosen(call),
        **_template(call, found),
    }
    return given | {column: Secret(given[column]) for column in ("pass", "conf_secret") if column in given}


def _login(call: Call[Asked], found: Row) -> dict[str, str]:
    login = call.params.phone_login
    if not login:
        return {}
    if found["login_taken"] == "1":
        raise call.refusal("LOGIN ALREADY EXISTS", phone_login=login)
    return {"login": login}


def _ring_timeout(call: Call[Asked]) -> dict[str, str]:
    seconds = call.params.phone_ring_timeout
    if not seconds:
        return {}
    if not Asked.phone_ring_timeout.accepts(seconds):
        raise call.refusal(
            f"PHONE RING TIMEOUT MUST BE FROM 2 TO 180 SECONDS{OPTIONAL}",
            # legacy: another field's value is shown.
            outbound_alt_cid=call.params.outbound_alt_cid,
        )  # fmt: skip
    return {"phone_ring_timeout": seconds}


def _template(call: Call[Asked], found: Row) -> dict[str, str]:
    template_id = template(call)
    if template_id is None:
        return {}
    if template_id and found["template"] == "0":
        login = call.params.phone_login
        raise call.refusal(f"TEMPLATE ID DOES NOT EXIST{OPTIONAL}", phone_login=login, template_id=template_id)
    return {"template_id": template_id}


def _update(call: Call[Asked], given: dict[str, str]) -> None:
    extension, server_ip = call.params.extension, call.params.server_ip
    # legacy: the column is always cleared, and so an update without any field succeeds.
    columns = {"install_directory": "", **given}
    update = Sql(
        "UPDATE phones SET %s WHERE extension = %s AND server_ip = %s", assigned(columns), extension, server_ip
    )
    call.db.run(update)
    _rebuild_and_record(call, "MODIFY", "ADMIN API UPDATE PHONE", update)
    call.success("PHONE HAS BEEN UPDATED", extension=extension, server_ip=server_ip, end=BLANK)


def _rebuild_and_record(call: Call[Asked], event_type: str, code: str, change: Sql) -> None:
    extension, server_ip = call.params.extension, call.params.server_ip
    rebuild = phones.request_rebuild(call.db, call.actor, server_ip)
    admin_log.record(
        call.db, call.actor, "PHONES", event_type, extension, code,
        f"phone: {extension}|{server_ip}", change, rebuild,
    )  # fmt: skip
