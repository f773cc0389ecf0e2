"""Words of a folded text: the one cut into words that all readers of text share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guard.text.fold import Folded, fold

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: `words[i]` is folded.text[starts[i]:ends[i]], letters and digits only.

    Apostrophes, hyphens and underscores separate words here; readers that care look at what stands between.
    """

    folded: Folded
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def between(self, index: int) -> str:
        """What stands between word `index` and the next one."""
        return self.folded.text[self.ends[index] : self.starts[index + 1]]

    def source(self, index: int) -> str:
        """Word `index` as it was written."""
        span = self.folded.span(self.starts[index], self.ends[index])
        return self.folded.source[span.start : span.end]


def cut(text: str) -> Words:
    """Fold `text` and cut it into words, in linear time."""
    folded = fold(text)
    spans = [match.span() for match in _WORD.finditer(folded.text)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Words(folded, tuple(_WORD.findall(folded.text)), starts, ends)
