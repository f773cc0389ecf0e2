"""Demeaning or violent talk about pupils who are not named, on a personal account.

What it does: looks for rough talk about "one of mine", "that kid in 8B", "my Year 9s": wanting to hurt them, calling
them names, being glad that they are away.

Why it matters: staff have lost their posts over jokes about a pupil nobody named, on accounts that were private. Pupils
and families recognise themselves.

Example: "One of mine nearly got strangled today."

What to do instead: say what was hard about the day without a pupil in it, and talk to a colleague.

Options: none.

Known to be wrong: fond exaggeration ("my little monsters") is left alone; a rough word about one's own children beside
talk of school may be taken for pupils.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Severity
from guard.reading import Frame, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG606", requirement="X6", severity=Severity.WARN, applies_to="personal")

# What is said plainly by these is not hinted at again.
_TELL_MORE = (RemarkKind.RIDICULE, RemarkKind.GRIEVANCE)


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        remarks = part.remarks_of(RemarkKind.DEMEANING)
        plainly = any(remark.strong for remark in remarks) or any(
            remark.strong for kind in _TELL_MORE for remark in part.remarks_of(kind)
        )
        for remark in remarks:
            if not remark.strong and plainly:
                continue
            plain = remark.strong and not remark.frame & (Frame.QUOTED | Frame.NEGATED)
            yield Hit(
                message="demeaning",
                subject=part.part.text[remark.span.start : remark.span.end].lower(),
                part=index,
                span=remark.span,
                severity=None if plain else Severity.ADVISE,
                confidence=Confidence.HIGH if plain else Confidence.LOW,
            )
            plainly = True  # of mere hints one is enough
