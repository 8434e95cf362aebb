"""Shows a page of the call menus to choose one from.

Source: docs/functions/callmenu_list.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level
from nonagent.api.registry import function
from nonagent.functions.system import choose_page
from nonagent.functions.system.choose_page import ChooseAsked
from nonagent.rules.people.user_groups import viewable


class Asked(ChooseAsked):
    """What callmenu_list is asked with."""


@function("callmenu_list", gates=(allowed_function_after_level,))
def callmenu_list(call: Call[Asked]) -> None:
    menus = call.db.all(
        "SELECT menu_id, menu_name FROM vicidial_call_menu WHERE %s ORDER BY menu_id", viewable(call.group)
    )
    rows = (
        choose_page.row(number, menu["menu_id"], call.params.comments, choose_page.cell(menu["menu_name"]))
        for number, menu in enumerate(menus, 1)
    )
    headings = map(call.translate, ("Call Menus", "Name"))
    call.show(choose_page.page(call, headings, rows))
