"""The API's parameters, cleaned: every character outside a parameter's own set is dropped before all else.

The sets are data: parameters.tsv beside this file. Source: spec/common.md section 3.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol

EVERYTHING_EXCEPT = "everything except "
UNICODE_LETTERS = "Unicode letters"
WHOLE = "---ALL---"


class Array(str):
    """A value sent under a name that ends in `[...]`. It counts as missing; custom fields store it as `Array`."""

    __slots__ = ()


class Given(Protocol):
    """What a request carries, however it came in."""

    def names(self) -> Iterable[str]:
        """Every name that was sent."""
        ...

    def raw(self, name: str) -> str | None:
        """The value as sent. Parameters: name. Returns: it, an Array for an array, None when it was not sent."""
        ...

    def query_text(self) -> str:
        """All of it as one text, as the API log keeps it."""
        ...


def size(value: str) -> int:
    """A value's length as the API counts it, in bytes."""
    return len(value) if value.isascii() else len(value.encode("utf8", "surrogateescape"))


@dataclass(frozen=True)
class Kept:
    """The characters that a parameter keeps: those named, or all but those named; and perhaps Unicode letters."""

    characters: frozenset[str]
    all_but: bool = False
    letters: bool = False

    def clean(self, value: str) -> str:
        """Drop what is not kept. Parameters: value, as sent. Returns: what is left of it."""
        # Most values lose nothing.
        if self.all_but:
            if self.characters.isdisjoint(value):
                return value
            return "".join(char for char in value if char not in self.characters)
        if self.characters.issuperset(value):
            return value
        return "".join(
            char
            for char in value
            if char in self.characters
            or (self.letters and char > "\x7f" and unicodedata.category(char).startswith("L"))
        )


@dataclass(frozen=True)
class Parameter:
    """One row of parameters.tsv."""

    name: str
    latin: Kept
    unicode: Kept
    plus_to_space: bool
    blank_if_invalid: bool

    def clean(self, value: str, use_non_latin: bool) -> str:
        """Clean one value.

        Parameters: value, as sent; use_non_latin, of system_settings.
        Returns: the cleaned value.
        """
        if use_non_latin and self.blank_if_invalid and _invalid(value):
            return ""
        if self.plus_to_space:
            value = value.replace("+", " ")
        return (self.unicode if use_non_latin else self.latin).clean(value)


@cache
def table() -> dict[str, Parameter]:
    """Every parameter by name, read once from parameters.tsv."""
    lines = resources.files("nonagent.api").joinpath("parameters.tsv").read_text("utf8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return {
        name: Parameter(name, _kept(latin), _kept(both), plus == "Y", "not valid UTF-8 becomes blank" in notes)
        for name, latin, both, plus, notes in rows
    }


class Parameters:
    """The cleaned parameters of one request, as attributes: `params.phone_number`. A missing one is blank."""

    def __init__(self, given: Given, use_non_latin: bool) -> None:
        """Parameters: given, what the request carries; use_non_latin, of system_settings."""
        # Most are not sent: those are plain attributes from the start.
        self.__dict__ = _blanks().copy()
        for name in given.names():
            self.__dict__.pop(name, None)
        self._given = given
        self._use_non_latin = use_non_latin

    def __getattr__(self, name: str) -> str:
        # Asked once for each that was sent: then it is an attribute like any other.
        if name.startswith("_") or name not in table():
            raise AttributeError(f"no such parameter: {name}")
        value = self.__dict__[name] = self._clean(name)
        return value

    def raw(self, name: str) -> str | None:
        """A value as sent, for parameters that have no fixed name (custom fields).

        Parameters: name of the parameter.
        Returns: the value, `Array` for an array, None when it was not sent.
        """
        return self._given.raw(name)

    def replace(self, name: str, value: str) -> None:
        """Give a parameter another value from here on, in the API log too. Parameters: name; value, as cleaned."""
        self.__dict__[name] = value

    @property
    def query_text(self) -> str:
        """Query string and form as one text, see Intake.query_text."""
        return self._given.query_text()

    def _clean(self, name: str) -> str:
        derive = DERIVED.get(name)
        cleaned = self._plain(name)
        return derive(self, cleaned) if derive else cleaned

    def _plain(self, name: str) -> str:
        value = self._given.raw(name)
        if not value or isinstance(value, Array):
            return ""
        if name in KEEPS_WHOLE and value == WHOLE:
            return value
        if name == "field_options" and self.field_type == "SCRIPT":
            return _with(table()[name], "&'").clean(value, self._use_non_latin)
        return table()[name].clean(value, self._use_non_latin)

    @property
    def password(self) -> str:
        """The parameter `pass`, which is a word of Python's own."""
        return str(getattr(self, "pass"))

    @property
    def area_code(self) -> str:
        """The first three characters of phone_number."""
        return self.phone_number[:3]

    @property
    def prefix(self) -> str:
        """Characters four to six of phone_number."""
        return self.phone_number[3:6]


KEEPS_WHOLE = {"outbound_cid", "areacode"}


def _hopper_priority(_: Parameters, value: str) -> str:
    if not value:
        return "0"
    if re.fullmatch(r"-?[0-9]+", value):
        number = float(value)
        return "-99" if number < -99 else "99" if number > 99 else value
    # legacy: what is no number is compared as text; a caller that sends --5 gets -99.
    return "-99" if value < "-99" else "99" if value > "99" else value


DERIVED: dict[str, Callable[[Parameters, str], str]] = {
    "hopper_priority": _hopper_priority,
    "add_to_hopper": lambda params, value: "N" if params.remove_from_hopper == "Y" else value,
    "archived_lead": lambda _, value: "Y" if value == "Y" else "N",
}


@cache
def _blanks() -> dict[str, str]:
    return dict.fromkeys(table().keys() - DERIVED.keys(), "")


def _kept(words: str) -> Kept:
    if words.startswith(EVERYTHING_EXCEPT):
        return Kept(frozenset(words.removeprefix(EVERYTHING_EXCEPT).split(" ")), all_but=True)
    letters = UNICODE_LETTERS in words
    characters: set[str] = set()
    for word in words.replace(UNICODE_LETTERS, "").split():
        if re.fullmatch(r"\w-\w", word):
            characters.update(map(chr, range(ord(word[0]), ord(word[2]) + 1)))
        else:
            characters.add({"SPACE": " ", "NEWLINE": "\n"}.get(word, word))
    return Kept(frozenset(characters), letters=letters)


def _with(parameter: Parameter, more: str) -> Parameter:
    latin = Kept(parameter.latin.characters | set(more))
    both = Kept(parameter.unicode.characters | set(more), letters=parameter.unicode.letters)
    return Parameter(parameter.name, latin, both, parameter.plus_to_space, parameter.blank_if_invalid)


def _invalid(value: str) -> bool:
    return not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value)
