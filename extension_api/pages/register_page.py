"""The register page, for somebody in the school office."""

from __future__ import annotations

from flask import Blueprint, render_template

from extension_api.access import Access, Caller, access
from extension_api.pages.register_wire import consent_channels
from extension_api.security import current_session
from extension_api.services import services


def add_routes(blueprint: Blueprint) -> None:
    blueprint.get("/register")(register_page)


@access(Access(Caller.OFFICE))
def register_page() -> str:
    policy = services().guard.policy
    return render_template(
        "register.html",
        session=current_session(),
        policy=policy,
        channels=[(each, each.replace("_", " ")) for each in consent_channels(policy)],
        recognises=services().guard.recognises,
    )
