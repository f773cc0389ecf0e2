"""Trying a rule on posts: for the tests of our own rules, and of anybody's who writes one.

findings_of("school-named", "Proud of Oakfield Academy!", account=Account.personal())
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from guard.guard import Guard
from guard.model import Account, Draft, Finding, Media
from guard.pictures.reader import EnrolmentPhoto, PictureReader
from guard.reading import PictureReading
from guard.rule import Consent
from guard.vocabulary import Enrolment, Gallery, PersonName

Name = tuple[str, ...]  # forename, surname, optionally the class


@dataclass(slots=True, repr=False)
class ListedPeople:
    """A register that lives in memory only: names, and what may be shown and named of whom (unlisted: unknown).

    Everybody of `pictures` can be recognised, except those `without_photos`.
    """

    people: tuple[PersonName, ...] = ()
    pictures: Mapping[str, Consent] = field(default_factory=dict)
    naming: Mapping[str, Consent] = field(default_factory=dict)
    version: str = "1"
    without_photos: frozenset[str] = frozenset()

    def names(self) -> tuple[PersonName, ...]:
        return self.people

    def consents(self, purpose: Any, channel: str, at: datetime) -> Mapping[str, Consent]:
        return self.pictures if purpose.value == "picture" else self.naming

    def gallery(self, threshold: float, at: datetime, engine: str) -> Gallery:
        enrolled = tuple(Enrolment(each, (b"",)) for each in self.pictures if each not in self.without_photos)
        return Gallery(version=self.version, people=enrolled, threshold=threshold)

    def close(self) -> None:
        """Nothing to let go of."""


@dataclass(slots=True)
class GivenReadings(PictureReader):
    """A picture reader that answers what it is given, picture by picture, by file name."""

    readings: Mapping[str, PictureReading]

    def read(self, media: Sequence[Media], gallery: Gallery) -> tuple[PictureReading, ...]:
        return tuple(self.readings[each.name] for each in media)

    def enrol(self, photo: Media) -> EnrolmentPhoto:
        return EnrolmentPhoto(None)

    def close(self) -> None:
        """Nothing to let go of."""


def person_names(names: Iterable[Name]) -> tuple[PersonName, ...]:
    """People as a vocabulary has them; references are "p0", "p1", ..."""
    return tuple(
        PersonName(person=f"p{index}", forename=name[0], surname=name[1], group=name[2] if len(name) > 2 else "")
        for index, name in enumerate(names)
    )


@lru_cache(maxsize=8)
def _checker(policy: str, names: tuple[Name, ...]) -> Guard:
    register = ListedPeople(person_names(names)) if names else None
    return Guard.open(policy, cast(Any, register))


def findings_of(
    slug: str,
    text: str,
    *,
    policy: str = "demo",
    register_names: Sequence[Name] = (),
    account: Account | None = None,
    **draft: Any,
) -> list[Finding]:
    """What one rule finds in a text, under a policy; `draft` takes the other arguments of `Draft`."""
    checker = _checker(policy, tuple(tuple(name) for name in register_names))
    report = checker.check(Draft(text, account=account or Account.personal("@me"), **draft))
    failed = [skipped.rule for skipped in report.skipped if skipped.rule == slug]
    if failed:
        raise AssertionError(f"rule {slug} failed on this draft")
    return [finding for finding in report.findings if finding.slug == slug]


@contextmanager
def guard_with(
    policy: str = "demo",
    people: ListedPeople | None = None,
    readings: Mapping[str, PictureReading] | None = None,
) -> Iterator[Guard]:
    """A Guard with people and picture readings made up for a test."""
    reader = GivenReadings(readings) if readings is not None else None
    with Guard.open(policy, cast(Any, people), pictures=reader) as checker:
        yield checker
