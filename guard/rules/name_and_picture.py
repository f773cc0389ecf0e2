"""A pupil's full name and a picture with faces in one post.

What it does: where the full name of somebody on the register stands in a post, its description or a file name, and a
picture of the post shows faces, it asks for one or the other. It holds even where each alone may be published.

Why it matters: national advice is the picture without the name, or the name without the picture: together they tell
a stranger whom to look for.

Example: "Congratulations to Amira Oyelaran!", with a picture of a girl and a cup.

What to do instead: leave the surname out, or choose a picture without faces.

Options: none.

Known to be wrong: it cannot tell whether the person named is the one in the picture; names near a pupil's, and names
the text gives to somebody else, are left to the rule about full names.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Fix, FixKind, QuestionKey, Severity
from guard.reading import NameForm, PersonMention, Reading
from guard.rule import Context, Hit, Rule, RuleOptions, without_name

RULE = Rule(code="SG601", requirement="X1", severity=Severity.WARN)


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    pictures = [
        index
        for index, picture in enumerate(reading.pictures)
        if picture.faces and context.draft.media[index].answers.get(QuestionKey.PUPILS) not in ("no", "family")
    ]
    named = [(index, mention) for index, part in reading for mention in part.persons if _is_named(mention)]
    if not pictures or not named:
        return
    index, mention = max(named, key=lambda each: (each[1].evidence, -each[0]))
    # The same span may stand for several people of one name.
    places = {(at, each.span): each for at, each in named if at < len(context.draft.parts)}
    edits = tuple(without_name(at, span, reading.parts[at].part.text) for at, span in places)
    remove = tuple(Fix(FixKind.REMOVE_PICTURE, "remove-picture", media=picture) for picture in pictures[:1])
    yield Hit(
        message="both",
        subject=" ".join(
            [
                reading.parts[index].part.text[mention.span.start : mention.span.end].casefold(),
                reading.pictures[pictures[0]].digest,
            ]
        ),
        part=index,
        span=mention.span,
        confidence=Confidence.HIGH if mention.evidence else Confidence.MEDIUM,
        fixes=(*((Fix(FixKind.EDIT_TEXT, "leave-name-out", edits),) if edits else ()), *remove),
    )


def _is_named(mention: PersonMention) -> bool:
    return mention.form not in (NameForm.TYPO, NameForm.INITIAL) and not mention.other_person
