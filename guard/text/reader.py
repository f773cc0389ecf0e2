"""Reads a part of a draft for everything the vocabulary knows: cut once, then each reader goes over the words."""

from __future__ import annotations

from guard.model import Part, Role
from guard.reading import PartReading
from guard.text.clauses import plain_clauses
from guard.text.disclaimers import read_disclaimers
from guard.text.links import LinkReader
from guard.text.names import NameReader
from guard.text.offensive import OffensiveReader
from guard.text.organisations import OrganisationReader
from guard.text.outings import read_outings
from guard.text.personal_data import PersonalDataReader
from guard.text.remarks import read_remarks
from guard.text.staff import read_staff_hints
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
        self._personal_data = PersonalDataReader(vocabulary.organisations)
        self._terms = TermReader(vocabulary.terms)

    def read(self, part: Part) -> PartReading:
        words = cut(part.text)
        clauses = plain_clauses(words)
        staff_hints = read_staff_hints(clauses)
        return PartReading(
            part=part,
            offensive=self._offensive.read(words),
            organisations=self._organisations.read(clauses, staff_hints),
            staff_hints=staff_hints,
            disclaimers=read_disclaimers(clauses),
            persons=self._names.read(words, part.role),
            remarks=read_remarks(clauses),
            personal_data=self._personal_data.read(clauses, part.role),
            terms=self._terms.read(words),
            links=self._links.read(part.text),
            outings=read_outings(clauses),
            sentences=clauses.sentences(),
        )

    def read_profile(self, text: str) -> PartReading:
        """A profile is read for disclaimers only: it is not what is about to be posted."""
        return PartReading(part=Part(text, Role.BODY), disclaimers=read_disclaimers(plain_clauses(cut(text))))
