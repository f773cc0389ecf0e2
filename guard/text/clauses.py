"""A plain view of a text for grammars: words in lower case without apostrophes, one space apart, with a few marks.

    "Great day! (Views are my own - not my school's.)"  ->  " great day . views are my own - not my schools ."

Marks: "." a full stop or anything as strong (line break, emoji, hashtag), "?" after it for a question, "," a comma or
bracket, "-" a dash, ":" a colon or equals sign. Words inside quotation marks are remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_PIECE = re.compile(r"[a-z0-9#@]?[^\W_]+(?:'[^\W_]{1,3}(?![^\W_]))?|[^\W_]|(?:[\W_](?<![\w#@]))+|[\W_]")
_WORD = re.compile(r"[^\W_]")
_CLAUSE_ENDS = frozenset(".,-")
_GUARDED_WORDS = 12


@dataclass(frozen=True, slots=True)
class Clauses:
    """`text` begins with a space and has one between any two pieces; `starts` and `ends` are where pieces stood."""

    text: str
    pieces: tuple[str, ...]
    positions: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotations: tuple[tuple[int, int], ...]

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


def plain_clauses(folded: str) -> Clauses:
    """The plain view of a folded text, in linear time."""
    out: list[str] = []
    positions: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    quotations: list[tuple[int, int]] = []
    length = 0
    opened: tuple[str, int] | None = None

    def put(piece: str, start: int, end: int) -> None:
        nonlocal length
        positions.append(length + 1)
        starts.append(start)
        ends.append(end)
        out.append(piece)
        length += len(piece) + 1

    for match in _PIECE.finditer(folded):
        piece = match.group()
        if _WORD.search(piece):
            if piece[0] == "#":
                put(".", match.start(), match.start())
            put(piece.replace("'", ""), match.start(), match.end())
            continue
        for mark in _marks(piece):
            if mark in "\"'":
                if opened is not None and opened[0] == mark:
                    quotations.append((opened[1], length + 1))
                    opened = None
                elif opened is None and (mark == '"' or piece != "'" or not out):
                    opened = (mark, length + 1)
            else:
                put(mark, match.start(), match.end())
    return Clauses(" " + " ".join(out), tuple(out), tuple(positions), tuple(starts), tuple(ends), tuple(quotations))


def _marks(piece: str) -> list[str]:
    """The marks a run of signs between two words comes to, in the order they matter."""
    marks = [sign for sign in piece if sign in "\"'"][:2]
    if piece.isspace() and "\n" not in piece:
        return marks
    signs = piece.replace("'", "").replace('"', "").strip(" \t")
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
