"""Where pupils are, or will be, out of school at a time to come.

What it does: looks for a live place or time of pupils off site: now ("we are now at the museum", "here until 3") or
later ("off to the zoo on Thursday with Year 4"). When a coach is back only advises, since parents wait for it. What is
over, what happens at school and what anybody is asked to come to (open days, matches, concerts) is left alone.

Why it matters: a post that says where a group of children is, or will be, tells everybody who reads it.

Example: "Year 4 are at Twycross Zoo until 3 today!"

What to do instead: post it afterwards, or tell parents by the school's own message service.

Options: none. On the school's own accounts it only advises.

Known to be wrong: a trip told in the present tense after it is over looks live; places that are neither a common word
for one nor written large are missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import AccountKind, Confidence, Role, Severity
from guard.reading import Outing, PartReading, Reading, When
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG603", requirement="X3", severity=Severity.WARN)

_MESSAGES = {When.NOW: "now", When.LATER: "later", When.BACK: "way-back"}


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    personal = context.account.kind is AccountKind.PERSONAL
    outings = [
        (index, outing)
        for index, part in reading
        if part.part.role is not Role.FILE_NAME
        for outing in part.outings
        if not _at_school(outing, part) and (outing.pupils or _speaks_as_school(part, context))
    ]
    if not outings:
        return
    # One card says it for the whole post: what is live comes first, the way back last.
    index, outing = min(outings, key=lambda each: (list(When).index(each[1].when), each[0]))
    text = reading.parts[index].part.text
    mild = outing.when is When.BACK or not personal
    yield Hit(
        message=_MESSAGES[outing.when],
        subject=" ".join(text[outing.span.start : outing.span.end].casefold().split()),
        part=index,
        span=outing.span,
        severity=Severity.ADVISE if mild else None,
        confidence=Confidence.MEDIUM,
    )


def _at_school(outing: Outing, part: PartReading) -> bool:
    """Whether the place named is the school itself."""
    place = outing.place
    return place is not None and any(
        mention.certain and mention.span.start < place.end and place.start < mention.span.end
        for mention in part.organisations
    )


def _speaks_as_school(part: PartReading, context: Context[Options]) -> bool:
    """Whether "we" are pupils without saying so: on the school's account, or where the writer shows to be staff."""
    return context.account.kind is AccountKind.OFFICIAL or any(hint.strong for hint in part.staff_hints)
