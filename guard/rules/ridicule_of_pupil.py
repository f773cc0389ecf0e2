"""A pupil held up to ridicule: for work, answers, looks or mistakes, named or not.

What it does: looks for remarks that make fun of a pupil: of an answer, a piece of work, a haircut, a mishap. Quoted, or
in a lesson or prevention text, it only advises.

Why it matters: a class knows who is meant, and so will the family.

Example: "Look at the state of this kid's homework" over a photograph.

What to do instead: praise what went well; laugh about a mark scheme, not about a pupil.

Options: none.

Known to be wrong: fond stories that end in laughter sound alike ("one of my pupils said ... lol"); ridicule without
any of the usual words is missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Frame, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG208", requirement="L7", severity=Severity.STOP)


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        remarks = part.remarks_of(RemarkKind.RIDICULE)
        plainly = any(remark.strong for remark in remarks)
        for remark in remarks:
            if not remark.strong and plainly:
                continue
            spoken_about = bool(remark.frame & (Frame.QUOTED | Frame.NEGATED))
            yield Hit(
                message="ridicule" if remark.strong else "perhaps",
                subject=part.part.text[remark.span.start : remark.span.end].lower(),
                part=index,
                span=remark.span,
                severity=Severity.ADVISE if spoken_about else None if remark.strong else Severity.WARN,
                confidence=Confidence.HIGH if remark.strong and not spoken_about else Confidence.LOW,
            )
