"""Discriminatory language: slurs and words that run down people for who they are.

What it does: looks for slurs by protected characteristic (race, religion, sex, sexual orientation, gender
reassignment, disability, age), plain or disguised. Strong ones are held; milder ones are shown. In a quotation or where
the word is taught about, a strong one is shown and a milder one only hinted at; where the words around say that it is
not to be used, it is a hint at most.

Why it matters: the Equality Act, and the pupils and families who read it.

Example: a joke at the expense of disabled people, told with a playground word.

What to do instead: name people the way they name themselves, or leave the word out and say what it was about.

Options: none.

Known to be wrong: words reclaimed by the people they were thrown at are found like any other. Naming an identity
("gay", "Muslim", "deaf", "queer studies") is never a finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Category, Frame, Grade, OffensiveTerm, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG203", requirement="L2", severity=Severity.STOP)

_CATEGORIES = (
    Category.RACE,
    Category.RELIGION,
    Category.SEX,
    Category.SEXUAL_ORIENTATION,
    Category.GENDER_REASSIGNMENT,
    Category.DISABILITY,
    Category.AGE,
)
_SPOKEN_ABOUT = Frame.QUOTED | Frame.TITLE | Frame.LESSON


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for term in part.offensive:
            if term.category in _CATEGORIES and not term.frame & Frame.PLACE:
                yield _hit(index, term, part.part.text[term.span.start : term.span.end])


def _hit(part: int, term: OffensiveTerm, written: str) -> Hit:
    spoken_about = bool(term.frame & _SPOKEN_ABOUT)
    strong = term.grade is Grade.STRONG
    if not spoken_about:
        severity = None if strong else Severity.WARN
    elif strong and not term.frame & Frame.NEGATED:
        severity = Severity.WARN
    else:
        severity = Severity.ADVISE
    return Hit(
        message="in-quotation" if spoken_about else "slur" if strong else "mild",
        subject=written.lower(),
        part=part,
        span=term.span,
        severity=severity,
        confidence=Confidence.MEDIUM if term.disguised or spoken_about or not strong else Confidence.HIGH,
    )
