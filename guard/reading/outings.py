"""Where pupils are, or will be."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from guard.model import Span


class When(enum.StrEnum):
    """When pupils are out of school, as the text has it."""

    NOW = "now"
    LATER = "later"
    BACK = "back"  # when and how they come back


@dataclass(frozen=True, slots=True)
class Outing:
    """Somebody is out, or will be: never what is over. `pupils` is True where pupils or a school trip stand by."""

    span: Span
    when: When
    place: Span | None = None
    pupils: bool = False
