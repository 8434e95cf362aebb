"""Orders the dialer to call a manager's phone and join it to an agent's session.

Source: docs/functions/blind_monitor.md
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from nonagent.api.answers import USER_LAST
from nonagent.api.call import Call
from nonagent.api.gates import STANDARD, permission
from nonagent.api.parameters import Parameters, parameter, size
from nonagent.api.registry import function
from nonagent.database import Row, Sql, Value

#: the source that may ask for any user, and for a dialplan number instead of a phone
QUEUEMETRICS = "queuemetrics"
#: what is shorter is no address of a server
SHORTEST_ADDRESS = 7

# Dialplan numbers of enhanced monitoring and of whispering, before the session's.
ENHANCED_MONITOR, ENHANCED_BARGE = "47378219", "47378220"
WHISPER, ENHANCED_WHISPER = "47378218", "47378221"

LISTEN_CODE, BARGE_CODE, WHISPER_CODE = "BM", "BB", "BW"

MONITOR_LOGS = (Sql("vicidial_rt_monitor_log"), Sql("vicidial_daily_rt_monitoring_log"))


class Asked(Parameters):
    """What blind_monitor is asked with."""

    phone_login = parameter(
        "The login of the phone to be called; of the source `queuemetrics` the dialplan number.", required=True
    )
    session_id = parameter("The agent's conference.", required=True)
    server_ip = parameter("The agent's server, by its address.", required=True)
    stage = parameter(
        "How to join: to listen unless given; what is none of these words is dialled before the session.",
        values=("MONITOR", "BARGE", "BARGESWAP", "HIJACK", "WHISPER"),
    )


@dataclass(frozen=True)
class _Mode:
    """How the manager joins: what is dialled before the session, how it is logged, who is called first."""

    prefix: str
    type: str = "LISTEN"
    code: str = LISTEN_CODE
    swap: bool = False


@dataclass(frozen=True)
class _Manager:
    """Who is called: a number of the dialplan of a server, and the caller id shown there."""

    dialplan_number: str
    server_ip: str
    outbound_cid: str


@dataclass(frozen=True)
class _Order:
    """The call to be made."""

    manager: _Manager
    mode: _Mode
    caller_code: str
    #: the agent's server, as the dialplan names it
    dial_string: str
    session_id: str

    @property
    def session(self) -> str:
        """What is dialled to join the session."""
        return f"{self.dial_string}{self.mode.prefix}{self.session_id}"

    @property
    def channel(self) -> str:
        """The channel that joins the session."""
        return f"Local/{self.session}@default"

    @property
    def caller_id(self) -> str:
        """Name and number of the caller, as the dialer writes them."""
        return f'"{self.caller_code}" <{self.manager.outbound_cid}>'


@function(
    "blind_monitor",
    gates=(
        *STANDARD,
        permission("USER DOES NOT HAVE PERMISSION TO BLIND MONITOR", level=7, unless_source=QUEUEMETRICS),
    ),
)
def blind_monitor(call: Call[Asked]) -> None:
    started = time.perf_counter()
    params = call.params
    found = _look_up(call)
    if found["session_found"] != "1":
        raise call.error(
            "INVALID SESSION ID", form=USER_LAST, logged=(params.session_id,),
            session_id=params.session_id, server_ip=params.server_ip,
        )  # fmt: skip
    if params.source != QUEUEMETRICS and found["phone_found"] != "1":
        raise call.error(
            "INVALID PHONE LOGIN", form=USER_LAST, logged=(params.phone_login,), phone_login=params.phone_login
        )

    mode = _mode(call, found["conf_engine"])
    order = _Order(_manager(call, found), mode, _caller_code(call, mode), _dial_string(params.server_ip),
                   params.session_id)  # fmt: skip
    action = _order_call(call, order)
    _log_dial(call, order)
    _log_caller_id(call, order)
    _log_monitoring(call, order, found)
    _log_report(call, order, time.perf_counter() - started)
    call.success(
        "HAS BEEN LAUNCHED", form=USER_LAST,
        logged=(params.phone_login, order.dial_string, params.session_id, action),
        phone_login=params.phone_login, dialled=order.session, dialplan_number=order.manager.dialplan_number,
        session_id=params.session_id, man_id=action,
    )  # fmt: skip


def _look_up(call: Call[Asked]) -> Row:
    """The agent's server, session and row, and the manager's phone."""
    session = (call.params.session_id, call.params.server_ip)
    found = call.db.one(
        """
        SELECT
          server.conf_engine,
          IF(server.conf_engine = 'CONFBRIDGE',
             EXISTS (SELECT 1 FROM vicidial_confbridges WHERE conf_exten = %s AND server_ip = %s),
             EXISTS (SELECT 1 FROM vicidial_conferences WHERE conf_exten = %s AND server_ip = %s)) AS session_found,
          phone.login IS NOT NULL AS phone_found, phone.dialplan_number, phone.server_ip AS phone_server_ip,
          phone.outbound_cid,
          (SELECT active_voicemail_server FROM system_settings LIMIT 1) AS voicemail_server,
          agent.user AS agent_user, IFNULL(agent.lead_id, 0) AS lead_id, agent.campaign_id,
          agent.status AS agent_status
        FROM (SELECT 1 AS one) AS request
        LEFT JOIN servers AS server ON server.server_ip = %s
        LEFT JOIN (
          SELECT login, dialplan_number, server_ip, outbound_cid FROM phones WHERE login = %s LIMIT 1
        ) AS phone ON TRUE
        LEFT JOIN (
          SELECT user, lead_id, campaign_id, status FROM vicidial_live_agents
          WHERE conf_exten = %s AND server_ip = %s
          LIMIT 1
        ) AS agent ON TRUE
        LIMIT 1
        """,
        *session, *session, call.params.server_ip, call.params.phone_login, *session,
    )  # fmt: skip
    return found or {}


def _manager(call: Call[Asked], found: Row) -> _Manager:
    if call.params.source != QUEUEMETRICS:
        return _Manager(found["dialplan_number"], found["phone_server_ip"], found["outbound_cid"])
    voicemail_server = found["voicemail_server"]
    server = voicemail_server if size(voicemail_server) >= SHORTEST_ADDRESS else call.params.server_ip
    return _Manager(call.params.phone_login, server, outbound_cid="")


def _mode(call: Call[Asked], conf_engine: str) -> _Mode:
    stage = call.params.stage
    monitor, barge = ("4", "6") if conf_engine == "CONFBRIDGE" else ("0", "")
    enhanced = int(call.system.get("enhanced_agent_monitoring") or 0) > 0
    # legacy: a word may stand anywhere in the stage, and the first of these counts.
    if not stage or "MONITOR" in stage:
        return _Mode(ENHANCED_MONITOR if enhanced else monitor)
    if "BARGE" in stage:
        return _Mode(ENHANCED_BARGE if enhanced else barge, "BARGE", BARGE_CODE, swap="SWAP" in stage)
    if "HIJACK" in stage:
        return _Mode("", "HIJACK", BARGE_CODE)
    if "WHISPER" in stage:
        if call.system.get("agent_whisper_enabled") != "1":
            return _Mode("0")
        return _Mode(ENHANCED_WHISPER if enhanced else WHISPER, "WHISPER", WHISPER_CODE)
    # legacy: what is none of them is dialled as it is; dialplans of their own answer to it.
    return _Mode(stage)


def _dial_string(server_ip: str) -> str:
    parts = server_ip.split(".")[:4]
    # legacy: a part that is missing has two zeros where the others have three digits.
    padded = [part.rjust(3, "0") for part in parts] + ["00"] * (4 - len(parts))
    return "".join(f"{part}*" for part in padded)


def _caller_code(call: Call, mode: _Mode) -> str:
    return f"{mode.code}{call.now.epoch}{call.user.name.rjust(8, '0')[:8]}"


def _order_call(call: Call, order: _Order) -> int:
    """Tell the dialer to make the call. Returns: the man_id of the order."""
    first, then = order.channel, order.manager.dialplan_number
    if order.mode.swap:
        first, then = f"Local/{order.manager.dialplan_number}@default", order.session
    return call.db.insert(
        """
        INSERT INTO vicidial_manager
          (entry_date, status, response, server_ip, uniqueid, channel, action, callerid, cmd_line_b, cmd_line_c,
           cmd_line_d, cmd_line_e, cmd_line_f, cmd_line_g, cmd_line_h, cmd_line_i, cmd_line_j, cmd_line_k)
        VALUES (%s, 'NEW', 'N', %s, '', '', 'Originate', %s, %s, 'Context: default', %s, 'Priority: 1', %s, %s,
                '', '', '', '')
        """,
        call.now.text, order.manager.server_ip, order.caller_code, f"Channel: {first}", f"Exten: {then}",
        f"Callerid: {order.caller_id}", f"Variable: __monitorsession={order.session_id}",
    )  # fmt: skip


def _log_dial(call: Call, order: _Order) -> None:
    _note(
        call,
        """
        INSERT INTO vicidial_dial_log
          (caller_code, lead_id, server_ip, call_date, extension, channel, timeout, outbound_cid, context)
        VALUES (%s, 0, %s, %s, %s, %s, 0, %s, 'default')
        """,
        order.caller_code, order.manager.server_ip, call.now.text, order.manager.dialplan_number, order.channel,
        order.caller_id,
    )  # fmt: skip


def _log_caller_id(call: Call, order: _Order) -> None:
    _note(
        call,
        """
        INSERT INTO vicidial_dial_cid_log
          (caller_code, call_date, call_type, call_alt, outbound_cid, outbound_cid_type)
        VALUES (%s, %s, 'MANUAL', 'MAIN', %s, 'MONITOR_AGENT')
        """,
        order.caller_code, call.now.text, order.manager.outbound_cid,
    )  # fmt: skip


def _log_monitoring(call: Call[Asked], order: _Order, agent: Row) -> None:
    """Log it for the reports, for today's and for all of them."""
    for table in MONITOR_LOGS:
        # safer: the same manager twice in one second is no error; the first row stays.
        _note(
            call,
            """
            INSERT IGNORE INTO %s
              (manager_user, manager_server_ip, manager_phone, manager_ip, agent_user, agent_server_ip, agent_status,
               agent_session, lead_id, campaign_id, caller_code, monitor_start_time, monitor_type)
            VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
            """,
            table, call.user.name, order.manager.server_ip, call.params.phone_login, call.client_address,
            agent["agent_user"], call.params.server_ip, agent["agent_status"], order.session_id, agent["lead_id"],
            agent["campaign_id"], order.caller_code, call.now.text, order.mode.type,
        )  # fmt: skip


def _log_report(call: Call[Asked], order: _Order, seconds: float) -> None:
    manager = order.manager
    _note(
        call,
        """
        INSERT INTO vicidial_report_log
          (event_date, user, ip_address, report_name, browser, referer, notes, url, run_time)
        VALUES
          (%s, %s, '1.1.1.1', 'API Blind Monitor', 'API', 'realtime_report.php', %s, 'REALTIME BLIND MONITOR', %s)
        """,
        call.now.text, call.user.name,
        f"{call.user.name}, {manager.server_ip}, {manager.dialplan_number}, {order.session_id}, "
        f"{call.params.phone_login}",
        f"{seconds:.6f}",
    )  # fmt: skip


def _note(call: Call, sql: str, *values: Value) -> None:
    # The call is ordered already: told that it was not, the manager would order it again.
    with call.actor.behind("MONITORING NOT LOGGED"):
        call.db.run(sql, *values)
