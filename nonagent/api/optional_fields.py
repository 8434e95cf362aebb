"""The optional fields of the functions that add and update: checked one after the other, then ready to be written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nonagent.api.answers import REFUSAL
from nonagent.api.call import Call
from nonagent.api.parameters import Parameter

OPTIONAL = ", THIS IS AN OPTIONAL FIELD"


@dataclass(frozen=True)
class OptionalField:
    """One optional field: its parameter, what is said of a value that is not accepted, and the column it goes to."""

    parameter: Parameter
    complaint: str
    column: str
    #: where what is accepted depends on more than the parameter's own declaration
    accepts: Callable[[str], bool] | None = None
    #: a value that is stored as blank, since a blank parameter leaves the column as it is
    blank: str = ""
    #: the function that the complaint names, where that is not the one called
    function: str = ""

    def takes(self, value: str) -> bool:
        """Whether a value may be stored. Parameters: value, not blank."""
        return (self.accepts or self.parameter.accepts)(value)

    def stored(self, value: str) -> str:
        """What goes into the column. Parameters: value, accepted. Returns: it, or blank for the word that says so."""
        return "" if value == self.blank else value


def changes(call: Call, fields: Iterable[OptionalField], ending: str = OPTIONAL) -> dict[str, str]:
    """Check the fields that a request gives.

    Parameters: call; fields, in the order they are checked; ending, of each complaint.
    Returns: the new values by column, of the fields given.
    Raises: Stop, answered, at the first that is not accepted.
    """
    found = {}
    for field in fields:
        attribute = field.parameter.attribute
        value = call.params.value(attribute)
        if value == "":
            continue
        if not field.takes(value):
            reason = f"{field.complaint}{ending}"
            raise call.error(reason, form=REFUSAL, by=field.function or call.function, **{attribute: value})
        found[field.column] = field.stored(value)
    return found
