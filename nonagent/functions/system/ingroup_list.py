"""Shows a page of the active inbound groups to choose one from.

Source: docs/functions/ingroup_list.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level
from nonagent.api.registry import function
from nonagent.functions.system import choose_page
from nonagent.functions.system.choose_page import ChooseAsked
from nonagent.rules.pages.html import in_attribute
from nonagent.rules.people.user_groups import viewable


class Asked(ChooseAsked):
    """What ingroup_list is asked with."""


@function("ingroup_list", gates=(allowed_function_after_level,))
def ingroup_list(call: Call[Asked]) -> None:
    groups = call.db.all(
        """
        SELECT group_id, group_name, group_color
        FROM vicidial_inbound_groups
        WHERE active = 'Y' AND %s
        ORDER BY group_id
        """,
        viewable(call.group),
    )
    rows = (
        choose_page.row(
            number, group["group_id"], call.params.comments,
            choose_page.cell(group["group_name"]), _colour_cell(group["group_color"]),
        )
        for number, group in enumerate(groups, 1)
    )  # fmt: skip
    headings = map(call.translate, ("Inbound Groups", "Name", "Color"))
    call.show(choose_page.page(call, headings, rows))


def _colour_cell(colour: str) -> str:
    # safer: a colour could end its quotes.
    return (
        f'<td bgcolor="{in_attribute(colour)}"><font size=2 face="Arial,Helvetica"> &nbsp; &nbsp; &nbsp; &nbsp; </td>'
    )
