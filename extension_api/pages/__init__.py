"""The service's own pages, for people: trying it out, the register, pairing, what errors mean. One file a subject."""

from __future__ import annotations

from flask import Blueprint

from extension_api.pages import entry, help_page, pair_page, register_api, register_page, try_page, usefulness_page


def make_blueprint() -> Blueprint:
    """All pages, and what their scripts call."""
    blueprint = Blueprint("pages", __name__)
    for module in (entry, try_page, pair_page, register_page, register_api, usefulness_page, help_page):
        module.add_routes(blueprint)
    return blueprint
