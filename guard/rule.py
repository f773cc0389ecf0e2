"""What a rule is. A rule is one file in `guard.rules`: its docstring, a `RULE`, an options type and a `check`.

    RULE = Rule(code="SG101", requirement="B1", severity=Severity.WARN)

    class Options(RuleOptions): ...

    def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]: ...

`check` is a pure function: it reads no file, no clock, no policy. What it finds it yields as hits; `guard.guard`
completes a hit to a finding with what the school's policy says of the rule (severity, clause, whom to ask).
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from itertools import islice
from typing import Generic, Literal, TypeVar

import msgspec

from guard.model import Account, Confidence, Draft, Edit, Fix, Question, QuestionKey, Region, Severity, Span
from guard.reading import Reading


class RuleOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Options of a rule's own, beside those every rule has. Subclass it in the rule's file."""


class Consent(enum.StrEnum):
    """What may be published of a person on the draft's channel now."""

    ALLOWED = "allowed"
    DENIED = "denied"
    UNKNOWN = "unknown"


OptionsT = TypeVar("OptionsT", bound=RuleOptions)


@dataclass(frozen=True, slots=True)
class DisclaimerPolicy:
    """What the policy asks of a disclaimer, and the wording it offers."""

    wording: str
    short_wording: str
    accepts_profile: bool
    must_deny_employer: bool


class Context(msgspec.Struct, Generic[OptionsT], frozen=True):
    """All a rule may know beside the reading. `now` has a time zone.

    `owner` is the role that owns the account where the policy lists it as official, "" for every other account.
    `pictures` and `naming` say, by opaque person reference, what may be shown and named on this channel; a person who
    is missing is unknown. `has_register` is False where no register is in use. `unrecognisable` says, where the draft
    shows faces, how many people who may not be shown on this channel they could not be compared with.
    """

    options: OptionsT
    severity: Severity
    account: Account
    channel: str
    draft: Draft
    now: datetime
    disclaimer: DisclaimerPolicy
    has_register: bool
    unrecognisable: int = 0
    owner: str = ""
    pictures: Mapping[str, Consent] = msgspec.field(default_factory=dict)
    naming: Mapping[str, Consent] = msgspec.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found. `severity` lowers or keeps the rule's own (None keeps it); it never raises it.

    `message` is a suffix under the rule's slug in the message tables. `subject` is what makes the finding the same
    finding tomorrow (folded matched text, or picture digest and cell); it is only ever kept as a keyed hash.
    """

    message: str
    subject: str
    part: int | None = None
    span: Span | None = None
    media: int | None = None
    region: Region | None = None
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    params: Mapping[str, str] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """The fixed facts of a rule. `applies_to` are the kinds of account it speaks to ("both" or one of them)."""

    code: str
    requirement: str
    severity: Severity
    applies_to: Literal["both", "personal", "official"] = "both"
    status: Literal["stable", "preview", "deprecated"] = "stable"


_Check = Callable[[Reading, Context[OptionsT]], Iterator[Hit]]


def or_likeness(
    rule: Rule, *, unless_answered: QuestionKey | None = None
) -> Callable[[_Check[OptionsT]], _Check[OptionsT]]:
    """Let a check that finds nothing hint at what reads like posts that break its requirement (`Likeness`).

    A hint advises only. With `unless_answered` an answer to that question says more than a likeness does.
    """

    def hinting(check: _Check[OptionsT]) -> _Check[OptionsT]:
        @wraps(check)
        def check_or_hint(reading: Reading, context: Context[OptionsT]) -> Iterator[Hit]:
            found = list(check(reading, context))
            if not found and unless_answered not in context.draft.answers:
                return islice(_likenesses(reading, rule.requirement), 1)
            return iter(found)

        return check_or_hint

    return hinting


def _likenesses(reading: Reading, requirement: str) -> Iterator[Hit]:
    for index, part in reading:
        for likeness in part.likenesses:
            if likeness.requirement == requirement:
                span = likeness.span
                subject = " ".join(part.part.text[span.start : span.end].casefold().split())
                yield Hit("likeness", subject, index, span, severity=Severity.ADVISE, confidence=Confidence.LOW)


def without_name(part: int, span: Span, text: str) -> Edit:
    """The edit that leaves a name out: a tag goes altogether, in a sentence "a pupil" takes the name's place."""
    start, end = span.start, span.end
    if start and text[start - 1] in "#@":
        start -= 1
        if start and text[start - 1] == " ":
            start -= 1
        return Edit(part, Span(start, end), "")
    opens_sentence = not text[:start].strip() or text[:start].rstrip()[-1] in ".!?\n"
    return Edit(part, span, "A pupil" if opens_sentence else "a pupil")
