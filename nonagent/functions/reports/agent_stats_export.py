"""Exports what each agent did in a period: calls, times, pauses, sessions.

Source: spec/agent_stats_export.md
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nonagent.api.call import Call
from nonagent.api.gates import STANDARD
from nonagent.api.parameters import AnyParameters, size
from nonagent.api.registry import function
from nonagent.api.report import may_view_reports
from nonagent.database import Row, Session
from nonagent.functions.reports import durations
from nonagent.functions.reports.rounding import average, percentage
from nonagent.rules import delimited

COLUMNS = (
    "user", "full_name", "user_group", "calls", "login_time", "total_talk_time", "avg_talk_time", "avg_wait_time",
    "pct_of_queue", "pause_time", "sessions", "avg_session", "pauses", "avg_pause_time", "pause_pct",
    "pauses_per_session", "wait_time", "talk_time", "dispo_time", "dead_time",
)  # fmt: skip
SUMS = ("calls", "pauses", "sessions", "pause", "wait", "talk", "dispo", "dead")
DATE_AND_TIME = 19


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
def agent_stats_export(call: Call[AnyParameters]) -> None:
    params = call.params
    start, end = params.datetime_start, params.datetime_end
    if size(start) != DATE_AND_TIME or size(end) != DATE_AND_TIME:
        raise call.failure("INVALID SEARCH PARAMETERS", params.agent_user, start, end, params.campaign_id)
    start, end = start.replace("+", " "), end.replace("+", " ")
    grouped = params.group_by_campaign == "YES"
    lines = _lines(_totals(call.db, params, start, end, grouped), grouped)
    if not lines:
        asked = (call.user.name, params.agent_user, start, end, params.campaign_id)
        raise call.error("agent_stats_export NO RECORDS FOUND", "|".join(asked))
    columns = ("campaign_id", *COLUMNS) if grouped else COLUMNS
    if params.header == "YES":
        call.print(delimited.line(params.stage, *columns))
    for shown in _shown(lines, grouped, params.time_format or "HF"):
        call.print(delimited.line(params.stage, *(shown[column] for column in columns)))
    data = (call.user.name, params.agent_user, params.lead_id, params.date, delimited.known_stage(params.stage))
    call.log("SUCCESS", f"agent_stats_export AGENTS FOUND: {len(lines)}", "|".join(data))


def _totals(db: Session, params: AnyParameters, start: str, end: str, grouped: bool) -> list[Row]:
    """Each agent's sums, added up by the database, beside what is needed of its first and last row."""
    agent = params.agent_user if size(params.agent_user) <= 20 else ""
    campaign = params.campaign_id if size(params.campaign_id) <= 8 else ""
    # Only names of this module go into the statement. Users that differ in more than case are users of their own.
    return db.all(
        f"""
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
          GROUP BY {"campaign_id, user" if grouped else "user"}, BINARY LOWER(user)
        ) AS totals
        JOIN vicidial_agent_log AS first_row ON first_row.agent_log_id = totals.first_id
        JOIN vicidial_agent_log AS last_row ON last_row.agent_log_id = totals.last_id
        LEFT JOIN vicidial_users AS agent ON agent.user = first_row.user
        ORDER BY {"first_row.campaign_id, first_row.user" if grouped else "first_row.user"}, totals.first_id
        """,  # noqa: S608
        start, end, agent, agent, campaign, campaign,
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
