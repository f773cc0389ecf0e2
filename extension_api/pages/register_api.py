"""What the register page's script calls. Photos come one by one as raw bodies and touch no disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, request

from extension_api.access import Access, Body, Caller, access
from extension_api.pages.photos import NO_MODELS, OLDEST_REPLACED, SOMEBODY_ELSE, photo_answer
from extension_api.pages.register_wire import (
    ListRequest,
    PersonRequest,
    RecognitionRequest,
    WithdrawRequest,
    consent_channels,
    record_answer,
)
from extension_api.problems import Problem
from extension_api.services import services
from extension_api.v1.reply import reply
from extension_api.wire import read_json
from guard.model import Media
from guard.pictures.errors import PicturesUnavailable
from guard.register.errors import AnotherFace, ConsentGone, InvalidEntry, RecognitionRefused, UnknownPerson

_OFFICE = access(Access(Caller.OFFICE, Body.JSON))


def add_routes(blueprint: Blueprint) -> None:
    blueprint.post("/register/list")(list_people)
    blueprint.post("/register/people")(add_person)
    blueprint.post("/register/people/<reference>/recognition")(begin_recognition)
    blueprint.put("/register/people/<reference>/photos")(add_photo)
    blueprint.post("/register/people/<reference>/withdraw")(withdraw)


def _now() -> datetime:
    """In the school's time zone: a day ends there when it does for the people who wrote its date."""
    return datetime.now(ZoneInfo(services().guard.policy.about.timezone))


@contextmanager
def _refusals() -> Iterator[None]:
    """Pass on what the register refuses: these sentences are written for people and name nobody."""
    try:
        yield
    except ConsentGone:
        raise Problem("conflict", "The consent was taken back meanwhile, so nothing of this photo was kept.") from None
    except (InvalidEntry, RecognitionRefused) as error:
        sentence = str(error)
        raise Problem("invalid", f"{sentence[:1].upper()}{sentence[1:]}.") from None
    except UnknownPerson:
        raise Problem("not-found", "Nobody on the list has this record any more.") from None


@_OFFICE
def list_people() -> Response:
    asked = read_json(ListRequest)
    kept = services()
    now = _now()
    engine = kept.guard.policy.recognition.engine
    people = [record_answer(each, now, engine) for each in kept.register.list(names=asked.names)]
    return reply({**kept.stamp(), "people": people, "updated_at": kept.register.updated_at.isoformat()})


@_OFFICE
def add_person() -> Response:
    asked = read_json(PersonRequest)
    kept = services()
    with _refusals():
        reference = kept.register.add(asked.to_entry(consent_channels(kept.guard.policy), _now()))
    return reply({**kept.stamp(), "reference": reference}, 201)


@_OFFICE
def begin_recognition(reference: str) -> Response:
    """Note the written consent; only then are photos looked at. `photos`: how many are there from before."""
    asked = read_json(RecognitionRequest)
    kept = services()
    with _refusals():
        photos = kept.register.note_recognition_consent(
            reference, asked.to_consent(), anew=asked.earlier_photos == "forget"
        )
    return reply({**kept.stamp(), "photos": photos})


@access(Access(Caller.OFFICE, Body.PICTURE))
def add_photo(reference: str) -> Response:
    """Add one photo to those before; `photos` in the answer: how many somebody is recognised by now."""
    kept = services()
    engine = kept.guard.policy.recognition.engine
    with _refusals():
        before = kept.register.show(reference).recognition
    if before is None or not before.valid_on(_now().date()):
        raise Problem("conflict", "Please note the written consent first; photos are looked at only afterwards.")
    try:
        photo = kept.pictures.enrol(Media.from_bytes(request.get_data(cache=False)))
    except PicturesUnavailable:
        raise Problem("conflict", NO_MODELS) from None
    answer = photo_answer(photo)
    if photo.template is not None:
        try:
            with _refusals():
                added = kept.register.add_photo(reference, photo.template, engine=engine)
        except AnotherFace:
            return reply({**kept.stamp(), "accepted": False, "problems": [SOMEBODY_ELSE]})
        answer["photos"] = added.photos
        if added.oldest_replaced:
            answer["problems"].append(OLDEST_REPLACED)
    return reply({**kept.stamp(), **answer})


@_OFFICE
def withdraw(reference: str) -> Response:
    """Take consent back; it holds from the very next check."""
    asked = read_json(WithdrawRequest)
    kept = services()
    with _refusals():
        if asked.what == "remove":
            kept.register.purge(reference)
        else:
            kept.register.withdraw(reference, by=asked.by, recognition_only=asked.what == "recognition")
    return reply(kept.stamp())
