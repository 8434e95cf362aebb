"""Shows version, build, clock and time zone of the API.

Source: docs/functions/version.md
"""

from __future__ import annotations

from nonagent.api.answers import Labelled
from nonagent.api.call import Call
from nonagent.api.parameters import Parameters
from nonagent.api.registry import function
from nonagent.clock import is_number, plain

#: the build whose answers are given here; integrations check it before they use newer functions
VERSION = "2.14-202"
BUILD = "250720-1841"


@function("version", needs_login=False)
def version(call: Call[Parameters]) -> None:
    now = call.now
    zone = call.server_gmt or ""
    shown = Labelled({
        "VERSION": VERSION, "BUILD": BUILD, "DATE": now.text, "EPOCH": now.epoch, "DST": now.dst,
        "TZ": zone, "TZNOW": _zone_now(call, zone),
    })  # fmt: skip
    call.show(shown)
    call.log("SUCCESS", "", shown)


def _zone_now(call: Call, zone: str) -> str:
    if call.server_gmt is None:
        return plain(call.local_offset)
    if not call.now.dst or (zone and not is_number(zone)):
        return zone
    return plain(call.local_offset)
