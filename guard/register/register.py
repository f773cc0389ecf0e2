"""The register: who may not be shown or named, and who may be recognised."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from guard.pictures.loading import EngineName
from guard.register import people, recognition
from guard.register.consents import AnswersOverTime
from guard.register.crypto import Cipher
from guard.register.database import Database, new_version
from guard.register.entries import (
    BiometricConsent,
    ConsentEntry,
    GivenBy,
    PersonEntry,
    PersonKind,
    PersonRecord,
    PhotosKept,
    Purged,
    Purpose,
    RegisterSummary,
)
from guard.register.errors import InvalidEntry, RegisterNotFound, RegisterUnreadable, WrongKey
from guard.register.files import create_owner_only
from guard.register.keys import KeySource, find_key
from guard.register.migrate import migrate
from guard.register.schema import Biometric, Meta, Person, Template
from guard.register.templates import require_sound
from guard.rule import Consent
from guard.vocabulary import Gallery, PersonName

_AnswerT = TypeVar("_AnswerT")


class _Kept(Generic[_AnswerT]):
    """The last answer to a question, in memory only, until the question or the register's version is another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answer: tuple[object, _AnswerT] | None = None

    def get(self, key: object, make: Callable[[], _AnswerT]) -> _AnswerT:
        with self._lock:
            if self._answer is None or self._answer[0] != key:
                self._answer = (key, make())
            return self._answer[1]


