"""Disparagement: the school, its staff, pupils or parents run down.

What it does: looks for a derogatory remark and whom it is aimed at, together: "my head is ...", "this school is ...",
"parents at my school are ...". A remark with nobody to be seen counts beside the school's name. Quoted, or taught
about, it only advises. Polite criticism is found only where the policy bars it.

Why it matters: colleagues, families and pupils read it, it may be defamation, and a post outlives a bad day.

Example: calling one's head teacher clueless after a staff meeting.

What to do instead: take it to the person, a manager or a union representative; leave people out of the post.

Options: `any_criticism` (false): also finds polite criticism of the school and its decisions.

Known to be wrong: irony and in-jokes; sport and theatre talk where people are run down for fun; criticism in long
sentences that name no target near it is missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity, Span
from guard.reading import Frame, PartReading, Reading, Remark, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG205", requirement="L4", severity=Severity.WARN)

_SPOKEN_ABOUT = Frame.QUOTED | Frame.NEGATED


class Options(RuleOptions, frozen=True):
    """Whether polite criticism counts."""

    any_criticism: bool = False


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        taken: list[Span] = []
        for remark in part.remarks_of(RemarkKind.DISPARAGEMENT):
            if not remark.strong and (remark.frame & Frame.LESSON or _told_more_plainly(part, remark)):
                continue
            taken.append(remark.span)
            yield _hit(index, part, remark, remark.target.value if remark.strong else "somebody")
        if context.options.any_criticism:
            for remark in part.remarks_of(RemarkKind.CRITICISM):
                if not any(span.start < remark.span.end and remark.span.start < span.end for span in taken):
                    yield _hit(index, part, remark, "criticism")


def _told_more_plainly(part: PartReading, remark: Remark) -> bool:
    """Whether the same sentence says plainly what another rule shows: one sentence is not shown three times."""
    return any(
        other.strong and part.same_sentence(other.span, remark.span)
        for kind in (RemarkKind.DEMEANING, RemarkKind.RIDICULE, RemarkKind.GRIEVANCE)
        for other in part.remarks_of(kind)
    )


def _hit(index: int, part: PartReading, remark: Remark, message: str) -> Hit:
    light = not remark.strong or bool(remark.frame & _SPOKEN_ABOUT)
    return Hit(
        message=message,
        subject=part.part.text[remark.span.start : remark.span.end].lower(),
        part=index,
        span=remark.span,
        severity=Severity.ADVISE if light and message != "criticism" else None,
        confidence=Confidence.LOW if light else Confidence.HIGH,
    )
