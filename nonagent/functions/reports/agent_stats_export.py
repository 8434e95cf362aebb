"""Exports what each agent did in a period: calls, times, pauses, sessions.

Source: docs/functions/agent_stats_export.md
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nonagent.api import styles
from nonagent.api.answers import Rows
from nonagent.api.call import Call
from nonagent.api.common_parameters import HEADER, STAGE
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import Parameters, flag, parameter
from nonagent.api.registry import function
from nonagent.api.report import NOTHING_FOUND, ONLY_SHOWN, may_view_reports
from nonagent.database import Row, Sql
from nonagent.functions.reports import durations
from nonagent.functions.reports.rounding import average, percentage

COLUMNS = (
    "user", "full_name", "user_group", "calls", "login_time", "total_talk_time", "avg_talk_time", "avg_wait_time",
    "pct_of_queue", "pause_time", "sessions", "avg_session", "pauses", "avg_pause_time", "pause_pct",
    "pauses_per_session", "wait_time", "talk_time", "dispo_time", "dead_time",
)  # fmt: skip
SUMS = ("calls", "pauses", "sessions", "pause", "wait", "talk", "dispo", "dead")
#: the size of `YYYY-MM-DD HH:MM:SS`
DATE_AND_TIME = (19, 19)


class Asked(Parameters):
    """What agent_stats_export is asked with."""

    datetime_start = parameter(
        "The first second, `YYYY-MM-DD HH:MM:SS`; a `+` may stand for the space.", required=True, length=DATE_AND_TIME
    )
    datetime_end = parameter("The last second, in the same way.", required=True, length=DATE_AND_TIME)
    agent_user = parameter("Only this agent; not looked for where it is longer.", length=(1, 20))
    campaign_id = parameter("Only this campaign; not looked for where it is longer.", length=(1, 8))
    group_by_campaign = flag("Gives each agent a line for each campaign.", "YES")
    time_format = parameter(
        "How times are written: `H` or `HF` as hours, `M` as minutes, with seconds; anything else as seconds alone.",
        values=("H", "HF", "M", "S"), default="HF",
    )  # fmt: skip
    stage = STAGE
    header = HEADER
    lead_id = parameter(ONLY_SHOWN)
    date = parameter(ONLY_SHOWN)


@dataclass
class Line:
    """The work of one agent, or of one agent in one campaign."""

    name: str
    #: what the database added up for the name's first spelling and for its last; nearly always the same row
    first: Row
    last: Row
    sums: Counter[str]

    def goes_on_as(self, name: str) -> bool:
        """Whether what follows under a name still belongs to this line."""
        # legacy: a dot in the line's name stands for any character, so a.c and abc are one agent.
        pattern = ".".join(re.escape(part) for part in self.name.split("."))
        return re.fullmatch(pattern, name, re.IGNORECASE | re.DOTALL) is not None


@function(
    "agent_stats_export",
    gates=(*STANDARD, may_view_reports("USER DOES NOT HAVE PERMISSION TO GET AGENT INFO")),
    reads_replica=True,
)
def agent_stats_export(call: Call[Asked]) -> None:
    params = call.params
    start, end = params.datetime_start, params.datetime_end
    if not params.are_complete():
        raise call.failure(
            "INVALID SEARCH PARAMETERS",
            agent_user=params.agent_user, datetime_start=start, datetime_end=end, campaign_id=params.campaign_id,
        )  # fmt: skip
    start, end = start.replace("+", " "), end.replace("+", " ")
    grouped = params.group_by_campaign == "YES"
    lines = _lines(_totals(call, start, end, grouped), grouped)
    if not lines:
        raise call.error(
            "NO RECORDS FOUND", form=NOTHING_FOUND,
            agent_user=params.agent_user, datetime_start=start, datetime_end=end, campaign_id=params.campaign_id,
        )  # fmt: skip
    columns = ("campaign_id", *COLUMNS) if grouped else COLUMNS
    rows = [[shown[column] for column in columns] for shown in _shown(lines, grouped, params.time_format)]
    call.show(Rows(columns, rows, styles.style(params.stage), columns if params.header == "YES" else None))
    call.log(
        "SUCCESS", f"agent_stats_export AGENTS FOUND: {len(lines)}",
        call.user.name, params.agent_user, params.lead_id, params.date, styles.known_stage(params.stage),
    )  # fmt: skip


def _totals(call: Call[Asked], start: str, end: str, grouped: bool) -> list[Row]:
    """Each agent's sums, added up by the database, beside what is needed of its first and last row."""
    params = call.params
    agent = params.agent_user if Asked.agent_user.fits(params.agent_user) else ""
    campaign = params.campaign_id if Asked.campaign_id.fits(params.campaign_id) else ""
    # Users that differ in more than case are users of their own.
    return call.db.all(
        """
        SELECT totals.*, first_row.user, first_row.campaign_id, agent.full_name, agent.user_group,
          first_row.dispo_sec AS first_dispo, first_row.pause_epoch AS start, last_row.pause_epoch AS end,
          COALESCE(last_row.pause_sec, 0) + COALESCE(last_row.wait_sec, 0)
            + COALESCE(last_row.talk_sec, 0) + COALESCE(last_row.dispo_sec, 0) AS end_length
        FROM (
          SELECT MIN(agent_log_id) AS first_id, MAX(agent_log_id) AS last_id, SUM(lead_id > 0) AS calls,
            COUNT(pause_sec) AS pauses, SUM(LOCATE(BINARY 'LOGIN', sub_status) > 0) AS sessions,
            SUM(pause_sec) AS pause, SUM(wait_sec) AS wait, SUM(talk_sec) AS talk, SUM(dispo_sec) AS dispo,
            SUM(dead_sec) AS dead
          FROM vicidial_agent_log
          WHERE event_time >= %s AND event_time <= %s
            AND (%s = '' OR user = %s) AND (%s = '' OR campaign_id = %s)
          GROUP BY %s, BINARY LOWER(user)
        ) AS totals
        JOIN vicidial_agent_log AS first_row ON first_row.agent_log_id = totals.first_id
        JOIN vicidial_agent_log AS last_row ON last_row.agent_log_id = totals.last_id
        LEFT JOIN vicidial_users AS agent ON agent.user = first_row.user
        ORDER BY %s, totals.first_id
        """,
        start, end, agent, agent, campaign, campaign,
        Sql("campaign_id, user") if grouped else Sql("user"),
        Sql("first_row.campaign_id, first_row.user") if grouped else Sql("first_row.user"),
    )  # fmt: skip


