"""Tagging or naming the people in a picture.

What it does: advises where a picture shows faces and the post tags people by their handles, or says who is who ("From
left: ...", "In the picture: Mr ..."). Handles of clubs, shops and papers, and the school's own, are none.

Why it matters: a tag ties a face to an account for good, and lets strangers find it.

Example: a picture of the staff party with four handles.

What to do instead: ask first, or let people find themselves in the picture.

Options: none.

Known to be wrong: handles of people that look like a club's, and the other way round; a picture that could not be read
counts only beside a caption that says who is who.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guard.model import Confidence, Kind, Severity, Span
from guard.reading import MentionForm, PartReading, Reading, RemarkKind, Tag
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG310", requirement="I10", severity=Severity.ADVISE)

_ANSWERS = (Kind.REPLY, Kind.COMMENT)
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_INVITES = re.compile(r"tag(?:ging|ged)?\b", re.IGNORECASE)
_AFTER = 30


class Options(RuleOptions, frozen=True):
    """None."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    faces = any(picture.faces for picture in reading.pictures)
    unread = any(picture.skipped is not None for picture in reading.pictures)
    if not faces and not unread:
        return
    for index, part in reading:
        tags = [tag for tag in part.tags if faces and _is_somebody(tag, part, context)]
        if tags:
            subject = " ".join(sorted(tag.handle.casefold() for tag in tags))
            yield Hit("tagged", subject, index, tags[0].span, confidence=Confidence.MEDIUM)
            return
        for remark in part.remarks_of(RemarkKind.CAPTION):
            if _names(part.part.text, remark.span):
                subject = part.part.text[remark.span.start : remark.span.end].casefold()
                yield Hit("named", subject, index, remark.span, confidence=Confidence.MEDIUM)
                return


def _is_somebody(tag: Tag, part: PartReading, context: Context[Options]) -> bool:
    own = any(
        mention.form is MentionForm.HANDLE and mention.span.start < tag.span.end and tag.span.start < mention.span.end
        for mention in part.organisations
    )
    # The handle that an answer begins with is whom it answers.
    answered = context.draft.kind in _ANSWERS and not part.part.text[: tag.span.start].strip()
    writer = tag.handle.casefold() == context.account.handle.lstrip("@").casefold()
    return not (tag.organisation or own or answered or writer)


def _names(text: str, span: Span) -> bool:
    """Whether a caption goes on to name somebody, or asks people to tag themselves."""
    if _INVITES.match(text, span.start):
        return True
    cue = text[span.start : span.end + _AFTER]
    # The first word of a caption is capitalised whatever it is.
    return any(match.start() > 0 for match in _NAME.finditer(cue))
