"""What a new user is made of, however it is made.

Source: docs/functions/add_user.md, docs/functions/copy_user.md
"""

from __future__ import annotations

from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.parameters import Parameters, parameter


class NewUser(Parameters):
    """The name, password and full name of a new user."""

    agent_user = parameter(
        "The name of the new user; one with AUTOGENERA in it asks for a number that is free.",
        required=True, length=(2, UNLIMITED),
    )  # fmt: skip
    agent_pass = parameter("Its password.", required=True, length=(2, UNLIMITED))
    agent_full_name = parameter("Its full name.", required=True, length=(1, UNLIMITED))
