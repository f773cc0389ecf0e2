"""The word CONFIDENTIAL and its kin where a document carries it: alone on a line, or in capitals at its beginning."""

from __future__ import annotations

import re

from guard.reading import Remark, RemarkKind
from guard.text.fold import Folded

_WORDS = ("confidential", "restricted", "embargoed", "in confidence", "internal only")
_WORD = re.compile("|".join((*_WORDS, "draft confidential")))
_LONGEST_LINE = 60
_SIGNS = " \t*_#[](){}<>|!-=~:.,\"'"
_MOST = 5


def read_markings(folded: Folded) -> tuple[Remark, ...]:
    """The markings of a text, at most five."""
    if not any(word in folded.text for word in _WORDS):
        return ()
    found: list[Remark] = []
    place = 0
    for line in folded.text.split("\n"):
        stripped = line.strip(_SIGNS)
        match = _WORD.match(stripped)
        if match is not None and len(found) < _MOST:
            start = place + line.index(stripped)
            span = folded.span(start, start + match.end())
            alone = len(stripped) == match.end()
            headed = (
                stripped[match.end() : match.end() + 2].strip(" ")[:1] in (":", "-", "|", "]", ")", ".")
                and len(stripped) > match.end()
            )
            capitals = folded.source[span.start : span.end].isupper() and (headed or len(line) <= _LONGEST_LINE)
            if alone or capitals:
                found.append(Remark(RemarkKind.CONFIDENTIAL, span))
        place += len(line) + 1
    return tuple(found)
