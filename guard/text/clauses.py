"""A plain view of a text for grammars: words in lower case without apostrophes, one space apart, with a few marks.

    "Great day! (Views are my own - not my school's.)"  ->  " great day . views are my own - not my schools ."

Marks: "." a full stop or anything as strong (line break, emoji, hashtag), "?" after it for a question, "," a comma or
bracket, "-" a dash, ":" a colon or equals sign. Words inside quotation marks are remembered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, count, zip_longest
from operator import add

from guard.model import Span
from guard.text.words import Words

_CLAUSE_ENDS = frozenset(".,-")
_SENTENCE_ENDS = frozenset(".?")
_GUARDED_WORDS = 12
_LONGEST_ENDING = 3
_FEW_SIGNS = 3
_NO_MARKS = dict.fromkeys(map(ord, "'\"£$€"))


@dataclass(frozen=True, slots=True)
class Clauses:
    """`text` begins with a space and has one between any two pieces; `starts` and `ends` are where pieces stood.

    `positions` are places in `text`, `starts` and `ends` places in the folded text, `sentence_starts` are the pieces
    that sentences begin with.
    """

    words: Words
    text: str
    pieces: tuple[str, ...]
    positions: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotations: tuple[tuple[int, int], ...]
    sentence_starts: tuple[int, ...]

    def piece_at(self, place: int) -> int:
        """The piece that stands at a place of the folded text, or the last one before it."""
        return bisect_right(self.starts, place) - 1

    def span(self, first: int, end: int) -> Span:
        """Where pieces[first:end] stand in the text as it was given."""
        return self.words.folded.span(self.starts[first], self.ends[end - 1])

    def pieces_of(self, span: Span) -> tuple[int, int]:
        """The pieces (half-open) that a span of the text as it was given covers."""
        moved = self.words.folded.starts
        begin, end = span.start, span.end
        if moved is not None:
            begin, end = bisect_left(moved, begin), bisect_left(moved, end)
        return max(0, bisect_right(self.ends, begin)), bisect_left(self.starts, end)

    def sentence(self, first: int, end: int) -> tuple[int, int]:
        """The pieces (half-open) of the sentence around pieces[first:end], its marks left out."""
        begin, stop = first, end
        while begin and self.pieces[begin - 1] not in _SENTENCE_ENDS:
            begin -= 1
        while stop < len(self.pieces) and self.pieces[stop] not in _SENTENCE_ENDS:
            stop += 1
        return begin, stop

    def sentence_number(self, span: Span) -> int:
        """Which sentence a span of the text as it was given begins in."""
        starts = self.words.folded.starts
        place = span.start if starts is None else bisect_left(starts, span.start)
        return max(0, bisect_right(self.sentence_starts, max(0, self.piece_at(place))) - 1)

    def sentences(self) -> tuple[Span, ...]:
        """Where the sentences stand in the text as it was given."""
        ends = (*self.sentence_starts[1:], len(self.pieces))
        return tuple(
            self.span(first, end) for first, end in zip(self.sentence_starts, ends, strict=True) if first < end
        )

    def stretch(self, first: int, end: int) -> tuple[int, int]:
        """Where pieces[first:end] stand in `text`."""
        return self.positions[first], self.positions[end - 1] + len(self.pieces[end - 1])

    def behind(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the folded text behind text[start:end]; marks at either end are left out."""
        stretch = self.text[start:end]
        start += len(stretch) - len(stretch.lstrip(" .,:-"))
        end -= len(stretch) - len(stretch.rstrip(" .,:-"))
        first = bisect_right(self.positions, start) - 1
        last = bisect_right(self.positions, max(start, end - 1)) - 1
        return self.starts[first], self.ends[last]

    def quoted(self, position: int) -> bool:
        """Whether a place of `text` stands inside quotation marks."""
        return any(start <= position < end for start, end in self.quotations)

    def clause_before(self, position: int) -> tuple[str, ...]:
        """The words before a place, back to where the clause begins, at most a dozen."""
        last = bisect_left(self.positions, position)
        first = last
        while first > max(0, last - _GUARDED_WORDS) and self.pieces[first - 1] not in _CLAUSE_ENDS:
            first -= 1
        return self.pieces[first:last]


