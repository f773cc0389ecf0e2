"""What came of a check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guard.model.draft import Region, Span
from guard.model.kinds import (
    AccountKind,
    Confidence,
    FixKind,
    LeftOut,
    QuestionKey,
    Severity,
    SkipCode,
    Source,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `span` of part `part` by `text`; an empty span inserts."""

    part: int
    span: Span
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Fix:
    """Something that would settle a finding. `label` is a message key; `media` the picture it is about."""

    kind: FixKind
    label: str
    edits: tuple[Edit, ...] = ()
    media: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask the person, with the answers that can be given."""

    key: QuestionKey
    choices: tuple[str, ...]
    media: int | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """Where the policy document says it. Number and title, since documents repeat numbers."""

    number: str
    title: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.number, self.title)))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the policy has to say about a draft. Never carries a pupil's name, reference or the draft's words.

    `message` is a key of the message tables, `params` its parameters; `ask` is the role to ask when in doubt,
    `report_to` the role to tell of a mistake or a concern;
    `part` and `span` point into `Draft.all_parts()`, `media` and `region` into `Draft.media`.
    """

    code: str
    slug: str
    requirement: str
    severity: Severity
    confidence: Confidence
    message: str
    source: Source
    clause: Clause | None
    ask: str
    params: Mapping[str, str]
    part: int | None
    span: Span | None
    media: int | None
    region: Region | None
    fixes: tuple[Fix, ...]
    question: Question | None
    fingerprint: str
    report_to: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not checked, and why. `rule` names the rule that failed, if one did."""

    code: SkipCode
    media: int | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Suppressed:
    """How many findings of one rule were left out, and why."""

    code: str
    slug: str
    why: LeftOut
    count: int


@dataclass(frozen=True, slots=True)
class PictureSummary:
    """What was seen of a picture: its upright size in pixels and where faces are; never whose."""

    media: int
    width: int
    height: int
    faces: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What the policy says of a draft. Ask for `verdict`; a report is neither true nor false.

    `suppressed` counts what was left out by a decision of the school's or the person's; `quiet` names the rules whose
    findings here were taken down or left out because they were mostly wrong so far.
    """

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    pictures: tuple[PictureSummary, ...]
    account: AccountKind
    policy: str
    policy_version: str
    register_version: str | None
    took_ms: float
    suppressed: tuple[Suppressed, ...] = ()
    quiet: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        worst = max((finding.severity for finding in self.findings), default=Severity.ADVISE)
        if worst is Severity.STOP:
            return Verdict.STOP
        if self.skipped:
            return Verdict.NOT_CHECKED
        return Verdict.WARN if worst is Severity.WARN else Verdict.CLEAR

    def __bool__(self) -> bool:
        raise TypeError("a report has no truth value: compare report.verdict, or look at report.findings and .skipped")

    def to_dict(self, language: str = "en") -> dict[str, Any]:
        """The report as plain JSON data, sentences rendered in `language` ("en")."""
        from guard.formats.json import report_to_dict  # the edge: the model itself knows no sentences

        return report_to_dict(self, language)
