"""The Load Lead alias, /API/lmapi.php: add_lead in the legacy protocol, with a parameter of its own for the campaign.

Source: docs/lead-submission.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from flask import Blueprint
from werkzeug.wrappers import Request

from nonagent.api import cleaning, gates
from nonagent.api.answers import BLANK, FIELDS_ONLY, USER_LAST
from nonagent.api.call import Call
from nonagent.api.lead_steps import NewLeadAsked
from nonagent.api.parameters import Array
from nonagent.api.registry import Function, registered
from nonagent.database import Database, Row, Session
from nonagent.legacy import endpoint, intake
from nonagent.legacy.intake import Intake
from nonagent.rules.leads import leads
from nonagent.settings import Settings

PATHS = ("/API/lmapi.php", "/goAPIv2/goDashboard/goAPI.API/lmapi.php")
#: OPTIONS is for browsers that ask whether they may call, as on the main path
METHODS = ["GET", "POST", "OPTIONS"]
FUNCTION = "add_lead"
# legacy: the document misspells it, and so do the callers that follow it.
CAMPAIGN_NAMES = ("campaing", "campaign")
LONGEST_SOURCE = 20

Raw = Callable[[str], str | None]


def add_routes(blueprint: Blueprint, settings: Settings, database: Database) -> None:
    """Add the alias under both its paths.

    Parameters: blueprint; settings; database.
    """
    answer = endpoint.for_flask(endpoint.view(settings, database, endpoint.Door(read, find)))
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
    """Which function answers: add_lead with what its document asks for beside, and a refusal under any other name.

    Parameters: name of the function asked for.
    Returns: the function.
    """
    return _add_lead() if name == FUNCTION else _REFUSAL


def source(call: Call) -> None:
    """The parameter `source` is no longer than the document allows."""
    if len(call.params.source) > LONGEST_SOURCE:
        raise gates.invalid_source(call)


def campaign(call: Call[NewLeadAsked]) -> None:
    """The campaign that `campaing` names is one of the system's, and that of the list, where the list has one."""
    sent = campaign_named(call.params.raw)
    campaign_id = cleaning.table()["campaign_id"].clean(sent, call.system.get("use_non_latin") == "1")
    phone = call.params.phone_number
    if not campaign_id:
        raise call.refusal("YOU MUST USE ALL REQUIRED FIELDS", phone_number=phone, end=BLANK)
    list_id = leads.list_or_default(call.params.list_id)
    found = _look_up(call.db, campaign_id, list_id)
    if found["campaigns"] == "0":
        raise call.error("CAMPAIGN DOES NOT EXIST", form=USER_LAST, phone_number=phone, campaign_id=campaign_id)
    if found["lists_of_others"] != "0":
        raise call.error("NOT AN ALLOWED LIST ID", form=FIELDS_ONLY, phone_number=phone, list_id=list_id)


def _look_up(db: Session, campaign_id: str, list_id: str) -> Row:
    # A list that is not defined, or is in no campaign, is not another campaign's.
    return db.one(
        """
        SELECT
          (SELECT COUNT(*) FROM vicidial_campaigns WHERE campaign_id = %s) AS campaigns,
          (SELECT COUNT(*) FROM vicidial_lists WHERE list_id = %s AND campaign_id NOT IN (%s, '')) AS lists_of_others
        """,
        campaign_id, list_id, campaign_id,
    ) or {}  # fmt: skip


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
    return replace(plain, gates=(source, *plain.gates, campaign))


def _given(raw: Raw, name: str) -> str:
    value = raw(name)
    return "" if value is None or isinstance(value, Array) else value
