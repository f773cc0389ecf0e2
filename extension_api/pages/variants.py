"""The policies to switch between on the try-it page: the school's own, and in the demo those of the documents."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from guard.guard import Guard
from guard.pictures.reader import PictureReader
from guard.policy.layers import SHIPPED, read_layer
from guard.policy.models import Policy
from guard.register import Register

OWN = "own"
_DOCUMENTS = tuple(name for name in SHIPPED if name not in ("demo", "template"))


@dataclass(frozen=True, slots=True)
class Variant:
    """One choice of the switch. `base` is the shipped policy it starts from; None is the school's own.

    `document` tells the policies that follow a school's document from the ways the demo itself might have been.
    """

    key: str
    label: str
    base: str | None
    changes: Mapping[str, Any]
    document: bool = False


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
    # What the documents leave to fill in: this school's names and accounts.
    identity = {
        "school": msgspec.to_builtins(policy.school),
        "accounts": msgspec.to_builtins(policy.accounts),
    }
    return (
        own,
        Variant("no-recognition", "The same, without recognising faces", "demo", {"recognition": {"enabled": False}}),
        *(
            Variant(name, read_layer(name).data["policy"]["title"], name, identity, document=True)
            for name in _DOCUMENTS
        ),
    )
