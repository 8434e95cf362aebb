"""The HTML of an agent's in-groups, which supervisors' screens put into a part of their page: a table, or a form.

Source: docs/functions/agent_ingroup_info.md
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nonagent.database import Row
from nonagent.rules.pages.html import in_attribute, in_text

ACTIONS = {
    "CHANGE": "CHANGE - Set in-groups to those selected above",
    "ADD": "ADD - Add in-groups selected above to agent selected",
    "REMOVE": "REMOVE - Remove in-groups selected above from agent selected",
}


@dataclass(frozen=True)
class InGroup:
    """An in-group that the agent's campaign takes calls of, and whether the agent takes them."""

    group_id: str
    name: str
    selected: bool


@dataclass(frozen=True)
class InGroupPage:
    """What both forms of the page show.

    What comes from the database, translations included, goes through in_text or in_attribute; agent_user is a
    cleaned parameter.
    """

    agent_user: str
    #: the live agent with campaign and manager
    agent: Row
    groups: list[InGroup]
    translate: Callable[[str], str]

    def table(self) -> str:
        """The in-groups to read. Returns: HTML."""
        return "".join([
            self._heading(),
            *map(_group_row, self.groups),
            "" if self.groups else f"<TR><TD>{self._t('No In-Groups Allowed')}</TD></TR>\n",
            "</TABLE><BR>\n",
            f"{self._t('SELECTED INGROUPS')}: {self._of('selected_groups')}<BR>\n",
            f"{self._t('OUTBOUND AUTODIAL')}: {self._of('outbound_autodial')}<BR>\n",
            f"{self._t('MANAGER OVERRIDE')}: {self._of('manager_ingroup_set')}<BR>\n",
            f"{self._t('MANAGER')}: {self._of('external_igb_set_user')}<BR>\n",
            "\n",
            "</TD></TR></TABLE>\n",
        ])  # fmt: skip

    def form(self, can_set_default: bool) -> str:
        """The in-groups to change.

        Parameters: can_set_default, whether the caller may make the choice the user's own.
        Returns: HTML.
        """
        # legacy: where the campaign cannot dial by itself the form says no, whatever the agent's session says.
        can_dial = self.agent["can_dial"] == "1"
        blended = self.agent["outbound_autodial"] if can_dial else "N"
        return "".join([
            self._heading(),
            self._on_hook_row(),
            self._groups_row(),
            self._action_row(),
            self._yes_no_row("Blended Outbound Autodial", "blended", can_dial, blended),
            self._yes_no_row("Set As User Default", "set_as_default", can_set_default, "N"),
            self._override_row(),
            self._submit_row(),
            "</TABLE>\n",
            "</TD></TR></TABLE>\n",
        ])  # fmt: skip

    def _t(self, text: str) -> str:
        return in_text(self.translate(text))

    def _of(self, column: str) -> str:
        return in_text(self.agent[column])

    def _heading(self) -> str:
        return (
            '<TABLE WIDTH=680 CELLPADDING=0 CELLSPACING=5 BGCOLOR="#D9E6FE"><TR><TD ALIGN=LEFT>\n'
            f"{self._t('Agent')}: {self.agent_user} - {self._of('full_name')} </TD><TD>\n"
            f" &nbsp; {self._t('Campaign')}: {self._of('campaign_id')}</TD><TD>\n"
            f'<a href="#" onclick="hide_ingroup_info();">{self._t("Close")}</a></TD></TR>'
            '<TR><TD COLSPAN=3 BGCOLOR="#CCCCFF">\n'
            "<TABLE CELLPADDING=0 CELLSPACING=3 BORDER=0>\n"
        )

    def _on_hook_row(self) -> str:
        if self.agent["on_hook_agent"] != "Y":
            return ""
        return (
            f"<TR><TD ALIGN=CENTER VALIGN=TOP COLSPAN=2><B>{self._t('This is a Phone On-Hook Agent')}</B> &nbsp; "
            f"{self._t('Maximum Ring Time')}:  {self._of('on_hook_ring_time')}</TD></TR>\n"
        )

    def _groups_row(self) -> str:
        options = "".join(map(_group_option, self.groups))
        if not self.groups:
            options = f'<option value="">{self._t("No In-Groups Allowed")}</option>\n'
        return (
            f"<TR><TD ALIGN=RIGHT VALIGN=TOP>{self._t('Selected In-Groups')}: </TD><TD ALIGN=LEFT>\n"
            f'<INPUT TYPE=HIDDEN NAME=agent_user ID=agent_user value="{self.agent_user}">\n'
            "<SELECT SIZE=10 NAME=ingroup_new_selections ID=ingroup_new_selections multiple>\n"
            f"{options}"
            "</SELECT><BR></TD></TR>\n"
        )

    def _action_row(self) -> str:
        options = "".join(f'<option value="{word}">{self._t(text)}</option>\n' for word, text in ACTIONS.items())
        return (
            f"<TR><TD ALIGN=RIGHT>{self._t('Change, Add, Remove')}:\n"
            "</TD><TD ALIGN=LEFT>\n"
            "<SELECT SIZE=1 NAME=ingroup_add_remove_change ID=ingroup_add_remove_change>\n"
            f"{options}"
            "</SELECT>\n"
            "</TD></TR>\n"
        )

    def _yes_no_row(self, label: str, name: str, enabled: bool, value: str) -> str:
        return (
            f"<TR><TD ALIGN=RIGHT>{self._t(label)}:\n"
            "</TD><TD ALIGN=LEFT>\n"
            f"<SELECT SIZE=1 NAME={name} ID={name}{'' if enabled else ' DISABLED'}>\n"
            f'<option value="YES"{_selected(value == "Y")}>{self._t("Yes")}</option>\n'
            f'<option value="NO"{_selected(value == "N")}>{self._t("No")}</option>\n'
            "</SELECT>\n"
            "</TD></TR>\n"
        )

    def _override_row(self) -> str:
        if self.agent["manager_ingroup_set"] not in ("SET", "Y"):
            return ""
        return (
            f"<TR><TD ALIGN=RIGHT>{self._t('Manager In-Group Override')}:\n"
            "</TD><TD ALIGN=LEFT>\n"
            f"{self._of('manager_ingroup_set')} - {self._of('external_igb_set_user')} - {self._of('manager_name')}\n"
            "</TD></TR>\n"
        )

    def _submit_row(self) -> str:
        label = in_attribute(self.translate("Submit Changes"))
        return (
            "<TR><TD ALIGN=CENTER COLSPAN=2>\n"
            f'<INPUT TYPE=BUTTON NAME=SUBMIT ID=SUBMIT VALUE="{label}"'
            f" onclick=\"submit_ingroup_changes('{self.agent_user}')\">\n"
            "</TD></TR>\n"
        )


def _group_row(group: InGroup) -> str:
    star = " *" if group.selected else ""
    return f"<TR><TD>{in_text(group.group_id)}{star}</TD><TD>{in_text(group.name)}</TD></TR>\n"


def _group_option(group: InGroup) -> str:
    return (
        f'<option value="{in_attribute(group.group_id)}"{_selected(group.selected)}>'
        f"{in_text(group.group_id)} - {in_text(group.name)}</option>\n"
    )


def _selected(selected: bool) -> str:
    return " SELECTED" if selected else ""
