"""The Flask application, put together from its parts."""

from __future__ import annotations

from flask import Flask

from extension_api.config import MAX_PICTURE, ServiceConfig
from extension_api.logs import log_requests
from extension_api.pages import make_blueprint as make_pages
from extension_api.problems import register_problem_handlers
from extension_api.security import Doorkeeper, guard_routes
from extension_api.services import Services, keep_services, open_services
from extension_api.v1 import make_blueprint as make_v1


def create_app(config: ServiceConfig, services: Services | None = None) -> Flask:
    """The service as a WSGI application.

    Opens policy, register and picture worker as `config` says, unless `services` brings them along (tests).
    Raises ServiceError, and the library's errors where policy or register cannot be used.
    """
    services = services if services is not None else open_services(config)
    app = Flask("extension_api", static_folder=None, template_folder="pages/templates")
    app.config.update(
        MAX_CONTENT_LENGTH=MAX_PICTURE,
        # Without configured origins nobody has business with OPTIONS, and no Access-Control header is ever sent.
        PROVIDE_AUTOMATIC_OPTIONS=bool(config.allowed_origins),
    )
    keep_services(app, services)
    log_requests(app)
    guard_routes(app, services)
    register_problem_handlers(app)
    app.register_blueprint(make_v1())
    app.register_blueprint(make_pages())
    if config.allowed_origins:
        from flask_cors import CORS

        CORS(
            app,
            resources={r"/v1/.*": {"origins": list(config.allowed_origins)}},
            methods=["GET", "POST", "PUT"],
            allow_headers=["Authorization", "Content-Type"],
        )
    app.wsgi_app = Doorkeeper(app.wsgi_app, services)  # type: ignore[method-assign]
    return app
