"""Shows a page of the voicemail boxes, then of the phones, to choose a box from.

Source: spec/vm_list.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level
from nonagent.api.parameters import AnyParameters
from nonagent.api.registry import function
from nonagent.database import Row
from nonagent.rules.pages import choose_page
from nonagent.rules.people import user_groups


@function("vm_list", gates=(allowed_function_after_level,))
def vm_list(call: Call[AnyParameters]) -> None:
    rows = [*_rows(call, _voicemail_boxes(call)), *_rows(call, _phones(call))]
    headings = map(call.translate, ("Voicemail Boxes", "Name", "Email"))
    call.answer.headers |= choose_page.HEADERS
    call.print(choose_page.page(call.translate("close frame"), headings, rows))


def _voicemail_boxes(call: Call[AnyParameters]) -> list[Row]:
    viewable, groups = user_groups.viewable_condition(call.group)
    return call.db.all(
        f"""
        SELECT voicemail_id, fullname AS name, email
        FROM vicidial_voicemail
        WHERE active = 'Y' AND {viewable}
        ORDER BY voicemail_id
        """,  # noqa: S608
        *groups,
    )


def _phones(call: Call[AnyParameters]) -> list[Row]:
    viewable, groups = user_groups.viewable_condition(call.group)
    return call.db.all(
        f"""
        SELECT voicemail_id, CONCAT(IFNULL(extension, ''), ' - ', IFNULL(fullname, '')) AS name, email
        FROM phones
        WHERE active = 'Y' AND {viewable}
        ORDER BY voicemail_id
        """,  # noqa: S608
        *groups,
    )


def _rows(call: Call[AnyParameters], boxes: list[Row]) -> list[str]:
    # legacy: the numbers begin again with the phones.
    return [
        choose_page.row(
            number, box["voicemail_id"], call.params.comments,
            choose_page.cell(box["name"]), choose_page.cell(box["email"]),
        )
        for number, box in enumerate(boxes, 1)
    ]  # fmt: skip
