"""What a text reads like, on the whole."""

from __future__ import annotations

from dataclasses import dataclass

from guard.model import Span


@dataclass(frozen=True, slots=True)
class Likeness:
    """A stretch reads like posts that break a requirement ("C4"): a hint, and no more than that."""

    requirement: str
    span: Span
