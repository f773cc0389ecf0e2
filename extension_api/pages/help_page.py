"""What the errors mean, for whoever looks one up."""

from __future__ import annotations

from flask import Blueprint, render_template

from extension_api.access import Access, Caller, access
from extension_api.problems import PROBLEM_TYPES


def add_routes(blueprint: Blueprint) -> None:
    blueprint.get("/docs/problems")(problems)


@access(Access(Caller.ANYBODY))
def problems() -> str:
    return render_template("problems.html", problems=PROBLEM_TYPES)
