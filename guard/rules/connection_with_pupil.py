"""Being friends with pupils, following them or following them back.

What it does: warns of a friend or connection request to a pupil, of posts that accept or invite such requests, of
following back, of a personal account's reply to a pupil's post, and of tagging a pupil's account.

Why it matters: a connection opens a private channel, and shows pupils a private life.

Example: "Accepting friend requests from Year 11 leavers now!"

What to do instead: point to the school's own account, which everybody may follow.

Options: `includes_former_pupils` (true): former pupils count, too. `up_to_age` (0): former pupils count while they may
be younger than this; 0 is any age. `includes_parents` (false): parents of pupils count, too.

Known to be wrong: who somebody is, is only known where the page shows it; how old a former pupil is, is guessed from
the words ("at university now", "Class of 2019").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guard.model import AccountKind, Confidence, Kind, Question, QuestionKey, Severity, Span
from guard.reading import Frame, NameForm, PartReading, Party, Reading, RemarkKind, Target
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG406", requirement="P5", severity=Severity.WARN)

_SPOKEN_ABOUT = Frame.QUOTED | Frame.NEGATED
_ANSWERS = (Kind.REPLY, Kind.COMMENT)
_CHOICES = ("pupil", "parent", "family", "other")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YOUNGEST_LEAVER = 16
_BEFORE_A_TAG = 40
# "@lola.yr8", "@sam_year11"; "my tutee @maisie.k".
_PUPILS_HANDLE = re.compile(r"(?:(?:^|[._])y|yr|year)_?(?:1[0-3]|[1-9])$")
_PUPIL_BEFORE = re.compile(
    r"\b(?:my|our|this|a) (?:\w+ ){0,3}(?:student|pupil|tutee|sixth former|head (?:boy|girl))s?,? (?:\w+,? )?$",
    re.IGNORECASE,
)
_BY_TARGET = {
    Target.PUPIL: Party.PUPIL,
    Target.FORMER_PUPIL: Party.FORMER_PUPIL,
    Target.PARENT: Party.PARENT,
}


class Options(RuleOptions, frozen=True):
    """Who counts beside pupils."""

    includes_former_pupils: bool = True
    up_to_age: int = 0
    includes_parents: bool = False


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    answer = context.draft.answers.get(QuestionKey.RECIPIENT, "")
    if answer in ("family", "other"):
        return
    found = next(_said(reading, context), None)
    if found is None and context.draft.kind is not Kind.POST:
        found = next(_addressed(reading, context, answer), None)
    found = found or next(_tagged(reading, context), None)
    if found is not None:
        yield found


def _counts(party: Party | None, context: Context[Options]) -> bool:
    if party is Party.FORMER_PUPIL:
        return context.options.includes_former_pupils
    return party is Party.PUPIL or (party is Party.PARENT and context.options.includes_parents)


def _said(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    """What the words themselves say."""
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.CONNECTION):
            party = _BY_TARGET.get(remark.target)
            if not remark.strong or remark.frame & _SPOKEN_ABOUT or not _counts(party, context):
                continue
            if party is Party.FORMER_PUPIL and _is_grown_up(part, context):
                continue
            subject = part.part.text[remark.span.start : remark.span.end].casefold()
            yield Hit(_message(party), subject, index, remark.span)


def _addressed(reading: Reading, context: Context[Options], answer: str) -> Iterator[Hit]:
    """A request to somebody who counts, or an answer to one."""
    if context.draft.kind is Kind.MESSAGE and Party.PUPIL in reading.addressed():
        return  # private contact, which matters more than the connection
    kind, personal = context.draft.kind, context.account.kind is not AccountKind.OFFICIAL
    addressed = {Party(answer)} if answer in list(Party) else set(reading.addressed())
    from_school = any(each.strong for _, part in reading for each in part.remarks_of(RemarkKind.PUPIL_ADDRESSED))
    if not addressed and from_school and (kind is Kind.CONNECTION_REQUEST or (personal and kind in _ANSWERS)):
        addressed = {Party.PUPIL}
    connecting = kind is Kind.CONNECTION_REQUEST or any(part.remarks_of(RemarkKind.CONNECTION) for _, part in reading)
    for party in (Party.PUPIL, Party.FORMER_PUPIL, Party.PARENT):
        if party not in addressed or not _counts(party, context):
            continue
        if party is Party.FORMER_PUPIL and any(_is_grown_up(part, context) for part in _around(reading)):
            continue
        # A school account may answer a pupil, and any account a parent: what matters then is the connection.
        if connecting or (personal and kind in _ANSWERS and party is not Party.PARENT):
            question = None if answer else Question(QuestionKey.RECIPIENT, _CHOICES)
            at, span = (0 if reading.parts else None), (Span(0, 0) if reading.parts else None)
            subject = f"{context.draft.to.casefold()} {context.draft.in_reply_to.casefold()}"
            message = _message(party) if connecting else "answer"
            yield Hit(message, subject, at, span, confidence=Confidence.MEDIUM, question=question)


def _tagged(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    """A pupil's account is mentioned from a personal one."""
    if context.account.kind is AccountKind.OFFICIAL:
        return
    for index, part in reading:
        for person in part.persons:
            written = part.part.text[person.span.start : person.span.end]
            before = part.part.text[max(0, person.span.start - 1) : person.span.start]
            if person.form is NameForm.JOINED and not person.other_person and (before == "@" or written[:1] == "@"):
                yield Hit("tagged", written.casefold(), index, person.span, confidence=Confidence.MEDIUM)

    for index, part in reading:
        for tag in part.tags:
            before = part.part.text[max(0, tag.span.start - _BEFORE_A_TAG) : tag.span.start]
            if not tag.organisation and (_PUPILS_HANDLE.search(tag.handle.casefold()) or _PUPIL_BEFORE.search(before)):
                yield Hit("tagged", tag.handle.casefold(), index, tag.span, confidence=Confidence.LOW)


def _message(party: Party | None) -> str:
    return {Party.FORMER_PUPIL: "former-pupil", Party.PARENT: "parent"}.get(party or Party.PUPIL, "pupil")


def _around(reading: Reading) -> Iterator[PartReading]:
    yield from reading.parts
    yield from filter(None, (reading.to, reading.in_reply_to))


def _is_grown_up(part: PartReading, context: Context[Options]) -> bool:
    """Whether a former pupil is older by now than the policy minds, as far as the words tell."""
    age = context.options.up_to_age
    if not age:
        return False
    left = [int(match.group()) for match in _YEAR.finditer(part.part.text)]
    long_ago = any(context.now.year - year >= age - _YOUNGEST_LEAVER for year in left)
    return long_ago or bool(part.remarks_of(RemarkKind.GROWN_UP))