def plain_clauses(words: Words) -> Clauses:
    """The plain view of a text, in linear time."""
    writer = _Writer(words)
    last, gaps = len(words) - 1, words.gaps
    if last < 0:
        return writer.clauses()
    writer.signs(0, words.starts[0])
    index = 0
    for place, gap in enumerate(gaps):
        # Most words have a space behind them and are taken over many at a time.
        if gap == " " or place < index:
            continue
        writer.words(index, place)
        index = place
        word = words.words[place]
        # "school's", "don't": what follows an apostrophe belongs to the word.
        while index < last and gaps[index] == "'" and len(words.words[index + 1]) <= _LONGEST_ENDING:
            index += 1
            word += words.words[index]
        writer.word(word, words.starts[place], words.ends[index])
        if index < len(gaps) and gaps[index] != " ":
            end = words.ends[index]
            writer.signs(end, end + len(gaps[index]))
        index += 1
    writer.words(index, last + 1)
    return writer.clauses()


class _Writer:
    """Writes the plain view piece by piece."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._folded = words.folded.text
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._quotations: list[tuple[int, int]] = []
        self._opened: tuple[str, int] | None = None
        self._sentence_ends: list[int] = []

    def words(self, first: int, end: int) -> None:
        """Words that have but a space between them: none of them but the first is a hashtag or a handle."""
        words = self._words
        if first < end:
            self.word(words.words[first], words.starts[first], words.ends[first])
            self._pieces += words.words[first + 1 : end]
            self._starts += words.starts[first + 1 : end]
            self._ends += words.ends[first + 1 : end]

    def word(self, word: str, start: int, end: int) -> None:
        if start and self._folded[start - 1] in "#@":
            start -= 1
            word = self._folded[start] + word
        self._put(word, start, end)

    def _put(self, piece: str, start: int, end: int) -> None:
        self._pieces.append(piece)
        self._starts.append(start)
        self._ends.append(end)

    def signs(self, start: int, end: int) -> None:
        """What stands between two words: its marks are pieces of their own, its quotation marks are remembered."""
        signs = self._folded[start:end]
        for mark in _few_marks(signs) if len(signs) <= _FEW_SIGNS else _marks(signs):
            if mark not in "\"'":
                if mark in _SENTENCE_ENDS:
                    self._sentence_ends.append(len(self._pieces))
                self._put(mark, start, end)
            elif self._opened is not None and self._opened[0] == mark:
                self._quotations.append((self._opened[1], len(self._pieces)))
                self._opened = None
            elif self._opened is None:
                self._opened = (mark, len(self._pieces))

    def clauses(self) -> Clauses:
        pieces = self._pieces
        # Each piece stands one space behind the one before it. One place more than there are pieces: where quotations
        # end that the text ends with.
        positions = tuple(map(add, accumulate(map(len, pieces), initial=0), count(1)))
        return Clauses(
            self._words,
            " " + " ".join(pieces),
            tuple(pieces),
            positions[:-1],
            tuple(self._starts),
            tuple(self._ends),
            tuple((positions[first], positions[end]) for first, end in self._quotations),
            tuple(self._sentence_starts()),
        )

    def _sentence_starts(self) -> Iterator[int]:
        yield 0
        for end, following in zip_longest(self._sentence_ends, self._sentence_ends[1:]):
            if end + 1 < len(self._pieces) and end + 1 != following:
                yield end + 1


@lru_cache(maxsize=512)
def _few_marks(piece: str) -> tuple[str, ...]:
    """`_marks` of the few signs that stand between most words: the same ones again and again."""
    return tuple(_marks(piece))


def _marks(piece: str) -> list[str]:
    """The marks a run of signs between two words comes to, in the order they matter."""
    marks = [sign for sign in piece if sign in "\"'"][:2]
    if piece.isspace() and "\n" not in piece:
        return marks
    # A sum of money ends no sentence.
    signs = piece.translate(_NO_MARKS).strip(" \t")
    if not signs and "\n" not in piece:
        return marks
    if signs in ("-",) and piece == "-":
        return marks
    if "&" in signs or "+" in signs:
        return [*marks, "and"]
    if signs in ("*", "_", "%", "* ", "%,"):
        return marks if "," not in signs else [*marks, ","]
    if "?" in signs:
        return [*marks, ".", "?"]
    if signs and set(signs) <= set(",()[]/{} "):
        return [*marks, ","]
    if signs and set(signs) <= set("- ~"):
        return [*marks, "-"]
    if signs and set(signs) <= set(":= "):
        return [*marks, ":"]
    return [*marks, "."]
