"""Shows a page of the voicemail boxes, then of the phones, to choose a box from.

Source: docs/functions/vm_list.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level
from nonagent.api.registry import function
from nonagent.database import Row
from nonagent.functions.system import choose_page
from nonagent.functions.system.choose_page import ChooseAsked
from nonagent.rules.people.user_groups import viewable


class Asked(ChooseAsked):
    """What vm_list is asked with."""


@function("vm_list", gates=(allowed_function_after_level,))
def vm_list(call: Call[Asked]) -> None:
    rows = [*_rows(call, _voicemail_boxes(call)), *_rows(call, _phones(call))]
    headings = map(call.translate, ("Voicemail Boxes", "Name", "Email"))
    call.show(choose_page.page(call, headings, rows))


def _voicemail_boxes(call: Call) -> list[Row]:
    return call.db.all(
        """
        SELECT voicemail_id, fullname AS name, email
        FROM vicidial_voicemail
        WHERE active = 'Y' AND %s
        ORDER BY voicemail_id
        """,
        viewable(call.group),
    )


def _phones(call: Call) -> list[Row]:
    return call.db.all(
        """
        SELECT voicemail_id, CONCAT(IFNULL(extension, ''), ' - ', IFNULL(fullname, '')) AS name, email
        FROM phones
        WHERE active = 'Y' AND %s
        ORDER BY voicemail_id
        """,
        viewable(call.group),
    )


def _rows(call: Call[Asked], boxes: list[Row]) -> list[str]:
    # legacy: the numbers begin again with the phones.
    return [
        choose_page.row(
            number, box["voicemail_id"], call.params.comments,
            choose_page.cell(box["name"]), choose_page.cell(box["email"]),
        )
        for number, box in enumerate(boxes, 1)
    ]  # fmt: skip
