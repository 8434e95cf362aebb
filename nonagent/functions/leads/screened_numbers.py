"""Numbers that are not to be called, or not taken: what the functions that add and remove them are asked with.

Source: docs/functions/add_dnc_phone.md, docs/functions/add_fpg_phone.md
"""

from __future__ import annotations

from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.parameters import Parameters, parameter


class ScreenedNumber(Parameters):
    """The number."""

    phone_number = parameter("The phone number to add or remove, of digits and commas.", required=True,
                             length=(6, UNLIMITED))  # fmt: skip


class DncNumber(ScreenedNumber):
    """A number of a do-not-call list."""

    campaign_id = parameter(
        "The campaign whose list is meant, whether it exists or not; `SYSTEM_INTERNAL` for the system's own list.",
        required=True, length=(1, UNLIMITED),
    )  # fmt: skip


class FilterNumber(ScreenedNumber):
    """A number of a filter phone group."""

    group = parameter("The filter phone group, which must exist.", required=True, length=(1, UNLIMITED))
