"""The settings of a list that add_list and update_list take: what they may be, and where they are stored.

Source: docs/functions/add_list.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote_plus

from nonagent.api.call import Call
from nonagent.api.optional_fields import OptionalField as Field
from nonagent.api.parameters import Parameters, parameter, size
from nonagent.database import Sql
from nonagent.rules.words import BLANK

TIME_ZONE_METHODS = ("COUNTRY_AND_AREA_CODE", "POSTAL_CODE", "NANPA_PREFIX", "OWNER_TIME_ZONE_CODE")
#: the local call time that stands for the campaign's own
OF_CAMPAIGN = "campaign"
TRANSFERS = {"one": "a", "two": "b", "three": "c", "four": "d", "five": "e"}
SHORTEST_RESET_TIME = 4
#: a shorter expiration date is taken for none
SHORTEST_DATE = 10

ENCODED = "%3A%2F%2F"


class ListSettings(Parameters):
    """The settings, each left as it is, or as a new list has it, unless it is given."""

    script = parameter("The script that agents see, in place of the campaign's.")
    drop_inbound_group = parameter("The in-group that dropped calls go to, in place of the campaign's.")
    reset_time = parameter("The times at which the leads are reset every day, as `0900-1300`: 4 characters or more.")
    expiration_date = parameter("The last day that leads are dialled, `YYYY-MM-DD`; a shorter text counts as none.")
    web_form_address = parameter("The address of the web form, in place of the campaign's.")
    web_form_address_two = parameter("The address of the second web form, in place of the campaign's.")
    web_form_address_three = parameter("The address of the third web form, in place of the campaign's.")
    list_description = parameter("A remark on the list.")
    tz_method = parameter("What a lead's time zone is found by.", values=TIME_ZONE_METHODS)
    local_call_time = parameter("The call time within which leads are dialled; `campaign` for the campaign's.")
    xferconf_one = parameter("The first transfer number, in place of the campaign's.", length=(1, 50))
    xferconf_two = parameter("The second transfer number, in place of the campaign's.", length=(1, 50))
    xferconf_three = parameter("The third transfer number, in place of the campaign's.", length=(1, 50))
    xferconf_four = parameter("The fourth transfer number, in place of the campaign's.", length=(1, 50))
    xferconf_five = parameter("The fifth transfer number, in place of the campaign's.", length=(1, 50))


@dataclass(frozen=True)
class WebForm(Field):
    """A web form address. A client that encodes it twice means the decoded one."""

    def stored(self, value: str) -> str:
        """What goes into the column: decoded, a quote or backslash in it being a character like others."""
        if value == self.blank or ENCODED not in value:
            return super().stored(value)
        return unquote_plus(value, errors="surrogateescape").replace(" ", "+")


TEXTS = (
    Field(ListSettings.list_description, "", "list_description", blank=BLANK),
    WebForm(ListSettings.web_form_address, "", "web_form_address", blank=BLANK),
    WebForm(ListSettings.web_form_address_two, "", "web_form_address_two", blank=BLANK),
    WebForm(ListSettings.web_form_address_three, "", "web_form_address_three", blank=BLANK),
)

RESET_TIME = Field(
    ListSettings.reset_time, "RESET TIME IS NOT VALID", "reset_time", lambda value: len(value) >= SHORTEST_RESET_TIME
)


def references(call: Call[ListSettings]) -> Sql:
    """Whether what the settings refer to is there, as columns of one row.

    Parameters: call.
    Returns: the columns, for a SELECT.
    """
    params = call.params
    return Sql(
        """
          EXISTS (SELECT 1 FROM vicidial_scripts WHERE script_id = %s) AS script_exists,
          EXISTS (SELECT 1 FROM vicidial_inbound_groups WHERE group_id = %s) AS in_group_exists,
          EXISTS (SELECT 1 FROM vicidial_call_times WHERE call_time_id = %s) AS call_time_exists
        """,
        params.script, params.drop_inbound_group, params.local_call_time,
    )  # fmt: skip


def exists(found: Mapping[str, str], what: str, unless: str = "") -> Callable[[str], bool]:
    """Make the check that what a value names is there.

    Parameters: found, a row of references; what, as `script`; unless, a word that needs no check.
    Returns: the check.
    """
    return lambda value: value == unless or found[f"{what}_exists"] == "1"


def script_and_in_group(found: Mapping[str, str], blank: str = "") -> tuple[Field, ...]:
    """Script and drop in-group. Parameters: found, a row of references; blank, the word that empties either."""
    own = ListSettings
    return (
        Field(
            own.script, "SCRIPT DOES NOT EXIST", "agent_script_override", exists(found, "script", blank), blank
        ),
        Field(
            own.drop_inbound_group, "IN-GROUP DOES NOT EXIST", "drop_inbound_group_override",
            exists(found, "in_group", blank), blank,
        ),
    )  # fmt: skip


def times_and_transfers(found: Mapping[str, str], blank: str = "") -> tuple[Field, ...]:
    """Time zone method, call time, transfer numbers. Parameters: found, of references; blank, empties a number."""
    own = ListSettings
    return (
        Field(own.tz_method, "TIME ZONE METHOD IS NOT VALID", "time_zone_setting"),
        Field(
            own.local_call_time, "LOCAL CALL TIME DOES NOT EXIST", "local_call_time",
            exists(found, "call_time", OF_CAMPAIGN),
        ),
        *(
            Field(
                own.declared[f"xferconf_{place}"], f"TRANSFER CONF OVERRIDE {place.upper()} IS NOT VALID",
                f"xferconf_{letter}_number", blank=blank,
            )
            for place, letter in TRANSFERS.items()
        ),
    )  # fmt: skip


def expiration_date(call: Call[ListSettings]) -> str:
    """The expiration date that is asked for, blank for none. Parameters: call."""
    value = call.params.expiration_date
    return value if size(value) >= SHORTEST_DATE else ""
