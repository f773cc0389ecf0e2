"""The forms pupils' names take in posts, compiled to dictionaries of halves: forenames, surnames, and who has both."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from functools import cache
from importlib.resources import files

from guard.text.word_sets import word_set
from guard.text.words import cut
from guard.vocabulary import PersonName

Sequence = tuple[str, ...]
_PARTICLES = word_set(
    """
    de da di do dos das del della la le van von der den ter el al bin ibn st san o mc mac ap ab y
    """
)
_NEVER_LEFT_OUT = word_set("o mc mac st san ap ab y la le")
_SHORTEST_HALF = 3


class Halves:
    """One kind of half of a name: where it starts, and which halves a sequence of words stands for."""

    def __init__(self) -> None:
        self._halves: defaultdict[Sequence, set[str]] = defaultdict(set)
        self._lengths: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
        self.whole: set[str] = set()

    def add(self, sequence: Sequence, half: str) -> None:
        self._halves[sequence].add(half)
        known = self._lengths[sequence[0]]
        if len(sequence) not in known:
            self._lengths[sequence[0]] = tuple(sorted((*known, len(sequence)), reverse=True))
        if len(sequence) == 1:
            self.whole.add(sequence[0])

    def __contains__(self, word: str) -> bool:
        return word in self._lengths

    @property
    def firsts(self) -> frozenset[str]:
        """The words one of these can begin with."""
        return frozenset(self._lengths)

    def at(self, words: Sequence, index: int) -> Iterator[tuple[int, set[str]]]:
        """The halves that begin at a word: how many words each takes, the longest first."""
        for length in self._lengths.get(words[index], ()):
            sequence = words[index : index + length]
            # Near the end of a text there are fewer words left than that.
            halves = self._halves.get(sequence) if len(sequence) == length else None
            if halves is not None:
                yield length, halves

    def of(self, word: str) -> set[str]:
        """The halves a single word stands for."""
        return self._halves[(word,)] if word in self.whole else set()


@cache
def _data() -> tuple[dict[str, tuple[str, ...]], frozenset[str], frozenset[str]]:
    data = tomllib.loads(files("guard.text").joinpath("data/nicknames.toml").read_text(encoding="utf-8"))
    both_ways: defaultdict[str, set[str]] = defaultdict(set)
    for forename, short_forms in data["nicknames"].items():
        for short in short_forms:
            both_ways[forename].add(short)
            both_ways[short].add(forename)
    words = data["words"]
    return (
        {name: tuple(sorted(others)) for name, others in both_ways.items()},
        frozenset(words["forenames"].lower().split()),
        frozenset(words["surnames"].lower().split()),
    )


def nicknames_of(forename: str) -> tuple[str, ...]:
    """What else somebody of that forename may be called, and what a short name may be short for."""
    return _data()[0].get(forename, ())


def known_forenames() -> Set[str]:
    """The common British forenames and their short forms."""
    return _data()[0].keys()


def is_forename(word: str) -> bool:
    """Whether a word is a common British forename or a short form of one."""
    return word in _data()[0]


def is_particle(word: str) -> bool:
    """Whether a word is one that surnames begin with in small letters ("de Silva")."""
    return word in _PARTICLES


def is_ordinary(forename: str, surname: str) -> bool:
    """Whether both halves of a name are ordinary words too ("Mark Page")."""
    _, forenames, surnames = _data()
    return (forename in forenames or forename in surnames) and (surname in surnames or surname in forenames)


def forename_forms(forename: str) -> Iterator[Sequence]:
    """The ways one forename is written, as words: whole, joined, the first of several."""
    words = cut(forename).words
    if not words:
        return
    yield words
    if len(words) > 1:
        yield ("".join(words),)
        if len(words[0]) >= _SHORTEST_HALF:
            yield (words[0],)


def surname_forms(surname: str) -> Iterator[tuple[Sequence, bool]]:
    """The ways one surname is written, as words, and whether it is one half of a double-barrelled name only."""
    words = cut(surname).words
    if not words:
        return
    seen = set()
    for form in _spellings(words):
        if form not in seen:
            seen.add(form)
            yield form, False
    if len(words) > 1 and not any(len(word) < _SHORTEST_HALF and word not in _PARTICLES for word in words):
        # "de Silva" and "Al-Hassan" are also called Silva and Hassan; "O'Neill" is never called Neill.
        if not _NEVER_LEFT_OUT.isdisjoint(words):
            return
        for word in words:
            if (word,) not in seen and word not in _PARTICLES:
                yield (word,), True


def _spellings(words: Sequence) -> Iterator[Sequence]:
    yield words
    joined = "".join(words)
    if len(words) > 1:
        yield (joined,)
        # "O'Neill" is cut in two at its apostrophe and often written as one word; "St John" likewise.
        if words[0] in ("mc", "mac"):
            yield from _scottish(joined)
    else:
        if len(joined) > 3 and joined[0] == "o" and joined[1] not in "aeiouw":
            yield ("o", joined[1:])
        yield from _scottish(joined)


def _scottish(joined: str) -> Iterator[Sequence]:
    for prefix, other in (("mac", "mc"), ("mc", "mac")):
        rest = joined.removeprefix(prefix)
        if rest != joined and len(rest) >= 4:
            yield from ((joined,), (prefix, rest), (other + rest,), (other, rest))
            return


def deletions(word: str) -> Iterable[str]:
    """The word and all it becomes with one letter left out: two words one edit apart share one of these."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


class NameIndex:
    """All the names of a register. Holds lists of people by (forename, surname), never the other way round."""

    def __init__(self, persons: tuple[PersonName, ...]) -> None:
        self.forenames = Halves()
        self.nicknames = Halves()
        self.surnames = Halves()
        self.people: defaultdict[tuple[str, str], list[PersonName]] = defaultdict(list)
        self.by_initial: defaultdict[tuple[str, str], list[PersonName]] = defaultdict(list)
        self.typos: defaultdict[str, set[str]] = defaultdict(set)
        seen_forenames: set[str] = set()
        seen_surnames: set[str] = set()
        for person in persons:
            forename, surname = "".join(cut(person.forename).words), "".join(cut(person.surname).words)
            if not forename or not surname:
                continue
            self.people[forename, surname].append(person)
            self.by_initial[forename[0], surname].append(person)
            if forename not in seen_forenames:
                seen_forenames.add(forename)
                self._add_forename(person.forename, forename)
            if surname not in seen_surnames:
                seen_surnames.add(surname)
                self._add_surname(person.surname, surname)

        self.beginnings = self.forenames.firsts | self.nicknames.firsts | self.surnames.firsts

    def _add_forename(self, written: str, forename: str) -> None:
        for form in forename_forms(written):
            self.forenames.add(form, forename)
            for nickname in nicknames_of(form[0]) if len(form) == 1 else ():
                self.nicknames.add((nickname,), forename)
        self._add_typos(forename)

    def _add_surname(self, written: str, surname: str) -> None:
        for form, _ in surname_forms(written):
            self.surnames.add(form, surname)
        self._add_typos(surname)

    def _add_typos(self, half: str) -> None:
        if len(half) >= 4:
            for deleted in deletions(half):
                self.typos[deleted].add(half)

    def named(self, forenames: Iterable[str], surnames: Iterable[str]) -> Iterator[PersonName]:
        """Everybody with one of the forenames and one of the surnames."""
        for forename in forenames:
            for surname in surnames:
                yield from self.people.get((forename, surname), ())
