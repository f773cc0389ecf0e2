"""What the register page sends and gets. People are named by an opaque reference; reasons have no field."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from guard.pictures.loading import EngineName
from guard.register import (
    BiometricConsent,
    ConsentEntry,
    ConsentState,
    GivenBy,
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


class ListRequest(Struct, frozen=True):
    names: bool = False


class PersonRequest(Struct, frozen=True):
    """Somebody to add. Without `channels` not to be shown anywhere; without `naming` not to be named."""

    forename: Half
    surname: Half
    known_as: Half = ""
    group: Half = ""
    kind: PersonKind = PersonKind.PUPIL
    channels: Annotated[tuple[Half, ...], Meta(max_length=50)] = ()
    naming: NamingLevel = NamingLevel.NONE
    until: date | None = None
    keep_until: date | None = None

    def to_entry(self) -> PersonEntry:
        """The same in the register's words. Raises InvalidEntry."""
        by = GivenBy.ADULT if self.kind is PersonKind.ADULT else GivenBy.PARENT
        end = None if self.until is None else datetime(self.until.year, self.until.month, self.until.day, tzinfo=UTC)
        consents = []
        for channel in self.channels:
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


def record_answer(record: PersonRecord, today: date, now: datetime, engine: EngineName) -> dict[str, Any]:
    """One line of the list as JSON data. `engine` is the one that looks at pictures; another one's photos do not count.

    `photos_outdated`: there are photos, but they have to be given again for that engine.
    """
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
        "overdue": record.keep_until is not None and record.keep_until <= today,
    }
