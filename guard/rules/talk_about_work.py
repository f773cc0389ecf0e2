"""Talking about work, pupils, parents or colleagues on a personal account at all.

What it does: looks for "my Year 4s", "one of my pupils", "parents' evening tonight", "my head said", also where the
school is not named; not where somebody works and nothing else of it, since naming the school has a rule of its own.
Only policies that ask for it switch this on.

Why it matters: St Ann's and policies like it ask staff not to discuss work, the people in it or the families it serves.

Example: "My Year 4s were lovely in assembly."

What to do instead: keep work out of personal posts, or use the school's account.

Options: none.

Known to be wrong: parents who speak of their own child's class much as staff do; classes one takes for fun.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity, Span
from guard.reading import Frame, PartReading, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG510", requirement="C10", severity=Severity.ADVISE, applies_to="personal")


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        span = _talk_of_work(part)
        if span is not None:
            subject = part.part.text[span.start : span.end].lower()
            yield Hit("work", subject, index, span, confidence=Confidence.MEDIUM)
            return


def _talk_of_work(part: PartReading) -> Span | None:
    """The first place where the post talks of the writer's work."""
    for remark in part.remarks_of(RemarkKind.WORK_TALK):
        if not remark.frame & (Frame.QUOTED | Frame.NEGATED):
            return remark.span
    return next((hint.span for hint in part.staff_hints if hint.strong and not _names_employer(part, hint.span)), None)


def _names_employer(part: PartReading, span: Span) -> bool:
    """Whether it only says where the writer works ("I work at Oakfield"): naming the school has a rule of its own."""
    return any(span.start < named.span.end and named.span.start < span.end for named in part.organisations)
