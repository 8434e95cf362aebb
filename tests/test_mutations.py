"""tools.mutations: which faults it finds in a module, and what it leaves alone."""

from __future__ import annotations

import pytest

from tools.mutations import mutations


def changed(source: str) -> set[str]:
    """The module with each of its faults."""
    return {each.applied(source) for each in mutations("module.py", source)}


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("x = 5", {"x = 6", "x = 4"}),
        ("x = a < b", {"x = a <= b", "x = a >= b"}),
        ("x = a is not b", {"x = a is b"}),
        ("x = a in b", {"x = a not in b"}),
        ("x = a == 'Y'", {"x = a != 'Y'", "x = a == 'Y?'"}),
        ("x = a in ('Y',)", {"x = a not in ('Y',)", "x = a in ('Y?',)"}),
        ("x = a and b or c", {"x = a or b or c", "x = a and b and c"}),
        ("x = not a", {"x = a"}),
        ("x = a if b else c", {"x = a if not (b) else c"}),
        ("x = [a for a in b if a]", {"x = [a for a in b if not (a)]"}),
        ("x = True", {"x = False"}),
        ("for a in b:\n    break", {"for a in b:\n    continue"}),
        ("def f():\n    return a", {"def f():\n    return None"}),
        ("x = 'é' == a", {"x = 'é' != a", "x = 'é?' == a"}),
    ],
)
def test_what_a_fault_does(source: str, faults: set[str]) -> None:
    assert changed(source) == faults


@pytest.mark.parametrize(
    "source",
    [
        '"""Holds 5 of them, if a == b."""',
        "x: Literal[5]",
        "def f(x: Literal[5]) -> Literal[6]: ...",
        "@dataclass(frozen=True)\nclass A: ...",
        "log(f'{1} of {a == b}', 'or not')",
        "def f():\n    return ''",
    ],
)
def test_what_is_left_alone(source: str) -> None:
    assert changed(source) == set()


def test_a_fault_is_shown_as_a_diff() -> None:
    (fault,) = mutations("module.py", "x = True\n")
    assert (fault.name, fault.diff("x = True\n")) == (
        "module.py:1 boolean 'False'",
        "@@ -1 +1 @@\n-x = True\n+x = False",
    )
