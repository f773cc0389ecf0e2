"""The policies somebody can switch between on the try-it page: the school's own, and two ways it might have been."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from guard.guard import Guard
from guard.pictures.reader import PictureReader
from guard.policy.models import Policy
from guard.register import Register

OWN = "own"


@dataclass(frozen=True, slots=True)
class Variant:
    """One choice of the switch. `base` is the shipped policy it starts from; None is the school's own."""

    key: str
    label: str
    base: str | None
    changes: Mapping[str, Any]


class Variants:
    """Guards for the switch, each opened when it is first chosen; they share register and picture worker."""

    def __init__(self, own: Guard, register: Register, pictures: PictureReader) -> None:
        self._own = own
        self._register = register
        self._pictures = pictures
        self._lock = threading.Lock()
        self._opened: dict[str, Guard] = {OWN: own}
        self.choices = _choices(own.policy)

    def guard(self, key: str) -> Guard | None:
        """The guard of that choice, or None when there is no such choice."""
        chosen = next((each for each in self.choices if each.key == key), None)
        if chosen is None:
            return None
        with self._lock:
            if key not in self._opened:
                self._opened[key] = Guard.open(
                    chosen.base or self._own.policy.name,
                    self._register,
                    pictures=self._pictures,
                    managed=chosen.changes,
                )
            return self._opened[key]


def _choices(policy: Policy) -> tuple[Variant, ...]:
    own = Variant(OWN, "The school's own policy", None, {})
    if policy.name != "demo":
        return (own,)
    identity = {
        "school": msgspec.to_builtins(policy.school),
        "accounts": msgspec.to_builtins(policy.accounts),
    }
    return (
        own,
        Variant("document", "The academy document alone", "academy", identity),
        Variant("no-recognition", "Without recognising faces", "demo", {"recognition": {"enabled": False}}),
    )
