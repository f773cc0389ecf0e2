"""Reads offensive words: plain ones, phrases, words in disguise, and what better-profanity adds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from guard.reading import Category, Frame, Grade, OffensiveTerm
from guard.text.evasion_index import LEET, EvasionIndex
from guard.text.evasions import Disguised, EvasionReader
from guard.text.frames import Frames
from guard.text.lexicon import Term, joining_words, lexicon, ordinary_words
from guard.text.profanity import SecondOpinion
from guard.text.words import Words

_MOST = 100  # terms reported of one text: nobody reads more


@cache
def _second_opinion() -> SecondOpinion:
    # One for the process: what it says of a word hangs on no policy and no register, so a reader made anew keeps it.
    return SecondOpinion()


@cache
def _evasion_index() -> EvasionIndex:
    return EvasionIndex(lexicon(), ordinary_words(), joining_words())


@dataclass(frozen=True, slots=True)
class _Found:
    """A term at folded.text[start:end], being words[first:last + 1]."""

    start: int
    end: int
    first: int
    last: int
    term: Term
    disguised: bool = False


class OffensiveReader:
    """Compiled once; `read` may be called from any thread. `harmless_words` (lower case) are passed over."""

    def __init__(self, harmless_words: frozenset[str] = frozenset()) -> None:
        self._harmless = frozenset(word.lower() for word in harmless_words)
        self._lexicon = lexicon()
        self._index = _evasion_index()
        self._evasions = EvasionReader(self._index)
        self._second_opinion = _second_opinion()
        self._plain = frozenset(self._lexicon.words) | self._lexicon.phrases.keys() | self._index.misspelt.keys()
        self._passed_over = self._index.known | self._harmless

    def read(self, words: Words) -> tuple[OffensiveTerm, ...]:
        """The offensive terms in `words`, in order, none overlapping another."""
        frames = Frames(words)
        found = sorted(islice(self._found(words, frames), 4 * _MOST), key=lambda f: (f.start, -f.end, f.disguised))
        terms: list[OffensiveTerm] = []
        reached = 0
        for one in found:
            if one.start < reached or len(terms) == _MOST:
                continue
            reached = one.end
            grade = one.term.grade
            if not one.disguised and one.term.milder_unless_aimed and not frames.aimed(one.first, one.last):
                grade = Grade.MILD
            span = words.folded.span(one.start, one.end)
            frame = frames.of(one.term, one.first, one.last, one.disguised)
            terms.append(OffensiveTerm(span, one.term.category, grade, frame, one.disguised))
        terms.extend(self._ungraded(words, frames, terms))
        return tuple(sorted(terms, key=lambda term: term.span))

    def _found(self, words: Words, frames: Frames) -> Iterator[_Found]:
        if not self._plain.isdisjoint(words.words):
            yield from self._plainly(words, frames)
        for one in self._evasions.read(words):
            first, last = _words_within(words, one.start, one.end)
            # "We went to Wecock": a place, and no disguise anybody would think of.
            name = first == last and not one.term.anywhere and frames.name_like(first) and _spelt(words, one)
            if not name and not any(word in self._harmless for word in words.words[first : last + 1]):
                yield _Found(one.start, one.end, first, last, one.term, disguised=True)

    def _plainly(self, words: Words, frames: Frames) -> Iterator[_Found]:
        listed = words.words
        for first, word in enumerate(listed):
            if word not in self._plain:
                continue
            for rest, term in self._lexicon.phrases.get(word, ()):
                last = first + len(rest)
                together = listed[first + 1 : last + 1] == rest and _same_breath(words, first, last)
                if together and self._offends(term, words, frames, first, last):
                    yield _Found(words.starts[first], words.ends[last], first, last, term)
            if word in self._harmless:
                continue
            if plain := self._lexicon.words.get(word):
                if self._offends(plain, words, frames, first, first):
                    yield _Found(words.starts[first], words.ends[first], first, first, plain)
            elif (misspelt := self._index.misspelt.get(word)) and not frames.name_like(first):
                yield _Found(words.starts[first], words.ends[first], first, first, misspelt, disguised=True)

    def _offends(self, term: Term, words: Words, frames: Frames, first: int, last: int) -> bool:
        if term.only_aimed and not frames.aimed(first, last):
            return False
        if term.name and frames.capitalised(first):
            return False  # "Thank you Dick" is how people write to a Dick
        if not term.glued and first == last and self._surname(words, frames, first):
            return False
        if not term.plain_sense and _in_address(words, first, last):
            return False
        return term.company is None or not term.company.present(words.words, first, last, frames.sentence(first))

    def _surname(self, words: Words, frames: Frames, index: int) -> bool:
        """Whether a word is written as a surname: behind a forename, which is no ordinary word."""
        if index == 0 or words.between(index - 1) != " " or not frames.name_like(index):
            return False
        return frames.capitalised(index - 1) and words.words[index - 1] not in self._index.known

    def _ungraded(self, words: Words, frames: Frames, known: list[OffensiveTerm]) -> Iterator[OffensiveTerm]:
        passed_over = self._passed_over
        unknown = {word for word in set(words.words) - passed_over if word.translate(LEET) not in passed_over}
        if not unknown or not (profane := self._second_opinion.profane(sorted(unknown))):
            return
        taken = [(term.span.start, term.span.end) for term in known]
        for index, word in enumerate(words.words):
            # The second list knows no context; a word written like a name is taken for one.
            if word in profane and not frames.name_like(index):
                span = words.folded.span(words.starts[index], words.ends[index])
                if not any(span.start < end and start < span.end for start, end in taken):
                    yield OffensiveTerm(span, Category.PROFANITY, Grade.UNGRADED, Frame.NONE)


def _same_breath(words: Words, first: int, last: int) -> bool:
    """Whether nothing but a space, a hyphen or the like stands between words[first:last + 1]."""
    gaps = [words.between(index) for index in range(first, last)]
    return all(len(gap) <= 2 and not any(sign in gap for sign in ".!?\n;:,") for gap in gaps)


def _in_address(words: Words, first: int, last: int) -> bool:
    """Whether words[first:last + 1] are part of a handle, an e-mail address or a link."""
    text = words.folded.text
    start, end = words.starts[first], words.ends[last]
    return text[start - 1 : start] in ("@", "/") or (
        text[end : end + 1] in ("@", ".", "/") and text[end + 1 : end + 2].isalnum()
    )


def _spelt(words: Words, one: Disguised) -> bool:
    """Whether a disguise is a word in letters only, none of them drawn out."""
    word = words.folded.text[one.start : one.end]
    return word.isalpha() and not any(a == b == c for a, b, c in zip(word, word[1:], word[2:], strict=False))


def _words_within(words: Words, start: int, end: int) -> tuple[int, int]:
    """The first and last word of folded.text[start:end]."""
    first = bisect_right(words.ends, start)
    return first, max(first, bisect_left(words.starts, end) - 1)
