"""POST /v1/pair: the access token for a code from the service's own page. POST /v1/start-link: a way to the pages."""

from __future__ import annotations

from flask import Blueprint, Response, request

from extension_api.access import Access, Body, Caller, access
from extension_api.answers import PairAnswer, StartLinkAnswer
from extension_api.problems import Problem
from extension_api.security import is_extension_origin
from extension_api.services import services
from extension_api.v1.policy import policy_answer
from extension_api.v1.reply import reply
from extension_api.wire import Nothing, PairRequest, read_json


def add_routes(blueprint: Blueprint) -> None:
    blueprint.post("/pair")(pair)
    blueprint.post("/start-link")(start_link)


@access(
    Access(
        Caller.ANYBODY,
        Body.JSON,
        summary="Exchange a pairing code for the access token",
        request=PairRequest,
        response=PairAnswer,
    )
)
def pair() -> Response:
    kept = services()
    if not kept.pairing.redeem(read_json(PairRequest).code.replace(" ", "")):
        raise Problem("code-refused")
    origin = request.headers.get("Origin", "")
    if is_extension_origin(origin):
        kept.extensions.learn(origin)
        kept.extensions.note_call(origin)
    return reply({**policy_answer(kept, "en"), "token": kept.issued_token})


@access(
    Access(
        Caller.BEARER,
        Body.JSON,
        summary="A one-time link to the try-it page (never to the register)",
        request=Nothing,
        response=StartLinkAnswer,
    )
)
def start_link() -> Response:
    kept = services()
    read_json(Nothing)
    return reply({**kept.stamp(), "url": kept.start_link(office=False, called_by=request.host)})
