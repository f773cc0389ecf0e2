"""Offsets at the edge: Python counts code points, JavaScript counts UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from guard.model import Part

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Offsets:
    """Both ways for one text, taken exactly as given: a lone surrogate is one unit, CR LF are two."""

    def __init__(self, text: str) -> None:
        # Only characters beyond the first 65,536 count double; most texts have none, or a few emoji.
        self._astral = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [index + before for before, index in enumerate(self._astral)]

    def from_code_points(self, offset: int) -> int:
        """The offset in UTF-16 units of an offset in code points."""
        return offset + bisect_left(self._astral, offset)

    def to_code_points(self, offset: int) -> int:
        """The offset in code points; one inside a surrogate pair counts as before it."""
        return offset - bisect_left(self._units, offset)


def spans_to_utf16(report: dict[str, Any], parts: Sequence[Part]) -> None:
    """Turn every span of a report's plain data, in place, into UTF-16 units of `Draft.all_parts()`."""
    maps: dict[int, Utf16Offsets] = {}

    def convert(place: dict[str, Any]) -> None:
        if place["part"] is None or place["span"] is None:
            return
        index = place["part"]
        if index not in maps:
            maps[index] = Utf16Offsets(parts[index].text)
        offsets = maps[index]
        place["span"] = {end: offsets.from_code_points(place["span"][end]) for end in ("start", "end")}

    for finding in report["findings"]:
        convert(finding)
        for fix in finding["fixes"]:
            for edit in fix["edits"]:
                convert(edit)
    report["offset_encoding"] = "utf-16"
