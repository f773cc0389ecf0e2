"""Replying to abuse or cyberbullying.

What it does: where a reply, a comment or a quotation answers a post that is abusive (offensive words, abuse thrown at
the reader), or where a post says that it answers trolls or bullies, it reminds of what the policy asks instead.

Why it matters: an answer feeds the quarrel and may spoil evidence; abuse is better reported.

Example: answering an insult under the school's post in the heat of the evening.

What to do instead: as the policy says: keep the evidence and report it, or hide and report it in the school's name.

Options: `advice`: "report" (never engage, keep evidence, report), "remove" (block, report or delete and say why),
"block" (block and report). `on`: "both" (the default), "personal" or "official" accounts.

Known to be wrong: what is answered is only known where the page shows it beside the composer; irony in the post that is
answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from guard.model import Confidence, Kind, Severity, Span
from guard.reading import Category, Frame, Grade, PartReading, Reading, RemarkKind, Strength
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG207", requirement="L6", severity=Severity.ADVISE)

_ANSWERS = (Kind.REPLY, Kind.COMMENT, Kind.QUOTE, Kind.MESSAGE)
_SPOKEN_ABOUT = Frame.QUOTED | Frame.TITLE | Frame.LESSON | Frame.PLACE


class Options(RuleOptions, frozen=True):
    """What the policy asks instead of an answer, and of whom."""

    advice: Literal["report", "remove", "block"] = "report"
    on: Literal["both", "personal", "official"] = "both"


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    options = context.options
    if options.on not in ("both", context.account.kind.value) and context.account.kind.value != "unknown":
        return
    if context.draft.kind in _ANSWERS and reading.in_reply_to is not None and _is_abusive(reading.in_reply_to):
        index = 0 if reading.parts else None
        span = Span(0, 0) if reading.parts else None
        yield Hit(options.advice, "answered abuse", index, span, confidence=Confidence.MEDIUM)
        return
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.ABUSE_ANSWERED):
            subject = part.part.text[remark.span.start : remark.span.end].lower()
            yield Hit(options.advice, subject, index, remark.span, confidence=Confidence.LOW)
            return


def _is_abusive(part: PartReading) -> bool:
    thrown = any(remark.strong and not remark.frame & Frame.NEGATED for remark in part.remarks_of(RemarkKind.ABUSE))
    hostile = any(
        not said.frame and not said.playful and said.strength is not Strength.IDIOM for said in part.hostilities
    )
    return (
        thrown
        or hostile
        or any(
            not term.frame & _SPOKEN_ABOUT
            and (term.grade is Grade.STRONG or term.category not in (Category.PROFANITY, Category.SEXUAL))
            for term in part.offensive
        )
    )
