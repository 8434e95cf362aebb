"""Shows a page of the settings containers of one type to choose one from.

Source: docs/functions/container_list.md
"""

from __future__ import annotations

from nonagent.api.answers import BLANK
from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.functions.system import choose_page
from nonagent.functions.system.choose_page import ChooseAsked
from nonagent.rules.people.user_groups import viewable


class Asked(ChooseAsked):
    """What container_list is asked with."""

    type = parameter("The type of the containers.", required=True)


def container_type(call: Call[Asked]) -> None:
    """A type of container is named."""
    if not call.params.type:
        raise call.refusal("NO CONTAINER TYPE DEFINED", logged=(), type=BLANK, end=BLANK)


@function("container_list", gates=(container_type, allowed_function_after_level))
def container_list(call: Call[Asked]) -> None:
    containers = call.db.all(
        """
        SELECT container_id, container_notes
        FROM vicidial_settings_containers
        WHERE container_type = %s AND %s
        ORDER BY container_id
        """,
        call.params.type, viewable(call.group),
    )  # fmt: skip
    rows = (
        choose_page.row(
            number, container["container_id"], call.params.comments, choose_page.cell(container["container_notes"])
        )
        for number, container in enumerate(containers, 1)
    )
    headings = (f"{call.translate('Settings Containers')}: <br>{_typed(call)}", call.translate("Container Notes"))
    call.show(choose_page.page(call, headings, rows))


def _typed(call: Call[Asked]) -> str:
    # legacy: the type is translated like any other text, so that type Y shows as YES.
    return f"{call.translate(call.params.type)} {call.translate('type')}"
