"""Lead types: which row a submission's type and subtype find."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nonagent.database import Session
from nonagent.web.submission import lead_types
from nonagent.web.submission.lead_types import LeadType

AddType = Callable[..., LeadType]


def test_a_type_is_found_as_it_was_added(own_tables: Session) -> None:
    added = LeadType("PPI", "", 101, "TESTCAMP", "44", "GB", "web", 50)
    assert lead_types.add(own_tables, added)
    assert lead_types.find(own_tables, "PPI") == added


def test_the_row_of_the_subtype_comes_before_that_of_the_type(own_tables: Session, add_type: AddType) -> None:
    whole, urgent = add_type("PPI"), add_type("PPI", subtype="urgent", list_id=102)
    assert lead_types.find(own_tables, "PPI", "urgent") == urgent
    assert lead_types.find(own_tables, "PPI", "other") == whole
    assert lead_types.find(own_tables, "PPI") == whole


def test_a_subtype_alone_is_not_the_type(own_tables: Session, add_type: AddType) -> None:
    add_type("PPI", subtype="urgent")
    assert lead_types.find(own_tables, "PPI") is None
    assert lead_types.find(own_tables, "PPI", "other") is None


@pytest.mark.parametrize("name", ["", "ppi", "PPI2", "PP", "PPÍ", "%"])
def test_another_name_finds_nothing(own_tables: Session, add_type: AddType, name: str) -> None:
    add_type("PPI")
    assert lead_types.find(own_tables, name) is None


def test_a_type_that_is_switched_off_is_unknown(own_tables: Session, add_type: AddType) -> None:
    add_type("PPI", active=False)
    assert lead_types.find(own_tables, "PPI") is None


def test_a_subtype_that_is_switched_off_does_not_go_to_the_types_list(own_tables: Session, add_type: AddType) -> None:
    add_type("PPI")
    add_type("PPI", subtype="urgent", active=False)
    assert lead_types.find(own_tables, "PPI", "urgent") is None
    assert lead_types.find(own_tables, "PPI", "other") is not None


def test_adding_again_replaces_every_field(own_tables: Session, add_type: AddType) -> None:
    add_type("PPI", source_id="web", priority=9)
    again = LeadType("PPI", "", 102, "OTHER", "1", "US", "", 0, active=False)
    assert not lead_types.add(own_tables, again)
    assert lead_types.listed(own_tables) == [again]


def test_removing_a_type_leaves_its_subtypes(own_tables: Session, add_type: AddType) -> None:
    add_type("PPI")
    urgent = add_type("PPI", subtype="urgent")
    assert lead_types.remove(own_tables, "PPI")
    assert not lead_types.remove(own_tables, "PPI")
    assert lead_types.listed(own_tables) == [urgent]


def test_finding_a_type_takes_one_statement(own_tables: Session, add_type: AddType) -> None:
    add_type("PPI")
    before = own_tables.statements
    lead_types.find(own_tables, "PPI", "urgent")
    assert own_tables.statements == before + 1
