"""Answering a journalist without approval.

What it does: warns where a draft answers a reporter's or a newspaper's question, is a message to one, or tells of
talking to the press about the school. An answer that only names whom to ask is what the policy wants. On a school
account, whose owner may well be allowed to, telling of an interview only advises.

Why it matters: what one member of staff says is printed as what the school says.

Example: "Yes, I work there, DM me", to a reporter who asks about a fire.

What to do instead: answer nothing, and pass the question on to the head teacher or whoever speaks to the press.

Options: none.

Known to be wrong: what is answered is only known where the page shows it; journalists who do not say that they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import AccountKind, Confidence, Severity, Span
from guard.reading import Frame, PartReading, Party, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG508", requirement="C8", severity=Severity.WARN)

_SPOKEN_ABOUT = Frame.QUOTED | Frame.NEGATED
_POLITE_WORDS = 12


class Options(RuleOptions, frozen=True):
    """None."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    if Party.PRESS in reading.addressed() and _was_asked(reading):
        if not all(_only_refers(part) for _, part in reading):
            subject = f"press {context.draft.to.casefold()} {context.draft.in_reply_to.casefold()}"
            yield Hit("answer", subject, 0, Span(0, 0))
        return
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.PRESS_CONTACT):
            if remark.strong and not remark.frame & _SPOKEN_ABOUT:
                official = context.account.kind is AccountKind.OFFICIAL
                yield Hit(
                    message="talk",
                    subject=part.part.text[remark.span.start : remark.span.end].casefold(),
                    part=index,
                    span=remark.span,
                    severity=Severity.ADVISE if official else None,
                    confidence=Confidence.MEDIUM,
                )
                return


def _was_asked(reading: Reading) -> bool:
    """Whether what is answered may be an enquiry: a paper's news is answered by everybody."""
    asked = reading.in_reply_to
    return asked is None or Party.PRESS in asked.parties or "?" in asked.part.text or _speaks_of_work(reading)


def _speaks_of_work(reading: Reading) -> bool:
    return any(
        any(hint.strong for hint in part.staff_hints) or any(each.certain for each in part.organisations)
        for _, part in reading
    )


def _only_refers(part: PartReading) -> bool:
    """Whether nothing is said but whom to ask, a greeting and a thank-you aside."""
    referring = {part.sentence_of(remark.span) for remark in part.remarks_of(RemarkKind.PRESS_REFERRED)}
    others = [span for index, span in enumerate(part.sentences) if index not in referring]
    return bool(referring) and sum(len(part.part.text[span.start : span.end].split()) for span in others) <= (
        _POLITE_WORDS
    )
