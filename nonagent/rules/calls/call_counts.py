"""What the call count reports ask for: lists of names, and a period.

Source: docs/functions/call_status_stats.md and docs/functions/call_dispo_report.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from nonagent.database import ALWAYS, Sql, listed

EVERYTHING = "---ALL---"
NOT_GIVEN = ("", "0")


def names(text: str) -> list[str]:
    """The names in a text, separated by dashes, each once; a blank text holds the blank name."""
    return list(dict.fromkeys(text.split("-")))


def names_or_all(text: str, keyword: str) -> list[str] | None:
    """The same for lists that know a word for everything.

    Parameters: text; keyword, the name that stands for everything, as `---ALL---` does anywhere.
    Returns: the names, None for everything.
    """
    found = names(text)
    return None if EVERYTHING in text or keyword in found else found


def among(column: Sql, wanted: Sequence[str] | None) -> Sql:
    """A condition. Parameters: column; wanted, its values, None for any. Returns: that it holds one of them."""
    # An empty list matches the blank name alone.
    return ALWAYS if wanted is None else Sql("%s IN (%s)", column, listed(wanted or [""]))


def period(today: str, query_date: str, query_time: str, end_date: str, end_time: str) -> tuple[str, str]:
    """The first and the last second that are counted.

    Parameters: today, `YYYY-MM-DD`; the four parameters of that name.
    Returns: two texts to compare a datetime column with; whether they are dates is not checked.
    """
    first = today if query_date in NOT_GIVEN else query_date
    last = first if end_date in NOT_GIVEN else end_date
    begin = "00:00:00" if query_time in NOT_GIVEN else query_time
    end = "23:59:59" if end_time in NOT_GIVEN else end_time
    return f"{first} {begin}", f"{last} {end}"
