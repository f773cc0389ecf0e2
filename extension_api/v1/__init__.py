"""Version 1 of the HTTP interface: one file a subject, all under /v1."""

from __future__ import annotations

from flask import Blueprint

from extension_api.v1 import about, check, outcomes, pair, pictures, policy


def make_blueprint() -> Blueprint:
    """All routes of version 1."""
    blueprint = Blueprint("v1", __name__, url_prefix="/v1")
    for module in (check, pictures, policy, pair, outcomes, about):
        module.add_routes(blueprint)
    return blueprint
