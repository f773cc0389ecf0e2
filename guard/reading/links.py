"""Web addresses."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from guard.model import Span


class LinkKind(enum.StrEnum):
    """What can be told of a web address without going there."""

    PLAIN = "plain"
    SHORTENED = "shortened"  # where it leads cannot be seen
    LOOKALIKE = "lookalike"  # made to be taken for the school's own site or a well-known one
    NEAR = "near"  # one letter off such a site
    DISGUISED = "disguised"  # begins with one host and leads to another (user@host)
    NUMBER = "number"  # an IP address where a name should be
    UNSUITABLE = "unsuitable"  # a site that no school post leads to
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Link:
    """A web address. `host` is in small letters, as written (not decoded from Punycode), without "www."."""

    span: Span
    host: str
    kind: LinkKind
