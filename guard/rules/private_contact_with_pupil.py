"""A private message to a pupil, or asking a child for what should stay private.

What it does: stops a message that goes to a pupil (as its addressee is named, as the register has it, or as was
answered), and words that ask a child for a number, an address, a picture or a meeting, invite to write privately, ask
for secrecy, or try to find out where a child lives. Such words with no pupil to be seen warn; mild ones count only
where a pupil is spoken to. In advice about staying safe, quoted or denied, they count for nothing.

Why it matters: contact in the open protects pupils, and it protects staff from allegations.

Example: "Message me privately tonight if the coursework is a struggle, Year 11s".

What to do instead: use the school's own systems and accounts, where others can see what is written; anything that
worries goes to the safeguarding lead.

Options: none.

Known to be wrong: whom a message goes to is only known where the page shows it; somebody grown up of the same name as a
pupil is taken for the pupil until the question is answered.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Kind, Question, QuestionKey, Severity, Span
from guard.reading import Frame, PartReading, Party, Reading, Remark, RemarkKind, Target
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG404", requirement="P3", severity=Severity.STOP)

_SPOKEN_ABOUT = Frame.QUOTED | Frame.NEGATED
_NO_PUPIL = ("family", "parent", "friend", "other")
_CHOICES = ("pupil", "parent", "family", "other")


class Options(RuleOptions, frozen=True):
    """None."""


@or_likeness(RULE, unless_answered=QuestionKey.RECIPIENT)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    answer = context.draft.answers.get(QuestionKey.RECIPIENT)
    if answer in _NO_PUPIL:
        return
    to_pupil = answer == "pupil" or Party.PUPIL in reading.addressed()
    question = None if answer or context.draft.kind is Kind.POST else Question(QuestionKey.RECIPIENT, _CHOICES)
    if to_pupil and context.draft.kind is Kind.MESSAGE:
        subject = f"message {context.draft.to.casefold()}"
        at, span = (0 if reading.parts else None), (Span(0, 0) if reading.parts else None)
        sure = Confidence.HIGH if answer == "pupil" or _is_named_as_pupil(reading) else Confidence.MEDIUM
        yield Hit("message", subject, at, span, confidence=sure, question=question)
        return
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.PUPIL_CONTACT):
            if remark.frame & _SPOKEN_ABOUT and not to_pupil:
                continue
            child = to_pupil or remark.target is Target.PUPIL or _speaks_to_pupils(part, remark)
            at_work = _near_staff_talk(part, remark)
            # "Message me" is said by everybody to everybody.
            said = child or (at_work and remark.target is not Target.READER)
            if remark.strong or said:
                yield Hit(
                    message="contact" if child else "perhaps-contact",
                    subject=part.part.text[remark.span.start : remark.span.end].casefold(),
                    part=index,
                    span=remark.span,
                    severity=None if child else Severity.WARN,
                    confidence=Confidence.HIGH if child and remark.strong else Confidence.MEDIUM,
                    question=question,
                )
                return


def _is_named_as_pupil(reading: Reading) -> bool:
    return reading.to is not None and Party.PUPIL in reading.to.parties


def _speaks_to_pupils(part: PartReading, remark: Remark) -> bool:
    """Whether a pupil is spoken to in the sentence or the one beside it."""
    return any(
        (other.strong or remark.strong) and _near(part, other.span, remark.span)
        for other in part.remarks_of(RemarkKind.PUPIL_ADDRESSED)
    )


def _near_staff_talk(part: PartReading, remark: Remark) -> bool:
    return any(hint.strong and _near(part, hint.span, remark.span) for hint in part.staff_hints)


def _near(part: PartReading, one: Span, other: Span) -> bool:
    return abs(part.sentence_of(one) - part.sentence_of(other)) <= 1
