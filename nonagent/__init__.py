"""nonagent: a drop-in replacement for VICIdial's non_agent_api.php."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask, Response

    from nonagent.settings import Settings

__version__ = "0.1.0"


def create_app(settings: Settings | None = None) -> Flask:
    """Wire the blueprints into one WSGI application.

    Parameters: settings, read from the environment and astguiclient.conf when not given.
    Returns: the application, without having touched the database yet.
    Raises: settings.SettingsError when a setting holds a wrong value.
    """
    from flask import Flask

    from nonagent import logs
    from nonagent import web as leads
    from nonagent.legacy import endpoint, reply
    from nonagent.operations import endpoints
    from nonagent.operations.watched_database import WatchedDatabase
    from nonagent.requests import watch
    from nonagent.serving.front import Front
    from nonagent.settings import Settings

    settings = settings or Settings.from_environment()
    logs.set_up(settings.log_level, settings.log_format)
    app = Flask("nonagent", static_folder=None)
    database = WatchedDatabase(settings)
    legacy = endpoint.view(settings, database, endpoint.Door())
    app.register_blueprint(endpoint.blueprint(settings, legacy))
    json_endpoints = leads.blueprint(settings, database)
    watch.blueprint(json_endpoints, settings)
    app.register_blueprint(json_endpoints)
    app.register_blueprint(endpoints.blueprint(settings))
    watch.the_rest(app, settings)
    app.after_request(_taken_as_called)
    app.wsgi_app = Front(app.wsgi_app, dict.fromkeys(settings.paths, reply.application(legacy)))  # type: ignore[method-assign]
    return app


def _taken_as_called(response: Response) -> Response:
    # Browsers guess a type by what stands in an answer, which may be what somebody stored.
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
