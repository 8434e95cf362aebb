"""The settings of a list that add_list and update_list take: what they may be, and where they are stored.

Source: spec/add_list.md, "Parameters" and "Processing".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote_plus

from nonagent.database import Value
from nonagent.rules.optional_fields import Accepts, Field, among, sized
from nonagent.rules.words import BLANK

TIME_ZONE_METHODS = ("COUNTRY_AND_AREA_CODE", "POSTAL_CODE", "NANPA_PREFIX", "OWNER_TIME_ZONE_CODE")
#: the local call time that stands for the campaign's own
OF_CAMPAIGN = "campaign"
TRANSFERS = {"one": "a", "two": "b", "three": "c", "four": "d", "five": "e"}

ENCODED = "%3A%2F%2F"

# One row: whether what a list refers to is there.
REFERENCES = """
  EXISTS (SELECT 1 FROM vicidial_scripts WHERE script_id = %s) AS script_exists,
  EXISTS (SELECT 1 FROM vicidial_inbound_groups WHERE group_id = %s) AS in_group_exists,
  EXISTS (SELECT 1 FROM vicidial_call_times WHERE call_time_id = %s) AS call_time_exists
"""


def references(script: str, in_group: str, call_time: str) -> list[Value]:
    """The values that REFERENCES binds, in order. Parameters: script, in_group and call_time, ids as given."""
    return [script, in_group, call_time]


@dataclass(frozen=True)
class WebForm(Field):
    """A web form address. A client that encodes it twice means the decoded one."""

    def stored(self, value: str) -> str:
        """What goes into the column: decoded, a quote or backslash in it being a character like others."""
        if value == self.blank or ENCODED not in value:
            return super().stored(value)
        return unquote_plus(value, errors="surrogateescape").replace(" ", "+")


def anything(value: str) -> bool:
    """The check of a setting that is not checked."""
    return True


def exists(found: Mapping[str, str], what: str, unless: str = "") -> Accepts:
    """Make the check that what a value names is there.

    Parameters: found, a row of REFERENCES; what, as `script`; unless, a word that needs no check.
    Returns: the check.
    """
    return lambda value: value == unless or found[f"{what}_exists"] == "1"


TEXTS = (
    Field("list_description", "", anything, "list_description", BLANK),
    WebForm("web_form_address", "", anything, "web_form_address", BLANK),
    WebForm("web_form_address_two", "", anything, "web_form_address_two", BLANK),
    WebForm("web_form_address_three", "", anything, "web_form_address_three", BLANK),
)

RESET_TIME = Field("reset_time", "RESET TIME IS NOT VALID", lambda value: len(value) >= 4, "reset_time")


def script_and_in_group(found: Mapping[str, str], blank: str = "") -> tuple[Field, ...]:
    """Script and drop in-group. Parameters: found, a row of REFERENCES; blank, the word that empties either."""
    return (
        Field("script", "SCRIPT DOES NOT EXIST", exists(found, "script", blank), "agent_script_override", blank),
        Field(
            "drop_inbound_group", "IN-GROUP DOES NOT EXIST", exists(found, "in_group", blank),
            "drop_inbound_group_override", blank,
        ),
    )  # fmt: skip


def times_and_transfers(found: Mapping[str, str], blank: str = "") -> tuple[Field, ...]:
    """Time zone method, call time, transfer numbers. Parameters: found, of REFERENCES; blank, empties a number."""
    return (
        Field("tz_method", "TIME ZONE METHOD IS NOT VALID", among(*TIME_ZONE_METHODS), "time_zone_setting"),
        Field(
            "local_call_time", "LOCAL CALL TIME DOES NOT EXIST", exists(found, "call_time", OF_CAMPAIGN),
            "local_call_time",
        ),
        *(
            Field(
                f"xferconf_{place}", f"TRANSFER CONF OVERRIDE {place.upper()} IS NOT VALID", sized(1, 50),
                f"xferconf_{letter}_number", blank,
            )
            for place, letter in TRANSFERS.items()
        ),
    )  # fmt: skip
