"""Shows a page of the call menus to choose one from.

Source: spec/callmenu_list.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.rules.pages import choose_page
from nonagent.rules.people import user_groups


@function("callmenu_list", gates=(allowed_function_after_level,))
def callmenu_list(call: Call[AnyParameters]) -> None:
    viewable, groups = user_groups.viewable_condition(call.group)
    menus = call.db.all(
        f"SELECT menu_id, menu_name FROM vicidial_call_menu WHERE {viewable} ORDER BY menu_id",  # noqa: S608
        *groups,
    )
    rows = (
        choose_page.row(number, menu["menu_id"], call.params.comments, choose_page.cell(menu["menu_name"]))
        for number, menu in enumerate(menus, 1)
    )
    headings = map(call.translate, ("Call Menus", "Name"))
    call.answer.headers |= choose_page.HEADERS
    call.print(choose_page.page(call.translate("close frame"), headings, rows))
