"""The settings of a DID that may be given when it is added or updated.

Source: the tables of spec/add_did.md and spec/update_did.md.
"""

from __future__ import annotations

from nonagent.database import Session
from nonagent.rules.optional_fields import Field, among, sized

ROUTES = ("EXTEN", "VOICEMAIL", "AGENT", "PHONE", "IN_GROUP", "CALLMENU", "VMAIL_NO_INST")


def fields(db: Session, server_ip: str, group: str, menu_id: str) -> tuple[Field, ...]:
    """The fields in the order they are checked.

    Parameters: db; server_ip, group and menu_id, the parameters that must name an existing row, blank when not given.
    Returns: the table.
    """
    known = _known(db, server_ip, group, menu_id) if server_ip or group or menu_id else {}
    return (
        Field("did_description", "DID DESCRIPTION MUST BE FROM 6 TO 50 CHARACTERS", sized(6, 50), "did_description"),
        Field("active", "ACTIVE MUST BE Y OR N", among("Y", "N"), "did_active"),
        Field("did_route", "DID ROUTE IS NOT VALID", among(*ROUTES), "did_route"),
        Field("record_call", "RECORD CALL MUST BE Y OR N", among("Y", "N", "Y_QUEUESTOP"), "record_call"),
        Field("extension", "EXTENSION MUST BE FROM 1 TO 50 CHARACTERS", sized(1, 50), "extension"),
        Field("exten_context", "EXTENSION CONTEXT MUST BE FROM 1 TO 50 CHARACTERS", sized(1, 50), "exten_context"),
        Field("voicemail_ext", "VOICEMAIL EXTENSION MUST BE FROM 1 TO 10 CHARACTERS", sized(1, 10), "voicemail_ext"),
        Field("phone_extension", "PHONE EXTENSION MUST BE FROM 1 TO 100 CHARACTERS", sized(1, 100), "phone"),
        Field("server_ip", "SERVER IP MUST BE A VALID SERVER IN THE SYSTEM",
              lambda _: known["server_ip"] == "1", "server_ip"),
        Field("group", "GROUP ID MUST BE A VALID INBOUND GROUP IN THE SYSTEM",
              lambda _: known["group_id"] == "1", "group_id"),
        # legacy: add_did names update_did here; callers match the text.
        Field("menu_id", "MENU ID MUST BE A VALID CALL MENU IN THE SYSTEM",
              lambda _: known["menu_id"] == "1", "menu_id", function="update_did"),
        Field("filter_clean_cid_number", "CLEAN CID NUMBER MUST BE FROM 1 TO 20 CHARACTERS",
              sized(1, 20), "filter_clean_cid_number"),
        Field("call_handle_method", "CALL HANDLE METHOD MUST BE FROM 3 TO 20 CHARACTERS",
              sized(3, 20), "call_handle_method"),
        Field("agent_search_method", "AGENT SEARCH METHOD MUST BE 2 CHARACTERS", sized(2, 2), "agent_search_method"),
        Field("list_id", "LIST ID MUST BE FROM 3 TO 14 DIGITS", sized(3, 14), "list_id"),
        Field("entry_list_id", "ENTRY LIST ID MUST BE FROM 1 TO 14 DIGITS", sized(1, 14), "entry_list_id"),
        Field("campaign_id", "CAMPAIGN MUST BE FROM 1 TO 8 CHARACTERS", sized(1, 8), "campaign_id"),
        Field("phone_code", "PHONE CODE MUST BE FROM 1 TO 10 CHARACTERS", sized(1, 10), "phone_code"),
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
