"""The lives of what Flask's own routing answers: the JSON endpoints, and whatever no view answers."""

from __future__ import annotations

from flask import Blueprint, Flask, Response, g, request

from nonagent.requests import lifecycle
from nonagent.settings import Settings

RESULTS = {2: "SUCCESS", 4: "ERROR", 5: "FAILED"}


def the_rest(app: Flask, settings: Settings) -> None:
    """Log and count the requests that no view answers: unknown paths, and methods that a path does not take.

    Parameters: app; settings.
    """

    def end(response: Response) -> Response:
        if request.url_rule is None:
            life = lifecycle.begin(request, settings)
            reason = type(request.routing_exception).__name__
            lifecycle.refused(life.peer.address, response.status_code, reason)
        return response

    app.after_request(end)


def blueprint(blueprint: Blueprint, settings: Settings) -> None:
    """Log and count the requests of a blueprint; its views may say in `flask.g.user` whose request it is.

    Parameters: blueprint, not registered yet; settings.
    """

    def start() -> None:
        g.life = lifecycle.begin(request, settings)

    def end(response: Response) -> Response:
        # Load Lead answers among the JSON endpoints in the legacy protocol, which finishes its requests itself.
        life: lifecycle.Life | None = g.get("life")
        if life is None or life.is_finished:
            return response
        # The endpoint's name, not the path: a path may hold ids.
        name = (request.endpoint or "").rpartition(".")[2]
        status = response.status_code
        result = "LOGIN" if status in (401, 403) else RESULTS.get(status // 100, "NONE")
        life.user = str(g.get("user", ""))
        # Without the query: a key may stand in it.
        life.finish(name, name, status, result, "-", lambda: request.path)
        return response

    blueprint.before_request(start)
    blueprint.after_request(end)
