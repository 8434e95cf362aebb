"""Cleaning: each parameter keeps its own characters and loses the rest."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonagent.api.cleaning import clean, table


def cleaned(name: str, value: str, *, unicode: bool = False, **others: str) -> str:
    sent = {name: value, **others}
    return clean(name, lambda name: sent.get(name, ""), unicode)


def test_every_parameter_of_the_specification_is_known() -> None:
    assert len(table()) == 257


def test_a_missing_parameter_is_blank() -> None:
    blank = {name for name in table() if cleaned(name, "") == ""}
    assert table().keys() - blank == {"hopper_priority", "archived_lead"}


@given(st.sampled_from(sorted(table())), st.text(max_size=40))
def test_cleaning_twice_is_cleaning_once(name: str, value: str) -> None:
    for mode in (False, True):
        parameter = table()[name]
        once = parameter.clean(value, mode)
        assert parameter.clean(once, mode) == once


@given(st.sampled_from(sorted(table())), st.text(max_size=40))
def test_latin_mode_keeps_ascii_only_unless_a_parameter_keeps_everything(name: str, value: str) -> None:
    parameter = table()[name]
    if not parameter.latin.all_but:
        assert parameter.clean(value, False).isascii()


@given(st.text(max_size=40))
def test_unicode_mode_keeps_letters_and_drops_marks_digits_and_symbols(value: str) -> None:
    kept = table()["campaign_id"].clean(value, True)
    assert all(char.isascii() or unicodedata.category(char)[0] == "L" for char in kept)


def test_a_text_that_is_no_utf8_becomes_blank_only_where_the_specification_says_so() -> None:
    broken = "a\udce9b"
    assert cleaned("source", broken, unicode=True) == ""
    assert cleaned("first_name", broken, unicode=True) == "ab"
    assert cleaned("comments", broken, unicode=True) == broken


def test_a_plus_becomes_a_space_where_the_specification_says_so() -> None:
    assert cleaned("first_name", "Mary+Ann") == "Mary Ann"
    assert cleaned("title", "a+b") == "ab"
    assert cleaned("list_name", "a+b") == "a+b"


@pytest.mark.parametrize(
    ("value", "priority"),
    [("", "0"), ("50", "50"), ("-50", "-50"), ("100", "99"), ("-100", "-99"), ("--5", "-99"), ("5-5", "5-5"),
     ("high", "0"), ("007", "007")],
)  # fmt: skip
def test_hopper_priority_is_held_between_its_limits(value: str, priority: str) -> None:
    assert cleaned("hopper_priority", value) == priority


def test_remove_from_hopper_turns_add_to_hopper_off() -> None:
    assert cleaned("add_to_hopper", "Y", remove_from_hopper="Y") == "N"
    assert cleaned("add_to_hopper", "Y", remove_from_hopper="y") == "Y"


def test_archived_lead_is_yes_or_no() -> None:
    assert cleaned("archived_lead", "Y") == "Y"
    assert cleaned("archived_lead", "yes") == "N"


def test_the_word_for_all_is_kept_whole_by_two_parameters() -> None:
    assert cleaned("outbound_cid", "---ALL---") == "---ALL---"
    assert cleaned("outbound_cid", "---ALL--1") == "1"
    assert cleaned("areacode", "---ALL---") == "---ALL---"


def test_a_script_field_keeps_more_of_its_options() -> None:
    assert cleaned("field_options", "a&'b", field_type="SCRIPT") == "a&'b"
    assert cleaned("field_options", "a&'b", field_type="TEXT") == "ab"
