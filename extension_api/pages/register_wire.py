"""What the register page sends and gets. People are named by an opaque reference; reasons have no field."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from guard.pictures.loading import EngineName
from guard.policy.models import Policy
from guard.register import (
    ALL_CHANNELS,
    BiometricConsent,
    ConsentEntry,
    ConsentState,
    GivenBy,
    InvalidEntry,
    Name,
    NamingLevel,
    PersonEntry,
    PersonKind,
    PersonRecord,
    Purpose,
    naming_level,
    picture_channels,
)

Half = Annotated[str, Meta(max_length=100)]
_FAR = timedelta(days=100 * 365)


def consent_channels(policy: Policy) -> list[str]:
    """The places a consent can be for: all that a policy knows of."""
    own = (account.channel for account in policy.accounts if account.channel)
    return sorted({policy.channels.default, *policy.channels.sites.values(), *own})


class ListRequest(Struct, frozen=True):
    names: bool = False


class PersonRequest(Struct, frozen=True):
    """Somebody to add. Without `channels` not to be shown anywhere; without `naming` not to be named.

    `until` and `keep_until` are the last day on which the consent holds and the record is kept.
    """

    forename: Half
    surname: Half
    known_as: Half = ""
    group: Half = ""
    kind: PersonKind = PersonKind.PUPIL
    channels: Annotated[tuple[Half, ...], Meta(max_length=50)] = ()
    naming: NamingLevel = NamingLevel.NONE
    until: date | None = None
    keep_until: date | None = None

    def to_entry(self, known: Collection[str], now: datetime) -> PersonEntry:
        """The same in the register's words. `known` channels; `now` in the school's time zone. Raises InvalidEntry."""
        if not self.channels and (self.until is not None or self.naming is not NamingLevel.NONE):
            raise InvalidEntry("no place is chosen where this person may be shown: choose at least one, or nowhere")
        if not {*known, ALL_CHANNELS}.issuperset(self.channels):
            raise InvalidEntry("there is no such place in the school's policy: load the page again and choose from it")
        for day in (self.until, self.keep_until):
            if day is not None and not now.date() <= day < now.date() + _FAR:
                raise InvalidEntry("an end in the past, or a lifetime off: look at the dates again")
        by = GivenBy.ADULT if self.kind is PersonKind.ADULT else GivenBy.PARENT
        end = None
        if self.until is not None:
            end = datetime.combine(self.until + timedelta(days=1), time.min, tzinfo=now.tzinfo)
        consents = []
        for channel in dict.fromkeys(self.channels):
            consents.append(ConsentEntry(Purpose.PICTURE, ConsentState.ALLOWED, channel, given_by=by, valid_until=end))
            if self.naming is not NamingLevel.NONE:
                consents.append(
                    ConsentEntry(
                        Purpose.NAMING, ConsentState.ALLOWED, channel, given_by=by, naming=self.naming, valid_until=end
                    )
                )
        return PersonEntry(
            Name(self.forename, self.surname),
            known_as=Name(self.known_as, self.surname) if self.known_as.strip() else None,
            group=self.group,
            kind=self.kind,
            consents=tuple(consents),
            keep_until=self.keep_until,
        )


class RecognitionRequest(Struct, frozen=True):
    """A written consent to be recognised by photos. Those given before stay, unless they are to be forgotten."""

    given_on: date
    given_by: GivenBy = GivenBy.PARENT
    parents_told_on: date | None = None
    earlier_photos: Literal["keep", "forget"] = "keep"

    def to_consent(self) -> BiometricConsent:
        return BiometricConsent(self.given_on, self.given_by, self.parents_told_on)


class WithdrawRequest(Struct, frozen=True):
    """What is taken back: everything, or only being recognised; `remove` deletes the whole record."""

    what: Literal["everything", "recognition", "remove"] = "everything"
    by: GivenBy | None = None


def record_answer(record: PersonRecord, now: datetime, engine: EngineName) -> dict[str, Any]:
    """One line of the list as JSON data. `now` is in the school's time zone.

    `engine` is the one that looks at pictures; photos for another one do not count.
    `photos_outdated`: there are photos, but they have to be given again for that engine.
    """
    today = now.date()
    shown, _ = picture_channels(record.consents, now)
    asked = {each.entry.channel for each in record.consents if each.entry.purpose is Purpose.NAMING}
    naming = max((naming_level(record.consents, channel, now) for channel in asked), default=NamingLevel.NONE)
    recognition = record.recognition
    enrolled = recognition is not None and recognition.templates > 0 and recognition.valid_on(today)
    recognised = enrolled and recognition is not None and recognition.engine == engine
    return {
        "reference": record.reference,
        "label": record.label,
        "group": record.group,
        "kind": record.kind.value,
        "shown_on": list(shown),
        "naming": naming.value,
        "photos": recognition.templates if recognition is not None and recognised else 0,
        "photos_outdated": enrolled and not recognised,
        "recognised_until": recognition.expires_on.isoformat()
        if recognition is not None and recognised and recognition.expires_on is not None
        else None,
        "added_on": record.added_at.date().isoformat(),
        "keep_until": record.keep_until.isoformat() if record.keep_until is not None else None,
        "overdue": record.keep_until is not None and record.keep_until < today,
    }
