"""CORS of the JSON endpoints: the legacy protocol's rules about origins and methods, for every answer and error.

Source: docs/protocol.md#answer.
"""

from __future__ import annotations

from flask import Blueprint, Response, request

from nonagent.legacy import cors
from nonagent.settings import Settings
from nonagent.web import JSON_PATHS, is_json
from nonagent.web.archive import endpoint as archive

#: headers that the endpoints read and a browser asks leave for, beside those of the setting
READ_HEADERS = ("Authorization", "Content-Type", "Idempotency-Key")


def add(blueprint: Blueprint, settings: Settings) -> None:
    """Let browsers in while the settings name origins and methods; affected_scripts names scripts, and none of these.

    Parameters: blueprint, before its other routes are added; settings.
    """
    if not cors.is_on(settings):
        return
    for path in (*JSON_PATHS, *(f"{path}/" for path in archive.ROUTES)):
        blueprint.add_url_rule(path, "preflight", _nothing, methods=["OPTIONS"], provide_automatic_options=False)

    # Of the application: a wrong path below ours, or a wrong method, gets to no view of the blueprint.
    @blueprint.after_app_request
    def share(response: Response) -> Response:
        if is_json(request.path):
            response.headers.update(_headers(settings))
            response.vary.add("Origin")
        return response


def _nothing() -> Response:
    return Response("")


def _headers(settings: Settings) -> dict[str, str]:
    found = cors.frame_options(settings) | cors.shared(request, settings)
    if "Access-Control-Allow-Origin" in found:
        named = settings.cors_allowed_headers
        found["Access-Control-Allow-Headers"] = ", ".join(filter(None, (named, *READ_HEADERS)))
    return found
