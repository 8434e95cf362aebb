"""What the reports share at the edge: their gates, what they are asked with, and how they say that nothing is there.

Source: the documents of the functions in functions/reports, docs/functions/README.md.
"""

from __future__ import annotations

from nonagent.api.answers import BLANK, FIELDS_ONLY, REFUSAL, Form, Line, Stop
from nonagent.api.call import Call
from nonagent.api.gates import Gate, permission
from nonagent.api.parameters import Parameters, parameter
from nonagent.rules.calls import call_counts

#: ` - USER|FIELD|FIELD`, the user logged too: nothing was found for what was asked
NOTHING_FOUND = Form(" - {user}|{fields}", "{user}|{fields}")

#: of parameters that reports repeat to who sent them
ONLY_SHOWN = "Not searched for: messages and the API log show it."


class CountAsked(Parameters):
    """What the call count reports are asked with alike."""

    statuses = parameter("Only calls with these statuses, with `-` between them.")
    query_date = parameter("The first day, `YYYY-MM-DD`; today unless given.")
    query_time = parameter("The time on that day, `HH:MM:SS`; midnight unless given.")
    end_date = parameter("The last day, `YYYY-MM-DD`; the first one unless given.")
    end_time = parameter("The time on that day, `HH:MM:SS`; its last second unless given.")
    stage = parameter("Not looked at: the API log shows it.")


def period(call: Call[CountAsked]) -> tuple[str, str]:
    """The first and the last second that are counted. Parameters: call. Returns: as call_counts.period."""
    params = call.params
    return call_counts.period(call.now.date, params.query_date, params.query_time, params.end_date, params.end_time)


def may_view_reports(reason: str) -> Gate:
    """Make the gate of the reports on single calls and agents.

    Parameters: reason, behind the function's name.
    Returns: the gate.
    """
    return permission(reason, level=7, columns={"vdc_agent_api_access": "1", "view_reports": "1"})


def may_view_stats(call: Call) -> None:
    """The gate of the call count reports: level 9 and view_reports."""
    if call.user.level >= 9 and call.user.holds("view_reports"):
        return
    # legacy: call_dispo_report names the other report too; callers match the text.
    raise call.error(
        "USER DOES NOT HAVE PERMISSION TO VIEW STATS",
        form=REFUSAL, by="call_status_stats", logged=(0,), count=0, end=BLANK,
    )  # fmt: skip


def missing(call: Call, what: str) -> Stop:
    """Refuse a call count report that is not told what to count.

    Parameters: call; what is missing, in capitals.
    Returns: what to raise: `raise missing(...)`.
    """
    stop = call.error(f"INVALID OR MISSING {what}", form=FIELDS_ONLY, logged=(), source=call.params.source)
    # legacy: the second line speaks of the source, whatever that holds.
    form = Form(": |{fields}|")
    call.show(Line("ERROR", "Invalid Source", call.user.name, {"source": call.params.source}, form))
    return stop
