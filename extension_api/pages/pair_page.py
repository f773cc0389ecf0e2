"""Pairing the extension: the page shows a code, the person types it into the extension."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from extension_api.access import Access, Body, Caller, access
from extension_api.pairing import VALID_FOR
from extension_api.security import current_session
from extension_api.services import services
from extension_api.v1.reply import reply
from extension_api.wire import Nothing, PairRequest, read_json


def add_routes(blueprint: Blueprint) -> None:
    blueprint.get("/pair")(pair_page)
    blueprint.post("/pair/code")(new_code)
    blueprint.post("/pair/state")(code_state)


@access(Access(Caller.SESSION))
def pair_page() -> str:
    return render_template("pair.html", session=current_session())


@access(Access(Caller.SESSION, Body.JSON))
def new_code() -> Response:
    read_json(Nothing)
    kept = services()
    return reply({**kept.stamp(), "code": kept.pairing.new_code(), "valid_for_seconds": int(VALID_FOR)})


@access(Access(Caller.SESSION, Body.JSON))
def code_state() -> Response:
    """What became of the code the page shows: only whoever is shown one can ask, and can have a new one anyway."""
    kept = services()
    return reply({**kept.stamp(), "state": kept.pairing.state(read_json(PairRequest).code)})
