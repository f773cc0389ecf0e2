"""A pupil's name beside a sensitive word about them.

What it does: looks for a pupil's name - one on the register, or a first name that is told something of - together with
special needs, free school meals, care, counselling, exclusion, illness or trouble at home: "Amira Oyelaran has had her
EHCP agreed", "Zuzanna's counselling". A full name on the register counts with such a word anywhere in its sentence.
Fund-raising, assemblies and awareness weeks are none.

Why it matters: this is the most private thing a school knows of a child, and the name says whose it is.

Example: "Free school meals forms are still needed from Ifeoma Nwachukwu and Mark Page"

What to do instead: tell the people who need to know, one by one; in public neither the name nor the matter.

Options: none of its own.

Known to be wrong: a first name on a personal account may be a friend's; a full name that is not on the register is
taken for somebody in the news unless class or school stands by.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import AccountKind, Confidence, Edit, Fix, FixKind, Severity, Span
from guard.reading import About, Circumstance, CircumstanceSort, PartReading, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG604", requirement="X4", severity=Severity.STOP)


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        seen: set[Span] = set()
        for told in part.circumstances:
            severity = _severity(told, _on_register(told, part), context)
            if told.name is None or severity is None or told.name in seen:
                continue
            seen.add(told.name)
            text = part.part.text
            yield Hit(
                message="beside-name",
                subject=" ".join(text[told.name.start : told.name.end].casefold().split()),
                part=index,
                span=told.name,
                severity=severity,
                confidence=Confidence.HIGH if told.listed or told.school_talk else Confidence.LOW,
                fixes=_fixes(index, text, told.name, context),
            )


def _on_register(told: Circumstance, part: PartReading) -> bool:
    """Whether somebody on the register goes by that first name."""
    return any(each.people for each in part.first_names if told.name is not None and each.span.start == told.name.start)


def _severity(told: Circumstance, known: bool, context: Context[Options]) -> Severity | None:
    """How much it matters, or None where it does not."""
    if told.about not in (About.NAMED, About.FAMILY):
        return None
    if told.beside and not told.listed:
        # Nothing is said in so many words.
        return Severity.WARN if told.school_talk or context.account.kind is AccountKind.OFFICIAL else Severity.ADVISE
    if told.listed or told.school_talk:
        return Severity.STOP
    if told.full_name:
        return Severity.WARN if told.sort is CircumstanceSort.NEEDS else None
    if context.account.kind is AccountKind.OFFICIAL:
        return Severity.STOP
    # A friend's illness is told of in the same words.
    mild = told.sort in (CircumstanceSort.MEDICAL, CircumstanceSort.FAMILY) and not known
    return Severity.ADVISE if mild else Severity.WARN


def _fixes(index: int, text: str, name: Span, context: Context[Options]) -> tuple[Fix, ...]:
    """ "a pupil" in the place of the name."""
    if index >= len(context.draft.parts):
        return ()
    opens = not text[: name.start].strip() or text[: name.start].rstrip()[-1] in ".!?\n"
    edit = Edit(index, name, "A pupil" if opens else "a pupil")
    return (Fix(FixKind.EDIT_TEXT, "leave-name-out", (edit,)),)
