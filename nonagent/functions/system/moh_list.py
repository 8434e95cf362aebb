"""Shows a page of the music-on-hold classes and their files to choose a class from.

Source: docs/functions/moh_list.md
"""

from __future__ import annotations

from collections import defaultdict

from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level, central_sound_control
from nonagent.api.registry import function
from nonagent.functions.system import choose_page
from nonagent.functions.system.choose_page import ChooseAsked
from nonagent.rules.pages.html import in_text
from nonagent.rules.people.user_groups import viewable


class Asked(ChooseAsked):
    """What moh_list is asked with."""


@function("moh_list", gates=(allowed_function_after_level, central_sound_control))
def moh_list(call: Call[Asked]) -> None:
    classes = call.db.all(
        """
        SELECT moh_id, moh_name, random
        FROM vicidial_music_on_hold
        WHERE active = 'Y' AND %s
        ORDER BY moh_id
        """,
        viewable(call.group),
    )
    files = _files(call)
    rows = (
        choose_page.row(
            number, music["moh_id"], call.params.comments,
            choose_page.cell(music["moh_name"]), choose_page.cell(music["random"]),
        )
        + _files_row(number, files[music["moh_id"]])
        for number, music in enumerate(classes, 1)
    )  # fmt: skip
    headings = map(call.translate, ("Music On Hold Class", "Name", "Random"))
    call.show(choose_page.page(call, headings, rows))


def _files(call: Call) -> dict[str, list[str]]:
    # In the order of the table: files are read first, and the rank with them, since the index is sorted by name.
    rows = call.db.all(
        """
        SELECT STRAIGHT_JOIN class.moh_id, file.filename, file.`rank`
        FROM vicidial_music_on_hold_files AS file
        JOIN vicidial_music_on_hold AS class ON class.moh_id = file.moh_id
        WHERE class.active = 'Y'
        """
    )
    files = defaultdict(list)
    for row in rows:
        files[row["moh_id"]].append(row["filename"])
    return files


def _files_row(number: int, files: list[str]) -> str:
    names = "".join(f"{in_text(name)} &nbsp; " for name in files)
    return (
        f"<tr {choose_page.colour(number)}>"
        '<td colspan=2 width=100><font size=1 face="Arial,Helvetica">&nbsp;</td>\n'
        '<td colspan=3 width=590><font size=2 face="Arial,Helvetica">Files: </font>'
        f'<font size=1 face="Arial,Helvetica">{names}</td></tr>\n'
    )
