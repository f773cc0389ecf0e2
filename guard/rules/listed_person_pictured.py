"""A picture may show somebody on the no-publish list.

What it does: compares the faces in each picture with the people on the school's register who may not be shown on the
channel the post goes to (consent refused, limited to other channels, withdrawn, not yet valid or expired). Where
recognition is off, or anybody of them cannot be recognised (no photos, or no consent to them), it asks once per picture
whether anybody on the list is in it.

Why it matters: showing a child whose family said no is the slip schools were reprimanded for, and it cannot be undone.

Example: a class picture for the school's account in which one face resembles an enrolled pupil.

What to do instead: take another picture, or blur all faces. Blurring only one face shows who is protected, so that is
offered last, and only after this has been said.

Options: none.

Known to be wrong: a match is a resemblance, more often wrong for children than for adults; siblings and twins are
confused. No match never means that nobody on the list is in the picture.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import AccountKind, Confidence, Fix, FixKind, Question, QuestionKey, Severity
from guard.reading import PictureReading, Reading
from guard.rule import Consent, Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG301", requirement="I1", severity=Severity.STOP)


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, picture in enumerate(reading.pictures):
        yield from _matches(index, picture, context)
        compared_with_all = picture.recognised and not context.unrecognisable
        if picture.faces and context.has_register and not compared_with_all:
            yield from _asked(index, picture, context)


def _matches(index: int, picture: PictureReading, context: Context[Options]) -> Iterator[Hit]:
    for face in picture.faces:
        if face.match is None or context.pictures.get(face.match.person, Consent.UNKNOWN) is Consent.ALLOWED:
            continue
        # The cell, not the exact box, so that the finding stays the same when a newer detector moves it a little.
        cell = (face.region.left * 16 // picture.width, face.region.top * 16 // picture.height)
        yield Hit(
            message="possible-match",
            subject=f"{picture.digest} {cell[0]} {cell[1]}",
            media=index,
            region=face.region,
            confidence=Confidence.MEDIUM,
            fixes=_fixes(index, picture),
        )


def _asked(index: int, picture: PictureReading, context: Context[Options]) -> Iterator[Hit]:
    answers = context.draft.media[index].answers
    answer = answers.get(QuestionKey.LISTED)
    if answer == "yes":
        yield Hit(
            message="said-to-be-listed",
            subject=f"{picture.digest} listed",
            media=index,
            fixes=_fixes(index, picture),
        )
        return
    # One question at a time: on a personal account the first one is whether these are pupils at all.
    pupils_settled = context.account.kind is not AccountKind.PERSONAL or answers.get(QuestionKey.PUPILS) == "yes"
    if answer is None and pupils_settled:
        yield Hit(
            message="ask-others" if picture.recognised else "ask",
            subject=f"{picture.digest} ask",
            media=index,
            severity=Severity.ADVISE,
            params={"faces": str(len(picture.faces)), "people": str(context.unrecognisable)},
            question=Question(QuestionKey.LISTED, ("no", "yes"), index),
        )


def _fixes(index: int, picture: PictureReading) -> tuple[Fix, ...]:
    fixes = (
        Fix(FixKind.REPLACE_PICTURE, "another-picture", media=index),
        Fix(FixKind.BLUR_FACES, "blur-all-faces", media=index),
        Fix(FixKind.REMOVE_PICTURE, "remove-picture", media=index),
    )
    if len(picture.faces) < 2:
        return fixes
    return (*fixes, Fix(FixKind.BLUR_ONE_FACE, "blur-one-face", media=index))
