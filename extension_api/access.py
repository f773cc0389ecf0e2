"""What a route asks of its callers, declared beside the route and enforced by `extension_api.security`."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask

from extension_api.config import MAX_JSON, MAX_PICTURE


class Caller(enum.Enum):
    """Who may call."""

    ANYBODY = "anybody"  # no secret is given away, and nothing is changed
    CLIENT = "client"  # bearer token, or a browser session
    BEARER = "bearer"  # bearer token only
    SESSION = "session"  # a browser that came by a start link
    OFFICE = "office"  # such a browser, with the right to see the register


class Body(enum.Enum):
    """What a request carries."""

    NONE = "none"
    JSON = "json"
    PICTURE = "picture"


BODY_LIMITS = {Body.NONE: 0, Body.JSON: MAX_JSON, Body.PICTURE: MAX_PICTURE}


@dataclass(frozen=True, slots=True)
class Access:
    """What one route asks. `summary`, `request`, `response` and `status` describe it in the API description."""

    caller: Caller
    body: Body = Body.NONE
    summary: str = ""
    request: type | None = None
    response: type | None = None
    status: int = 200

    @property
    def limit(self) -> int:
        """How many bytes a request's body may have."""
        return BODY_LIMITS[self.body]


View = TypeVar("View", bound=Callable[..., Any])
_ATTRIBUTE = "school_guard_access"


def access(declared: Access) -> Callable[[View], View]:
    """Declare what a view asks of its callers; a route without this is answered to nobody."""

    def mark(view: View) -> View:
        setattr(view, _ATTRIBUTE, declared)
        return view

    return mark


def access_of(app: Flask, endpoint: str) -> Access | None:
    """What the view of that endpoint declared."""
    found = getattr(app.view_functions.get(endpoint), _ATTRIBUTE, None)
    return found if isinstance(found, Access) else None
