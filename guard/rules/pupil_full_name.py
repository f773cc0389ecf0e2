"""A pupil's full name in the post, its title, a hashtag, a handle, a picture's description or a file name.

What it does: looks for forename and surname together of everybody on the school's register: either way round, with
middle names between, by nickname, joined in hashtags and handles, in file names. Near misspellings, and names that the
text gives to somebody else (an author, a governor, somebody of long ago), only advise.

Why it matters: a full name makes a child findable, beside a picture above all.

Example: "Well done to Amira Oyelaran in 4B!"

What to do instead: the first name only where the policy allows it, otherwise no name.

Options: `allowed`: "first_name" (the default: on the school's accounts first names and initials are fine) or "none".

Known to be wrong: grown-ups who share a pupil's name and are not introduced as such; names written with more than one
letter wrong are missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from guard.model import AccountKind, Confidence, Edit, Fix, FixKind, Severity, Span
from guard.reading import NameForm, PersonMention, Reading
from guard.rule import Consent, Context, Hit, Rule, RuleOptions, without_name

RULE = Rule(code="SG305", requirement="I5", severity=Severity.STOP)

Place = tuple[int, PersonMention]


class Options(RuleOptions, frozen=True):
    """How much of a pupil's name may stand on the school's own accounts."""

    allowed: Literal["first_name", "none"] = "first_name"


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    by_name: dict[frozenset[str], list[Place]] = {}
    for people, place in _not_allowed(reading, context):
        by_name.setdefault(people, []).append(place)
    for places in by_name.values():
        yield _hit(places, reading, context)


def _not_allowed(reading: Reading, context: Context[Options]) -> Iterator[tuple[frozenset[str], Place]]:
    """Each place where a name stands that may not, with all the people who go by it."""
    for index, part in reading:
        by_span: dict[Span, list[PersonMention]] = {}
        for mention in part.persons:
            by_span.setdefault(mention.span, []).append(mention)
        for mentions in by_span.values():
            # Of several people of one name, one who may be named does not speak for the others.
            refused = [each for each in mentions if context.naming.get(each.person) is not Consent.ALLOWED]
            if refused and not (refused[0].form is NameForm.INITIAL and _first_names_allowed(context)):
                strongest = max(refused, key=_strength)
                yield frozenset(each.person for each in mentions), (index, strongest)


def _first_names_allowed(context: Context[Options]) -> bool:
    return context.account.kind is not AccountKind.PERSONAL and context.options.allowed == "first_name"


def _strength(mention: PersonMention) -> int:
    if mention.form in (NameForm.TYPO, NameForm.INITIAL) or mention.other_person:
        return 0
    return 2 if mention.evidence else 1


def _hit(places: list[Place], reading: Reading, context: Context[Options]) -> Hit:
    index, mention = max(places, key=lambda place: _strength(place[1]))
    text = reading.parts[index].part.text
    strength = _strength(mention)
    if strength:
        message = "full-name"
    elif mention.other_person:
        message = "another-person"
    else:
        message = "initial" if mention.form is NameForm.INITIAL else "near-name"
    return Hit(
        message=message,
        subject=" ".join(text[mention.span.start : mention.span.end].casefold().split()),
        part=index,
        span=mention.span,
        severity=None if strength else Severity.ADVISE,
        confidence=(Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)[strength],
        fixes=tuple(_fixes(places, reading, context)),
    )


def _fixes(places: list[Place], reading: Reading, context: Context[Options]) -> Iterator[Fix]:
    """First name only where that is allowed and written apart; leaving the name out always."""
    # What a picture is called cannot be changed from where the post is written.
    editable = [(index, mention) for index, mention in places if index < len(context.draft.parts)]
    if not editable:
        return
    texts = {index: reading.parts[index].part.text for index, _ in editable}
    if _first_names_allowed(context):
        shortened = [_first_name_only(index, mention) for index, mention in editable]
        if all(edit is not None for edit in shortened):
            yield Fix(FixKind.EDIT_TEXT, "first-name-only", tuple(edit for edit in shortened if edit is not None))
    removed = tuple(without_name(index, mention.span, texts[index]) for index, mention in editable)
    yield Fix(FixKind.EDIT_TEXT, "leave-name-out", removed)


def _first_name_only(index: int, mention: PersonMention) -> Edit | None:
    """The edit that deletes all but the forename: a fix goes into reports, and no report may carry a name."""
    forename, whole = mention.forename, mention.span
    if forename is None or mention.form in (NameForm.JOINED, NameForm.INITIAL):
        return None
    if forename.start == whole.start:
        return Edit(index, Span(forename.end, whole.end), "")
    return Edit(index, Span(whole.start, forename.start), "")
