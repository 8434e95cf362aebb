"""Removes a number from a filter phone group.

Source: docs/functions/delete_fpg_phone.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.registry import function
from nonagent.functions.leads.screened_numbers import FilterNumber
from nonagent.rules.leads import filter_phone_groups


@function(
    "delete_fpg_phone",
    # legacy: needs no more rights than adding: neither vdc_agent_api_access nor delete_from_dnc.
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO DELETE FILTER PHONE GROUP NUMBERS", level=8,
                                 columns={"modify_lists": "1"}, shown="0")),
)  # fmt: skip
def delete_fpg_phone(call: Call[FilterNumber]) -> None:
    phone, group = call.params.phone_number, call.params.group
    if not call.params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", phone_number=phone, group=group)
    if not filter_phone_groups.exists(call.db, group):
        raise call.refusal("FILTER PHONE GROUP DOES NOT EXIST", group=group)
    if not filter_phone_groups.remove_number(call.db, call.actor, phone, group):
        raise call.refusal("FILTER PHONE GROUP NUMBER DOES NOT EXIST", phone_number=phone, group=group)
    call.success("FILTER PHONE GROUP NUMBER HAS BEEN DELETED", phone_number=phone, group=group)
