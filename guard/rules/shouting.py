"""Shouting: capitals and heavy punctuation on a school account.

What it does: looks for a run of words in capitals, and for exclamation and question marks piled up. A heading or a
notice ("SCHOOL CLOSED TODAY", "REMINDER: PE KITS") is none, nor are abbreviations.

Why it matters: the school's own account speaks for everybody in it; capitals read as shouting and are harder to read,
for screen readers too.

Example: "PLEASE CAN PARENTS STOP PARKING ON THE ZIGZAGS!!!!"

What to do instead: ordinary letters and one full stop.

Options: none.

Known to be wrong: titles and names that are written in capitals; a long notice in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guard.model import Confidence, Role, Severity, Span
from guard.reading import Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG206", requirement="L5", severity=Severity.ADVISE, applies_to="official")

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_PILE = re.compile(r"[!?\uff01\uff1f]{4,}|[!?]{3}(?=[^!?])")
_NOTICE = re.compile(
    r"CLOS(?:ED|URE)|OPEN|URGENT|REMINDER|IMPORTANT|NOTICE|NEWS|UPDATE|CANCELLED|POSTPONED|WANTED|VACANC(?:Y|IES)|"
    r"HIRING|DATES?|TICKETS|SALE|LOST|FOUND|LIVE|BREAKING|WELCOME|THANK|CONGRATULATIONS|POLLING|INSET|SOLD"
)
_SHOUTED_WORDS, _SHOUTED_LETTERS = 6, 24
_NOTICE_WORDS = 12
_HEADING_WORDS = 4
_PILES = 2


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        if part.part.role in (Role.BODY, Role.THREAD, Role.TITLE):
            text = part.part.text
            span = _shouted(text)
            if span is not None:
                yield Hit("capitals", text[span.start : span.end].lower(), index, span, confidence=Confidence.MEDIUM)
            piles = list(_PILE.finditer(text))
            if len(piles) >= _PILES or any(len(pile.group()) > 3 for pile in piles):
                pile = max(piles, key=lambda found: len(found.group()))
                yield Hit("punctuation", pile.group(), index, Span(*pile.span()), confidence=Confidence.MEDIUM)


def _shouted(text: str) -> Span | None:
    """The first run of words in capitals that is long enough to be shouting, and no notice."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        written = word.group()
        if written.isupper():
            run.append(word)
        elif len(written) > 1 or not run:
            if _is_shouting(run):
                return Span(run[0].start(), run[-1].end())
            run = []
    return Span(run[0].start(), run[-1].end()) if _is_shouting(run) else None


def _is_shouting(run: list[re.Match[str]]) -> bool:
    words = [word.group() for word in run]
    if len(words) < _SHOUTED_WORDS or sum(map(len, words)) < _SHOUTED_LETTERS:
        return False
    first = words[: _HEADING_WORDS if len(words) > _NOTICE_WORDS else _NOTICE_WORDS]
    return not any(_NOTICE.fullmatch(word) for word in first)
