"""A first name that points to one child: beside a picture of one face, or with a class on a personal account.

What it does: looks for first names (those of the register, common ones, and rare ones that are brought in as a pupil's)
that stand beside a picture showing one face, or that a class or group is said with on a personal account. Where a class
is only spoken of close by, or nothing but school talk says that a name beside a face is a pupil's, it advises. A first
name alone is never a finding, nor are grown-ups, characters in books and the writer's own family.

Why it matters: "Amira" could be anybody; Amira in 4B, or Amira in the picture, is one child whom a stranger can find.

Example: "So proud of Amira in 4B today", from a teacher's own account.

What to do instead: "a pupil", or the name without class and picture on the school's account where families agreed.

Options: `class_counts_on`, "personal" (the default) or "both": where a first name with a class is too much; "both" is
for schools that let nothing identify a child. `beside_face`, true by default: whether a name beside one face counts.

Known to be wrong: grown-ups whose role is not said, beside a picture of one face; names that are rare in Britain and
not on the register are seen only where they are brought in as a pupil's ("a boy in my class called ...").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from guard.model import AccountKind, Confidence, Fix, FixKind, QuestionKey, Severity
from guard.reading import FirstName, Reading
from guard.rule import Consent, Context, Hit, Rule, RuleOptions, without_name

RULE = Rule(code="SG306", requirement="I6", severity=Severity.WARN)

Place = tuple[int, FirstName]


class Options(RuleOptions, frozen=True):
    """Where a first name is too much."""

    class_counts_on: Literal["personal", "both"] = "personal"
    beside_face: bool = True


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    personal = context.account.kind is AccountKind.PERSONAL
    if personal and any(media.answers.get(QuestionKey.PUPILS) == "family" for media in context.draft.media):
        return
    one_face = context.options.beside_face and _shows_one_face(reading, context)
    class_counts = personal or context.options.class_counts_on == "both"
    by_name: dict[str, list[Place]] = {}
    beside: set[str] = set()
    plain: set[str] = set()
    for index, part in reading:
        for name in part.first_names:
            if name.grown_up or _may_be_named(name, context) or (personal and name.own_family):
                continue
            written = part.part.text[name.span.start : name.span.end].casefold()
            in_picture = one_face and _may_be_shown(name, personal)
            with_class = class_counts and (name.by_class or name.introduced or _may_be_in_class(name))
            if in_picture or with_class:
                by_name.setdefault(written, []).append((index, name))
                if in_picture:
                    beside.add(written)
                if _is_pupils(name, personal) and (in_picture or name.by_class or name.introduced):
                    plain.add(written)
    for written, places in by_name.items():
        message = "beside-face" if written in beside else "with-class"
        yield _hit(written, message, places, reading, context, plain=written in plain)


def _shows_one_face(reading: Reading, context: Context[Options]) -> bool:
    """Whether a picture of the post shows one face that nobody has said is no pupil's."""
    return any(
        len(picture.faces) == 1 and media.answers.get(QuestionKey.PUPILS) not in ("no", "family")
        for picture, media in zip(reading.pictures, context.draft.media, strict=True)
    )


def _is_pupils(name: FirstName, personal: bool) -> bool:
    """Whether the name is plainly a pupil's. On the school's account a listed name is enough, at home it is not."""
    if name.rare:
        return False
    if name.by_class or name.introduced:
        return not name.grown_ups_near
    if personal:
        return name.pupil and (bool(name.people) or name.told_of or name.praised)
    return bool(name.people) or ((name.praised or name.told_of) and not name.grown_ups_near)


def _may_be_shown(name: FirstName, personal: bool) -> bool:
    """Whether the name may be that of the pupil in the picture."""
    if _is_pupils(name, personal) or name.by_class or name.introduced:
        return True
    return not name.grown_ups_near and (not personal or (name.praised and name.told_of))


def _may_be_in_class(name: FirstName) -> bool:
    """Whether the name seems to be that of somebody in a class spoken of close by."""
    return name.class_near and (name.told_of or name.praised) and not (name.grown_ups_near or name.rare)


def _may_be_named(name: FirstName, context: Context[Options]) -> bool:
    """Whether everybody of that name may be named in full here."""
    return bool(name.people) and all(context.naming.get(person) is Consent.ALLOWED for person in name.people)


def _hit(
    written: str, message: str, places: list[Place], reading: Reading, context: Context[Options], *, plain: bool
) -> Hit:
    index, name = places[0]
    edits = tuple(
        without_name(at, each.span, reading.parts[at].part.text) for at, each in places if at < len(context.draft.parts)
    )
    return Hit(
        message=message,
        subject=written,
        part=index,
        span=name.span,
        severity=None if plain else Severity.ADVISE,
        confidence=Confidence.HIGH if name.people and (name.by_class or name.introduced) else Confidence.MEDIUM,
        fixes=(Fix(FixKind.EDIT_TEXT, "leave-name-out", edits),) if edits else (),
    )
