"""Finds full names of people on the register: one pass over the words with dictionaries of forenames and surnames.

A first name alone is never a mention. Names made of ordinary words ("Mark Page") need capitals on both halves, or their
class or praise right by; without evidence such a mention says `other_person`, since it may well be nobody at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from guard.model import Role, Span
from guard.reading import NameForm, PersonMention
from guard.text.edits import edits_within
from guard.text.name_evidence import group_near, is_titled, points_elsewhere, speaks_of_pupil
from guard.text.name_forms import NameIndex, deletions, is_forename, is_ordinary, is_particle
from guard.text.name_joined import joined_in
from guard.text.words import Words
from guard.vocabulary import PersonName

_GAP = re.compile(r"(?:\*{0,2}\s{1,4}\*{0,2}|[-_.]|\s-\s|\s\()$")
# A tag's sign or an emoji between the halves; what stands between the members of a list is none.
_LOOSE_GAP = re.compile(r"\s?[^\w\s.,;:!?&+=/()\-'\"*]{1,4}\s?$")
_MIDDLE_GAP = re.compile(r"[\s]{1,2}[\"'(\[]?$|\.?[\s]{1,2}$|[\"')\]][\s]{1,2}$|[-_]$")
_COMMA = re.compile(r"\s?,\s{0,2}$")
_INITIAL_GAP = re.compile(r"(?:\.?\s{1,2}|\.|_)$")
_SPACE = re.compile(r"\s{1,3}$")
# What a name may be joined by comes first, so that the rest of a text is passed over quickly.
_MAY_BE_JOINED = re.compile(r"[#@_/A-Z.](?:(?<=[#@_/])|(?<=[a-z][A-Z])|(?<=[a-z]\.)[a-z])")
_JOINT = re.compile(r"[-']|\s$")
_SHORTEST_TYPO = 4
_LONGEST_SURNAME = 3
_SHORTEST_SMALL = 6
_MOST_TYPOS = 150
_MOST_INITIALS = 3
_NO_NAME = ("ed", "ing", "ly", "ers", "ies")
_NUMBERED = re.compile(r"^([a-z]{3,})\d{1,6}$")
_SHORTEST_JOINED = 6
_MIDDLES = 2
_MOST_MENTIONS = 50


@dataclass(frozen=True, slots=True)
class _Found:
    """A name at words[first:last+1]. Its first half ends before word `after`, its second begins at word `split`."""

    first: int
    after: int
    split: int
    last: int
    people: tuple[PersonName, ...]
    form: NameForm
    halves: tuple[str, str]


class NameReader:
    """Compiled once from the register's names; `read` may be called from any thread. Its `repr` shows no name."""

    def __init__(self, persons: tuple[PersonName, ...]) -> None:
        self._index = NameIndex(persons)

    def read(self, words: Words, role: Role) -> tuple[PersonMention, ...]:
        """The full names of a text in order; one mention for each person whose name it may be."""
        mentions: list[PersonMention] = []
        joinable = role is Role.FILE_NAME or _MAY_BE_JOINED.search(words.folded.source) is not None
        if joinable:
            words = _without_numbers(words)
        index, every = self._index, words.words
        if not joinable and index.beginnings.isdisjoint(every):
            return ()
        done = tried = 0
        for position, (word, following) in enumerate(zip_longest(every, every[1:], fillvalue="")):
            if position < done:
                continue
            # Most words are no part of anybody's name; they are passed over here.
            near_name = word in index.beginnings
            if not near_name and len(word) > 1:
                near_name = following in index.beginnings and (
                    following in index.surnames
                    or (following in index.forenames and _COMMA.match(words.between(position)) is not None)
                )
                if not near_name and not (joinable and len(word) >= _SHORTEST_JOINED):
                    continue
            found = self._at(words, position, role)
            # A letter gone wrong is by far the dearest to look for: only so many places of a text are tried.
            if found is None and near_name and tried < _MOST_TYPOS and _may_be_mistyped(words, position):
                tried += 1
                found = self._typo(words, position)
            if found is not None:
                mentions.extend(self._mentions(words, found, role))
                done = found.last + 1
                if len(mentions) >= _MOST_MENTIONS:
                    break
        return tuple(mentions)

    # -- looking -----------------------------------------------------------------------------------------------

    def _at(self, words: Words, first: int, role: Role) -> _Found | None:
        word = words.words[first]
        index = self._index
        if word in index.forenames or word in index.nicknames:
            found = self._forename_first(words, first)
            if found is not None:
                return found
        if word in index.surnames:
            found = self._surname_first(words, first)
            if found is not None:
                return found
        if len(word) == 1:
            return self._initial(words, first)
        if len(word) >= _SHORTEST_JOINED:
            joined = joined_in(index, words, first, role)
            if joined is not None:
                return _Found(first, first, first, first, *joined)
        return None

    def _forename_first(self, words: Words, first: int) -> _Found | None:
        index = self._index
        for halves, form in ((index.forenames, NameForm.FULL), (index.nicknames, NameForm.NICKNAME)):
            for taken, forenames in halves.at(words.words, first):
                for split in range(first + taken, min(first + taken + _MIDDLES + 1, len(words))):
                    if split > first + taken and not self._is_middle(words, split - 1):
                        break
                    gap = words.between(split - 1)
                    if not (
                        _GAP.match(gap) or _LOOSE_GAP.match(gap) or (split > first + taken and _MIDDLE_GAP.match(gap))
                    ):
                        if not _MIDDLE_GAP.match(gap):
                            break
                        continue
                    found = self._surname_at(words, (first, first + taken, split), forenames, form)
                    if found is not None:
                        return found
        return None

    def _surname_at(
        self, words: Words, place: tuple[int, int, int], forenames: set[str], form: NameForm
    ) -> _Found | None:
        first, after, split = place
        for taken, surnames in self._index.surnames.at(words.words, split):
            # "#Oliver #James" are two children.
            if _LOOSE_GAP.match(words.between(split - 1)) and is_forename(words.words[split]):
                continue
            people = tuple(self._index.named(forenames, surnames))
            if people:
                halves = (words.words[first], "".join(words.words[split : split + taken]))
                return _Found(first, after, split, split + taken - 1, people, form, halves)
        return None

    def _surname_first(self, words: Words, first: int) -> _Found | None:
        index = self._index
        for taken, surnames in index.surnames.at(words.words, first):
            split = first + taken
            if split >= len(words):
                continue
            gap = words.between(split - 1)
            comma = _COMMA.match(gap) is not None
            if not comma and not _GAP.match(gap):
                continue
            surname = "".join(words.words[first:split])
            # "James, Oliver and Mia": a list of first names, not one name turned round.
            if is_forename(surname) or surname in index.forenames:
                continue
            # "Brown Willy" is a hill: a short name behind its surname takes a comma.
            for halves in (index.forenames, index.nicknames) if comma else (index.forenames,):
                for length, forenames in halves.at(words.words, split):
                    people = tuple(index.named(forenames, surnames))
                    if people:
                        pair = (words.words[split], surname)
                        return _Found(first, split, split, split + length - 1, people, NameForm.SWAPPED, pair)
        return None

    def _initial(self, words: Words, first: int) -> _Found | None:
        """A surname behind one to three initials: "A. Oyelaran", "A G O'Neill"."""
        if not words.source(first).isupper():
            return None
        for split in range(first + 1, min(first + 1 + _MOST_INITIALS, len(words))):
            found = self._surname_of_initial(words, first, split)
            if found is not None or len(words.words[split]) > 1:
                return found
        return None

    def _surname_of_initial(self, words: Words, first: int, split: int) -> _Found | None:
        large = words.is_large(split) or is_particle(words.words[split])
        if not large or not _INITIAL_GAP.match(words.between(split - 1)):
            return None
        initial = words.words[first]
        for taken, surnames in self._index.surnames.at(words.words, split):
            surname = "".join(words.words[split : split + taken])
            people = tuple(person for each in surnames for person in self._index.by_initial.get((initial, each), ()))
            # "I Read", "A Page": with an ordinary word a single letter is no initial unless it has its stop.
            if people and not (is_ordinary("will", surname) and "." not in words.between(first)):
                return _Found(first, split, split, split + taken - 1, people, NameForm.INITIAL, (initial, surname))
        return None

    def _typo(self, words: Words, first: int) -> _Found | None:
        """A name with one letter wrong in one of its halves, both written like names."""
        index = self._index
        for taken, forenames in index.forenames.at(words.words, first):
            found = self._surname_nearly(words, first, first + taken, forenames)
            if found is not None:
                return found
        split = first + 1
        one, gap = words.words[first], words.between(first)
        if _SPACE.match(gap) and not is_forename(one) and not index.nicknames.of(one):
            for taken, surnames in index.surnames.at(words.words, split):
                people = tuple(index.named(self._nearly(one), surnames))
                # A surname that is a forename too is often another child's: "Emil, James".
                if people and len("".join(words.words[split : split + taken])) >= 3:
                    halves = (one, "".join(words.words[split : split + taken]))
                    return _Found(first, split, split, split + taken - 1, people, NameForm.TYPO, halves)
        if (_COMMA.match(gap) or _SPACE.match(gap)) and not is_forename(one) and one not in index.surnames:
            for taken, forenames in index.forenames.at(words.words, split):
                people = tuple(index.named(forenames, self._nearly(one)))
                if people:
                    last = split + taken - 1
                    return _Found(first, split, split, last, people, NameForm.TYPO, (words.words[split], one))
        return None

    def _surname_nearly(self, words: Words, first: int, split: int, forenames: set[str]) -> _Found | None:
        index = self._index
        if split >= len(words) or not _SPACE.match(words.between(split - 1)):
            return None
        if not _written_alike(words, first, split):
            return None
        word = words.words[split]
        if word in index.surnames.whole and index.surnames.of(word) and len(word) >= _SHORTEST_TYPO:
            return None  # somebody else's surname, rightly spelt
        for taken in range(1, min(_LONGEST_SURNAME, len(words) - split) + 1):
            if taken > 1 and not _JOINT.match(words.between(split + taken - 2)):
                break
            surname = "".join(words.words[split : split + taken])
            if is_forename(surname) or index.nicknames.of(surname):
                continue
            people = tuple(index.named(forenames, self._nearly(surname)))
            if people:
                halves = (words.words[first], surname)
                return _Found(first, split, split, split + taken - 1, people, NameForm.TYPO, halves)
        return None

    def _nearly(self, word: str) -> list[str]:
        if len(word) < 4 or len(word) > 30:
            return []
        near = {half for deleted in deletions(word) for half in self._index.typos.get(deleted, ())}
        return [half for half in near if half != word and edits_within(word, half, 1)]

    def _is_middle(self, words: Words, index: int) -> bool:
        """Whether a word may stand between forename and surname: written or known as a name, with space around it."""
        word = words.words[index]
        named = words.is_large(index) or is_forename(word) or word in self._index.forenames
        return named and bool(_MIDDLE_GAP.match(words.between(index - 1)) or _GAP.match(words.between(index - 1)))

    # -- weighing ----------------------------------------------------------------------------------------------

    def _mentions(self, words: Words, found: _Found, role: Role) -> Iterator[PersonMention]:
        seen: set[str] = set()
        ordinary = is_ordinary(*found.halves) and found.form is not NameForm.JOINED
        capitals = _is_name_case(words, found.first) and _is_name_case(words, found.split)
        titled = is_titled(words, found.first, found.last)
        elsewhere = not titled and points_elsewhere(words, found.first, found.last)
        for person in found.people:
            if person.person in seen:
                continue
            seen.add(person.person)
            if ordinary and not capitals and not group_near(words, found.first, found.last, person.group):
                continue
            evidence = not titled and (
                role in (Role.ALT, Role.FILE_NAME) or speaks_of_pupil(words, found.first, found.last, person.group)
            )
            yield PersonMention(
                span=words.folded.span(words.starts[found.first], words.ends[found.last]),
                person=person.person,
                form=self._form(words, found),
                forename=self._half(words, found, first=found.form is not NameForm.SWAPPED),
                surname=self._half(words, found, first=found.form is NameForm.SWAPPED),
                evidence=evidence,
                other_person=titled or (not evidence and (elsewhere or ordinary)),
            )

    def _form(self, words: Words, found: _Found) -> NameForm:
        if found.split == found.first:
            return NameForm.JOINED
        gap = words.between(found.split - 1)
        before = words.folded.text[max(0, words.starts[found.first] - 1) : words.starts[found.first]]
        return NameForm.JOINED if gap in ("_", ".") or (before and before in "@#/") else found.form

    def _half(self, words: Words, found: _Found, *, first: bool) -> Span | None:
        """The span of the half written first or second; None where both are one word."""
        if found.split == found.first:
            return None
        if first:
            return words.folded.span(words.starts[found.first], words.ends[found.after - 1])
        return words.folded.span(words.starts[found.split], words.ends[found.last])


