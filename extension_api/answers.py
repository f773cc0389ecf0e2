"""What comes back over HTTP: these types make the API description, and tests hold every answer against them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from extension_api.wire import OffsetEncoding
from guard.model import AccountKind, Confidence, FixKind, LeftOut, QuestionKey, Severity, SkipCode, Source, Verdict


class PolicyName(Struct, frozen=True):
    name: str
    version: str


class Answer(Struct, frozen=True, kw_only=True):
    """What every answer carries."""

    api_version: Literal["1"]
    policy: PolicyName
    register_version: str | None


class SpanOut(Struct, frozen=True):
    start: int
    end: int


class RegionOut(Struct, frozen=True):
    left: int
    top: int
    right: int
    bottom: int


class EditOut(Struct, frozen=True):
    part: int
    span: SpanOut
    text: str


class FixOut(Struct, frozen=True):
    kind: FixKind
    label: str
    media: int | None
    edits: tuple[EditOut, ...]


class ChoiceOut(Struct, frozen=True):
    value: str
    label: str


class QuestionOut(Struct, frozen=True):
    key: QuestionKey
    text: str
    media: int | None
    choices: tuple[ChoiceOut, ...]


class FindingOut(Struct, frozen=True):
    code: str
    slug: str
    requirement: str
    severity: Severity
    confidence: Confidence
    title: str
    message: str
    why: str
    source: Source
    clause: str | None
    ask: str
    ask_label: str
    report_to: str
    report_to_label: str
    part: int | None
    span: SpanOut | None
    media: int | None
    region: RegionOut | None
    fixes: tuple[FixOut, ...]
    question: QuestionOut | None
    fingerprint: str


class SkippedOut(Struct, frozen=True):
    code: SkipCode
    media: int | None
    rule: str | None
    message: str


class SuppressedOut(Struct, frozen=True):
    code: str
    slug: str
    why: LeftOut
    count: int
    message: str


class QuietOut(Struct, frozen=True):
    slug: str
    message: str


class PictureOut(Struct, frozen=True):
    media: int
    width: int
    height: int
    faces: tuple[RegionOut, ...]


class CheckAnswer(Answer, frozen=True, kw_only=True):
    verdict: Verdict
    account: AccountKind
    findings: tuple[FindingOut, ...]
    skipped: tuple[SkippedOut, ...]
    pictures: tuple[PictureOut, ...]
    suppressed: tuple[SuppressedOut, ...]
    quiet: tuple[QuietOut, ...]
    took_ms: float
    offset_encoding: OffsetEncoding
    retry_after_ms: int | None


class PictureAnswer(Answer, frozen=True, kw_only=True):
    state: Literal[
        "pending", "read", "unreadable", "too_large", "unsupported", "no_models", "recognition_off", "timeout"
    ]
    retry_after_ms: int | None


class NamedPolicy(PolicyName, frozen=True):
    title: str


class SchoolOut(Struct, frozen=True):
    name: str


class OfficialAccountOut(Struct, frozen=True):
    site: str
    handle: str


class GateOut(Struct, frozen=True):
    on_not_checked: Literal["show", "hold"]
    stop_override: Literal["reason", "free", "never"]


class ContactOut(Struct, frozen=True):
    label: str
    how: str


class DisclaimersOut(Struct, frozen=True):
    wording: str
    short: str


class PolicyAnswer(Answer, frozen=True, kw_only=True):
    policy: NamedPolicy
    school: SchoolOut
    official_accounts: tuple[OfficialAccountOut, ...]
    gate: GateOut
    contacts: dict[str, ContactOut]
    disclaimers: DisclaimersOut
    recognition: Literal["on", "off"]
    language: str


class PairAnswer(PolicyAnswer, frozen=True, kw_only=True):
    token: str


class HealthAnswer(Answer, frozen=True, kw_only=True):
    status: Literal["ok"]
    version: str
    pictures: Literal["ready", "loading", "no_models"]
    register: Literal["open", "none"]


class OutcomesAnswer(Answer, frozen=True, kw_only=True):
    counted: int


class StartLinkAnswer(Answer, frozen=True, kw_only=True):
    url: str
