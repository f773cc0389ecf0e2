"""The demo's invented pupil: nobody real, on no real list."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from guard.pictures.loading import EngineName
from guard.register import BiometricConsent, GivenBy, Name, PersonEntry, Register

_lock = threading.Lock()


class InventedPupil:
    """Puts the invented pupil on a register and finds the record again."""

    NAME = "Marigold Featherstone"
    GROUP = "6 Kestrel"

    def __init__(self, register: Register) -> None:
        self._register = register

    def ensure(self) -> str:
        """The pupil's reference; added when not there yet: not to be shown or named anywhere."""
        with _lock:
            for person in self._register.list(names=True):
                if person.label == self.NAME:
                    return person.reference
            forename, surname = self.NAME.split()
            return self._register.add(PersonEntry(Name(forename, surname), group=self.GROUP))

    def recognise_by(self, template: bytes, engine: EngineName) -> None:
        """Recognise the pupil by this template from now on, instead of any before."""
        today = datetime.now(UTC).date()
        consent = BiometricConsent(given_on=today, given_by=GivenBy.PARENT, parents_told_on=today)
        self._register.enrol(self.ensure(), [template], consent, engine=engine)
