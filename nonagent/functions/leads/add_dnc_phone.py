"""Adds a number to the do-not-call list of the system or of a campaign.

Source: docs/functions/add_dnc_phone.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.registry import function
from nonagent.functions.leads.screened_numbers import DncNumber
from nonagent.rules.leads import dnc_lists


@function(
    "add_dnc_phone",
    # legacy: without the column vdc_agent_api_access, which suppliers of do-not-call numbers often lack.
    gates=(*STANDARD, permission("USER DOES NOT HAVE PERMISSION TO ADD DNC NUMBERS", level=8,
                                 columns={"modify_lists": "1"}, shown="0")),
)  # fmt: skip
def add_dnc_phone(call: Call[DncNumber]) -> None:
    phone, campaign_id = call.params.phone_number, call.params.campaign_id
    if not call.params.are_complete():
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", phone_number=phone, campaign_id=campaign_id)
    if not dnc_lists.add(call.db, call.actor, phone, campaign_id):
        raise call.refusal("DNC NUMBER ALREADY EXISTS", phone_number=phone, campaign_id=campaign_id)
    call.success("DNC NUMBER HAS BEEN ADDED", phone_number=phone, campaign_id=campaign_id)
