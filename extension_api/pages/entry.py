"""The way in: the one-time start link, and the pages' own styles and scripts."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, redirect, request, send_from_directory
from werkzeug.wrappers import Response as BaseResponse

from extension_api.access import Access, Caller, access
from extension_api.problems import Problem
from extension_api.services import services

_STATIC = Path(__file__).parent / "static"


def add_routes(blueprint: Blueprint) -> None:
    blueprint.get("/start")(start)
    blueprint.get("/static/<path:name>")(static_file)


@access(Access(Caller.ANYBODY))
def start() -> BaseResponse:
    """Turn a start key into a session, once."""
    kept = services()
    identity = kept.sessions.start(request.args.get("key", ""))
    if identity is None:
        raise Problem(
            "session-needed", "This start link was used before or is too old. Restart School Guard for a new one."
        )
    response = redirect("/", 303)
    response.set_cookie(kept.cookie_name, identity, httponly=True, samesite="Strict", path="/")
    return response


@access(Access(Caller.ANYBODY))
def static_file(name: str) -> Response:
    return send_from_directory(_STATIC, name)
