"""The fields of a lead: those that are declared are those that are written."""

from __future__ import annotations

from nonagent.api.parameters import Parameters
from nonagent.functions.leads.lead_fields import LeadChanges, LeadFields
from nonagent.rules.leads import leads


def test_the_fields_of_a_lead_are_declared_each_once_and_no_other() -> None:
    own = [name for name in LeadFields.declared if name not in Parameters.declared]
    assert sorted(own) == sorted(leads.FIELDS)


def test_what_only_a_change_writes_is_declared_beside_them() -> None:
    own = set(LeadChanges.declared) - set(LeadFields.declared)
    assert own == {*leads.CHANGEABLE.values(), "reset_lead"}
