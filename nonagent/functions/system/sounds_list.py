"""Lists the audio files of the audio store, as text, as links, or as a page to choose one from.

Source: docs/functions/sounds_list.md
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass

from nonagent.api.answers import BLANK, REFUSAL, Page, Rows, Style
from nonagent.api.call import Call
from nonagent.api.gates import allowed_function_after_level, central_sound_control
from nonagent.api.parameters import parameter
from nonagent.api.registry import function
from nonagent.clock import Moment
from nonagent.functions.system import audio_store, choose_page
from nonagent.functions.system.audio_store import Sound
from nonagent.functions.system.choose_page import ChooseAsked
from nonagent.rules.pages.html import in_attribute, in_text

#: who may download files that Asterisk cannot play
DOWNLOAD_LEVEL = 9

FORMATS = ("tab", "link", "selectframe")
COLUMNS = ("index", "name", "date", "size", "epoch")
log = logging.getLogger("nonagent.functions")


class Asked(ChooseAsked):
    """What sounds_list is asked with."""

    format = parameter("How they are listed: as text, as links, as a page; several of these words may be in it.",
                       values=FORMATS)  # fmt: skip
    stage = parameter("What they are sorted by; nothing is listed without it.", values=("date", "name", "size"))


@function("sounds_list", gates=(allowed_function_after_level, central_sound_control))
def sounds_list(call: Call[Asked]) -> None:
    folder = _folder(call)
    sounds = _read(call, folder)
    order = audio_store.order(call.params.stage)
    formats = [word for word in FORMATS if word in call.params.format.lower()]
    if not order or not formats:
        return

    sounds = sorted(audio_store.settled(folder, sounds, call.now), key=order)
    numbered = [*enumerate(sounds)]
    if formats == ["tab"]:
        call.show(_rows(call, numbered))
        return
    page = _page(call) if "selectframe" in formats and sounds else None
    # legacy: of several formats each sound has all of them before the next one.
    for index, sound in numbered:
        if "tab" in formats:
            call.show(_rows(call, [(index, sound)]))
        if "link" in formats:
            call.show(Page(_link(call, sound)))
        if page:
            call.show(choose_page.piece(("" if index else page.opening) + _row(call, page, index + 1, sound)))
    if page:
        call.show(choose_page.piece(choose_page.CLOSING))


@dataclass(frozen=True)
class _Page:
    """What the rows of the page share."""

    opening: str
    play: str
    bad_format: str
    #: names that the store's check found to be no good
    bad: frozenset[str]
    may_download_bad: bool


def _folder(call: Call) -> str:
    return call.settings.sounds_folder or f"{call.settings.web_root}/{call.system['sounds_web_directory']}"


def _read(call: Call, folder: str) -> list[Sound]:
    try:
        # safer: nothing beside or above the web root is listed.
        if ".." not in folder.split("/"):
            return audio_store.read(folder)
    except (OSError, ValueError) as error:
        log.warning("audio store: %s", error)
    raise call.error(
        "audio store web directory does not exist", form=REFUSAL, by="", logged=(1,),
        function=call.function, folder=folder, end=BLANK,
    )  # fmt: skip


def _rows(call: Call, numbered: Iterable[tuple[int, Sound]]) -> Rows:
    rows = [(index, sound.name, _date(call, sound), sound.size, sound.written) for index, sound in numbered]
    return Rows(COLUMNS, rows, Style("\t"))


def _date(call: Call, sound: Sound) -> str:
    # legacy: with a dot behind it.
    return Moment(sound.written, call.now.zone).text + "."


def _path(call: Call, sound: Sound) -> str:
    """The file's place on a web server of the dialer."""
    above, slash, _ = call.system["admin_web_directory"].rpartition("/")
    return in_attribute(f"{above}{slash}{call.system['sounds_web_directory']}/{sound.name}")


def _link(call: Call, sound: Sound) -> str:
    server = call.system["sounds_web_server"]
    if not re.match("https?:", server, re.IGNORECASE):
        server = "http://" + server
    return f'<a href="{in_attribute(server)}/{_path(call, sound)}">{in_text(sound.name)}</a><br>\n'


def _page(call: Call[Asked]) -> _Page:
    return _Page(
        opening=choose_page.opening(call) + _headings(call),
        play=in_text(call.translate("PLAY")),
        bad_format=in_text(call.translate("BAD WAV FORMAT")),
        bad=frozenset(
            row["audio_filename"]
            for row in call.db.all("SELECT audio_filename FROM audio_store_details WHERE wav_asterisk_valid = 'BAD'")
        ),
        may_download_bad=call.user.holds("download_invalid_files") and call.user.level >= DOWNLOAD_LEVEL,
    )


def _headings(call: Call[Asked]) -> str:
    # legacy: the links carry the password; they go to its owner.
    again = (
        f"/vicidial/non_agent_api.php?source=admin&function=sounds_list&user={call.params.user}"
        f"&pass={call.params.password}&format=selectframe&comments={_in_query(call.params.comments)}&stage="
    )
    sorting = "".join(
        f'<td><a href="{again}{stage}"><font color=black>{in_text(call.translate(stage_name))}</td>\n'
        for stage, stage_name in (("name", "FILENAME"), ("date", "DATE"), ("size", "SIZE"))
    )
    return f"<td>#</td>\n{sorting}<td>{in_text(call.translate('PLAY'))}</td>\n</tr>\n"


def _in_query(value: str) -> str:
    # safer: a field's name could add parameters of its own.
    return in_attribute(value.replace("%", "%25").replace("&", "%26"))


def _row(call: Call[Asked], page: _Page, number: int, sound: Sound) -> str:
    name = in_text(sound.name)
    link = f'<a href="{in_attribute(call.origin)}/{_path(call, sound)}" target="_blank">'
    play = f'{link}<font size=1 face="Arial,Helvetica">{page.play}</a>'
    if sound.name.endswith(".wav") and sound.name in page.bad:
        name = f"<font color=red><b>{name} &nbsp; &nbsp; {page.bad_format}</b></font>"
        if not page.may_download_bad:
            play = f'<DEL><font size=1 face="Arial,Helvetica">{page.play}</DEL>'
    choose = choose_page.choose(sound.prompt, call.params.comments)
    return (
        f'<tr><td><font size=1 face="Arial,Helvetica">{number}</td>\n'
        f'<td><a href="{choose}"><font size=1 face="Arial,Helvetica">{name}</a></td>\n'
        f'<td><font size=1 face="Arial,Helvetica">{_date(call, sound)}</td>\n'
        f'<td><font size=1 face="Arial,Helvetica">{sound.size}</td>\n'
        f"<td>{play}</td></tr>\n"
    )
