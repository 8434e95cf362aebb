"""Lists the agents who are logged in, with what each is doing right now if asked for.

Source: docs/functions/logged_in_agents.md
"""

from __future__ import annotations

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameter, Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.api.report import ONLY_SHOWN, may_view_reports
from nonagent.database import ALWAYS, Row, Sql, listed
from nonagent.rules.calls import live_agents
from nonagent.rules.people import allowed_campaigns
from nonagent.rules.people.user_groups import viewable

COLUMNS = (
    "user", "campaign_id", "session_id", "status", "lead_id", "callerid", "calls_today", "full_name", "user_group",
    "user_level",
)  # fmt: skip
SUB_STATUS_COLUMNS = ("pause_code", "sub_status")

PLAIN_FACTS = Sql("agent.status, agent.lead_id, agent.callerid")
CAMPAIGN, USER_GROUP = Sql("agent.campaign_id"), Sql("account.user_group")
# legacy: too many names count as none given.
NAMES = (1, 9999)


class Asked(Parameters):
    """What logged_in_agents is asked with."""

    campaigns = parameter("Only agents of these campaigns, with `|` between them.", length=NAMES)
    user_groups = parameter("Only agents of these user groups, with `|` between them.", length=NAMES)
    show_sub_status = flag("Adds the pause code, and what the agent is doing behind the status.", "YES")
    stage = STAGE
    header = HEADER
    agent_user = parameter(ONLY_SHOWN)


@function("logged_in_agents", gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET AGENT INFO")))
def logged_in_agents(call: Call[Asked]) -> None:
    params = call.params
    with_sub_status = params.show_sub_status == "YES"
    agents = _find(call, with_sub_status)
    rows = [_fields(agent, with_sub_status) for agent in agents if agent["shown_user"]]
    if not rows:
        raise call.failure("NO LOGGED IN AGENTS", agent_user=params.agent_user)
    columns = (*COLUMNS, *SUB_STATUS_COLUMNS) if with_sub_status else COLUMNS
    shown = Rows(columns, rows, styles.style(params.stage), columns if params.header == "YES" else None)
    call.show(shown)
    # legacy: the log counts the agents before user groups are applied.
    call.log("SUCCESS", shown, call.user.name, len(agents), styles.known_stage(params.stage))


def _find(call: Call[Asked], with_sub_status: bool) -> list[Row]:
    """The live agents of the campaigns in question, those not of the user groups in question without shown_user."""
    params = call.params
    return call.db.all(
        """
        SELECT
          agent.user, agent.campaign_id, agent.conf_exten, agent.calls_today,
          account.user AS shown_user, account.full_name, account.user_group, account.user_level,
          %s
        FROM vicidial_live_agents AS agent
        LEFT JOIN vicidial_users AS account ON account.user = agent.user AND %s AND %s
        WHERE %s AND %s
        ORDER BY agent.live_agent_id
        """,
        live_agents.SUB_STATUS if with_sub_status else PLAIN_FACTS,
        viewable(call.group, USER_GROUP), _named(USER_GROUP, Asked.user_groups, params.user_groups),
        allowed_campaigns.allowed(call.group, CAMPAIGN), _named(CAMPAIGN, Asked.campaigns, params.campaigns),
    )  # fmt: skip


def _named(column: Sql, declared: Parameter, names: str) -> Sql:
    """The condition that a column holds one of a parameter's names, where there are any."""
    return Sql("%s IN (%s)", column, listed(names.split("|"))) if declared.fits(names) else ALWAYS


def _fields(agent: Row, with_sub_status: bool) -> list[str]:
    more = [agent["pause_code"], live_agents.sub_status(agent)] if with_sub_status else []
    return [
        agent["user"], agent["campaign_id"], agent["conf_exten"], agent["status"], agent["lead_id"],
        agent["callerid"], agent["calls_today"], agent["full_name"], agent["user_group"], agent["user_level"], *more,
    ]  # fmt: skip
