"""The JSON endpoints: lead archive and lead submission, and Load Lead, which speaks the legacy protocol.

Source: docs/lead-archive.md, docs/lead-submission.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Blueprint
    from flask.typing import ResponseReturnValue

    from nonagent.database import Database
    from nonagent.settings import Settings

#: paths that are answered in JSON, errors too; what stands below them as well
JSON_PATHS = ("/vicidial/lead/archive", "/vicidial/leads/archive", "/lead/add", "/lead/cancel", "/openapi.json")
#: whose document calls an error `error`, and puts the status into the body
ARCHIVE_V1 = "/vicidial/lead/archive"
#: the status its document has for whatever has none of its own
FAILED_V1 = 439
FAILED = "internal error, see the log of the server"
UNAVAILABLE = "database unavailable, try again"
SCHEMA_DIFFERS = "table or column missing in the database, run nonagent init-db"
MOST_BYTES = 1 << 20


def blueprint(settings: Settings, database: Database) -> Blueprint:
    """The JSON endpoints and the Load Lead alias, with the errors that no view answers itself.

    Parameters: settings; database.
    Returns: the blueprint.
    """
    # Imported here, so that the command line, which wants keys and types alone, is spared the endpoints.
    from flask import Blueprint, request
    from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

    from nonagent.requests import lifecycle
    from nonagent.web import cors, load_lead, openapi
    from nonagent.web.archive import endpoint as archive
    from nonagent.web.submission import endpoint as submission

    leads = Blueprint("leads", __name__)
    # The documents' order is the order of the keys.
    leads.record(lambda state: setattr(state.app.json, "sort_keys", False))
    cors.add(leads, settings)
    for module in (archive, load_lead, openapi, submission):
        module.add_routes(leads, settings, database)

    @leads.before_request
    def limit_body() -> None:
        if not is_json(request.path):
            return
        # A body of unknown length is not refused by werkzeug but cut off there: read on by one byte to tell.
        request.max_content_length = MOST_BYTES + 1
        length = request.content_length
        if (len(request.get_data()) if length is None else length) > MOST_BYTES:
            raise RequestEntityTooLarge

    # Of the application, not of the blueprint: a wrong method or a path below ours never gets to a view of ours.
    @leads.app_errorhandler(HTTPException)
    @leads.errorhandler(HTTPException)
    def refused(error: HTTPException) -> ResponseReturnValue:
        if not is_json(request.path):
            return error
        status = error.code or 500
        headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")}
        return body(request.path, error.name, status), status, headers

    @leads.errorhandler(Exception)
    def failed(error: Exception) -> ResponseReturnValue:
        fault = lifecycle.fault(error, f"{request.method} {request.path}")
        if fault.status == 503:
            return body(request.path, UNAVAILABLE, 503), 503, fault.headers
        status = FAILED_V1 if request.path.startswith(ARCHIVE_V1) else fault.status
        return body(request.path, SCHEMA_DIFFERS if fault.is_schema else FAILED, status), status

    return leads


def is_json(path: str) -> bool:
    """Whether a path is answered in JSON. Parameters: path. Returns: so."""
    return any(path == ours or path.startswith(f"{ours}/") for ours in JSON_PATHS)


def body(path: str, message: str, status: int) -> dict[str, object]:
    """An error as the document of its endpoint words it.

    Parameters: path of the request; message; status.
    Returns: the JSON.
    """
    if path.startswith(ARCHIVE_V1):
        return {"error": message, "status_code": status}
    return {"message": message}
