"""Discriminatory language: slurs, and whatever runs down people for who they are.

What it does: looks for slurs by protected characteristic (race, religion, sex, sexual orientation, gender
reassignment, disability, age), plain or disguised. Strong ones are held; milder ones are shown. In a quotation or
where the word is taught about, a strong one is shown and a milder one only hinted at; where the words around say that
it is not to be used, it is a hint at most.

It also looks for derogation that needs no slur: a group called vile, hated, told that it does not belong or has no
rights. Plain contempt is held, what may be meant less badly is shown. Told of others ("they said that ..."), it is a
hint at most; denied, or told in a lesson, it is nothing.

Why it matters: the Equality Act, and the pupils and families who read it.

Example: a joke at the expense of disabled people, told with a playground word.

What to do instead: name people the way they name themselves, or leave the word out and say what it was about.

Options: none.

Known to be wrong: words reclaimed by the people they were thrown at are found like any other; contempt that is only
hinted at is missed. Naming an identity ("gay", "Muslim", "deaf", "queer studies") is never a finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Category, Frame, Grade, Hostility, HostilityKind, OffensiveTerm, Reading, Strength
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
        for hostility in part.hostilities:
            if hostility.kind is HostilityKind.DEROGATION:
                written = part.part.text[hostility.span.start : hostility.span.end]
                yield from _derogation(index, hostility, written)


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


def _derogation(part: int, hostility: Hostility, written: str) -> Iterator[Hit]:
    told, taught = bool(hostility.frame & Frame.QUOTED), bool(hostility.frame & Frame.LESSON)
    strong = hostility.strength is Strength.STRONG
    if told and (taught or not strong):
        return
    if told or (taught and not strong):
        severity: Severity | None = Severity.ADVISE
    else:
        severity = None if strong and not taught else Severity.WARN
    yield Hit(
        message="derogation-told" if told else "derogation",
        subject=written.lower(),
        part=part,
        span=hostility.span,
        severity=severity,
        confidence=Confidence.HIGH if severity is None else Confidence.MEDIUM,
    )
