"""Solicitation: politics, money, trade or religion pressed on readers, and chain letters.

What it does: looks for calls to vote for a party, to invest, to buy, to convert, and for "copy and paste" chain posts.
What the school collects for, the PTA, worship and assemblies, pupils' elections and mock elections are none.

Why it matters: readers trust people who work at a school, and the policy asks staff to keep these apart from it.

Example: "Copy and paste this if you agree", "Ask me how to earn from home".

What to do instead: leave it out, or use an account that nobody connects with the school.

Options: none.

Known to be wrong: selling one's own things among friends; campaigns that some would call political and others charity.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Frame, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG506", requirement="C6", severity=Severity.WARN)


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.SOLICITATION):
            light = not remark.strong or bool(remark.frame & (Frame.QUOTED | Frame.NEGATED | Frame.LESSON))
            yield Hit(
                message="solicitation",
                subject=part.part.text[remark.span.start : remark.span.end].lower(),
                part=index,
                span=remark.span,
                severity=Severity.ADVISE if light else None,
                confidence=Confidence.LOW if light else Confidence.HIGH,
            )
            break