def _lines(rows: list[Row], grouped: bool) -> list[Line]:
    lines: list[Line] = []
    for row in rows:
        name = f"{row['campaign_id']} {row['user']}" if grouped else row["user"]
        sums = Counter({column: int(row[column] or 0) for column in SUMS})
        if lines and lines[-1].goes_on_as(name):
            lines[-1].last = row
            lines[-1].sums += sums
        else:
            lines.append(Line(name, row, row, sums))
    return lines


def _shown(lines: list[Line], grouped: bool, time_format: str) -> Iterator[dict[str, str | int]]:
    """What each line shows, by column."""

    def text(seconds: int) -> str:
        return durations.as_text(seconds, time_format)

    all_calls = sum(line.sums["calls"] for line in lines)
    talked_before = 0
    for line in lines:
        sums, calls = line.sums, line.sums["calls"]
        # legacy: not grouped, the first row's wrap-up time counts twice, here and in the login time.
        dispo = sums["dispo"] + (0 if grouped else int(line.first["first_dispo"] or 0))
        login = _login_seconds(line, dispo, grouped)
        sessions = max(sums["sessions"], 1)
        total_talk = text(sums["talk"] - sums["dead"] if calls else 0)
        yield {
            "campaign_id": line.first["campaign_id"],
            "user": line.first["user"],
            "full_name": line.first["full_name"],
            "user_group": line.first["user_group"],
            "calls": calls,
            "login_time": text(login),
            "total_talk_time": total_talk,
            "avg_talk_time": text(average(talked_before, calls)),
            "avg_wait_time": text(average(sums["wait"], calls)),
            "pct_of_queue": percentage(calls, all_calls),
            "pause_time": sums["pause"],
            "sessions": sessions,
            "avg_session": text(average(login, sessions)),
            "pauses": sums["pauses"],
            "avg_pause_time": text(average(sums["pause"], sums["pauses"])),
            "pause_pct": percentage(sums["pause"], login) if sums["pauses"] and login > 0 else "100%",
            "pauses_per_session": average(sums["pauses"], sessions),
            "wait_time": text(sums["wait"] if calls else 0),
            "talk_time": text(sums["talk"] if calls else 0),
            "dispo_time": text(dispo if calls else 0),
            "dead_time": text(sums["dead"] if calls else 0),
        }
        # legacy: the average talk time comes from the line before, as far as its text reads as a number.
        talked_before = int(total_talk.partition(":")[0])


def _login_seconds(line: Line, dispo: int, grouped: bool) -> int:
    """The time logged in, at most that from the start of the first row to the end of the last."""
    start = int(line.first["start"] or 0) if grouped else 0
    longest = int(line.last["end"] or 0) - start + int(line.last["end_length"])
    return min(line.sums["pause"] + line.sums["wait"] + line.sums["talk"] + dispo, longest)
