"""PUT /v1/pictures/{digest}: a picture's bytes, ahead of the check that mentions it."""

from __future__ import annotations

import hashlib

from flask import Blueprint, Response, request

from extension_api.access import Access, Body, Caller, access
from extension_api.answers import PictureAnswer
from extension_api.problems import Problem, ValueProblem
from extension_api.services import services
from extension_api.v1.check import RETRY_AFTER_MS
from extension_api.v1.reply import reply
from guard.model import Media, SkipCode


def add_routes(blueprint: Blueprint) -> None:
    blueprint.put("/pictures/<digest>")(put_picture)


@access(
    Access(
        Caller.CLIENT,
        Body.PICTURE,
        summary="Hand over a picture; repeating is harmless, findings come from the check",
        response=PictureAnswer,
        status=202,
    )
)
def put_picture(digest: str) -> Response:
    kept = services()
    data = request.get_data(cache=False)
    if hashlib.sha256(data).hexdigest() != digest:
        raise Problem("digest-differs", errors=[ValueProblem("", "The SHA-256 of the bytes is another one.")])
    kept.pictures.submit(data)
    (reading,) = kept.pictures.read([Media.from_digest(digest)], kept.guard.gallery())
    # Forgotten again between the two calls only when the memory for pictures is full: to the caller that is pending.
    unread = SkipCode.PENDING if reading.skipped is SkipCode.UNKNOWN_PICTURE else reading.skipped
    state = "read" if unread is None else unread.value
    retry = RETRY_AFTER_MS if unread is SkipCode.PENDING else None
    return reply({**kept.stamp(), "state": state, "retry_after_ms": retry}, 202)
