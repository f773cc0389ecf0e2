"""Words of a folded text: the one cut into words that all readers of text share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from guard.text.fold import Folded, fold

_GAP = re.compile(r"([\W_]+)")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: `words[i]` is folded.text[starts[i]:ends[i]], letters and digits only.

    `gaps[i]` is what stands between word i and the next one, or behind the last one, where anything does.
    Apostrophes, hyphens and underscores separate words here; readers that care look at what stands between.
    """

    folded: Folded
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    def between(self, index: int) -> str:
        """What stands between word `index` and the next one."""
        return self.gaps[index]

    def is_large(self, index: int) -> bool:
        """Whether word `index` was written with a capital first."""
        start, moved = self.starts[index], self.folded.starts
        return self.folded.source[start if moved is None else moved[start]].isupper()

    def source(self, index: int) -> str:
        """Word `index` as it was written."""
        if self.folded.starts is None:
            return self.folded.source[self.starts[index] : self.ends[index]]
        span = self.folded.span(self.starts[index], self.ends[index])
        return self.folded.source[span.start : span.end]


def cut(text: str) -> Words:
    """Fold `text` and cut it into words, in linear time."""
    folded = fold(text)
    # Splitting at the gaps and adding up lengths is about twice as fast as walking over matches.
    pieces = _GAP.split(folded.text)
    ends = list(accumulate(map(len, pieces)))
    first = 0 if pieces[0] else 1
    last = len(pieces) // 2 + (1 if pieces[-1] else 0)
    words = tuple(pieces[::2])[first:last]
    starts = (0, *ends[1::2])[first:last]
    return Words(folded, words, starts, tuple(ends[::2])[first:last], tuple(pieces[1::2][first:]))
