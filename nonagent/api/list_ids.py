"""The checks of the list functions on the list a request is about.

Source: docs/functions/list_info.md.
"""

from __future__ import annotations

from nonagent.api.answers import FIELDS_ONLY
from nonagent.api.call import Call

SHORTEST, LONGEST = 2, 14


def check_length(call: Call, list_id: str) -> None:
    """Stop the call unless it names a list. Parameters: call; list_id, as the function reads it."""
    if SHORTEST <= len(list_id) <= LONGEST:
        return
    name, campaign = call.params.as_logged("list_name"), call.params.as_logged("campaign_id")
    raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", list_id=list_id, list_name=name, campaign_id=campaign)


def check_allowed(call: Call, list_id: str) -> None:
    """Stop the call of a restricted user unless the list is one of the user's. Parameters: as for check_length."""
    # legacy: compared as text, so a restricted user must write the id without leading zeros.
    if call.allowed_lists is None or f" {list_id} " in call.allowed_lists:
        return
    raise call.error("NOT AN ALLOWED LIST ID", form=FIELDS_ONLY, list_id=list_id)
