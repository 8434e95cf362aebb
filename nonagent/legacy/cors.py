"""The optional CORS headers of browsers' calls. Source: docs/protocol.md#answer."""

from __future__ import annotations

import re

from werkzeug.wrappers import Request

from nonagent.settings import Settings

SCRIPT = "non_agent_api.php"


def headers(request: Request, settings: Settings) -> dict[str, str]:
    """Which headers an answer of the script gets.

    Parameters: request; settings with the cors_ options.
    Returns: header values by name, none while CORS is off or does not apply.
    """
    return frame_options(settings) | (shared(request, settings) if _applies(settings) else {})


def is_on(settings: Settings) -> bool:
    """Whether browsers of other origins may call at all. Parameters: settings with the cors_ options."""
    return bool(settings.cors_allowed_origin and settings.cors_allowed_methods)


def frame_options(settings: Settings) -> dict[str, str]:
    """The header about frames, whoever asks. Parameters: settings. Returns: its value by its name, or nothing."""
    if not settings.cors_frame_options or not is_on(settings):
        return {}
    return {"X-Frame-Options": settings.cors_frame_options}


def shared(request: Request, settings: Settings) -> dict[str, str]:
    """The headers that let a browser of the request's origin read the answer.

    Parameters: request; settings, while CORS is on.
    Returns: header values by name, none for an origin or a method that is not allowed.
    """
    origin = request.headers.get("Origin", "")
    method = request.headers.get("Access-Control-Request-Method") or request.method
    if not origin or not _is_allowed(origin, settings.cors_allowed_origin):
        return {}
    if method.lower() not in settings.cors_allowed_methods.lower():
        return {}
    found = {"Access-Control-Allow-Origin": origin, "Access-Control-Allow-Methods": settings.cors_allowed_methods}
    if settings.cors_allowed_headers:
        found["Access-Control-Allow-Headers"] = settings.cors_allowed_headers
    if settings.cors_credentials:
        found["Access-Control-Allow-Credentials"] = "true"
    return found


def is_preflight(request: Request, settings: Settings) -> bool:
    """Whether a request only asks what is allowed: it ends with an empty body, match or not."""
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers and _applies(settings)


def _applies(settings: Settings) -> bool:
    return is_on(settings) and SCRIPT in settings.cors_affected_scripts.lower().split()


def _is_allowed(origin: str, allowed: str) -> bool:
    if allowed == "*" or origin.lower() in allowed.lower():
        return True
    try:
        return re.search(allowed, origin, re.IGNORECASE) is not None
    except re.error:
        return False
