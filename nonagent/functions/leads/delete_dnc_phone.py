"""Removes a number from the do-not-call list of the system or of a campaign.

Source: docs/functions/delete_dnc_phone.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.registry import function
from nonagent.functions.leads.screened_numbers import DncNumber
from nonagent.rules.leads import dnc_lists


@function(
    "delete_dnc_phone",
    # legacy: without the column vdc_agent_api_access, as add_dnc_phone.
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO DELETE DNC NUMBERS", level=8,
                                 columns={"modify_lists": "1", "delete_from_dnc": "1"}, shown="0")),
)  # fmt: skip
def delete_dnc_phone(call: Call[DncNumber]) -> None:
    phone, campaign_id = call.params.phone_number, call.params.campaign_id
    if not call.params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", phone_number=phone, campaign_id=campaign_id)
    if not dnc_lists.remove(call.db, call.actor, phone, campaign_id):
        raise call.refusal("DNC NUMBER DOES NOT EXIST", phone_number=phone, campaign_id=campaign_id)
    call.success("DNC NUMBER HAS BEEN DELETED", phone_number=phone, campaign_id=campaign_id)
