"""The way in: the one-time start link, and the pages' own styles and scripts."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, redirect, request
from werkzeug.security import safe_join
from werkzeug.wrappers import Response as BaseResponse

from extension_api.access import Access, Caller, access
from extension_api.problems import Problem
from extension_api.services import services

_STATIC = Path(__file__).parent / "static"
# Told here, since on some machines the system's own table calls scripts plain text.
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def add_routes(blueprint: Blueprint) -> None:
    blueprint.get("/start")(start)
    blueprint.get("/static/<path:name>")(static_file)


@access(Access(Caller.ANYBODY))
def start() -> BaseResponse:
    """Turn a start key into a session, once."""
    kept = services()
    if request.method == "HEAD":
        return Response()  # Programs look at links before people do; only who opens it uses it up.
    identity = kept.sessions.start(request.args.get("key", ""))
    if identity is None:
        raise Problem(
            "session-needed", "This start link was used before or is too old. Restart School Guard for a new one."
        )
    response = redirect("/", 303)
    secure = kept.config.addresses[request.host].startswith("https:")
    response.set_cookie(kept.cookie_name, identity, httponly=True, secure=secure, samesite="Strict", path="/")
    return response


@access(Access(Caller.ANYBODY))
def static_file(name: str) -> Response:
    path = safe_join(str(_STATIC), name)
    kind = _TYPES.get(Path(name).suffix)
    if path is None or kind is None or not Path(path).is_file():
        raise Problem("not-found")
    return Response(Path(path).read_bytes(), mimetype=kind)
