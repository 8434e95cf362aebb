"""How parameters are cleaned: every character outside a parameter's own set is dropped before all else.

The sets are data: parameters.tsv beside this file. Source: docs/protocol.md#cleaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

EVERYTHING_EXCEPT = "everything except "
UNICODE_LETTERS = "Unicode letters"
WHOLE = "---ALL---"
KEEPS_WHOLE = {"outbound_cid", "areacode"}

#: gives the value of a parameter as sent, blank for one that was not sent
Raw = Callable[[str], str]


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
class Cleaning:
    """One row of parameters.tsv: what a parameter keeps of a value."""

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
def table() -> dict[str, Cleaning]:
    """How every parameter is cleaned, by name, read once from parameters.tsv."""
    lines = resources.files("nonagent.api").joinpath("parameters.tsv").read_text("utf8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return {
        name: Cleaning(name, _kept(latin), _kept(both), plus == "Y", "not valid UTF-8 becomes blank" in notes)
        for name, latin, both, plus, notes in rows
    }


def clean(name: str, raw: Raw, use_non_latin: bool) -> str:
    """Clean one parameter.

    Parameters: name; raw, which gives it and those it depends on; use_non_latin, of system_settings.
    Returns: its value.
    Raises: KeyError for a name that is no parameter's.
    """
    value = _plain(name, raw, use_non_latin)
    if name == "hopper_priority":
        return _hopper_priority(value)
    if name == "add_to_hopper":
        return "N" if clean("remove_from_hopper", raw, use_non_latin) == "Y" else value
    if name == "archived_lead":
        return "Y" if value == "Y" else "N"
    return value


#: what is not blank when it is not sent
NEVER_BLANK = {"hopper_priority", "add_to_hopper", "archived_lead"}


def _plain(name: str, raw: Raw, use_non_latin: bool) -> str:
    cleaning, value = table()[name], raw(name)
    if not value:
        return ""
    if name in KEEPS_WHOLE and value == WHOLE:
        return value
    if name == "field_options" and clean("field_type", raw, use_non_latin) == "SCRIPT":
        cleaning = _with(cleaning, "&'")
    return cleaning.clean(value, use_non_latin)


def _hopper_priority(value: str) -> str:
    if not value:
        return "0"
    if re.fullmatch(r"-?[0-9]+", value):
        number = float(value)
        return "-99" if number < -99 else "99" if number > 99 else value
    # legacy: what is no number is compared as text; a caller that sends --5 gets -99.
    return "-99" if value < "-99" else "99" if value > "99" else value


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


def _with(cleaning: Cleaning, more: str) -> Cleaning:
    latin = Kept(cleaning.latin.characters | set(more))
    both = Kept(cleaning.unicode.characters | set(more), letters=cleaning.unicode.letters)
    return replace(cleaning, latin=latin, unicode=both)


def _invalid(value: str) -> bool:
    return not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value)
