"""The forms an organisation's names take in posts, as sequences of words to look for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guard.reading import MentionForm
from guard.text.word_sets import word_set
from guard.text.words import cut
from guard.vocabulary import Organisation

# Words that many schools' names share: no sign of one school, and a misspelling of them is no misspelling of it.
GENERIC = word_set(
    """
    school schools academy academies primary secondary infant infants junior juniors nursery college community
    church of england ce c e rc catholic roman voluntary aided controlled high grammar comprehensive prep
    preparatory sixth form the and trust federation multi mat council city county borough learning education
    educational special free first middle upper lower girls boys for at in saint st our lady
    """
)
# Words that by themselves say what is named is a school, or who runs it.
SAYS_SCHOOL = word_set(
    """
    school schools academy academies primary secondary infant infants junior juniors nursery college grammar
    comprehensive prep preparatory sixth federation trust mat council authority
    """
)
# Saints whose names are spelt in two ways.
_SPELT_TWO_WAYS = (
    {"ann", "anne"},
    {"catherine", "katherine"},
    {"stephen", "steven"},
    {"teresa", "theresa"},
    {"nicholas", "nicolas"},
    {"laurence", "lawrence"},
    {"clare", "claire"},
    {"aidan", "aiden"},
    {"philip", "phillip"},
)
_LEFT_OUT = word_set("the community church of england ce c e rc catholic roman voluntary aided controlled")
_KINDS = word_set("school academy primary secondary infant infants junior juniors nursery college high grammar prep")
_SHORTEST_DISTINCTIVE = 6
_SHORTEST_JOINED = 8


@dataclass(frozen=True, slots=True)
class Key:
    """A sequence of words that names an organisation, by its number; `gaps` have to stand between, if they matter."""

    words: tuple[str, ...]
    organisation: int
    form: MentionForm
    ambiguous: bool = False
    gaps: tuple[str, ...] | None = None
    capitals: str | None = None


@dataclass(frozen=True, slots=True)
class LongName:
    """A full name whose long distinctive words may be misspelt."""

    words: tuple[str, ...]
    organisation: int
    ambiguous: bool

    def distinctive(self) -> Iterator[int]:
        """The places of its long distinctive words."""
        for index, word in enumerate(self.words):
            if len(word) >= _SHORTEST_DISTINCTIVE and word not in GENERIC:
                yield index


def keys_of(index: int, organisation: Organisation) -> Iterator[Key]:
    """Everything to look for, of organisation number `index`."""
    ambiguous = {_plain(name) for name in organisation.ambiguous}

    def unclear(name: str) -> bool:
        return _plain(name) in ambiguous

    for form, names in (
        (MentionForm.NAME, (organisation.name,)),
        (MentionForm.ALIAS, organisation.aliases),
        (MentionForm.MOTTO, organisation.mottos),
    ):
        for name in filter(None, names):
            for words in variants(name) | (shortened(name) if form is MentionForm.NAME else set()):
                yield Key(words, index, form, unclear(name))
                if len(words) > 1:
                    yield Key(("".join(words),), index, form, unclear(name))
                for other in _spelt_otherwise(words):
                    yield Key(other, index, MentionForm.MISSPELLING, True)
    for name in organisation.abbreviations:
        words = tuple(cut(name).words)
        if words:
            yield Key(words, index, MentionForm.ABBREVIATION, unclear(name), capitals=name)
        if len(words) == 1 and words[0].isalpha():
            letters = tuple(words[0])
            yield Key(letters, index, MentionForm.ABBREVIATION, unclear(name), gaps=(".",) * (len(letters) - 1))
    for form, names in ((MentionForm.HANDLE, organisation.handles), (MentionForm.HASHTAG, organisation.hashtags)):
        for name in names:
            yield from _exact(name, index, form, unclear(name))
    for name in organisation.domains:
        yield from _exact(name, index, MentionForm.DOMAIN, False)


def long_names_of(index: int, organisation: Organisation) -> Iterator[LongName]:
    """The names whose misspellings count."""
    ambiguous = {_plain(name) for name in organisation.ambiguous}
    for name in (organisation.name, *organisation.aliases):
        words = tuple(cut(name).words)
        if words:
            yield LongName(words, index, _plain(name) in ambiguous)


def joined_of(index: int, organisation: Organisation) -> Iterator[tuple[str, Key]]:
    """Names that may be part of a longer hashtag or handle (#TeamOakfieldAcademy), by their letters."""
    ambiguous = {_plain(name) for name in organisation.ambiguous}
    names = (
        organisation.name,
        *organisation.aliases,
        *organisation.handles,
        *organisation.hashtags,
        *organisation.mottos,
    )
    for name in names:
        letters = _plain(name)
        if len(letters) >= _SHORTEST_JOINED:
            yield letters, Key((letters,), index, MentionForm.HASHTAG, letters in ambiguous)


def variants(name: str) -> set[tuple[str, ...]]:
    """The ways one name is written, as words: with and without "'s", Saint or St, "and" or none."""
    words = tuple(cut(name).words)
    found = {words} if words else set()
    for swap in (_without_apostrophe, _saint, _without_and):
        found |= {swapped for each in found for swapped in swap(each) if swapped}
    return found


def shortened(name: str) -> set[tuple[str, ...]]:
    """A full name as people shorten it: "Millbrook Community Primary School" to "Millbrook Primary"."""
    words = tuple(word for word in cut(name).words if word not in _LEFT_OUT)
    kinds = [word for word in words if word in _KINDS]
    if not kinds or len(words) == len(kinds):
        return set()
    found = {words}
    if "school" in words and len(kinds) > 1:
        found.add(tuple(word for word in words if word != "school"))
    return found


def _exact(name: str, index: int, form: MentionForm, ambiguous: bool) -> Iterator[Key]:
    words = cut(name)
    if len(words):
        gaps = tuple(words.between(i) for i in range(len(words) - 1))
        yield Key(tuple(words.words), index, form, ambiguous, gaps=gaps)


def _plain(name: str) -> str:
    return "".join(cut(name).words)


def _without_apostrophe(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for i, word in enumerate(words):
        if word == "s" and i:
            yield (*words[: i - 1], words[i - 1] + "s", *words[i + 1 :])
            yield (*words[:i], *words[i + 1 :])
        elif len(word) > 3 and word.endswith("s") and words[0] in ("st", "saint") and i == 1:
            yield (*words[:i], word[:-1], "s", *words[i + 1 :])


def _saint(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    other = {"st": "saint", "saint": "st"}.get(words[0])
    if other:
        yield (other, *words[1:])


def _spelt_otherwise(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A saint's name in its other spelling: "St Anne's School" for "St Ann's School"."""
    if words[0] in ("st", "saint") and len(words) > 1:
        for pair in _SPELT_TWO_WAYS:
            if words[1] in pair:
                (other,) = pair - {words[1]}
                yield (words[0], other, *words[2:])


def _without_and(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if "and" in words[1:-1]:
        yield tuple(word for word in words if word != "and")
