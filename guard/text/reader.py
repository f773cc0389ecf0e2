"""Reads a part of a draft for everything the vocabulary knows: cut once, then each reader goes over the words."""

from __future__ import annotations

from guard.model import Account, Part, Role
from guard.reading import PartReading
from guard.text.circumstances import read_circumstances
from guard.text.clauses import plain_clauses
from guard.text.disclaimers import read_disclaimers
from guard.text.first_names import FirstNameReader
from guard.text.hostility import read_hostility
from guard.text.hostility_index import hostility_index
from guard.text.likeness import read_likenesses
from guard.text.links import LinkReader
from guard.text.markings import read_markings
from guard.text.names import NameReader
from guard.text.offensive import OffensiveReader
from guard.text.organisations import OrganisationReader
from guard.text.outings import read_outings
from guard.text.parties import Played, read_parties
from guard.text.personal_data import PersonalDataReader
from guard.text.remarks import read_remarks
from guard.text.signatures import read_signature
from guard.text.staff import read_staff_hints
from guard.text.tags import read_tags
from guard.text.terms import TermReader
from guard.text.words import cut
from guard.vocabulary import Vocabulary


class TextReader:
    """Compiled once from a vocabulary; `read` may be called from any thread."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._offensive = OffensiveReader(vocabulary.harmless_words)
        self._organisations = OrganisationReader(vocabulary.organisations)
        self._links = LinkReader(vocabulary.organisations)
        self._names = NameReader(vocabulary.persons)
        self._first_names = FirstNameReader(vocabulary.persons)
        self._personal_data = PersonalDataReader(vocabulary.organisations)
        self._terms = TermReader(vocabulary.terms)
        hostility_index()  # made now, so that the first text need not wait for it

    def read(self, part: Part, played: Played | None = None) -> PartReading:
        """The reading of a part, or of what stands around a draft: then `played` says what that is."""
        words = cut(part.text)
        clauses = plain_clauses(words)
        staff_hints = read_staff_hints(clauses)
        organisations = self._organisations.read(clauses, staff_hints)
        persons = self._names.read(words, part.role)
        return PartReading(
            part=part,
            offensive=self._offensive.read(words),
            organisations=organisations,
            staff_hints=staff_hints,
            disclaimers=read_disclaimers(clauses),
            persons=persons,
            first_names=self._first_names.read(words, part.role, tuple(each.span for each in persons)),
            remarks=read_remarks(clauses, organisations) + read_markings(words.folded),
            likenesses=read_likenesses(clauses, organisations) if part.role is not Role.FILE_NAME else (),
            personal_data=self._personal_data.read(clauses, part.role),
            circumstances=read_circumstances(clauses, persons),
            terms=self._terms.read(words),
            links=self._links.read(part.text),
            outings=read_outings(clauses),
            hostilities=read_hostility(clauses),
            tags=read_tags(part.text),
            signature=read_signature(part.text),
            parties=read_parties(clauses, played) if played is not None else frozenset(),
            sentences=clauses.sentences(),
        )

    def read_profile(self, text: str) -> PartReading:
        """A profile is read for disclaimers only: it is not what is about to be posted."""
        return PartReading(part=Part(text, Role.BODY), disclaimers=read_disclaimers(plain_clauses(cut(text))))

    def read_account(self, account: Account) -> PartReading | None:
        """An account's name and handle, a line each, are read for organisations only: whose it claims to be."""
        # A handle is read as one, so that a name inside "oakfieldlibrary" is seen.
        handle = account.handle if " " in account.handle else "@" + account.handle.lstrip("@")
        named = "\n".join(filter(None, (account.name, handle if account.handle else "")))
        if not named:
            return None
        return PartReading(
            part=Part(named), organisations=self._organisations.read(plain_clauses(cut(named)), staff_hints=())
        )
