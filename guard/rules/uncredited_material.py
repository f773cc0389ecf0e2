"""Other people's material without leave or credit.

What it does: looks for copyright marks and picture agencies, for "nicked from", scanned chapters and free downloads of
whole books, and for a long quotation that names no source. Words of leave or credit settle it.

Why it matters: copyright holds on social media too, and agencies send bills to schools.

Example: a poster "found on Google", a revision guide scanned for everybody.

What to do instead: the school's own pictures, a licence, or the maker's name and leave.

Options: none.

Known to be wrong: leave that was given but not mentioned; watermarks inside pictures are not read here; proverbs and
hymns quoted at length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guard.model import Confidence, Part, Role, Severity, Span
from guard.reading import Frame, PartReading, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG505", requirement="C5", severity=Severity.ADVISE)

_QUOTATION = re.compile(r"[\u201c\"]([^\u201c\u201d\"]{60,600})[\u201d\"]")
_SOURCE = re.compile(
    r"\b(?:by|from|said|says|say|told|tell|asked|wrote|writes|written|quote|quotes|quoted|according|author|pupils?|"
    r"students?|child|children|parents?|year \d|our|my|me|us|we|he|she|they|source|credit|psalm|proverbs?|ofsted|"
    r"report|inspectors?|judges?|winner|poem|poet|poetry|haiku|limerick|verse|anon|unknown)\b|[-\u2013\u2014~]\s?[A-Z]|[@#]|\([A-Z]|"
    r"[A-Z][a-z]+ [A-Z][a-z]+"
)
_SHARE_OF_POST = 0.6
_SIGN = re.compile(r"\u00a9|\([cC]\)(?= ?(?:[A-Z]|\d{4}))")
_LEAVE = re.compile(r"\b(?:permission|courtesy|licen[cs]ed?|creative commons|public domain|thanks to)\b", re.IGNORECASE)
_NAMED_AFTER = 60  # characters behind the sign in which the owner stands


class Options(RuleOptions, frozen=True):
    """No options of its own."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        remark = next((each for each in part.remarks_of(RemarkKind.BORROWED_MATERIAL) if each.strong), None)
        if remark is not None and not remark.frame & Frame.NEGATED:
            subject = part.part.text[remark.span.start : remark.span.end].lower()
            yield Hit("borrowed", subject, index, remark.span, confidence=Confidence.MEDIUM)
            continue
        sign = _sign_of_others(part)
        if sign is not None:
            yield Hit("borrowed", "copyright sign", index, sign, confidence=Confidence.MEDIUM)
            continue
        span = _quotation_without_source(part.part)
        if span is not None:
            subject = part.part.text[span.start : span.end].lower()
            yield Hit("quotation", subject, index, span, confidence=Confidence.LOW)


def _sign_of_others(part: PartReading) -> Span | None:
    """A copyright sign, where neither leave is mentioned nor the school is the owner."""
    text = part.part.text
    for match in _SIGN.finditer(text):
        owned = any(0 <= mention.span.start - match.end() <= _NAMED_AFTER for mention in part.organisations)
        if not owned and not _LEAVE.search(text):
            return Span(*match.span())
    return None


def _quotation_without_source(part: Part) -> Span | None:
    """A long quotation that is most of the post, with no word around of whose it is."""
    if part.role not in (Role.BODY, Role.THREAD):
        return None
    for match in _QUOTATION.finditer(part.text):
        around = part.text[: match.start()] + " " + part.text[match.end() :]
        if len(match.group()) >= _SHARE_OF_POST * len(part.text.strip()) and not _SOURCE.search(around):
            return Span(*match.span())
    return None
