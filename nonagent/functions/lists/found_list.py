"""The list that update_list is about, as it was found, and the two ways of telling what became of a step.

Source: docs/functions/update_list.md
"""

from __future__ import annotations

from dataclasses import dataclass

from nonagent.api.answers import REFUSAL
from nonagent.api.call import Call
from nonagent.database import Row


@dataclass(frozen=True)
class FoundList:
    """The list a request is about, as it was found."""

    list_id: str
    #: whether what the settings refer to is there, and the list's row in part
    row: Row

    @property
    def exists(self) -> bool:
        """Whether there is such a list that the user may see."""
        return self.row["is_visible"] == "1"

    @property
    def is_hidden(self) -> bool:
        """Whether there is such a list, but not for this user."""
        return self.row["is_there"] == "1" and not self.exists

    @property
    def has_custom_fields(self) -> bool:
        """Whether custom fields can be worked on: a deleted list may have left some."""
        return self.exists or self.row["has_custom_fields"] == "1"


def remark(call: Call, reason: str, **fields: object) -> None:
    """Say what was not done, or not as asked. Parameters: call; reason; fields, shown behind the user's name."""
    call.notice(reason, form=REFUSAL, **fields)  # type: ignore[arg-type]


def confirm(call: Call, reason: str, target: FoundList, **fields: object) -> None:
    """Say what was done. Parameters: call; reason; target; fields, shown behind the list's id."""
    call.notice(reason, list_id=target.list_id, **fields)  # type: ignore[arg-type]
