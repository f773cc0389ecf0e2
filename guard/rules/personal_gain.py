"""A school account used for somebody's own gain.

What it does: looks for private tuition, somebody's own shop or business, referral codes, things for sale, on a school
account. What the school, its PTA or a charity sells or collects is none.

Why it matters: families trust what the school's account says, and it belongs to the school.

Example: a teacher's private tuition, advertised in the school's name.

What to do instead: a personal account, and a look at the school's rules on second jobs.

Options: none.

Known to be wrong: a sponsor who is thanked in return for a gift; enterprise projects of pupils without the usual words.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Frame, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG108", requirement="B8", severity=Severity.WARN, applies_to="official")


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.PERSONAL_GAIN):
            quoted = bool(remark.frame & Frame.QUOTED)
            yield Hit(
                message="own-gain",
                subject=part.part.text[remark.span.start : remark.span.end].lower(),
                part=index,
                span=remark.span,
                severity=Severity.ADVISE if quoted else None,
                confidence=Confidence.LOW if quoted else Confidence.HIGH,
            )
            break
