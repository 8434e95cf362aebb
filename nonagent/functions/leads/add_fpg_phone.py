"""Adds a number to a filter phone group.

Source: docs/functions/add_fpg_phone.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.registry import function
from nonagent.functions.leads.screened_numbers import FilterNumber
from nonagent.rules.leads import filter_phone_groups


@function(
    "add_fpg_phone",
    # legacy: without the column vdc_agent_api_access, as the do-not-call functions.
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO ADD FILTER PHONE GROUP NUMBERS", level=8,
                                 columns={"modify_lists": "1"}, shown="0")),
)  # fmt: skip
def add_fpg_phone(call: Call[FilterNumber]) -> None:
    phone, group = call.params.phone_number, call.params.group
    if not call.params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", phone_number=phone, group=group)
    if not filter_phone_groups.exists(call.db, group):
        raise call.refusal("FILTER PHONE GROUP DOES NOT EXIST", group=group)
    if not filter_phone_groups.add_number(call.db, call.actor, phone, group):
        raise call.refusal("FILTER PHONE GROUP NUMBER ALREADY EXISTS", phone_number=phone, group=group)
    call.success("FILTER PHONE GROUP NUMBER HAS BEEN ADDED", phone_number=phone, group=group)
