"""Who gets in. On every route, in this order: Host, Sec-Fetch-Site, Origin, method, content type, token, size; the
schema is last and stands with the routes.

The token (or the session) is the authentication. What comes before it are filters against web pages: a rebound name
fails at Host, another site's script at Sec-Fetch-Site or Origin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flask import Flask, g, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from extension_api.access import Access, Body, Caller, access_of
from extension_api.problems import Problem, as_problem, problem_response
from extension_api.services import Services
from extension_api.sessions import Session

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PAIR_PATH = "/v1/pair"
_EXTENSION_ORIGIN = re.compile(r"(?:chrome-extension://[a-p]{32}|moz-extension://[0-9a-f-]{36})")

SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Doorkeeper:
    """The first three checks, around the whole app: before routing, also for addresses that do not exist.

    What it lets out carries the security headers.
    """

    def __init__(self, app: WSGIApplication, services: Services) -> None:
        self._app = app
        self._services = services

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Any:
        def start(status: str, headers: list[tuple[str, str]], *exc_info: Any) -> Any:
            named = {name.lower() for name, _ in headers}
            headers.extend(each for each in SECURITY_HEADERS.items() if each[0].lower() not in named)
            return start_response(status, headers, *exc_info)

        refused = door_refusal(self._services, environ)
        if refused is None:
            return self._app(environ, start)
        response: Response = problem_response(refused, environ.get("PATH_INFO", ""))
        return response(environ, start)


def door_refusal(services: Services, environ: WSGIEnvironment) -> Problem | None:
    """What the first three checks say: Host, Sec-Fetch-Site, Origin."""
    config = services.config
    own = config.addresses.get(environ.get("HTTP_HOST", ""))
    if own is None:
        return Problem("host-refused")
    origin = environ.get("HTTP_ORIGIN")
    if origin in config.allowed_origins and environ.get("PATH_INFO", "").startswith("/v1/"):
        return None
    if environ.get("HTTP_SEC_FETCH_SITE", "none") not in ("none", "same-origin"):
        return Problem("origin-refused")
    if origin is None or origin == own or services.extensions.knows(origin):
        return None
    if environ.get("PATH_INFO") == PAIR_PATH and is_extension_origin(origin):
        return None
    return Problem("origin-refused")


def refusal_by_headers(app: Flask, services: Services, environ: WSGIEnvironment) -> Problem | None:
    """What all checks but the schema say of a request, by its headers; None lets it in. Nothing of a body is read."""
    refused = door_refusal(services, environ)
    if refused is not None:
        return refused
    try:
        with app.request_context(environ):
            _check_route(app, services)
    except Problem as problem:
        return problem
    except HTTPException as error:
        return as_problem(error)
    return None


def is_extension_origin(origin: str) -> bool:
    """Whether an Origin header is a browser extension's."""
    return _EXTENSION_ORIGIN.fullmatch(origin) is not None


def guard_routes(app: Flask, services: Services) -> None:
    """Install the remaining checks."""

    @app.before_request
    def check_request() -> None:
        _check_route(app, services)


def _check_route(app: Flask, services: Services) -> None:
    """Method, content type, token, size of the current request. Raises Problem, HTTPException."""
    if request.method == "OPTIONS" and services.config.allowed_origins:
        return  # a preflight of a configured origin; it carries no token and is answered with headers only
    if request.routing_exception is not None:
        raise request.routing_exception
    declared = access_of(app, request.endpoint or "")
    if declared is None:
        raise Problem("not-found")
    _check_content_type(declared)
    _check_caller(declared, services)
    request.max_content_length = declared.limit
    # A body in chunks announces no length; only pictures may come that way.
    if "Transfer-Encoding" in request.headers and declared.body is not Body.PICTURE:
        raise Problem("length-required")
    if (request.content_length or 0) > declared.limit:
        raise Problem("too-large")


def _check_content_type(declared: Access) -> None:
    if request.method in ("GET", "HEAD"):
        return
    kind = request.mimetype
    if declared.body is Body.JSON:
        fits = kind == "application/json"
    else:
        fits = declared.body is Body.PICTURE and (kind.startswith("image/") or kind == "application/octet-stream")
    if not fits:
        raise Problem("unsupported-media-type")


def _check_caller(declared: Access, services: Services) -> None:
    if declared.caller is Caller.ANYBODY:
        return
    if declared.caller in (Caller.CLIENT, Caller.BEARER):
        authorization = request.headers.get("Authorization", "")
        if authorization:
            scheme, _, offered = authorization.partition(" ")
            if scheme.lower() != "bearer" or not services.token.matches(offered):
                raise _token_needed()
            services.extensions.note_call(request.headers.get("Origin"))
            return
        if declared.caller is Caller.BEARER:
            raise _token_needed()
    session = services.sessions.find(request.cookies.get(services.cookie_name, ""))
    if session is None:
        raise _token_needed() if declared.caller is Caller.CLIENT else Problem("session-needed")
    if declared.caller is Caller.OFFICE and not session.office:
        raise Problem("not-for-this-session")
    if request.method not in ("GET", "HEAD") and not _same(session.csrf, request.headers.get("X-CSRF-Token", "")):
        raise Problem("form-outdated")
    g.session = session


def current_session() -> Session:
    """The session of a request that was let in by one."""
    session: Session = g.session
    return session


def _same(expected: str, offered: str) -> bool:
    from extension_api.tokens import Secret

    return Secret(expected).matches(offered)


def _token_needed() -> Problem:
    return Problem("token-needed", headers={"WWW-Authenticate": "Bearer"})
