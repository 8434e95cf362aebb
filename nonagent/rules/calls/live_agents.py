"""What the agents who are logged in are doing right now.

The facts are asked for in SQL, for all agents of a statement at once; what they mean is decided here, as it is shown
by the functions about one agent and counted by those about groups.
Source: docs/functions/agent_status.md, docs/functions/user_group_status.md, docs/functions/in_group_status.md.
"""

from __future__ import annotations

from nonagent.database import Row, Sql

#: states that count as being in a call, and as waiting for one
IN_CALL = ("INCALL", "DIAL", "PARK", "QUEUE", "MQUEUE")
WAITING = ("READY", "CLOSER")

#: a shorter caller code in ring_callerid is no call that rings
SHORTEST_RINGING = 19

# Facts about the row `agent` of vicidial_live_agents, asked only where they matter.
# CONCAT: vicidial_chat_log holds the id as text, and its index finds only text.
CALL = Sql(
    """
          agent.status, agent.callerid, agent.comments,
          agent.status = 'INCALL' AND EXISTS (
            SELECT 1 FROM parked_channels WHERE channel_group = IFNULL(agent.callerid, '')
          ) AS is_parked,
          agent.status = 'INCALL' AND LOCATE('CHAT', agent.comments) > 0 AND EXISTS (
            SELECT 1 FROM vicidial_chat_log
            WHERE chat_id = CONCAT((
                SELECT chat_id FROM vicidial_live_chats
                WHERE lead_id = agent.lead_id AND chat_creator = agent.user
                ORDER BY chat_start_time DESC
                LIMIT 1
              )) AND LOCATE('has left chat', message) > 0
          ) AS has_left_chat,
          agent.status = 'INCALL' AND EXISTS (
            SELECT 1 FROM vicidial_auto_calls
            WHERE callerid = IFNULL(agent.callerid, '')
              AND LENGTH(IFNULL(uniqueid, '')) < 5 AND LENGTH(IFNULL(channel, '')) < 5
          ) AS is_dialing"""
)

#: the lead an agent is at: the one that is previewed, if any
LEAD = Sql("IF(agent.status = 'PAUSED' AND agent.preview_lead_id > 0, agent.preview_lead_id, agent.lead_id)")

#: what sub_status needs to know, and the pause code
SUB_STATUS = Sql(
    """%s,
          %s AS lead_id, agent.preview_lead_id, agent.on_hook_agent, agent.ring_callerid,
          agent.status = 'INCALL' AND EXISTS (
            SELECT 1 FROM vicidial_auto_calls WHERE callerid = IFNULL(agent.callerid, '')
          ) AS has_call,
          agent.status = 'INCALL' AND agent.lead_id > 0 AND EXISTS (
            SELECT 1 FROM vicidial_live_agents AS other
            WHERE other.lead_id = agent.lead_id AND other.status = 'INCALL'
              AND other.live_agent_id <> agent.live_agent_id
          ) AS shares_lead,
          (SELECT sub_status FROM vicidial_agent_log
           WHERE agent_log_id = agent.agent_log_id AND user = agent.user) AS pause_code""",
    CALL, LEAD,
)  # fmt: skip


def state(agent: Row) -> str:
    """The live status, or DISPO while a call is being wrapped up.

    Parameters: agent, with status and lead_id.
    """
    # legacy: a CLOSER agent with a lead counts as waiting.
    return "DISPO" if agent["status"] in ("READY", "PAUSED") and int(agent["lead_id"]) > 0 else agent["status"]


def call_state(agent: Row, has_call: bool) -> str:
    """What has become of the call of an agent whose status is INCALL.

    Parameters: agent, with the facts of CALL; has_call, whether the agent's call is still there.
    Returns: PARK, DEAD or DIAL; blank while agent and customer talk.
    """
    if agent["is_parked"] == "1":
        return "PARK"
    comments = agent["comments"].upper()
    if "CHAT" in comments:
        return "DEAD" if agent["has_left_chat"] == "1" else ""
    if "EMAIL" in comments:
        return ""
    if not has_call:
        return "DEAD"
    return "DIAL" if agent["comments"] == "MANUAL" and agent["is_dialing"] == "1" else ""


def sub_status(agent: Row) -> str:
    """What an agent is doing behind the live status.

    Parameters: agent, with the facts of SUB_STATUS.
    Returns: PREVIEW, DISPO, PARK, DEAD, DIAL, 3-WAY, RING, or blank.
    """
    if agent["status"] == "PAUSED":
        if int(agent["preview_lead_id"] or 0) > 0:
            return "PREVIEW"
        if int(agent["lead_id"]) > 0:
            return "DISPO"
    if agent["status"] == "INCALL":
        of_call = call_state(agent, agent["has_call"] == "1")
        if of_call:
            return of_call
        if agent["shares_lead"] == "1":
            return "3-WAY"
    is_ringing = agent["on_hook_agent"] == "Y" and len(agent["ring_callerid"]) >= SHORTEST_RINGING
    return "RING" if is_ringing else ""
