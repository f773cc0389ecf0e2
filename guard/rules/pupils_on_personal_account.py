"""A picture of pupils on a personal account.

What it does: when a picture with faces is attached on a personal account, asks once whether these are pupils of the
school. Stops on yes, or when a face resembles somebody on the register; says so more firmly while the question is
open and the words around it are the school's.

Why it matters: pictures of pupils belong on the school's own accounts, where consent is known and they can be taken
down again.

Example: "Sports day was a riot!" with a picture of six children, from a teacher's own account.

What to do instead: offer the picture to whoever runs the school's account.

Options: `own_family` - whether a picture of the writer's own family is left alone even at a school event.

Known to be wrong: a face alone says nothing about whose pupil it is, so every picture with faces is asked about once.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Fix, FixKind, Question, QuestionKey, Severity
from guard.reading import PictureReading, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG302", requirement="I2", severity=Severity.STOP, applies_to="personal")


class Options(RuleOptions, frozen=True):
    """`own_family`: pictures of the writer's own family are no concern of the policy."""

    own_family: bool = True


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    school_talk = any(
        (mention.certain and not mention.outsider) for _, part in reading for mention in part.organisations
    ) or any(part.staff_hints for _, part in reading)
    for index, picture in enumerate(reading.pictures):
        if picture.faces:
            yield from _picture(index, picture, context, school_talk)


def _picture(index: int, picture: PictureReading, context: Context[Options], school_talk: bool) -> Iterator[Hit]:
    answer = context.draft.media[index].answers.get(QuestionKey.PUPILS)
    fixes = (Fix(FixKind.REMOVE_PICTURE, "remove-picture", media=index),)
    if answer == "no" or (answer == "family" and context.options.own_family):
        return
    if answer in ("yes", "family"):
        yield Hit(message="pupils", subject=f"{picture.digest} pupils", media=index, fixes=fixes)
    elif any(face.match for face in picture.faces):
        yield Hit(
            message="resembles-pupil",
            subject=f"{picture.digest} resembles",
            media=index,
            confidence=Confidence.MEDIUM,
            fixes=fixes,
            question=_question(index),
        )
    else:
        yield Hit(
            message="ask-school" if school_talk else "ask",
            subject=f"{picture.digest} ask",
            media=index,
            severity=Severity.WARN if school_talk else Severity.ADVISE,
            confidence=Confidence.MEDIUM if school_talk else Confidence.LOW,
            question=_question(index),
        )


def _question(index: int) -> Question:
    return Question(QuestionKey.PUPILS, ("no", "family", "yes"), index)
