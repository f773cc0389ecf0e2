"""Names written as one word: hashtags, handles, file names ("#WellDoneAmiraOyelaran", "@amiraoyelaran1")."""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Role
from guard.reading import NameForm
from guard.text.name_forms import NameIndex
from guard.text.words import Words
from guard.vocabulary import PersonName

_LONGEST = 60
_LONGEST_HALF = 20
_SHORTEST_LOWER = 9

Joined = tuple[tuple[PersonName, ...], NameForm, tuple[str, str]]


def joined_in(index: NameIndex, words: Words, place: int, role: Role) -> Joined | None:
    """The name written as one word at a place, if there is one."""
    word = words.words[place]
    if len(word) > _LONGEST:
        return None
    written = words.source(place)
    if written[len(word) :].isdigit():
        written = written[: len(word)]
    if len(written) == len(word):
        borders = [0, *(i for i in range(1, len(word)) if _is_border(written, i)), len(word)]
        if len(borders) > 2:
            found = _cut_at(index, word, borders)
            if found is not None:
                return found
    before = words.folded.text[max(0, words.starts[place] - 1) : words.starts[place]]
    after = words.folded.text[words.ends[place] : words.ends[place] + 1]
    if role is Role.FILE_NAME or (before and before in "@/._") or (after and after in "@_"):
        return _cut_anywhere(index, word, range(1))
    if before == "#":
        return _cut_anywhere(index, word, range(len(word) - _SHORTEST_LOWER + 1))
    return None


def _is_border(written: str, i: int) -> bool:
    return (written[i].isupper() and not written[i - 1].isupper()) or (written[i].isdigit() != written[i - 1].isdigit())


def _cut_at(index: NameIndex, word: str, borders: list[int]) -> Joined | None:
    """Cut at capitals and digits; a half may hold a capital of its own (McDonald)."""
    for i, start in enumerate(borders[:-2]):
        for j in range(i + 1, min(i + 4, len(borders) - 1)):
            for k in range(j + 1, min(j + 4, len(borders))):
                found = _pair(index, word[start : borders[j]], word[borders[j] : borders[k]])
                if found is not None:
                    return found
    return None


def _cut_anywhere(index: NameIndex, word: str, starts: range) -> Joined | None:
    letters = word.rstrip("0123456789")
    for start in starts:
        for split in range(start + 2, min(start + _LONGEST_HALF, len(letters) - 1)):
            forename = letters[start:split]
            if (
                forename not in index.forenames.whole
                and forename not in index.nicknames.whole
                and (forename not in index.surnames.whole)
            ):
                continue
            for surname in _endings(letters, split):
                if split - start + len(surname) >= _SHORTEST_LOWER:
                    found = _pair(index, forename, surname)
                    if found is not None:
                        return found
    return None


def _endings(letters: str, split: int) -> Iterator[str]:
    for end in range(min(len(letters), split + _LONGEST_HALF), split + 1, -1):
        yield letters[split:end]


def _pair(index: NameIndex, one: str, two: str) -> Joined | None:
    surnames = index.surnames.of(two)
    if surnames:
        people = tuple(index.named(index.forenames.of(one) | index.nicknames.of(one), surnames))
        if people:
            return people, NameForm.JOINED, (one, two)
    swapped = index.surnames.of(one)
    if swapped:
        people = tuple(index.named(index.forenames.of(two), swapped))
        if people:
            return people, NameForm.JOINED, (two, one)
    return None
