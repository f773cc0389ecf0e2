"""Confidential, commercially sensitive or internal material.

What it does: looks for the mark of a document ("CONFIDENTIAL", "not for circulation", "official-sensitive",
"commercial in confidence"), for somebody telling what is not to be told ("not public yet but", "between us", "keep this
to yourselves", "embargoed till Thursday"), for what is pasted from minutes, data or systems for internal use, and for
passwords and door codes. A confidential helpline, internal exams and what is kept confidential are none.

Why it matters: what is not meant for everybody cannot be made private again, and a school's good faith hangs on it.

Example: "Not public yet but the new head is going to be Mrs Okonkwo!"

What to do instead: wait until it is announced, or ask whoever it comes from.

Options: none of its own.

Known to be wrong: a friend's secret told in the same words; documents that carry no mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Frame, Reading, Remark, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG503", requirement="C3", severity=Severity.STOP)

_MESSAGES = {
    RemarkKind.CONFIDENTIAL: "marked",
    RemarkKind.DISCLOSURE: "disclosed",
    RemarkKind.INTERNAL_DOCUMENT: "pasted",
    RemarkKind.PASSWORD: "password",
}


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        seen: set[str] = set()
        # The surest first; a document says so on every page, a gossip in every sentence: once is enough.
        for remark in sorted(part.remarks_of(*_MESSAGES), key=lambda each: not each.strong):
            message = _MESSAGES[remark.kind]
            severity = _severity(remark)
            if severity is None or message in seen or (seen and not remark.strong):
                continue
            seen.add(message)
            yield Hit(
                message=message,
                subject=" ".join(part.part.text[remark.span.start : remark.span.end].casefold().split()),
                part=index,
                span=remark.span,
                severity=severity,
                confidence=Confidence.HIGH if severity is Severity.STOP else Confidence.LOW,
            )


def _severity(remark: Remark) -> Severity | None:
    """How much it matters, or None where it is only spoken about."""
    if Frame.NEGATED in remark.frame:
        return None
    if Frame.QUOTED in remark.frame:
        return Severity.ADVISE
    return Severity.STOP if remark.strong else Severity.WARN
