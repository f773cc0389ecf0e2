"""Reads a part of a draft for everything the vocabulary knows, and of that only what a rule asks for."""

from __future__ import annotations

from functools import lru_cache

from guard.model import Account, Part, Role, Span
from guard.reading import (
    Circumstance,
    Disclaimer,
    FirstName,
    Hostility,
    Likeness,
    Link,
    OffensiveTerm,
    OrganisationMention,
    Outing,
    PartReading,
    Party,
    PersonalDatum,
    PersonMention,
    Remark,
    SchoolTerm,
    StaffHint,
    Tag,
)
from guard.text.circumstances import read_circumstances
from guard.text.clauses import Clauses, plain_clauses
from guard.text.disclaimers import read_disclaimers
from guard.text.first_names import FirstNameReader
from guard.text.hostility import read_hostility
from guard.text.hostility_index import hostility_index
from guard.text.likeness import read_likenesses
from guard.text.links import LinkReader
from guard.text.markings import read_markings
from guard.text.names import NameReader
from guard.text.offensive import OffensiveReader
from guard.text.once import once
from guard.text.organisations import OrganisationReader
from guard.text.outings import read_outings
from guard.text.parties import Played, read_parties
from guard.text.personal_data import PersonalDataReader
from guard.text.remarks import read_remarks
from guard.text.signatures import read_signature
from guard.text.staff import read_staff_hints
from guard.text.tags import read_tags
from guard.text.terms import TermReader
from guard.text.words import Words, cut
from guard.vocabulary import Vocabulary

_MOST_ACCOUNTS = 64


class TextReader:
    """Compiled once from a vocabulary; it and the readings it returns may be used from any thread."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.offensive = OffensiveReader(vocabulary.harmless_words)
        self.organisations = OrganisationReader(vocabulary.organisations)
        self.links = LinkReader(vocabulary.organisations)
        self.names = NameReader(vocabulary.persons)
        self.first_names = FirstNameReader(vocabulary.persons)
        self.personal_data = PersonalDataReader(vocabulary.organisations)
        self.terms = TermReader(vocabulary.terms)
        # Staff post from the same few accounts again and again.
        self.read_account = lru_cache(maxsize=_MOST_ACCOUNTS)(self._read_account)
        hostility_index()  # made now, so that the first text need not wait for it

    def read(self, part: Part, played: Played | None = None) -> PartReading:
        """The reading of a part, or of what stands around a draft: then `played` says what that is."""
        return _Reading(self, part, played)

    def _read_account(self, account: Account) -> PartReading | None:
        """The reading of an account's name and handle, a line each: whose it claims to be."""
        # A handle is read as one, so that a name inside "oakfieldlibrary" is seen.
        handle = account.handle if " " in account.handle else "@" + account.handle.lstrip("@")
        named = "\n".join(filter(None, (account.name, handle if account.handle else "")))
        return _AccountReading(self, Part(named)) if named else None


class _Reading(PartReading):
    """One text. It is cut once, then each reader goes over its words when what it reads is first asked for."""

    def __init__(self, reader: TextReader, part: Part, played: Played | None = None) -> None:
        self.part = part
        self._reader = reader
        self._played = played

    @once
    def _words(self) -> Words:
        return cut(self.part.text)

    @once
    def _clauses(self) -> Clauses:
        return plain_clauses(self._words)

    @once
    def offensive(self) -> tuple[OffensiveTerm, ...]:
        return self._reader.offensive.read(self._words)

    @once
    def organisations(self) -> tuple[OrganisationMention, ...]:
        return self._reader.organisations.read(self._clauses, self.staff_hints)

    @once
    def staff_hints(self) -> tuple[StaffHint, ...]:
        return read_staff_hints(self._clauses)

    @once
    def disclaimers(self) -> tuple[Disclaimer, ...]:
        return read_disclaimers(self._clauses)

    @once
    def persons(self) -> tuple[PersonMention, ...]:
        return self._reader.names.read(self._words, self.part.role)

    @once
    def first_names(self) -> tuple[FirstName, ...]:
        return self._reader.first_names.read(self._words, self.part.role, tuple(each.span for each in self.persons))

    @once
    def remarks(self) -> tuple[Remark, ...]:
        return read_remarks(self._clauses, self.organisations) + read_markings(self._words.folded)

    @once
    def likenesses(self) -> tuple[Likeness, ...]:
        return read_likenesses(self._clauses, self.organisations) if self.part.role is not Role.FILE_NAME else ()

    @once
    def hostilities(self) -> tuple[Hostility, ...]:
        return read_hostility(self._clauses)

    @once
    def personal_data(self) -> tuple[PersonalDatum, ...]:
        return self._reader.personal_data.read(self._clauses, self.part.role)

    @once
    def circumstances(self) -> tuple[Circumstance, ...]:
        return read_circumstances(self._clauses, self.persons)

    @once
    def terms(self) -> tuple[SchoolTerm, ...]:
        return self._reader.terms.read(self._words)

    @once
    def links(self) -> tuple[Link, ...]:
        return self._reader.links.read(self.part.text)

    @once
    def outings(self) -> tuple[Outing, ...]:
        return read_outings(self._clauses)

    @once
    def tags(self) -> tuple[Tag, ...]:
        return read_tags(self.part.text)

    @once
    def signature(self) -> Span | None:
        return read_signature(self.part.text)

    @once
    def parties(self) -> frozenset[Party]:
        return read_parties(self._clauses, self._played) if self._played is not None else frozenset()

    @once
    def sentences(self) -> tuple[Span, ...]:
        return self._clauses.sentences()


class _AccountReading(_Reading):
    """Whose an account is stands in its name; nothing there tells that the writer is staff."""

    staff_hints = ()
