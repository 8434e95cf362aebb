"""Parameters that many functions read alike: declared once, and named in a function's class."""

from __future__ import annotations

import sys

from nonagent.api.parameters import Parameters, flag, parameter

#: the most bytes of a parameter that only has a least
UNLIMITED = sys.maxsize

STAGE = parameter("What stands between fields: `csv` a comma, `tab` a tab, anything else `|`.",
                  values=("csv", "tab", "pipe"))  # fmt: skip
STAGE_WITH_NEWLINE = parameter(
    "What stands between fields: `csv` a comma, `tab` a tab, `newline` a line feed, anything else `|`.",
    values=("csv", "tab", "pipe", "newline"),
)
HEADER = flag("Puts a line with the names of the columns first.", "YES")
ARCHIVED_LEAD = flag("Looks in vicidial_list_archive in place of vicidial_list.")
LIST_EXISTS_CHECK = parameter("Refuses a list that is not defined, where the value holds a `Y` or `y` anywhere.")
CUSTOM_FIELDS = flag("Takes the list's custom fields along.")


class PhoneNumber(Parameters):
    """A phone number, and the parts of it that North American rules look at."""

    phone_number = parameter("The phone number, digits only, without the country's code.")

    @property
    def area_code(self) -> str:
        """The first three characters of phone_number."""
        return self.phone_number[:3]

    @property
    def prefix(self) -> str:
        """Characters four to six of phone_number."""
        return self.phone_number[3:6]
