"""What the register page's script calls. Photos come one by one as raw bodies and touch no disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from flask import Blueprint, Response, current_app, request

from extension_api.access import Access, Body, Caller, access
from extension_api.pages.enrolments import Enrolments
from extension_api.pages.photos import NO_MODELS, photo_answer
from extension_api.pages.register_wire import (
    ListRequest,
    PersonRequest,
    RecognitionRequest,
    WithdrawRequest,
    record_answer,
)
from extension_api.problems import Problem
from extension_api.services import services
from extension_api.v1.reply import reply
from extension_api.wire import read_json
from guard.model import Media
from guard.pictures.errors import PicturesUnavailable
from guard.register.errors import InvalidEntry, RecognitionRefused, UnknownPerson

_OFFICE = access(Access(Caller.OFFICE, Body.JSON))
_KEY = "school_guard_enrolments"


def add_routes(blueprint: Blueprint) -> None:
    blueprint.record_once(lambda state: state.app.extensions.setdefault(_KEY, Enrolments()))
    blueprint.post("/register/list")(list_people)
    blueprint.post("/register/people")(add_person)
    blueprint.post("/register/people/<reference>/recognition")(begin_recognition)
    blueprint.put("/register/people/<reference>/photos")(add_photo)
    blueprint.post("/register/people/<reference>/withdraw")(withdraw)


def _enrolments() -> Enrolments:
    found: Enrolments = current_app.extensions[_KEY]
    return found


@contextmanager
def _refusals() -> Iterator[None]:
    """Pass on what the register refuses: these sentences are written for people and name nobody."""
    try:
        yield
    except (InvalidEntry, RecognitionRefused) as error:
        sentence = str(error)
        raise Problem("invalid", f"{sentence[:1].upper()}{sentence[1:]}.") from None
    except UnknownPerson:
        raise Problem("not-found", "Nobody on the list has this record any more.") from None


@_OFFICE
def list_people() -> Response:
    asked = read_json(ListRequest)
    kept = services()
    now = datetime.now(UTC)
    people = [record_answer(each, now.date(), now) for each in kept.register.list(names=asked.names)]
    return reply({**kept.stamp(), "people": people, "updated_at": kept.register.updated_at.isoformat()})


@_OFFICE
def add_person() -> Response:
    asked = read_json(PersonRequest)
    kept = services()
    with _refusals():
        reference = kept.register.add(asked.to_entry())
    return reply({**kept.stamp(), "reference": reference}, 201)


@_OFFICE
def begin_recognition(reference: str) -> Response:
    """Note the written consent; only then are photos looked at."""
    asked = read_json(RecognitionRequest)
    kept = services()
    with _refusals():
        consent = asked.to_consent()
        consent.require_valid(kept.register.show(reference).kind, datetime.now(UTC).date())
    _enrolments().begin(reference, consent)
    return reply(kept.stamp())


@access(Access(Caller.OFFICE, Body.PICTURE))
def add_photo(reference: str) -> Response:
    kept = services()
    consent = _enrolments().consent(reference)
    if consent is None:
        raise Problem("conflict", "Please note the written consent first; photos are looked at only afterwards.")
    try:
        photo = kept.pictures.enrol(Media.from_bytes(request.get_data(cache=False)))
    except PicturesUnavailable:
        raise Problem("conflict", NO_MODELS) from None
    if photo.template is not None:
        with _refusals():
            kept.register.enrol(reference, _enrolments().add(reference, photo.template), consent)
    return reply({**kept.stamp(), **photo_answer(photo)})


@_OFFICE
def withdraw(reference: str) -> Response:
    """Take consent back; it holds from the very next check."""
    asked = read_json(WithdrawRequest)
    kept = services()
    _enrolments().end(reference)
    with _refusals():
        if asked.what == "remove":
            kept.register.purge(reference)
        else:
            kept.register.withdraw(reference, by=asked.by, recognition_only=asked.what == "recognition")
    return reply(kept.stamp())
