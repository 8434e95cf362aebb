"""Which lists a user with api_list_restrict may touch. Source: docs/protocol.md#list-restriction."""

from __future__ import annotations

from nonagent.api.answers import BLANK, REFUSAL
from nonagent.api.call import Call
from nonagent.database import listed
from nonagent.rules.people.user_groups import words

#: list ids below this are not held against a user's allowed lists when leads are updated
FIRST_CHECKED_LIST = 99


def apply(call: Call) -> None:
    """Work out call.allowed_lists for a restricted user; everybody else keeps None.

    Parameters: call, of a function that the restriction is for.
    Raises: Stop, answered, when the user's group has no row.
    """
    if call.user.row.get("api_list_restrict") != "1":
        return
    if not call.group:
        raise call.error(
            "user_group DOES NOT EXIST", form=REFUSAL, by="", logged=(), user_group=call.user.group, end=BLANK
        )
    allowed = call.group["allowed_campaigns"]
    if "-ALL" in allowed.upper():
        rows = call.db.all("SELECT list_id FROM vicidial_lists ORDER BY list_id")
    else:
        campaigns = [*words(allowed), ""]
        rows = call.db.all(
            "SELECT list_id FROM vicidial_lists WHERE campaign_id IN (%s) ORDER BY list_id", listed(campaigns)
        )
    call.allowed_lists = " " + "".join(row["list_id"] + " " for row in rows)


def may_update_in(call: Call, list_id: str) -> bool:
    """Whether the user may update leads of a list.

    Parameters: call, whose allowed_lists apply() worked out; list_id, digits or blank.
    Returns: True for every list of a user who is not restricted.
    Source: docs/functions/update_lead.md; docs/functions/batch_update_lead.md.
    """
    # legacy: compared as text, but only from 99 on, so 0201 is refused and 098 never checked.
    if call.allowed_lists is None or not list_id or float(list_id) < FIRST_CHECKED_LIST:
        return True
    return f" {list_id} " in call.allowed_lists
