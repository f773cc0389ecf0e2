"""Rows of people and their consents, read into plain data and written from it."""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session, selectinload

from guard.register import names, recognition
from guard.register.crypto import Cipher
from guard.register.entries import (
    ConsentEntry,
    ConsentState,
    GivenBy,
    NamingLevel,
    PersonEntry,
    PersonKind,
    PersonRecord,
    Purpose,
    StoredConsent,
)
from guard.register.errors import AmbiguousReference, UnknownPerson
from guard.register.schema import Person, PublicationConsent, Template
from guard.vocabulary import PersonName

_REFERENCE = re.compile(r"[0-9a-f]{4,16}")
_CONSENT_COLUMNS = tuple(
    column for column in PublicationConsent.__table__.columns if column.name not in ("row", "person")
)


def find(session: Session, reference: str) -> Person:
    """The person whose reference begins so. Raises UnknownPerson, AmbiguousReference, never quoting what was given."""
    reference = reference.strip().lower()
    # Whatever is no reference may be a name typed in the wrong place.
    if not _REFERENCE.fullmatch(reference):
        raise UnknownPerson(
            "that is no reference: give at least its first four characters, as 'register list' shows it"
        )
    found = session.scalars(select(Person).where(Person.reference.startswith(reference)).limit(2)).all()
    if not found:
        raise UnknownPerson("nobody on the register has that reference: 'register list' shows them all")
    if len(found) > 1:
        raise AmbiguousReference("several references begin like that: give a few characters more")
    return found[0]


def add(session: Session, entry: PersonEntry, cipher: Cipher, now: datetime) -> str:
    """A new person's reference: random, so that it says nothing of when or after whom they were added."""
    reference = secrets.token_hex(8)
    person = Person(
        reference=reference,
        kind=entry.kind,
        names=names.seal(entry, reference, cipher),
        added_at=now,
        keep_until=entry.keep_until,
    )
    answered = {consent.purpose for consent in entry.consents}
    by = GivenBy.ADULT if entry.kind is PersonKind.ADULT else GivenBy.PARENT
    refused = tuple(ConsentEntry.denied(purpose, by) for purpose in Purpose if purpose not in answered)
    person.consents = [_consent_row(consent, reference) for consent in entry.consents + refused]
    session.add(person)
    return reference


def replace_consents(person: Person, consents: tuple[ConsentEntry, ...]) -> None:
    person.consents = [_consent_row(consent, person.reference) for consent in consents]


def withdraw_consents(person: Person, by: GivenBy, now: datetime) -> None:
    """Mark every answer as taken back, and refuse what nobody was asked about."""
    for row in person.consents:
        row.withdrawn_at = row.withdrawn_at or now
    answered = {row.purpose for row in person.consents}
    person.consents.extend(
        _consent_row(ConsentEntry.denied(purpose, by), person.reference)
        for purpose in Purpose
        if purpose not in answered
    )


def all_consents(session: Session) -> dict[str, list[StoredConsent]]:
    """What was said about each person on the register, by reference."""
    consents: dict[str, list[StoredConsent]] = {
        reference: [] for reference in session.scalars(select(Person.reference))
    }
    # Columns, not objects: this is asked anew after every change.
    for row in session.execute(select(PublicationConsent.person, *_CONSENT_COLUMNS)):
        consents[row.person].append(_consent(row))
    return consents


def all_names(session: Session, cipher: Cipher) -> tuple[PersonName, ...]:
    """The names of all pupils; an adult who asked not to be shown may be named."""
    rows = session.execute(select(Person.reference, Person.names).where(Person.kind == PersonKind.PUPIL))
    return tuple(name for reference, sealed in rows for name in names.vocabulary(sealed, reference, cipher))


def records(session: Session, cipher: Cipher, *, show_names: bool) -> tuple[PersonRecord, ...]:
    """Everybody, by group and by the name in use; where names are masked, by reference, since an order tells names."""
    people = session.scalars(
        select(Person).options(selectinload(Person.consents), selectinload(Person.biometric))
    ).all()
    counted = session.execute(
        select(Template.person, func.count(), func.max(Template.engine)).group_by(Template.person)
    )
    templates = {reference: (count, engine) for reference, count, engine in counted}
    made = []
    for person in people:
        count, engine = templates.get(person.reference, (0, None))
        made.append(_record(person, cipher, count, engine, show_names))
    return tuple(sorted(made, key=lambda each: (each.group, each.label if show_names else "", each.reference)))


def record(person: Person, cipher: Cipher, *, show_names: bool) -> PersonRecord:
    engine = person.templates[0].engine if person.templates else None
    return _record(person, cipher, len(person.templates), engine, show_names)


def _record(person: Person, cipher: Cipher, templates: int, engine: str | None, show_names: bool) -> PersonRecord:
    label, group = names.label(person.names, person.reference, cipher, masked=not show_names)
    return PersonRecord(
        reference=person.reference,
        label=label,
        group=group,
        kind=PersonKind(person.kind),
        added_at=person.added_at,
        keep_until=person.keep_until,
        consents=tuple(_consent(row) for row in person.consents),
        recognition=recognition.state_of(person.biometric, templates, engine) if person.biometric else None,
    )


def _consent_row(entry: ConsentEntry, reference: str) -> PublicationConsent:
    return PublicationConsent(
        person=reference,
        purpose=entry.purpose,
        channel=entry.channel,
        state=entry.state,
        naming=entry.naming,
        given_by=entry.given_by,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
    )


def _consent(row: PublicationConsent | Row[Any]) -> StoredConsent:
    return StoredConsent(
        ConsentEntry(
            purpose=Purpose(row.purpose),
            state=ConsentState(row.state),
            channel=row.channel,
            given_by=GivenBy(row.given_by),
            naming=NamingLevel(row.naming),
            valid_from=row.valid_from,
            valid_until=row.valid_until,
        ),
        row.withdrawn_at,
    )
