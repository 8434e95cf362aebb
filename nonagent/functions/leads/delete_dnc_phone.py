"""Removes a number from the do-not-call list of the system or of a campaign.

Source: spec/delete_dnc_phone.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.rules.leads import dnc_lists

SHORTEST_PHONE = 6


@function(
    "delete_dnc_phone",
    # legacy: without the column vdc_agent_api_access, as add_dnc_phone.
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO DELETE DNC NUMBERS", level=8,
                                 columns={"modify_lists": "1", "delete_from_dnc": "1"}, shown="0")),
)  # fmt: skip
def delete_dnc_phone(call: Call[AnyParameters]) -> None:
    phone, campaign_id = call.params.phone_number, call.params.campaign_id
    given = f"{phone}|{campaign_id}"
    if size(phone) < SHORTEST_PHONE or not campaign_id:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", given)
    if not dnc_lists.remove(call.db, call.actor, phone, campaign_id):
        raise call.refusal("DNC NUMBER DOES NOT EXIST", given)
    call.success("delete_dnc_phone DNC NUMBER HAS BEEN DELETED", f"{call.user.name}|{given}", data=given)
