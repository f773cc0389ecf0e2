"""A message or reply to a parent from a personal account.

What it does: warns where a message, a reply or a comment from a personal account goes to a parent or carer of a pupil
(as the addressee is named, as the question that is answered shows, or as was answered), and where the words are those
of staff to a parent: "your son forgot his kit again", "Hi Mrs ..., ... had a tricky day".

Why it matters: the school's accounts are the place, where colleagues can help and nothing gets lost; a private line to
one family is hard to explain later.

Example: answering a parent's question about a mock under a holiday picture.

What to do instead: answer from the school's account, by e-mail or by telephone. Family is no matter of this: say so
once, and it is remembered for that person.

Options: `accepts`: "family" (the default): a parent who is family is fine; "friends": a friend or relation is, too.

Known to be wrong: who somebody is, is only known where the page shows it; friends whose children go to another school.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from guard.model import Confidence, Kind, Question, QuestionKey, Severity, Span
from guard.reading import Frame, Party, Reading, RemarkKind, Target
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG405", requirement="P4", severity=Severity.WARN, applies_to="personal")

_ANSWERS = (Kind.MESSAGE, Kind.REPLY, Kind.COMMENT)


class Options(RuleOptions, frozen=True):
    """Who among parents may be written to."""

    accepts: Literal["family", "friends"] = "family"


@or_likeness(RULE, unless_answered=QuestionKey.RECIPIENT)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    answer = context.draft.answers.get(QuestionKey.RECIPIENT)
    if answer in ("family", "pupil", "other") or (answer == "friend" and context.options.accepts == "friends"):
        return
    answering = context.draft.kind in _ANSWERS
    to_parent = answer in ("parent", "friend") or Party.PARENT in reading.addressed()
    question = None if answer or not answering else Question(QuestionKey.RECIPIENT, _choices(context))
    if answering and to_parent:
        at, span = (0 if reading.parts else None), (Span(0, 0) if reading.parts else None)
        subject = f"parent {context.draft.to.casefold() or context.draft.in_reply_to.casefold()}"
        yield Hit("to-parent", subject, at, span, question=question)
        return
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.PARENT_TALK):
            said = remark.strong or (answering and (remark.target is Target.PARENT or _twice(reading)))
            if said and not remark.frame & Frame.QUOTED:
                yield Hit(
                    message="about-child",
                    subject=part.part.text[remark.span.start : remark.span.end].casefold(),
                    part=index,
                    span=remark.span,
                    confidence=Confidence.HIGH if remark.strong else Confidence.MEDIUM,
                    question=question,
                )
                return


def _twice(reading: Reading) -> bool:
    """Whether two signs of talk with a parent stand together: one alone may be talk among friends."""
    return sum(len(part.remarks_of(RemarkKind.PARENT_TALK)) for _, part in reading) > 1


def _choices(context: Context[Options]) -> tuple[str, ...]:
    friend = ("friend",) if context.options.accepts == "friends" else ()
    return ("parent", "family", *friend, "pupil", "other")
