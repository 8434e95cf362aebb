"""Parameters: what a function declares, and what it then reads of a request."""

from __future__ import annotations

import pytest

from nonagent.api.parameters import Array, Parameters, flag, parameter, size
from nonagent.legacy.intake import Intake


class Asked(Parameters):
    agent_user = parameter("Somebody.", required=True, length=(2, 4))
    phone_code = parameter("The country.", default="1")
    header = flag("A header.", "YES")
    hopper_priority = parameter("How urgent.", between=(-99, 99))
    active = parameter("Yes or no.", values=("Y", "N"))


def asked(**sent: str) -> Asked:
    return Asked(Intake("", sent, {}), use_non_latin=False)


def test_a_parameter_is_its_cleaned_value() -> None:
    assert asked(agent_user="10 0;1").agent_user == "1001"


def test_what_was_not_sent_is_blank_or_the_default() -> None:
    params = asked()
    assert (params.agent_user, params.phone_code, params.header, params.hopper_priority) == ("", "1", "", "0")
    assert asked(phone_code="").phone_code == "1"
    assert asked(phone_code="44").phone_code == "44"


def test_an_array_counts_as_missing() -> None:
    assert asked(agent_user=Array("Array")).agent_user == ""
    assert asked(agent_user=Array("Array")).raw("agent_user") == "Array"


def test_every_function_has_a_source_and_a_login() -> None:
    params = asked(source="crm", user="6666", function="version", **{"pass": "1234"})
    assert (params.source, params.user, params.password, params.function) == ("crm", "6666", "1234", "version")


def test_a_name_that_is_not_declared_is_a_mistake_of_the_program() -> None:
    with pytest.raises(AttributeError):
        _ = asked(lead_id="1").lead_id  # type: ignore[attr-defined]
    with pytest.raises(KeyError):
        asked().value("lead_id")
    assert asked(agent_user="1001").value("agent_user") == "1001"


def test_required_ones_must_be_there_and_as_long_as_declared() -> None:
    assert [asked(agent_user="1" * length).are_complete() for length in range(6)] == [
        False, False, True, True, True, False,
    ]  # fmt: skip


def test_a_value_is_held_against_its_declaration() -> None:
    assert [Asked.active.accepts(value) for value in ("Y", "N", "y", "")] == [True, True, False, False]
    assert [Asked.hopper_priority.accepts(value) for value in ("-100", "-99", "99", "100")] == [
        False, True, True, False,
    ]  # fmt: skip
    assert Asked.agent_user.fits("é") is True  # two bytes
    assert Asked.agent_user.fits("ééé") is False


def test_a_replaced_value_is_the_one_that_is_logged() -> None:
    params = asked(agent_user="1001")
    params.replace("agent_user", "2002")
    assert (params.agent_user, params.as_logged("agent_user")) == ("2002", "2002")
    assert asked(lead_id="12x").as_logged("lead_id") == "12"


def test_one_class_takes_over_what_another_declares() -> None:
    class More(Asked):
        lead_id = parameter("The lead.")

    params = More(Intake("", {"lead_id": "5", "agent_user": "1001"}, {}), use_non_latin=False)
    assert (params.lead_id, params.agent_user) == ("5", "1001")
    assert "lead_id" not in Asked.declared


def test_size_counts_bytes() -> None:
    assert [size(text) for text in ("abc", "é", "漢", "😀", "\udce9")] == [3, 2, 3, 4, 1]
