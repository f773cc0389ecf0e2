"""The try-it page: a composer to write in, and the state of everything around it."""

from __future__ import annotations

import time
from typing import Annotated, Any

from flask import Blueprint, Response, current_app, render_template, request
from flask.blueprints import BlueprintSetupState
from msgspec import Meta

from extension_api.access import Access, Body, Caller, access
from extension_api.pages.invented import InventedPupil
from extension_api.pages.photos import NO_MODELS, photo_answer
from extension_api.pages.variants import OWN, Variants
from extension_api.problems import Problem, ValueProblem
from extension_api.security import current_session
from extension_api.services import services, services_of
from extension_api.v1.check import check_answer
from extension_api.v1.reply import reply
from extension_api.wire import CheckRequest, Nothing, read_json
from guard import __version__
from guard.model import Media
from guard.pictures.errors import PicturesUnavailable


class TryRequest(CheckRequest, frozen=True):
    variant: Annotated[str, Meta(max_length=40)] = OWN


_KEY = "school_guard_variants"


def add_routes(blueprint: Blueprint) -> None:
    blueprint.record_once(_open_variants)
    blueprint.get("/")(try_page)
    blueprint.post("/try/check")(try_check)
    blueprint.post("/try/state")(try_state)
    blueprint.post("/try/pupil")(try_pupil)
    blueprint.put("/try/pupil/photo")(try_pupil_photo)


def _open_variants(state: BlueprintSetupState) -> None:
    kept = services_of(state.app)
    state.app.extensions[_KEY] = Variants(kept.guard, kept.register, kept.pictures)


def _variants() -> Variants:
    found: Variants = current_app.extensions[_KEY]
    return found


@access(Access(Caller.SESSION))
def try_page() -> str:
    kept = services()
    policy = kept.guard.policy
    official = next((each for each in policy.accounts if each.site == "x.com"), None)
    return render_template(
        "try.html",
        session=current_session(),
        policy=policy,
        variants=_variants().choices,
        official=official.handle if official is not None else "",
        pupil=InventedPupil.NAME if kept.config.demo else "",
        folder=kept.config.extension_folder,
    )


@access(Access(Caller.SESSION, Body.JSON))
def try_check() -> Response:
    asked = read_json(TryRequest)
    guard = _variants().guard(asked.variant)
    if guard is None:
        raise Problem("invalid", errors=[ValueProblem("/variant", "There is no such choice.")])
    # Roles are reached as the chosen policy says, not as the school's own.
    return reply({**check_answer(guard, asked), "contacts": guard.policy.contacts})


@access(Access(Caller.SESSION, Body.JSON))
def try_state() -> Response:
    """What the page shows live: service, weights, register, extension."""
    read_json(Nothing)
    kept = services()
    last_call = kept.extensions.last_call
    state: dict[str, Any] = {
        "version": __version__,
        "pictures": kept.pictures.state,
        "people": None,
        "extension_seconds_ago": None if last_call is None else max(0, round(time.time() - last_call)),
    }
    if current_session().office:
        summary = kept.register.summary()
        state["people"] = summary.pupils + summary.adults
    return reply({**kept.stamp(), **state})


@access(Access(Caller.SESSION, Body.JSON))
def try_pupil() -> Response:
    """Put the invented pupil on the demo's register, so that the samples have somebody to find."""
    read_json(Nothing)
    _invented().ensure()
    return reply(services().stamp())


@access(Access(Caller.SESSION, Body.PICTURE))
def try_pupil_photo() -> Response:
    """Recognise the invented pupil by the visitor's picture."""
    pupil = _invented()
    try:
        photo = services().pictures.enrol(Media.from_bytes(request.get_data(cache=False)))
    except PicturesUnavailable:
        raise Problem("conflict", NO_MODELS) from None
    if photo.template is not None:
        pupil.recognise_by(photo.template, services().guard.policy.recognition.engine)
    return reply({**services().stamp(), **photo_answer(photo)})


def _invented() -> InventedPupil:
    kept = services()
    if not kept.config.demo:
        raise Problem("conflict", "Invented pupils are for the demo only; this is the school's own register.")
    return InventedPupil(kept.register)
