"""Shows what one logged-in agent is doing right now.

Source: docs/functions/agent_status.md
"""

from __future__ import annotations

from datetime import timedelta

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameters, flag, parameter, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import Row, Sql
from nonagent.rules.calls import live_agents
from nonagent.rules.people.user_groups import viewable

COLUMNS = (
    "status", "callerid", "lead_id", "campaign_id", "calls_today", "full_name", "user_group", "user_level",
    "pause_code", "real_time_sub_status", "phone_number", "vendor_lead_code", "session_id",
)  # fmt: skip
ADDRESS_COLUMN = "computer_ip"

#: a shorter number or address is taken for none
SHORTEST_NUMBER = 4
SHORTEST_ADDRESS = 4
LOGIN_AGE = timedelta(days=2)


class Asked(Parameters):
    """What agent_status is asked with."""

    agent_user = parameter("The agent whose state to show.", required=True, length=(1, 99))
    stage = STAGE
    header = HEADER
    include_ip = flag("Adds the address that the agent last logged in from, two days ago or longer.", "YES")


@function("agent_status", gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET AGENT INFO")))
def agent_status(call: Call[Asked]) -> None:
    params = call.params
    agent_user, with_address = params.agent_user, params.include_ip == "YES"
    if not params.are_complete():
        raise call.failure("INVALID SEARCH PARAMETERS", agent_user=agent_user)
    agent = _find(call, agent_user)
    if agent is None:
        raise call.failure("AGENT NOT FOUND", agent_user=agent_user)
    if not agent["live_agent_id"]:
        raise call.failure("AGENT NOT LOGGED IN", agent_user=agent_user)
    row = [*_fields(agent), *(_login_address(call, agent_user) if with_address else ())]
    columns = (*COLUMNS, ADDRESS_COLUMN) if with_address else COLUMNS
    shown = Rows(columns, [row], styles.style(params.stage), columns if params.header == "YES" else None)
    call.show(shown)
    call.log("SUCCESS", shown, call.user.name, agent_user, styles.known_stage(params.stage))


def _find(call: Call, agent_user: str) -> Row | None:
    """The agent's account, with the live agent, its lead and its call as far as they are there."""
    return call.db.one_prepared(
        """
        SELECT
          account.full_name, account.user_group, account.user_level,
          agent.live_agent_id, agent.campaign_id, agent.calls_today, agent.conf_exten,
          lead.phone_number, lead.vendor_lead_code,
          (SELECT phone_number FROM vicidial_auto_calls
           WHERE callerid = agent.callerid AND callerid <> ''
           LIMIT 1) AS number_of_call,
          %s
        FROM vicidial_users AS account
        LEFT JOIN vicidial_live_agents AS agent ON agent.user = account.user
        LEFT JOIN vicidial_list AS lead ON lead.lead_id = %s
        WHERE account.user = %s AND %s
        LIMIT 1
        """,
        live_agents.SUB_STATUS, live_agents.LEAD, agent_user, viewable(call.group, Sql("account.user_group")),
    )  # fmt: skip


def _fields(agent: Row) -> list[str]:
    of_call = agent["number_of_call"]
    return [
        agent["status"], agent["callerid"], agent["lead_id"], agent["campaign_id"], agent["calls_today"],
        agent["full_name"], agent["user_group"], agent["user_level"], agent["pause_code"],
        live_agents.sub_status(agent), of_call if size(of_call) >= SHORTEST_NUMBER else agent["phone_number"],
        agent["vendor_lead_code"], agent["conf_exten"],
    ]  # fmt: skip


def _login_address(call: Call, agent_user: str) -> list[str]:
    """The address of the agent's last login, as a column that is missing where there is none."""
    # legacy: never a login of the last two days; those who show the column know it for the address before.
    before = call.now.wall - LOGIN_AGE
    address = call.db.scalar(
        """
        SELECT computer_ip FROM vicidial_user_log
        WHERE user = %s AND event = 'LOGIN' AND event_date < %s
        ORDER BY event_date DESC
        LIMIT 1
        """,
        agent_user, f"{before:%Y-%m-%d %H:%M:%S}",
    )  # fmt: skip
    # legacy: without an address the row is a field shorter.
    return [address] if size(address) >= SHORTEST_ADDRESS else []
