"""Photos on their way into the register: kept in memory between one upload and the next, and never sent back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from guard.register import BiometricConsent

MOST_PHOTOS = 5
KEPT_FOR = 30 * 60.0


@dataclass(slots=True, repr=False)
class _Enrolment:
    consent: BiometricConsent
    templates: list[bytes] = field(default_factory=list)
    last_used: float = 0.0


class Enrolments:
    """The open enrolments by person reference. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._open: dict[str, _Enrolment] = {}

    def begin(self, reference: str, consent: BiometricConsent) -> None:
        """Photos of this person may come now; what came before under another consent is forgotten."""
        with self._lock:
            self._forget_old()
            self._open[reference] = _Enrolment(consent, last_used=self._clock())

    def consent(self, reference: str) -> BiometricConsent | None:
        """The consent photos of this person may be looked at under, or None."""
        with self._lock:
            self._forget_old()
            found = self._open.get(reference)
            return found.consent if found is not None else None

    def add(self, reference: str, template: bytes) -> list[bytes]:
        """All templates of this person's enrolment, with this one; the oldest goes when there are too many."""
        with self._lock:
            found = self._open[reference]
            found.templates = [*found.templates, template][-MOST_PHOTOS:]
            found.last_used = self._clock()
            return list(found.templates)

    def end(self, reference: str) -> None:
        """Forget the photos of this person."""
        with self._lock:
            self._open.pop(reference, None)

    def _forget_old(self) -> None:
        now = self._clock()
        self._open = {key: each for key, each in self._open.items() if now - each.last_used < KEPT_FOR}
