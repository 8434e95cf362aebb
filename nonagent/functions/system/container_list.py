"""Shows a page of the settings containers of one type to choose one from.

Source: spec/container_list.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.rules.pages import choose_page
from nonagent.rules.people import user_groups


def container_type(call: Call[AnyParameters]) -> None:
    """A type of container is named."""
    if not call.params.type:
        raise call.error("container_list NO CONTAINER TYPE DEFINED", f"|{call.user.name}||", data="", separator=": ")


@function("container_list", gates=(container_type, allowed_function_after_level))
def container_list(call: Call[AnyParameters]) -> None:
    viewable, groups = user_groups.viewable_condition(call.group)
    containers = call.db.all(
        f"""
        SELECT container_id, container_notes
        FROM vicidial_settings_containers
        WHERE container_type = %s AND {viewable}
        ORDER BY container_id
        """,  # noqa: S608
        call.params.type,
        *groups,
    )
    rows = (
        choose_page.row(
            number, container["container_id"], call.params.comments, choose_page.cell(container["container_notes"])
        )
        for number, container in enumerate(containers, 1)
    )
    headings = (f"{call.translate('Settings Containers')}: <br>{_typed(call)}", call.translate("Container Notes"))
    call.answer.headers |= choose_page.HEADERS
    call.print(choose_page.page(call.translate("close frame"), headings, rows))


def _typed(call: Call[AnyParameters]) -> str:
    # legacy: the type is translated like any other text, so that type Y shows as YES.
    return f"{call.translate(call.params.type)} {call.translate('type')}"
