"""Offensive words in disguise: stars, digits and signs for letters, letters apart, drawn out, glued to other words.

Each view is a search for something ordinary text hardly has (a letter beside a sign, three equal letters, a word that
is the beginning of an offensive one), so that ordinary text costs next to nothing. Every pattern is a plain sequence
or alternation without nested repetition, every look-around is bounded: time is in proportion to the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guard.text.evasion_index import LEET, EvasionIndex
from guard.text.lexicon import Term
from guard.text.words import Words

_LONGEST = 40  # characters of a disguised word
_LOOKS = 2  # places in one long word that are looked at closely
_SIGN = re.compile(r"[0-9@$!+|*#%&^~(£€•█×]")
_CHUNK_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789@$!+|*#%&^~(£€•█×'?.")
_DRAWN_OUT = re.compile(r"([a-z])\1\1")
_PUNCTUATION = frozenset("'\"-/\\.,:;&+=()[]<>@#")
_SENTENCE_SIGNS = "!?.,'\"-"
_EDGES = "!?.,'\"-(|#*@"


@dataclass(frozen=True, slots=True)
class Disguised:
    """An offensive word found in disguise at folded.text[start:end]."""

    start: int
    end: int
    term: Term


class EvasionReader:
    """Compiled once; `read` may be called from any thread."""

    def __init__(self, index: EvasionIndex) -> None:
        self._index = index

    def read(self, words: Words) -> Iterator[Disguised]:
        """What is disguised in `words`; the same place may be found in more than one way."""
        yield from self._signs(words)
        unknown = set(words.words) - self._index.known
        for index, word in enumerate(words.words):
            if word in unknown:
                yield from self._drawn_out(words, index)
                yield from self._glued(words, index)
        yield from self._in_pieces(words)
        yield from self._letter_by_letter(words)

    def _signs(self, words: Words) -> Iterator[Disguised]:
        """Digits and signs in the place of letters: sh1t, f**k, b#llocks."""
        text = words.folded.text
        position = looked_at = 0
        while match := _SIGN.search(text, position):
            start, end = match.span()
            if not (text[end : end + 1].isalpha() or text[max(0, start - 1) : start].isalpha()):
                position = end
                continue
            while start > max(looked_at, match.start() - _LONGEST) and text[start - 1] in _CHUNK_CHARACTERS:
                start -= 1
            while end < len(text) and text[end] in _CHUNK_CHARACTERS:
                end += 1
            position = looked_at = end
            if end - start > _LONGEST:
                continue
            chunk = text[start:end]
            for left, right in _trims(chunk):
                if term := self._index.signed(chunk[left:right]):
                    yield Disguised(start + left, start + right, term)
                    break

    def _drawn_out(self, words: Words, index: int) -> Iterator[Disguised]:
        """Letters held down: fuuuck."""
        word = words.words[index]
        if _DRAWN_OUT.search(word) and (term := self._index.drawn_out(word)):
            yield Disguised(words.starts[index], words.ends[index], term)

    def _glued(self, words: Words, index: int) -> Iterator[Disguised]:
        """Inside a longer word: fuckthis, #totalslut, #ParkingBastards."""
        start, end = words.starts[index], words.ends[index]
        word = words.words[index]
        hashtag = words.folded.text[max(0, start - 1) : start] == "#"
        place = 0
        for _ in range(_LOOKS):
            match = self._index.inside.search(word, place)
            if match is None:
                break
            place = match.start() + 1
            camel = hashtag and self._stands_out(words, start + match.start(), start + match.end(), end)
            if term := self._index.glued(word, match.start(), match.group(), camel):
                yield Disguised(start - hashtag, end, term)
                break

    def _stands_out(self, words: Words, start: int, end: int, word_end: int) -> bool:
        """Whether a stretch of a hashtag begins with a capital and a capital (or nothing) follows it."""
        source = words.folded.source
        span = words.folded.span(start, end)
        after = source[span.end : span.end + 1]
        whole = source[span.start : span.end]
        return whole[:1].isupper() and not whole.isupper() and (end == word_end or after.isupper())

    def _in_pieces(self, words: Words) -> Iterator[Disguised]:
        """Broken by a sign, a picture or a space: fu🔥ck, sl'ag, arse hole; or a sign for a vowel: f-ck."""
        prefixes = self._index.prefixes
        listed = words.words
        for first, word in enumerate(listed[:-1]):
            if word not in prefixes:
                continue
            joined = word
            gaps: list[str] = []
            for last in range(first + 1, len(listed)):
                gap = words.between(last - 1)
                if gap != " ":
                    if len(gap) > 3 or (len(gap) > 1 and gap[0] in ".!?" and gap[1:].isspace()):
                        break
                    one_gap = last == first + 1 and not _has_space(gap)
                    if one_gap and (holed := self._index.holed(word, gap, listed[last])):
                        yield Disguised(words.starts[first], words.ends[last], holed)
                        break
                gaps.append(gap)
                following = listed[last]
                joined += following if following.isalpha() else following.translate(LEET)
                term = self._index.forms.get(joined)
                if term and self._plausible(words, first, last, gaps):
                    yield Disguised(words.starts[first], words.ends[last], term)
                    break
                if joined not in prefixes:
                    break

    def _plausible(self, words: Words, first: int, last: int, gaps: list[str]) -> bool:
        """Whether pieces that make up an offensive word were one word to the writer."""
        pieces = words.words[first : last + 1]
        text = words.folded.text
        before = text[words.starts[first] - 1 : words.starts[first]]
        after = text[words.ends[last] : words.ends[last] + 1]
        ordinary = [piece in self._index.ordinary for piece in pieces if len(piece) > 1]
        if all(len(piece) == 1 for piece in pieces):
            return False  # letter by letter: another view
        if pieces[-1] == "s" and gaps[-1] == "'":
            return False
        if not any(map(_has_space, gaps)):
            alone = not before or before.isspace()
            return not all(ordinary) or (alone and len(ordinary) < len(pieces)) or _pictures(gaps)
        if before in ("'", "-", "/", ".", "&") or after in ("'", "-", "/", "&"):
            return False
        if any(len(gap) > 1 for gap in gaps) or any(piece.isdigit() for piece in pieces):
            return False
        if any(len(piece) == 1 for piece in pieces):
            return not any(ordinary) and len(pieces) == 2
        return not all(ordinary)

    def _letter_by_letter(self, words: Words) -> Iterator[Disguised]:
        """One letter at a time: f u c k, f.u.c.k, n_i_g_g_e_r."""
        listed = words.words
        first = 0
        while first < len(listed):
            if len(listed[first]) != 1:
                first += 1
                continue
            last = first
            while last + 1 < len(listed) and len(listed[last + 1]) == 1 and len(words.between(last)) <= 3:
                last += 1
            if 3 <= last - first <= _LONGEST:
                yield from self._spelt(words, first, last)
            first = last + 1

    def _spelt(self, words: Words, first: int, last: int) -> Iterator[Disguised]:
        """The whole run of letters, without a leading article, and its stretches between equal gaps."""
        stretches = {(first, last)}
        if words.words[first] in ("a", "i"):
            stretches.add((first + 1, last))
        start = first
        for index in range(first, last + 1):
            if index == last or words.between(index) != words.between(start):
                stretches.add((start, index))
                start = index
        for begin, end in stretches:
            joined = "".join(words.words[begin : end + 1]).translate(LEET)
            if len(joined) > 3 and (term := self._index.forms.get(joined) or self._index.drawn_out(joined)):
                yield Disguised(words.starts[begin], words.ends[end], term)


def _trims(chunk: str) -> Iterator[tuple[int, int]]:
    """Where a disguised word may begin and end in a chunk, for a sign at its edge may be a letter or just a sign."""
    left = len(chunk) - len(chunk.lstrip(_EDGES))
    right = len(chunk.rstrip(_SENTENCE_SIGNS))
    emphasised = chunk.startswith("*") and chunk.endswith("*")
    inner = [] if emphasised else [(left, right)]
    yield from dict.fromkeys([(0, right), *inner, (0, len(chunk)), (left, len(chunk.rstrip(_EDGES)))])


def _pictures(gaps: list[str]) -> bool:
    """Whether only emoji and the like stand between the pieces."""
    return all(_PUNCTUATION.isdisjoint(gap) for gap in gaps)


def _has_space(gap: str) -> bool:
    return any(character.isspace() for character in gap)
