"""Mild language: words many adults say, and a school would still rather not see under a teacher's name.

What it does: looks for mild swear words and insults. Where the word is quoted, part of a title, or taught about, it
only advises. Words that better-profanity alone reports are never more than a hint: it does not say how strong they are
and knows no context.

Why it matters: tone is part of the professional image that staff are asked to keep.

Example: calling the photocopier crap.

What to do instead: a milder word, or none.

Options: none.

Known to be wrong: words with an innocent sense the surrounding words do not show; what is mild differs from place to
place, and the school can allow words of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Category, Frame, Grade, OffensiveTerm, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG202", requirement="L1", severity=Severity.WARN)

_CATEGORIES = (Category.PROFANITY, Category.SEXUAL, Category.INSULT)
_SPOKEN_ABOUT = Frame.QUOTED | Frame.TITLE | Frame.LESSON


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for term in part.offensive:
            if term.category in _CATEGORIES and term.grade is not Grade.STRONG and not term.frame & Frame.PLACE:
                yield _hit(index, term, part.part.text[term.span.start : term.span.end])


def _hit(part: int, term: OffensiveTerm, written: str) -> Hit:
    spoken_about = bool(term.frame & _SPOKEN_ABOUT)
    if term.grade is Grade.UNGRADED:
        message, confidence = "ungraded", Confidence.LOW
    elif spoken_about:
        message, confidence = "in-quotation", Confidence.MEDIUM
    else:
        message, confidence = "mild", Confidence.MEDIUM if term.disguised else Confidence.HIGH
    return Hit(
        message=message,
        subject=written.lower(),
        part=part,
        span=term.span,
        severity=None if message == "mild" else Severity.ADVISE,
        confidence=confidence,
    )
