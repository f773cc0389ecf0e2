"""What goes into the register and what comes out of it. Plain frozen data; names stay out of every `repr`.

There is no field for a reason, on purpose: why somebody may not be shown is never recorded.
"""

from __future__ import annotations

import enum
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from guard.model import OrderedStrEnum
from guard.register.errors import InvalidEntry, RecognitionRefused

ALL_CHANNELS = "*"
MOST_PHOTOS = 5  # by which one person is recognised
_LONGEST_NAME = 100


class PersonKind(enum.StrEnum):
    PUPIL = "pupil"
    ADULT = "adult"


class Purpose(enum.StrEnum):
    """What a consent is for."""

    PICTURE = "picture"
    NAMING = "naming"


class ConsentState(enum.StrEnum):
    ALLOWED = "allowed"
    DENIED = "denied"


class NamingLevel(OrderedStrEnum):
    """How somebody may be named."""

    NONE = "none"
    FIRST = "first"
    FULL = "full"


class GivenBy(enum.StrEnum):
    """Who said so, by role."""

    PARENT = "parent"
    PUPIL = "pupil"
    ADULT = "adult"


@dataclass(frozen=True, slots=True, repr=False)
class Name:
    """One name somebody goes by. Unicode NFC, spaces tidied. Raises InvalidEntry for an empty or overlong half."""

    forename: str
    surname: str
    middle_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "forename", _tidy(self.forename))
        object.__setattr__(self, "surname", _tidy(self.surname))
        object.__setattr__(self, "middle_names", tuple(_tidy(each) for each in self.middle_names))


def _tidy(text: str) -> str:
    tidy = unicodedata.normalize("NFC", " ".join(text.split()))
    if not tidy:
        raise InvalidEntry("a forename and a surname are both needed: one of them is empty")
    if len(tidy) > _LONGEST_NAME or any(unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") for char in tidy):
        raise InvalidEntry(f"a name has at most {_LONGEST_NAME} characters, all of them printable")
    return tidy


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """One answer to "may this person be shown, or named, there?". `channel` "*" means everywhere.

    Valid from `valid_from` on and before `valid_until`, both with a time zone; None leaves that end open.
    `naming` is how somebody may be named; it is NONE for pictures and for a refusal.
    """

    purpose: Purpose
    state: ConsentState
    channel: str = ALL_CHANNELS
    given_by: GivenBy = GivenBy.PARENT
    naming: NamingLevel = NamingLevel.NONE
    valid_from: datetime | None = None
    valid_until: datetime | None = None

    def __post_init__(self) -> None:
        if not self.channel.strip():
            raise InvalidEntry('a consent needs a channel, or "*" for all of them')
        wants_level = self.purpose is Purpose.NAMING and self.state is ConsentState.ALLOWED
        if wants_level != (self.naming is not NamingLevel.NONE):
            raise InvalidEntry("a consent to be named says how, first name or full name; no other consent does")
        for moment in (self.valid_from, self.valid_until):
            if moment is not None and moment.tzinfo is None:
                raise InvalidEntry("when a consent begins and ends needs a time zone")
        if self.valid_from and self.valid_until and self.valid_from >= self.valid_until:
            raise InvalidEntry("a consent ends before it begins: look at its two dates")

    @classmethod
    def denied(cls, purpose: Purpose, given_by: GivenBy = GivenBy.PARENT) -> Self:
        """Refused everywhere, without end: what "on the no-publish list" means."""
        return cls(purpose, ConsentState.DENIED, given_by=given_by)


@dataclass(frozen=True, slots=True, repr=False)
class PersonEntry:
    """Somebody to put on the register. Without consents: not to be shown or named anywhere.

    `name` is the name in the school's records, `known_as` the one in use where that differs; posts are looked through
    for both, people who work with the register see the one in use. `keep_until` is the last day on which the record
    is kept.
    """

    name: Name
    known_as: Name | None = None
    group: str = ""
    kind: PersonKind = PersonKind.PUPIL
    consents: tuple[ConsentEntry, ...] = ()
    keep_until: date | None = None

    @property
    def shown_name(self) -> Name:
        return self.known_as or self.name


@dataclass(frozen=True, slots=True)
class BiometricConsent:
    """Written consent to be recognised by face templates. It ends on `ends_on`, at most 12 months on.

    For a pupil it is a parent's, and every parent was told beforehand (`parents_told_on`), as the Protection of
    Freedoms Act 2012, section 26, asks; for an adult it is their own.
    """

    given_on: date
    given_by: GivenBy
    parents_told_on: date | None = None
    expires_on: date | None = None

    def __post_init__(self) -> None:
        if not self.given_on < self.ends_on <= twelve_months_after(self.given_on):
            raise InvalidEntry("a biometric consent ends after it was given, and at most 12 months after")

    @property
    def ends_on(self) -> date:
        """The first day on which it no longer counts."""
        return self.expires_on or twelve_months_after(self.given_on)

    def require_valid(self, kind: PersonKind, today: date) -> None:
        """Raises RecognitionRefused unless it may be relied on today. To be asked before a photo is looked at."""
        if kind is PersonKind.PUPIL:
            if self.given_by is not GivenBy.PARENT:
                raise RecognitionRefused("a pupil is recognised only with a parent's written consent")
            if self.parents_told_on is None or self.parents_told_on > self.given_on:
                raise RecognitionRefused(
                    "every parent is to be told before a pupil is recognised: "
                    "say on which day that was, no later than the day of the consent"
                )
        elif self.given_by is not GivenBy.ADULT:
            raise RecognitionRefused("an adult is recognised only with their own consent")
        if not self.given_on <= today < self.ends_on:
            raise RecognitionRefused("the biometric consent is not valid today: one of the last 12 months is needed")


def twelve_months_after(day: date) -> date:
    """The same day a year on; the last of February for a leap day."""
    if day.year == date.max.year:
        return date.max
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


@dataclass(frozen=True, slots=True)
class StoredConsent:
    """A consent as the register holds it. `withdrawn_at` is when it was taken back, if it was."""

    entry: ConsentEntry
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """Whether, and until when, somebody may be recognised, by how many templates, and made with which engine."""

    given_on: date | None
    expires_on: date | None
    withdrawn_at: datetime | None
    templates: int
    engine: str | None = None

    def valid_on(self, day: date) -> bool:
        if self.withdrawn_at is not None or self.given_on is None or self.expires_on is None:
            return False
        return self.given_on <= day < self.expires_on


@dataclass(frozen=True, slots=True, repr=False)
class PersonRecord:
    """Somebody on the register. `label` is the name in use, or initials where names were not asked for."""

    reference: str
    label: str
    group: str
    kind: PersonKind
    added_at: datetime
    keep_until: date | None
    consents: tuple[StoredConsent, ...]
    recognition: Recognition | None


@dataclass(frozen=True, slots=True)
class RegisterSummary:
    """How many people are on the register, and how many of them may be recognised now."""

    pupils: int
    adults: int
    recognisable: int
    overdue: int


@dataclass(frozen=True, slots=True)
class PhotosKept:
    """By how many photos somebody is recognised now, and whether the oldest made room for the latest."""

    photos: int
    oldest_replaced: bool


@dataclass(frozen=True, slots=True)
class Purged:
    """What was removed for good: people with all that belongs to them, and templates of people who stay."""

    people: int
    templates: int
