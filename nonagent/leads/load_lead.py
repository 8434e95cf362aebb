"""The Load Lead alias, /API/lmapi.php: add_lead in the legacy protocol, with a parameter of its own for the campaign.

Source: spec/json-lead-submission.md, its last section.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from flask import Blueprint, Request

from nonagent.database import Database
from nonagent.legacy import endpoint, gates, intake
from nonagent.legacy.call import Call
from nonagent.legacy.intake import Array, Intake
from nonagent.legacy.parameters import table
from nonagent.legacy.registry import Function, registered
from nonagent.settings import Settings

PATHS = ("/API/lmapi.php", "/goAPIv2/goDashboard/goAPI.API/lmapi.php")
#: OPTIONS is for browsers that ask whether they may call, as on the main path
METHODS = ["GET", "POST", "OPTIONS"]
FUNCTION = "add_lead"
# legacy: the document misspells it, and so do the callers that follow it.
CAMPAIGN_NAMES = ("campaing", "campaign")

Raw = Callable[[str], str | None]


def add_routes(blueprint: Blueprint, settings: Settings, database: Database) -> None:
    """Add the alias under both its paths.

    Parameters: blueprint; settings; database.
    """
    answer = endpoint.view(settings, database, endpoint.Door(read, find))
    for path in PATHS:
        name = f"load_lead_{path.count('/')}"
        blueprint.add_url_rule(path, name, answer, methods=METHODS, provide_automatic_options=False)


def read(request: Request) -> Intake:
    """Take a request in, with the function and the campaign where they are not given under their legacy names.

    Parameters: request.
    Returns: what it carries; its query string, which the API log keeps, stays as it was sent.
    Raises: as legacy.intake.read.
    """
    sent = intake.read(request)
    supplied = {"function": FUNCTION, "campaign_id": campaign_named(sent.raw)}
    missing = {name: value for name, value in supplied.items() if value and not _given(sent.raw, name)}
    return replace(sent, query=sent.query | missing)


def campaign_named(raw: Raw) -> str:
    """The campaign under the alias's own names.

    Parameters: raw, which gives a parameter as it was sent.
    Returns: the campaign as it was sent, blank when it was not.
    """
    return next((value for name in CAMPAIGN_NAMES if (value := _given(raw, name))), "")


def find(name: str) -> Function:
    """Which function answers: add_lead with its campaign checked too, and a refusal under any other name.

    Parameters: name of the function asked for.
    Returns: the function.
    """
    return _add_lead() if name == FUNCTION else _REFUSAL


def campaign_exists(call: Call) -> None:
    """The campaign that the request names by `campaing` is one of the system's."""
    sent = campaign_named(call.params.raw)
    if not sent:
        return
    campaign_id = table()["campaign_id"].clean(sent, call.system.get("use_non_latin") == "1")
    if call.db.one("SELECT 1 FROM vicidial_campaigns WHERE campaign_id = %s", campaign_id):
        return
    data = f"{call.params.phone_number}|{campaign_id}"
    raise call.error(f"{FUNCTION} CAMPAIGN DOES NOT EXIST", f"{data}|{call.user.name}", data=data)


def refuse(call: Call) -> None:
    """Nobody may use another function here, whatever it is and whoever asks."""
    raise gates.not_allowed(call)


# safer: version and coffee, which answer anybody on the main path, ask for a login here before they are refused.
_REFUSAL = Function(
    "unknown", gates=(gates.source,), needs_login=True, list_restriction=False, reads_replica=False, handler=refuse
)


@cache
def _add_lead() -> Function:
    plain = registered()[FUNCTION]
    return replace(plain, gates=(*plain.gates, campaign_exists))


def _given(raw: Raw, name: str) -> str:
    value = raw(name)
    return "" if value is None or isinstance(value, Array) else value
