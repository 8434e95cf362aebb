"""A custom field as a request describes it: what of it means anything, and what fills the gaps.

Source: spec/update_list.md steps 4 and 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from nonagent.rules.custom_fields.field_types import TYPES, Field, number
from nonagent.rules.words import BLANK

NAMES = tuple(item.name for item in fields(Field))
WIDEST = 100

#: what counts as given for the parameters that are words; the rest are texts and numbers
WORDS = {
    "field_encrypt": ("Y", "N"),
    "field_required": ("Y", "N"),
    "field_duplicate": ("Y", "N"),
    "name_position": ("TOP", "LEFT"),
    "multi_position": ("HORIZONTAL", "VERTICAL"),
}
SHOWN_OR_HIDDEN = ("DISABLED", "X_OUT_ALL")
SHOWN_IN_PART = ("LAST_1", "LAST_2", "LAST_3", "LAST_4", "FIRST_1_LAST_4")

DEFAULTS = {
    "field_encrypt": "N",
    "field_required": "N",
    "field_duplicate": "N",
    "field_show_hide": "DISABLED",
    "name_position": "LEFT",
    "multi_position": "HORIZONTAL",
    "field_order": "1",
}
CAN_BE_BLANKED = ("field_description", "field_help", "field_options", "field_default")


def new(asked: Mapping[str, str]) -> Field:
    """The field that a request adds. Parameters: asked, the parameters of NAMES. Returns: the field."""
    return _within_bounds(Field(**_filled(_meant(asked), DEFAULTS)))


def changed(asked: Mapping[str, str], stored: Mapping[str, str]) -> Field:
    """A stored field as a request changes it.

    Parameters: asked, the parameters of NAMES; stored, the field's row.
    Returns: the field.
    """
    given = _meant(asked)
    if given["field_type"] not in TYPES:
        given["field_type"] = ""
    filled = _filled(given, stored)
    return _within_bounds(Field(**filled | {name: "" for name in CAN_BE_BLANKED if filled[name] == BLANK}))


def _meant(asked: Mapping[str, str]) -> dict[str, str]:
    """The parameters with those blank that hold a word which means nothing."""
    meant = {name: asked[name] for name in NAMES}
    for name, words in WORDS.items():
        if meant[name] not in words:
            meant[name] = ""
    show_hide = meant["field_show_hide"]
    # legacy: one of the words anywhere in the text lets it pass; the column then takes only the word itself.
    if show_hide not in SHOWN_OR_HIDDEN and not any(word in show_hide for word in SHOWN_IN_PART):
        meant["field_show_hide"] = ""
    # legacy: help, and the text of a script, end at their first ampersand.
    for name in ("field_help", "field_options") if meant["field_type"] == "SCRIPT" else ("field_help",):
        meant[name] = meant[name].split("&")[0]
    return meant


def _filled(given: Mapping[str, str], defaults: Mapping[str, str]) -> dict[str, str]:
    return {name: value or defaults.get(name, "") for name, value in given.items()}


def _within_bounds(field: Field) -> Field:
    size = min(number(field.field_size) or 1, WIDEST)
    return replace(field, field_size=str(size), field_max=str(number(field.field_max) or 1))
