"""Speaking for the school on a personal account, instead of in the first person.

What it does: looks for "on behalf of the school", "the school's position is", "we at" beside the school's name, and
their kin. Saying that one does not speak for the school is none. On a school account nothing is found.

Why it matters: readers take it for an official statement, and the school may be held to it.

Example: "We at the academy believe that homework should go."

What to do instead: the first person ("I think"), or the school's own account.

Options: none.

Known to be wrong: somebody who may speak for the school does it on a personal account; "we" in a story about a class.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Frame, PartReading, Reading, Remark, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG103", requirement="B3", severity=Severity.WARN, applies_to="personal")


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.SPEAKS_FOR_SCHOOL):
            if not remark.frame & Frame.NEGATED and (remark.strong or _beside_the_school(part, remark)):
                quoted = bool(remark.frame & Frame.QUOTED)
                yield Hit(
                    message="for-the-school",
                    subject=part.part.text[remark.span.start : remark.span.end].lower(),
                    part=index,
                    span=remark.span,
                    severity=Severity.ADVISE if quoted else None,
                    confidence=Confidence.HIGH if remark.strong and not quoted else Confidence.MEDIUM,
                )
                break


def _beside_the_school(part: PartReading, remark: Remark) -> bool:
    """Whether the school is named right before or after; "we at" makes a name clear that alone might not be."""
    return any(
        not mention.outsider
        and (0 <= mention.span.start - remark.span.end <= 3 or 0 <= remark.span.start - mention.span.end <= 3)
        for mention in part.organisations
    )
