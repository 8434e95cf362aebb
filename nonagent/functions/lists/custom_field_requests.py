"""A custom field as a request describes it: what of it means anything, and what fills the gaps.

Source: docs/functions/update_list.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.rules.custom_fields.field_types import NAMES, TYPES, DefinedField, number
from nonagent.rules.words import BLANK

WIDEST = 100

SHOWN_OR_HIDDEN = ("DISABLED", "X_OUT_ALL")
SHOWN_IN_PART = ("LAST_1", "LAST_2", "LAST_3", "LAST_4", "FIRST_1_LAST_4")


class CustomFieldAsked(Parameters):
    """A custom field to be added, or what of it is to be changed."""

    field_label = parameter("The field's name in the database; no work on a field is done without it.")
    field_name = parameter("The name that agents see; needed to add a field.")
    field_description = parameter("A remark on the field.")
    field_rank = parameter("The row of the form that it stands in; needed to add a field.")
    field_help = parameter("The help that agents see, up to its first `&`.")
    field_type = parameter("What kind of field it is; needed to add one.", values=TYPES)
    field_options = parameter("What there is to choose from, a line each; of a SCRIPT its text, up to the first `&`.")
    field_size = parameter("How wide it is shown, at most 100; needed to add a field.")
    field_max = parameter("How many characters it holds.")
    field_default = parameter("What it holds as long as nothing is entered; `NULL` for no default.")
    field_required = parameter("Whether something must be entered.", values=("Y", "N"))
    name_position = parameter("Where its name stands.", values=("TOP", "LEFT"))
    multi_position = parameter("How its options are laid out.", values=("HORIZONTAL", "VERTICAL"))
    field_order = parameter("Its place in the row.")
    field_encrypt = parameter("Whether values are encrypted.", values=("Y", "N"))
    field_show_hide = parameter("How much of a value is hidden.", values=(*SHOWN_OR_HIDDEN, *SHOWN_IN_PART))
    field_duplicate = parameter("Whether it shows the value of another field again.", values=("Y", "N"))
    field_rerank = flag("Moves the fields of the same rank further down.", "YES")


#: whose values count as given only where they are one of those declared
WORDS = ("field_encrypt", "field_required", "field_duplicate", "name_position", "multi_position")

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


def new(params: CustomFieldAsked) -> DefinedField:
    """The field that a request adds. Parameters: params, the request's. Returns: the field."""
    return _within_bounds(DefinedField(**_filled(_meant(params), DEFAULTS)))


def changed(params: CustomFieldAsked, stored: Mapping[str, str]) -> DefinedField:
    """A stored field as a request changes it.

    Parameters: params, the request's; stored, the field's row.
    Returns: the field.
    """
    given = _meant(params)
    if not CustomFieldAsked.field_type.accepts(given["field_type"]):
        given["field_type"] = ""
    filled = _filled(given, stored)
    return _within_bounds(DefinedField(**filled | {name: "" for name in CAN_BE_BLANKED if filled[name] == BLANK}))


def _meant(params: CustomFieldAsked) -> dict[str, str]:
    """The parameters with those blank that hold a word which means nothing."""
    meant = {name: params.value(name) for name in NAMES}
    for name in WORDS:
        if not params.declared[name].accepts(meant[name]):
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


def _within_bounds(field: DefinedField) -> DefinedField:
    size = min(number(field.field_size) or 1, WIDEST)
    return replace(field, field_size=str(size), field_max=str(number(field.field_max) or 1))
