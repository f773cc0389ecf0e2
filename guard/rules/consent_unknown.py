"""Faces on a school account whose consent nobody has looked at yet.

What it does: when a picture on the school's account shows faces that match nobody cleared for this channel, asks once
whether the picture was checked against the list.

Why it matters: the school has to know that everybody who can be made out may be shown here.

Example: a picture of the choir on the school's page.

What to do instead: look at the list with somebody who knows the class, then answer yes.

Options: none.

Known to be wrong: visitors, staff and crowds are asked about like pupils.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Question, QuestionKey, Severity
from guard.reading import PictureReading, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG303", requirement="I3", severity=Severity.ADVISE, applies_to="official")


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, picture in enumerate(reading.pictures):
        # Where not everybody can be recognised the question about the list (see listed-person-pictured) covers it.
        asked_already = context.has_register and (context.unrecognisable > 0 or not picture.recognised)
        # A face that matched somebody is either cleared or already stopped by listed-person-pictured.
        uncleared = [face for face in picture.faces if face.match is None]
        if uncleared and not asked_already:
            yield from _question(index, picture, len(uncleared), context)


def _question(index: int, picture: PictureReading, uncleared: int, context: Context[Options]) -> Iterator[Hit]:
    answer = context.draft.media[index].answers.get(QuestionKey.CLEARED)
    if answer == "yes":
        return
    yield Hit(
        message="not-cleared" if answer == "no" else "ask",
        subject=f"{picture.digest} consent",
        media=index,
        confidence=Confidence.LOW,
        params={"faces": str(uncleared)},
        question=Question(QuestionKey.CLEARED, ("yes", "no"), index),
    )
