"""Who may be recognised, and by what: biometric consents and templates."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from guard.pictures.loading import EngineName
from guard.register.crypto import Cipher
from guard.register.entries import MOST_PHOTOS, BiometricConsent, GivenBy, PhotosKept, Recognition
from guard.register.errors import AnotherFace, ConsentGone, RecognitionRefused
from guard.register.schema import Biometric, Person, Template
from guard.register.templates import same_person
from guard.vocabulary import Enrolment, Gallery

_COLUMN = "template"
_LONG_AGO = datetime.min.replace(tzinfo=UTC)  # older registers do not say when a template came


def valid_on(day: date) -> tuple[ColumnElement[bool], ...]:
    """The conditions under which a biometric consent holds."""
    return (Biometric.withdrawn_at.is_(None), Biometric.given_on <= day, Biometric.expires_on > day)


def note(session: Session, person: Person, consent: BiometricConsent, today: date, *, anew: bool) -> None:
    """Put a consent on record. Photos stay where the one before still holds, unless all is to begin `anew`.

    Raises RecognitionRefused while an objection stands.
    """
    before = person.biometric
    if before is not None and before.withdrawn_at is not None:
        if before.withdrawn_by == GivenBy.PUPIL:
            raise RecognitionRefused(
                "the pupil does not want to be recognised, and that outweighs any consent: "
                "if that has changed, purge the record and add the person anew"
            )
        if consent.given_on < before.withdrawn_at.date():
            raise RecognitionRefused("that biometric consent was withdrawn: a newer one is needed")
    # A consent does not reach back: what another one covered goes with it when there was a time between the two.
    if anew or before is None or not state_of(before).valid_on(today):
        person.templates = []
    session.merge(
        Biometric(
            person=person.reference,
            given_on=consent.given_on,
            given_by=consent.given_by,
            parents_told_on=consent.parents_told_on,
            expires_on=consent.ends_on,
            withdrawn_at=None,
            withdrawn_by=None,
        )
    )


def store(person: Person, templates: Sequence[bytes], engine: EngineName, cipher: Cipher, now: datetime) -> None:
    """Add templates, whatever is there already."""
    person.templates.extend(
        Template(
            reference=(reference := secrets.token_hex(8)),
            person=person.reference,
            data=cipher.seal(template, _COLUMN, reference + person.reference),
            engine=engine,
            added_at=now,
        )
        for template in templates
    )


def add(person: Person, template: bytes, engine: EngineName, cipher: Cipher, now: datetime) -> PhotosKept:
    """Add one photo's template to those of this engine; the oldest makes room where there would be too many.

    Raises ConsentGone unless a consent on record holds, AnotherFace for a face unlike those before.
    """
    if person.biometric is None or not state_of(person.biometric).valid_on(now.date()):
        raise ConsentGone("no consent to being recognised is on record any more: note a new one first")
    # Of another engine, they serve for nothing any more.
    comparable = sorted(
        (each for each in person.templates if each.engine == engine), key=lambda each: each.added_at or _LONG_AGO
    )
    before = [cipher.open(each.data, _COLUMN, each.reference + person.reference) for each in comparable]
    if not same_person(before, template):
        raise AnotherFace(
            "that looks like somebody else than the photos before it: leave it out, "
            "or begin anew where one of those before is the wrong one"
        )
    kept = comparable[-(MOST_PHOTOS - 1) :]
    person.templates = kept
    store(person, [template], engine, cipher, now)
    return PhotosKept(len(person.templates), oldest_replaced=len(kept) < len(comparable))


def withdraw(session: Session, person: Person, by: GivenBy, now: datetime) -> None:
    """Destroy the templates and remember who objected; a pupil's own objection stays on record as theirs."""
    person.templates = []
    biometric = person.biometric or Biometric(person=person.reference)
    biometric.withdrawn_at = biometric.withdrawn_at or now
    if biometric.withdrawn_by != GivenBy.PUPIL:
        biometric.withdrawn_by = by
    session.add(biometric)


def destroy_lapsed(session: Session, day: date) -> int:
    """Delete the templates of everybody whose consent does not hold on `day`; how many there were."""
    covered = select(Biometric.person).where(*valid_on(day))
    gone = session.scalars(delete(Template).where(Template.person.not_in(covered)).returning(Template.reference))
    return len(gone.all())


def state_of(biometric: Biometric, templates: int = 0, engine: str | None = None) -> Recognition:
    return Recognition(biometric.given_on, biometric.expires_on, biometric.withdrawn_at, templates, engine)


def gallery(session: Session, cipher: Cipher, threshold: float, day: date, engine: EngineName) -> Gallery:
    """Everybody whose consent to be recognised holds on `day`, by the templates of one engine."""
    rows = session.execute(
        select(Template.person, Template.reference, Template.data)
        .join(Biometric, Biometric.person == Template.person)
        .where(*valid_on(day), Template.engine == engine)
        .order_by(Template.person, Template.reference)
    ).all()
    version = hashlib.sha256()
    people: dict[str, list[bytes]] = {}
    for person, reference, data in rows:
        # A template's reference is new at each enrolment, so the version need not be made of what it says.
        version.update(f"{person}:{reference};".encode())
        people.setdefault(person, []).append(cipher.open(data, _COLUMN, reference + person))
    return Gallery(
        version=version.hexdigest(),
        people=tuple(Enrolment(person, tuple(templates)) for person, templates in people.items()),
        threshold=threshold,
    )
