"""The words everybody shares: what is checked (Draft), on whose behalf (Account) and what came of it (Report).

Plain frozen data. Nothing here reads a file, knows a policy or imports another room of the package.
Offsets are half-open, count Unicode code points and point into a part's text exactly as it was given.
"""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self


class OrderedStrEnum(enum.StrEnum):
    """A string enum whose members compare in the order they are written in, not alphabetically."""

    @property
    def rank(self) -> int:
        return list(type(self)).index(self)

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, type(self)) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.rank <= other.rank if isinstance(other, type(self)) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.rank > other.rank if isinstance(other, type(self)) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.rank >= other.rank if isinstance(other, type(self)) else NotImplemented


class Severity(OrderedStrEnum):
    """How much a finding matters; the school's choice."""

    ADVISE = "advise"
    WARN = "warn"
    STOP = "stop"


class Confidence(OrderedStrEnum):
    """How sure the rule is; the rule's own judgement."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Verdict(OrderedStrEnum):
    """What a report comes to as a whole."""

    CLEAR = "clear"
    WARN = "warn"
    NOT_CHECKED = "not_checked"
    STOP = "stop"


class AccountKind(enum.StrEnum):
    PERSONAL = "personal"
    OFFICIAL = "official"
    UNKNOWN = "unknown"


class Role(enum.StrEnum):
    """What a part of a draft is."""

    BODY = "body"
    TITLE = "title"
    ALT = "alt"
    FILE_NAME = "file_name"
    THREAD = "thread"


class Kind(enum.StrEnum):
    """What is about to be published."""

    POST = "post"
    COMMENT = "comment"
    REPLY = "reply"
    QUOTE = "quote"
    STORY = "story"
    MESSAGE = "message"
    PROFILE = "profile"
    RECOMMENDATION = "recommendation"
    CONNECTION_REQUEST = "connection_request"


class Source(enum.StrEnum):
    """Where a finding's authority comes from: a clause of the policy, the school's own list, or guidance."""

    CLAUSE = "clause"
    LIST = "list"
    GUIDANCE = "guidance"


class SkipCode(enum.StrEnum):
    """Why something could not be checked. A closed list; each has a sentence that says what to do."""

    PENDING = "pending"
    UNKNOWN_PICTURE = "unknown_picture"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    NO_MODELS = "no_models"
    NO_REGISTER = "no_register"
    RECOGNITION_OFF = "recognition_off"
    TIMEOUT = "timeout"
    RULE_FAILED = "rule_failed"


class LeftOut(enum.StrEnum):
    """Why a finding was left out of a report: somebody had decided so."""

    ALLOWED = "allowed"
    PUBLISHED = "published"
    DISMISSED = "dismissed"
    QUIET = "quiet"


class FixKind(enum.StrEnum):
    """What a fix does when the person presses it."""

    EDIT_TEXT = "edit_text"
    REPLACE_PICTURE = "replace_picture"
    REMOVE_PICTURE = "remove_picture"
    BLUR_FACES = "blur_faces"
    # Shows who is protected: offer it last, and only after saying so.
    BLUR_ONE_FACE = "blur_one_face"


class QuestionKey(enum.StrEnum):
    """What only the person can answer; answers come back in `Draft.answers` or `Media.answers` under this key."""

    PROFILE_DISCLAIMER = "profile_disclaimer"
    PUPILS = "pupils"
    CLEARED = "cleared"
    LISTED = "listed"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, half-open, in code points of the part as given."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in a picture, in pixels of the upright (EXIF-turned) picture; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Account:
    """Whose account the draft goes out from, as far as anybody knows."""

    kind: AccountKind
    handle: str = field(default="", repr=False)
    name: str = field(default="", repr=False)

    @classmethod
    def personal(cls, handle: str = "", name: str = "") -> Self:
        return cls(AccountKind.PERSONAL, handle, name)

    @classmethod
    def official(cls, handle: str = "", name: str = "") -> Self:
        return cls(AccountKind.OFFICIAL, handle, name)

    @classmethod
    def unknown(cls, handle: str = "", name: str = "") -> Self:
        return cls(AccountKind.UNKNOWN, handle, name)


class MediaTooLarge(ValueError):
    """The picture has more bytes than may be read."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture attached to a draft: a file, bytes at hand, or the digest of bytes handed over earlier.

    `answers` holds what the person has already said about this picture, by `QuestionKey`.
    Neither the bytes nor what they are called appear in `repr`.
    """

    name: str = field(default="", repr=False)
    alt: str = field(default="", repr=False)
    answers: Mapping[str, str] = field(default_factory=dict)
    path: Path | None = field(default=None, repr=False)
    data: bytes | None = field(default=None, repr=False)
    known_digest: str | None = None

    @classmethod
    def from_path(cls, path: str | Path, *, alt: str = "", answers: Mapping[str, str] | None = None) -> Self:
        """A file on disk, read when it is checked. Raises FileNotFoundError when there is no such file."""
        path = Path(path)
        if not path.is_file():
            raise FileNotFoundError(f"no picture at {path}: give the path of a file that exists")
        return cls(name=path.name, alt=alt, answers=dict(answers or {}), path=path)

    @classmethod
    def from_bytes(
        cls, data: bytes, *, name: str = "", alt: str = "", answers: Mapping[str, str] | None = None
    ) -> Self:
        """A picture in memory, encoded as the file it came from (JPEG, PNG, ...)."""
        return cls(name=name, alt=alt, answers=dict(answers or {}), data=bytes(data))

    @classmethod
    def from_digest(
        cls, digest: str, *, name: str = "", alt: str = "", answers: Mapping[str, str] | None = None
    ) -> Self:
        """A picture whose bytes a picture reader was given before, by the SHA-256 of those bytes in hexadecimal."""
        return cls(name=name, alt=alt, answers=dict(answers or {}), known_digest=digest)

    def load(self, limit: int) -> bytes | None:
        """The encoded bytes, or None when only the digest is known.

        Raises MediaTooLarge beyond `limit` bytes, OSError where the file cannot be read.
        """
        if self.data is not None:
            if len(self.data) > limit:
                raise MediaTooLarge(f"{len(self.data)} bytes, {limit} may be read")
            return self.data
        if self.path is None:
            return None
        # One byte more than the limit, so that a file which grows meanwhile is noticed too.
        with self.path.open("rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise MediaTooLarge(f"more than the {limit} bytes that may be read")
        return data


def digest_of(data: bytes) -> str:
    """The name a picture goes by: SHA-256 of its encoded bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a draft. `media` is the index of the picture an alt text or file name belongs to.

    The words stay out of `repr`, which ends up in logs.
    """

    text: str = field(repr=False)
    role: Role = Role.BODY
    media: int | None = None


@dataclass(frozen=True, slots=True, init=False)
class Draft:
    """What somebody is about to post. `text=` is shorthand for a single body part.

    `dismissed` are fingerprints of findings that somebody has looked at and set aside.
    """

    parts: tuple[Part, ...]
    account: Account
    site: str
    kind: Kind
    media: tuple[Media, ...]
    to: str = field(repr=False)
    in_reply_to: str = field(repr=False)
    profile_text: str = field(repr=False)
    shared_from: str = field(repr=False)
    answers: Mapping[str, str]
    dismissed: frozenset[str]

    def __init__(
        self,
        text: str | None = None,
        *,
        parts: Sequence[Part] = (),
        account: Account | None = None,
        site: str = "",
        kind: Kind | str = Kind.POST,
        media: Sequence[Media] = (),
        to: str = "",
        in_reply_to: str = "",
        profile_text: str = "",
        shared_from: str = "",
        answers: Mapping[str, str] | None = None,
        dismissed: Iterable[str] = (),
    ) -> None:
        if text is not None and parts:
            raise TypeError("give text= or parts=, not both")
        if text is not None and not isinstance(text, str):
            raise TypeError(f"text= takes a string, not {type(text).__name__}")
        body = (Part(text),) if text is not None else tuple(parts)
        for name, value in {
            "parts": body,
            "account": account if account is not None else Account.unknown(),
            "site": site,
            "kind": Kind(kind),
            "media": tuple(media),
            "to": to,
            "in_reply_to": in_reply_to,
            "profile_text": profile_text,
            "shared_from": shared_from,
            "answers": dict(answers or {}),
            "dismissed": frozenset(dismissed),
        }.items():
            object.__setattr__(self, name, value)

    def all_parts(self) -> tuple[Part, ...]:
        """The parts as given, then each picture's alt text and file name: everything a rule may read words from."""
        about_media = []
        for index, media in enumerate(self.media):
            if media.alt:
                about_media.append(Part(media.alt, Role.ALT, index))
            if media.name:
                about_media.append(Part(media.name, Role.FILE_NAME, index))
        return self.parts + tuple(about_media)


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
        from guard.formats.json import report_to_dict  # the edge: model.py itself knows no sentences

        return report_to_dict(self, language)
