"""Words as they were meant: letters swapped or dropped, digits for letters, letters apart, two words run together.

Only towards the words hostile constructions are made of: a mended word means nothing until a construction is complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guard.text.evasion_index import LEET

_SHORTEST, _LONGEST = 4, 40
_FEWEST_APART = 3
_VOWELS = "aeiou"
_LOOKS = 3  # words a joined word is cut into
_REPEATED = re.compile(r"(.)\1+")


class Repairs:
    """Mends towards `words` and `people`, never touches what is `known`; `glue` are short words glued to them."""

    def __init__(
        self, words: Iterable[str], people: frozenset[str], known: frozenset[str], glue: frozenset[str]
    ) -> None:
        self._words = frozenset(word for word in {*words, *people} if word.isalpha())
        self._known = known
        self._parts = frozenset(word for word in self._words if len(word) > 2) | glue
        self._spellings: dict[str, str] = {}
        self._spoken = {_drawn_together(word): word for word in sorted(self._words) if len(word) >= _SHORTEST}
        # Where two words could be meant, the shorter is, and of equals the people: the last one written stays.
        for word in sorted(self._words, key=lambda word: (-len(word), word in people, word)):
            if len(word) >= _SHORTEST or word in people:
                for spelling in _misspellings(word):
                    if len(spelling) > 1 and spelling not in known and spelling not in self._words:
                        self._spellings[spelling] = word

    def knows(self, word: str) -> bool:
        """Whether it is a word to mend towards."""
        return word in self._words

    def mended(self, piece: str) -> tuple[str, ...] | None:
        """The words `piece` stands for, or None where it is to stay as it is."""
        if len(piece) > _LONGEST:
            return None
        if piece[0] in "#@":
            piece = piece[1:]
            if piece in self._words:
                return (piece,)
        if not piece.isalpha():
            plain = piece.translate(LEET)
            if not plain.isalpha() or piece.isdigit():
                return None
            if plain in self._words:
                return (plain,)
            piece = plain
        if piece in self._known or len(piece) < 2:
            return None
        if found := self._spellings.get(piece) or self._spoken.get(_drawn_together(piece)):
            return (found,)
        if (
            (found_apart := self._cut(piece, _LOOKS)) is None
            and piece[0] == "i"
            and (rest := self._cut(piece[1:], _LOOKS))
        ):
            return ("i", *rest)
        return found_apart

    def joined(self, letters: str) -> tuple[str, ...] | None:
        """The words that letters apart make up."""
        for start in (0, 1):
            word = letters[start:].translate(LEET)
            if start and letters[0] not in "ai":
                break
            if word in self._words:
                return (*letters[:start], word)
        return None

    def _cut(self, piece: str, most: int) -> tuple[str, ...] | None:
        if len(piece) < 5:
            return None
        for place in range(len(piece) - 2, 1, -1):
            head = piece[:place]
            if head in self._parts:
                rest = piece[place:]
                if rest in self._parts and (head in self._words or rest in self._words):
                    return head, rest
                if most > 2 and len(rest) > 4 and (further := self._cut(rest, most - 1)):
                    return head, *further
        return None

    def apart(self, pieces: tuple[str, ...], index: int) -> int:
        """Where a run of single letters ends that begins at pieces[index]; `index` itself where there is none."""
        end = index
        while end < min(len(pieces), index + _LONGEST) and len(pieces[end]) == 1 and pieces[end].isalnum():
            end += 1
        return end if end - index >= _FEWEST_APART else index


def _drawn_together(word: str) -> str:
    """A word with its runs of equal letters as one letter each."""
    return _REPEATED.sub(r"\1", word)


def _misspellings(word: str) -> Iterator[str]:
    """One letter dropped, two neighbours swapped, or in a longer word a wrong vowel; the first letter stays."""
    for index in range(1, len(word)):
        yield word[:index] + word[index + 1 :]
        if index + 1 < len(word):
            yield word[:index] + word[index + 1] + word[index] + word[index + 2 :]
        if len(word) > 5 and word[index] in _VOWELS:
            yield from (word[:index] + vowel + word[index + 1 :] for vowel in _VOWELS if vowel != word[index])
