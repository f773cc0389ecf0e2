"""Sensitive business on a personal account: inspection, results, performance, budget, staffing, admissions disputes.

What it does: looks for such a topic and the school together ("Ofsted are in tomorrow", "our SATs results were dire",
"they are making three TAs redundant"). A topic alone counts where the post names the school or the writer shows to work
at one. Good news only advises.

Why it matters: it is the school's to tell, to families and staff first; half-known facts unsettle people.

Example: "Budget is £200k down, so jobs will go at our place."

What to do instead: wait until the school has said it, then share the school's own post.

Options: `good_news`: "advise" (the default) or "warn".

Known to be wrong: news the school has already published; a parent's own child's results beside talk of school.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from guard.model import Confidence, Severity
from guard.reading import Frame, PartReading, Reading, Remark, RemarkKind, Target
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG502", requirement="C2", severity=Severity.WARN, applies_to="personal")


class Options(RuleOptions, frozen=True):
    """How good news counts."""

    good_news: Literal["advise", "warn"] = "advise"


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        remarks = part.remarks_of(RemarkKind.BUSINESS_TOPIC)
        topics = [remark for remark in remarks if remark.target in (Target.SCHOOL, Target.SELF)]
        # Target.SELF: told as by somebody who works there; that alone is worth a look.
        meant = [each for each in topics if each.strong or each.target is Target.SELF or _of_own_school(part)]
        if not meant:
            continue
        remark = next((each for each in meant if each.strong), meant[0])
        good = any(other.target is Target.OTHER for other in remarks)
        yield _hit(index, part, remark, good, context.options)


def _of_own_school(part: PartReading) -> bool:
    """Whether the post names the school as the writer's own, or shows that the writer works at one."""
    named = any(mention.certain and not mention.outsider for mention in part.organisations)
    return named or any(hint.strong for hint in part.staff_hints)


def _hit(index: int, part: PartReading, remark: Remark, good: bool, options: Options) -> Hit:
    light = bool(remark.frame & Frame.QUOTED) or (good and options.good_news == "advise") or not remark.strong
    return Hit(
        message="good-news" if good else "sensitive",
        subject=part.part.text[remark.span.start : remark.span.end].lower(),
        part=index,
        span=remark.span,
        severity=Severity.ADVISE if light else None,
        confidence=Confidence.HIGH if remark.strong else Confidence.LOW,
    )
