"""A personal post that names the school and does not say that the views are the writer's own.

What it does: looks for the school's names (full name, alias, abbreviation, handle, hashtag, web domain, motto, and
misspellings of them) in posts from personal accounts that carry no disclaimer, and offers the policy's wording. A name
that may mean something else (a saint, a town, a common motto) only advises unless something else in the post speaks for
the school. Somebody who plainly shows to work at a school without naming it is advised too.

Why it matters: readers may take what a member of staff writes for what the school says.

Example: "Great day at Oakfield Academy today", on a personal account whose profile says nothing about views.

What to do instead: add the disclaimer the policy offers, or leave the school out.

Options: `naming`: "disclaimer" (the default: the school may be named where a disclaimer stands by), "never" (personal
posts leave the school out, and no disclaimer makes up for it) or "off". `self_identification`: "advise" (the default)
or "off": what to say where the writer shows to be staff and no school is named. `views_on_official`: whether a personal
view on the school's own account ("in my opinion ...") needs a disclaimer too; off by default.

Known to be wrong: parents and opponents who do not say so are taken for staff; a profile that cannot be read is asked
about; schools next door whose names differ by one letter look like misspellings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from guard.model import AccountKind, Confidence, Edit, Fix, FixKind, Question, QuestionKey, Role, Severity, Span
from guard.reading import Disclaimer, Frame, MentionForm, OrganisationMention, Reading, RemarkKind
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG101", requirement="B1", severity=Severity.WARN)

_WRITTEN = (Role.BODY, Role.THREAD)
_LIMITS = {"x.com": 280, "twitter.com": 280, "bsky.app": 300, "threads.net": 500, "threads.com": 500}
_SENTENCE_ENDS = ".!?…)]\"'”’"


class Options(RuleOptions, frozen=True):
    """Whether the school may be named at all, and what else has to be said to be one's own."""

    naming: Literal["off", "disclaimer", "never"] = "disclaimer"
    self_identification: Literal["advise", "off"] = "advise"
    views_on_official: bool = False


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    options = context.options
    if context.account.kind is AccountKind.OFFICIAL:
        if options.views_on_official and not _disclaimed(reading, context):
            yield from _own_view(reading, context)
        return
    if options.naming == "off" or (options.naming == "disclaimer" and _disclaimed(reading, context)):
        return
    mentions = [
        (index, mention)
        for index, part in reading
        if part.part.role is not Role.FILE_NAME  # nobody who reads the post sees it
        for mention in part.organisations
    ]
    insiders = [(index, mention) for index, mention in mentions if not mention.outsider]
    certain = [(index, mention) for index, mention in insiders if mention.certain]
    if insiders:
        index, mention = (certain or insiders)[0]
        yield _named(index, mention, reading, context)
    elif not mentions and options.self_identification == "advise" and not _disclaimed(reading, context):
        yield from _at_work(reading, context)


def _disclaimed(reading: Reading, context: Context[Options]) -> bool:
    """Whether a disclaimer the policy accepts stands in the post, or in the profile where that is enough."""
    asked = context.disclaimer
    if any(_enough(disclaimer, context) for _, part in reading for disclaimer in part.disclaimers):
        return True
    if any(_offered_wording(part.part.text, context) for _, part in reading):
        return True
    if not asked.accepts_profile:
        return False
    profile = reading.profile.disclaimers if reading.profile is not None else ()
    return (
        any(_enough(disclaimer, context) for disclaimer in profile)
        or _offered_wording(context.draft.profile_text, context)
        or context.draft.answers.get(QuestionKey.PROFILE_DISCLAIMER) == "yes"
    )


def _enough(disclaimer: Disclaimer, context: Context[Options]) -> bool:
    return disclaimer.denies_employer or not context.disclaimer.must_deny_employer


def _offered_wording(text: str, context: Context[Options]) -> bool:
    """Whether the policy's own wording stands in a text, however the school chose to put it."""
    plain = _plain(text)
    wordings = (context.disclaimer.wording, context.disclaimer.short_wording)
    return any(wording and _plain(wording) in plain for wording in wordings)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _named(index: int, mention: OrganisationMention, reading: Reading, context: Context[Options]) -> Hit:
    said = any(part.disclaimers for _, part in reading)
    if context.options.naming == "never":
        message = "never-named" if mention.certain else "perhaps-never"
    else:
        message = "employer-not-denied" if said else "named" if mention.certain else "perhaps-named"
    sure = mention.certain and mention.form is not MentionForm.MISSPELLING
    return _hit(message, index, mention.span, reading, context, None if mention.certain else Severity.ADVISE, sure)


def _at_work(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for hint in part.staff_hints:
            if hint.strong and part.part.role is not Role.FILE_NAME:
                yield _hit("at-work", index, hint.span, reading, context, Severity.ADVISE, sure=False)
                return


def _own_view(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    """A view of the writer's own on the school's account."""
    views = [
        (index, view)
        for index, part in reading
        for view in part.remarks_of(RemarkKind.OWN_VIEW)
        if not view.frame & (Frame.QUOTED | Frame.TITLE)
    ]
    if views:
        index, view = max(views, key=lambda each: each[1].strong)
        yield _hit(
            "own-view", index, view.span, reading, context, None if view.strong else Severity.ADVISE, view.strong
        )


def _hit(
    message: str,
    index: int,
    span: Span,
    reading: Reading,
    context: Context[Options],
    severity: Severity | None,
    sure: bool,
) -> Hit:
    written = reading.parts[index].part.text[span.start : span.end]
    never = message in ("never-named", "perhaps-never")
    if context.account.kind is AccountKind.UNKNOWN:
        severity = Severity.ADVISE  # nobody knows yet whether this is the school's own account
    return Hit(
        message=message,
        subject=_plain(written),
        part=index,
        span=span,
        severity=severity,
        confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
        fixes=() if never else tuple(_fixes(context)),
        question=None if never else _question(reading, context),
    )


def _question(reading: Reading, context: Context[Options]) -> Question | None:
    """A profile cannot be read while a post is written, so it is asked about once."""
    known = reading.profile is not None or QuestionKey.PROFILE_DISCLAIMER in context.draft.answers
    if known or not context.disclaimer.accepts_profile:
        return None
    return Question(QuestionKey.PROFILE_DISCLAIMER, ("yes", "no"))


def _fixes(context: Context[Options]) -> Iterator[Fix]:
    """The policy's wording, at the end of the last part of the body; the short one where the long one does not fit."""
    bodies = [(index, part.text) for index, part in enumerate(context.draft.parts) if part.role in _WRITTEN]
    wording = context.disclaimer.wording
    if not bodies or not wording:
        return
    index, text = bodies[-1]
    end = len(text.rstrip(" \t"))
    limit = _LIMITS.get(context.draft.site)
    joint = _joint(text[:end])
    if limit is not None and end + len(joint) + len(wording) > limit and context.disclaimer.short_wording:
        wording = context.disclaimer.short_wording
    yield Fix(FixKind.EDIT_TEXT, "add-disclaimer", (Edit(index, Span(end, len(text)), joint + wording),))


def _joint(text: str) -> str:
    """What goes between a text and the sentence put after it."""
    if not text or text.endswith("\n"):
        return ""
    if "\n" in text:
        return "\n\n" if "\n\n" in text else "\n"
    last = text.split()[-1]
    if text[-1] in _SENTENCE_ENDS or not text[-1].isascii():
        return " "
    # A full stop right behind a link or a hashtag would become part of it.
    return ". " if last.isalpha() else "\n"
