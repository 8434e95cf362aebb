"""Shows a page of the active inbound groups to choose one from.

Source: spec/ingroup_list.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.rules.pages import choose_page
from nonagent.rules.pages.html import in_attribute
from nonagent.rules.people import user_groups


@function("ingroup_list", gates=(allowed_function_after_level,))
def ingroup_list(call: Call[AnyParameters]) -> None:
    viewable, visible = user_groups.viewable_condition(call.group)
    groups = call.db.all(
        f"""
        SELECT group_id, group_name, group_color
        FROM vicidial_inbound_groups
        WHERE active = 'Y' AND {viewable}
        ORDER BY group_id
        """,  # noqa: S608
        *visible,
    )
    rows = (
        choose_page.row(
            number, group["group_id"], call.params.comments,
            choose_page.cell(group["group_name"]), _colour_cell(group["group_color"]),
        )
        for number, group in enumerate(groups, 1)
    )  # fmt: skip
    headings = map(call.translate, ("Inbound Groups", "Name", "Color"))
    call.answer.headers |= choose_page.HEADERS
    call.print(choose_page.page(call.translate("close frame"), headings, rows))


def _colour_cell(colour: str) -> str:
    # safer: a colour could end its quotes.
    return (
        f'<td bgcolor="{in_attribute(colour)}"><font size=2 face="Arial,Helvetica"> &nbsp; &nbsp; &nbsp; &nbsp; </td>'
    )
