"""Finds full names of people on the register: one pass over the words with dictionaries of forenames and surnames.

A first name alone is never a mention. Names made of ordinary words ("Mark Page") need capitals on both halves, or their
class or praise right by; without evidence such a mention says `other_person`, since it may well be nobody at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guard.model import Role, Span
from guard.reading import NameForm, PersonMention
from guard.text.edits import edits_within
from guard.text.name_evidence import group_near, is_titled, points_elsewhere, speaks_of_pupil
from guard.text.name_forms import NameIndex, deletions, is_forename, is_ordinary
from guard.text.name_joined import joined_in
from guard.text.words import Words
from guard.vocabulary import PersonName

_GAP = re.compile(r"(?:\s{1,4}|[-_.]|\s-\s)$")
_MIDDLE_GAP = re.compile(r"[\s]{1,2}[\"'(\[]?$|\.?[\s]{1,2}$|[\"')\]][\s]{1,2}$|[-_]$")
_COMMA = re.compile(r"\s?,\s{0,2}$")
_INITIAL_GAP = re.compile(r"(?:\.?\s{1,2}|\.|_)$")
_SPACE = re.compile(r"\s{1,3}$")
_MAY_BE_JOINED = re.compile(r"[#@_/]|[a-z][A-Z]|[a-z]\.[a-z]")
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
        index, every = self._index, words.words
        joinable = role is Role.FILE_NAME or _MAY_BE_JOINED.search(words.folded.source) is not None
        done = 0
        for position, word in enumerate(every):
            if position < done:
                continue
            # Most words are no part of anybody's name; they are passed over here.
            if word not in index.beginnings and len(word) > 1:
                before_surname = position + 1 < len(every) and every[position + 1] in index.surnames.whole
                if not before_surname and not (joinable and len(word) >= _SHORTEST_JOINED):
                    continue
            found = self._at(words, position, role)
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
        return self._typo(words, first)

    def _forename_first(self, words: Words, first: int) -> _Found | None:
        index = self._index
        for halves, form in ((index.forenames, NameForm.FULL), (index.nicknames, NameForm.NICKNAME)):
            for taken, forenames in halves.at(words.words, first):
                for split in range(first + taken, min(first + taken + _MIDDLES + 1, len(words))):
                    if split > first + taken and not self._is_middle(words, split - 1):
                        break
                    gap = words.between(split - 1)
                    if not (_GAP.match(gap) or (split > first + taken and _MIDDLE_GAP.match(gap))):
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
            for halves in (index.forenames, index.nicknames):
                for length, forenames in halves.at(words.words, split):
                    people = tuple(index.named(forenames, surnames))
                    if people:
                        pair = (words.words[split], surname)
                        return _Found(first, split, split, split + length - 1, people, NameForm.SWAPPED, pair)
        return None

    def _initial(self, words: Words, first: int) -> _Found | None:
        if first + 1 >= len(words) or not words.source(first).isupper():
            return None
        split = first + 1
        while split + 1 < len(words) and split < first + 3 and len(words.words[split]) == 1:
            split += 1
        if not _INITIAL_GAP.match(words.between(split - 1)) or not words.source(split)[:1].isupper():
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
        if first + 1 >= len(words):
            return None
        one, two = words.words[first], words.words[first + 1]
        index = self._index
        if one not in index.forenames.whole and two not in index.surnames.whole:
            return None
        if (
            not _SPACE.match(words.between(first))
            or len(one) < 3
            or len(two) < 3
            or not (_is_name_case(words, first) and _is_name_case(words, first + 1))
        ):
            return None
        forenames, surnames = index.forenames.of(one), index.surnames.of(two)
        if bool(forenames) == bool(surnames):
            return None
        if forenames:
            if is_forename(two) or index.nicknames.of(two):
                return None
            people = tuple(index.named(forenames, self._nearly(two)))
        else:
            if is_forename(one) or index.nicknames.of(one):
                return None
            people = tuple(index.named(self._nearly(one), surnames))
        return _Found(first, first + 1, first + 1, first + 1, people, NameForm.TYPO, (one, two)) if people else None

    def _nearly(self, word: str) -> list[str]:
        if len(word) < 4 or len(word) > 30:
            return []
        near = {half for deleted in deletions(word) for half in self._index.typos.get(deleted, ())}
        return [half for half in near if half != word and edits_within(word, half, 1)]

    def _is_middle(self, words: Words, index: int) -> bool:
        """Whether a word may stand between forename and surname: capitalised, with nothing but space around."""
        return words.source(index)[:1].isupper() and bool(
            _MIDDLE_GAP.match(words.between(index - 1)) or _GAP.match(words.between(index - 1))
        )

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


def _is_name_case(words: Words, index: int) -> bool:
    """Whether a word is written like a name: a capital first, and not all capitals."""
    written = words.source(index)
    return written[:1].isupper() and not (len(written) > 1 and written.isupper())
