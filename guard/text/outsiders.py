"""Who is speaking of a school: its own people, or plainly somebody else.

An opponent, a parent of a child there, a newspaper, an advertisement, or a street and a farm of the same name. The
phrases are in `data/outsiders.phrases`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from guard.text.clauses import Clauses
from guard.text.phrases import phrases_of
from guard.text.staff import kin_places

_PHRASES = phrases_of("outsiders.phrases")
_SENTENCE_PIECES = 20
_CUE_PIECES = 9
_KIN_NEAR = 90


class Surroundings:
    """One text, asked about each place in it that names a school. `staff`: the writer shows to work at one."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._pieces = clauses.pieces
        self._kin: tuple[int, ...] | None = None

    def outside(self, first: int, last: int, *, namesakes: bool, staff: bool) -> bool:
        """Whether the writer plainly speaks as somebody else of the school named by words[first:last+1].

        `namesakes` asks for streets and farms too: a name that says "school" itself has none.
        """
        words = self._clauses.words
        first, last = (self._clauses.piece_at(words.starts[word]) for word in (first, last))
        if self._leads_to("opponent_before", first) and not self._leads_to("own_side_before", first):
            return True
        if self._follows("opponent_after", last) is not None:
            return True
        if namesakes and self._is_namesake(first, last):
            return True
        return not staff and (self._speaks_as_parent(first, last) or self._is_reported(first, last))

    def _is_namesake(self, first: int, last: int) -> bool:
        place = self._follows("place_after", last)
        if place is not None and "own_after" not in _PHRASES.at(self._pieces, place):
            return True
        return self._leads_to("place_before", first)

    def _speaks_as_parent(self, first: int, last: int) -> bool:
        if self._kin is None:
            self._kin = kin_places(self._clauses.words)
        here = self._clauses.starts[first]
        near = any(-_KIN_NEAR < place - here < _KIN_NEAR for place in self._kin)
        return near and self._in_sentence(("child_tie",), first, last)

    def _is_reported(self, first: int, last: int) -> bool:
        told = self._in_sentence(("press", "advert"), first, last)
        return told and not any(found.tag == "our_own" for found in _PHRASES.find(self._pieces))

    # -- where phrases stand -----------------------------------------------------------------------------------

    def _leads_to(self, tag: str, first: int) -> bool:
        """Whether a phrase ends right before piece `first`."""
        return any(
            _PHRASES.at(self._pieces, index).get(tag) == first
            for index in range(first - 1, max(-1, first - 1 - _CUE_PIECES), -1)
        )

    def _follows(self, tag: str, last: int) -> int | None:
        """Where the phrase ends that begins right behind piece `last`, if one does."""
        return _PHRASES.at(self._pieces, last + 1).get(tag)

    def _in_sentence(self, tags: Sequence[str], first: int, last: int) -> bool:
        """Whether any of these stands near pieces[first:last + 1] in their sentence."""
        begin, end = self._clauses.sentence(first, last + 1)
        before = range(max(begin, first - _SENTENCE_PIECES), first)
        behind = range(last + 1, min(end, last + 1 + _SENTENCE_PIECES))
        return any(tag in ends for _, ends in _PHRASES.beginnings(self._pieces, chain(before, behind)) for tag in tags)
