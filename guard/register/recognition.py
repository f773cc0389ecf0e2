"""Who may be recognised, and by what: biometric consents and templates."""

from __future__ import annotations

import hashlib
import math
import secrets
import struct
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from guard.register.crypto import Cipher
from guard.register.entries import BiometricConsent, GivenBy, Recognition
from guard.register.errors import InvalidEntry, RecognitionRefused
from guard.register.schema import Biometric, Person, Template
from guard.vocabulary import Enrolment, Gallery

_COLUMN = "template"
_FLOATS = struct.Struct("<128f")


def check_templates(templates: Sequence[bytes]) -> None:
    """Raises InvalidEntry unless each is 128 little-endian float32 of length one."""
    for template in templates:
        if len(template) != _FLOATS.size or not math.isclose(math.hypot(*_FLOATS.unpack(template)), 1.0, rel_tol=1e-3):
            raise InvalidEntry("a face template is a unit vector of 128 little-endian float32")
    if not templates:
        raise InvalidEntry("there is no face template to recognise by: add a photo that serves")


def valid_on(day: date) -> tuple[ColumnElement[bool], ...]:
    """The conditions under which a biometric consent holds."""
    return (Biometric.withdrawn_at.is_(None), Biometric.given_on <= day, Biometric.expires_on > day)


def enrol(
    session: Session, person: Person, templates: Sequence[bytes], consent: BiometricConsent, cipher: Cipher
) -> None:
    """Put templates in the place of those that were there. Raises RecognitionRefused while an objection stands."""
    before = person.biometric
    if before is not None and before.withdrawn_at is not None:
        if before.withdrawn_by == GivenBy.PUPIL:
            raise RecognitionRefused(
                "the pupil does not want to be recognised, and that outweighs any consent: "
                "if that has changed, purge the record and add the person anew"
            )
        if consent.given_on < before.withdrawn_at.date():
            raise RecognitionRefused("that biometric consent was withdrawn: a newer one is needed")
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
    person.templates = [
        Template(
            reference=(reference := secrets.token_hex(8)),
            person=person.reference,
            data=cipher.seal(template, _COLUMN, reference + person.reference),
        )
        for template in templates
    ]


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


def state_of(biometric: Biometric, templates: int) -> Recognition:
    return Recognition(biometric.given_on, biometric.expires_on, biometric.withdrawn_at, templates)


def gallery(session: Session, cipher: Cipher, threshold: float, day: date) -> Gallery:
    """Everybody whose consent to be recognised holds on `day`."""
    rows = session.execute(
        select(Template.person, Template.reference, Template.data)
        .join(Biometric, Biometric.person == Template.person)
        .where(*valid_on(day))
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
