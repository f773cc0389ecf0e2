"""How useful each rule has been, and which are quiet for that reason."""

from __future__ import annotations

from flask import Blueprint, render_template

from extension_api.access import Access, Caller, access
from extension_api.security import current_session
from extension_api.services import services
from guard.rules import all_rules


def add_routes(blueprint: Blueprint) -> None:
    blueprint.get("/usefulness")(usefulness)


@access(Access(Caller.SESSION))
def usefulness() -> str:
    kept = services()
    tuning = kept.guard.policy.tuning
    found = kept.tallies.rules()
    return render_template(
        "usefulness.html",
        session=current_session(),
        tuning=tuning,
        rules=[(loaded, found[slug]) for slug, loaded in all_rules().items() if slug in found],
        quiet=kept.tallies.quiet(tuning),
    )
