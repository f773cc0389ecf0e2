"""Sharing or quoting somebody's post with pupils in it.

What it does: advises where what is shared or quoted is about pupils, names one of the register or comes with faces,
and where the words say that somebody's post about pupils is passed on.

Why it matters: a family may have agreed to one post for one circle; sharing it takes it further, and when it is taken
down at its source the copy stays.

Example: quoting a club's picture of its under nines with the trophy.

What to do instead: ask whoever posted it, look at the list, or say it in words without the picture.

Options: none.

Known to be wrong: what is shared is only known where the page shows it; news about schools that names a year group.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Frame, Party, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG607", requirement="X7", severity=Severity.ADVISE)


class Options(RuleOptions, frozen=True):
    """None."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    shared = reading.shared_from
    if shared is not None:
        named = any(not person.other_person for person in shared.persons)
        pictured = any(picture.faces for picture in reading.pictures)
        if named or pictured or Party.PUPIL in shared.parties:
            yield Hit("shared", shared.part.text.casefold(), confidence=Confidence.MEDIUM)
        return
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.RESHARED):
            if not remark.frame & Frame.QUOTED:
                subject = part.part.text[remark.span.start : remark.span.end].casefold()
                yield Hit("passed-on", subject, index, remark.span, confidence=Confidence.LOW)
                return
