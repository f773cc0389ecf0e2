"""POST /v1/check: what the policy says of a draft."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from extension_api.access import Access, Body, Caller, access
from extension_api.answers import CheckAnswer
from extension_api.offsets import spans_to_utf16
from extension_api.services import API_VERSION, services
from extension_api.v1.reply import reply
from extension_api.wire import CheckRequest, read_json
from guard.guard import Guard
from guard.messages import LANGUAGES, language_of
from guard.model import SkipCode

RETRY_AFTER_MS = 250


def add_routes(blueprint: Blueprint) -> None:
    blueprint.post("/check")(check)


@access(
    Access(
        Caller.CLIENT,
        Body.JSON,
        summary="What the school's policy says of a draft",
        request=CheckRequest,
        response=CheckAnswer,
    )
)
def check() -> Response:
    return reply(check_answer(services().guard, read_json(CheckRequest)))


def check_answer(guard: Guard, asked: CheckRequest) -> dict[str, Any]:
    """The report on the draft as JSON data, offsets counted as the caller asked."""
    draft = asked.draft.to_draft()
    report = guard.check(draft)
    answer = report.to_dict(language_for(asked.language))
    if asked.offset_encoding == "utf-16":
        spans_to_utf16(answer, draft.all_parts())
    pending = any(each.code is SkipCode.PENDING for each in report.skipped)
    # Policy and register version stand in the report: those it was made with.
    return {"api_version": API_VERSION, **answer, "retry_after_ms": RETRY_AFTER_MS if pending else None}


def language_for(wanted: str) -> str:
    """The language to answer in: the one asked for, else what the browser prefers, else the first there is."""
    return language_of(wanted or request.accept_languages.best_match(LANGUAGES) or "")
