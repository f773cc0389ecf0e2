"""A reference for a colleague.

What it does: warns of a recommendation on a professional network, and of a reference in the text: somebody recommended
for a post, vouched for or warned against, or the offer to be a referee. A thank-you is none; what pupils get for
their applications is none either.

Why it matters: readers take it for the school's reference, good or bad, and both author and school may be liable.

Example: "Happy to recommend Jo as a teacher: any school would be lucky to have her."

What to do instead: a reference goes through the head teacher's office; a plain thank-you may stay.

Options: none.

Known to be wrong: recommending a tradesperson on a page that says nothing of the trade; praise of a colleague who is
looking for work that stops short of recommending.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Kind, Severity, Span
from guard.reading import Frame, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG501", requirement="C1", severity=Severity.WARN)

# There a recommendation is of a cafe or a plumber.
_OF_BUSINESSES = ("facebook.com", "google.com", "nextdoor.co.uk", "nextdoor.com")


class Options(RuleOptions, frozen=True):
    """None."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.REFERENCE):
            if not remark.frame & Frame.QUOTED:
                subject = part.part.text[remark.span.start : remark.span.end].casefold()
                sure = Confidence.HIGH if remark.strong else Confidence.MEDIUM
                yield Hit("reference", subject, index, remark.span, confidence=sure)
                return
    written = next((index for index, part in reading if part.part.text.strip()), None)
    if context.draft.kind is Kind.RECOMMENDATION and written is not None and context.draft.site not in _OF_BUSINESSES:
        subject = f"recommendation {context.draft.to.casefold()}"
        yield Hit("recommendation", subject, written, Span(0, 0), confidence=Confidence.MEDIUM)
