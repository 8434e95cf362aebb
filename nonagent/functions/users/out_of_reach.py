"""The refusal to change a user of too high a level, or of a group that the caller may not look at.

Source: docs/functions/update_user.md and docs/functions/update_remote_agent.md.
"""

from __future__ import annotations

from nonagent.api.answers import Form, Stop
from nonagent.api.call import Call
from nonagent.rules.people.users import Authority

# legacy: the line feed makes an empty line behind the answer, and stands in the API log too.
WITH_EMPTY_LINE = Form(": |{user}|{fields}\n", "{fields}\n")


def out_of_reach(call: Call, reason: str, agent_user: str, authority: Authority) -> Stop:
    """Refuse the change. Parameters: call; reason; agent_user; authority of who calls. Returns: what to raise."""
    return call.error(
        reason, form=WITH_EMPTY_LINE,
        agent_user=agent_user, comparison=authority.comparison, user_level=authority.level,
    )  # fmt: skip
