"""What is said of somebody's health, special needs, care, behaviour or home: a pupil's, a family's, a colleague's.

A statement ("has just been diagnosed with", "is on free school meals") counts where it follows somebody it can be
about: "one of my Year 4s", "his dad", a name, or a pronoun that goes back to one of them. What is said of the writer's
own family, of nobody in particular ("children who have asthma"), or of people in books is left alone. The phrases are
in `data/circumstances.phrases`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from guard.reading import About, Circumstance, CircumstanceSort, PersonMention
from guard.text.circumstance_names import NameInText, folded_place, forename_at, name_ending_at
from guard.text.circumstance_words import (
    ADJECTIVES,
    CLASSES,
    CONTRACTED,
    FILLERS,
    FIRST_PERSON,
    GROUP,
    HYPOTHETICAL,
    LEADING_BACK,
    OF_CLASS,
    PLAIN_PRONOUN,
    POSSESSIVE,
    PRONOUNS,
    RELATION,
    SCHOOL_TALK,
    WRITER,
)
from guard.text.clauses import Clauses
from guard.text.phrases import Found, Phrases, read_phrases

_NEAR = 10
_REACH = 25
_FAR = 45  # pieces to go back for whom a pronoun means
_MOST = 20
_CONSIDERED = 80
_MEANT = ("pupil", "family")
_SENSITIVE_WORDS = ("word", "beside")


@dataclass(frozen=True, slots=True)
class _Who:
    """Whom a statement is about. `first` is the piece where that begins; `sure` is False for a lone "his dad"."""

    about: About
    first: int
    name: NameInText | None = None
    sure: bool = True


class _Automata(NamedTuple):
    """What is said (`said`), of whom and of what else it may be (`others`), and sensitive words alone (`words`)."""

    said: Phrases
    words: Phrases
    others: Phrases


@cache
def _automata() -> _Automata:
    sections, slots = read_phrases("circumstances.phrases")
    said = {tag: listed for tag, listed in sections.items() if "." in tag}
    words = {tag: sections[tag] for tag in _SENSITIVE_WORDS}
    others = {tag: listed for tag, listed in sections.items() if tag not in said and tag not in words}
    return _Automata(Phrases(said, slots), Phrases(words, slots), Phrases(others, slots))


def read_circumstances(clauses: Clauses, persons: tuple[PersonMention, ...]) -> tuple[Circumstance, ...]:
    """The circumstances a text tells of, in order of place, at most twenty."""
    automata = _automata()
    pieces = clauses.pieces
    contracted = _contracted(clauses)
    opened, stripped = list(pieces), list(pieces)
    for index in contracted:
        opened[index] = "is"
        if pieces[index] not in CONTRACTED:
            stripped[index] = pieces[index][:-1]
    statements = list(automata.said.find(opened))
    words = list(automata.words.find(stripped))
    if not (statements or words):
        return ()
    reader = _Reader(clauses, contracted, [*words, *automata.others.find(stripped)], persons)
    found = list(reader.of_statements(statements))
    found.extend(reader.beside_names(found))
    found.extend(reader.beside_first_names(found))
    return tuple(sorted(found, key=lambda each: each.span)[:_MOST])


def _contracted(clauses: Clauses) -> frozenset[int]:
    """The pieces that end in a hidden "is" or "has": "he's", "Callum's", "dad's"."""
    text = clauses.words.folded.text
    if CONTRACTED.isdisjoint(clauses.pieces) and "'s" not in text:
        return frozenset()
    return frozenset(
        index
        for index, piece in enumerate(clauses.pieces)
        if piece in CONTRACTED
        or (piece[-1] == "s" and text[max(0, clauses.ends[index] - 2) : clauses.ends[index]] == "'s")
    )


class _Reader:
    """Puts what is said together with whom it is said of, in one text."""

    def __init__(
        self,
        clauses: Clauses,
        contracted: frozenset[int],
        found: list[Found],
        persons: tuple[PersonMention, ...],
    ) -> None:
        self._clauses, self._contracted, self._persons = clauses, contracted, persons
        self._pieces = clauses.pieces
        self._ending: dict[int, Found] = {}
        self._words: list[Found] = []
        self._beside: list[Found] = []
        self._harmless: set[int] = set()
        self._of_class = any(piece in OF_CLASS or GROUP.match(piece) for piece in clauses.pieces)
        self._places: dict[int, int] = {}
        # "one of our families has ..." speaks of somebody, "families who have ..." of nobody in particular.
        meant = {index for each in found if each.tag in _MEANT for index in range(each.first, each.end)}
        self._elsewhere: set[int] = set()
        self._general: dict[int, int] = {}
        for each in found:
            if each.tag == "general":
                owned = each.first - 1 in contracted or self._pieces[each.first - 1] in POSSESSIVE
                if each.first not in meant and not (each.first and owned):
                    self._general.setdefault(self._sentence(each.first), each.first)
            elif each.tag == "elsewhere":
                self._elsewhere.add(self._sentence(each.first))
            elif each.tag == "place":
                self._places[each.end] = each.first
            elif each.tag == "word":
                self._words.append(each)
            elif each.tag == "beside":
                self._beside.append(each)
            elif each.tag == "harmless":
                self._harmless.add(self._sentence(each.first))
            else:
                known = self._ending.get(each.end)
                # "my own mum" is the writer's, "his mum" somebody's; the longest says most.
                if known is None or each.first < known.first or (each.first == known.first and each.tag == "own"):
                    self._ending[each.end] = each

    def of_statements(self, statements: list[Found]) -> Iterator[Circumstance]:
        done: list[tuple[int, int]] = []
        # What is told of somebody named comes before what tells it by itself.
        listed = sorted(statements, key=lambda found: (found.first, -found.end))[:_CONSIDERED]
        for each in sorted(listed, key=lambda found: found.tag.startswith("alone")):
            if any(each.first < end and first < each.end for first, end in done) or self._taken_back(each.first):
                continue
            kind, _, sort = each.tag.partition(".")
            if kind == "alone":
                who: _Who | None = _Who(About.PUPIL, each.first)
            else:
                who = self._owner(each) if kind == "of" else self._who(each)
            if who is None:
                continue
            done.append((each.first, each.end))
            name = who.name
            yield Circumstance(
                span=self._clauses.span(min(who.first, each.first), each.end),
                sort=CircumstanceSort(sort),
                about=who.about,
                name=name.span if name else None,
                listed=name is not None and name.listed,
                full_name=name is not None and name.full,
                sure=who.sure,
                school_talk=self._speaks_of_pupil(name),
            )

    def beside_names(self, told: list[Circumstance]) -> Iterator[Circumstance]:
        """Full names of the register with a sensitive word in the same sentence."""
        for mention in self._persons:
            if mention.other_person or any(each.name == mention.span for each in told):
                continue
            place = self._clauses.piece_at(folded_place(self._clauses, mention.span.start))
            sentence = self._sentence(place)
            if sentence in self._elsewhere:
                continue
            for word in self._words:
                if self._sentence(word.first) == sentence:
                    yield Circumstance(
                        span=self._clauses.span(word.first, word.end),
                        sort=CircumstanceSort.NEEDS,
                        about=About.NAMED,
                        name=mention.span,
                        listed=True,
                        full_name=True,
                        beside=True,
                    )
                    break

    def beside_first_names(self, told: list[Circumstance]) -> Iterator[Circumstance]:
        """First names with a sensitive word in the same sentence, where nothing is said in so many words."""
        done = {each.name.start for each in told if each.name is not None}
        # "One of my Year 4s, Toby, has just been diagnosed": told of a pupil, and the name stands by.
        places = [
            self._clauses.piece_at(folded_place(self._clauses, each.span.start))
            for each in told
            if each.name is None and each.about is not About.STAFF
        ]
        places += [
            each.first for each in self._beside if not {self._sentence(each.first)} & (self._elsewhere | self._harmless)
        ]
        seen: set[int] = set()
        for place in places[:_MOST]:
            sentence = self._sentence(place)
            if sentence in seen:
                continue
            seen.add(sentence)
            begin, end = self._clauses.sentence(place, place + 1)
            if self._of_class and sentence:
                begin = self._clauses.sentence_starts[sentence - 1]
            for index in range(max(begin, place - _REACH), min(end, place + _REACH)):
                name = self._child_named(index)
                if name is not None and name.span.start not in done:
                    yield Circumstance(
                        span=self._clauses.span(place, place + 1),
                        sort=CircumstanceSort.NEEDS,
                        about=About.NAMED,
                        name=name.span,
                        full_name=name.full,
                        beside=True,
                        school_talk=self._of_class,
                    )
                    break

    def _child_named(self, index: int) -> NameInText | None:
        """A first name that ends with pieces[index] and is no grown-up's: a full one only with a class by it."""
        if not forename_at(self._clauses, index):
            return None
        name = name_ending_at(self._clauses, index, ())
        if name is None or name.titled or self._of_the_writer(name):
            return None
        following = name_ending_at(self._clauses, index + 1, ()) if index + 1 < len(self._pieces) else None
        full = name.full or (following is not None and following.first == name.first)
        if following is not None and following.titled:
            return None
        return (following if full and following else name) if not full or self._speaks_of_pupil(name) else None

    # -- whom it is about ------------------------------------------------------------------------------------------

    def _who(self, statement: Found) -> _Who | None:
        """Whom a statement that begins with a verb is about: what stands right before it."""
        index = statement.first
        start = self._start(statement.first)
        if index not in self._contracted:
            index -= 1
            while index >= start and self._pieces[index] in FILLERS and index + 1 not in self._ending:
                index -= 1
        if index < start or self._hypothetical(index, statement.first, start):
            return None
        return self._at(index, start)

    def _owner(self, statement: Found) -> _Who | None:
        """Whose something is: "his exclusion", "Callum's new social worker"."""
        start = self._start(statement.first)
        index = statement.first - 1
        if index >= start and self._pieces[index] in ADJECTIVES:
            index -= 1
        if index < start:
            return None
        piece = self._pieces[index]
        if piece in POSSESSIVE:
            return self._meant_by(index, piece)
        if index in self._contracted and piece not in CONTRACTED:
            return self._at(index, start)
        return None

    def _at(self, index: int, start: int) -> _Who | None:
        """Whoever is spoken of by what ends with pieces[index]."""
        while index + 1 in self._places and index + 1 not in self._ending:
            index = self._places[index + 1] - 1
        if index < start:
            return None
        subject = self._ending.get(index + 1)
        piece = self._pieces[index]
        if subject is not None and piece not in POSSESSIVE:
            return self._of_subject(subject)
        if piece in PRONOUNS:
            return self._meant_by(index, piece)
        if piece in LEADING_BACK:
            return self._back_from(index, start)
        name = name_ending_at(self._clauses, index, self._persons)
        if name is not None and not self._of_the_writer(name):
            return _Who(About.STAFF if name.titled else About.NAMED, name.first, name)
        return None

    def _of_subject(self, subject: Found) -> _Who | None:
        if subject.tag == "own":
            return None
        if subject.tag == "pupil":
            return _Who(About.PUPIL, subject.first)
        if subject.tag == "staff":
            return _Who(About.STAFF, subject.first)
        # "his dad", "mum": somebody's, as long as it is not the writer's own child that is spoken of.
        before = self._pieces[subject.first - 1] if subject.first else ""
        if before in ("my", "our", "your") or (subject.tag == "kin" and subject.first and before in ("a", "as", "any")):
            return None
        if subject.tag == "kin" and subject.first - 1 in self._contracted:
            owner = self._at(subject.first - 1, self._start(subject.first))
            return _Who(About.FAMILY, owner.first, owner.name) if owner else None
        stated = self._pieces[subject.first] not in (*POSSESSIVE,) and subject.tag == "family"
        if stated:
            return _Who(About.FAMILY, subject.first)
        meant = self._back_from(subject.first, max(0, subject.first - _FAR))
        if meant is not None:
            return _Who(About.FAMILY, subject.first)
        of_a_pupil = self._of_class and FIRST_PERSON.isdisjoint(self._pieces)
        if (subject.tag == "kin" and not of_a_pupil) or self._own_before(subject.first):
            return None
        return _Who(About.FAMILY, subject.first, sure=False)

    def _meant_by(self, index: int, piece: str) -> _Who | None:
        who = self._back_from(index, max(0, index - _FAR))
        if who is None and self._of_class and piece not in PLAIN_PRONOUN and not self._speaks_of_own():
            return _Who(About.FAMILY, index, sure=False)
        if who is None or (piece in PLAIN_PRONOUN and who.about is About.FAMILY and not who.sure):
            return None
        return who

    def _back_from(self, index: int, stop: int) -> _Who | None:
        """The nearest person before pieces[index]."""
        while index > stop:
            index -= 1
            subject = self._ending.get(index + 1)
            if subject is not None:
                if subject.tag == "own":
                    # "I saw that ..." says nothing of whom; "my son ..." does.
                    if subject.end - subject.first > 1:
                        return None
                elif subject.tag != "kin":
                    return self._of_subject(subject) if subject.tag != "family" else _Who(About.FAMILY, subject.first)
            if self._pieces[index] in PRONOUNS or self._pieces[index] in ("you", "your"):
                continue
            name = name_ending_at(self._clauses, index, self._persons, alone=False)
            if name is not None and self._of_the_writer(name):
                return None
            if name is not None:
                return _Who(About.STAFF if name.titled else About.NAMED, name.first, name)
        return None

    def _of_the_writer(self, name: NameInText) -> bool:
        """ "my niece Chloe"."""
        before = self._ending.get(name.first)
        return before is not None and before.tag == "own" and before.end - before.first > 1

    def _speaks_of_own(self) -> bool:
        return self._own_before(len(self._pieces))

    def _own_before(self, index: int) -> bool:
        """Whether the writer's own family is spoken of before."""
        return any(
            found.tag == "own" and found.end - found.first > 1 and found.end <= index for found in self._ending.values()
        )

    def _taken_back(self, index: int) -> bool:
        sentence = self._sentence(index)
        general = self._general.get(sentence, index)
        return general < index or sentence in self._elsewhere or self._in_a_book(index)

    def _in_a_book(self, index: int) -> bool:
        """ "In Goodnight Mister Tom, Willie ..."."""
        start = self._start(index)
        if self._pieces[start] != "in" or "," not in self._pieces[start:index] or self._pieces[start + 1] in CLASSES:
            return False
        place = self._clauses.span(start + 1, start + 2).start
        return self._clauses.words.folded.source[place].isupper()

    def _hypothetical(self, index: int, first: int, start: int) -> bool:
        before = self._pieces[max(start, index - 3) : first]
        return not HYPOTHETICAL.isdisjoint(before)

    # -- places ----------------------------------------------------------------------------------------------------

    def _sentence(self, index: int) -> int:
        return bisect_right(self._clauses.sentence_starts, index) - 1

    def _start(self, index: int) -> int:
        return self._clauses.sentence_starts[self._sentence(index)]

    def _speaks_of_pupil(self, name: NameInText | None) -> bool:
        if name is None or name.listed:
            return name is not None
        begin, end = self._clauses.sentence(name.first, name.first + 1)
        near = self._pieces[max(begin, name.first - _NEAR) : min(end, name.first + _NEAR)]
        if any(piece in SCHOOL_TALK or GROUP.match(piece) for piece in near):
            return True
        # "I have supported Oscar Dunn since he joined us": whoever says so works with him.
        return name.full and not name.titled and not (RELATION.isdisjoint(near) or WRITER.isdisjoint(near))
