"""The settings of a DID that may be given when it is added or updated.

Source: the tables of docs/functions/add_did.md and docs/functions/update_did.md.
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.optional_fields import OptionalField as Field
from nonagent.api.parameters import Parameters, parameter
from nonagent.database import Session

ROUTES = ("EXTEN", "VOICEMAIL", "AGENT", "PHONE", "IN_GROUP", "CALLMENU", "VMAIL_NO_INST")


class DidSettings(Parameters):
    """The settings, each left as it is, or as a new DID has it, unless it is given."""

    did_description = parameter("What the DID is called.", length=(6, 50))
    active = parameter("Whether calls are taken.", values=("Y", "N"))
    did_route = parameter("Where calls go.", values=ROUTES)
    record_call = parameter("Whether calls are recorded.", values=("Y", "N", "Y_QUEUESTOP"))
    extension = parameter("The extension, for the route EXTEN.", length=(1, 50))
    exten_context = parameter("The context of that extension.", length=(1, 50))
    voicemail_ext = parameter("The voicemail box, for the route VOICEMAIL.", length=(1, 10))
    phone_extension = parameter("The phone, for the route PHONE.", length=(1, 100))
    server_ip = parameter("The server of that phone, by its address.")
    group = parameter("The in-group, for the route IN_GROUP.")
    menu_id = parameter("The call menu, for the route CALLMENU.")
    filter_clean_cid_number = parameter("How the caller's number is cleaned.", length=(1, 20))
    call_handle_method = parameter("How the in-group looks for the lead of a call.", length=(3, 20))
    agent_search_method = parameter("Where the in-group looks for an agent.", length=(2, 2))
    list_id = parameter("The list in which a call's lead is looked for.", length=(3, 14))
    entry_list_id = parameter("The entry list of a lead that is added for a call.", length=(1, 14))
    campaign_id = parameter("The campaign that calls are logged with.", length=(1, 8))
    phone_code = parameter("The country's code of the callers.", length=(1, 10))


def fields(call: Call[DidSettings]) -> tuple[Field, ...]:
    """The settings in the order they are checked. Parameters: call. Returns: the table."""
    params, own = call.params, DidSettings
    named = params.server_ip, params.group, params.menu_id
    known = _known(call.db, *named) if any(named) else {}
    return (
        Field(own.did_description, "DID DESCRIPTION MUST BE FROM 6 TO 50 CHARACTERS", "did_description"),
        Field(own.active, "ACTIVE MUST BE Y OR N", "did_active"),
        Field(own.did_route, "DID ROUTE IS NOT VALID", "did_route"),
        Field(own.record_call, "RECORD CALL MUST BE Y OR N", "record_call"),
        Field(own.extension, "EXTENSION MUST BE FROM 1 TO 50 CHARACTERS", "extension"),
        Field(own.exten_context, "EXTENSION CONTEXT MUST BE FROM 1 TO 50 CHARACTERS", "exten_context"),
        Field(
            own.voicemail_ext, "VOICEMAIL EXTENSION MUST BE FROM 1 TO 10 CHARACTERS", "voicemail_ext"
        ),
        Field(own.phone_extension, "PHONE EXTENSION MUST BE FROM 1 TO 100 CHARACTERS", "phone"),
        Field(
            own.server_ip, "SERVER IP MUST BE A VALID SERVER IN THE SYSTEM", "server_ip",
            lambda _: known["server_ip"] == "1",
        ),
        Field(
            own.group, "GROUP ID MUST BE A VALID INBOUND GROUP IN THE SYSTEM", "group_id",
            lambda _: known["group_id"] == "1",
        ),
        # legacy: add_did names update_did here; callers match the text.
        Field(
            own.menu_id, "MENU ID MUST BE A VALID CALL MENU IN THE SYSTEM", "menu_id",
            lambda _: known["menu_id"] == "1", function="update_did",
        ),
        Field(
            own.filter_clean_cid_number, "CLEAN CID NUMBER MUST BE FROM 1 TO 20 CHARACTERS",
            "filter_clean_cid_number",
        ),
        Field(
            own.call_handle_method, "CALL HANDLE METHOD MUST BE FROM 3 TO 20 CHARACTERS", "call_handle_method"
        ),
        Field(
            own.agent_search_method, "AGENT SEARCH METHOD MUST BE 2 CHARACTERS", "agent_search_method"
        ),
        Field(own.list_id, "LIST ID MUST BE FROM 3 TO 14 DIGITS", "list_id"),
        Field(own.entry_list_id, "ENTRY LIST ID MUST BE FROM 1 TO 14 DIGITS", "entry_list_id"),
        Field(own.campaign_id, "CAMPAIGN MUST BE FROM 1 TO 8 CHARACTERS", "campaign_id"),
        Field(own.phone_code, "PHONE CODE MUST BE FROM 1 TO 10 CHARACTERS", "phone_code"),
    )  # fmt: skip


def _known(db: Session, server_ip: str, group: str, menu_id: str) -> dict[str, str]:
    row = db.one(
        """
        SELECT
          EXISTS (SELECT 1 FROM servers WHERE server_ip = %s) AS server_ip,
          EXISTS (SELECT 1 FROM vicidial_inbound_groups WHERE group_id = %s) AS group_id,
          EXISTS (SELECT 1 FROM vicidial_call_menu WHERE menu_id = %s) AS menu_id
        """,
        server_ip, group, menu_id,
    )  # fmt: skip
    return row or {}