class Register:
    """An open register. Thread-safe; use as a context manager, or call `close()`.

    Questions are answered for the moment `at`, which needs a time zone; `clock` dates what is written. A `reference`
    may be given by its first characters, four or more, where they fit one person only. After `close()`, and when the
    file cannot be used, everything raises RegisterUnreadable.
    """

    def __init__(self, database: Database, cipher: Cipher, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._cipher = cipher
        self._clock = clock
        self._names = _Kept[tuple[PersonName, ...]]()
        self._consents = _Kept[AnswersOverTime]()
        self._gallery = _Kept[Gallery]()

    @classmethod
    def open(
        cls,
        path: str | Path,
        key_source: KeySource | None = None,
        *,
        create: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """Open the register at `path`; with `create`, make one, readable by its owner only, where there is none.

        `key_source` is the 32 bytes of the key or the path of its file; otherwise see `guard.register.keys`.
        An older file is migrated. Raises RegisterNotFound, RegisterTooNew, RegisterUnreadable, KeyProblem.
        """
        path = Path(path).expanduser()
        if not path.exists() and not create:
            raise RegisterNotFound(
                f"there is no register at {path}: name the right file, or make one with 'school-guard register add'"
            )
        # An empty file is what an interrupted or a simultaneous start leaves.
        new = create and (not path.exists() or path.stat().st_size == 0)
        cipher = Cipher(find_key(path, key_source, create=new))
        if new:
            _make_file(path)
        database = Database(path, lambda changed: _make_ready(changed, cipher))
        try:
            _make_ready(
                database,
                cipher,
                {"version": new_version(), "updated_at": clock(), "key_check": cipher.check_value()} if new else None,
            )
        except BaseException:
            database.close()
            raise
        return cls(database, cipher, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, and of the names and templates in memory. Closing twice is harmless."""
        self._database.close()
        self._names, self._consents, self._gallery = _Kept(), _Kept(), _Kept()

    # -- asking --------------------------------------------------------------------------------------------------

    @property
    def version(self) -> str:
        """Another one after every write, by whomever. Opaque; one small query."""
        return self._database.version()

    @property
    def updated_at(self) -> datetime:
        """When the register was last written, in UTC."""
        with self._database.reading() as session:
            return session.scalars(select(Meta.updated_at)).one()

    @property
    def age_days(self) -> int:
        """Whole days since then."""
        return max(0, (self._clock() - self.updated_at).days)

    def names(self) -> tuple[PersonName, ...]:
        """Every name of every pupil, legal and in use. Adults are not in it: they may be named."""
        with self._database.reading() as session:
            return self._names.get(_version(session), lambda: people.all_names(session, self._cipher))

    def consents(self, purpose: Purpose, channel: str, at: datetime) -> Mapping[str, Consent]:
        """What holds on a channel for everybody on the register: ALLOWED or DENIED, by reference.

        To be named means by the full name. Whatever is not allowed plainly and now is denied.
        """
        _require_zone(at)
        with self._database.reading() as session:
            answers = self._consents.get(_version(session), lambda: AnswersOverTime(people.all_consents(session)))
        return answers.on(purpose, channel, at)

    def gallery(self, threshold: float, at: datetime, engine: EngineName = "onnx") -> Gallery:
        """Everybody who may be recognised: those whose biometric consent is valid on the day of `at`.

        By the templates that `engine` made; those of the other one cannot be compared with what it sees.
        """
        _require_zone(at)
        day = at.date()
        with self._database.reading() as session:
            return self._gallery.get(
                (_version(session), threshold, day, engine),
                lambda: recognition.gallery(session, self._cipher, threshold, day, engine),
            )

    def list(self, names: bool = False) -> tuple[PersonRecord, ...]:
        """Everybody on the register; initials only unless `names`."""
        with self._database.reading() as session:
            return people.records(session, self._cipher, show_names=names)

    def show(self, reference: str, names: bool = False) -> PersonRecord:
        """One person; initials only unless `names`. Raises UnknownPerson, AmbiguousReference."""
        with self._database.reading() as session:
            return people.record(people.find(session, reference), self._cipher, show_names=names)

    def summary(self) -> RegisterSummary:
        """How many people there are, and how they stand today."""
        today = self._clock().date()
        with self._database.reading() as session:
            counted = session.execute(select(Person.kind, func.count()).group_by(Person.kind)).all()
            counts = dict(counted)
            overdue = session.scalar(select(func.count()).where(Person.keep_until < today))
            recognisable = session.scalar(
                select(func.count(Template.person.distinct()))
                .join(Biometric, Biometric.person == Template.person)
                .where(*recognition.valid_on(today))
            )
        return RegisterSummary(
            pupils=counts.get(PersonKind.PUPIL, 0),
            adults=counts.get(PersonKind.ADULT, 0),
            recognisable=recognisable or 0,
            overdue=overdue or 0,
        )

    # -- writing -------------------------------------------------------------------------------------------------

    def add(self, entry: PersonEntry) -> str:
        """Put somebody on the register; the new opaque reference."""
        return self.add_many([entry])[0]

    def add_many(self, entries: Iterable[PersonEntry]) -> tuple[str, ...]:
        """Put several people on the register in one go, all or nobody; their references, in order."""
        now = self._clock()
        with self._database.writing(now) as session:
            return tuple(people.add(session, entry, self._cipher, now) for entry in entries)

    def set_consents(self, reference: str, consents: Sequence[ConsentEntry]) -> None:
        """Put these answers in the place of all that was said before, withdrawals included. Not for templates."""
        with self._database.writing(self._clock()) as session:
            people.replace_consents(people.find(session, reference), tuple(consents))

    def enrol(
        self, reference: str, templates: Sequence[bytes], consent: BiometricConsent, *, engine: EngineName = "onnx"
    ) -> None:
        """Let somebody be recognised, by templates of 128 little-endian float32 each, until the consent ends.

        Replaces the templates that were there. Raises RecognitionRefused when the consent is not valid today or an
        objection stands, InvalidEntry for what is no template, UnknownPerson, AmbiguousReference.
        """
        now = self._clock()
        require_sound(templates)
        with self._database.writing(now) as session:
            person = people.find(session, reference)
            consent.require_valid(PersonKind(person.kind), now.date())
            recognition.note(session, person, consent, now.date(), anew=True)
            recognition.store(person, templates, engine, self._cipher, now)

    def note_recognition_consent(self, reference: str, consent: BiometricConsent, *, anew: bool = False) -> int:
        """Put a biometric consent on record, under which photos can be added; how many are there already.

        Photos given before stay while one consent follows the other; after a withdrawal, a time without a consent, or
        with `anew`, they are destroyed. Raises as `enrol`.
        """
        now = self._clock()
        with self._database.writing(now) as session:
            person = people.find(session, reference)
            consent.require_valid(PersonKind(person.kind), now.date())
            recognition.note(session, person, consent, now.date(), anew=anew)
            return len(person.templates)

    def add_photo(self, reference: str, template: bytes, *, engine: EngineName = "onnx") -> PhotosKept:
        """Recognise somebody by one more photo, under the consent on record.

        That it still holds is asked in the same transaction: what was withdrawn meanwhile does not come back. Of more
        than five photos the oldest goes, and so do those of another engine. Raises ConsentGone without a consent
        that holds today, AnotherFace for a face unlike the photos before, InvalidEntry, UnknownPerson,
        AmbiguousReference.
        """
        now = self._clock()
        require_sound([template])
        with self._database.writing(now) as session:
            return recognition.add(people.find(session, reference), template, engine, self._cipher, now)

    def withdraw(self, reference: str, *, by: GivenBy | None = None, recognition_only: bool = False) -> str:
        """Take all consent back: no pictures, no naming, no templates, from now on; the whole reference.

        With `recognition_only`, what may be published stays as it is. `by` is who said so, by default the parent (the
        person themselves, for an adult); a pupil's own objection to being recognised outweighs every later consent.
        """
        now = self._clock()
        with self._database.writing(now) as session:
            person = people.find(session, reference)
            by = by or (GivenBy.ADULT if person.kind == PersonKind.ADULT else GivenBy.PARENT)
            recognition.withdraw(session, person, by, now)
            if not recognition_only:
                people.withdraw_consents(person, by, now)
            return person.reference

    def purge(self, reference: str) -> Purged:
        """Remove one person whole; nothing of them stays in the file."""
        with self._database.writing(self._clock()) as session:
            person = people.find(session, reference)
            templates = len(person.templates)
            session.delete(person)
        return Purged(people=1, templates=templates)

    def purge_overdue(self) -> Purged:
        """Remove everybody whose time is up, and templates that no valid consent covers any more."""
        now = self._clock()
        with self._database.writing(now) as session:
            overdue = session.scalars(select(Person).where(Person.keep_until < now.date())).all()
            templates = sum(len(person.templates) for person in overdue)
            for person in overdue:
                session.delete(person)
            session.flush()
            templates += recognition.destroy_lapsed(session, now.date())
        return Purged(people=len(overdue), templates=templates)


def _make_ready(database: Database, cipher: Cipher, first: Mapping[str, Any] | None = None) -> None:
    """Bring the file up to date and see that the key is its own; `first` as for `migrate`."""
    migrate(database, first)
    with database.reading() as session:
        check = session.scalar(select(Meta.key_check))
    if check is None or not cipher.fits(check):
        raise WrongKey(
            f"the key does not belong to the register at {database.path}: "
            "name the key file it was made with in SCHOOL_GUARD_KEY_FILE"
        )


def _make_file(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        create_owner_only(path)
    except FileExistsError:
        return  # somebody else makes the same register at this moment
    except OSError as error:
        raise RegisterUnreadable(f"no register can be made at {path}: {error.strerror}") from None


def _version(session: Session) -> str:
    return session.scalars(select(Meta.version)).one()


def _require_zone(at: datetime) -> None:
    if at.tzinfo is None:
        raise InvalidEntry("the moment that is asked about needs a time zone")
