"""GET /v1/health and GET /v1/openapi.json: what is running, and how to speak with it."""

from __future__ import annotations

from flask import Blueprint, Response, current_app

from extension_api.access import Access, Caller, access
from extension_api.answers import HealthAnswer
from extension_api.services import services
from extension_api.v1.reply import reply
from guard import __version__


def add_routes(blueprint: Blueprint) -> None:
    blueprint.get("/health")(health)
    blueprint.get("/openapi.json")(openapi)


@access(Access(Caller.ANYBODY, summary="Whether the service is well; no secrets", response=HealthAnswer))
def health() -> Response:
    kept = services()
    return reply(
        {
            **kept.stamp(),
            "status": "ok",
            "version": __version__,
            "pictures": kept.pictures.state,
            "register": "none" if kept.guard.register_version is None else "open",
        }
    )


@access(Access(Caller.CLIENT, summary="This description", response=dict))
def openapi() -> Response:
    from extension_api.openapi import describe  # needed by developers only, so not at start

    return reply({**describe(current_app), **services().stamp()})
