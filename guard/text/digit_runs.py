"""Groups of digits in a folded text and what stands between them: "07700 900123" is two groups, a blank apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

_DIGITS = re.compile(r"[0-9]+")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,500}")
_GAPS = frozenset({" ", "-", ".", "  ", " - ", ")", ") ", " (", "(", "/"})
_LETTER_O = re.compile(r"(?<![a-z0-9])o(?=7[0-9o]{2})|(?<=[0-9])o(?=[0-9 o]{2})")
_LONGEST_GROUP = 40


@dataclass(frozen=True, slots=True)
class DigitRuns:
    """The groups of digits of a text, those inside links left out: `groups[i]` is text[starts[i]:ends[i]].

    `totals[i]` is how many digits there are before group i.
    """

    text: str
    groups: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    totals: tuple[int, ...]

    def digits_in(self, first: int, most: int) -> int:
        """How many digits there are in the next `most` groups from group `first` on."""
        return self.totals[min(first + most, len(self.groups))] - self.totals[first]

    def gap(self, index: int) -> str | None:
        """What stands between group `index` and the next, where both may be pieces of one number; None otherwise."""
        if index + 1 >= len(self.groups):
            return None
        gap = self.text[self.ends[index] : min(self.starts[index + 1], self.ends[index] + 4)]
        return gap if gap in _GAPS and self.ends[index] + len(gap) == self.starts[index + 1] else None

    def stands_alone(self, first: int, last: int) -> bool:
        """Whether no letter, currency or decimal point clings to the stretch from group `first` to group `last`."""
        start, end = self.starts[first], self.ends[last]
        before = self.text[start - 1 : start]
        if before and (before.isalnum() or before in "_#£$€@"):
            return False
        if before in (".", "-", "/") and self.text[start - 2 : start - 1].isdigit():
            return False
        after = self.text[end : end + 1]
        return not (after and (after.isalnum() or after in "_@%"))

    def runs(self, first: int, most: int) -> Iterator[tuple[int, str, list[str]]]:
        """Group `first` alone, with the next one, and so on: the last group, all digits, the gaps between."""
        digits, gaps = self.groups[first], list[str]()
        last = first
        while True:
            yield last, digits, gaps
            gap = self.gap(last)
            if gap is None or last - first + 1 >= most or len(digits) > _LONGEST_GROUP:
                return
            last += 1
            digits += self.groups[last]
            gaps.append(gap)


def digit_runs(text: str) -> DigitRuns:
    """The groups of digits of a folded text, in linear time. The letter O typed for a nought counts as one."""
    if "o7" in text:
        text = _LETTER_O.sub("0", text)
    matches = list(_DIGITS.finditer(text))
    if matches and ("http" in text or "www." in text):
        links = [match.span() for match in _LINK.finditer(text)]
        starts = [start for start, _ in links]
        matches = [match for match in matches if not _inside(links, starts, match.start())]
    return DigitRuns(
        text,
        tuple(match.group() for match in matches),
        tuple(match.start() for match in matches),
        tuple(match.end() for match in matches),
        (0, *accumulate(match.end() - match.start() for match in matches)),
    )


def _inside(stretches: list[tuple[int, int]], starts: list[int], place: int) -> bool:
    position = bisect_right(starts, place) - 1
    return position >= 0 and place < stretches[position][1]


def word_at(starts: tuple[int, ...], place: int) -> int:
    """The first word that begins at `place` or after it."""
    return bisect_left(starts, place)
