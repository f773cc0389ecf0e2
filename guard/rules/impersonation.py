"""Speaking as somebody else, or from an account that seems to be the school's and is not.

What it does: finds posts that pretend to be somebody ("posting as Mrs ...", a fake or parody account), posts from a
personal account that speak as the head or as the school itself, and accounts whose name uses the school's name and
that the policy does not list. Where a person's name stands beside the school's in the account's name, it only advises.
Plays, lessons, fancy dress and warnings of fake accounts are none.

Why it matters: families act on what seems to come from the school.

Example: "Oakfield Academy Year 9", on an account that nobody has registered.

What to do instead: write in one's own name; have the account registered, or give it a name without the school's.

Options: none.

Known to be wrong: a head teacher who speaks as head on a personal account; a club or a parents' group with the school's
name; handles whose words run into one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guard.model import AccountKind, Confidence, Severity
from guard.reading import Frame, OrganisationMention, PartReading, Reading, Remark, RemarkKind, Target
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness

RULE = Rule(code="SG107", requirement="B7", severity=Severity.WARN)

_SPOKEN_ABOUT = Frame.QUOTED | Frame.NEGATED
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 12
# What stands beside a school's name in what seems to be its own account.
_WORDS_OF_SCHOOLS = """
    the of at and for a year yr y class form office head headteacher news official page account school academy
    pe sport sports maths english science history geography french spanish german mfl art music drama dt
    computing re library libraries nursery reception sixth updates update info information admin team department
    dept faculty reunion confessions confession gossip memes meme crushes rants tea leaks secrets spotted
    admissions jobs careers trips ski trip events live tv students student pupils pupil council prefects leavers
    alumni football netball rugby hockey cricket choir band food tech textiles wellbeing send senco safeguarding
    home learning real new unofficial families
"""
_SEEMS_OFFICIAL = frozenset(_WORDS_OF_SCHOOLS.split())
_MEANINGLESS = frozenset(
    ("the", "of", "at", "and", "for", "a", "live", "tv", "real", "new", "home", "trips", "news", "updates")
)


class Options(RuleOptions, frozen=True):
    """None."""


@or_likeness(RULE)
def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    official = context.account.kind is AccountKind.OFFICIAL
    said = next(_said(reading, official), None)
    if said is not None:
        yield said
    elif not official and context.draft.site and not context.owner and reading.account is not None:
        yield from _named_like_the_school(reading.account, context)


def _said(reading: Reading, official: bool) -> Iterator[Hit]:
    for index, part in reading:
        for remark in part.remarks_of(RemarkKind.IMPERSONATION):
            if remark.frame & _SPOKEN_ABOUT or not (remark.strong or (not official and _claims(part, remark))):
                continue
            subject = part.part.text[remark.span.start : remark.span.end].casefold()
            message = "somebody-else" if remark.strong else "as-the-school"
            sure = Confidence.HIGH if remark.strong else Confidence.MEDIUM
            yield Hit(message, subject, index, remark.span, confidence=sure)


def _claims(part: PartReading, remark: Remark) -> bool:
    """Whether somebody speaks as the head, or introduces the account as the school's own."""
    if remark.target is not Target.SCHOOL:
        return True
    return any(
        mention.certain and not mention.outsider and 0 <= mention.span.start - remark.span.end <= _NEAR
        for mention in part.organisations
    )


def _named_like_the_school(account: PartReading, context: Context[Options]) -> Iterator[Hit]:
    named = [each for each in account.organisations if not each.outsider]
    for mention in sorted(named, key=lambda each: not each.certain):
        hit = _named_by(mention, account, context)
        if hit is not None:
            yield hit
            return


def _named_by(mention: OrganisationMention, account: PartReading, context: Context[Options]) -> Hit | None:
    text = account.part.text
    # Name and handle stand on lines of their own; what counts is what stands beside the school's name.
    begin, end = text.rfind("\n", 0, mention.span.start) + 1, text.find("\n", mention.span.end)
    beside = text[begin : mention.span.start] + " " + text[mention.span.end : end if end >= 0 else len(text)]
    words = {word.casefold() for word in _WORD.findall(beside)}
    seems_official = words <= _SEEMS_OFFICIAL
    # A name that is also a place's takes a word that schools have: "Oakfield PE".
    if not mention.certain and not (seems_official and words - _MEANINGLESS):
        return None
    seems_official = seems_official and mention.certain
    return Hit(
        message="account-name" if seems_official else "account-of-somebody",
        # The same finding for every post of an account: setting it aside once is enough.
        subject=f"{context.draft.site} {account.part.text.casefold()}",
        severity=None if seems_official else Severity.ADVISE,
        confidence=Confidence.MEDIUM if seems_official else Confidence.LOW,
    )
