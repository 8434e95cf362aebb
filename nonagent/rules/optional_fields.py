"""The optional fields of the functions that add and update: a table of what each is called, and what it may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Accepts = Callable[[str], bool]


@dataclass(frozen=True)
class Field:
    """One optional field: its parameter, what is said of a value that is not accepted, and the column it goes to."""

    parameter: str
    complaint: str
    accepts: Accepts
    column: str
    #: a value that is stored as blank, since a blank parameter leaves the column as it is
    blank: str = ""
    #: the function that the complaint names, where that is not the one called
    function: str = ""

    def stored(self, value: str) -> str:
        """What goes into the column. Parameters: value, accepted. Returns: it, or blank for the word that says so."""
        return "" if value == self.blank else value


def among(*values: str) -> Accepts:
    """Make the check that a value is one of several, letter for letter."""
    return frozenset(values).__contains__


def sized(least: int, most: int) -> Accepts:
    """Make the check of a value's length in bytes. Parameters: least and most, both allowed."""
    return lambda value: least <= len(value.encode("utf8", "surrogateescape")) <= most


def numbered(least: int, most: int) -> Accepts:
    """Make the check of a value of digits by its number, however many. Parameters: least and most, both allowed."""
    return lambda value: least <= float(value) <= most
