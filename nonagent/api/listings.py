"""Rows of the database as an answer, with a header on request.

Source: docs/functions/campaigns_list.md and those of the other listings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.parameters import Parameters


class ListingAsked(Parameters):
    """How a listing is to be written down."""

    stage = STAGE
    header = HEADER


def listing(call: Call[ListingAsked], rows: Sequence[Mapping[str, object]]) -> Rows:
    """Write rows down as the parameters ask.

    Parameters: call; rows, at least one, whose columns have the names and the order of the answer.
    Returns: what to show.
    """
    params, columns = call.params, tuple(rows[0])
    lines = [tuple(row.values()) for row in rows]
    return Rows(columns, lines, styles.style(params.stage), columns if params.header == "YES" else None)
