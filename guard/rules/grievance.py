"""Grievances: complaints about work, whistle-blowing, treatment, pay or workload, aired in public.

What it does: looks for a complaint and work together: a grievance against one's employer, bullying at work, a workload
called unmanageable, a head who will not listen, notice handed in over it. In a quotation it only advises.

Why it matters: there are ways to raise these that protect whoever raises them; a post protects nobody.

Example: "Raised it with SLT three times and nothing. Whistle-blowing next."

What to do instead: the school's grievance or whistle-blowing procedure, a union, or a manager who is trusted.

Options: none.

Known to be wrong: general remarks about the profession ("workload in schools is too high") are left alone, also where
one school is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Frame, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG504", requirement="C4", severity=Severity.WARN)


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.GRIEVANCE):
            plain = remark.strong and not remark.frame & (Frame.QUOTED | Frame.NEGATED)
            yield Hit(
                message="grievance",
                subject=part.part.text[remark.span.start : remark.span.end].lower(),
                part=index,
                span=remark.span,
                severity=None if plain else Severity.ADVISE,
                confidence=Confidence.HIGH if plain else Confidence.LOW,
            )
