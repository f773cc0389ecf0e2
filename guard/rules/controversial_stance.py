"""A stance on what divides people, on a school account.

What it does: looks for taking sides ("we support the strike", "the minister must resign"), not for a topic: a closure,
strike, polling-station or remembrance notice, a debate or a lesson is none. Where the policy says so, a statement in
the school's name needs approval and is shown too.

Why it matters: schools have to offer a balanced view of political questions, and an account speaks for everybody in it.

Example: "We stand with the strikers" on the school's page.

What to do instead: say what happens and when, without taking sides; ask a senior leader first.

Options: `statements_need_approval` (false): statements in the school's name are shown too.

Known to be wrong: what divides people changes with the times; stances in words not listed are missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guard.model import Confidence, Severity, Span
from guard.reading import Frame, PartReading, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG509", requirement="C9", severity=Severity.WARN, applies_to="official")


# After a death a school says what every school says; whoever writes it is not asked for leave.
_CONDOLES = re.compile(
    r"\b(?:saddened|(?:deep|great|heartfelt) (?:sadness|sorrow)|sad (?:news|loss)|condolences|passed away|the death of|"
    r"the loss of|(?:thoughts|prayers|hearts) (?:are|go out)|mourn(?:s|ing)?|remember(?:ing)? (?:him|her|them) with)\b",
    re.IGNORECASE,
)


class Options(RuleOptions, frozen=True):
    """Whether statements need approval."""

    statements_need_approval: bool = False


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        text = part.part.text
        for remark in part.remarks_of(RemarkKind.STANCE):
            light = not remark.strong or bool(remark.frame & (Frame.QUOTED | Frame.LESSON))
            yield Hit(
                message="stance",
                subject=text[remark.span.start : remark.span.end].lower(),
                part=index,
                span=remark.span,
                severity=Severity.ADVISE if light else None,
                confidence=Confidence.LOW if light else Confidence.HIGH,
            )
            break
        if context.options.statements_need_approval:
            for remark in part.remarks_of(RemarkKind.SPEAKS_FOR_SCHOOL):
                spoken_about = bool(remark.frame & (Frame.QUOTED | Frame.NEGATED))
                if remark.strong and not spoken_about and not _CONDOLES.search(_sentence(part, remark.span)):
                    subject = text[remark.span.start : remark.span.end].lower()
                    yield Hit("approval", subject, index, remark.span, confidence=Confidence.MEDIUM)
                    break


def _sentence(part: PartReading, span: Span) -> str:
    """The sentence a span begins in."""
    sentence = part.sentences[part.sentence_of(span)]
    return part.part.text[sentence.start : sentence.end]
