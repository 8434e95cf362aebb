"""Lists the agents who are logged in, with what each is doing right now if asked for.

Source: spec/logged_in_agents.md
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import Row, placeholders
from nonagent.rules import delimited
from nonagent.rules.calls import live_agents
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.user_groups import viewable_condition

HEADER = (
    "user", "campaign_id", "session_id", "status", "lead_id", "callerid", "calls_today", "full_name", "user_group",
    "user_level",
)  # fmt: skip
SUB_STATUS_HEADER = ("pause_code", "sub_status")

PLAIN_FACTS = "agent.status, agent.lead_id, agent.callerid"
LONGEST_NAMES = 9999


@function("logged_in_agents", gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET AGENT INFO")))
def logged_in_agents(call: Call[AnyParameters]) -> None:
    params, stage = call.params, call.params.stage
    with_sub_status = params.show_sub_status == "YES"
    agents = _find(call, with_sub_status)
    lines = [delimited.line(stage, *_fields(agent, with_sub_status)) for agent in agents if agent["shown_user"]]
    if not lines:
        raise call.failure("NO LOGGED IN AGENTS", params.agent_user)
    if params.header == "YES":
        lines.insert(0, delimited.line(stage, *HEADER, *(SUB_STATUS_HEADER if with_sub_status else ())))
    text = "".join(lines)
    call.print(text)
    # legacy: the log counts the agents before user groups are applied.
    data = f"{call.user.name}|{len(agents)}|{delimited.known_stage(stage)}"
    call.log("SUCCESS", f"logged_in_agents {text}", data)


def _find(call: Call[AnyParameters], with_sub_status: bool) -> list[Row]:
    """The live agents of the campaigns in question, those not of the user groups in question without shown_user."""
    allowed, campaigns = allowed_campaigns.condition(call.group, "agent.campaign_id")
    viewable, groups = viewable_condition(call.group, "account.user_group")
    in_campaigns, wanted_campaigns = _named("agent.campaign_id", call.params.campaigns)
    in_groups, wanted_groups = _named("account.user_group", call.params.user_groups)
    # Only texts of this code go into the statement.
    return call.db.all(
        f"""
        SELECT
          agent.user, agent.campaign_id, agent.conf_exten, agent.calls_today,
          account.user AS shown_user, account.full_name, account.user_group, account.user_level,
          {live_agents.SUB_STATUS_FACTS if with_sub_status else PLAIN_FACTS}
        FROM vicidial_live_agents AS agent
        LEFT JOIN vicidial_users AS account ON account.user = agent.user AND {viewable} AND {in_groups}
        WHERE {allowed} AND {in_campaigns}
        ORDER BY agent.live_agent_id
        """,  # noqa: S608
        *groups, *wanted_groups, *campaigns, *wanted_campaigns,
    )  # fmt: skip


def _named(column: str, names: str) -> tuple[str, list[str]]:
    """The condition that a column holds one of the names between bars, and its values."""
    # legacy: too many names count as none given.
    if not 1 <= size(names) <= LONGEST_NAMES:
        return "TRUE", []
    wanted = names.split("|")
    return f"{column} IN ({placeholders(wanted)})", wanted


def _fields(agent: Row, with_sub_status: bool) -> list[str]:
    more = [agent["pause_code"], live_agents.sub_status(agent)] if with_sub_status else []
    return [
        agent["user"], agent["campaign_id"], agent["conf_exten"], agent["status"], agent["lead_id"],
        agent["callerid"], agent["calls_today"], agent["full_name"], agent["user_group"], agent["user_level"], *more,
    ]  # fmt: skip
