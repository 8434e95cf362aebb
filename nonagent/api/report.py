"""What the reports share at the edge: their gates, and lines that are handed out while they are read.

Source: the specs of the functions in functions/reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from nonagent.api.answers import BLANK, FIELDS_ONLY, REFUSAL, Form, Line, Stop
from nonagent.api.call import Call
from nonagent.api.gates import Gate, permission

#: what goes out in one piece: sent line by line a long report would take several times as long
LINES_AT_ONCE = 200


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


def print_found(call: Call, lines: Iterable[str], log: Callable[[int], None]) -> None:
    """Print lines while they are read, so that the report never stands in memory whole.

    Parameters: call; lines, not read before the answer is sent; log, makes the log entry once all is sent, or the
    caller has hung up, from the number of lines.
    """
    call.print_rest(_in_blocks(lines, log))


def _in_blocks(lines: Iterable[str], log: Callable[[int], None]) -> Iterator[str]:
    found = 0
    block: list[str] = []
    try:
        for line in lines:
            found += 1
            block.append(line)
            if len(block) == LINES_AT_ONCE:
                yield "".join(block)
                block.clear()
        yield "".join(block)
    except GeneratorExit:
        # The caller has hung up: what was read for it is logged all the same.
        pass
    log(found)
