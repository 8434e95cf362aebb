"""Which lists a user with api_list_restrict may touch. Source: spec/common.md section 8."""

from __future__ import annotations

from nonagent.database import placeholders
from nonagent.legacy.call import Call
from nonagent.rules.user_groups import words


def apply(call: Call) -> None:
    """Work out call.allowed_lists for a restricted user; everybody else keeps None.

    Parameters: call, of a function that the restriction is for.
    Raises: Stop, answered, when the user's group has no row.
    """
    if call.user.row.get("api_list_restrict") != "1":
        return
    if not call.group:
        shown = f"|{call.user.name}|{call.user.group}|"
        raise call.error("user_group DOES NOT EXIST", shown, data="", separator=": ")
    allowed = call.group["allowed_campaigns"]
    if "-ALL" in allowed.upper():
        rows = call.db.all("SELECT list_id FROM vicidial_lists ORDER BY list_id")
    else:
        campaigns = [*words(allowed), ""]
        rows = call.db.all(
            f"""
            SELECT list_id FROM vicidial_lists
            WHERE campaign_id IN ({placeholders(campaigns)})
            ORDER BY list_id
            """,  # noqa: S608
            *campaigns,
        )
    call.allowed_lists = " " + "".join(row["list_id"] + " " for row in rows)
