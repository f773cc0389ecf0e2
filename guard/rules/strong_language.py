"""Strong language: swearing and sexual words that do not belong in anything a school or its staff publish.

What it does: looks for strong swear words and sexual words, plain or disguised (stars, digits for letters, letters
apart, drawn out, glued into a hashtag). Where the word is quoted, part of a title, or taught about, it only advises.

Why it matters: what a member of staff posts is read as the school's manners, by pupils among others.

Example: a grumble about the boiler with a starred-out swear word in it.

What to do instead: say the same without the word.

Options: none.

Known to be wrong: words with an innocent sense the surrounding words do not show; surnames written without a capital.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Category, Frame, Grade, OffensiveTerm, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG201", requirement="L1", severity=Severity.STOP)

_CATEGORIES = (Category.PROFANITY, Category.SEXUAL, Category.INSULT)
_SPOKEN_ABOUT = Frame.QUOTED | Frame.TITLE | Frame.LESSON


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for term in part.offensive:
            if term.category in _CATEGORIES and term.grade is Grade.STRONG and not term.frame & Frame.PLACE:
                yield _hit(index, term, part.part.text[term.span.start : term.span.end])


def _hit(part: int, term: OffensiveTerm, written: str) -> Hit:
    spoken_about = bool(term.frame & _SPOKEN_ABOUT)
    return Hit(
        message="in-quotation" if spoken_about else "swearing",
        subject=written.lower(),
        part=part,
        span=term.span,
        severity=Severity.ADVISE if spoken_about else None,
        confidence=Confidence.MEDIUM if term.disguised or spoken_about else Confidence.HIGH,
    )
