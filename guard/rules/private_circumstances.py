"""A pupil's or a family's private circumstances: illness, special needs, care, behaviour, the home.

What it does: looks for what is told of somebody in particular ("one of my Year 4s has just been diagnosed with ...",
"his dad is in prison", "Callum was excluded"): health, special educational needs and free school meals, safeguarding
and care, exclusions and trouble, trouble at home. Of colleagues it looks for illness. A statement about a pupil counts
in full, named or not; where nothing says that a pupil is meant, it is one or two steps milder. What is told of the
writer's own family, of nobody in particular, of people in books, and of services that are on offer is left alone.

Why it matters: the child, the family and everybody who knows them recognise the story, with or without a name.

Example: "One of my Year 4s has just been diagnosed with leukaemia, heartbroken"

What to do instead: keep it for the people at school who need to know.

Options: `colleagues`: whether a colleague's illness counts ("warn", the default, or "leave").

Known to be wrong: what takes more than a sentence to tell is missed; a friend's first name on a personal account is
taken for a pupil's, more quietly.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from guard.model import AccountKind, Confidence, Edit, Fix, FixKind, Severity, Span
from guard.reading import About, Circumstance, CircumstanceSort, PartReading, Reading
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG402", requirement="P1", severity=Severity.STOP)

_OF_SCHOOL = (CircumstanceSort.NEEDS, CircumstanceSort.SAFETY, CircumstanceSort.BEHAVIOUR)


class Options(RuleOptions, frozen=True):
    """Whether colleagues count."""

    colleagues: Literal["warn", "leave"] = "warn"


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        seen: set[tuple[CircumstanceSort, int]] = set()
        for told in part.circumstances:
            severity = _severity(told, context)
            # A story goes on for some words; each sentence is told of once for each matter.
            place = told.sort, part.sentence_of(told.span)
            if severity is None or place in seen:
                continue
            seen.add(place)
            yield Hit(
                message="colleague" if told.about is About.STAFF else told.sort.value,
                subject=" ".join(part.part.text[told.span.start : told.span.end].casefold().split()),
                part=index,
                span=told.span,
                severity=severity,
                confidence=Confidence.HIGH if severity is Severity.STOP else Confidence.LOW,
                fixes=_fixes(index, part, told.span, context),
            )


def _severity(told: Circumstance, context: Context[Options]) -> Severity | None:
    """How much it matters, or None where it does not."""
    official = context.account.kind is AccountKind.OFFICIAL
    if told.beside:
        return None
    if told.about is About.STAFF:
        private = told.sort in (CircumstanceSort.MEDICAL, CircumstanceSort.BEHAVIOUR)
        return Severity.WARN if private and context.options.colleagues == "warn" else None
    if told.about is About.PUPIL or told.listed:
        return Severity.STOP
    if told.about is About.FAMILY:
        return Severity.STOP if told.sure else Severity.WARN
    if told.full_name and not told.school_talk:
        # Somebody in the news as likely as a pupil; circumstances that only schools speak of make the difference.
        return Severity.WARN if told.sort is CircumstanceSort.NEEDS else None
    if told.school_talk or official:
        return Severity.STOP
    return Severity.WARN if told.sort in _OF_SCHOOL else Severity.ADVISE


def _fixes(index: int, part: PartReading, span: Span, context: Context[Options]) -> tuple[Fix, ...]:
    """Leaving the sentence out, where another stays."""
    if index >= len(context.draft.parts) or len(part.sentences) < 2:
        return ()
    number = part.sentence_of(span)
    start = part.sentences[number].start
    last = number + 1 == len(part.sentences)
    end = len(part.part.text) if last else part.sentences[number + 1].start
    return (Fix(FixKind.EDIT_TEXT, "leave-sentence-out", (Edit(index, Span(start, end), ""),)),)
