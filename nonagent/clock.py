"""The web server's clock: one moment a request, in local time, and the offset from GMT VICIdial works with.

Source: docs/time-zones.md.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Moment:
    """One moment as the web server's clock shows it: seconds since 1970, and the zone to read them in."""

    epoch: int
    zone: ZoneInfo | None = None

    @cached_property
    def local(self) -> datetime:
        """The wall clock, aware of its zone."""
        moment = datetime.fromtimestamp(self.epoch, UTC)
        return moment.astimezone(self.zone)

    @cached_property
    def wall(self) -> datetime:
        """The wall clock without its zone, for arithmetic that keeps the time of day."""
        return self.local.replace(tzinfo=None)

    @cached_property
    def text(self) -> str:
        """`YYYY-MM-DD HH:MM:SS`, as it goes into datetime columns."""
        return self.local.strftime("%Y-%m-%d %H:%M:%S")

    @cached_property
    def date(self) -> str:
        """`YYYY-MM-DD`."""
        return self.local.strftime("%Y-%m-%d")

    @cached_property
    def dst(self) -> int:
        """1 while daylight saving is in force in the web server's zone, else 0."""
        if self.zone is None:
            return 1 if time.localtime(self.epoch).tm_isdst > 0 else 0
        return 1 if self.local.dst() else 0

    @property
    def own_offset(self) -> str:
        """The zone's own current offset as `+hhmm`."""
        return self.local.strftime("%z")[:5]

    def later(self, seconds: int) -> Moment:
        """The moment so many seconds later, or earlier when negative, whatever the wall clock does in between."""
        return replace(self, epoch=self.epoch + seconds)


def now(zone: ZoneInfo | None) -> Moment:
    """Read the clock.

    Parameters: zone, to show the moment in; None for the machine's own.
    Returns: this moment, in whole seconds.
    """
    return _moment(int(time.time()), zone)


@lru_cache(maxsize=2)
def _moment(epoch: int, zone: ZoneInfo | None) -> Moment:
    # Shared by the requests of a second, which all want it as text.
    return Moment(epoch, zone)


def leading_number(text: str) -> float:
    """The number a text begins with, as loosely typed callers mean it.

    Parameters: text, as `-5.00` or `+3`.
    Returns: its number, 0 when it begins with none.
    """
    found = re.match(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)", text, re.ASCII)
    return float(found[0]) if found else 0.0


def is_number(text: str) -> bool:
    """Whether a text is a number and nothing else."""
    return re.fullmatch(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*", text, re.ASCII) is not None


def plain(number: float) -> str:
    """A number as VICIdial prints it, without trailing zeros: `-4`, `6.5`."""
    return f"{number:.14g}"


def local_offset(server_gmt: str | None, moment: Moment) -> float:
    """LOCAL: the GMT offset of the dialer, daylight saving included.

    Parameters: server_gmt, local_gmt of the first active server, None when no server is active; moment, the clock.
    Returns: hours.
    Source: docs/time-zones.md.
    """
    if server_gmt is None:
        # legacy: hours and minutes read as one number, so +0530 is 5.3.
        return float(moment.own_offset) / 100
    return leading_number(server_gmt) + moment.dst
