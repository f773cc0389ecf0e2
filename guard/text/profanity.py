"""better-profanity, asked word by word: a second opinion on words that the lexicon does not know.

It compares a word with some nine hundred patterns one after the other and forgets the answer, so it is asked about
each word once: the answer is kept under a keyed hash of the word (the key is random and dies with the process, the
number kept is bounded), never the word itself.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from threading import Lock
from typing import Protocol

UNSEEN_WORDS = 20  # asked about in one check; the rest of them at the next
LONGEST_WORD = 40
_KEPT = 16_384


class _Engine(Protocol):
    def contains_profanity(self, text: str) -> bool: ...


@cache
def _engine() -> _Engine:
    # Importing it and building its list takes tens of milliseconds, so both wait until a word needs it.
    from better_profanity import Profanity

    engine: _Engine = Profanity()
    return engine


class SecondOpinion:
    """Remembers what better-profanity said of words; safe to share between threads."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._key = secrets.token_bytes(16)
        self._kept = kept
        self._answers: OrderedDict[bytes, bool] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._answers)

    def profane(self, words: Iterable[str]) -> frozenset[str]:
        """Those of `words` (folded, distinct) that better-profanity censors, as far as it has been asked by now."""
        found: list[str] = []
        unseen = 0
        for word in words:
            if not _worth_asking(word):
                continue
            digest = blake2b(word.encode(), key=self._key, digest_size=12).digest()
            with self._lock:
                answer = self._answers.get(digest)
                if answer is not None:
                    self._answers.move_to_end(digest)
            if answer is None:
                if unseen == UNSEEN_WORDS:
                    continue
                unseen += 1
                answer = bool(_engine().contains_profanity(word))
                with self._lock:
                    self._answers[digest] = answer
                    if len(self._answers) > self._kept:
                        self._answers.popitem(last=False)
            if answer:
                found.append(word)
        return frozenset(found)


def _worth_asking(word: str) -> bool:
    if not 3 <= len(word) <= LONGEST_WORD or not word.isascii():
        return False
    # The A55 and room 7S5 are no words, whatever its table of look-alike digits makes of them.
    return word.isalpha() or 2 * sum(character.isdigit() for character in word) < len(word)
