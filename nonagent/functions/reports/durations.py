"""Seconds as the text that reports show. Source: docs/functions/agent_stats_export.md."""

from __future__ import annotations

#: what a time below one second looks like; `0:00` in every other format
NOTHING = {"H": "0:00:00", "HF": "0:00:00", "S": "0"}


def as_text(seconds: int, time_format: str) -> str:
    """A time in the format asked for.

    Parameters: seconds; time_format, `H` or `HF` for `H:MM:SS`, `M` for `MM:SS`, anything else for the seconds.
    Returns: the text; that of no time at all when it is negative.
    """
    if seconds < 1:
        return NOTHING.get(time_format, "0:00")
    minutes, rest = divmod(seconds, 60)
    if time_format == "M":
        return f"{minutes}:{rest:02}"
    if time_format in ("H", "HF"):
        return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
    return str(seconds)