def _without_numbers(words: Words) -> Words:
    """The words, those of handles and file names without the number at their end: "@amira_oyelaran2012"."""
    return replace(
        words, words=tuple(_NUMBERED.sub(r"\1", word) if word[-1].isdigit() else word for word in words.words)
    )


def _is_name_case(words: Words, index: int) -> bool:
    """Whether a word is written like a name: a capital first, and not all capitals."""
    written = words.source(index)
    return written[:1].isupper() and not (len(written) > 1 and written.isupper())


def _may_be_mistyped(words: Words, first: int) -> bool:
    """Whether a word and the next one could be a name at all; the second may be the rest of "Ellie-Mae"."""
    return first + 1 < len(words) and len(words.words[first]) >= 3 and _written_alike(words, first, first + 1)


def _written_alike(words: Words, first: int, split: int) -> bool:
    """Whether two words are written like one name: both with a capital, all in capitals, or all in small letters."""
    one, two = words.source(first), words.source(split)
    if one.isupper():
        return two.isupper() and len(one) > 2 and len(two) > 2
    if one[:1].isupper():
        return (two[:1].isupper() and (len(two) == 1 or not two.isupper())) or is_particle(words.words[split])
    if len(two) < _SHORTEST_SMALL or two.endswith(_NO_NAME) or not two.islower():
        return False
    return one.islower() and not is_ordinary(words.words[first], words.words[first])
