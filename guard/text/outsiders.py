"""Who is speaking of a school: its own people, or plainly somebody else.

An opponent, a parent of a child there, a newspaper, an advertisement, or a street and a farm of the same name. The
phrases are in `data/outsiders.toml`.
"""

from __future__ import annotations

import re

from guard.text.phrases import Phrases, phrase_tables
from guard.text.staff import kin_places
from guard.text.words import Words

_TABLES = phrase_tables("outsiders.toml")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
_SENTENCE_WORDS = 18
_CUE_WORDS = 8
_KIN_NEAR = 90
_STRAIGHT_ON = re.compile(r"\s{0,3}[@#]?$")


class Surroundings:
    """One text, asked about each place in it that names a school. `staff`: the writer shows to work at one."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._kin: tuple[int, ...] | None = None

    def outside(self, first: int, last: int, *, namesakes: bool, staff: bool) -> bool:
        """Whether the writer plainly speaks as somebody else of the school named by words[first:last+1].

        `namesakes` asks for streets and farms too: a name that says "school" itself has none.
        """
        if self._leads_to("opponent_before", first) and not self._leads_to("own_side_before", first):
            return True
        if self._follows("opponent_after", last) is not None:
            return True
        if namesakes and self._is_namesake(first, last):
            return True
        return not staff and (self._speaks_as_parent(first, last) or self._is_reported(first, last))

    def _is_namesake(self, first: int, last: int) -> bool:
        place = self._follows("place_after", last)
        if place is not None:
            following = self._word_at(place)
            if (
                following is None
                or _TABLES["own_after"].at(self._text, self._words.words[following], place + 1) is None
            ):
                return True
        return self._leads_to("place_before", first)

    def _speaks_as_parent(self, first: int, last: int) -> bool:
        if self._kin is None:
            self._kin = kin_places(self._words)
        here = self._words.starts[first]
        near = any(-_KIN_NEAR < place - here < _KIN_NEAR for place in self._kin)
        return near and self._in_sentence("child_tie", first, last)

    def _is_reported(self, first: int, last: int) -> bool:
        told = self._in_sentence("press", first, last) or self._in_sentence("advert", first, last)
        return told and not self._anywhere(_TABLES["our_own"])

    # -- where phrases stand -----------------------------------------------------------------------------------

    @property
    def _text(self) -> str:
        return self._words.folded.text

    def _leads_to(self, key: str, first: int) -> bool:
        """Whether a phrase ends right before word `first`, in the same sentence."""
        text, words, here = self._text, self._words, self._words.starts[first]
        for index in range(first - 1, max(-1, first - 1 - _CUE_WORDS), -1):
            if _SENTENCE_END.search(text, words.ends[index], words.starts[index + 1]):
                return False
            match = _TABLES[key].at(text, words.words[index], words.starts[index])
            if match is not None and _STRAIGHT_ON.match(text[match.end() : here]):
                return True
        return False

    def _follows(self, key: str, last: int) -> int | None:
        """Where the phrase ends that begins right behind word `last`, if one does."""
        words = self._words
        if last + 1 >= len(words) or words.between(last) not in (" ", "'", "'s "):
            return None
        match = _TABLES[key].at(self._text, words.words[last + 1], words.starts[last + 1])
        return match.end() if match is not None else None

    def _word_at(self, end: int) -> int | None:
        """The word one blank behind a position."""
        try:
            return self._words.starts.index(end + 1)
        except ValueError:
            return None

    def _in_sentence(self, key: str, first: int, last: int) -> bool:
        words, text = self._words, self._text
        low, high = first, last
        while low > max(0, first - _SENTENCE_WORDS) and not _SENTENCE_END.search(words.between(low - 1)):
            low -= 1
        top = min(len(words) - 1, last + _SENTENCE_WORDS)
        while high < top and not _SENTENCE_END.search(words.between(high)):
            high += 1
        phrases = _TABLES[key]
        return any(
            phrases.at(text, words.words[index], words.starts[index]) is not None
            for index in range(low, high + 1)
            if not first <= index <= last
        )

    def _anywhere(self, phrases: Phrases) -> bool:
        return next(phrases.find(self._text, self._words.words, self._words.starts), None) is not None
