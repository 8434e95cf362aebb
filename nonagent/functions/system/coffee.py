"""Refuses to brew coffee.

Source: docs/functions/coffee.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.parameters import Parameters
from nonagent.api.registry import function


@function("coffee", "start_coffee", "make_coffee", "brew_coffee", needs_login=False)
def coffee(call: Call[Parameters]) -> None:
    # legacy: without a line feed.
    refusal = f"Coffee: {call.function}|Error 418 I'm a teapot"
    call.show(refusal)
    call.log("ERROR", "", refusal)
    call.answer.status = 418
