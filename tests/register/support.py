"""People made up for tests, and ways to look at a register from outside."""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from guard.register import BiometricConsent, GivenBy, Name, PersonEntry
from guard.register.register import Register

KEY = bytes(range(32))
NOW = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)
TODAY = NOW.date()


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


def pupil(forename: str = "Marisol", surname: str = "Quennelby", **fields: object) -> PersonEntry:
    return PersonEntry(Name(forename, surname), **fields)  # type: ignore[arg-type]


def template(position: int = 0) -> bytes:
    """A unit vector along one of the 128 axes, so that every template is unlike the others."""
    return struct.pack("<128f", *(1.0 if index == position else 0.0 for index in range(128)))


def consent(given_on: date = date(2026, 9, 1), **fields: object) -> BiometricConsent:
    fields = {"given_by": GivenBy.PARENT, "parents_told_on": given_on, **fields}
    return BiometricConsent(given_on, **fields)  # type: ignore[arg-type]


def open_register(path: Path, **options: object) -> Register:
    return Register.open(path, KEY, **{"clock": Clock(), **options})  # type: ignore[arg-type]


def bytes_beside(path: Path) -> bytes:
    """Everything that lies in the register's folder, journals included."""
    return b"".join(each.read_bytes() for each in sorted(path.parent.iterdir()) if each.is_file())
